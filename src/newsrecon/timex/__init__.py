"""Calendar algebra: what *last Thursday*, *April this year* and *the 1980s* mean, apart from the words that say it.

Three things are kept apart. A `Point` is a stretch of the calendar at some granularity (a day, a quarter, a decade), known
or with blanks: `2025-07-03`, `XXXX-WXX-4`. An `Expression` is a reading of words, free of any anchor: `past(XXXX-WXX-4,now)`
is the most recent Thursday, whenever *now* is. A `Timex` is what comes out when an expression is resolved against an
anchor: a TIMEX3 type and value, and the half-open interval of time it denotes. Without an anchor, blanks stay blanks.

Expressions are written as terms, and `parse_expression(str(e)) == e`:

    2021-08                     a point, as TIMEX3 writes it
    now                         the anchor
    shift(now,-4,Y)             the unit that lies so many units from the one around the base: *four years ago* is a year
    move(1989-Q3,-1,Y)          the same, at the granularity of the base: *the third quarter … a year earlier*
    past(XXXX-10,now)           the point that fits a pattern, in a direction from the base (see `seek`)
    in(XXXX-04,shift(now,0,Y))  a pattern filled from what holds it: *April this year*
    until(P1Y,now) from(P2W,now)  lengths that end or begin at a base: *the past year*, *the next two weeks*
    earlier(P2D,2025-05-03) later(P3W,2025-05-03)  lengths that lead to another day: *two days before the vote on 3 May*
    P20Y PXW PT10M              lengths
    every(P1D) every(XXXX-WXX-4)  what recurs
    START(2016) LESS_THAN(P1D)  a modifier, by its TIMEX3 name
    lately(XXXX-10-31,now)      the nearest such day, one on the other side being doubted: *redeemed on Oct. 31* (see `Direction`)
    past(feast(easter),now)     a feast whose day differs from year to year (`feast(11-4-4)`: fourth Thursday of November)
    moon(a,b)                   a lunar month, from its first day to that of the next: *Ramadan 2015* is some month of 2015
    PAST_REF PRESENT_REF FUTURE_REF
"""

from newsrecon.timex.anchoring import moment_value, resolve_value
from newsrecon.timex.birthdays import may_have_turned
from newsrecon.timex.expressions import MODIFIERS, NOW, Expression
from newsrecon.timex.lengths import Length
from newsrecon.timex.points import Point
from newsrecon.timex.rounding import rounded
from newsrecon.timex.seeking import Direction
from newsrecon.timex.terms import parse_expression
from newsrecon.timex.units import Unit
from newsrecon.timex.values import Timex

__all__ = [
    "MODIFIERS",
    "NOW",
    "Direction",
    "Expression",
    "Length",
    "Point",
    "Timex",
    "Unit",
    "may_have_turned",
    "moment_value",
    "parse_expression",
    "resolve_value",
    "rounded",
]
