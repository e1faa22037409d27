"""The network as two tables, nodes and edges: CSV for Gephi and R, XLSX for a spreadsheet.

Headings are those Gephi's import expects; R's ``graph_from_data_frame`` takes the
first columns.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simpul.views.rows import guarded_cell

if TYPE_CHECKING:
    import networkx

__all__ = ["csv_pair", "fixed_bytes", "workbook"]

NODES = ("Id", "Label", "Label_id", "Label_en", "Kind", "Start", "End")
EDGES = ("Source", "Target", "Type", "Label", "Predicate")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def csv_pair(network: networkx.MultiDiGraph, *, lang: str = "en") -> dict[str, bytes]:
    """``nodes.csv`` and ``edges.csv``, exact: what a cell holds is what the graph says."""
    return {
        "nodes.csv": _csv(NODES, nodes(network, lang)),
        "edges.csv": _csv(EDGES, edges(network)),
    }


def workbook(network: networkx.MultiDiGraph, *, lang: str = "en") -> bytes:
    """A workbook with the sheets nodes and edges; no cell is a formula."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    for name, head, rows in (
        ("nodes", NODES, nodes(network, lang)),
        ("edges", EDGES, edges(network)),
    ):
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        sheet.append(list(head))
        for row in rows:
            sheet.append([guarded_cell(ILLEGAL_CHARACTERS_RE.sub("", cell)) for cell in row])
    return fixed_bytes(book)


def fixed_bytes(book: object) -> bytes:
    """The bytes of a workbook without the time of its making: equal books, equal bytes."""
    from datetime import datetime

    book.properties.created = book.properties.modified = datetime(1980, 1, 1)  # type: ignore[attr-defined]
    made, fixed = io.BytesIO(), io.BytesIO()
    book.save(made)  # type: ignore[attr-defined]
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _without_modified(content)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return fixed.getvalue()


def _without_modified(core: bytes) -> bytes:
    """The properties without the time of saving, which openpyxl always writes."""
    before, tag, rest = core.partition(b"<dcterms:modified")
    return before + rest.partition(b"</dcterms:modified>")[2] if tag else core


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
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8", "replace")
