"""Vocabulary drift is told, with the nearest right name."""

from __future__ import annotations

from pyoxigraph import NamedNode, Quad

from simpul.checks import drift
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
