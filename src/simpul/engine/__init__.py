"""The one dataset behind everything: in memory, on disk, or behind a SPARQL endpoint.

All that stands above asks through the ``Graph`` protocol and never learns which
of the three answers.
"""

from simpul.engine.embedded import EmbeddedGraph
from simpul.engine.graph import Graph, prefixed
from simpul.engine.guard import Limits, guarded
from simpul.engine.opening import load
from simpul.engine.remote import RemoteGraph
from simpul.engine.stored import StoredGraph, is_store, write_store

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
