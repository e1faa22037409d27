"""Names in cells held against what they may be chosen from (``pol:offers``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as Names

from simpul.errors import Problem, nearest
from simpul.tables.concepts import Schemes, written_name
from simpul.tables.metadata import Column, Table
from simpul.tables.reading import Row
from simpul.terms import DATA, local_name

__all__ = ["strange_concepts", "strange_names"]

Checked = Sequence[tuple[Row, Mapping[str, list[str]]]]


def strange_concepts(table: Table, rows: Checked, schemes: Schemes) -> Iterator[Problem]:
    """Cells of a column of concepts that name none; a body may stand there as ``id:polri``."""
    known = {concept.iri for concepts in schemes.values() for concept in concepts}
    for column in table.written:
        offered = [scheme for scheme in column.offers if scheme in schemes]
        if not offered or column.value is None:
            continue
        names = [written_name(column, c.iri) for scheme in offered for c in schemes[scheme]]
        for row, values in rows:
            for value in values.get(column.name, ()):
                iri = column.value.fill({column.name: value}) or ""
                body = value.startswith("id:") and iri.startswith(DATA)
                if iri not in known and not body:
                    yield _no_concept(column, row, value, (local_name(offered[0]), names))


def strange_names(
    table: Table, rows: Checked, keys: Mapping[str, Mapping[str, Names[str]]]
) -> Iterator[Problem]:
    """Cells of a column of rows that name none: often a slip, or a row still to come.

    An article needs no row: ``uu-21-2007/pasal-4`` goes with its instrument.
    """
    known = {name for columns in keys.values() for name in columns.get("id", ())}
    for column in table.written:
        if not any(offer.endswith(".csv") for offer in column.offers):
            continue
        for row, values in rows:
            for value in values.get(column.name, ()):
                if ":" not in value and value not in known and value.split("/")[0] not in known:
                    close = nearest(value, sorted(known), most=1)
                    todo = f"Did you mean {close[0]}?" if close else "Add its row, or correct it."
                    yield Problem(f"{value!r} is in no table", row.place(column.name), todo)


def _no_concept(column: Column, row: Row, value: str, scheme: tuple[str, Sequence[str]]) -> Problem:
    name, concepts = scheme
    close = nearest(value, concepts, most=1)
    some = ", ".join(concepts[:5])
    todo = f"Did you mean {close[0]}?" if close else f"Concepts there are {some} ..."
    return Problem(f"{value!r} is no concept of {name}", row.place(column.name), todo)
