"""The store a corpus is kept in: which text of which law is in it, and safe changes.

The mark of a text (its SHA-256) is written in a transaction after all its
statements. A text without its mark was interrupted: it is taken out and read
again. Statements are a set, so that loading twice doubles nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simpul.errors import CannotWrite
from simpul.terms import DATA, GRAPHS, POL

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad, Store

__all__ = ["COUNTS", "CorpusStore", "Mark", "totals"]

COUNTS = ("lines", "provisions", "facts", "remarks")
"""What a mark counts of one text."""

_PROPERTIES = {"lines": "lineCount", "provisions": "provisionCount", "facts": "factCount",
               "remarks": "remarkCount"}  # fmt: skip
_BATCH_BYTES = 128_000_000
"""Each batch is sorted into the store at once: larger ones cost less, but more memory."""


@dataclass(frozen=True, slots=True)
class Mark:
    """That a text is wholly in the store: its law, file, digest and counts."""

    name: str
    path: str
    digest: str
    counts: tuple[int, ...]


class CorpusStore:
    """A store on disk that one process writes and many may read."""

    def __init__(self, path: Path) -> None:
        from pyoxigraph import Store

        if path.exists() and not (path / "CURRENT").is_file() and _holds_other_files(path):
            raise CannotWrite(
                "there is something else than a store", where=str(path), todo="Name another folder."
            )
        try:
            self._store: Store = Store(str(path))
        except (OSError, ValueError) as error:
            raise CannotWrite(
                f"the store cannot be opened for writing: {error}",
                where=str(path),
                todo="Check that no other process writes it and the disk has room.",
            ) from error
        self._pending: list[bytes] = []
        self._marks: list[Mark] = []
        self._size = 0

    def marks(self) -> dict[str, Mark]:
        """The texts that are wholly in the store, by file."""
        from pyoxigraph import NamedNode

        found: dict[str, Mark] = {}
        for quad in self._store.quads_for_pattern(None, _node(POL["digest"]), None, None):
            source, digest = quad.subject, quad.object
            if not _in_graph(quad) or not isinstance(source, NamedNode):
                continue
            name = source.value.removeprefix(DATA).removesuffix("-text")
            values = {key: self._value(source, prop) for key, prop in _PROPERTIES.items()}
            path = self._value(source, "path") or ""
            counts = tuple(int(values[key] or 0) for key in COUNTS)
            found[path] = Mark(name, path, _text(digest), counts)
        return found

    def _value(self, subject: NamedNode, name: str) -> str | None:
        for quad in self._store.quads_for_pattern(subject, _node(POL[name]), None, None):
            return _text(quad.object)
        return None

    def names(self) -> set[str]:
        """The laws of which anything is in the store, marked or not."""
        prefix = GRAPHS + "source/"
        graphs = (graph.value for graph in self._store.named_graphs())
        return {
            graph.removeprefix(prefix).removesuffix("-text")
            for graph in graphs
            if graph.startswith(prefix)
        }

    def remove(self, name: str) -> None:
        """Take a law out: its graph, and its share of the default graph."""
        from pyoxigraph import DefaultGraph, Quad

        graph = _node(f"{GRAPHS}source/{name}-text")
        quads = list(self._store.quads_for_pattern(None, None, None, graph))
        default = DefaultGraph()
        for quad in quads:
            self._store.remove(quad)
        for quad in quads:
            triple = (quad.subject, quad.predicate, quad.object)
            others = self._store.quads_for_pattern(*triple, None)
            if all(other.graph_name == default for other in others):
                self._store.remove(Quad(*triple, default))

    def add(self, nquads: bytes, mark: Mark) -> None:
        """Take a text in; it is on disk, with its mark, at the next full batch."""
        self._pending.append(nquads)
        self._marks.append(mark)
        self._size += len(nquads)
        if self._size >= _BATCH_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write what is pending, then its marks, each in one piece."""
        from pyoxigraph import RdfFormat

        if not self._pending:
            return
        batch, self._pending = b"".join(self._pending), []
        try:
            self._store.bulk_load(input=batch, format=RdfFormat.N_QUADS)
            self._store.extend(_mark_quads(self._marks))
            self._store.flush()
        except OSError as error:
            raise CannotWrite(
                f"the store cannot be written: {error}", todo="Check that the disk has room."
            ) from error
        self._marks, self._size = [], 0

    def optimize(self) -> None:
        """Make later reading quick."""
        self._store.optimize()

    def __len__(self) -> int:
        return len(self._store)


_BEGUN = re.compile(
    r"LOCK|LOG(?:\.old\.\d+)?|IDENTITY|MANIFEST-\d+|OPTIONS-\d+(?:\.dbtmp)?|\d+\.(?:dbtmp|log|sst)"
)
"""The files RocksDB makes before CURRENT: a store whose making was killed has only these."""


def _holds_other_files(path: Path) -> bool:
    return any(not _BEGUN.fullmatch(one.name) for one in path.iterdir())


def totals(marks: Iterable[Mark]) -> Mapping[str, int]:
    """The counts of some texts together."""
    sums = [0] * len(COUNTS)
    for mark in marks:
        sums = [one + other for one, other in zip(sums, mark.counts, strict=True)]
    return dict(zip(COUNTS, sums, strict=True))


def _mark_quads(marks: Iterable[Mark]) -> Iterator[Quad]:
    from pyoxigraph import DefaultGraph, Literal, Quad

    for mark in marks:
        source = _node(f"{DATA}{mark.name}-text")
        graph = _node(f"{GRAPHS}source/{mark.name}-text")
        values: list[tuple[str, Literal]] = [("digest", Literal(mark.digest))]
        values += [
            (_PROPERTIES[key], Literal(count))
            for key, count in zip(COUNTS, mark.counts, strict=True)
        ]
        for name, value in values:
            yield Quad(source, _node(POL[name]), value, graph)
            yield Quad(source, _node(POL[name]), value, DefaultGraph())


def _text(value: object) -> str:
    return str(getattr(value, "value", value))


def _in_graph(quad: Quad) -> bool:
    from pyoxigraph import DefaultGraph

    return quad.graph_name != DefaultGraph()


def _node(value: str) -> NamedNode:
    from pyoxigraph import NamedNode

    return NamedNode(value)
