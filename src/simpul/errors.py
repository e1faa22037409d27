"""What can go wrong, told so that the reader can mend it.

    SimpulError                 exit code
    |- WrongUse                 2   the call does not fit the command
    |- UnknownName              2   no entity, question or norm has that name
    |- UnreadableInput          2   a file, table or query cannot be read
    |- EndpointFailed           3   a SPARQL server did not answer as it should
    |- LimitReached             4   time, rows, depth or memory ran out
    `- CannotWrite              5   the output could not be put in place

Every message has three parts: what is wrong, where, what to do. Library code
raises; only ``simpul.cli`` prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import ClassVar

__all__ = [
    "CannotWrite",
    "EndpointFailed",
    "LimitReached",
    "Place",
    "Problem",
    "SimpulError",
    "UnknownName",
    "UnreadableInput",
    "WrongUse",
    "nearest",
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: a file, and in it a line or row and a column."""

    file: str
    line: int | None = None
    column: str | None = None
    rows: bool = False

    def __str__(self) -> str:
        parts = [self.file]
        if self.line is not None:
            parts.append(f"{'row' if self.rows else 'line'} {self.line}")
        if self.column is not None:
            parts.append(f"column {self.column}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a batch: what is wrong, where, what to do."""

    what: str
    where: Place | str | None = None
    todo: str | None = None

    def __str__(self) -> str:
        lines = [self.what]
        lines += [f"  {part}" for part in (self.where, self.todo) if part]
        return "\n".join(lines)


class SimpulError(Exception):
    """Root of all errors a user can mend."""

    exit_code: ClassVar[int] = 2

    def __init__(
        self, what: str, *, where: Place | str | None = None, todo: str | None = None
    ) -> None:
        self.problems: tuple[Problem, ...] = (Problem(what, where, todo),)
        super().__init__(str(self.problems[0]))

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross from a worker process to its parent whole."""
        return _rebuilt, (type(self), self.args, self.problems)

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> SimpulError:
        """One error that shows all problems of a batch together."""
        found = tuple(problems)
        error = cls(found[0].what, where=found[0].where, todo=found[0].todo)
        error.problems = found
        error.args = ("\n".join(str(problem) for problem in found),)
        return error


class WrongUse(SimpulError):
    """The call does not fit the command."""


class UnknownName(SimpulError):
    """No entity, question or norm has that name; offers the nearest ones."""

    def __init__(self, kind: str, name: str, known: Sequence[str] = ()) -> None:
        close = [*_holding(name, known), *nearest(name, known)]
        offered = list(dict.fromkeys(close))[:3]
        todo = f"Did you mean {' or '.join(offered)}?" if offered else _ELSE.get(kind)
        super().__init__(f"no {kind} is called {name!r}", todo=todo)


_ELSE = {
    "question": "simpul ask lists them.",
    "entity": "simpul find TEXT searches all names.",
    "finding": "simpul dualism find ends each finding with its id; "
    "to compare two norms, articles or laws, name both.",
    "change": 'Write "repeal X", "amend X min_imprisonment=36", "link A implements B" '
    'or "settle A B prevails A".',
}
"""What to do where no name comes near."""


def _holding(name: str, known: Sequence[str]) -> list[str]:
    """The names that hold what was typed, shortest first; a few letters say too little."""
    typed = name.casefold()
    if len(typed) < 4:
        return []
    return sorted(
        {other for other in known if typed in other.casefold()}, key=lambda n: (len(n), n)
    )


class UnreadableInput(SimpulError):
    """A file, table or query cannot be read."""


class EndpointFailed(SimpulError):
    """A SPARQL server did not answer as it should."""

    exit_code = 3


class LimitReached(SimpulError):
    """Time, rows, depth or memory ran out before the work was done."""

    exit_code = 4


class CannotWrite(SimpulError):
    """The output could not be put in place; what was there before still is."""

    exit_code = 5


def _rebuilt(
    kind: type[SimpulError], args: tuple[object, ...], problems: tuple[Problem, ...]
) -> SimpulError:
    error = kind.__new__(kind)
    error.args, error.problems = args, problems
    return error


def nearest(name: str, known: Sequence[str], *, most: int = 3) -> list[str]:
    """The known names closest to a mistyped one, best first."""
    folded = {candidate.casefold(): candidate for candidate in known}
    return [folded[hit] for hit in get_close_matches(name.casefold(), folded, most, 0.6)]
