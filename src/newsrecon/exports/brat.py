"""Claims as brat standoff annotations, to be looked at and corrected there, and back.

For each article a text and an `.ann` file beside it. A claim is an entity of the type of its kind. The parts of its value that
have a place in the text (speaker, cue, content) are entities of their own, tied to it by relations of their names; the rest of
what it says is JSON in a note. So a span can be moved, a speaker be tied anew, a claim be deleted, added or given another kind
with brat's own means, and what a claim says be edited in its note.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from newsrecon.exports.characters import valid
from newsrecon.exports.documents import dumps
from newsrecon.model import Article, Claim, Mention, Span
from newsrecon.reconciliation import Reconciliation

__all__ = ["brat_configuration", "read_brat", "to_brat"]

CORRECTED = "brat"
"""The extractor of claims that were made or changed in brat."""
LISTS = ("content", "quoted")
"""Parts that a claim may have several of; of others it has one."""

_LABEL = re.compile(r"[A-Za-z_][\w-]{0,60}", re.ASCII)
_LINES = re.compile(r"[^\r\n]+")
_ENTITY = re.compile(r"(?P<type>\S+) (?P<spans>\d+ \d+(?:;\d+ \d+)*)")
_RELATION = re.compile(r"(?P<label>\S+) Arg1:(?P<left>\S+) Arg2:(?P<right>\S+)")


def to_brat(claims: Iterable[Claim], article: Article) -> str:
    """The content of the `.ann` file for those claims that are of an article; its text goes to a `.txt` of the same name.

    >>> article = Article("Twelve people died.", id="a")
    >>> claim = Claim("toll", "died", {"low": 12}, article.mention(0, 6))
    >>> print(to_brat([claim], article).splitlines()[0])
    T1	toll 0 6	Twelve
    """
    writer = _Writer(article)
    for claim in claims:
        if claim.mention.article == article.id:
            writer.claim(claim)
    return "".join(f"{line}\n" for line in writer.lines)


def read_brat(annotations: str, article: Article) -> tuple[Claim, ...]:
    """The claims that the content of an `.ann` file makes of an article, those that nobody touched with their ids unchanged.

    An entity without a note of ours is a new claim of the kind of its type. Events, attributes and other notes are passed over.
    Raises ValueError, naming the line, where an annotation does not fit the text.

    >>> article = Article("Twelve people died.", id="a")
    >>> (claim,) = read_brat("T1\\ttoll 0 6\\tTwelve\\n", article)
    >>> claim.kind, claim.mention.text, claim.extractor
    ('toll', 'Twelve', 'brat')
    """
    return tuple(_Reader(annotations, article).claims())


def brat_configuration(reconciliation: Reconciliation) -> str:
    """The content of the `annotation.conf` that brat needs beside the files."""
    kinds = sorted({_type(claim.kind) for claim in reconciliation.claims})
    parts = sorted({key for claim in reconciliation.claims for key in (*_parts(claim), *LISTS, "speaker", "cue")})
    entities = [*kinds, *(part for part in parts if part not in kinds)]
    relations = [f"{part}\tArg1:<ENTITY>, Arg2:<ENTITY>" for part in parts]
    sections = {"entities": entities, "relations": relations, "events": [], "attributes": []}
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in sections.items())


# ---------------------------------------------------------------- out


def _type(kind: str) -> str:
    """A kind as brat can name a type."""
    return re.sub(r"[^\w-]", "_", kind, flags=re.ASCII) or "_"


def _spans(value: object) -> list[Span]:
    """The spans that a part of a value is made of, one or several in the order of the text; none where it is something else."""
    given = value if isinstance(value, tuple) else (value,)
    found: list[Span] = []
    for one in given:
        if not isinstance(one, Mapping) or set(one) != {"start", "end", "text"}:
            return []
        start, end, text = one["start"], one["end"], one["text"]
        if type(start) is not int or type(end) is not int or not isinstance(text, str) or start < 0 or end <= start:
            return []
        found.append(Span(start, end))
    return found if found == sorted(set(found), key=lambda span: (span.start, span.end)) else []


def _parts(claim: Claim) -> dict[str, list[Span]]:
    """{key: spans} of those parts of a claim's value that have a place in the text."""
    return {key: spans for key, value in claim.value.items() if _LABEL.fullmatch(key) and (spans := _spans(value))}


class _Writer:
    """Writes annotations and counts them."""

    def __init__(self, article: Article) -> None:
        self.lines: list[str] = []
        self._text = article.text
        self._entities = 0
        self._relations = 0
        self._notes = 0

    def claim(self, claim: Claim) -> None:
        span = claim.mention.span
        parts = {key: spans for key, spans in _parts(claim).items() if self._stand_here(claim.value[key])}
        entity = self._entity(_type(claim.kind), span)
        shapes = {}
        for key, spans in parts.items():
            shapes[key] = "list" if isinstance(claim.value[key], tuple) else "one"
            if shapes[key] == "list" and spans == [span]:
                shapes[key] = "mention"
                continue
            for part in spans:
                self._relate(key, entity, self._entity(key, part))
        note = {
            "kind": claim.kind,
            "subject": claim.subject,
            "value": {key: value for key, value in claim.value.items() if key not in parts},
            "parts": shapes,
            "id": claim.id,
            "span": [span.start, span.end],
            "source": claim.mention.source,
            "extractor": claim.extractor,
        }
        self._notes += 1
        self.lines.append(f"#{self._notes}\tAnnotatorNotes {entity}\t{dumps(note)}")

    def _stand_here(self, value: Any) -> bool:
        """Whether the texts of a part are those that stand at its places."""
        return all(
            self._text[one["start"] : one["end"]] == one["text"]
            for one in (value if isinstance(value, tuple) else (value,))
        )

    def _entity(self, kind: str, span: Span) -> str:
        """A line for an entity. brat takes no line breaks in one, so it is in pieces where it crosses any."""
        pieces = [match.span() for match in _LINES.finditer(self._text, span.start, span.end)]
        pieces = pieces or [(span.start, span.end)]
        places = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(_on_one_line(self._text[start:end]) for start, end in pieces)
        self._entities += 1
        name = f"T{self._entities}"
        self.lines.append(f"{name}\t{kind} {places}\t{words}")
        return name

    def _relate(self, label: str, left: str, right: str) -> None:
        self._relations += 1
        self.lines.append(f"R{self._relations}\t{label} Arg1:{left} Arg2:{right}")


def _on_one_line(text: str) -> str:
    return re.sub(r"[\r\n\t]", " ", valid(text))


# ---------------------------------------------------------------- in


@frozen
class _Entity:
    """An entity as brat has it: its type and its place."""

    kind: str
    span: Span


@frozen
class _Note:
    """What the note of an entity says of the claim it was written for."""

    kind: str
    subject: str
    value: dict[str, Any]
    parts: dict[str, str] = field(factory=dict)
    span: Span | None = None
    source: str | None = None
    extractor: str = ""
    id: str | None = None


class _Reader:
    """Reads annotations and puts claims together from them."""

    def __init__(self, annotations: str, article: Article) -> None:
        self._article = article
        self._entities: dict[str, _Entity] = {}
        self._notes: dict[str, _Note] = {}
        self._tied: dict[str, list[tuple[str, str]]] = {}
        for number, line in enumerate(annotations.split("\n"), 1):
            name, _, rest = line.partition("\t")
            try:
                self._line(name, rest.rstrip("\r"))
            except (ValueError, TypeError, KeyError) as error:
                raise ValueError(f"line {number}: {error}") from None

    def _line(self, name: str, rest: str) -> None:
        told, _, text = rest.partition("\t")
        if name.startswith("T"):
            self._entities[name] = self._entity(told, text)
        elif name.startswith("R") and (tie := _RELATION.fullmatch(told.strip())):
            self._tied.setdefault(tie["left"], []).append((tie["label"], tie["right"]))
        elif name.startswith("#") and told.startswith("AnnotatorNotes ") and text.lstrip().startswith("{"):
            self._notes[told.split(" ", 1)[1]] = _note(text)

    def _entity(self, told: str, text: str) -> _Entity:
        match = _ENTITY.fullmatch(told)
        if match is None:
            raise ValueError(f"not an entity with its place: {told!r:.80}")
        places = [int(number) for number in re.findall(r"\d+", match["spans"])]
        start, end = min(places), max(places)
        here = self._article.text[start:end]
        if not start < end <= len(self._article.text):
            raise ValueError(f"there is no place {start} to {end} in a text of {len(self._article.text)} letters")
        pieces = "".join(self._article.text[one:other] for one, other in zip(places[::2], places[1::2], strict=True))
        if "".join(valid(pieces).split()) != "".join(text.split()):
            raise ValueError(f"at {start} to {end} stands {here!r:.80}, not {text!r:.80}")
        return _Entity(match["type"], Span(start, end))

    def claims(self) -> Iterator[Claim]:
        parts = {right for ties in self._tied.values() for _, right in ties}
        for name, entity in self._entities.items():
            note = self._notes.get(name)
            if note is not None:
                yield self._noted(name, entity, note)
            elif name not in parts and entity.kind not in (*LISTS, "speaker", "cue"):
                yield self._new(name, entity)

    def _noted(self, name: str, entity: _Entity, note: _Note) -> Claim:
        """The claim of an entity that was written from one: as it was, or as it was corrected."""
        kind = note.kind if _type(note.kind) == entity.kind else entity.kind
        value = dict(note.value)
        if note.span not in (None, entity.span) and value.get("text") == self._words(note.span):
            value["text"] = self._words(entity.span)
        made = self._claim(name, entity, kind, note.subject, value, note.parts, note.source)
        return evolve(made, extractor=note.extractor if made.id == note.id else CORRECTED)

    def _new(self, name: str, entity: _Entity) -> Claim:
        words = self._words(entity.span)
        value = dict(_PLAIN.get(entity.kind, {}))
        for key in ("text", "full"):
            if key in value:
                value[key] = words
        parts = {"content": "mention"} if entity.kind == "quote" else {}
        return self._claim(name, entity, entity.kind, words, value, parts, None)

    def _claim(
        self,
        name: str,
        entity: _Entity,
        kind: str,
        subject: str,
        value: dict[str, Any],
        shapes: Mapping[str, str],
        source: str | None,
    ) -> Claim:
        tied: dict[str, list[Span]] = {}
        for label, right in self._tied.get(name, ()):
            if right not in self._entities:
                raise ValueError(f"a relation of {name} leads to {right}, which is not there")
            tied.setdefault(label, []).append(self._entities[right].span)
        for key in {**dict.fromkeys(shapes), **dict.fromkeys(tied)}:
            spans = sorted(tied.get(key, ()), key=lambda span: (span.start, span.end))
            shape = shapes.get(key) or ("list" if key in LISTS else "one")
            if shape == "mention" and not spans:
                spans = [entity.span]
            told = [{"start": one.start, "end": one.end, "text": self._words(one)} for one in spans]
            value[key] = (told[0] if told else None) if shape == "one" else told
        mention = Mention(
            self._article.id,
            source=source or self._article.source_name,
            span=entity.span,
            text=self._words(entity.span),
        )
        return Claim(kind, subject, value, mention, extractor=CORRECTED)

    def _words(self, span: Span | None) -> str:
        return span.of(self._article.text) if span else ""


_PLAIN: dict[str, dict[str, Any]] = {
    "alias": {"full": "", "type": "other", "role": None},
    "date": {"type": "DATE", "timex": None, "begin": None, "end": None},
    "quote": {"form": "direct", "cue": None, "speaker": None, "name": None},
    "statement": {"text": "", "negated": False},
}
"""What a new claim of one of our kinds says before anyone has said more in its note."""


def _note(text: str) -> _Note:
    data = json.loads(text)
    span = data.get("span")
    return _Note(
        str(data.get("kind") or ""),
        str(data.get("subject") or ""),
        dict(data.get("value") or {}),
        dict(data.get("parts") or {}),
        Span(*span) if span else None,
        data.get("source"),
        str(data.get("extractor") or ""),
        data.get("id"),
    )
