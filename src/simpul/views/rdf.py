"""The graph written out as RDF: equal graphs give equal bytes.

Written from the quads as they were read, never from the store, which rewrites
literals. Quads are sorted; where blank nodes are present they are named by
RDFC-1.0 (W3C, RDF Dataset Canonicalization) first. N-Triples and N-Quads are sorted
line by line, so the N-Quads of a dataset are its canonical form, and can be written
without holding it in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from simpul.engine.canonical import canonicalized
from simpul.errors import WrongUse
from simpul.terms import PREFIXES
from simpul.views.sorting import sorted_lines

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["FORMATS", "LINES", "lines", "written"]

FORMATS = {
    "ttl": "text/turtle",
    "trig": "application/trig",
    "nt": "application/n-triples",
    "nq": "application/n-quads",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
"""Media type by format name."""

LINES = ("nt", "nq")
"""Forms of one statement a line."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 (section 2.2) has no place for."""

_WITH_GRAPHS = {"trig", "nq", "jsonld"}


def lines(quads: Iterable[Quad], form: str) -> Iterator[bytes]:
    """The sorted lines of N-Triples or N-Quads, each once, in bounded memory.

    The quads have no blank node: those are named with the whole dataset at hand.
    """
    if form == "nq":
        yield from sorted_lines(f"{quad} .\n".encode() for quad in quads)
    else:
        yield from sorted_lines(f"{quad.triple} .\n".encode() for quad in quads)


def written(
    quads: Iterable[Quad], form: str, *, prefixes: Mapping[str, str] | None = None
) -> bytes:
    """The quads in a format; those without named graphs get the merge of all.

    The ontology and what is derived at load are left out of neither, so that the
    file answers every question and rule on any engine. ``prefixes`` are further ones.
    """
    from pyoxigraph import RdfFormat, Triple, serialize

    named = canonicalized(quads)
    if form in LINES:
        return b"".join(lines(named, form))
    media = RdfFormat.from_media_type(FORMATS[form])
    known = {name: str(space) for name, space in {**PREFIXES, **(prefixes or {})}.items()}
    shown = None if form == "jsonld" else known
    if form in _WITH_GRAPHS:
        ordered = sorted(set(named), key=_graph_first)
        return serialize(ordered, format=media, prefixes=shown) or b""
    merged = {Triple(quad.subject, quad.predicate, quad.object) for quad in named}
    content = serialize(sorted(merged, key=str), format=media, prefixes=shown) or b""
    if form == "rdfxml" and (hit := _NO_XML.search(content.decode())):
        raise WrongUse(
            f"a text holds the character U+{ord(hit[0]):04X}, which XML cannot",
            todo="Take it out of the data, or use another format, such as ttl.",
        )
    return content


def _graph_first(quad: Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad)
