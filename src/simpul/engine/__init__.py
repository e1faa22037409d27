"""The one dataset behind everything: embedded (Oxigraph) or a SPARQL endpoint.

All that stands above asks through the ``Graph`` protocol and never learns which
of the two answers.
"""

from simpul.engine.embedded import EmbeddedGraph, load
from simpul.engine.graph import Graph, prefixed
from simpul.engine.guard import Limits, guarded

__all__ = ["EmbeddedGraph", "Graph", "Limits", "guarded", "load", "prefixed"]
