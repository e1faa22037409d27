"""Files and folders read into quads: CSV tables, Turtle, TriG, N-Quads and kin.

Files are parsed by Oxigraph's strict parsers: no request leaves the machine, no
other file is opened. A file that is not a table and names no graph goes into
the graph of its own name.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from simpul import resources
from simpul.errors import Place, UnreadableInput
from simpul.sources.projection import project
from simpul.tables import folder_quads, read_metadata
from simpul.terms import GRAPHS

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["FORMATS", "gather", "read_source"]

FORMATS = {
    "ttl": "text/turtle",
    "trig": "application/trig",
    "nt": "application/n-triples",
    "nq": "application/n-quads",
    "rdf": "application/rdf+xml",
    "owl": "application/rdf+xml",
    "xml": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "json": "application/ld+json",
}
"""Media type by the ending of a file; each may be followed by ``.gz``."""

_ENTITY = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_MOST_BYTES = 2 << 30


def gather(sources: Iterable[Path], *, bundled: bool) -> list[Quad]:
    """All quads of the ontology and the sources, with the projection added.

    ``bundled`` adds the tables that come with simpul. A folder is read whole:
    the tables its metadata names (simpul's own metadata where it brings none)
    and every RDF file in it.
    """
    quads: list[Quad] = []
    for path in sorted(resources.ontology().glob("*.ttl")):
        quads += read_source(path, graph=GRAPHS["ontology"])
    folders = [resources.bundled_data()] if bundled else []
    for path in [*folders, *sources]:
        quads += read_source(path)
    return [*quads, *project(quads)]


def read_source(path: Path, *, graph: str | None = None) -> list[Quad]:
    """The quads of one folder, table or RDF file."""
    if path.is_dir():
        return _folder(path)
    if path.suffix == ".csv":
        return _table(path)
    return list(_rdf(path, graph or GRAPHS[f"source/{path.name.split('.')[0]}"]))


def _folder(folder: Path) -> list[Quad]:
    own = folder / "tables.json"
    metadata = read_metadata(own if own.exists() else resources.bundled_data() / "tables.json")
    tables = [table.url for table in metadata.tables if (folder / table.url).exists()]
    files = [path for path in sorted(folder.iterdir()) if _ending(path) in FORMATS]
    files = [path for path in files if path.name != "tables.json"]
    if not tables and not files:
        raise UnreadableInput(
            "the folder holds no table and no RDF file",
            where=str(folder),
            todo=f"Tables are called {', '.join(table.url for table in metadata.tables[:4])} ...",
        )
    quads = folder_quads(folder, metadata)
    for path in files:
        quads += _rdf(path, GRAPHS[f"source/{path.name.split('.')[0]}"])
    return quads


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


def _ending(path: Path) -> str:
    name = path.name.removesuffix(".gz")
    return name.rpartition(".")[2] if "." in name else ""


def _rdf(path: Path, graph: str) -> Iterator[Quad]:
    from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

    media = FORMATS.get(_ending(path))
    if media is None:
        raise UnreadableInput(
            "the ending of the file tells no format",
            where=str(path),
            todo=f"Use one of {', '.join(FORMATS)} or csv.",
        )
    content = _bytes(path, media)
    default, home = DefaultGraph(), NamedNode(graph)
    try:
        for quad in parse(content, format=RdfFormat.from_media_type(media)):
            if quad.graph_name == default:
                quad = Quad(quad.subject, quad.predicate, quad.object, home)
            yield quad
    except SyntaxError as error:
        column = str(error.offset) if error.offset else None
        raise UnreadableInput(
            f"the file is not valid {media}: {_reason(error)}",
            where=Place(str(path), error.lineno, column),
        ) from error
    except ValueError as error:
        raise UnreadableInput(f"the file cannot be read: {error}", where=str(path)) from error


def _bytes(path: Path, media: str) -> bytes:
    try:
        content = path.read_bytes()
        if path.suffix == ".gz":
            with gzip.open(path) as unpacked:
                content = unpacked.read(_MOST_BYTES)
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(f"cannot open the file: {reason}", where=str(path)) from error
    if media.endswith("xml") and _ENTITY.search(content):
        raise UnreadableInput(
            "the file declares a document type or entities, which simpul does not expand",
            where=str(path),
            todo="Convert it to Turtle with the tool that wrote it.",
        )
    return content.removeprefix(b"\xef\xbb\xbf")


def _reason(error: SyntaxError) -> str:
    return re.sub(r"^Parser error at line \d+ .*?: ", "", str(error.msg))
