"""Two RDF libraries read what we write as the same dataset, by its canonical hash."""

from __future__ import annotations

import hashlib
import random

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from simpul.engine import EmbeddedGraph
from simpul.engine.canonical import canonicalized
from simpul.engine.embedded import merged
from simpul.findings.statistics import canonical_hash
from simpul.views.rdf import FORMATS, lines, written
from simpul.views.sorting import sorted_lines

IN_RDFLIB = {
    "ttl": "turtle",
    "trig": "trig",
    "nt": "nt",
    "nq": "nquads",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
WITH_GRAPHS = ("trig", "nq", "jsonld")


@pytest.fixture(scope="module")
def some(bundled: EmbeddedGraph) -> list[Quad]:
    """All that is said of the laws and norms of one field; rdflib is slow."""
    return [q for q in bundled.quads if any(w in str(q) for w in ("21-2007", "18-2017", "polri"))]


def read_by_rdflib(content: bytes, form: str) -> list[Quad]:
    """The quads rdflib finds, without its corrections of literals."""
    import rdflib

    kept, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        dataset = rdflib.Dataset()
        home = dataset if form in WITH_GRAPHS else dataset.default_graph
        home.parse(data=content, format=IN_RDFLIB[form])
        text = dataset.serialize(format="nquads")
    finally:
        rdflib.NORMALIZE_LITERALS = kept
    quads = list(parse(text, format=RdfFormat.N_QUADS))
    if form in WITH_GRAPHS:
        return quads
    return [Quad(q.subject, q.predicate, q.object) for q in quads]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
@pytest.mark.parametrize("form", FORMATS)
def test_rdflib_and_oxigraph_read_the_same_dataset(form: str, some: list[Quad]) -> None:
    content = written(some, form)
    wanted = canonical_hash(some if form in WITH_GRAPHS else merged(some))
    oxigraph = parse(content, format=RdfFormat.from_media_type(FORMATS[form]))
    assert canonical_hash(oxigraph) == wanted
    assert canonical_hash(read_by_rdflib(content, form)) == wanted


def test_the_n_quads_are_the_canonical_form(bundled: EmbeddedGraph) -> None:
    content = b"".join(lines(bundled.quads, "nq"))
    assert hashlib.sha256(content).hexdigest() == canonical_hash(bundled.quads)


def test_blank_nodes_are_named_by_what_is_said_of_them() -> None:
    def said(name: str) -> Quad:
        return Quad(BlankNode(name), NamedNode("urn:p"), Literal("x"), NamedNode("urn:g"))

    assert canonicalized([said("a")]) == canonicalized([said("b")])


@pytest.mark.parametrize("piece", [1, 2, 7, 1000])
def test_lines_sorted_in_pieces_are_sorted_and_each_there_once(piece: int) -> None:
    chance = random.Random(piece)
    given = [f"{chance.randrange(40)} \u00e9\n".encode() for _ in range(100)]
    assert list(sorted_lines(iter(given), piece=piece)) == sorted(set(given))
