"""Rows of a CSV file, each knowing its file and its row in the spreadsheet.

Files as Excel saves them are read as they are: a byte-order mark is dropped,
and a semicolon or tab as separator (Excel on Indonesian Windows writes ``;``)
is recognised from the header line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from simpul.errors import Place, Problem, UnreadableInput, nearest
from simpul.tables.metadata import Table

__all__ = ["REMARK", "Row", "read_rows", "rows_from"]

REMARK = "#"
"""How a row begins that is no row: a remark, or the example of a workbook."""

_MOST_CELL = 1 << 20


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by column name; ``number`` counts the header as 1."""

    file: str
    number: int
    cells: dict[str, str]

    def place(self, column: str | None = None) -> Place:
        """Where the row, or one of its cells, stands."""
        return Place(self.file, self.number, column, rows=True)


def read_rows(path: Path, table: Table) -> list[Row]:
    """All rows of a CSV file that ``table`` describes.

    Blank rows are skipped, and remarks: rows that begin with ``#``, the default
    ``commentPrefix`` of CSVW.
    """
    csv.field_size_limit(_MOST_CELL)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnreadableInput(
            f"cannot open the table: {error.strerror}", where=str(path)
        ) from error
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        raise UnreadableInput(
            "the table is not UTF-8",
            where=Place(str(path), row, rows=True),
            todo='Save it again as "CSV UTF-8" (Excel: Save As, CSV UTF-8).',
        ) from error
    lines = text.splitlines(keepends=True)
    delimiter = _delimiter(lines[0] if lines else "")
    records = csv.reader(lines, delimiter=delimiter, strict=True)
    return list(rows_from(str(path), _numbered(records, str(path)), table))


def rows_from(
    file: str, records: Iterator[tuple[int, Sequence[str]]], table: Table
) -> Iterator[Row]:
    """Rows of numbered records, the first of which names the columns."""
    try:
        _, header = next(records)
    except StopIteration:
        raise UnreadableInput(
            "the table is empty",
            where=file,
            todo=f"Its first row names the columns: {_names(table)}",
        ) from None
    names = _columns(file, header, table)
    for number, record in records:
        if not any(cell.strip() for cell in record) or record[0].lstrip().startswith(REMARK):
            continue
        if len(record) > len(names) and any(cell.strip() for cell in record[len(names) :]):
            raise UnreadableInput(
                f"the row has {len(record)} cells, the header {len(names)}",
                where=Place(file, number, rows=True),
                todo="A cell that holds a comma must stand in double quotes.",
            )
        cells = {name: cell.strip() for name, cell in zip(names, record, strict=False)}
        yield Row(file, number, cells)


def _numbered(records: Iterator[list[str]], file: str) -> Iterator[tuple[int, Sequence[str]]]:
    number = 0
    while True:
        number += 1
        try:
            yield number, next(records)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableInput(
                f"the row cannot be read: {error}",
                where=Place(file, number, rows=True),
                todo="Look for a double quote that is opened and not closed.",
            ) from error


def _columns(file: str, header: Sequence[str], table: Table) -> list[str]:
    known = {column.name: column.name for column in table.written}
    for column in table.written:
        known |= {title.casefold(): column.name for title in column.titles}
    names, problems = [], []
    for title in header:
        name = known.get(title.strip()) or known.get(title.strip().casefold())
        if name is None and title.strip():
            close = nearest(title, list(known))
            todo = f"Did you mean {close[0]}?" if close else f"Known columns: {_names(table)}"
            problems.append(
                Problem(f"no column is called {title!r}", Place(file, 1, rows=True), todo)
            )
        names.append(name or "")
    missing = [c.name for c in table.written if c.required and c.name not in names]
    problems += [
        Problem(f"the column {name} is missing", Place(file, 1, rows=True), "Add it to the header.")
        for name in missing
    ]
    problems += [
        Problem(f"the column {name} stands twice", Place(file, 1, rows=True), "Keep one of them.")
        for name in sorted({name for name in names if name and names.count(name) > 1})
    ]
    if problems:
        raise UnreadableInput.of(problems)
    return names


def _names(table: Table) -> str:
    return ", ".join(column.name for column in table.written)


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)
