"""How claims, values and clusters are told in a few words: what the plain text and the HTML report have in common."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable
from itertools import takewhile

from newsrecon.model import Claim, Value
from newsrecon.reconciliation import Cluster, Link, Name, Reconciliation, Variant, Verdict
from newsrecon.timex import resolve_value
from newsrecon.timex.readable import hour_in_words, interval_in_words, part_of_year_in_words, timex_in_words
from newsrecon.word_classes import class_of, clause_words, reporting, reporting_bare
from newsrecon.wording import content_words

__all__ = [
    "DESCRIPTION",
    "bare",
    "brief",
    "count",
    "counts",
    "dated_clause",
    "form_of",
    "is_place",
    "known",
    "likeness_of",
    "most_telling",
    "only_reports",
    "opened",
    "roles_of",
    "section_of",
    "speaker_of",
    "timex_of",
    "title_of",
    "told_of",
    "unquoted",
    "value_in_words",
    "visible",
    "words_of",
]


def visible(text: str) -> str:
    """A text on one line, with control, bidirectional and other invisible characters as escapes.

    >>> visible("twelve \\u202e killed")
    'twelve \\\\u202e killed'
    """
    words = " ".join(text.split())
    if words.isprintable():
        return words
    return "".join(
        letter if unicodedata.category(letter)[0] not in "CZ" or letter == " " else ascii(letter)[1:-1]
        for letter in words
    )


DESCRIPTION = "description"
"""The kind of claims that say whom a phrase means: they are told with the names."""


def section_of(cluster: Cluster) -> str:
    """The section a cluster is shown in: a toll that rose is an update, unless its newest values are disputed."""
    return "updated" if cluster.updated and cluster.verdict is not Verdict.DISPUTED else str(cluster.verdict)


def title_of(cluster: Cluster) -> str:
    """What a cluster is about, in the words that tell it best: who speaks, the clause that is dated or asserted."""
    if cluster.kind == "statement":
        shown = cluster.variants[cluster.best or 0]
        if shown.value.get("phrase") == "place":
            return f"Where: {bare(shown.text)}"
        if shown.value.get("phrase") == "injury":
            return f"How badly hurt: {bare(cluster.subject)}"
        return textwrap.shorten(_headline(cluster), _TITLE, placeholder=" …")
    return opened(cluster.subject)


def is_place(cluster: Cluster) -> bool:
    """Whether a cluster tells only where something was: *in Rundvik*, by two outlets of what may be two things."""
    return all(variant.value.get("phrase") == "place" for variant in cluster.variants)


_TITLE = 100


def _headline(cluster: Cluster) -> str:
    """Of several wordings, the one that stands best by itself: what is asserted rather than denied, whole, and not too long.

    Where some contradict each other, it is one of them. One that begins with its verb has its subject in front.
    """
    variants = cluster.variants
    disputed = any(variant.conflicts for variant in variants)
    told = [
        (
            disputed and not variant.conflicts,
            _dangling(words),
            bool(variant.value.get("denied_by")),
            len(words) > _TITLE,
            place,
            words,
        )
        for place, variant in enumerate(variants)
        if variant.updated_by is None and (words := unquoted(variant.text))
    ]
    words = min(told)[-1]
    if _dangling(words) > _HUNG and class_of(words.partition(" ")[0].lower()) in _FINITE and _names(cluster.subject):
        return f"{opened(cluster.subject)} … {bare(words)}"
    return opened(words)


_FINITE = "APSDs"
"""Classes of words that a clause which goes on without its subject begins with: **will** *reopen*, **fled**."""


def _names(subject: str) -> bool:
    """Whether a subject says of whom or what a clause is: no pronoun."""
    return bool(subject) and class_of(subject.partition(" ")[0].lower()) not in ("n", "r")


def _dangling(clause: str) -> int:
    """How badly a clause stands by itself: with a pronoun for its subject, hung on another clause, or without a subject."""
    words = clause.split(maxsplit=_OPENERS + 1)
    classes = [class_of(word.lower()) for word in words[: _OPENERS + 1]]
    opens = len(list(takewhile(lambda one: one in f"{_HANGING}v", classes)))
    hangs = not set(_HANGING).isdisjoint(classes[:opens])
    first = classes[opens] if opens < len(classes) else ""
    if first in _VERBS or (hangs and first == "s"):
        return _HUNG + 1
    if hangs or (first in "sb" and words[0].islower()):
        return _HUNG
    return 1 if first == "n" else 0


_OPENERS = 3
"""So many words may stand in front of the subject: *and then*."""
_HUNG = 2
"""How badly a clause stands by itself that hangs on another."""
_VERBS = "APSDNG"
_HANGING = "rupct"
"""Classes of words that open a clause which has no subject, and one that hangs on another."""


def unquoted(clause: str) -> str:
    """A clause without the words of others that it opens with.

    >>> unquoted("“We shall build the bridge,” the mayor said on Monday.")
    'the mayor said on Monday.'
    """
    spoken = _QUOTED.match(clause)
    if spoken is None or len(spoken[0].split()) < _QUOTED_WORDS:
        return clause
    return clause[spoken.end() :].lstrip(" ,—–-") or clause


_QUOTED_WORDS = 4


def opened(clause: str) -> str:
    """A clause as a line of its own: without the word that hung it on the clause before it, and with a capital.

    A word that opens a clause before another one stays, and so does *if*: without it something else would be said. One that
    leads over from the sentence before (*Meanwhile, …*) goes.

    >>> opened("that it had accepted the letter,"), opened("When the vote ended, crowds cheered.")
    ('It had accepted the letter', 'When the vote ended, crowds cheered')
    """
    words = bare(clause)
    first, _, rest = words.partition(" ")
    lists = clause_words()
    if rest and (
        first == "that"
        or first in lists["relatives"] | lists["coordinators"]
        or (first in lists["before_whole_clauses"] and "," not in rest)
    ):
        words, first = rest, rest.partition(" ")[0]
    if first.endswith(",") and rest and first[:-1].lower() in lists["connectives"]:
        words, first = rest, rest.partition(" ")[0]
    return words[0].upper() + words[1:] if first.islower() else words


def dated_clause(claim: Claim) -> str:
    """The clause that a time dates, behind what it tells of where that stands further in front: *the yard … closed in May*."""
    about, clause = str(claim.value.get("of") or ""), claim.subject
    if (about in clause and about) or _dangling(clause) <= _HUNG:
        return clause
    if about and class_of(about.partition(" ")[0].lower()) == "n":
        about = about.partition(" ")[2] or about
    first, _, rest = clause.partition(" ")
    lists = clause_words()
    hung = rest and (first == "that" or first in lists["relatives"] | lists["coordinators"])
    return f"{bare(about)} … {rest if hung else clause}" if about else f"… {clause}"


def bare(text: str) -> str:
    """A clause without the punctuation it ends on; the point of *p.m.* stays."""
    words = visible(text).rstrip(" ,;:–—-")
    return words if _SHORTENED.search(words) else words.rstrip(" ,;:.–—-")


# at 3 p.m. · in the U.S.
_SHORTENED = re.compile(r"(?<!\w)(?:\w\.){2,}$")


def brief(reason: str) -> str:
    """A reason of many parts by its first dozen, the rest counted: a hundred copies of one text are thousands of pairs.

    >>> brief("1; 2; 3; 4; 5; 6; 7; 8; 9; 10; 11; 12; 13; 14")
    '1; 2; 3; 4; 5; 6; 7; 8; 9; 10; 11; 12; and 2 more'
    """
    parts = reason.split("; ")
    return "; ".join(parts[:_PARTS_TOLD]) + (f"; and {len(parts) - _PARTS_TOLD} more" if parts[_PARTS_TOLD:] else "")


_PARTS_TOLD = 12


def words_of(claim: Claim) -> str:
    """The words that show a claim: the clause that is dated, else the mention itself."""
    if claim.kind == "date" and claim.mention.text in claim.subject:
        return bare(claim.subject)
    return claim.mention.text


def value_in_words(variant: Variant) -> str:
    """A short label for a value where its words alone do not tell it: a normalised date, a speaker, a number."""
    value = variant.value
    if "timex" in value:
        timex = str(value["timex"] or value.get("begin") or "")
        return timex_in_words(timex, value.get("begin"), value.get("end"))
    if "form" in value:
        return speaker_of(value) or "speaker unknown"
    if "office" in value:
        return str(value.get("role") or "")
    if value.get("stated"):
        return bare(variant.text)  # a figure turned into another unit is not what anybody reads
    if "low" in value and "high" in value:
        unit = str(value.get("unit") or "")
        # What became of people, and of whom: "12 soldiers killed". For all else the title tells what is measured.
        what = f"{value.get('of') or unit} {value.get('slot') or ''}" if unit == PEOPLE else unit
        return _number(value["low"], value["high"], what.strip())
    return ""


PEOPLE = "people"
"""The unit of counts of people, as plugins write it."""


def speaker_of(value: Value) -> str:
    """Who speaks, by full name where that is known, empty where nobody is named."""
    return str(value.get("name") or form_of(value.get("speaker")))


def form_of(passage: object) -> str:
    """The words of a passage given as its text or as an object with `text`, empty where there is none."""
    return str((passage.get("text") if isinstance(passage, Value) else passage) or "")


def told_of(claim: Claim, made: Reconciliation) -> str:
    """The times of a statement that do not stand in its own words but around them, or show in its tense alone."""
    told = []
    for time in claim.value.get("times") or () if claim.kind == "statement" else ():
        if time.get("begin") is None and (anchor := made.anchor(claim.mention.article)) is not None:
            time = resolve_value(time, anchor.day)
        begin, end, source = time.get("begin"), time.get("end"), time.get("from")
        if begin and end and source != "clause":
            told.append(interval_in_words(str(begin), str(end)) + (", by its tense" if source == "tense" else ""))
    return "; ".join(dict.fromkeys(told))


def timex_of(variant: Variant) -> str:
    """The TIMEX3 value of a time; a decade ("198"), a season and the hour as readers know them."""
    time = str(variant.value.get("timex") or variant.value.get("begin") or "")
    day, _, hour = time.partition("T")
    if hour:
        return f"{day} {hour_in_words(hour)}"
    return f"{time}0s" if len(time) == 3 and time.isdecimal() else part_of_year_in_words(time)


def _number(low: object, high: object, what: str) -> str:
    """*12 soldiers killed*, *up to 40 percent*, *9 or more people killed*."""
    least, most = (f"{figure:,.12g}" if isinstance(figure, int | float) else str(figure) for figure in (low, high))
    if low == high == 1:
        what = _one_of(what)
    what = what and f" {what}"
    if low == high:
        return f"{least}{what}"
    if high is None:
        return f"{least} or more{what}"
    return f"up to {most}{what}" if low is None else f"{least} to {most}{what}"


def _one_of(what: str) -> str:
    """Of one: *person killed*, of *people killed*; *year*, of *years*."""
    unit, _, rest = what.partition(" ")
    unit = "person" if unit == PEOPLE else unit.removesuffix("s") if unit.islower() else unit
    return f"{unit} {rest}".rstrip()


def roles_of(name: Name) -> list[str]:
    """What somebody is said to be, each role once: *Captain* is *captain*."""
    return list({role.casefold(): role for role in reversed(name.roles)}.values())[::-1]


def known(names: Iterable[Name], made: Reconciliation) -> list[Name]:
    """Names worth a line: those with more than one form, a role, or several mentions, and people that two articles name."""
    return [name for name in names if name.aliases or name.roles or len(name.claims) > 2 or _is_met_twice(name, made)]


def _is_met_twice(name: Name, made: Reconciliation) -> bool:
    return name.type == "person" and len({made.claim(one).mention.article for one in name.claims}) > 1


def counts(kinds: Iterable[str]) -> str:
    counted: dict[str, int] = {}
    for kind in kinds:
        counted[kind] = counted.get(kind, 0) + 1
    return ", ".join(count(number, kind) for kind, number in sorted(counted.items()))


def count(number: int, noun: str) -> str:
    """A number and what is counted.

    >>> count(1, "quantity"), count(2, "quantity"), count(2, "survey"), count(2, "match")
    ('1 quantity', '2 quantities', '2 surveys', '2 matches')
    """
    return f"{number} {noun if number == 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"


def likeness_of(link: Link) -> str:
    """How sure it is that two claims are about one thing, and by how much that is more than is needed to join them.

    >>> from newsrecon import Relation
    >>> likeness_of(Link("1", "2", relation=Relation.EQUAL, score=0.67, reason="", threshold=0.5))
    'likeness 0.67, 0.17 above the 0.50 that is needed'
    """
    if link.threshold is None:
        return f"likeness {link.score:.2f}"
    # The margin is that of the figures shown, so that they add up.
    likeness, needed = round(link.score, 2), round(link.threshold, 2)
    margin = f"{likeness - needed:.2f} above" if likeness > needed else "just"
    return f"likeness {likeness:.2f}, {margin} the {needed:.2f} that is needed"


def most_telling(claims: Iterable[Claim]) -> tuple[Claim, bool]:
    """Of some date claims the one whose clause says most of what happened, and whether that is enough to tell it."""
    scored = [(_telling(claim), claim) for claim in claims]
    most, claim = min(scored, key=lambda pair: (-pair[0], pair[1].mention.article, pair[1].mention.span))
    return claim, most >= _TELLING


# “The road is shut”
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“[^“”]{0,2000}”?|\"[^\"]{0,2000}\"?")
_TELLING = 3
"""Content words from which a clause tells what happened: *the move came* has two."""


def only_reports(claim: Claim) -> bool:
    """Whether a dated clause tells no more than that somebody said something: *the mayor said on Monday*."""
    told = set(_WORD.findall(_QUOTED.sub(" ", claim.subject).casefold()))
    return not told.isdisjoint(reporting_bare()) and _telling(claim) == 0


def _telling(claim: Claim) -> int:
    """How much a dated clause says of what happened, in content words; none where it only reports.

    The date tells nothing of it, nor does what is quoted.
    """
    told = _QUOTED.sub(" ", claim.subject)
    words = set(told.casefold().split())
    said = len(set(content_words(told)) - set(content_words(claim.mention.text)))
    return 0 if words & reporting() and said <= 2 * _TELLING else said
