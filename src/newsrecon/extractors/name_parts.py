"""How a run of capitalised words comes apart: at days and months, at small words no name licenses, at titles.

*In April Moscow* holds a month and a name; *Bank of England* is one name, *Blair of Britain* are two; *Apple CEO Steve Jobs*
has a title in its middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsrecon import gazetteer
from newsrecon.extractors.name_words import CALLED, Run, Word, is_title

__all__ = ["begins_with_number", "is_of_several", "parts", "title_in", "without_function_words"]


def parts(run: Run) -> Iterator[Run]:
    """The pieces of a run, without days and months."""
    part: Run = []
    for place, word in enumerate(run):
        following = run[place + 1] if place + 1 < len(run) else None
        is_date = word.key in gazetteer.words_with_capitals("page_words") or (
            _is_calendar(word.key) and not _is_day_in_name(word, part, following)
        )
        if part and (
            is_date
            or _ends_before(part, word)
            or _ends_office(part, word, following)
            or not _is_licensed(part, word, run[place:])
        ):
            yield part
            part = []
        if not is_date:
            part.append(word if part else _without_marks(word))
    if part:
        yield part


def _without_marks(word: Word) -> Word:
    """What begins a part and is nobody's by-name is no more than what stands in the marks."""
    if word.link != CALLED or word.text[0] not in '"“':
        return word
    inner = word.text[1:-1]
    inner = inner[4:] if inner[:4].lower() == "the " else inner
    return Word(word.end - 1 - len(inner), word.end - 1, inner, inner.lower())


def _is_calendar(key: str) -> bool:
    """*May*, *Thursdays*, *Jan-May*."""
    calendar = gazetteer.words_with_capitals("calendar")
    return key in calendar or ("-" in key and calendar.issuperset(key.split("-")))


def _is_day_in_name(word: Word, part: Run, following: Word | None) -> bool:
    """*Sunday Times*, *April Ryan*, *Black Friday*."""
    if part and part[-1].key in gazetteer.words_with_capitals("before_days"):
        return True
    if following is None:
        return False
    key = following.key
    if following.link:  # Jan van der Meer
        is_particle = following.link.split()[0] in gazetteer.words_with_capitals("joining_particles")
        return is_particle and not part and word.key in gazetteer.given_names()
    if key in gazetteer.organisations().heads:
        return True
    return word.key in gazetteer.given_names() and not (
        key[0].isdigit()
        or key in gazetteer.common_words()
        or key in gazetteer.places()
        or key in gazetteer.demonyms()
        or key in gazetteer.words_with_capitals("calendar")
        or is_title(following)
    )


def _ends_before(part: Run, word: Word) -> bool:
    """*Apple Inc. Steve Jobs*, *Regina Benjamin U.S.*: a person behind a company's name, a country behind a person's."""
    if word.link:
        return False
    first, last = part[0], part[-1]
    given = gazetteer.given_names()
    if word.key in given:
        return len(part) > 1 and last.text.endswith(".") and last.key in gazetteer.organisations().legal_forms
    return (
        len(part) > 1
        and first.key in given
        and "." in word.text
        and word.text.replace(" ", "").lower() in gazetteer.places()
    )


def _ends_office(part: Run, word: Word, following: Word | None) -> bool:
    """*President of Norland Anna Berg*: where the owner of an office ends and its holder begins."""
    if word.link or part[0].link not in ("of", "for", "of the"):
        return False
    if following is None or following.link or following.key in gazetteer.organisations().heads:
        return False
    common = gazetteer.common_words()
    if word.key not in gazetteer.given_names():
        # of the Republic, and two words that are no English
        return len(part) == 1 and part[0].key in common and word.key not in common and following.key not in common
    owner = " ".join(each.key for each in part)
    if f"{owner} {word.key}" in gazetteer.places():
        return False
    last = part[-1].key
    is_owner = owner in gazetteer.places() or last in gazetteer.places() or last in gazetteer.organisations().heads
    return len(part) == 1 or is_owner


def _is_licensed(part: Run, word: Word, rest: Sequence[Word]) -> bool:
    """Whether a word belongs to what stands before it, given the small words between."""
    if not word.link:
        return True
    if word.link == "-":
        return False
    if word.link == CALLED:
        return _is_called(part, word)
    link = word.link.split()[0]
    last = part[-1].key
    if f"{' '.join(each.key for each in part)} {word.link} {word.key}" in gazetteer.places():
        return True
    if link in ("of", "for", "on"):
        return not _opens_holder(rest) and (_has_complement(part, word, link) or _is_named_by_all(part, rest))
    if link == "&":
        return True
    if link == "and":
        return _is_joined_by_and(part, rest) or (_is_field(word) and _is_office_with_field(part))
    if link in ("e", "i", "y"):
        return word.key not in gazetteer.common_words()
    return last not in gazetteer.words_with_capitals("function_words") and not is_title(part[-1])


def _opens_holder(rest: Sequence[Word]) -> bool:
    """*the Foreign Ministry of* | *President Anna Berg*: whether an office and who holds it follow, which is another name."""
    titles = gazetteer.titles()
    front = next((place for place, word in enumerate(rest) if word.key not in titles.modifiers), len(rest))
    office, holder = rest[front : front + 1], rest[front + 1 : front + 2]
    if not office or not holder or holder[0].link or (front and office[0].link):
        return False
    key = holder[0].key
    is_person = key in gazetteer.given_names() or key not in gazetteer.common_words()
    return office[0].key in titles.heads and is_person and key not in gazetteer.organisations().heads


def _is_called(part: Run, word: Word) -> bool:
    """*Otto "Ox" Lund*: what stands in marks behind a given name, and the family name behind that."""
    last = part[-1]
    if word.text[0] in '"“':
        given = part[-2] if len(part) > 1 and len(last.key) == 1 else last  # Otto F. "Ox" Lund
        return given.key in gazetteer.given_names() or (len(part) == 1 and last.key not in gazetteer.common_words())
    return last.link == CALLED and last.text[0] in '"“' and len(part) > 1


def _has_complement(part: Run, word: Word, link: str) -> bool:
    """*Bank of England*, *Committee on Finance*, *Joan of Arc*."""
    last = part[-1].key
    before_of = gazetteer.organisations().before_of
    if is_title(part[-1]) and last not in before_of:
        return _is_field(word)
    if link == "on":
        return last in gazetteer.organisations().before_on
    if {last, last.removesuffix("s"), " ".join(each.key for each in part[-2:])} & before_of:
        return link == "of" or last not in gazetteer.organisations().never_before_for
    if link == "of" and any(each.key in before_of for each in part) and any(each.link[:2] == "of" for each in part):
        return True  # Ministry of Foreign Affairs of Norway
    is_given = last in gazetteer.given_names() and last not in gazetteer.common_words()
    return word.link == "of" and len(part) == 1 and is_given


def _is_field(word: Word) -> bool:
    """What an office is about: *Finance* in *Minister of Finance*; nothing that is a body or a place by itself."""
    key, names = word.key, gazetteer.organisations()
    if key in gazetteer.words_with_capitals("departments"):
        return True
    is_body = key in names.institutions or key in names.before_of or word.text in names.known or "the" in word.link
    is_place = key in gazetteer.places() or names.first_words.get(key) == "place"
    return key in gazetteer.common_words() and not is_place and not is_body


def _is_office_with_field(part: Run) -> bool:
    """*Minister of Trade*, where *and Industry* follows."""
    return any(is_title(word) and _end_of_title(part, place) == len(part) for place, word in enumerate(part[:-1]))


def _is_named_by_all(part: Run, rest: Sequence[Word]) -> bool:
    """*Freedom of Information Act*: plain words that only the head at their end makes a name."""
    common, heads = gazetteer.common_words(), gazetteer.organisations().heads
    right = _up_to_link(rest)
    whole = [*part, *right]
    return len(right) > 1 and heads.get(right[-1].key) == "other" and all(word.key in common for word in whole)


def _is_national(part: Run) -> bool:
    """*National Search*, where *and Rescue Agency* follows: a word for all of a country, and one thing that is no body."""
    first, heads = part[0].key, gazetteer.organisations().heads
    is_wide = first in gazetteer.words_with_capitals("nationwide")
    return is_wide and len(part) == 2 and not part[1].link and part[1].key not in heads and not is_title(part[1])


def _up_to_link(rest: Sequence[Word]) -> Run:
    """The first word and those that follow it without a small word between."""
    right = [rest[0]]
    for word in rest[1:]:
        if word.link:
            break
        right.append(word)
    return right


def _is_joined_by_and(part: Run, rest: Sequence[Word]) -> bool:
    """*Food and Drug Administration*, *Zoo and Botanical Garden*: common words with an institution's head at the end."""
    common, heads = gazetteer.common_words(), gazetteer.organisations().heads
    right = _up_to_link(rest)
    if is_title(right[0]) or not all(word.key in common for word in right):
        return False
    if part[-1].key in common and any(word.link.split()[0] in ("of", "for", "on") for word in part if word.link):
        return True
    if len(right) == 1 or right[-1].key not in heads:
        return False
    if part[0].key in common and (len(part) == 1 or _is_national(part)):
        return True
    kinds = (heads.get(part[-1].key), heads[right[-1].key])
    return kinds[0] is not None and kinds[1] != "other" and kinds != ("place", "place")  # Main Street and Oak Avenue


def without_function_words(part: Run) -> Run:
    """*The International Criminal Court* without *The*."""
    function = gazetteer.words_with_capitals("function_words")
    start, end = 0, len(part)
    while (
        start < end
        and part[start].key in function
        and not part[start].is_shouted
        and not begins_with_number(part[start:])
    ):
        start += 1
    while end > start and part[end - 1].key in function and not part[end - 1].is_shouted:
        end -= 1
    return part[start:end]


def begins_with_number(part: Run) -> bool:
    """*First Marlow Bank*, *Second Congo War*, *Fifth Battalion*, *Sixth Street*: an ordinal that tells one from others."""
    ordinals, heads = gazetteer.words_with_capitals("ordinals"), gazetteer.organisations().heads
    if len(part) < 2 or part[0].key not in ordinals or part[1].link:
        return False
    if len(part) == 2:
        return part[1].key in gazetteer.organisations().numbered or part[1].text in gazetteer.words_with_capitals(
            "ways"
        )
    # Third Criminal Court of Marlow
    named = next((place for place, word in enumerate(part) if word.link == "of"), len(part))
    return part[named - 1].key in heads and named > 2


# ---------------------------------------------------------------- titles


def title_in(part: Run) -> tuple[int, int] | None:
    """Where the first title of a part begins and ends; None where there is none.

    What would leave an institution behind is no title: *General Motors*, *President's Office*.
    """
    for place, word in enumerate(part):
        if not (is_title(word) or _is_title_before_name(part, place)) or (word.link and place):
            continue
        end = _end_of_title(part, place)
        if _is_given_name(part, place) or _is_legal_form(part[place:]):
            continue
        if _leaves_institution(word, part[end:]) or (end == len(part) and _is_family_name(part, place)):
            continue
        begin = place
        while begin > 0 and not part[begin].link and part[begin - 1].key in gazetteer.titles().modifiers:
            begin -= 1
        return begin, end
    return None


def _is_given_name(part: Run, place: int) -> bool:
    """*Dean Marlow*, *Earl Hartley*: a title's word that is a given name where only a family name follows."""
    return place == 0 and len(part) == 2 and part[0].key in gazetteer.words_with_capitals("titles_and_given_names")


def _is_legal_form(rest: Sequence[Word]) -> bool:
    """*Pvt. Ltd.*, which is no private."""
    forms = gazetteer.organisations().legal_forms
    return len(rest) > 1 and all(word.key in forms for word in rest)


def _is_title_before_name(part: Run, place: int) -> bool:
    """*Marlow Colts GM Ann Berg*, *Presidents Bush and Ito*: what is a title only before somebody's name."""
    if place + 1 == len(part) or part[place + 1].link:
        return False
    word, following, titles = part[place], part[place + 1].key, gazetteer.titles()
    if following in gazetteer.given_names() and (
        (word.is_shouted and word.key in titles.abbreviations) or _is_role_of_somebody(part, place)
    ):
        return True
    is_plural = word.key.endswith("s") and word.key[:-1] in titles.heads and word.key not in gazetteer.family_names()
    return is_plural and place == 0 and following not in gazetteer.organisations().heads


def _is_role_of_somebody(part: Run, place: int) -> bool:
    """*Witness Mark Lee*: a role written large, before a given name and another word."""
    word, rest = part[place], part[place + 2 :]
    is_role = word.key in gazetteer.titles().roles and word.key not in gazetteer.given_names()
    return is_role and bool(rest) and not rest[0].link and rest[-1].key not in gazetteer.organisations().heads


def _end_of_title(part: Run, place: int) -> int:
    """*Deputy Foreign Minister*, *Secretary of State*."""
    end = place + 1
    posts = gazetteer.titles().posts
    while end < len(part) and not part[end].link:
        if not (is_title(part[end]) or _continues(part, end) or f"{part[end - 1].key} {part[end].key}" in posts):
            break
        end += 1
    first = end
    while end < len(part) and part[end].link in (("of", "for", "and") if end > first else ("of", "for")):
        if not _is_field(part[end]):
            break
        end += 1
        while end < len(part) and not part[end].link and _goes_on(part[end - 1], part[end]):
            end += 1
    return end


def _goes_on(word: Word, following: Word) -> bool:
    """*Affairs* behind *Foreign*: a word that begins what an office is about, and its noun."""
    return (
        word.key in gazetteer.titles().modifiers
        and word.key not in gazetteer.words_with_capitals("departments")
        and following.key not in gazetteer.given_names()
        and _is_field(following)
    )


def _continues(part: Run, place: int) -> bool:
    """Whether a modifier here has a title behind it: *Foreign* in *Deputy Foreign Minister*."""
    while place < len(part) and not part[place].link and part[place].key in gazetteer.titles().modifiers:
        place += 1
        if place < len(part) and is_title(part[place]):
            return True
    return False


def _is_family_name(part: Run, place: int) -> bool:
    """*Martin Luther King*, *John Major*: a title's word behind a given name."""
    first = part[0].key
    return (
        1 <= place <= 2
        and place == len(part) - 1
        and first in gazetteer.given_names()
        and first not in gazetteer.places()
    )


def is_of_several(word: Word) -> bool:
    """*Detectives*: a title of several people, with which no name of one person ends."""
    return word.key.endswith("s") and word.key[:-1] in gazetteer.titles().heads and not _is_borne(word)


def _is_borne(word: Word) -> bool:
    return word.key in gazetteer.family_names() or word.key[:-1] in gazetteer.family_names()


def _leaves_institution(title: Word, rest: Sequence[Word]) -> bool:
    heads = gazetteer.organisations().heads
    if not rest or title.text.endswith(".") or rest[-1].link:
        return False
    if rest[-1].key not in heads:
        return is_of_several(rest[-1])
    return not (len(rest) > 1 and rest[0].key in gazetteer.given_names())
