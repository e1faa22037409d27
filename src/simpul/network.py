"""The graph as a networkx graph: labelled things as nodes, statements as edges."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from simpul.engine import Graph
from simpul.model import Literal
from simpul.terms import ELI, OA, ORG, POL, QB, RDF, SKOS, local_name

if TYPE_CHECKING:
    import networkx

__all__ = ["KINDS", "kind_of", "network"]

KINDS: tuple[tuple[str, str], ...] = (
    (POL["Norm"], "norm"),
    (POL["Provision"], "provision"),
    (POL["Instrument"], "instrument"),
    (POL["Actor"], "actor"),
    (ORG["Post"], "post"),
    (POL["Holding"], "holding"),
    (POL["Measure"], "measure"),
    (POL["Event"], "event"),
    (POL["Problem"], "problem"),
    (POL["Factor"], "factor"),
    (POL["CasePattern"], "case-pattern"),
    (POL["Recommendation"], "recommendation"),
    (QB["Observation"], "observation"),
    (POL["Source"], "source"),
    (SKOS["Concept"], "concept"),
)
"""Classes that give a node its kind, the most telling first."""

_NO_EDGE = {
    RDF["type"],
    POL["evidence"],
    POL["within"],
    POL["standsIn"],
    POL["inInstrument"],
    POL["excusedWith"],
    POL["anchor"],
    POL["reach"],
    POL["conductAnchor"],
    POL["matterAnchor"],
    RDF["subject"],
    RDF["predicate"],
    RDF["object"],
    OA["hasSource"],
    SKOS["inScheme"],
    SKOS["topConceptOf"],
    SKOS["hasTopConcept"],
}
_DATES = {
    POL["inForceFrom"]: "start",
    ELI["first_date_entry_in_force"]: "start",
    POL["date"]: "start",
    POL["inForceUntil"]: "end",
    ELI["date_no_longer_in_force"]: "end",
    POL["dateUntil"]: "end",
}


def kind_of(types: set[str]) -> str:
    """The kind of a thing of these classes, or ``other``."""
    return next((kind for name, kind in KINDS if name in types), "other")


def network(graph: Graph) -> networkx.MultiDiGraph:
    """A directed multigraph of all labelled things.

    Nodes are IRIs with ``label_id``, ``label_en``, ``kind`` and, where known,
    ``start`` and ``end`` (ISO days, ``end`` excluded). Edges are statements
    between two of them, keyed by the predicate's IRI.
    """
    import networkx

    found = networkx.MultiDiGraph()
    labels, types = _labels(graph), _types(graph)
    for iri in sorted(labels):
        names = labels[iri]
        fallback = names.get("en") or names.get("id") or names.get("") or local_name(iri)
        found.add_node(
            iri,
            label_id=names.get("id") or fallback,
            label_en=names.get("en") or fallback,
            kind=kind_of(types.get(iri, set())),
        )
    for subject, predicate, value in _dates(graph):
        if subject in found:
            found.nodes[subject].setdefault(_DATES[predicate], value)
    for iri in _days(graph) & set(found):
        found.nodes[iri].setdefault("end", _day_after(found.nodes[iri]["start"]))
    for subject, predicate, value in _edges(graph):
        if subject in found and value in found and subject != value:
            found.add_edge(subject, value, key=predicate, predicate=local_name(predicate))
    return found


def _labels(graph: Graph) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in graph.select(_LABELS):
        label = row["label"]
        if isinstance(label, Literal):
            known = found[str(row["thing"])]
            language = label.language or ""
            known[language] = min(known.get(language, label.value), label.value)
    return found


def _types(graph: Graph) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in graph.select("SELECT ?thing ?type WHERE { ?thing a ?type }"):
        found[str(row["thing"])].add(str(row["type"]))
    return found


def _dates(graph: Graph) -> list[tuple[str, str, str]]:
    wanted = " ".join(f"<{iri}>" for iri in _DATES)
    query = f"SELECT ?s ?p ?o WHERE {{ VALUES ?p {{ {wanted} }} ?s ?p ?o }}"
    return sorted((str(row["s"]), str(row["p"]), str(row["o"])) for row in graph.select(query))


def _days(graph: Graph) -> set[str]:
    """Things that happened on a day, which is over the day after."""
    return {str(row["s"]) for row in graph.select("SELECT ?s WHERE { ?s pol:date ?day }")}


def _day_after(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (OverflowError, ValueError):
        return day


def _edges(graph: Graph) -> list[tuple[str, str, str]]:
    rows = graph.select(
        "SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o FILTER (isIRI(?o) && isIRI(?s)) }"
    )
    triples = ((str(row["s"]), str(row["p"]), str(row["o"])) for row in rows)
    return sorted(triple for triple in triples if triple[1] not in _NO_EDGE)


_LABELS = """
SELECT ?thing ?label WHERE {
  { ?thing rdfs:label ?label } UNION { ?thing skos:prefLabel ?label }
  FILTER NOT EXISTS { ?thing rdfs:isDefinedBy ?ontology }
}
"""
