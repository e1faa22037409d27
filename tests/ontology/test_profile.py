"""The ontology stays within OWL 2 DL and says who made it, when and under which licence."""

from __future__ import annotations

from collections import defaultdict

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from simpul.terms import DCTERMS, OWL, POL, RDF, RDFS, SKOS, TIP

_KINDS = {
    OWL[name] for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
}
_RESERVED = (str(RDF), str(RDFS), str(OWL), "http://www.w3.org/2001/XMLSchema#")
_HEADERS = ("https://w3id.org/simpul/policy", "https://w3id.org/simpul/tip")
# What FOOPS! asks of an ontology header (https://foops.linkeddata.es).
_ASKED = [
    DCTERMS["title"],
    DCTERMS["description"],
    DCTERMS["creator"],
    DCTERMS["publisher"],
    DCTERMS["license"],
    DCTERMS["created"],
    DCTERMS["modified"],
    DCTERMS["issued"],
    DCTERMS["bibliographicCitation"],
    OWL["versionIRI"],
    OWL["versionInfo"],
    OWL["priorVersion"],
    "http://purl.org/vocab/vann/preferredNamespacePrefix",
    "http://purl.org/vocab/vann/preferredNamespaceUri",
    "http://purl.org/ontology/bibo/status",
]


def kinds(quads: list[Quad]) -> dict[str, set[str]]:
    """What each term is declared to be."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if quad.predicate.value == RDF["type"] and quad.object.value in _KINDS:  # type: ignore[union-attr]
            found[quad.subject.value].add(quad.object.value)  # type: ignore[union-attr]
    return found


def test_every_term_is_one_kind_of_thing(ontology_quads: list[Quad]) -> None:
    """OWL 2 DL: a property is of an object, a value or an annotation, never of two."""
    assert {term: found for term, found in kinds(ontology_quads).items() if len(found) > 1} == {}


def test_no_reserved_term_is_redefined(ontology_quads: list[Quad]) -> None:
    assert [term for term in kinds(ontology_quads) if term.startswith(_RESERVED)] == []


def test_every_property_in_use_is_declared(ontology_quads: list[Quad]) -> None:
    built_in = {OWL["disjointWith"], OWL["versionIRI"], OWL["versionInfo"], OWL["priorVersion"]}
    built_in |= {
        RDF["type"],
        *(RDFS[n] for n in ("subClassOf", "subPropertyOf", "domain", "range")),
    }
    built_in |= {RDFS[name] for name in ("label", "comment", "isDefinedBy", "seeAlso")}
    declared = set(kinds(ontology_quads)) | built_in
    assert {quad.predicate.value for quad in ontology_quads} - declared == set()


def test_no_blank_node(ontology_quads: list[Quad]) -> None:
    """Blank names differ from run to run and would spoil exports."""
    nodes = {term for quad in ontology_quads for term in (quad.subject, quad.object)}
    assert not any(isinstance(term, BlankNode) for term in nodes)


def test_every_domain_and_range_is_a_class_or_a_datatype(ontology_quads: list[Quad]) -> None:
    known = kinds(ontology_quads)
    targets = {
        quad.object.value  # type: ignore[union-attr]
        for quad in ontology_quads
        if quad.predicate.value in (RDFS["domain"], RDFS["range"])
    }
    unknown = {iri for iri in targets if OWL["Class"] not in known.get(iri, ())}
    assert {iri for iri in unknown if "XMLSchema#" not in iri} == set()


@pytest.mark.parametrize("asked", _ASKED)
@pytest.mark.parametrize("header", _HEADERS)
def test_header_tells_what_readers_ask(ontology_quads: list[Quad], header: str, asked: str) -> None:
    told = {q.predicate.value for q in ontology_quads if q.subject == NamedNode(header)}
    assert asked in told


@pytest.mark.parametrize("asked", [RDFS["label"], SKOS["definition"]])
def test_every_term_is_named_and_defined_in_both_languages(
    ontology_quads: list[Quad], asked: str
) -> None:
    spoken: dict[str, set[str]] = defaultdict(set)
    for quad in ontology_quads:
        if quad.predicate.value == asked and isinstance(quad.object, Literal):
            spoken[quad.subject.value].add(quad.object.language or "")  # type: ignore[union-attr]
    ours = [term for term in kinds(ontology_quads) if term.startswith(str(POL))]
    assert {term: spoken[term] for term in ours if spoken[term] != {"id", "en"}} == {}


def test_every_term_has_a_comment(ontology_quads: list[Quad]) -> None:
    told = {q.subject.value for q in ontology_quads if q.predicate.value == RDFS["comment"]}  # type: ignore[union-attr]
    assert [t for t in kinds(ontology_quads) if t.startswith(str(POL)) and t not in told] == []


def test_every_concept_tree_has_its_top(ontology_quads: list[Quad]) -> None:
    """A concept is a top concept or has something broader; nothing hangs in the air."""
    concepts = {q.subject for q in ontology_quads if q.object == NamedNode(SKOS["Concept"])}
    rooted = {
        q.subject
        for q in ontology_quads
        if q.predicate.value in (SKOS["broader"], SKOS["topConceptOf"])
    }
    assert {str(c) for c in concepts - rooted if TIP in str(c)} == set()
