"""Read a folder of laws on all cores into a store; only what changed is read again."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from simpul.errors import Place, Problem, SimpulError, UnreadableInput
from simpul.laws.files import text_of
from simpul.laws.model import Law
from simpul.laws.rdf.writing import to_quads
from simpul.laws.reader import read_law
from simpul.laws.store import CorpusStore, Mark, totals

__all__ = ["Outcome", "build", "texts"]

_ENDINGS = (".md", ".txt", ".pdf")


@dataclass(frozen=True, slots=True)
class _Task:
    root: str
    path: str
    known: str | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one worker hands back: statements and mark, or why there are none."""

    path: str
    quads: bytes = b""
    mark: Mark | None = None
    unchanged: bool = False
    problem: Problem | None = None


@dataclass(slots=True)
class Outcome:
    """What a build did: texts read, left as they were, taken out, and problems."""

    read: int = 0
    unchanged: int = 0
    removed: int = 0
    problems: list[Problem] = field(default_factory=list)
    laws: int = 0
    counts: dict[str, int] = field(default_factory=dict)


def texts(root: Path) -> list[str]:
    """The texts below a folder, in a stable order."""
    if not root.is_dir():
        raise UnreadableInput("there is no such folder", where=str(root))
    found = sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.suffix in _ENDINGS and path.is_file()
    )
    if not found:
        raise UnreadableInput(
            "the folder holds no text of a law (.md, .txt, .pdf)", where=str(root)
        )
    return found


def build(
    root: Path, target: Path, *, workers: int | None = None, step: Callable[[], None] = lambda: None
) -> Outcome:
    """Bring the store in line with the folder; may be stopped and run again at any time."""
    paths = texts(root)
    outcome = Outcome()
    with multiprocessing.get_context("fork").Pool(workers or os.cpu_count() or 1) as pool:
        store = CorpusStore(target)
        marks = store.marks()
        _remove_stale(store, marks, set(paths), outcome)
        tasks = [_Task(str(root), path, _digest(marks.get(path))) for path in paths]
        taken = {mark.name: mark.path for mark in marks.values()}
        for reading in pool.imap(_read, tasks, chunksize=4):
            _take(store, reading, marks, taken, outcome)
            step()
        store.flush()
    if outcome.read or outcome.removed:
        store.optimize()
    outcome.laws = len(marks)
    outcome.counts = dict(totals(marks.values()))
    return outcome


def _digest(mark: Mark | None) -> str | None:
    return mark.digest if mark else None


def _remove_stale(
    store: CorpusStore, marks: dict[str, Mark], paths: set[str], outcome: Outcome
) -> None:
    """Take out laws whose file is gone, and laws left half written."""
    for path in [path for path in marks if path not in paths]:
        store.remove(marks.pop(path).name)
        outcome.removed += 1
    for name in store.names() - {mark.name for mark in marks.values()}:
        store.remove(name)


def _take(
    store: CorpusStore,
    reading: _Reading,
    marks: dict[str, Mark],
    taken: dict[str, str],
    outcome: Outcome,
) -> None:
    """Put one reading in the store, or note why not."""
    if reading.unchanged:
        outcome.unchanged += 1
        return
    old = marks.pop(reading.path, None)
    if old is not None:
        store.remove(old.name)
        taken.pop(old.name, None)
    if reading.problem is not None or reading.mark is None:
        outcome.problems += [reading.problem] if reading.problem else []
        return
    mark = reading.mark
    if mark.name in taken:
        what = f"it is {mark.name}, which {taken[mark.name]} is as well"
        outcome.problems.append(Problem(what, Place(mark.path), "Keep one text of each law."))
        return
    taken[mark.name] = mark.path
    marks[mark.path] = mark
    store.add(reading.quads, mark)
    outcome.read += 1


def _read(task: _Task) -> _Reading:
    """Read one text in a worker."""
    place = Path(task.root, task.path)
    try:
        content = place.read_bytes()
        digest = sha256(content).hexdigest()
        if digest == task.known:
            return _Reading(task.path, unchanged=True)
        words = text_of(place) if place.suffix == ".pdf" else content.decode("utf-8-sig")
        law = read_law(words, task.path)
    except SimpulError as error:
        return _Reading(task.path, problem=error.problems[0])
    except (OSError, UnicodeDecodeError) as error:
        return _Reading(task.path, problem=Problem(str(error), Place(task.path)))
    mark = Mark(law.name, task.path, digest, (law.lines, *_counts(law)))
    return _Reading(task.path, to_quads(law, merged=True).encode(), mark)


def _counts(law: Law) -> Iterator[int]:
    """Provisions, facts and remarks of one law."""
    yield len(law.provisions)
    yield sum(
        len(facts)
        for facts in (
            law.based_on, law.definitions, law.penalties, law.norms, law.references,
            law.delegations, law.amendments, law.repeals, law.transitions, law.licences,
            law.commencement, law.elucidation,
        )
    )  # fmt: skip
    yield len(law.unread)
