"""Plugins in a process of their own, which is ended when one of them takes too long or ends it itself.

Theory of operation. The process loads the plugins as this one would and then answers one question at a time: what does this
hook of that plugin give for this article? Whoever waits knows whom it waits for, so a process that stays silent or goes away
tells which plugin did it. The next question is put to a new process.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import IO, Any

from newsrecon.model import Article, Claim
from newsrecon.plugins.blame import ToldError

__all__ = ["Isolated", "StoppedError", "serve"]

START = """
import os, pickle, sys
questions = os.fdopen(os.dup(0), "rb")
sys.path[:] = pickle.load(questions)
from newsrecon.plugins.isolation import serve
serve(questions)
"""
PATIENCE = 3
"""So many articles a plugin may fail to finish before it is left out of the rest."""


class StoppedError(ToldError):
    """Raised where a plugin was stopped, or failed in the other process; the message says it all."""


class Isolated:
    """The other process, started when it is needed and again when it had to be ended."""

    def __init__(self, limit: float, *, entry_points: bool, folders: Iterable[str], enable: Iterable[str] = ()) -> None:
        if not 0 < limit <= threading.TIMEOUT_MAX:
            raise ValueError(f"a time limit is above zero seconds and finite, not {limit!r}")
        self._limit = limit
        self._asked = {"entry_points": entry_points, "folders": list(folders), "enable": list(enable)}
        self._off: dict[str, str] = {}
        self._process: _Process | None = None
        self._article: Article | None = None
        self._unfinished: dict[str, int] = {}

    def load(self, off: Mapping[str, str]) -> dict[str, str]:
        """Load the plugins over there; those that took too long or ended the process, each with why."""
        self._off = dict(off)
        lost: dict[str, str] = {}
        while self._process is None:
            loading = self._start()
            if loading is not None:
                name, problem = loading
                lost[name] = f"cannot be loaded: {problem}"
                self._off[name] = problem
        return lost

    def call(self, hook: str, name: str, article: Article, claims: tuple[Claim, ...] | None = None) -> list[list[Any]]:
        """What a hook of one plugin gives; StoppedError where it took too long, ended the process or failed."""
        if self._unfinished.get(name, 0) >= PATIENCE:
            return []
        if self._process is None and (loading := self._start()) is not None:
            raise StoppedError(f"could not be called, since {loading[0]!r} cannot be loaded: {loading[1]}")
        process = self._process
        assert process is not None
        process.send((hook, name, None if article is self._article else article, claims))
        self._article = article
        try:
            kind, given = process.receive(self._limit)
        except _SilentError as silent:
            raise StoppedError(self._stopped(name, silent)) from None
        if kind == "failed":
            raise StoppedError(given)
        return [given]

    def _stopped(self, name: str, silent: _SilentError) -> str:
        """End the process, and say in words why."""
        self._end()
        self._unfinished[name] = self._unfinished.get(name, 0) + 1
        given_up = self._unfinished[name] >= PATIENCE
        return f"{silent}" + (f"; it is left out of the rest after {PATIENCE} articles" if given_up else "")

    def _start(self) -> tuple[str, str] | None:
        """Start the process; the plugin that kept it from starting, and how, None where it is ready."""
        self._article = None
        self._process = process = _Process()
        weakref.finalize(self, process.end)
        process.send({**self._asked, "off": self._off})
        kind, name = process.receive(None)
        while kind == "loading":
            try:
                kind, following = process.receive(self._limit)
            except _SilentError as silent:
                self._end()
                return name, str(silent)
            name = following
        return None

    def _end(self) -> None:
        if self._process is not None:
            self._process.end()
        self._process = None


class _SilentError(Exception):
    """Raised where no answer came; the message says whether it was too late or never to come."""


class _Process:
    """A Python process that is sent questions and gives answers, both as pickles."""

    def __init__(self) -> None:
        self._process = subprocess.Popen([sys.executable, "-c", START], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._questions: IO[bytes] = self._process.stdin
        self._answers: queue.SimpleQueue[tuple[str, Any] | None] = queue.SimpleQueue()
        self._reader = threading.Thread(target=_hand_over, args=(self._process.stdout, self._answers), daemon=True)
        self._reader.start()
        self.send(sys.path)

    def send(self, question: object) -> None:
        with suppress(OSError):  # where it went away, the wait for its answer tells so
            pickle.dump(question, self._questions, pickle.HIGHEST_PROTOCOL)
            self._questions.flush()

    def receive(self, limit: float | None) -> tuple[str, Any]:
        """The next answer; _SilentError where it does not come within so many seconds, or the process has ended."""
        try:
            answer = self._answers.get(timeout=limit)
        except queue.Empty:
            raise _SilentError(f"took longer than {limit:g} s and was stopped") from None
        if answer is None:
            raise _SilentError(f"ended the process it ran in (exit status {self._process.wait()})")
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        with suppress(OSError):  # what was still to be sent has nowhere to go
            self._questions.close()


def _hand_over(stream: IO[bytes], answers: queue.SimpleQueue[tuple[str, Any] | None]) -> None:
    """Pass on answers as they come, and None when there will be no more."""
    with stream:
        while True:
            try:
                answers.put(pickle.load(stream))
            except (EOFError, pickle.UnpicklingError):
                answers.put(None)
                return


# ---------------------------------------------------------------- in the other process


def serve(questions: IO[bytes]) -> None:
    """Answer questions until there are no more; what plugins print goes to standard error."""
    import signal

    from newsrecon.plugins.blame import in_words, shown
    from newsrecon.plugins.finding import in_folders, installed
    from newsrecon.plugins.loading import loaded

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks decides when to end
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "rb") as nothing:  # a plugin that reads standard input must not take the questions
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr

    def answer(kind: str, given: object) -> None:
        pickle.dump((kind, given), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()

    asked = pickle.load(questions)
    found = [*(installed(asked["enable"]) if asked["entry_points"] else ()), *in_folders(asked["folders"])]
    plugins = loaded(found, off=asked["off"], announce=lambda name: answer("loading", name))
    answer("ready", None)
    article = None
    while True:
        try:
            hook, name, changed, claims = pickle.load(questions)
        except EOFError:
            return
        article = changed or article
        one = next(one for one in plugins._hooks[hook] if one.info.name == name)
        more = {} if claims is None else {"claims": claims}
        try:
            given = one.give(article=article, **more)
        except BaseException as error:
            blamed = one.blamed(error)
            told = "" if blamed is one else f", in a wrapper of plugin {blamed.info.name!r}"
            answer("failed", f"{in_words(error, blamed.home)}{told}")
        else:
            answer("gave", [item if type(item) is Claim else _Odd(shown(item)) for item in given])


class _Odd:
    """What a plugin gave that is no claim, as it shows itself."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return self._words
