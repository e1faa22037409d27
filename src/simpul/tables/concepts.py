"""The concepts a cell may be chosen from: SKOS schemes of the ontology and of a folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from simpul import resources
from simpul.model import Bilingual
from simpul.tables.metadata import Column
from simpul.terms import SKOS, curie

__all__ = ["Concept", "Schemes", "read_schemes", "written_name"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept and its name in both languages."""

    iri: str
    label: Bilingual


Schemes = Mapping[str, tuple[Concept, ...]]
"""Concepts by the IRI of their scheme, sorted by their own."""


def read_schemes(folder: Path) -> Schemes:
    """The schemes in the Turtle files of the ontology and of a folder of tables.

    A file that cannot be read gives none: reading the graph tells its fault.
    """
    schemes: dict[str, str] = {}
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for path in _files(folder):
        for subject, predicate, value, language in _told(path):
            if predicate == SKOS["inScheme"]:
                schemes[subject] = value
            elif predicate == SKOS["prefLabel"]:
                labels[subject][language] = value
    found: dict[str, list[Concept]] = defaultdict(list)
    for iri in sorted(schemes):
        names = labels[iri]
        first = next(iter(names.values()), "")
        label = Bilingual(names.get("id", first), names.get("en", first))
        found[schemes[iri]].append(Concept(iri, label))
    return {scheme: tuple(concepts) for scheme, concepts in found.items()}


def written_name(column: Column, iri: str) -> str:
    """A concept as one writes it into a column: without what its template adds.

    A concept of another vocabulary is a CURIE.
    """
    template = column.value
    if template and len(template.parts) == 1 and not template.tail:
        before = template.parts[0][0]
        if iri.startswith(before) and len(iri) > len(before):
            return iri.removeprefix(before)
    return curie(iri)


def _files(folder: Path) -> list[Path]:
    return [*sorted(resources.ontology().glob("*.ttl")), *sorted(folder.glob("*.ttl"))]


def _told(path: Path) -> Iterable[tuple[str, str, str, str]]:
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    try:
        quads = list(parse(path.read_bytes(), format=RdfFormat.TURTLE))
    except (OSError, SyntaxError, ValueError):
        return
    for quad in quads:
        language = quad.object.language or "" if isinstance(quad.object, Literal) else ""
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            yield quad.subject.value, quad.predicate.value, quad.object.value, language
