"""What somebody thinks, wants or makes of something, without having said so: *Berg hopes that it rains*, *Ito wants to leave*.

An optional plugin. Its claims are of the kind `quote` and the form `attitude`; their class is *believe*, *intend* or *evaluate*.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsrecon.extractors.passages import passages
from newsrecon.extractors.quotes import claim_of_attitude
from newsrecon.extractors.verb_reports import is_attitude, reports
from newsrecon.hookspecs import hookimpl
from newsrecon.model import Article, Claim

__all__ = ["extract_claims"]


@hookimpl
def extract_claims(article: Article) -> Iterable[Claim]:
    """The attitudes of an article; what somebody believes or hopes in words of their own, in marks, is a quote already."""
    for passage in passages(article, attitudes=True):
        said = {report.cue for report in reports(passage)}
        for report in reports(passage, attitudes=True):
            if is_attitude(report) and report.content and report.cue not in said:
                yield claim_of_attitude(article, passage, report)
