"""Which place a name means, and what happened there: *the bridge collapsed | in Riverton*."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsrecon import Article, Claim
from newsrecon.clauses import Clause
from newsrecon_places.gazetteer import Gazetteer, Place

__all__ = ["located", "named"]

# in Riverton · near the Sund · outside northern Riverton · at Vik
_BEFORE = re.compile(
    r"(?:^|[\s(,])(?:in|at|near|outside|off|around|across)(?: the| (?:north|south|east|west|central)\w{0,8})? ?\Z",
    re.IGNORECASE,
)
_REACH = 30
"""So many characters before a name say how it stands there."""

Known = Sequence[tuple[Claim, Place]]


def named(claims: Sequence[Claim], gazetteer: Gazetteer) -> list[tuple[Claim, Place]]:
    """The alias claims that name a place on the list, each with the place; a name of several is left alone where in doubt."""
    names = [claim for claim in claims if claim.kind == "alias" and claim.value.get("type") != "person"]
    forms = [gazetteer.called(claim.mention.text) or gazetteer.called(str(claim.value.get("full"))) for claim in names]
    sure = {found[0].id for found in forms if len(found) == 1}
    meant = []
    for claim, found in zip(names, forms, strict=True):
        if len(found) > 1:  # of two Rivertons, the one that lies in something else this article names
            found = tuple(place for place in found if sure & {above.id for above in gazetteer.around(place)})
        if len(found) == 1:
            meant.append((claim, found[0]))
    return meant


def located(article: Article, claims: Sequence[Claim], known: Known, gazetteer: Gazetteer) -> Iterator[Claim]:
    """Where something happened: a known place after *in*, *near* and the like, behind the verb or at the head of its clause."""
    clauses = [clause for clause in article.clauses if clause.verb is not None and clause.kind != "attribution"]
    starts = [clause.span.start for clause in clauses]
    saying = _saying(claims)
    for name, place in known:
        span = name.mention.span
        at = bisect_right(starts, span.start) - 1
        if at < 0 or not clauses[at].span.contains(span) or not _tells_where(article, clauses[at], name):
            continue
        where = clauses[at].span
        if bisect_right(saying, where.end - 1) > bisect_right(saying, where.start - 1):
            continue  # *he said in Riverton* tells where he said it
        yield Claim("location", where.of(article.text), place.value(gazetteer), name.mention)


def _saying(claims: Sequence[Claim]) -> list[int]:
    """Where the words stand that quotes are introduced by, in order."""
    cues = [claim.value.get("cue") for claim in claims if claim.kind == "quote"]
    return sorted(cue["start"] for cue in cues if cue)


def _tells_where(article: Article, clause: Clause, name: Claim) -> bool:
    """*a bridge fell in Riverton* and *in Riverton, a bridge fell* tell where; *officials in Riverton* tells who."""
    span = name.mention.span
    start = max(clause.span.start, span.start - _REACH)
    before = _BEFORE.search(article.text[start : span.start])
    if before is None:
        return False
    behind = clause.verb is not None and span.start >= clause.verb.end
    return behind or not article.text[clause.span.start : start + before.start()].strip()
