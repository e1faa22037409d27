"""Files and folders read into quads: CSV tables, Turtle, TriG, N-Quads and kin.

Files are parsed by Oxigraph's strict parsers: no request leaves the machine, no
other file is opened. A file that is not a table and names no graph goes into
the graph of its own name.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from simpul import resources
from simpul.errors import UnreadableInput
from simpul.sources.projection import project
from simpul.sources.rdf import FORMATS, PLAIN, STDIN, Reading, apart, ending, read_rdf
from simpul.tables import folder_quads, read_metadata
from simpul.terms import GRAPHS

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["gather", "read_source"]


def gather(sources: Iterable[Path], *, bundled: bool, reading: Reading = PLAIN) -> list[Quad]:
    """All quads of the ontology and the sources, with the projection added.

    ``bundled`` adds the tables that come with simpul. A folder is read whole:
    the tables its metadata names (simpul's own metadata where it brings none)
    and every RDF file in it.
    """
    quads: list[Quad] = []
    for path in sorted(resources.ontology().glob("*.ttl")):
        quads += read_source(path, graph=GRAPHS["ontology"])
    folders = [resources.bundled_data()] if bundled else []
    for number, path in enumerate([*folders, *sources]):
        quads += apart(read_source(path, reading=reading), number)
    return [*quads, *project(quads)]


def read_source(path: Path, *, graph: str | None = None, reading: Reading = PLAIN) -> list[Quad]:
    """The quads of one folder, table or RDF file, or of standard input."""
    if path == STDIN:
        return list(read_rdf(path, graph or GRAPHS["source/stdin"], reading))
    if path.is_dir():
        return _folder(path)
    if path.suffix == ".csv":
        return _table(path)
    return list(read_rdf(path, graph or _graph_of(path), reading))


def _folder(folder: Path) -> list[Quad]:
    own = folder / "tables.json"
    metadata = read_metadata(own if own.exists() else resources.bundled_data() / "tables.json")
    tables = [table.url for table in metadata.tables if (folder / table.url).exists()]
    files = [path for path in sorted(folder.iterdir()) if ending(path) in FORMATS]
    files = [path for path in files if path.name != "tables.json"]
    if not tables and not files:
        raise UnreadableInput(
            "the folder holds no table and no RDF file",
            where=str(folder),
            todo=f"Tables are called {', '.join(table.url for table in metadata.tables[:4])} ...",
        )
    quads = folder_quads(folder, metadata)
    for path in files:
        quads += read_rdf(path, _graph_of(path))
    return quads


def _graph_of(path: Path) -> str:
    """The graph of a file's own name."""
    return GRAPHS[f"source/{quote(path.name.split('.')[0])}"]


def _table(path: Path) -> list[Quad]:
    from dataclasses import replace

    own = path.parent / "tables.json"
    metadata = read_metadata(own if own.exists() else resources.bundled_data() / "tables.json")
    table = metadata.table(path.name)
    if table is None:
        raise UnreadableInput(
            f"no table is called {path.name}",
            where=str(metadata.path),
            todo=f"Tables are called {', '.join(table.url for table in metadata.tables)}.",
        )
    return folder_quads(path.parent, replace(metadata, tables=(table,)))
