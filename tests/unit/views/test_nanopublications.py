"""Claims as nanopublications: four graphs each, nothing outside, disputes not put out as facts."""

from __future__ import annotations

from collections import defaultdict

import pytest
from pyoxigraph import BlankNode, NamedNode, Quad

from simpul.engine import EmbeddedGraph
from simpul.terms import DATA, DCTERMS, POL, PROV, RDF
from simpul.views.nanopublications import NP, Publication, nanopublications

PARTS = ("hasAssertion", "hasProvenance", "hasPublicationInfo")
Graphs = dict[str, list[Quad]]


@pytest.fixture(scope="module")
def made(bundled: EmbeddedGraph) -> list[Quad]:
    return list(nanopublications(bundled.quads, Publication("urn:us", "2026-11-24", "urn:free")))


@pytest.fixture(scope="module")
def graphs(made: list[Quad]) -> Graphs:
    found: Graphs = defaultdict(list)
    for quad in made:
        found[quad.graph_name.value].append(quad)
    return found


def heads(graphs: Graphs) -> list[dict[str, str]]:
    """Each head graph as what it names: the nanopublication and its parts."""
    found = []
    for name, quads in graphs.items():
        if name.endswith("#Head"):
            parts = {q.predicate.value: q.object.value for q in quads}
            found.append({"head": name, "this": quads[0].subject.value, **parts})
    return found


def objects(quads: list[Quad], predicate: str) -> set[str]:
    return {quad.object.value for quad in quads if quad.predicate.value == predicate}


def test_every_claim_becomes_one(graphs: Graphs, bundled: EmbeddedGraph) -> None:
    claims = bundled.select("SELECT DISTINCT ?c { ?c a pol:Claim }")
    assert len(heads(graphs)) == len(claims) > 200


def test_a_head_names_the_three_other_graphs_and_each_says_something(graphs: Graphs) -> None:
    for head in heads(graphs):
        assert head[RDF["type"]] == NP["Nanopublication"]
        named = [head[NP[part]] for part in PARTS]
        assert len({*named, head["head"]}) == 4
        assert all(graphs[name] for name in named)


def test_nothing_stands_outside_the_four_graphs(graphs: Graphs) -> None:
    within = {head[NP[part]] for head in heads(graphs) for part in PARTS}
    assert set(graphs) == within | {head["head"] for head in heads(graphs)}


def test_provenance_speaks_of_the_assertion_and_pubinfo_of_the_whole(graphs: Graphs) -> None:
    for head in heads(graphs):
        assertion, provenance, pubinfo = (head[NP[part]] for part in PARTS)
        assert assertion in {quad.subject.value for quad in graphs[provenance]}
        assert {quad.subject.value for quad in graphs[pubinfo]} == {head["this"]}
        assert objects(graphs[pubinfo], DCTERMS["creator"]) == {"urn:us"}


def test_provenance_tells_source_confidence_and_who_says_so(graphs: Graphs) -> None:
    for head in heads(graphs):
        provenance = graphs[head[NP["hasProvenance"]]]
        assert len(objects(provenance, PROV["wasDerivedFrom"])) >= 2
        assert objects(provenance, PROV["wasAttributedTo"])
        assert objects(provenance, POL["confidence"])


def test_there_is_no_blank_node(made: list[Quad]) -> None:
    terms = [term for q in made for term in (q.subject, q.object, q.graph_name)]
    assert not any(isinstance(term, BlankNode) for term in terms)


def test_the_order_of_statements_does_not_matter(made: list[Quad], bundled: EmbeddedGraph) -> None:
    again = nanopublications(bundled.quads[::-1], Publication("urn:us", "2026-11-24", "urn:free"))
    assert list(again) == made


def test_what_is_disputed_or_denied_is_not_asserted(graphs: Graphs) -> None:
    told = 0
    for head in heads(graphs):
        provenance, assertion = graphs[head[NP["hasProvenance"]]], graphs[head[NP["hasAssertion"]]]
        stance = objects(assertion, POL["stance"])
        if "disputed" in objects(provenance, POL["confidence"]) or "denies" in stance:
            assert {quad.subject.value.startswith(DATA["claim/"]) for quad in assertion} == {True}
            told += 1
    assert told


def test_a_graph_of_ones_own_is_not_signed_with_our_name(bundled: EmbeddedGraph) -> None:
    creator = NamedNode(DCTERMS["creator"])
    assert not any(quad.predicate == creator for quad in nanopublications(bundled.quads))
