"""One entity with all the graph says about it, and the search that finds it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    """All the graph says of an entity, named by IRI, CURIE or short name.

    Where nothing has that name, it may be the last step of just one.
    """
    iri = expand(name)
    said = [*_outgoing(graph, iri), *_incoming(graph, iri)] if _is_iri(iri) else []
    if not said:
        known = [local_name(str(row["thing"])) for row in graph.select(_THINGS)]
        ends = {short for short in known if name and short.endswith(f"/{name}")}
        if len(ends) == 1:
            return describe(graph, ends.pop())
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
SELECT ?thing ?label ?titled WHERE {
  { ?thing rdfs:label ?label } UNION { ?thing skos:prefLabel ?label }
  UNION { ?thing skos:altLabel ?label } UNION { ?thing skos:notation ?label }
  UNION { ?thing a pol:Instrument ; dcterms:title ?label . BIND(true AS ?titled) }
  # filter
}
"""
_IS_LARGE = "SELECT ?label WHERE { ?thing rdfs:label ?label } LIMIT 1 OFFSET 20000"
_TYPES = "SELECT ?thing ?type WHERE { VALUES ?thing { # things\n } ?thing a ?type }"
_LEAST, _CONTAINED, _WORD = 0.66, 0.9, 0.75
_IN_A_TITLE = 0.93
"""A law with the words in its title comes before rules with them in a label."""

_BATCH = 1000


def search(graph: Graph, text: str, *, most: int = 20) -> list[Hit]:
    """Entities whose label or title, in either language, is near to a text; best first.

    Case, accents and a typing slip do not matter; each entity is listed once. All
    labels are compared where too few contain the text itself, of a large graph only
    where none does.
    """
    near = _Nearness(_folded(text))
    found = _matching(graph, near, _containing(near.words))
    exact = sum(score >= _CONTAINED for score, _ in found.values())
    if exact == 0 or (exact < most and not any(graph.select(_IS_LARGE))):
        found = _matching(graph, near, "")
    return sorted(_typed(graph, found, most), key=_order)[:most]


def _matching(graph: Graph, near: _Nearness, narrowed: str) -> dict[str, tuple[float, str]]:
    """The best score and label of each entity that is near enough."""
    best: dict[str, tuple[float, str]] = {}
    for row in graph.select(_LABELS.replace("# filter", narrowed)):
        iri, label = str(row["thing"]), str(row["label"])
        score = near(label, iri)
        if score < _LEAST:
            continue
        if "titled" in row and score >= _CONTAINED:
            score = max(score, _IN_A_TITLE)
        old = best.get(iri)
        if old is None or (-score, label) < (-old[0], old[1]):
            best[iri] = score, label
    return best


def _containing(words: Sequence[str]) -> str:
    """Keeps labels and names that hold all words, and labels that folding may change."""
    if not words:
        return ""
    rules = [
        " && ".join(f'CONTAINS(LCASE(STR({name})), "{word}")' for word in words)
        for name in ("?label", "?thing")
    ]
    return f'FILTER({" || ".join(f"({rule})" for rule in rules)} || REGEX(?label, "[^ -~]"))'


def _typed(graph: Graph, found: Mapping[str, tuple[float, str]], most: int) -> list[Hit]:
    """Hits with their types: all that may be among the first, equal ones included."""
    ranked = sorted((-score, label, iri) for iri, (score, label) in found.items())
    last = ranked[most - 1][:2] if len(ranked) > most else (0.0, "")
    kept = [rank for rank in ranked if len(ranked) <= most or rank[:2] <= last]
    types: dict[str, str] = {}
    names = [iri for *_, iri in kept if _is_iri(iri)]
    for start in range(0, len(names), _BATCH):
        listed = " ".join(f"<{iri}>" for iri in names[start : start + _BATCH])
        for row in graph.select(_TYPES.replace("# things\n", listed)):
            iri, kind = str(row["thing"]), str(row["type"])
            types[iri] = min(kind, types.get(iri, kind))
    return [Hit(iri, label, types.get(iri, ""), round(-score, 3)) for score, label, iri in kept]


def _order(hit: Hit) -> tuple[float, str, str, str]:
    return -hit.score, hit.label, hit.type, hit.iri


def _folded(text: str) -> str:
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", text.casefold()))


class _Nearness:
    """How near a label or name is to a text, 0 to 1; equal words are compared once."""

    def __init__(self, wanted: str) -> None:
        self.wanted, self.words = wanted, wanted.split()
        self._whole = SequenceMatcher(None, "", wanted)
        self._each = [SequenceMatcher(None, "", word) for word in self.words]
        self._known: dict[str, list[float] | None] = {}
        self._labels: dict[str, float] = {}

    def __call__(self, label: str, iri: str) -> float:
        """The score of a thing by one of its labels, or by its name."""
        if not self.wanted:
            return 0.0
        name = _folded(local_name(iri)) if self.words[0] in iri.casefold() else ""
        if label not in self._labels:
            self._labels[label] = self._score(_folded(label))
        score = self._labels[label]
        if name == self.wanted:
            return 1.0
        return max(score, _CONTAINED) if self.wanted in name else score

    def _score(self, label: str) -> float:
        if self.wanted == label:
            return 1.0
        if label.startswith(self.wanted):
            return 0.95
        if self.wanted in label:
            return _CONTAINED
        best = [0.0] * len(self._each)
        for word in label.split():
            if word not in self._known:
                near = [_ratio(one, word, _WORD) for one in self._each]
                self._known[word] = near if any(near) else None
            if found := self._known[word]:
                best = [max(pair) for pair in zip(best, found, strict=True)]
        together = sum(best) / len(best) * 0.85 if min(best) >= _WORD else 0.0
        return max(together, _ratio(self._whole, label, _LEAST / 0.8) * 0.8)


def _ratio(matcher: SequenceMatcher[str], text: str, least: float) -> float:
    """How alike two texts are; 0 where quick bounds show that it is below the least."""
    matcher.set_seq1(text)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


def is_data(iri: str) -> bool:
    """Whether an IRI names a thing of the data rather than a term or a graph."""
    return iri.startswith(DATA) and not iri.startswith(GRAPHS)
