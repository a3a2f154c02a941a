"""Expressions read back from the terms that write them."""

from __future__ import annotations

import re
from typing import Any, Final, cast

from newsrecon.timex.expressions import MODIFIERS, NOW, Expression
from newsrecon.timex.lengths import Length
from newsrecon.timex.points import Point
from newsrecon.timex.seeking import Direction
from newsrecon.timex.units import Unit
from newsrecon.timex.values import REFERENCES

__all__ = ["parse_expression"]

_BESIDE: Final = ("until", "from", "earlier", "later")
"""What lays a length beside its base."""
_TOKEN: Final = re.compile(r"[^(),]+|[(),]")


def parse_expression(text: str) -> Expression:
    """The expression that a term writes; a ValueError shows what is wrong with any other text.

    >>> from datetime import date
    >>> parse_expression("in(XXXX-04,shift(now,0,Y))").resolve(date(2025, 7, 4)).value
    '2025-04'
    """
    try:
        found, rest = _parse(_TOKEN.findall(text), 0, 0)
        if rest == len(_TOKEN.findall(text)) and isinstance(found, Expression) and str(found) == text:
            found.type  # noqa: B018  an operator with the wrong arguments fails here
            return found
    except (ValueError, TypeError, IndexError, AttributeError, KeyError):
        pass
    raise ValueError(f"an expression is a term like past(XXXX-WXX-4,now), not {text!r:.80}")


def _parse(tokens: list[str], place: int, depth: int) -> tuple[Expression, int]:
    head = tokens[place]
    if depth > 20:
        raise ValueError("an expression is not nested so deeply")
    if place + 1 >= len(tokens) or tokens[place + 1] != "(":
        return _atom(head), place + 1
    arguments: list[Expression | Point | Length | int | str] = []
    place += 1
    while tokens[place] != ")":
        if head in ("shift", "move") and len(arguments):
            token = tokens[place + 1]
            arguments.append(int(token) if len(arguments) == 1 else str(Unit(token)))
            place += 2
        elif head == "feast":
            arguments.append(tokens[place + 1])
            place += 2
        else:
            found, place = _parse(tokens, place + 1, depth + 1)
            arguments.append(_plain(found) if head == "every" or (head in _BESIDE and not arguments) else found)
    return _checked(head, arguments), place + 1


def _atom(text: str) -> Expression:
    if text == "now":
        return NOW
    if text in REFERENCES:
        return Expression.reference(text)
    return Expression.lasting(Length(text)) if text.startswith("P") else Expression.at(text)


def _plain(expression: Expression) -> Point | Length:
    (argument,) = expression.arguments
    if not isinstance(argument, Point | Length):
        raise ValueError(f"{expression} is neither a point nor a length")
    return argument


def _checked(head: str, arguments: list[Any]) -> Expression:
    if head == "feast":
        return Expression.feast(*arguments)
    if head in MODIFIERS:
        (inner,) = arguments
        return cast(Expression, inner).modified(head)
    sizes = {
        "shift": 3,
        "move": 3,
        "in": 2,
        **dict.fromkeys(_BESIDE, 2),
        "moon": 2,
        "every": 1,
        **{str(one): 2 for one in Direction},
    }
    if sizes.get(head) != len(arguments):
        raise ValueError(f"no operator {head!r} with {len(arguments)} arguments")
    return Expression(head, tuple(arguments))
