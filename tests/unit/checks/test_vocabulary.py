"""Vocabulary drift is told, with the nearest right name."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import NamedNode, Quad

from simpul.checks import drift, unused_in_queries
from simpul.engine import EmbeddedGraph
from simpul.terms import ELI, POL, RDF


def quad(predicate: str) -> Quad:
    return Quad(NamedNode("urn:a"), NamedNode(predicate), NamedNode("urn:b"))


def declared(name: str) -> Quad:
    return Quad(NamedNode(POL[name]), NamedNode(RDF["type"]), NamedNode(POL[name]))


def test_an_undeclared_term_names_its_neighbour() -> None:
    (fault,) = drift([declared("provision"), quad(POL["provison"])])
    assert (fault.check, fault.where, fault.todo) == (
        "undeclared-term",
        "pol:provison",
        "Did you mean pol:provision?",
    )


def test_a_declared_term_is_quiet() -> None:
    assert list(drift([declared("provision"), quad(POL["provision"])])) == []


def test_https_for_http_is_a_near_miss() -> None:
    (fault,) = drift([quad(ELI["amends"].replace("http://", "https://"))])
    assert fault.check == "near-miss-namespace" and ELI in fault.todo


def test_an_unknown_vocabulary_is_no_fault() -> None:
    assert list(drift([quad("https://example.org/own#term")])) == []


def test_a_query_about_what_no_data_says_is_told(tmp_path: Path) -> None:
    graph = EmbeddedGraph([declared("provision"), quad(POL["provision"])])
    query = tmp_path / "slip.rq"
    query.write_text("SELECT ?a { ?a pol:provision/pol:provison ?b }", "utf-8")
    (fault,) = unused_in_queries(graph, [query])
    assert (
        fault.where.endswith("slip.rq: pol:provison")
        and fault.todo == "Did you mean pol:provision?"
    )


def test_no_query_of_simpul_asks_for_what_the_bundled_graph_never_says(
    bundled: EmbeddedGraph,
) -> None:
    assert list(unused_in_queries(bundled)) == []
