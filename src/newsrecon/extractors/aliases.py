"""Names of persons, organisations and places: every mention, with the fullest form of the name in the article.

*Muttaqi* stands for *Amir Khan Muttaqi*, whose role is *Afghanistan's Foreign Minister*. Each mention is one claim of the
kind `alias`: its span is the name alone, without title, determiner or possessive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsrecon.extractors.name_chains import Form, chain
from newsrecon.extractors.name_metonyms import government_meant
from newsrecon.extractors.name_roles import role_of
from newsrecon.extractors.name_spans import name_spans
from newsrecon.extractors.name_types import vote
from newsrecon.extractors.name_words import NameSpan
from newsrecon.hookspecs import hookimpl
from newsrecon.model import Article, Claim

__all__ = ["KIND", "extract_claims"]

kinds = ("alias",)

KIND = "alias"
"""The kind of these claims."""


@hookimpl
def extract_claims(article: Article) -> Iterable[Claim]:
    """The names of an article, one claim for each mention.

    >>> article = Article("The mayor met Foreign Minister Anna Berg. Berg thanked him.", id="a")
    >>> [(claim.mention.text, claim.value["full"], claim.value["role"]) for claim in extract_claims(article)]
    [('Anna Berg', 'Anna Berg', 'Foreign Minister'), ('Berg', 'Anna Berg', None)]
    """
    return list(_claims(article))


def _claims(article: Article) -> Iterator[Claim]:
    text = article.text
    names = name_spans(article)
    for name in names:
        vote(text, name)
    resolved = chain(text, names)
    genders: dict[int, str] = {}
    rows: list[tuple[NameSpan, Form, str | None]] = []
    for name, full in resolved:
        role = None
        if full.type == "person":
            role, gender = role_of(text, name)
            if gender and (name.title or role or len(name.words) > 1):
                genders.setdefault(id(full), gender)
        rows.append((name, full, role))
    for name, full, role in rows:
        value = {"full": full.text, "type": full.type, "role": role, "gender": genders.get(id(full))}
        if full.type == "place" and (country := government_meant(text, name.start, name.end)):
            value |= {"type": "organization", "metonym": country}
        yield Claim(KIND, full.text, value, article.mention(name.start, name.end))
