"""Where the clauses of a sentence begin, and of what kind each is: *He resigned in May | and left the country*.

A word or mark that can open a clause is looked at where the clause at work has its verb already, or is only interrupted there
by a relative clause or a participle (*The bridge, | built in 1932, | fell*). Whether it opens one, and which, its class and what
follows tell. What goes on behind such an interruption is `continued`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsrecon.tagged_words import PREDICATES, REACH, TaggedWords
from newsrecon.verbs import verbs
from newsrecon.word_classes import clause_words, is_plural, reporting, reporting_bare

__all__ = ["openings"]

TELLER = 13
"""So many words may say who says so: *…, a former engineer of the company, Owen Pratt, | said*."""


def openings(sentence: TaggedWords) -> list[tuple[int, str]]:
    """The places of the words at which clauses begin, and the kind of each.

    >>> from newsrecon.span import Span
    >>> from newsrecon.tagged_words import tagged_words
    >>> text = "He resigned in May and left the country."
    >>> openings(tagged_words(text, Span(0, len(text))))
    [(0, 'main'), (4, 'coordinated')]
    """
    tags = sentence.tags
    kind = _opening(sentence)
    cuts = [(0, kind)]
    fronted = kind != "main"
    verb = sentence.verb_of(0, len(tags), kind)
    if verb is None:
        return cuts
    for match in _CANDIDATE.finditer(tags):
        place = match.start()
        start = cuts[-1][0]
        if place < start or (place == start and cuts[-1][1] != "continued"):
            continue
        found = _goes_on(sentence, place, cuts)
        past = verb is not None and _is_past_verb(sentence, place, verb, cuts[-1][1])
        if found is None and (past or _in_apposition(sentence, start, place)):
            found = _opens(sentence, place, cuts[-1][1], fronted)
        if found is None:
            continue
        begin, kind = found
        if begin <= start:
            continue
        cuts.append((begin, kind))
        fronted = fronted and kind in ("coordinated", "subordinate")
        near = sentence.verb_of(begin, min(begin + REACH, len(tags)), kind)
        if near is not None or verb is None or verb < begin + REACH:
            verb = near if near is not None else sentence.first_verb(begin + REACH, len(tags))
    return cuts


def _goes_on(sentence: TaggedWords, place: int, cuts: Sequence[tuple[int, str]]) -> tuple[int, str] | None:
    """*The bridge, which was old, | collapsed*: what a clause in between kept apart from its subject."""
    if len(cuts) < 2 or cuts[-1][1] not in ("relative", "participle") or sentence.tags[place] != ",":
        return None
    after = sentence.after_adverbs(place + 1)
    if after >= len(sentence.tags) or sentence.tags[after] not in PREDICATES:
        return None
    (first, kind), (begin, _) = cuts[-2:]
    waits = kind in ("main", "coordinated", "content") and sentence.first_verb(first, begin) is None
    return (place + 1, "continued") if waits else None


def _interrupts(sentence: TaggedWords, place: int) -> bool:
    """Whether a participle opens here that stands between a subject and its verb: *The bridge, | built in 1932, fell*."""
    return sentence.tags[place] == "," and sentence.is_closed(sentence.after_adverbs(place + 1))


def _is_past_verb(sentence: TaggedWords, place: int, verb: int, kind: str) -> bool:
    """Whether the clause at work has its verb before this place, or is only interrupted here: *Rome, which …, fell*."""
    tags = sentence.tags
    if verb == place or tags[place] == "b":
        return verb == place and tags[place] in "PSDBsbG"
    if tags[place] == "r":
        return verb < place or tags[place - 1] in ",i"
    return verb < place or tags[place] == "q" or kind == "attribution" or _interrupts(sentence, place)


def _in_apposition(sentence: TaggedWords, start: int, place: int) -> bool:
    """Whether a relative clause opens between a subject and its verb: *Berg, head of a firm | that failed, quit*."""
    tags = sentence.tags
    if tags[place] not in "rt" or _CLOSED_BEFORE_VERB.match(tags, place) is None:
        return False
    return tags.find(",", start, place) > start and sentence.first_verb(start, place) is None


def _opening(sentence: TaggedWords) -> str:
    """The kind of the first clause: a sentence may open with a subordinate clause or a participle."""
    tags = sentence.tags
    if not tags:
        return "main"
    if tags[0] in "GDN" and "," in tags[:40]:
        base = sentence.words[0].lower() in verbs()  # Broadcast networks have, but Hit by a car, she
        return "participle" if not base or tags[1:2] in ("i", "p") else "main"
    if (after := sentence.so_long_before()) and (comma := tags.find(",", after, 60)) > 0:
        return "subordinate" if sentence.first_verb(after + 1, comma) is not None else "main"
    if tags.startswith("ao"):
        return "attribution"
    if tags[0] in "up":
        if _is_bare_participle(sentence, 0):
            return "participle"
        if tags[0] == "u":
            return "subordinate"
        comma = tags.find(",", 0, 60)
        if comma > 0 and sentence.first_verb(1, comma) is not None:
            return "subordinate"
    return "main"


def _opens(sentence: TaggedWords, place: int, kind: str, fronted: bool) -> tuple[int, str] | None:
    """Where a clause begins and of what kind, if the word or mark at this place opens one."""
    tag = sentence.tags[place]
    if tag in ",q":
        return _after_comma(sentence, place, kind, fronted)
    if tag == ";":
        verb = sentence.verb_near(place + 1)
        return (place + 1, "main") if verb is not None else None
    if tag == "c":
        return _coordinated(sentence, place)
    if tag == "r":
        return _relative(sentence, place)
    if tag == "t":
        return _that(sentence, place)
    if tag == "u":
        opens = _is_bare_participle(sentence, place) or sentence.verb_near(place + 1) is not None
        return (place, "subordinate") if opens else None
    if tag == "a":
        return (place, "attribution") if sentence.tags[place + 1 : place + 2] == "o" else None
    if tag == "p":
        return _preposition(sentence, place)
    return _reported(sentence, place)


def _after_comma(sentence: TaggedWords, place: int, kind: str, fronted: bool) -> tuple[int, str] | None:
    tags = sentence.tags
    after = sentence.after_adverbs(place + 1)
    if after >= len(tags):
        return None
    tag = tags[after]
    if tags[place] == "," and _is_attribution(sentence, after):
        return (place + 1, "attribution")
    if kind == "attribution":
        return (place + 1, "continued" if tag in "APS" else "main") if tag not in "Gr" else None
    if tag == "G" and tags[place - 1] == "G":
        return None  # "pushing, kicking and hitting him"
    if tag == "G" or _is_absolute(sentence, after):
        return (place + 1, "participle")
    if tag in "DN" and tags[after + 1 : after + 2] in ("i", "o", "p"):
        if kind == "relative" and tags[after - 1] == "A":
            return (place + 1, "continued")
        return (place + 1, "participle")
    if kind in ("relative", "participle", "subordinate") and tag in "AP":
        return (place + 1, "main" if fronted else "continued")
    if fronted and tag in "dnCxbsBQ" and sentence.verb_near(after) is not None:
        return (place + 1, "main")
    if kind == "relative" and tag in "dnC" and sentence.verb_near(after, marks=",") is not None:
        return (place + 1, "continued")
    return None


def _is_absolute(sentence: TaggedWords, place: int) -> bool:
    """Whether a noun with its own participle follows: *…, its roof torn off by the wind*, *…, her voice shaking*."""
    if sentence.words[place].lower() not in clause_words()["owners"]:
        return False
    match = _ABSOLUTE.match(sentence.tags, place)
    return match is not None and (match["verb"] != "D" or match["after"] in ("i", "o"))


def _is_attribution(sentence: TaggedWords, place: int) -> bool:
    """Whether only who says so follows: *…, the mayor told reporters.* *…, said the mayor.*"""
    tags = sentence.tags
    verb = next((at for at in range(place, min(place + TELLER, len(tags))) if tags[at] in "PSDsABt"), None)
    if verb is None or sentence.words[verb].lower() not in reporting_bare():
        return False
    if tags[place] == "G" and "," in tags[place:verb]:  # killing two, | officials said
        return False
    end = next((at for at in range(verb + 1, min(verb + 12, len(tags))) if tags[at] in ",;."), len(tags))
    return end - verb < 12 and not any(tag in "APSDGtruoq" for tag in tags[verb + 1 : end])


def _is_bare_participle(sentence: TaggedWords, place: int) -> bool:
    """*while moving*, *when found in*: no subject of its own."""
    after = sentence.after_adverbs(place + 1)
    tag = sentence.tags[after : after + 1]
    if tag == "G":  # not "since fighting broke out", nor "when responding officers arrived"
        plural = sentence.tags[after + 1 : after + 2] in ("x", "s") and is_plural(sentence.words[after + 1])
        return sentence.tags[after + 1 : after + 2] not in ("A", "P") and not (
            plural and sentence.tags[after + 2 : after + 3] in ("A", "P", "D")
        )
    return tag in ("D", "N") and sentence.tags[after + 1 : after + 2] in ("i", ".", ",", "")


def _coordinated(sentence: TaggedWords, place: int) -> tuple[int, str] | None:
    """*and left* · *but the mayor said*; not *shot and killed*, not *women and girls*, not *has not yet signed*."""
    tags = sentence.tags
    after = sentence.after_adverbs(place + 1)
    if after >= len(tags) or tags[place - 1] in "DNPAG":
        return None
    if tags.endswith("Av", 0, place) and sentence.words[place].lower() in clause_words()["also_adverbs"]:
        return None
    tag = tags[after]
    following = tags[after + 1 : after + 2]
    if tag in "APS" or (tag == "D" and following not in ("x", "s", "b")):
        return (place, "coordinated")
    if tag in "sB" and following in ("o", "d", "t"):
        return (place, "coordinated")
    if tag in "pu":
        return None
    if tag in "dnCxbsQ":
        verb = sentence.verb_near(after, marks=",")
        if verb is not None and (tags[place - 1] == "," or tag in "dnC") and _is_noun_phrase(sentence, after, verb):
            return (place, "coordinated")
    return None


def _is_noun_phrase(sentence: TaggedWords, start: int, end: int) -> bool:
    return not any(tag in "GoPA" for tag in sentence.tags[start:end])


def _relative(sentence: TaggedWords, place: int) -> tuple[int, str] | None:
    tags, words = sentence.tags, sentence.words
    begin = place
    if place > 0 and words[place - 1].lower() in clause_words()["relative_prepositions"]:
        begin = place - 1
        if begin > 1 and tags[begin - 1] in "dnx" and tags[begin - 2] == "," and words[begin].lower() == "of":
            begin -= 1
    after = sentence.after_adverbs(place + 1)
    opens = tags[after : after + 1] in ("A", "P", "S", "D", "s") or sentence.verb_near(place + 1) is not None
    return (begin, "relative") if opens else None


def _that(sentence: TaggedWords, place: int) -> tuple[int, str] | None:
    """*said that it fell*, *a law that bans it*; not *in that month*."""
    tags = sentence.tags
    before = tags[place - 1]
    after = sentence.after_adverbs(place + 1)
    verb_next = tags[after : after + 1] in ("A", "P", "S", "D", "s")
    if before in "id" or not (verb_next or sentence.verb_near(place + 1) is not None):
        return None
    if any(word.lower() in reporting() for word in sentence.words[max(0, place - 6) : place]) and not verb_next:
        return (place, "content")
    if verb_next and before in "xCbsn":
        return (place, "relative")
    return (place, "content") if tags[after : after + 1] in ("d", "n", "C") and before in "xbsBSD" else None


def _preposition(sentence: TaggedWords, place: int) -> tuple[int, str] | None:
    """*after it fell*, *after seizing power*; neither *after the war* nor *since 2000 and had left*."""
    tags, word = sentence.tags, sentence.words[place].lower()
    if _is_bare_participle(sentence, place):
        return (place, "participle")
    if word in clause_words()["only_with_participle"]:
        return None
    verb = sentence.verb_near(place + 1, marks=",")
    if verb is None or verb == place + 1 or sentence.tags[place + 1 : verb].rstrip("v").endswith("c"):
        return None
    that = sentence.tags.find("t", place + 1, verb)
    if that > 0 and _is_said(sentence, place) and sentence.first_verb(place + 1, that) is None:
        return None  # said after the match | that he would go
    if word == "as" and (verb - place > 7 or "c" in tags[place:verb] or _IDIOM.match(tags, place + 1)):
        return None
    if word not in ("when", "where") and any(tag in "Go" for tag in tags[place + 1 : verb]):
        return None
    return (place, "subordinate")


def _is_said(sentence: TaggedWords, place: int) -> bool:
    """Whether a verb of saying stands right before a phrase of when or where: **said** | *after the match that …*"""
    return any(word.lower() in reporting() for word in sentence.words[max(0, place - 2) : place])


def _reported(sentence: TaggedWords, place: int) -> tuple[int, str] | None:
    """*said | it fell*: a clause without "that" after a verb of saying, to whom and when or where it was said left behind."""
    tags = sentence.tags
    if sentence.words[place].lower() not in reporting_bare() or place + 2 >= len(tags):
        return None
    begins = "dnC" if tags[place] == "b" else "dnCx"
    after = place + 1
    if tags[after] == "C" and tags[after + 1] in "dn":
        after += 1  # "said Wednesday | she would go", "told Reuters | the plan was off"
    elif (behind := sentence.behind_aside(after)) > after:
        after, begins = behind, "dnC"
    if tags[after] not in begins:
        return None
    verb = sentence.verb_near(after, marks=",")
    if verb is None and _APPOSED.match(tags, after):
        return (after, "content")
    noun = after + (2 if _SHOOTING_VICTIM.match(tags, after) else 0)
    if verb is None or verb <= noun or not _is_noun_phrase(sentence, noun, verb) or "t" in tags[after:verb]:
        return None
    return None if _says_more(sentence, after, verb) else (after, "content")


def _says_more(sentence: TaggedWords, start: int, end: int) -> bool:
    """Whether another verb of saying goes on from the one before: *announced her resignation* **and said** *she was proud*."""
    return any(
        sentence.words[match.end() - 1].lower() in reporting()
        for match in _AND_VERB.finditer(sentence.tags, start, end)
    )


# and | then | said
_AND_VERB = re.compile(r"cv?(?:[SD]|[sB](?=[odntC]))")


# said | the suspect, a former guard, was
_APPOSED = re.compile(r"(?:d[xb]{0,2}G|[dnCxbs]{1,5}),[dnCxbsio0Q]{1,10},v?[AP]")

# said | the shooting | victim
_SHOOTING_VICTIM = re.compile(r"dG(?=[xbs])")

# as | usual on
_IDIOM = re.compile(r"xi")

# that | failed in May, was
_CLOSED_BEFORE_VERB = re.compile(r"[rt][^,;rtuqc]{1,16},v?[APDS]")

# its roof torn off · her voice shaking
_ABSOLUTE = re.compile(r"d[xCbs]{1,3}v?(?P<verb>[DNG])(?P<after>.?)")

# Words and marks that may open a clause, verbs among them since "said" may be followed by one.
_CANDIDATE = re.compile(r"[,;qcrtupaPSDBsbG]")
