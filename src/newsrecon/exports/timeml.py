"""Dates of articles as TIMEX3 in TimeML, inline XML as tools for temporal expressions read and write it.

One document for each article: `DCT` is the day it was published, or the day borrowed from its story, and `TEXT` its text with a
`TIMEX3` around each date. Without the tags the text is the article's own, letter for letter, but for what XML cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsrecon.exports.characters import for_xml
from newsrecon.model import Article, Claim, Value
from newsrecon.reconciliation import Reconciliation

__all__ = ["to_timeml"]


def to_timeml(reconciliation: Reconciliation, article: Article) -> str:
    """The TimeML document of one article.

    TIMEX3 elements cannot cross: of dates that overlap, the longest is tagged. `value` is what the anchor makes of the words,
    the article's own or a borrowed one; what was counted from that day has `temporalFunction="true"` and `anchorTimeID="t0"`.
    """
    dates = [one for one in reconciliation.claims if one.kind == "date" and one.mention.article == article.id]
    anchor = reconciliation.anchor(article.id)
    day = anchor.day.isoformat() if anchor else ""
    created = (
        f'<TIMEX3 tid="t0" type="DATE" value="{day}" temporalFunction="false" functionInDocument="CREATION_TIME">{day}</TIMEX3>'
        if day
        else ""
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<TimeML>\n<DOCID>{for_xml(article.id)}</DOCID>\n<DCT>{created}</DCT>\n<TITLE>{for_xml(article.title or '')}</TITLE>\n"
        f"<TEXT>{''.join(_tagged(article.text, _apart(dates), reconciliation))}</TEXT>\n</TimeML>\n"
    )


def _apart(claims: Iterable[Claim]) -> list[Claim]:
    """Claims of which no two overlap, in the order of the text; the longer are taken first."""
    taken: list[Claim] = []
    for claim in sorted(claims, key=lambda one: (-len(one.mention.span), one.mention.span.start, one.id)):
        if not any(claim.mention.span.overlaps(other.mention.span) for other in taken):
            taken.append(claim)
    return sorted(taken, key=lambda one: one.mention.span.start)


def _tagged(text: str, claims: Iterable[Claim], made: Reconciliation) -> Iterator[str]:
    place = 0
    for number, claim in enumerate(claims, 1):
        span = claim.mention.span
        yield for_xml(text[place : span.start])
        attributes = "".join(f" {name}={_quoted(value)}" for name, value in _attributes(claim, made))
        yield f'<TIMEX3 tid="t{number}"{attributes}>{for_xml(claim.mention.text)}</TIMEX3>'
        place = span.end
    yield for_xml(text[place:])


def _attributes(claim: Claim, made: Reconciliation) -> Iterator[tuple[str, str]]:
    value = _value(claim, made)
    yield "type", str(value.get("type") or "DATE")
    yield "value", str(value.get("timex") or "")
    if value.get("mod"):
        yield "mod", str(value["mod"])
    counted = claim.value.get("timex") != value.get("timex") or value.get("anchor") == "published"
    yield "temporalFunction", "true" if counted else "false"
    if counted and made.anchor(claim.mention.article):
        yield "anchorTimeID", "t0"


def _value(claim: Claim, made: Reconciliation) -> Value:
    """What a claim says in its story, where an anchor may be borrowed; by itself where it stands in no cluster."""
    cluster = made.cluster_of(claim)
    return (
        next((one.value for one in cluster.variants if claim.id in one.claims), claim.value) if cluster else claim.value
    )


def _quoted(value: str) -> str:
    """A value in quotation marks."""
    return '"' + for_xml(value).replace('"', "&quot;") + '"'
