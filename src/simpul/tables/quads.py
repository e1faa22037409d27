"""Rows into RDF quads, by the templates of the metadata.

Follows W3C "Generating RDF from Tabular Data on the Web" in its minimal mode,
with three extensions: a named graph per table or column (``pol:graph``), a
condition that withholds a statement (``pol:unless``), and the variable
``_claim``, a hash of what a claim says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from simpul.errors import Problem, UnreadableInput, nearest
from simpul.tables.cells import BadCell, values
from simpul.tables.metadata import Column, Metadata, Table
from simpul.tables.reading import Row, read_rows
from simpul.terms import XSD

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["check_rows", "folder_quads", "table_quads"]

_CLAIM = ("subject", "predicate", "object", "source", "locator", "stance")

Values = Mapping[str, list[str]]


def folder_quads(folder: Path, metadata: Metadata) -> list[Quad]:
    """Quads of all tables of a folder; all faults of all tables are shown together."""
    read: list[tuple[Table, list[Row]]] = []
    problems: list[Problem] = []
    for table in metadata.tables:
        if (folder / table.url).exists():
            try:
                read.append((table, read_rows(folder / table.url, table)))
            except UnreadableInput as error:
                problems += error.problems
    keys = {table.url: table_keys(table, rows) for table, rows in read}
    quads: list[Quad] = []
    for table, rows in read:
        checked, faults = check_rows(table, rows, keys)
        problems += faults
        if not problems:
            quads += table_quads(table, checked)
    if problems:
        raise UnreadableInput.of(problems)
    return quads


def table_keys(table: Table, rows: Iterable[Row]) -> dict[str, set[str]]:
    """Every value of every written column, for foreign keys to be looked up in."""
    found: dict[str, set[str]] = {column.name: set() for column in table.written}
    for row in rows:
        for name, cell in row.cells.items():
            if name in found and cell:
                found[name].add(cell)
    return found


def check_rows(
    table: Table, rows: Iterable[Row], keys: Mapping[str, Mapping[str, set[str]]]
) -> tuple[list[tuple[Row, Values]], list[Problem]]:
    """Rows with their canonical values, and every fault found in them."""
    good: list[tuple[Row, Values]] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        found: dict[str, list[str]] = {}
        for column in table.written:
            try:
                found[column.name] = values(column, row.cells.get(column.name, ""))
            except BadCell as error:
                problems.append(Problem(error.what, row.place(column.name), error.todo))
        problems += _repeated(table, row, seen)
        problems += _dangling(table, row, found, keys)
        good.append((row, found))
    return good, problems


def _repeated(table: Table, row: Row, seen: dict[tuple[str, ...], int]) -> Iterator[Problem]:
    key = tuple(row.cells.get(name, "") for name in table.primary_key)
    if not any(key):
        return
    if key in seen:
        yield Problem(
            f"{' '.join(key)} stands in row {seen[key]} already",
            row.place(table.primary_key[0]),
            "Give this row a name of its own, or delete one of the two.",
        )
    seen.setdefault(key, row.number)


def _dangling(
    table: Table, row: Row, found: Values, keys: Mapping[str, Mapping[str, set[str]]]
) -> Iterator[Problem]:
    for key in table.foreign_keys:
        if key.table not in keys:
            continue
        known = keys[key.table].get(key.target, set())
        for value in found.get(key.column, ()):
            if value not in known and ":" not in value:
                close = nearest(value, sorted(known))
                yield Problem(
                    f"{value!r} is not in {key.table}",
                    row.place(key.column),
                    f"Did you mean {close[0]}?" if close else f"Add it to {key.table} first.",
                )


def table_quads(table: Table, rows: Iterable[tuple[Row, Values]]) -> Iterator[Quad]:
    """The quads of checked rows, in the order of rows and columns."""
    for row, found in rows:
        cells = {name: parts[0] for name, parts in found.items() if parts}
        cells["_claim"] = _claim(cells)
        for column in table.columns:
            try:
                yield from _column_quads(table, column, cells, found)
            except ValueError as error:
                raise UnreadableInput(
                    f"the cell makes no valid name: {error}",
                    where=row.place(column.name),
                    todo="Use lower-case letters, digits and hyphens.",
                ) from error


def _claim(cells: Mapping[str, str]) -> str:
    said = "\x1f".join(cells.get(name, "") for name in _CLAIM)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _column_quads(
    table: Table, column: Column, cells: Mapping[str, str], found: Values
) -> Iterator[Quad]:
    from pyoxigraph import NamedNode, Quad

    if column.property is None or column.suppressed:
        return
    if any(cells.get(name) == value for name, value in column.unless):
        return
    about, graph = column.about or table.about, column.graph or table.graph
    subject = about.fill(cells) if about else None
    predicate = column.property.fill(cells)
    name = graph.fill(cells) if graph else None
    if subject is None or predicate is None:
        return
    where = NamedNode(name) if name else None
    for term in _objects(column, cells, found):
        yield Quad(NamedNode(subject), NamedNode(predicate), term, where)  # type: ignore[arg-type]


def _objects(column: Column, cells: Mapping[str, str], found: Values) -> Iterator[object]:
    from pyoxigraph import Literal, NamedNode

    if column.virtual and column.value is None:
        yield from (_literal(column, text, Literal, NamedNode) for text in [column.default] if text)
        return
    if column.virtual:
        iri = column.value.fill(cells) if column.value else None
        yield from (NamedNode(iri) for iri in [iri] if iri)
        return
    for text in found.get(column.name, ()):
        if column.value is None:
            yield _literal(column, text, Literal, NamedNode)
        else:
            iri = column.value.fill({**cells, column.name: text})
            yield from (NamedNode(iri) for iri in [iri] if iri)


def _literal(column: Column, text: str, literal: type, node: type) -> object:
    if column.datatype.base == "string":
        return literal(text, language=column.lang) if column.lang else literal(text)
    return literal(text, datatype=node(XSD[column.datatype.base]))
