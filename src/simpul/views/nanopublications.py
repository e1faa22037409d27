"""Each claim as a nanopublication: what is said, on what grounds, and by whom it is put out.

Nanopublication Guidelines (nanopub.net): four graphs a nanopublication - head,
assertion, provenance, publication info - none of them empty. What a source is
disputed in, or denies, is not put out as a fact: its assertion is the claim itself.
Names follow from the name of the claim, so that equal claims give equal bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simpul.terms import DATA, DCTERMS, OA, POL, PROV, RDF, XSD, Namespace

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad, Triple

__all__ = ["NP", "Publication", "nanopublications"]

NP = Namespace("http://www.nanopub.org/nschema#")

_SAID = (RDF["subject"], RDF["predicate"], RDF["object"])
_CLAIM = DATA["claim/"]


@dataclass(frozen=True, slots=True)
class Publication:
    """Who puts the claims out, when and under which licence, where that is known."""

    creator: str | None = None
    created: str | None = None
    licence: str | None = None


def nanopublications(
    quads: Iterable[Quad], publication: Publication | None = None
) -> Iterator[Quad]:
    """The quads of one nanopublication for each claim of a dataset, in order of name."""
    from pyoxigraph import NamedNode

    facts = _Facts(quads)
    for claim in sorted(facts.claims):
        if all(facts.one(claim, predicate) for predicate in _SAID):
            yield from _nanopublication(facts, NamedNode(claim), publication or Publication())


class _Facts:
    """The triples of a dataset by subject, and where its claims stand."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        from pyoxigraph import NamedNode

        claim, kind = NamedNode(POL["Claim"]), RDF["type"]
        self.triples: dict[str, set[Triple]] = defaultdict(set)
        self.claims: dict[str, set[str]] = defaultdict(set)
        for quad in quads:
            if isinstance(quad.subject, NamedNode):
                self.triples[quad.subject.value].add(quad.triple)
                if quad.predicate.value == kind and quad.object == claim:
                    self.claims[quad.subject.value].add(str(quad.graph_name)[1:-1])

    def about(self, subject: str) -> list[Triple]:
        """All that is said of one thing, sorted."""
        return sorted(self.triples.get(subject, ()), key=str)

    def all(self, subject: str, predicate: str) -> list[object]:
        """What is said of one thing by one predicate."""
        return [t.object for t in self.about(subject) if t.predicate.value == predicate]

    def one(self, subject: str, predicate: str) -> object | None:
        """The first of them, if any."""
        return next(iter(self.all(subject, predicate)), None)

    def values(self, subjects: Collection[str], predicate: str) -> set[str]:
        """The same as plain text, over several things."""
        return {
            str(getattr(term, "value", "")) for s in subjects for term in self.all(s, predicate)
        }


def _nanopublication(facts: _Facts, claim: NamedNode, publication: Publication) -> Iterator[Quad]:
    from pyoxigraph import NamedNode, Quad

    this = DATA["np/"] + claim.value.removeprefix(_CLAIM)
    names = ("Head", "assertion", "provenance", "pubinfo")
    head, assertion, provenance, pubinfo = (NamedNode(f"{this}#{name}") for name in names)
    parts = {
        head: _head(NamedNode(this), assertion, provenance, pubinfo),
        assertion: _assertion(facts, claim),
        provenance: _provenance(facts, claim, assertion),
        pubinfo: _pubinfo(facts, claim, NamedNode(this), publication),
    }
    for graph, triples in parts.items():
        for triple in sorted(set(triples), key=str):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


def _head(this: NamedNode, *parts: NamedNode) -> Iterator[Triple]:
    yield _triple(this, RDF["type"], NP["Nanopublication"])
    for name, part in zip(
        ("hasAssertion", "hasProvenance", "hasPublicationInfo"), parts, strict=True
    ):
        yield _triple(this, NP[name], part.value)


def _assertion(facts: _Facts, claim: NamedNode) -> Iterator[Triple]:
    """The statement itself, or the claim where nobody should take it for a fact."""
    from pyoxigraph import NamedNode, Triple

    evidence = facts.values([claim.value], POL["evidence"])
    doubted = "disputed" in facts.values(evidence, POL["confidence"])
    if doubted or "denies" in facts.values([claim.value], POL["stance"]):
        for triple in facts.about(claim.value):
            if triple.predicate.value in (*_SAID, RDF["type"], POL["stance"]):
                yield triple
        return
    subject, predicate, value = (facts.one(claim.value, name) for name in _SAID)
    if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
        yield Triple(subject, predicate, value)  # type: ignore[arg-type]


def _provenance(facts: _Facts, claim: NamedNode, assertion: NamedNode) -> Iterator[Triple]:
    """Source, place, phrase and confidence, and who says so."""
    grounds = facts.values([claim.value], POL["evidence"])
    yield _triple(assertion, PROV["wasDerivedFrom"], claim.value)
    for ground in sorted(grounds):
        yield _triple(assertion, POL["evidence"], ground)
        yield from facts.about(ground)
    for source in sorted(facts.values(grounds, OA["hasSource"])):
        yield _triple(assertion, PROV["wasDerivedFrom"], source)
    for voice in sorted(facts.values(grounds, POL["assertedBy"])):
        yield _triple(assertion, PROV["wasAttributedTo"], voice)


def _pubinfo(
    facts: _Facts, claim: NamedNode, this: NamedNode, publication: Publication
) -> Iterator[Triple]:
    from pyoxigraph import Literal, NamedNode, Triple

    for graph in sorted(facts.claims[claim.value]):
        yield _triple(this, PROV["wasDerivedFrom"], graph)
    if publication.creator:
        yield _triple(this, DCTERMS["creator"], publication.creator)
    if publication.licence:
        yield _triple(this, DCTERMS["license"], publication.licence)
    if publication.created:
        day = Literal(f"{publication.created}T00:00:00Z", datatype=NamedNode(XSD["dateTime"]))
        yield Triple(this, NamedNode(DCTERMS["created"]), day)


def _triple(subject: NamedNode, predicate: str, value: str) -> Triple:
    from pyoxigraph import NamedNode, Triple

    return Triple(subject, NamedNode(predicate), NamedNode(value))
