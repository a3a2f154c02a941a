"""What there was none of, and there was, or was brought about: *There was no warning*, *Officials issued a warning*."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from newsrecon.extractors.one_thing import is_news
from newsrecon.extractors.oppositions import predicates
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.tenses import past_auxiliaries, words_ahead

__all__ = ["by_bringing_about", "by_existence", "is_none", "keys_of_what_is_brought_about"]


def by_existence(left: Assertion, right: Assertion) -> str | None:
    """Why there are not both: *There were not enough boats*, *There were enough boats for everyone*."""
    if left.negated == right.negated or left.claim is None or right.claim is None:
        return None
    if not left.claim.subject.lower() == right.claim.subject.lower() == "there" or left.told != right.told:
        return None
    no, yes = (left, right) if left.negated else (right, left)
    denied = no.tokens - {no.predicate}
    tenses = {_is_past(one) for one in (left, right)}
    return "one denies what the other says" if len(denied) > 1 and denied <= yes.tokens and len(tenses) == 1 else None


def _is_past(one: Assertion) -> bool:
    words = one.claim.mention.text.lower().replace("’", "'").split()[:3] if one.claim is not None else []
    return not past_auxiliaries().isdisjoint(words)


def by_bringing_about(left: Assertion, right: Assertion) -> str | None:
    """Why there was what was brought about: *There was no investigation*, *Prosecutors have opened an investigation*."""
    if not _may_be_brought_about(left, right) or not is_news(left, right):
        return None
    no, yes = (left, right) if is_none(left) else (right, left)
    made = yes.frame.done_to if yes.frame is not None and yes.frame.tense == "past" else None
    is_made = made is not None and not made.empty and made.head in no.tokens
    if yes.negated or not (is_made or _is_done(yes, no) or _is_doer(yes, no)):
        return None
    return "one says that there was none" if no.tokens - {no.predicate} <= yes.tokens else None


def _is_done(yes: Assertion, no: Assertion) -> bool:
    """Whether a verb tells what there will be none of: *would appeal*, *there would be no appeal*."""
    return yes.deed[0] in no.words and _is_to_be(yes) and _is_to_be(no)


def _is_doer(yes: Assertion, no: Assertion) -> bool:
    """Whether somebody did what there was nobody for who did it: *survived*, *there were no survivors*."""
    did = yes.frame is not None and yes.frame.tense == "past" and yes.modality is None and _is_past(no)
    return did and yes.deed[0] in no.words & predicates("done_by_some")


def _may_be_brought_about(left: Assertion, right: Assertion) -> bool:
    """Whether one says that there was none, and the other that something was brought about."""
    if not (left.negated or right.negated):
        return False
    no, yes = (left, right) if is_none(left) else (right, left)
    return is_none(no) and not is_none(yes) and (yes.deed[0] in predicates("bringing_about") or yes.deed[0] in no.words)


def keys_of_what_is_brought_about(one: Assertion) -> Iterator[Hashable]:
    """Keys under which what there was none of meets what brought it about, or what is to be done."""
    if is_none(one):
        yield from (("none", token) for token in sorted(one.words))
    elif one.negated or not one.deed[0]:
        return
    elif one.deed[0] in predicates("bringing_about"):
        if one.frame is not None and one.frame.done_to is not None:
            yield "none", one.frame.done_to.head
    elif _is_to_be(one) or one.deed[0] in predicates("done_by_some"):
        yield "none", one.deed[0]


def _is_to_be(one: Assertion) -> bool:
    return one.claim is not None and not words_ahead().isdisjoint(one.claim.mention.text.lower().split())


def is_none(one: Assertion) -> bool:
    """Whether it is told that there was none: *There was no warning*."""
    return one.negated and one.claim is not None and one.claim.subject.lower() == "there"
