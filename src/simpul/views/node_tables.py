"""The network as two tables, nodes and edges: CSV for Gephi and R, XLSX for a spreadsheet.

Headings are those Gephi's import expects; R's ``graph_from_data_frame`` takes the
first columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simpul.views.rows import separated
from simpul.views.spreadsheet import spreadsheet

if TYPE_CHECKING:
    import networkx

__all__ = ["csv_pair", "workbook"]

NODES = ("Id", "Label", "Label_id", "Label_en", "Kind", "Start", "End")
EDGES = ("Source", "Target", "Type", "Label", "Predicate")


def csv_pair(network: networkx.MultiDiGraph, *, lang: str = "en") -> dict[str, bytes]:
    """``nodes.csv`` and ``edges.csv``, exact: what a cell holds is what the graph says."""
    return {
        "nodes.csv": _csv(NODES, nodes(network, lang)),
        "edges.csv": _csv(EDGES, edges(network)),
    }


def workbook(network: networkx.MultiDiGraph, *, lang: str = "en") -> bytes:
    """A workbook with the sheets nodes and edges; no cell is a formula."""
    return spreadsheet({"nodes": (NODES, nodes(network, lang)), "edges": (EDGES, edges(network))})


def nodes(network: networkx.MultiDiGraph, lang: str) -> Iterator[list[str]]:
    """One row a node, in the order of IRIs."""
    for iri, known in network.nodes(data=True):
        names = [known[f"label_{lang}"], known["label_id"], known["label_en"]]
        yield [iri, *names, known["kind"], known.get("start", ""), known.get("end", "")]


def edges(network: networkx.MultiDiGraph) -> Iterator[list[str]]:
    """One row an edge; parallel edges differ in their predicate."""
    for source, target, key, known in network.edges(keys=True, data=True):
        yield [source, target, "Directed", known["predicate"], key]


def _csv(head: Sequence[str], rows: Iterator[list[str]]) -> bytes:
    return separated([head, *rows]).encode("utf-8", "replace")
