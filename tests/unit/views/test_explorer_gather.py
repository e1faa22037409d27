"""What of the graph a page shows."""

from __future__ import annotations

import pytest

from simpul.engine import EmbeddedGraph
from simpul.errors import UnknownName
from simpul.terms import DATA
from simpul.views.explorer.gather import LAYERS, Scope, gather


@pytest.fixture(scope="module")
def whole(bundled: EmbeddedGraph):  # type: ignore[no-untyped-def]
    return gather(bundled)


def test_law_is_told_with_its_title_evidence_and_norms(whole) -> None:  # type: ignore[no-untyped-def]
    law = next(node for node in whole.nodes if node.iri == DATA["uu-21-2007"])
    told = {fact.term.en: fact.value for fact in law.facts}
    assert told["title"].id == "Pemberantasan Tindak Pidana Perdagangan Orang"
    assert law.kind == "instrument" and law.begins == "2007-04-19" and law.evidence
    assert sum(edge.target == law.iri for edge in whole.edges) > 10


def test_every_finding_has_sides_that_are_drawn_and_a_proof(whole) -> None:  # type: ignore[no-untyped-def]
    drawn = {node.iri for node in whole.nodes}
    assert whole.findings
    for finding in whole.findings:
        assert {side.norm for side in finding.sides} <= drawn
        assert finding.trace and finding.difference.id and finding.resolution.why.en


def test_every_node_has_a_name_in_both_languages(whole) -> None:  # type: ignore[no-untyped-def]
    assert [node.iri for node in whole.nodes if not (node.label.id and node.label.en)] == []


def test_claimed_relation_carries_its_evidence(whole) -> None:  # type: ignore[no-untyped-def]
    assert any(edge.evidence for edge in whole.edges)


@pytest.mark.parametrize("layer", LAYERS)
def test_layer_is_a_part_of_the_whole(bundled: EmbeddedGraph, whole, layer) -> None:  # type: ignore[no-untyped-def]
    shown = {node.iri for node in gather(bundled, Scope(layer=layer)).nodes}
    assert shown and shown <= {node.iri for node in whole.nodes}


def test_entity_is_shown_with_what_lies_within_the_depth(bundled: EmbeddedGraph) -> None:
    near = gather(bundled, Scope(entity="polri", depth=1))
    far = gather(bundled, Scope(entity="polri", depth=2))
    assert near.focus == DATA["polri"]
    assert {node.iri for node in near.nodes} < {node.iri for node in far.nodes}


def test_unknown_entity_offers_the_nearest(bundled: EmbeddedGraph) -> None:
    with pytest.raises(UnknownName, match="uu-21-2007"):
        gather(bundled, Scope(entity="uu-21-2077"))


def test_event_in_two_places_is_told_once(whole) -> None:  # type: ignore[no-untyped-def]
    names = [event.iri for event in whole.events]
    assert names and len(names) == len(set(names))
    assert any("," in event.place.en for event in whole.events)


def test_other_names_stand_by_language(bundled: EmbeddedGraph) -> None:
    others = {
        t
        for node in gather(bundled).nodes
        if node.iri.endswith("/polri")
        for t in node.alternatives
    }
    assert "police" in {name.en for name in others}
    assert "police" not in {name.id for name in others}
