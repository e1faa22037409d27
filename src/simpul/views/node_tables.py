"""The network as two tables, nodes and edges: CSV for Gephi and R, XLSX for a spreadsheet.

Headings are those Gephi's import expects; R's ``graph_from_data_frame`` takes the
first columns. Beside the CSV files stands a Data Package (frictionlessdata.io) that
says what each column holds and how an edge points to its nodes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from simpul.views.rows import separated
from simpul.views.spreadsheet import spreadsheet

if TYPE_CHECKING:
    import networkx

__all__ = ["csv_pair", "workbook"]

NODES = ("Id", "Label", "Label_id", "Label_en", "Kind", "Start", "End")
EDGES = ("Source", "Target", "Type", "Label", "Predicate")


def csv_pair(network: networkx.MultiDiGraph, *, lang: str = "en") -> dict[str, bytes]:
    """``nodes.csv`` and ``edges.csv``, exact, and the ``datapackage.json`` of the two."""
    tables = {
        "nodes.csv": _csv(NODES, nodes(network, lang)),
        "edges.csv": _csv(EDGES, edges(network)),
    }
    return {**tables, "datapackage.json": _package(tables)}


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


def _package(tables: Mapping[str, bytes]) -> bytes:
    """The description of the two tables, with the size and hash of each."""
    resources = [
        {
            "name": name.removesuffix(".csv"),
            "type": "table",
            "path": name,
            "scheme": "file",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(content),
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
            "schema": _SCHEMAS[name],
        }
        for name, content in tables.items()
    ]
    package = {"name": "simpul", "title": "Nodes and edges", "resources": resources}
    return (json.dumps(package, indent=1) + "\n").encode()


def _fields(head: Sequence[str], told: Mapping[str, Mapping[str, object]]) -> list[object]:
    return [{"name": name, "type": "string", **told.get(name, {})} for name in head]


_NEEDED = {"constraints": {"required": True}}
_SCHEMAS: Mapping[str, object] = {
    "nodes.csv": {
        "fields": _fields(
            NODES,
            {
                "Id": {"description": "IRI", "constraints": {"required": True, "unique": True}},
                "Kind": _NEEDED,
                "Start": {"type": "date", "description": "First day."},
                "End": {"type": "date", "description": "First day on which it no longer holds."},
            },
        ),
        "primaryKey": ["Id"],
    },
    "edges.csv": {
        "fields": _fields(
            EDGES,
            {
                "Source": _NEEDED,
                "Target": _NEEDED,
                "Type": {"constraints": {"required": True, "enum": ["Directed"]}},
                "Predicate": {"description": "IRI", **_NEEDED},
            },
        ),
        "primaryKey": ["Source", "Target", "Predicate"],
        "foreignKeys": [
            {"fields": [end], "reference": {"resource": "nodes", "fields": ["Id"]}}
            for end in ("Source", "Target")
        ],
    },
}


def _csv(head: Sequence[str], rows: Iterator[list[str]]) -> bytes:
    return separated([head, *rows]).encode("utf-8", "replace")
