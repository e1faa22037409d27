"""A dataset on disk: an Oxigraph store, opened by many readers, written by one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simpul.engine.embedded import merged, run
from simpul.engine.graph import Answering
from simpul.errors import CannotWrite, UnreadableInput

if TYPE_CHECKING:
    from pyoxigraph import Quad, Store

__all__ = ["StoredGraph", "is_store", "write_store"]

_MARK = "CURRENT"
"""RocksDB keeps a file of this name in every store."""


class StoredGraph(Answering):
    """A store on disk, opened read-only: nothing in it changes, others may read too."""

    def __init__(self, path: Path) -> None:
        from pyoxigraph import Store

        self.path = path
        try:
            self.store: Store = Store.read_only(str(path))
        except (OSError, ValueError, RuntimeError) as error:
            raise UnreadableInput(
                f"the store cannot be opened: {_reason(error)}",
                where=str(path),
                todo="Make it again: simpul corpus build for laws, simpul load -o for a graph.",
            ) from error

    @cached_property
    def quads(self) -> list[Quad]:
        """Every statement of every named graph, with literals as the store keeps them."""
        return list(self.each_quad())

    def each_quad(self) -> Iterator[Quad]:
        """The same one after the other, for what is too large to hold."""
        from pyoxigraph import DefaultGraph

        default = DefaultGraph()
        for quad in self.store.quads_for_pattern(None, None, None, None):
            if quad.graph_name != default:
                yield quad

    def solutions(self, query: str, *, base: str | None = None) -> Any:
        """What pyoxigraph gives for a query: solutions, a boolean, or triples."""
        return run(self.store, query, base=base)


def is_store(path: Path) -> bool:
    """Whether a folder is an Oxigraph store."""
    return (path / _MARK).is_file()


def write_store(path: Path, quads: Iterable[Quad]) -> int:
    """Puts quads, and their merge as default graph, into a store; returns their number.

    The store is made beside its place and moved there whole, so that an older one
    serves its readers until then. A folder that is no store is left alone.
    """
    path = path.absolute()
    if path.exists() and not is_store(path) and (path.is_file() or any(path.iterdir())):
        raise CannotWrite(
            "there is something else than a store", where=str(path), todo="Name another folder."
        )
    found = set(quads)
    making = path.with_name(f".{path.name}.new")
    try:
        store = _emptied(making)
        store.bulk_extend([*found, *merged(found)])
        store.optimize()
        store.flush()
        del store
        _move(making, path)
    except OSError as error:
        raise CannotWrite(
            f"the store cannot be written: {_reason(error)}",
            where=str(path),
            todo="Check that the folder may be written to, has room, and has no other writer.",
        ) from error
    return len(found)


def _emptied(folder: Path) -> Store:
    """A store without statements; what a killed run left there is taken away."""
    from pyoxigraph import Store

    try:
        store = Store(str(folder))
        store.clear()
    except (OSError, RuntimeError) as error:
        if _is_locked(error):
            raise
        shutil.rmtree(folder)
        return Store(str(folder))
    return store


def _move(made: Path, path: Path) -> None:
    """Puts a store in its place; where the system can, in one step."""
    if path.exists() and _exchanged(made, path):
        shutil.rmtree(made, ignore_errors=True)
        return
    older = path.with_name(f".{path.name}.old")
    shutil.rmtree(older, ignore_errors=True)
    if path.exists():
        path.rename(older)
    made.rename(path)
    shutil.rmtree(older, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders changed their names at once (renameat2 of Linux)."""
    import ctypes

    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    if rename is None:
        return False
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _reason(error: Exception) -> str:
    return "another process is writing it" if _is_locked(error) else str(error)


def _is_locked(error: Exception) -> bool:
    """Whether RocksDB says that another process, or another part of this one, has it open."""
    words = str(error).lower()
    return "lock file" in words or "lock hold" in words
