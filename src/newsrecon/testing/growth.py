"""How the time that something takes grows with the length of a text: four times the text may take about four times as long.

Theory of operation. CPU time is measured on a text and on one four times as long, both the same words over and over. Linear time
makes that four times, quadratic time sixteen. What is quick is not looked at: a ratio of two short times says nothing. What looks
bad is tried on a text that is four times as long again, since one measurement may be three times off on a busy machine, and
nothing linear is off by that much twice. A text that takes very long is given up on.
"""

from __future__ import annotations

import gc
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["grows_too_fast"]

SIZES = (256, 4096, 16384, 65536)
"""The first is for what would never come back from the second."""
TIMES = 4
"""Each of the others against the one before it."""
QUICK = 0.03
"""So many seconds of CPU time are too few to judge by."""
SHORTEST = QUICK / TIMES**2
"""What takes less is taken to take so long: some clocks tick seldom, and tell no time at all for it."""
STEEP = 9.0
"""So many times the time is no longer linear, nor near it: a text times a logarithm makes 4.6, the square 16."""
RUNS = 3
GIVEN_UP = 10.0
"""After so many seconds a text is given up on."""


def grows_too_fast(prepare: Callable[[str], Callable[[], object]], unit: str) -> str | None:
    """Tells, in words, where the time for `unit` repeated grows faster than the text; None where it does not.

    `prepare` makes of a text what is to be timed: what it does itself does not count.
    """
    texts = [(unit * (size // len(unit) + 1))[:size] for size in SIZES]
    taken = [0.0] * len(SIZES)
    place = 0
    try:
        for place in range(len(SIZES)):
            taken[place] = _taken(prepare(texts[place]))
            if place == 1 and taken[1] * TIMES**2 < QUICK:
                return None  # even if it grew with the square, the next text would be quick
            if place >= 2:
                short = max(SHORTEST, min(_taken(prepare(texts[1])) for _ in range(RUNS)))
                if taken[place] < QUICK or taken[place] < STEEP ** (place - 1) * short:
                    return None
                taken[1] = short
    except _TooLongError:
        size = f"{SIZES[place]} characters of {unit!r:.60} over and over"
        return f"it takes more than {GIVEN_UP:g} s of CPU time on {size}"
    return (
        f"{SIZES[1]} characters of {unit!r:.60} over and over take {taken[1]:.2g} s of CPU time, "
        f"{TIMES**2} times as many {taken[3]:.2g} s"
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
