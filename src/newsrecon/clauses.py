"""The clauses of a sentence: *In May he resigned | and left the country, | which had welcomed him.*

Theory of operation. No parser: each word gets a class by its form (a finite verb for sure, a form in *-ed*, a form in *-ing*,
a word that opens clauses, …), and a sentence is cut where a word or mark that can open a clause stands between two stretches
that each hold a verb. What stands in quotation marks is one opaque word. Clauses do not overlap and cover the sentence, so a
clause that another interrupts is in two parts. The subject is the noun phrase before the first verb, the one shared with the
clause before where there is none, and for a relative clause the noun it is about. Every word is looked at a bounded number of
times. The classes are those of `word_classes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from newsrecon.span import Span
from newsrecon.word_classes import (
    class_before,
    classes_of,
    clause_words,
    reporting,
    reporting_bare,
    with_a_verb,
)

__all__ = ["Clause", "clauses"]

# A quotation in double marks of up to 2,000 characters is one word; then words, figures, marks.
_TOKEN = re.compile(
    r"“[^“”]{0,2000}”|\"[^\"]{0,2000}\"|\d+(?:[.,:]\d+)*\w*|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|_"
)
_REACH = 14
"""So many words on, a verb still belongs to the clause that may begin here."""


@frozen
class Clause:
    """A part of a sentence with one verb, or none where the sentence has none; how it hangs together with the rest.

    `kind` is `main`, `coordinated` (*and left*), `subordinate` (*after it fell*), `content` (*said | that it fell*),
    `relative` (*who left*), `participle` (*killing two*), `attribution` (*according to him*, *…, he said*) or `continued`
    (the rest of a clause that was interrupted).

    >>> from newsrecon import Article
    >>> text = "It fell after the rope broke."
    >>> [(clause.kind, clause.span.of(text)) for clause in Article(text).clauses]
    [('main', 'It fell'), ('subordinate', 'after the rope broke.')]
    """

    span: Span
    """Where it stands, in code points, half-open."""
    sentence: Span
    """The sentence it is part of."""
    kind: str = field(default="main", kw_only=True)
    """How it hangs together with the rest."""
    governor: int | None = field(default=None, kw_only=True)
    """The position of the clause of the sentence that this one hangs on, None for the first."""
    subject: Span | None = field(default=None, kw_only=True)
    """What the verb is said of, where it can be told; it may lie in another clause."""
    verb: Span | None = field(default=None, kw_only=True)
    """The first finite verb or participle."""


def clauses(text: str, sentences: Sequence[Span]) -> tuple[Clause, ...]:
    """The clauses of some sentences, in order; those of a sentence cover it, but for white space between them.

    >>> text = "He resigned in May and left the country, which had welcomed him."
    >>> [(clause.kind, clause.span.of(text)) for clause in clauses(text, [Span(0, len(text))])]
    [('main', 'He resigned in May'), ('coordinated', 'and left the country,'), ('relative', 'which had welcomed him.')]
    """
    return tuple(clause for sentence in sentences for clause in _Reading(text, sentence).clauses())


class _Reading:
    """One sentence while its clauses are found."""

    def __init__(self, text: str, sentence: Span) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens = list(_TOKEN.finditer(text, sentence.start, sentence.end))
        self.words = [token[0] for token in self.tokens]
        self.tags = classes_of(self.words)
        if self._verb_from(0, len(self.tags)) is None:
            self.tags = with_a_verb(self.words, self.tags)

    def clauses(self) -> Iterator[Clause]:
        cuts = self._cuts()
        ends = [place for place, _ in cuts[1:]] + [len(self.tokens)]
        made: list[Clause] = []
        for (first, kind), last in zip(cuts, ends, strict=True):
            made.append(self._clause(first, last, kind, made))
        yield from made

    # ------------------------------------------------------------ where clauses begin

    def _cuts(self) -> list[tuple[int, str]]:
        """The positions of the words at which clauses begin, and the kind of each."""
        tags = self.tags
        kind = self._opening()
        cuts = [(0, kind)]
        fronted = kind != "main"
        verb = self._verb_from(0, len(tags))
        if verb is None:
            return cuts
        for match in _CANDIDATE.finditer(tags):
            place = match.start()
            start = cuts[-1][0]
            if place < start or (place == start and cuts[-1][1] != "continued"):
                continue
            found = self._goes_on(place, cuts)
            if found is None and verb is not None and self._is_past_verb(place, verb, cuts[-1][1]):
                found = self._opens(place, start, cuts[-1][1], fronted)
            if found is None:
                continue
            begin, kind = found
            if begin <= start:
                continue
            cuts.append((begin, kind))
            fronted = fronted and kind == "coordinated"
            near = self._verb_of(begin, min(begin + _REACH, len(tags)), kind)
            if near is not None or verb is None or verb < begin + _REACH:
                verb = near if near is not None else self._verb_from(begin + _REACH, len(tags))
        return cuts

    def _goes_on(self, place: int, cuts: Sequence[tuple[int, str]]) -> tuple[int, str] | None:
        """*The bridge, which was old, | collapsed*: what a clause in between kept apart from its subject."""
        if len(cuts) < 2 or cuts[-1][1] not in ("relative", "participle") or self.tags[place] != ",":
            return None
        after = self._skip_adverbs(place + 1)
        if after >= len(self.tags) or self.tags[after] not in _PREDICATES:
            return None
        (first, kind), (begin, _) = cuts[-2:]
        waits = kind in ("main", "coordinated", "content") and self._verb_from(first, begin) is None
        return (place + 1, "continued") if waits else None

    def _interrupts(self, place: int) -> bool:
        """Whether a participle opens here that stands between a subject and its verb: *The bridge, | built in 1932, fell*."""
        return self.tags[place] == "," and self._is_closed(self._skip_adverbs(place + 1))

    def _is_closed(self, place: int) -> bool:
        """Whether a participle and what goes with it ends in a comma, and a predicate follows: *built in 1932, | fell*."""
        return self.tags[place : place + 1] in ("D", "N", "G") and _CLOSED.match(self.tags, place + 1) is not None

    def _is_past_verb(self, place: int, verb: int, kind: str) -> bool:
        """Whether the clause at work has its verb before this place, or is only interrupted here: *Rome, which …, fell*."""
        tags = self.tags
        if verb == place or tags[place] == "b":
            return verb == place and tags[place] in "PSDBsbG"
        if tags[place] == "r":
            return verb < place or tags[place - 1] in ",i"
        return verb < place or tags[place] == "q" or kind == "attribution" or self._interrupts(place)

    def _opening(self) -> str:
        """The kind of the first clause: a sentence may open with a subordinate clause or a participle."""
        tags = self.tags
        if not tags:
            return "main"
        if tags[0] in "GD" and "," in tags[:40]:
            return "participle"
        if tags.startswith("ao"):
            return "attribution"
        if tags[0] in "up":
            if self._is_bare_participle(0):
                return "participle"
            if tags[0] == "u":
                return "subordinate"
            comma = tags.find(",", 0, 60)
            if comma > 0 and self._verb_from(1, comma) is not None:
                return "subordinate"
        return "main"

    def _opens(self, place: int, start: int, kind: str, fronted: bool) -> tuple[int, str] | None:
        """Where a clause begins and of what kind, if the word or mark at this place opens one."""
        tag = self.tags[place]
        if tag in ",q":
            return self._after_comma(place, kind, fronted)
        if tag == ";":
            verb = self._reach(place + 1)
            return (place + 1, "main") if verb is not None else None
        if tag == "c":
            return self._coordinated(place)
        if tag == "r":
            return self._relative(place)
        if tag == "t":
            return self._that(place)
        if tag == "u":
            opens = self._is_bare_participle(place) or self._reach(place + 1) is not None
            return (place, "subordinate") if opens else None
        if tag == "a":
            return (place, "attribution") if self.tags[place + 1 : place + 2] == "o" else None
        if tag == "p":
            return self._preposition(place)
        return self._reported(place)

    def _after_comma(self, place: int, kind: str, fronted: bool) -> tuple[int, str] | None:
        tags = self.tags
        after = self._skip_adverbs(place + 1)
        if after >= len(tags):
            return None
        tag = tags[after]
        if tags[place] == "," and self._is_attribution(after):
            return (place + 1, "attribution")
        if kind == "attribution":
            return (place + 1, "continued" if tag in "APS" else "main") if tag != "G" else None
        if tag == "G" or self._is_absolute(after):
            return (place + 1, "participle")
        if tag in "DN" and tags[after + 1 : after + 2] in ("i", "o", "p"):
            if kind == "relative" and tags[after - 1] == "A":
                return (place + 1, "continued")
            return (place + 1, "participle")
        if kind in ("relative", "participle", "subordinate") and tag in "AP":
            return (place + 1, "main" if fronted else "continued")
        if fronted and tag in "dnCxbsBQ" and self._reach(after) is not None:
            return (place + 1, "main")
        if kind == "relative" and tag in "dnC" and self._reach(after, marks=",") is not None:
            return (place + 1, "continued")
        return None

    def _is_absolute(self, place: int) -> bool:
        """Whether a noun with its own participle follows: *…, its roof torn off by the wind*, *…, her voice shaking*."""
        if self.words[place].lower() not in clause_words()["owners"]:
            return False
        match = _ABSOLUTE.match(self.tags, place)
        return match is not None and (match["verb"] != "D" or match["after"] in ("i", "o"))

    def _is_attribution(self, place: int) -> bool:
        """Whether only who says so follows: *…, the mayor told reporters.* *…, said the mayor.*"""
        tags = self.tags
        verb = next((at for at in range(place, min(place + 9, len(tags))) if tags[at] in "PSDsABt"), None)
        if verb is None or self.words[verb].lower() not in reporting_bare():
            return False
        if tags[place] == "G" and "," in tags[place:verb]:  # killing two, | officials said
            return False
        end = next((at for at in range(verb + 1, min(verb + 12, len(tags))) if tags[at] in ",;."), len(tags))
        return end - verb < 12 and not any(tag in "APSDGtruoq" for tag in tags[verb + 1 : end])

    def _is_bare_participle(self, place: int) -> bool:
        """*while moving*, *when found in*: no subject of its own."""
        after = self._skip_adverbs(place + 1)
        tag = self.tags[after : after + 1]
        if tag == "G":
            return self.tags[after + 1 : after + 2] not in ("A", "P")  # "since fighting broke out"
        return tag in ("D", "N") and self.tags[after + 1 : after + 2] in ("i", ".", ",", "")

    def _coordinated(self, place: int) -> tuple[int, str] | None:
        """*and left* · *but the mayor said*; not *shot and killed*, not *women and girls*."""
        tags = self.tags
        after = self._skip_adverbs(place + 1)
        if after >= len(tags) or tags[place - 1] in "DNPAG":
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
            verb = self._reach(after, marks=",")
            if verb is not None and (tags[place - 1] == "," or tag in "dnC") and self._is_noun_phrase(after, verb):
                return (place, "coordinated")
        return None

    def _is_noun_phrase(self, start: int, end: int) -> bool:
        return not any(tag in "GoPA" for tag in self.tags[start:end])

    def _relative(self, place: int) -> tuple[int, str] | None:
        tags, words = self.tags, self.words
        begin = place
        if place > 0 and words[place - 1].lower() in clause_words()["relative_prepositions"]:
            begin = place - 1
            if begin > 1 and tags[begin - 1] in "dnx" and tags[begin - 2] == "," and words[begin].lower() == "of":
                begin -= 1
        after = self._skip_adverbs(place + 1)
        opens = tags[after : after + 1] in ("A", "P", "S", "D", "s") or self._reach(place + 1) is not None
        return (begin, "relative") if opens else None

    def _that(self, place: int) -> tuple[int, str] | None:
        """*said that it fell*, *a law that bans it*; not *in that month*."""
        tags = self.tags
        before = tags[place - 1]
        after = self._skip_adverbs(place + 1)
        verb_next = tags[after : after + 1] in ("A", "P", "S", "D", "s")
        if before in "id" or not (verb_next or self._reach(place + 1) is not None):
            return None
        if any(word.lower() in reporting() for word in self.words[max(0, place - 6) : place]) and not verb_next:
            return (place, "content")
        if verb_next and before in "xCbsn":
            return (place, "relative")
        return (place, "content") if tags[after : after + 1] in ("d", "n", "C") and before in "xbsBSD" else None

    def _preposition(self, place: int) -> tuple[int, str] | None:
        """*after it fell*, *after seizing power*; neither *after the war* nor *since 2000 and had left*."""
        tags, word = self.tags, self.words[place].lower()
        if self._is_bare_participle(place):
            return (place, "participle")
        if word in clause_words()["only_with_participle"]:
            return None
        verb = self._reach(place + 1, marks=",")
        if verb is None or verb == place + 1 or self.tags[place + 1 : verb].rstrip("v").endswith("c"):
            return None
        if word == "as" and (verb - place > 7 or "c" in tags[place:verb] or _IDIOM.match(tags, place + 1)):
            return None
        if word not in ("when", "where") and any(tag in "Go" for tag in tags[place + 1 : verb]):
            return None
        return (place, "subordinate")

    def _reported(self, place: int) -> tuple[int, str] | None:
        """*said | it fell*: a clause without "that" after a verb of saying."""
        tags = self.tags
        if self.words[place].lower() not in reporting_bare() or place + 2 >= len(tags):
            return None
        after = place + 1
        if tags[after] == "C" and tags[after + 1] in "dn":
            after += 1  # "said Wednesday | she would go", "told Reuters | the plan was off"
        if tags[after] not in ("dnC" if tags[place] == "b" else "dnCx"):
            return None
        verb = self._reach(after, marks=",")
        if verb is None or verb == after or not self._is_noun_phrase(after, verb) or "t" in tags[after:verb]:
            return None
        return (after, "content")

    # ------------------------------------------------------------ verbs

    def _reach(self, place: int, marks: str = "") -> int | None:
        """The verb of a clause that begins here, looked for up to the next word that opens another."""
        end = min(len(self.tags), place + _REACH)
        for match in _VERB_OR_END.finditer(self.tags, place, end):
            index, tag = match.start(), match[0]
            if tag in "ru;" or tag in marks:
                return None
            if self._is_verb(index, place):
                return index
        return None

    def _verb_from(self, start: int, end: int) -> int | None:
        for match in _VERB_OR_PARTICIPLE.finditer(self.tags, start, end):
            index = match.start()
            if self._is_verb(index, start) or (match[0] in "GN" and index - start < 3):
                return index
        return None

    def _verb_of(self, start: int, end: int, kind: str) -> int | None:
        """The verb of a clause; a participle, and what goes on with the rest of an interrupted one, may begin with it."""
        after = self._skip_adverbs(start)
        opens = {"continued": _PREDICATES, "participle": "DN"}.get(kind, "")
        if after < end and self.tags[after] in opens:
            return after
        return self._verb_from(start, end)

    def _is_verb(self, index: int, start: int) -> bool:
        tags = self.tags
        tag = tags[index]
        if tag in "AP":
            return True
        before = class_before(tags, index, start)
        after = tags[index + 1 : index + 2]
        if before == "c" and tag in "DSsB":
            return index == start + 1
        if tag == "D":
            if before == "v":
                before = tags[max(0, index - 4) : index].rstrip("v")[-1:] or "."
            if before == "," and (closed := self._in_apposition(start, index)) is not None:
                return closed
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

    def _in_apposition(self, start: int, index: int) -> bool | None:
        """Whether a form in *-ed* behind a comma is the verb, as the comma ends what stands beside the subject; None if neither.

        *The bridge, built in 1932, | fell*: *built* is none. *The volcano, calm for years, | erupted*: *erupted* is.
        """
        if self._is_closed(index):
            return False
        return True if _APPOSITION.fullmatch(self.tags, start, index) else None

    def _is_reduced(self, index: int) -> bool:
        """Whether a form in *-ed* only describes the noun before it, the verb being behind: *the man | accused of it | fled*."""
        return _VERB_BEHIND.match(self.tags, index + 1, index + _REACH) is not None

    def _skip_adverbs(self, place: int) -> int:
        tags = self.tags
        while place < len(tags) and tags[place] == "v":
            place += 1
        return place

    # ------------------------------------------------------------ clauses made

    def _clause(self, first: int, last: int, kind: str, made: Sequence[Clause]) -> Clause:
        end = self.tokens[last - 1].end() if last > first else self.sentence.end
        start = self.tokens[first].start() if first < len(self.tokens) else self.sentence.start
        if not made:
            start = self.sentence.start
        if last == len(self.tokens):
            end = self.sentence.end
        verb = self._verb_of(first, last, kind)
        reports = verb is not None and self.words[verb].lower() in reporting()
        governor = self._governor(kind, made, reports=reports)
        subject = self._own_subject(first, last, verb, kind)
        if subject is None and kind == "relative":
            subject = self._antecedent(first)
        if subject is None and governor is not None:
            subject = made[governor].subject
        return Clause(
            Span(start, end),
            self.sentence,
            kind=kind,
            governor=governor,
            subject=subject,
            verb=None if verb is None else Span(*self.tokens[verb].span()),
        )

    def _governor(self, kind: str, made: Sequence[Clause], *, reports: bool) -> int | None:
        if not made:
            return None
        if kind == "continued":
            recent = range(len(made) - 1, max(-1, len(made) - 20), -1)
            return next((at for at in recent if made[at].kind not in _INTERRUPTING), 0)
        if kind == "main":
            return 0
        if kind == "participle" and made[-1].kind == "content" and made[-1].governor is not None and reports:
            return made[-1].governor  # "…, adding that" goes on with who said it, not with what was said
        return len(made) - 1

    def _own_subject(self, first: int, last: int, verb: int | None, kind: str) -> Span | None:
        """The noun phrase before the verb, without what opens the clause and without a fronted phrase."""
        tags = self.tags
        if verb is None:
            if first > 0 or not (tags[last : last + 1] in ("r", "i") or self._is_closed(last)):
                return None
            verb = last
        begin = first
        while begin < verb and tags[begin] in ("cutv,;r." if kind == "main" else "cutv,;r.p"):
            begin += 1
        if tags[begin] in "ipGDv":
            begin = self._after_fronted(begin, verb)
        while begin < verb and tags[begin] in "cv,Qq":
            begin += 1
        if begin == verb and first < verb and tags[verb - 1] in "Qq":
            return self._inverted(verb)
        end = verb
        while end > begin and tags[end - 1] in "v,":
            end -= 1
        comma = tags.find(",", begin, end)
        if comma > begin and "c" not in tags[comma:end]:
            end = comma
        if begin >= end or tags[begin] in "io":
            return None
        return Span(self.tokens[begin].start(), self.tokens[end - 1].end())

    def _after_fronted(self, begin: int, verb: int) -> int:
        """Where the subject begins after a phrase in front of it: *In May 2021, | Moscow*."""
        for match in _NEW_PHRASE.finditer(self.tags, begin, verb + 1):
            place = match.start() + 1
            if place < verb and not self.words[place][0].isdigit():
                return place
        return verb

    def _inverted(self, verb: int) -> Span | None:
        """The speaker after the verb: *“…,” said | the mayor*."""
        tags = self.tags
        end = verb + 1
        while end < len(tags) and end - verb < 9 and tags[end] in "dxCn":
            end += 1
        return Span(self.tokens[verb + 1].start(), self.tokens[end - 1].end()) if end > verb + 1 else None

    def _antecedent(self, first: int) -> Span | None:
        """The noun phrase that a relative clause stands behind."""
        tags = self.tags
        end = first
        while end > 0 and tags[end - 1] in ",(":
            end -= 1
        begin = end
        while begin > 0 and end - begin < 10 and tags[begin - 1] in "xCbsdn":
            begin -= 1
        return Span(self.tokens[begin].start(), self.tokens[end - 1].end()) if begin < end else None


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith("ss")


# What may be a verb, or a participle; what may be a verb, or end the search for one.
_VERB_OR_PARTICIPLE = re.compile(r"[APDSsBbGN]")
_VERB_OR_END = re.compile(r"[APDSsBbru;,]")

# built | in 1932, fell
_CLOSED = re.compile(r"[^,;crtuAPS]{1,14},v?[APDS]")

# The volcano, calm for 80 years, | erupted
_APPOSITION = re.compile(r"[dnCxbsio]{1,12},[^,;crtuAPSDG]{1,14},v?")

# accused | of the murder was
_VERB_BEHIND = re.compile(r"i[^APSDGcrtu,;:pqn]*[xCbs]v?[AP]")

# What a predicate may begin with.
_PREDICATES = "APDSsB"

# Kinds of clauses that may stand inside another.
_INTERRUPTING = frozenset(("relative", "participle", "attribution"))

# as | usual on
_IDIOM = re.compile(r"xi")

# its roof torn off · her voice shaking
_ABSOLUTE = re.compile(r"d[xCbs]{1,3}v?(?P<verb>[DNG])(?P<after>.?)")

# In May, | the
_NEW_PHRASE = re.compile(r"[,q][dnCxsbQ]")

# Words and marks that may open a clause, verbs among them since "said" may be followed by one.
_CANDIDATE = re.compile(r"[,;qcrtupaPSDBsbG]")
