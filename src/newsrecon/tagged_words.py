"""The words of a sentence with their classes, and which of them are verbs: *The bridge, built in 1932, | fell*.

A verb beyond doubt is one by its class. Of the others, the class of the word before decides, and what comes behind: a form in
*-ed* may be a participle that describes the noun before it (*the man | accused of it | fled*), stand between a subject and its
verb (*The bridge, | built in 1932, | fell*), or be the verb behind an apposition (*The volcano, calm for years, | erupted*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from newsrecon.span import Span
from newsrecon.verbs import verbs
from newsrecon.word_classes import (
    class_before,
    classes_of,
    clause_words,
    forms_in,
    reporting,
    reporting_bare,
    with_a_verb,
)

__all__ = ["PREDICATES", "REACH", "TaggedWords", "tagged_words"]

PREDICATES = "APDSsB"
"""The classes that a predicate may begin with."""
LONGEST_ASIDE = 8
"""So many words back, and no more, the comma stands with which an aside begins."""
LONGEST_SUBJECT = 6
"""So many words before its verb, a relative clause may begin with its subject."""
REACH = 14
"""So many words on, a verb still belongs to the clause that may begin here."""

# Plain words first, as nearly all are; a quotation in double marks of up to 2,000 characters is one word; figures, marks.
_TOKEN = re.compile(
    r"[a-zA-Z][a-z]++(?![\w'’-])"
    r"|“[^“”]{0,2000}”|\"[^\"]{0,2000}\"|\d+(?:[.,:]\d+)*\w*|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|_"
)


def tagged_words(text: str, sentence: Span) -> TaggedWords:
    """The words of a sentence, each with its class; what has no verb beyond doubt is looked through for one once more.

    >>> text = "The plan faces criticism."
    >>> found = tagged_words(text, Span(0, len(text)))
    >>> found.tags, found.words[found.first_verb(0, 5)]
    ('dbPx.', 'faces')
    """
    tokens = tuple(_TOKEN.finditer(text, sentence.start, sentence.end))
    words = tuple([token[0] for token in tokens])
    tags = classes_of(words)
    if "at" in words or "At" in words:
        tags = "".join(["i" if tag == "d" and _is_place(words, at) else tag for at, tag in enumerate(tags)])
    for noun in _NOUNS_IN_ING:
        tags = noun.sub(r"\1x", tags)
    if "C." in tags[:-1]:
        tags = _abbreviated(tokens, tags)
    if words[-1:] == (".",):
        tags = _SOME_WHO_DID.sub(lambda found: _as_pronoun(found, words), tags)
    found = TaggedWords(tokens, words, tags)
    if found.first_verb(0, len(words)) is None:
        return evolve(found, tags=with_a_verb(words, found.tags))
    return found


def _abbreviated(tokens: Sequence[re.Match[str]], tags: str) -> str:
    """The classes, the point of an abbreviation being part of the name that it ends: *Acme Inc.* | *said*."""
    told = list(tags)
    for place in range(1, len(tags) - 1):
        ahead = tokens[place + 1][0][0]
        if tags[place - 1 : place + 1] == "C." and tokens[place][0] == "." and (ahead.islower() or ahead == ","):
            told[place] = "C"
    return "".join(told)


def _is_place(words: Sequence[str], place: int) -> bool:
    """Whether a word is *at* before a place or a time, and not before a number: *at least four*."""
    ahead = words[place + 1].lower() if place + 1 < len(words) else ""
    return words[place].lower() == "at" and ahead not in clause_words()["bounds"]


@frozen
class TaggedWords:
    """The words and marks of one sentence, a letter for the class of each; places count them."""

    tokens: tuple[re.Match[str], ...]
    """Where each stands in the text."""
    words: tuple[str, ...]
    """Each as it is written; a quotation is one word."""
    tags: str
    """The class of each, as `word_classes` has them."""

    def span(self, first: int, last: int) -> Span:
        """From one word up to another, which is left out."""
        return Span(self.tokens[first].start(), self.tokens[last - 1].end())

    def so_long_before(self) -> int:
        """The place of *after* in *The day after he left*, behind a length of time that opens the sentence; 0 where none does."""
        low = [word.lower() for word in self.words[:5]]
        place = next((at for at, word in enumerate(low) if at and word in clause_words()["after_a_length"]), 0)
        return place if place > 1 and low[place - 1] in clause_words()["lengths"] else 0

    def after_adverbs(self, place: int) -> int:
        """The place itself, or of the first word behind the adverbs that stand there."""
        tags = self.tags
        while place < len(tags) and tags[place] == "v":
            place += 1
        return place

    def verb_near(self, place: int, marks: str = "") -> int | None:
        """The verb of a clause that begins here, looked for up to the next word that opens another."""
        end = min(len(self.tags), place + REACH)
        for match in _VERB_OR_END.finditer(self.tags, place, end):
            index, tag = match.start(), match[0]
            if tag in "ru;" or tag in marks:
                return None
            if self._is_verb(index, place):
                return index
        return None

    def first_verb(self, start: int, end: int) -> int | None:
        """The first verb of a stretch, or a participle that it begins with; that of *The man who fell died* is *died*."""
        told = None
        for match in _VERB_OR_PARTICIPLE.finditer(self.tags, start, end):
            index = match.start()
            is_noun = index > start and self.tags[index - 1] == "d"  # the drawing
            if self._is_verb(index, start):
                behind = self._behind_relative(start, index, end) or self._behind_aside(start, index, end)
            elif match[0] not in "GN" or index - start >= 3 or is_noun or told is not None:
                continue
            elif self.tags[start] in "oi":  # In heavy trading, | prices fell
                told = index
                continue
            else:
                behind = self._behind_participle(start, index, end)
            return index if behind is None else behind
        return told

    def relative_before(self, start: int, verb: int) -> int | None:
        """The place of *who* or *that* behind which a verb stands in a stretch before another: *The man | who fell | died*."""
        for match in _RELATIVE.finditer(self.tags, start + 1, verb):
            if self.after_adverbs(match.end()) < verb:
                return match.start()
        return None

    def _behind_relative(self, start: int, verb: int, end: int) -> int | None:
        """The verb of the subject that a relative clause without commas belongs to, given the verb of that clause."""
        place = verb - 1
        while place > start and self.tags[place] == "v":
            place -= 1
        while place > start and verb - place < LONGEST_SUBJECT and self.tags[place] in "dnCxbs":
            place -= 1  # the bridge that | Berg | built fell
        if place <= start or self.tags[place] not in "rt" or self.words[verb].lower() in reporting_bare():
            return None
        found = _MAIN_VERB.match(self.tags, verb, end) or _MAIN_PARTICIPLE.match(self.tags, verb, end)
        if found is None:
            says = _MAIN_SAYING.match(self.tags, verb, end)
            return says.start("main") if says and self.words[says.start("main")].lower() in reporting_bare() else None
        main = found.start("main")
        return next((at for at in range(verb + 1, main) if self.words[at].lower() in reporting()), main)

    def _behind_aside(self, start: int, verb: int, end: int) -> int | None:
        """The verb behind who said so between commas: *The mayor, police said, | was unhurt*."""
        if self.words[verb].lower() not in reporting() or _SAID.match(self.tags, verb, end) is None:
            return None
        aside = _BETWEEN_COMMAS.search(self.tags, max(start + 1, verb - LONGEST_ASIDE), verb)
        return None if aside is None else verb + 2

    def _behind_participle(self, start: int, participle: int, end: int) -> int | None:
        """The verb of the subject that a participle without commas describes: *A bus | carrying tourists | hit a wall*."""
        tags = self.tags
        if participle == start and (start > 0 or "," in tags[:end]):
            return None
        if participle > start and (tags[participle - 1] in "pu" and tags[participle + 1 : participle + 2] not in "xsC"):
            return None  # after | leaving the house
        found = _DESCRIBED.match(tags, participle, end)
        if found is None or (participle > start and self.contracted(participle - 1)):
            return None
        verb = found.start("main")
        by = tags[verb] == "D" and self.words[verb + 1 : verb + 2] == ("by",)
        return verb if self._is_verb(verb, start) and not by and not self._is_asked(participle, verb) else None

    def _is_asked(self, start: int, end: int) -> bool:
        """Whether a word of a stretch opens what is asked or known: *looking at* | *how the site rated it*."""
        return any(word.lower() in clause_words()["question_words"] for word in self.words[start:end])

    def contracted(self, place: int) -> int:
        """How many characters of a word are an auxiliary: two of *he’s*."""
        word, mark, rest = self.words[place].lower().replace("’", "'").partition("'")
        return len(mark + rest) if word in clause_words()["contracted"] else 0

    def verb_of(self, start: int, end: int, kind: str) -> int | None:
        """The verb of a clause; a participle, and what goes on with the rest of an interrupted one, may begin with it."""
        after = self.after_adverbs(start)
        opens = {"continued": PREDICATES, "participle": "DN"}.get(kind, "")
        if after < end and self.tags[after] in opens:
            return after
        return self.first_verb(start, end)

    def _is_verb(self, index: int, start: int) -> bool:
        tag = self.tags[index]
        if tag in "AP":
            return True
        before = class_before(self.tags, index, start)
        if tag in "sb" and index > start and self.words[index - 1][0].isdigit():
            return False  # by 9 votes to 4
        if before == "c" and tag in "DSsB":
            return index == start + 1
        if tag == "D":
            return self._is_past(index, start, before)
        if tag == "S":
            return before not in "dio"
        if tag == "s":
            return self._is_third(index, start, before)
        return tag in "bB" and self._is_base(index, before)

    def _is_past(self, index: int, start: int, before: str) -> bool:
        """Whether a form in *-ed* is a verb, given the class of the word before."""
        tags, word, after = self.tags, self.words[index].lower(), self.tags[index + 1 : index + 2]
        if before == "D" and self.words[index - 1].lower() in verbs():
            before = "x"  # the pay cut | angered
        if before == "v":
            before = tags[max(0, index - 4) : index].rstrip("v")[-1:] or "."
        if after in ("i", "C") and (self._in_what_it_is(start, index) or self._in_front(start, index)):
            return False
        if after in ("D", "P") and word in verbs():
            return False  # his | bid | failed
        if before == "," and (closed := self._in_apposition(start, index)) is not None:
            return closed
        if before == "n" and after in ("x", "C", "b") and self._describes_some(index):
            return False
        if after == "A" and tags[index - 1 : index] != "n" and word not in reporting():
            return False  # the worst hit | was
        if before in "dioA." or index == start or (after in ("x", "C") and before not in "xCnQqsbrtu)"):
            return False
        return not self._is_reduced(index)

    def _is_third(self, index: int, start: int, before: str) -> bool:
        """Whether a form in *-s* that may be a noun is a verb, given the class of the word before."""
        last, after = self.words[index - 1].lower(), self.tags[index + 1 : index + 2]
        if last in clause_words()["some"] or last.endswith(("’s", "'s")):
            return False  # some delegates · Berg’s attempts
        if before == "v":
            before = self.tags[max(start, index - 4) : index].rstrip("v")[-1:] or "v"  # Berg also | claims
        if before in "nrt" and after != "":
            return True
        return before in "Cxb" and (after in ("t", "o", "d", "n") or self.words[index + 1 : index + 2] == ("at",))

    def _is_base(self, index: int, before: str) -> bool:
        """Whether a base form is a verb, given the class of the word before."""
        tags, last = self.tags, self.words[index - 1].lower()
        if tags[index] == "B":
            return self.words[index].lower() in reporting_bare() if before == "b" else before in "nxCs"
        if before in "xC" and tags[index + 1 : index + 2] in ("d", "n"):
            return _is_plural(last)
        counted = tags[index - 2 : index - 1] == "i" and last in clause_words()["some"]  # at some point
        return before == "n" and not counted

    def is_closed(self, place: int) -> bool:
        """Whether a participle and what goes with it ends in a comma, and a predicate follows: *built in 1932, | fell*."""
        return self.tags[place : place + 1] in ("D", "N", "G") and _CLOSED.match(self.tags, place + 1) is not None

    def _in_apposition(self, start: int, index: int) -> bool | None:
        """Whether a form in *-ed* behind a comma is the verb, as the comma ends what stands beside the subject; None if neither.

        *The bridge, built in 1932, | fell*: *built* is none. *The volcano, calm for years, | erupted*: *erupted* is.
        """
        if self.is_closed(index):
            return False
        return True if _APPOSITION.fullmatch(self.tags, start, index) else None

    def _in_what_it_is(self, start: int, index: int) -> bool:
        """Whether a form in *-ed* describes a noun beside the subject: *Berg, the man | injured in the crash, | is a nurse*."""
        if _CLOSED_FOR_SURE.match(self.tags, index + 1) is None or self.words[index].lower() in reporting():
            return False
        return _BETWEEN_COMMAS.search(self.tags, max(start + 1, index - LONGEST_ASIDE), index) is not None

    def _in_front(self, start: int, index: int) -> bool:
        """Whether a form in *-ed* describes a noun in front of the subject: *In a video* | *made by Berg, a man said*."""
        front = _IN_FRONT.match(self.tags, start)
        if front is None or front.start("verb") != index:
            return False
        return any(tag in "APDS" for tag in self.tags[front.end() : front.end() + REACH])

    def behind_aside(self, place: int) -> int:
        """The place itself, or behind to whom, when or where something was said, where a clause may begin behind that."""
        aside = _ASIDE.match(self.tags, place)
        return place if aside is None else aside.end()

    def _describes_some(self, index: int) -> bool:
        """Whether a form in *-ed* stands between how many and a noun with its verb: *Some* **wounded** *soldiers were*."""
        some = self.words[index - 1].lower() in clause_words()["some"]
        return some and _NOUN_AND_AUXILIARY.match(self.tags, index + 1) is not None

    def _is_reduced(self, index: int) -> bool:
        """Whether a form in *-ed* only describes the noun before it, the verb being behind: *the man | accused of it | fled*.

        A verb of saying with what is said behind it does not: *the mayor | said on Monday | the road was closed*.
        """
        if self.words[index].lower() in reporting_bare() and self.behind_aside(index + 1) > index + 1:
            return False
        found = _VERB_BEHIND.match(self.tags, index + 1, index + REACH)
        if found is not None and not self._is_asked(index, found.end()):
            return True
        behind = _FORM_BEHIND.match(self.tags, index + 1, index + REACH)
        return behind is not None and self._is_described(index, behind.start("verb"))

    def _is_described(self, index: int, verb: int) -> bool:
        """Whether a form in *-ed* describes the noun before it, given another such form behind the noun that follows.

        It does where the other can be no participle, *A man accused of theft* | *died*, or does something to something, *A bomb
        planted under a bridge* | *killed four soldiers*; but not *talked about a deal* | *signed a year ago*.
        """
        word, other = self.words[index].lower(), self.words[verb].lower()
        if word in reporting() or word in forms_in("without_object") or self.words[verb + 1 : verb + 2] == ("by",):
            return False
        if self.words[index + 1].lower() == "by":
            return not any(told[0].isdigit() for told in self.words[index + 1 : verb])  # rose by 4 percent
        if word in forms_in("seldom_with_object"):
            return False
        if other in forms_in("without_object"):
            return True
        acts = self.tags[verb + 1 : verb + 2] == "d" and other not in forms_in("with_two_objects")
        return acts and clause_words()["lengths"].isdisjoint(told.lower() for told in self.words[verb + 2 : verb + 4])


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith("ss")


# What may be a verb, or a participle; what may be a verb, or end the search for one.
_VERB_OR_PARTICIPLE = re.compile(r"[APDSsBbGN]")
_VERB_OR_END = re.compile(r"[APDSsBbru;,]")

# who | fell
_RELATIVE = re.compile(r"[rt](?=v*[APDSBbs])")
# who | was shot on Monday | was · who | makes the drug | says
_VERB_GROUP = r"(?:[PSBbs]|A(?:v*[AN])*v*[DNGPb]?|D)"
_MAIN_VERB = re.compile(rf"{_VERB_GROUP}(?>[^APScrtun,;:qQ.]*)(?P<main>[APS])")
# who | was shot on Monday | died
_MAIN_PARTICIPLE = re.compile(rf"{_VERB_GROUP}[^APSDcrtun,;:qQ.]+(?P<main>D)(?=[^APSD,;:c]*[,;:.c])")

# who | makes the drug | said sales rose
_MAIN_SAYING = re.compile(rf"{_VERB_GROUP}[^APSDcrtun,;:qQ.]+(?P<main>D)(?=[dnxCtbs]|$)")

# In a video | made by Berg,
_IN_FRONT = re.compile(r"[cv]*id?[xbs]{1,4}(?P<verb>D)[iC][^,;crtuAPSD]{0,14},(?=[dnCxbs])")
# , police | said, was
_SAID = re.compile(r"[DSPBb],[APDS]")
_BETWEEN_COMMAS = re.compile(r"(?<=[xCbsn]),[dnxCbs]{1,6}$")
# carrying tourists | hit a wall
_DESCRIBED = re.compile(r"[GN][^APSDcrtu,;:pqn]{1,18}(?<=[xCbsB])v?(?P<main>[APSD])")

# built | in 1932, fell
_CLOSED = re.compile(r"[^,;crtuAPS]{1,14},v?[APDS]")
_CLOSED_FOR_SURE = re.compile(r"i[^,;crtuAPSD]{1,14},v?[APS]")

# The volcano, calm for 80 years, | erupted
_APPOSITION = re.compile(r"[dnCxbsio]{1,12},[^,;crtuAPSDG]{1,14},v?")

# the | bombing | killed · A car | bombing | killed 30 people
_NOUNS_IN_ING = (re.compile(r"(dC{0,2})G(?=v?D|,)"), re.compile(r"^(d?[xC]{1,3})G(?=v?D[dxC][^APSDB]*$)"))

# Two | died in the crash · Both | denied the charges
_SOME_WHO_DID = re.compile(r"[dvcu](?=(?P<verb>v?D)(?P<behind>.))")


def _as_pronoun(quantifier: re.Match[str], words: tuple[str, ...]) -> str:
    """The class of a word for how many, if those are meant by it alone: **Two** *died*."""
    told, behind = words[quantifier.start()].lower() in clause_words()["quantifiers"], quantifier["behind"]
    return (
        "n"
        if told and (behind in "idovcput.,;" or words[quantifier.end("verb") - 1].lower() in reporting())
        else quantifier[0]
    )


# told | reporters · said | late on Monday · said | in a statement
_ASIDE = re.compile(r"(?:x(?=[dn]|v?i)|C(?=v?i))?(?:v?i(?:dx{1,2}|C{1,2}))?(?=[dn]|(?<=x)C)")

# wounded | soldiers were
_NOUN_AND_AUXILIARY = re.compile(r"[xCbs]{1,3}v?[AP]")

# accused | of the murder was
_VERB_BEHIND = re.compile(r"[ivo][^APSDcrtu,;:pqn]*[xCbs]v?[APS]")
# accused | of theft died
_FORM_BEHIND = re.compile(r"i[^APSDcrtu,;:pqn]*[xCbs]v?(?P<verb>D)")
