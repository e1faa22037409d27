"""One entity with all the graph says about it, and the search that finds it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from simpul.engine import Graph
from simpul.errors import UnknownName
from simpul.model import Evidence, Literal, Term
from simpul.terms import DATA, GRAPHS, OA, POL, RDF, RDFS, SKOS, expand, local_name

__all__ = ["Entity", "Hit", "Said", "describe", "search"]

_HIDDEN = {
    POL[name]
    for name in (
        "anchor",
        "reach",
        "conductAnchor",
        "matterAnchor",
        "standsIn",
        "excusedWith",
        "within",
        "evidence",
    )
}


@dataclass(frozen=True, slots=True)
class Said:
    """One statement about an entity: predicate, value, direction, sources."""

    predicate: str
    value: Term
    incoming: bool
    graph: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity, its labels, what is said of it, and the evidence of its row."""

    iri: str
    labels: dict[str, str]
    types: tuple[str, ...]
    said: tuple[Said, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A label that matches a search text, with how well (0 to 1)."""

    iri: str
    label: str
    type: str
    score: float


def describe(graph: Graph, name: str) -> Entity:
    """All the graph says of an entity, named by IRI, CURIE or short name."""
    iri = expand(name)
    said = [*_outgoing(graph, iri), *_incoming(graph, iri)] if _is_iri(iri) else []
    if not said:
        known = [local_name(str(row["thing"])) for row in graph.select(_THINGS)]
        raise UnknownName("entity", name, known)
    labels = {
        s.value.language or "": s.value.value
        for s in said
        if not s.incoming
        and s.predicate in (RDFS["label"], SKOS["prefLabel"])
        and isinstance(s.value, Literal)
    }
    types = sorted({str(s.value) for s in said if not s.incoming and s.predicate == RDF["type"]})
    shown = tuple(s for s in said if s.predicate not in _HIDDEN)
    return Entity(iri, labels, tuple(types), shown, _evidence(graph, iri))


def _is_iri(text: str) -> bool:
    return re.fullmatch(r'[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*', text) is not None


def _outgoing(graph: Graph, iri: str) -> Iterable[Said]:
    claims = _claims(graph, f"?claim rdf:subject <{iri}>", "predicate", "object")
    rows = graph.select(
        f"SELECT ?p ?o ?g WHERE {{ GRAPH ?g {{ <{iri}> ?p ?o }} }} ORDER BY ?p ?o ?g"
    )
    for row in rows:
        key = (str(row["p"]), str(row["o"]))
        yield Said(key[0], row["o"], False, str(row["g"]), tuple(claims.get(key, ())))


def _incoming(graph: Graph, iri: str) -> Iterable[Said]:
    claims = _claims(graph, f"?claim rdf:object <{iri}>", "predicate", "subject")
    rows = graph.select(
        f"SELECT ?p ?s ?g WHERE {{ GRAPH ?g {{ ?s ?p <{iri}> }} }} ORDER BY ?p ?s ?g"
    )
    for row in rows:
        if str(row["p"]) in (RDF["subject"], RDF["object"], OA["hasSource"]):
            continue
        key = (str(row["p"]), str(row["s"]))
        yield Said(key[0], row["s"], True, str(row["g"]), tuple(claims.get(key, ())))


def _claims(
    graph: Graph, pattern: str, first: str, second: str
) -> dict[tuple[str, str], list[Evidence]]:
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for row in graph.select(_CLAIMS.replace("# pattern", pattern + " .")):
        found[str(row[first]), str(row[second])].append(_piece(row))
    return found


def _evidence(graph: Graph, iri: str) -> tuple[Evidence, ...]:
    rows = graph.select(_EVIDENCE.replace("# entity", f"<{iri}>"))
    return tuple(dict.fromkeys(_piece(row) for row in rows))


def _piece(row: dict[str, Term]) -> Evidence:
    return Evidence(
        source=str(row["source"]),
        locator=str(row.get("locator", "")),
        confidence=str(row.get("confidence", "")),
        phrase=str(row.get("phrase", "")),
        label=str(row.get("label", local_name(str(row["source"])))),
    )


_PIECE = """
  ?evidence oa:hasSource ?source .
  OPTIONAL { ?evidence pol:locator ?locator } OPTIONAL { ?evidence pol:confidence ?confidence }
  OPTIONAL { ?evidence pol:phrase ?phrase }
"""
_CLAIMS = (
    "SELECT ?predicate ?subject ?object ?source ?locator ?confidence ?phrase WHERE {\n"
    "  # pattern\n  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;"
    " pol:evidence ?evidence ." + _PIECE + "} ORDER BY ?source ?locator"
)
_EVIDENCE = (
    "SELECT ?source ?locator ?confidence ?phrase WHERE {\n"
    "  # entity\n  pol:evidence ?evidence ." + _PIECE + "} ORDER BY ?source ?locator"
)
_THINGS = "SELECT DISTINCT ?thing WHERE { ?thing rdfs:label|skos:prefLabel ?label }"
_LABELS = """
SELECT ?thing ?label ?type WHERE {
  { ?thing rdfs:label ?label } UNION { ?thing skos:prefLabel ?label }
  UNION { ?thing skos:altLabel ?label } UNION { ?thing skos:notation ?label }
  OPTIONAL { ?thing a ?type }
} ORDER BY ?thing ?label ?type
"""


def search(graph: Graph, text: str, *, most: int = 20) -> list[Hit]:
    """Entities whose label, in either language, is near to a text; best first.

    Case, accents and a typing slip do not matter; each entity is listed once.
    """
    wanted = _folded(text)
    best: dict[str, Hit] = {}
    for row in sorted(graph.select(_LABELS), key=_spelled):
        iri, label = str(row["thing"]), str(row["label"])
        score = _score(wanted, _folded(label), _folded(local_name(iri)))
        hit = Hit(iri, label, str(row.get("type", "")), round(score, 3))
        if score >= _LEAST and (iri not in best or _order(hit) < _order(best[iri])):
            best[iri] = hit
    return sorted(best.values(), key=_order)[:most]


def _order(hit: Hit) -> tuple[float, str, str, str]:
    return -hit.score, hit.label, hit.type, hit.iri


def _spelled(row: Mapping[str, Term]) -> list[str]:
    """Servers order IRIs each in their own way."""
    return [str(row.get(name, "")) for name in ("thing", "label", "type")]


_LEAST = 0.66


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def _score(wanted: str, label: str, name: str) -> float:
    if not wanted:
        return 0.0
    if wanted in (label, name):
        return 1.0
    if label.startswith(wanted):
        return 0.95
    if wanted in label or wanted in name:
        return 0.9
    words = label.split()
    near = [_nearest(word, words) for word in wanted.split()]
    together = sum(near) / len(near) * 0.85 if min(near) >= _WORD else 0.0
    return max(together, SequenceMatcher(None, wanted, label).ratio() * 0.8)


_WORD = 0.75


def _nearest(word: str, words: list[str]) -> float:
    ratios = [SequenceMatcher(None, word, other).ratio() for other in words]
    return max(ratios, default=0.0)


def is_data(iri: str) -> bool:
    """Whether an IRI names a thing of the data rather than a term or a graph."""
    return iri.startswith(DATA) and not iri.startswith(GRAPHS)
