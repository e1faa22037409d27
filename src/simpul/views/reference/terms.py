"""Classes, properties and concept trees of the ontology, read for the reference page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from simpul.engine import Graph
from simpul.model import Bilingual, Literal
from simpul.terms import POL, TIP, local_name

__all__ = ["Concept", "Term", "concept_trees", "terms"]

_TERMS = """
SELECT ?term ?kind ?label ?definition ?comment ?parent ?domain ?range WHERE {
  VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }
  ?term a ?kind .
  OPTIONAL { ?term rdfs:label ?label } OPTIONAL { ?term skos:definition ?definition }
  OPTIONAL { ?term rdfs:comment ?comment }
  OPTIONAL { ?term rdfs:subClassOf|rdfs:subPropertyOf ?parent FILTER (isIRI(?parent)) }
  OPTIONAL { ?term rdfs:domain ?domain } OPTIONAL { ?term rdfs:range ?range }
}
"""
_CONCEPTS = """
SELECT ?scheme ?schemeLabel ?concept ?label ?definition ?broader WHERE {
  ?concept skos:inScheme ?scheme ; skos:prefLabel ?label .
  OPTIONAL {
    ?scheme skos:prefLabel|rdfs:label ?schemeLabel FILTER (LANG(?schemeLabel) = LANG(?label))
  }
  OPTIONAL { ?concept skos:definition ?definition FILTER (LANG(?definition) = LANG(?label)) }
  OPTIONAL { ?concept skos:broader ?broader }
}
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property: names, meaning and what it relates."""

    iri: str
    kind: str
    label: Bilingual
    definition: Bilingual
    comment: Bilingual
    parents: tuple[str, ...]
    domains: tuple[str, ...]
    ranges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept with what is narrower; a concept with two broader ones stands twice."""

    iri: str
    label: Bilingual
    definition: Bilingual
    narrower: tuple[Concept, ...]


def terms(graph: Graph) -> list[Term]:
    """All terms of simpul's own vocabularies that have a label, by name."""
    texts: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    sets: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in graph.select(_TERMS):
        iri = str(row["term"])
        for name in ("label", "definition", "comment"):
            value = row.get(name)
            if isinstance(value, Literal):
                texts[iri][name][value.language or ""] = value.value
        for name in ("kind", "parent", "domain", "range"):
            if name in row:
                sets[iri][name].add(str(row[name]))
    return [
        Term(
            iri=iri,
            kind=local_name(min(sets[iri]["kind"])),
            label=_both(texts[iri]["label"]),
            definition=_both(texts[iri]["definition"]),
            comment=_both(texts[iri]["comment"]),
            parents=tuple(sorted(sets[iri]["parent"])),
            domains=tuple(sorted(sets[iri]["domain"])),
            ranges=tuple(sorted(sets[iri]["range"])),
        )
        for iri in sorted(texts)
        if iri.startswith((POL, TIP)) and texts[iri]["label"]
    ]


def concept_trees(graph: Graph) -> list[tuple[str, Bilingual, tuple[Concept, ...]]]:
    """Each scheme with its label and its top concepts, all in order of name."""
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    meanings: dict[str, dict[str, str]] = defaultdict(dict)
    broader: dict[str, set[str]] = defaultdict(set)
    members: dict[str, set[str]] = defaultdict(set)
    for row in graph.select(_CONCEPTS):
        concept, scheme, label = str(row["concept"]), str(row["scheme"]), row["label"]
        members[scheme].add(concept)
        language = label.language if isinstance(label, Literal) else None
        labels[concept][language or ""] = str(label)
        for name, kept in (("schemeLabel", labels[scheme]), ("definition", meanings[concept])):
            if name in row:
                kept[language or ""] = str(row[name])
        if "broader" in row:
            broader[concept].add(str(row["broader"]))

    def tree(concept: str, above: frozenset[str], scheme: str) -> Concept:
        below = (c for c in members[scheme] if concept in broader[c] and c not in above)
        narrower = tuple(tree(c, above | {c}, scheme) for c in sorted(below))
        return Concept(concept, _both(labels[concept]), _both(meanings[concept]), narrower)

    return [
        (
            scheme,
            _both(labels[scheme]),
            tuple(
                tree(c, frozenset({c}), scheme)
                for c in sorted(members[scheme])
                if not broader[c] & members[scheme]
            ),
        )
        for scheme in sorted(members)
    ]


def _both(texts: dict[str, str]) -> Bilingual:
    fallback = texts.get("", "")
    return Bilingual(
        texts.get("id") or texts.get("en") or fallback,
        texts.get("en") or texts.get("id") or fallback,
    )
