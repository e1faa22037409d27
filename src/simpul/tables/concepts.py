"""The concepts a cell may be chosen from: SKOS schemes of the ontology and of a folder.

A folder has them in Turtle, or as rows of a table whose metadata makes SKOS of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from simpul import resources
from simpul.model import Bilingual
from simpul.tables.metadata import Column, Table
from simpul.tables.reading import Row
from simpul.terms import SKOS, curie

__all__ = ["Concept", "Schemes", "read_schemes", "written_name"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept and its name in both languages."""

    iri: str
    label: Bilingual


Told = tuple[str, str, str, str]
"""Subject, predicate, value and its language."""

Schemes = Mapping[str, tuple[Concept, ...]]
"""Concepts by the IRI of their scheme, sorted by their own."""


def read_schemes(folder: Path, tables: Iterable[tuple[Table, Iterable[Row]]] = ()) -> Schemes:
    """The schemes in the ontology, in the Turtle files of a folder, and in rows of its tables.

    A file that cannot be read gives none: reading the graph tells its fault.
    """
    schemes: dict[str, str] = {}
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    told = [_told(path) for path in _files(folder)]
    told += [_rows_told(table, rows) for table, rows in tables]
    for subject, predicate, value, language in chain.from_iterable(told):
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


def _told(path: Path) -> Iterable[Told]:
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    try:
        quads = list(parse(path.read_bytes(), format=RdfFormat.TURTLE))
    except (OSError, SyntaxError, ValueError):
        return
    for quad in quads:
        language = quad.object.language or "" if isinstance(quad.object, Literal) else ""
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            yield quad.subject.value, quad.predicate.value, quad.object.value, language


def _rows_told(table: Table, rows: Iterable[Row]) -> Iterable[Told]:
    for column in table.written:
        predicate = column.property.text if column.property else ""
        if predicate not in (SKOS["inScheme"], SKOS["prefLabel"]) or table.about is None:
            continue
        for row in rows:
            value = column.value.fill(row.cells) if column.value else row.cells.get(column.name)
            subject = table.about.fill(row.cells)
            if subject and value:
                yield subject, predicate, value, column.lang or ""
