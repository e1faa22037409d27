"""The one dataset behind everything: in memory, on disk, or behind a SPARQL endpoint.

All that stands above asks through the ``Graph`` protocol and never learns which
of the three answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simpul.engine.embedded import EmbeddedGraph
from simpul.engine.graph import Graph, prefixed
from simpul.engine.guard import Limits, guarded
from simpul.engine.opening import load
from simpul.engine.stored import StoredGraph, is_store, write_store

if TYPE_CHECKING:
    from simpul.engine.remote import RemoteGraph

__all__ = [
    "EmbeddedGraph",
    "Graph",
    "Limits",
    "RemoteGraph",
    "StoredGraph",
    "guarded",
    "is_store",
    "load",
    "prefixed",
    "write_store",
]


def __getattr__(name: str) -> Any:
    """The endpoint's graph, imported when it is first used: HTTP costs what asking does."""
    if name == "RemoteGraph":
        from simpul.engine.remote import RemoteGraph

        return RemoteGraph
    raise AttributeError(f"module 'simpul.engine' has no attribute {name!r}")
