"""A child process for work that cannot be trusted to end.

A query cannot be stopped inside Oxigraph, and deep nesting or lack of memory
kills the process. So whatever a user can write is run in a child that the
parent can kill: by wall clock, by memory (``RLIMIT_AS``), or by Ctrl-C.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

from simpul.errors import LimitReached, SimpulError

__all__ = ["Limits", "guarded", "supervised"]

T = TypeVar("T")
_CHUNK = 1 << 20
_FORKING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a child may run (seconds, None = no limit) and its memory (bytes)."""

    seconds: float | None = 60.0
    memory: int | None = 8 << 30


def guarded(work: Callable[[], T], limits: Limits = Limits()) -> T:
    """The result of ``work``, done in a child process within the limits.

    Errors of the work are raised here; a child that had to be killed, or that
    died, raises LimitReached. Where the system cannot fork (Windows), the work is
    done in this process and Ctrl-C is the only limit.
    """
    if not hasattr(os, "fork"):
        return work()
    import pickle  # noqa: F401 - here, so that no child has to find it

    # One thread at a time: a child forked meanwhile by another would hold this pipe open.
    with _FORKING:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what an abort prints is told by us
            _answer(work, writing, limits)
        os.close(writing)
    try:
        answer = _collect(reading, limits.seconds)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(reading)
        _, status = os.waitpid(child, 0)
    result: T = _opened(answer, status)
    return result


def supervised(work: Callable[[], int], limits: Limits) -> int:
    """The exit code of ``work``, done in a child that writes to our own output."""
    if not hasattr(os, "fork"):
        return work()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        _limit(limits)
        os._exit(_flushed(work))
    try:
        status = _await(child, limits.seconds)
    except KeyboardInterrupt:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    if os.WIFSIGNALED(status):
        raise _killed(os.WTERMSIG(status))
    return os.waitstatus_to_exitcode(status)


def _flushed(work: Callable[[], int]) -> int:
    try:
        code = work()
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        return 0
    finally:
        sys.stderr.flush()


def _await(child: int, seconds: float | None) -> int:
    end = None if seconds is None else time.monotonic() + seconds
    pause = 0.001
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        if end is not None and time.monotonic() > end:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            raise _too_long(seconds)
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)


def _limit(limits: Limits) -> None:
    if limits.memory is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(work: Callable[[], Any], writing: int, limits: Limits) -> NoReturn:
    import pickle

    _limit(limits)
    code = 0
    try:
        answer: tuple[bool, Any] = (True, work())
    except (SimpulError, KeyboardInterrupt) as error:
        answer = (False, error)
    except MemoryError:
        answer = (False, _killed(signal.SIGABRT))
    except Exception as error:
        answer = (False, error)
    try:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(answer, pipe, pickle.HIGHEST_PROTOCOL)
    except BaseException:
        code = 70
    os._exit(code)


def _collect(reading: int, seconds: float | None) -> bytes:
    end = None if seconds is None else time.monotonic() + seconds
    pieces: list[bytes] = []
    while True:
        left = None if end is None else max(0.0, end - time.monotonic())
        ready, _, _ = select.select([reading], [], [], left)
        if not ready:
            raise _too_long(seconds)
        piece = os.read(reading, _CHUNK)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)


def _opened(answer: bytes, status: int) -> Any:
    if os.WIFSIGNALED(status) or not answer:
        raise _killed(os.WTERMSIG(status) if os.WIFSIGNALED(status) else signal.SIGABRT)
    import pickle

    good, value = pickle.loads(answer)
    if good:
        return value
    raise value


def _too_long(seconds: float | None) -> LimitReached:
    return LimitReached(
        f"no answer after {seconds:g} seconds",
        todo="Ask for less (a LIMIT, a narrower pattern), or raise --timeout.",
    )


def _killed(number: int) -> LimitReached:
    reasons = {
        signal.SIGABRT: "memory ran out",
        signal.SIGSEGV: "the input is nested too deeply",
        signal.SIGKILL: "the system stopped it",
    }
    reason = reasons.get(number, f"signal {number}")  # type: ignore[call-overload]
    return LimitReached(
        f"the work was stopped before it was done: {reason}",
        todo="Ask for less, or give the data in smaller parts.",
    )
