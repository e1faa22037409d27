"""What follows from the data: places, provisions, concepts, keys."""

from __future__ import annotations

from pyoxigraph import NamedNode, Quad

from simpul.sources import project
from simpul.sources.projection import closure
from simpul.sources.provisions import described, parents
from simpul.terms import DATA, ELI, ORG, POL, SKOS


def triples(*said: tuple[str, str, str]) -> set[tuple[str, str, str]]:
    quads = [Quad(NamedNode(s), NamedNode(p), NamedNode(o)) for s, p, o in said]
    return {(q.subject.value, q.predicate.value, q.object.value) for q in project(quads)}


NORM, PART = "urn:norm", DATA["uu-5-1999/pasal-2/ayat-1"]


def test_a_norm_stands_in_its_provision_all_around_it_and_its_instrument() -> None:
    found = triples((NORM, POL["provision"], PART))
    places = {o for s, p, o in found if p == POL["standsIn"]}
    assert places == {NORM, PART, DATA["uu-5-1999/pasal-2"], DATA["uu-5-1999"]}
    assert (NORM, POL["inInstrument"], DATA["uu-5-1999"]) in found


def test_a_link_excuses_in_both_directions() -> None:
    found = triples(("urn:a", ELI["amends"], "urn:b"))
    assert {(s, o) for s, p, o in found if p == POL["excusedWith"]} == {
        ("urn:a", "urn:b"),
        ("urn:b", "urn:a"),
    }


def test_within_holds_for_itself_for_broader_and_for_containing() -> None:
    found = triples(
        ("urn:n", POL["matter"], "urn:small"),
        ("urn:small", SKOS["broader"], "urn:big"),
        ("urn:office", ORG["subOrganizationOf"], "urn:ministry"),
    )
    within = {(s, o) for s, p, o in found if p == POL["within"]}
    assert {("urn:small", "urn:small"), ("urn:small", "urn:big")} <= within
    assert ("urn:office", "urn:ministry") in within


def test_a_circle_of_concepts_ends() -> None:
    assert closure({"a": {"b"}, "b": {"a"}}) == {"a": {"a", "b"}, "b": {"a", "b"}}


def test_a_long_circle_reaches_all_its_members() -> None:
    ring = {str(n): {str((n + 1) % 5)} for n in range(5)}
    assert closure(ring) == {name: set(ring) for name in ring}


def test_a_provision_is_described_in_both_languages() -> None:
    iri = DATA["uu-21-2007/pasal-48/ayat-1/huruf-c"]
    assert described(iri) == ("48(1)c", "Pasal 48 ayat (1) huruf c", "Article 48(1)c")
    assert [part for part, _ in parents(iri)][-1] == DATA["uu-21-2007/pasal-48"]


def test_a_name_of_another_kind_is_no_provision() -> None:
    assert list(parents(DATA["graph/source"])) == []
    assert list(parents("https://example.org/pasal-1")) == []
