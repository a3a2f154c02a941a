"""The words of a sentence with their classes, and which of them are verbs: *The bridge, built in 1932, | fell*.

A verb beyond doubt is one by its class. Of the others, the class of the word before decides, and what comes behind: a form in
*-ed* may be a participle that describes the noun before it (*the man | accused of it | fled*), stand between a subject and its
verb (*The bridge, | built in 1932, | fell*), or be the verb behind an apposition (*The volcano, calm for years, | erupted*).
"""

from __future__ import annotations

import re

from attrs import evolve, frozen

from newsrecon.span import Span
from newsrecon.word_classes import class_before, classes_of, clause_words, reporting, reporting_bare, with_a_verb

__all__ = ["PREDICATES", "REACH", "TaggedWords", "tagged_words"]

PREDICATES = "APDSsB"
"""The classes that a predicate may begin with."""
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
    for noun in _NOUNS_IN_ING:
        tags = noun.sub(r"\1x", tags)
    if words[-1:] == (".",):
        tags = _SOME_WHO_DID.sub(lambda found: _as_pronoun(found, words), tags)
    found = TaggedWords(tokens, words, tags)
    if found.first_verb(0, len(words)) is None:
        return evolve(found, tags=with_a_verb(words, found.tags))
    return found


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
        for match in _VERB_OR_PARTICIPLE.finditer(self.tags, start, end):
            index = match.start()
            is_noun = index > start and self.tags[index - 1] == "d"  # the drawing
            if self._is_verb(index, start) or (match[0] in "GN" and index - start < 3 and not is_noun):
                behind = self._behind_relative(start, index, end)
                return index if behind is None else behind
        return None

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
        if place <= start or self.tags[place] not in "rt" or self.words[verb].lower() in reporting():
            return None
        found = _MAIN_VERB.match(self.tags, verb, end) or _MAIN_PARTICIPLE.match(self.tags, verb, end)
        if found is None:
            return None
        main = found.start("main")
        return next((at for at in range(verb + 1, main) if self.words[at].lower() in reporting()), main)

    def verb_of(self, start: int, end: int, kind: str) -> int | None:
        """The verb of a clause; a participle, and what goes on with the rest of an interrupted one, may begin with it."""
        after = self.after_adverbs(start)
        opens = {"continued": PREDICATES, "participle": "DN"}.get(kind, "")
        if after < end and self.tags[after] in opens:
            return after
        return self.first_verb(start, end)

    def _is_verb(self, index: int, start: int) -> bool:
        tags = self.tags
        tag = tags[index]
        if tag in "AP":
            return True
        before = class_before(tags, index, start)
        after = tags[index + 1 : index + 2]
        if tag in "sb" and index > start and self.words[index - 1][0].isdigit():
            return False  # by 9 votes to 4
        if before == "c" and tag in "DSsB":
            return index == start + 1
        if tag == "D":
            if before == "v":
                before = tags[max(0, index - 4) : index].rstrip("v")[-1:] or "."
            if before == "," and (closed := self._in_apposition(start, index)) is not None:
                return closed
            if before == "n" and after in ("x", "C", "b") and self._describes_some(index):
                return False
            if before in "dioA." or index == start or (after in ("x", "C") and before not in "xCnQqsbrtu)"):
                return False
            return not self._is_reduced(index)
        if tag == "S":
            return before not in "dio"
        if tag == "s":
            return (before in "nrt" and after != "") or (before in "Cxb" and after in ("t", "o", "d", "n"))
        if tag == "B" and before == "b":
            return self.words[index].lower() in reporting_bare()
        if tag == "b" and before in "xC" and after in ("d", "n"):
            return _is_plural(self.words[index - 1])
        return (tag == "B" and before in "nxCs") or (tag == "b" and before == "n")

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
        return _VERB_BEHIND.match(self.tags, index + 1, index + REACH) is not None


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

# built | in 1932, fell
_CLOSED = re.compile(r"[^,;crtuAPS]{1,14},v?[APDS]")

# The volcano, calm for 80 years, | erupted
_APPOSITION = re.compile(r"[dnCxbsio]{1,12},[^,;crtuAPSDG]{1,14},v?")

# the | bombing | killed · A car | bombing | killed 30 people
_NOUNS_IN_ING = (re.compile(r"(dC{0,2})G(?=v?D|,)"), re.compile(r"^(d?[xC]{1,3})G(?=v?D[dxC][^APSDB]*$)"))

# Two | died in the crash · Both | denied the charges
_SOME_WHO_DID = re.compile(r"[dvcu](?=v?D[idovcput.,;])")


def _as_pronoun(quantifier: re.Match[str], words: tuple[str, ...]) -> str:
    """The class of a word for how many, if those are meant by it alone: **Two** *died*."""
    return "n" if words[quantifier.start()].lower() in clause_words()["quantifiers"] else quantifier[0]


# told | reporters · said | late on Monday · said | in a statement
_ASIDE = re.compile(r"(?:x(?=[dn]|v?i)|C(?=v?i))?(?:v?i(?:dx{1,2}|C{1,2}))?(?=[dn]|(?<=x)C)")

# wounded | soldiers were
_NOUN_AND_AUXILIARY = re.compile(r"[xCbs]{1,3}v?[AP]")

# accused | of the murder was
_VERB_BEHIND = re.compile(r"i[^APSDGcrtu,;:pqn]*[xCbs]v?[AP]")
