"""Findings as RDF: one ``pol:Dualism`` each, in the graph ``id/graph/findings``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from simpul.findings.dualism.rulebook import ALWAYS, NEVER
from simpul.terms import DATA, GRAPHS, POL, PREFIXES, RDF, RDFS, XSD

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from simpul.findings.dualism import Finding

__all__ = ["quads", "turtle"]


def quads(found: Iterable[Finding]) -> Iterator[Quad]:
    """The statements of findings: kind, status, ground, period, sides, what prevails and why."""
    from pyoxigraph import Literal, NamedNode, Quad

    graph = NamedNode(GRAPHS["findings"])

    def said(subject: str, name: str, value: NamedNode | Literal) -> Quad:
        return Quad(NamedNode(subject), NamedNode(name), value, graph)

    for finding in found:
        iri = DATA["finding/" + finding.id]
        resolution = finding.resolution
        yield said(iri, RDF["type"], NamedNode(POL["Dualism"]))
        yield said(iri, RDFS["label"], Literal(finding.difference.id, language="id"))
        yield said(iri, RDFS["label"], Literal(finding.difference.en, language="en"))
        yield said(iri, POL["kind"], Literal(finding.kind))
        yield said(iri, POL["status"], Literal(finding.status))
        yield said(iri, POL["canon"], Literal(resolution.canon))
        yield said(iri, POL["matter"], NamedNode(finding.matter))
        yield said(iri, POL["conduct"], NamedNode(finding.conduct))
        for name, day in (("inForceFrom", finding.start), ("inForceUntil", finding.end)):
            if day not in (ALWAYS, NEVER):
                yield said(iri, POL[name], Literal(day, datatype=NamedNode(XSD["date"])))
        for side in finding.sides:
            yield said(iri, POL["side"], NamedNode(side.norm.iri))
        if resolution.prevails:
            yield said(iri, POL["prevails"], NamedNode(resolution.prevails))
        yield said(iri, POL["why"], Literal(resolution.why.id, language="id"))
        yield said(iri, POL["why"], Literal(resolution.why.en, language="en"))


def turtle(found: Iterable[Finding]) -> bytes:
    """The findings in Turtle, sorted."""
    from pyoxigraph import RdfFormat, serialize

    triples = sorted((quad.triple for quad in quads(found)), key=str)
    prefixes = {name: str(space) for name, space in PREFIXES.items()}
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b""
