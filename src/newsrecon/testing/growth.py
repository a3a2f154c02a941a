"""How the time that something takes grows with the length of a text: four times the text may take about four times as long.

Theory of operation. CPU time is measured on a text and on one four times as long, both the same words over and over. Linear time
makes that four times, quadratic time sixteen. What is quick is not looked at: a ratio of two short times says nothing. What looks
bad is measured again, the best of several runs, before it is called so; a text that takes very long is given up on.
"""

from __future__ import annotations

import gc
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["grows_too_fast"]

SIZES = (256, 4096, 16384)
"""The first is for what would never come back from the second."""
TIMES = 4
"""The last size against the one before it."""
QUICK = 0.03
"""So many seconds of CPU time are too few to judge by."""
STEEP = 9.0
"""So many times the time is no longer linear, nor near it: a text times a logarithm makes 4.6, the square 16."""
RUNS = 4
GIVEN_UP = 10.0
"""After so many seconds a text is given up on."""


def grows_too_fast(prepare: Callable[[str], Callable[[], object]], unit: str) -> str | None:
    """Tells, in words, where the time for `unit` repeated grows faster than the text; None where it does not.

    `prepare` makes of a text what is to be timed: what it does itself does not count.
    """
    shortest, short, long = ((unit * (size // len(unit) + 1))[:size] for size in SIZES)
    try:
        _taken(prepare(shortest))
        first = _taken(prepare(short))
        if first * TIMES**2 < QUICK:
            return None  # even if it grew with the square, the long text would be quick
        taken = [first, _taken(prepare(long))]
        for _ in range(RUNS):
            if taken[1] < QUICK or taken[1] < STEEP * taken[0]:
                return None
            taken = [min(before, _taken(prepare(text))) for before, text in zip(taken, (short, long), strict=True)]
    except _TooLongError:
        return f"it takes more than {GIVEN_UP:g} s of CPU time on {unit!r:.60} over and over, at most {SIZES[-1]} characters"
    return (
        f"{SIZES[1]} characters of {unit!r:.60} over and over take {taken[0]:.2g} s of CPU time, "
        f"{TIMES} times as many {taken[1]:.2g} s"
    )


def _taken(run: Callable[[], object]) -> float:
    at_work = gc.isenabled()
    gc.disable()
    try:
        with _given_up_on():
            begun = time.process_time()
            run()
            return time.process_time() - begun
    finally:
        if at_work:
            gc.enable()


class _TooLongError(Exception):
    """Raised where a text is given up on."""


@contextmanager
def _given_up_on() -> Iterator[None]:
    """Stop what takes very long, where the system has a timer of CPU time; patterns of `re` and `regex` hear of it."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    late = []

    def stop(number: int, frame: object) -> None:
        late.append(True)  # what is raised here may be caught on its way by what is being stopped
        raise _TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, GIVEN_UP)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    if late:
        raise _TooLongError
