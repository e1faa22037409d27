"""RDF files, packed or not, and standard input, read into quads by Oxigraph's parsers.

The parsers are strict and open nothing else: no request leaves the machine, no
context, entity or import is followed.
"""

from __future__ import annotations

import gzip
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simpul.errors import LimitReached, Place, UnreadableInput

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["FORMATS", "PLAIN", "STDIN", "Reading", "apart", "ending", "read_rdf"]

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

STDIN = Path("<stdin>")
"""Stands for standard input where a file is named."""

_ENTITY = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_MOST_BYTES = 2 << 30
_NOWHERE = "x-simpul-no-base:///"
"""JSON-LD drops what it cannot resolve; against this base it shows instead."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: the base of relative IRIs, and the format of standard input.

    Standard input is TriG unless said otherwise, and so Turtle or N-Triples too.
    """

    base: str | None = None
    stdin: str = "trig"


PLAIN = Reading()
"""No base; standard input as TriG."""


def ending(path: Path) -> str:
    """The ending that tells a file's format, without ``.gz``."""
    name = path.name.removesuffix(".gz")
    return name.rpartition(".")[2] if "." in name else ""


def read_rdf(path: Path, graph: str, reading: Reading = PLAIN) -> Iterator[Quad]:
    """The quads of a file; what it puts into no graph goes into ``graph``."""
    from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

    media = FORMATS.get(reading.stdin if path == STDIN else ending(path))
    if media is None:
        raise UnreadableInput(
            "the ending of the file tells no format",
            where=str(path),
            todo=f"Use one of {', '.join(FORMATS)} or csv.",
        )
    content = _bytes(path, media)
    base = reading.base or (_NOWHERE if media.endswith("ld+json") else None)
    default, home = DefaultGraph(), NamedNode(graph)
    try:
        for quad in parse(content, format=RdfFormat.from_media_type(media), base_iri=base):
            if base == _NOWHERE and _NOWHERE in str(quad):
                raise _no_base(path, None, "the file holds a relative IRI, and no base is known")
            own = quad.graph_name != default
            yield quad if own else Quad(quad.subject, quad.predicate, quad.object, home)
    except SyntaxError as error:
        raise _told(error, path, media) from error
    except ValueError as error:
        raise UnreadableInput(f"the file cannot be read: {error}", where=str(path)) from error


def apart(quads: Iterable[Quad], number: int) -> list[Quad]:
    """The quads of the source of this number, its blank nodes told from those of others.

    Two files may use one label for two things (RDF 1.1 Concepts, section 3.4); the
    labels of the first file stay as they are.
    """
    from pyoxigraph import BlankNode, Quad

    def own(term: Any) -> Any:
        return BlankNode(f"f{number}x{term.value}") if isinstance(term, BlankNode) else term

    if not number:
        return list(quads)
    return [
        Quad(own(quad.subject), quad.predicate, own(quad.object), own(quad.graph_name))
        for quad in quads
    ]


def _bytes(path: Path, media: str) -> bytes:
    try:
        content = sys.stdin.buffer.read() if path == STDIN else path.read_bytes()
        if content.startswith(_GZIP):
            content = _unpacked(content, path)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(f"cannot open the file: {reason}", where=str(path)) from error
    if media.endswith("xml") and _ENTITY.search(content):
        raise UnreadableInput(
            "the file declares a document type or entities, which simpul does not expand",
            where=str(path),
            todo="Convert it to Turtle with the tool that wrote it.",
        )
    return content.removeprefix(b"\xef\xbb\xbf")


def _unpacked(content: bytes, path: Path) -> bytes:
    import io

    with gzip.open(io.BytesIO(content)) as packed:
        unpacked = packed.read(_MOST_BYTES + 1)
    if len(unpacked) > _MOST_BYTES:
        raise LimitReached(
            f"the file is longer than {_MOST_BYTES >> 20} MB when unpacked",
            where=str(path),
            todo="Give the data in smaller parts.",
        )
    return unpacked


def _told(error: SyntaxError, path: Path, media: str) -> UnreadableInput:
    column = str(error.offset) if error.offset else None
    reason = re.sub(r"^Parser error at line \d+ .*?: ", "", str(error.msg))
    what = f"the file is not valid {media}: {reason}"
    place = Place(str(path), error.lineno, column)
    if "No scheme found" in reason and media != FORMATS["nt"]:
        return _no_base(path, place, what)
    return UnreadableInput(what, where=place)


def _no_base(path: Path, place: Place | None, what: str) -> UnreadableInput:
    todo = "Give query --base IRI, or name the base in the file."
    return UnreadableInput(what, where=place or str(path), todo=todo)
