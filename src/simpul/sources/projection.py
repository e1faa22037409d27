"""What follows from the data by rule alone, put into the graph ``id/graph/projection``.

Derived at load for every source alike, so that a question on any SPARQL engine
needs neither inference nor long property paths:

- provisions: what they are part of, their number and label
- types: everything a class is a subclass of
- ``pol:within``: a concept or body, itself and all that is broader or contains it
- ``pol:standsIn``: a norm, itself, its provision and all that is part of, its instrument
- ``pol:excusedWith``: two of these that an excusing link joins, in both directions
- keys of conduct and matter, on which two norms meet (see ``_keys``)
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from simpul.sources.provisions import described, parents
from simpul.terms import DATA, ELI, GRAPHS, ORG, POL, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["EXCUSES", "project"]

EXCUSES = (
    ELI["amends"],
    ELI["repeals"],
    POL["implements"],
    POL["delegatesTo"],
    POL["succeeds"],
    POL["exempts"],
    POL["transitions"],
    POL["aggravates"],
    POL["refersTo"],
)
"""Links between norms, provisions or instruments that explain a difference away."""

_SCOPES = tuple(
    POL[name]
    for name in ("bearer", "conduct", "matter", "territory", "authority", "requires", "provides")
)

Edges = Mapping[str, set[str]]
Fact = tuple[str, str, str]


def project(quads: Iterable[Quad]) -> list[Quad]:
    """The derived quads of a set of quads, in a fixed order."""
    from pyoxigraph import Literal, NamedNode, Quad

    facts = _Facts(quads)
    graph = NamedNode(GRAPHS["projection"])
    nodes: dict[str, NamedNode] = {}

    def node(iri: str) -> NamedNode:
        if iri not in nodes:
            nodes[iri] = NamedNode(iri)
        return nodes[iri]

    derived = sorted(set(_derived(facts)))
    plain = [Quad(node(s), node(p), node(o), graph) for s, p, o in derived]
    labels = [
        Quad(node(iri), node(predicate), Literal(text, language=language), graph)
        if language
        else Quad(node(iri), node(predicate), Literal(text), graph)
        for iri, predicate, text, language in _provision_labels(facts)
    ]
    return plain + labels


class _Facts:
    """The edges the projection needs, by predicate, as plain strings."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        from pyoxigraph import NamedNode

        wanted = {
            *EXCUSES,
            RDF["type"],
            RDFS["subClassOf"],
            RDFS["label"],
            SKOS["broader"],
            ORG["subOrganizationOf"],
            ELI["is_part_of"],
            *_SCOPES,
            POL["provision"],
            POL["settles"],
            POL["prevails"],
        }
        self.edges: dict[str, dict[str, set[str]]] = {name: defaultdict(set) for name in wanted}
        self.labels: dict[str, dict[str, str]] = defaultdict(dict)
        for quad in quads:
            predicate = quad.predicate.value
            if predicate not in self.edges:
                continue
            if predicate == RDFS["label"]:
                self.labels[quad.subject.value][quad.object.language or ""] = quad.object.value  # type: ignore[union-attr]
            elif isinstance(quad.object, NamedNode) and isinstance(quad.subject, NamedNode):
                self.edges[predicate][quad.subject.value].add(quad.object.value)
        self.provisions = self._provisions()

    def __getitem__(self, predicate: str) -> dict[str, set[str]]:
        return self.edges[predicate]

    def _provisions(self) -> dict[str, str]:
        """Every provision named anywhere, and what it is directly part of."""
        named = {
            iri
            for predicate in (*EXCUSES, POL["provision"], POL["settles"], POL["prevails"])
            for subject, objects in self.edges[predicate].items()
            for iri in (subject, *objects)
        }
        return {part: whole for iri in sorted(named) for part, whole in parents(iri)}


def _derived(facts: _Facts) -> Iterator[Fact]:
    for part, whole in facts.provisions.items():
        yield part, RDF["type"], POL["Provision"]
        yield part, ELI["is_part_of"], whole
    yield from _types(facts)
    within = _within(facts)
    for narrow, broad in within.items():
        for iri in broad:
            yield narrow, POL["within"], iri
    yield from _places(facts)
    for predicate in EXCUSES:
        for subject, objects in facts[predicate].items():
            for iri in objects:
                yield subject, POL["excusedWith"], iri
                yield iri, POL["excusedWith"], subject
    yield from _keys(facts, within)


def _types(facts: _Facts) -> Iterator[Fact]:
    above = closure(facts[RDFS["subClassOf"]])
    for subject, classes in facts[RDF["type"]].items():
        for name in classes:
            for broader in above.get(name, ()):
                if broader.startswith(POL):
                    yield subject, RDF["type"], broader


def _within(facts: _Facts) -> dict[str, set[str]]:
    edges: dict[str, set[str]] = defaultdict(set)
    for predicate in (SKOS["broader"], ORG["subOrganizationOf"]):
        for narrow, broad in facts[predicate].items():
            edges[narrow] |= broad
    used = {
        iri for predicate in _SCOPES for objects in facts[predicate].values() for iri in objects
    }
    for iri in {*edges, *used, *(b for broad in edges.values() for b in broad)}:
        edges.setdefault(iri, set())
    above = closure(edges)
    return {iri: {iri, *above.get(iri, ())} for iri in edges}


def closure(edges: Edges) -> dict[str, set[str]]:
    """All that each start reaches over one or more edges; cycles do no harm."""
    reached: dict[str, set[str]] = {}
    for start in edges:
        seen: set[str] = set()
        waiting = list(edges[start])
        while waiting:
            iri = waiting.pop()
            if iri in seen:
                continue
            seen.add(iri)
            waiting += reached[iri] if iri in reached else edges.get(iri, ())
        reached[start] = seen
    return reached


def _places(facts: _Facts) -> Iterator[Fact]:
    above = closure({part: {whole} for part, whole in facts.provisions.items()} | _told(facts))
    for norm, provisions in facts[POL["provision"]].items():
        yield norm, POL["standsIn"], norm
        for provision in provisions:
            chain = above.get(provision, set())
            for place in (provision, *chain):
                yield norm, POL["standsIn"], place
            tops = [iri for iri in chain if not above.get(iri)]
            for top in tops or [provision]:
                yield norm, POL["inInstrument"], top


def _told(facts: _Facts) -> dict[str, set[str]]:
    return {part: set(whole) for part, whole in facts[ELI["is_part_of"]].items()}


def _keys(facts: _Facts, within: Edges) -> Iterator[Fact]:
    """Keys of conduct and matter by which norms that meet find each other.

    Two norms meet on both exactly when one is the anchor of a key that the other
    reaches (broader in both), or one is the conduct anchor and the other the matter
    anchor of a key (each is broader in one). Looking up a shared key takes the place
    of comparing all pairs.
    """
    for norm, conducts in facts[POL["conduct"]].items():
        for conduct in conducts:
            for matter in facts[POL["matter"]].get(norm, ()):
                yield norm, POL["anchor"], _key(conduct, matter)
                for broad in within[matter]:
                    yield norm, POL["conductAnchor"], _key(conduct, broad)
                for broad in within[conduct]:
                    yield norm, POL["matterAnchor"], _key(broad, matter)
                    for matters in within[matter]:
                        yield norm, POL["reach"], _key(broad, matters)


def _key(conduct: str, matter: str) -> str:
    return DATA["key/"] + hashlib.sha256(f"{conduct} {matter}".encode()).hexdigest()[:16]


def _provision_labels(facts: _Facts) -> Iterator[tuple[str, str, str, str | None]]:
    for iri in sorted(facts.provisions):
        number, indonesian, english = described(iri)
        instrument = iri
        while instrument in facts.provisions:
            instrument = facts.provisions[instrument]
        names = facts.labels.get(instrument, {})
        yield iri, ELI["number"], number, None
        if iri not in facts.labels:
            yield iri, RDFS["label"], f"{_named(names, 'id')} {indonesian}".strip(), "id"
            yield iri, RDFS["label"], f"{_named(names, 'en')} {english}".strip(), "en"


def _named(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or names.get("") or next(iter(names.values()), "")
