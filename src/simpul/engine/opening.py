"""Which graph is meant: the bundled one, as it is kept, or that of sources, read now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from simpul.engine.embedded import EmbeddedGraph
from simpul.engine.kept import kept
from simpul.engine.stored import StoredGraph
from simpul.errors import UnreadableInput

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from simpul.sources import Reading

__all__ = ["BundledGraph", "load"]


class BundledGraph(StoredGraph):
    """The bundled graph as it is kept; its statements are read from the tables again."""

    @cached_property
    def quads(self) -> list[Quad]:
        """Every statement of every named graph, with literals as they were written."""
        from simpul.sources import gather

        return gather((), bundled=True)

    def each_quad(self) -> Iterator[Quad]:
        """The same one after the other."""
        return iter(self.quads)


def load(
    sources: Iterable[Path] = (), *, bundled: bool = True, reading: Reading | None = None
) -> EmbeddedGraph | BundledGraph:
    """The graph of the bundled data, of other sources, or of both."""
    paths = list(sources)
    if not paths and bundled:
        store = kept(_bundled)
        if store is not None:
            try:
                return BundledGraph(store)
            except UnreadableInput:  # damaged, or just replaced by a newer one
                pass
    from simpul.sources import PLAIN, gather

    return EmbeddedGraph(gather(paths, bundled=bundled, reading=reading or PLAIN))


def _bundled() -> Iterable[Quad]:
    from simpul.sources import gather

    return gather((), bundled=True)
