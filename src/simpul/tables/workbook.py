"""A filled-in workbook read back: a sheet a table, every fault with sheet, row and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simpul.errors import Problem, UnreadableInput, nearest
from simpul.tables.metadata import Metadata, Table
from simpul.tables.reading import Row, rows_from

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["GUIDE", "LISTS", "read_workbook", "sheet_name"]

GUIDE, LISTS = "simpul", "daftar"
"""Sheets that are no table: the one that explains, and what the drop-downs offer."""


def sheet_name(url: str) -> str:
    """The sheet of a table; Excel admits 31 characters."""
    return url.removesuffix(".csv")[:31]


def read_workbook(path: Path, metadata: Metadata) -> list[tuple[Table, list[Row]]]:
    """The filled-in rows of every sheet that is a table, and all faults of sheets at once."""
    book = _opened(path)
    known = {sheet_name(table.url): table for table in metadata.tables}
    found: list[tuple[Table, list[Row]]] = []
    problems: list[Problem] = []
    for sheet in book.worksheets:
        table = known.get(sheet.title)
        if table is not None:
            try:
                found.append((table, _rows(sheet, f"{path}, sheet {sheet.title}", table)))
            except UnreadableInput as error:
                problems += error.problems
        elif sheet.title not in (GUIDE, LISTS):
            close = nearest(sheet.title, list(known), most=1)
            todo = f"Did you mean {close[0]}?" if close else f"Sheets: {', '.join(known)}."
            problems.append(Problem(f"no table is called {sheet.title!r}", str(path), todo))
    if problems:
        raise UnreadableInput.of(problems)
    return [(table, rows) for table, rows in found if rows]


def _opened(path: Path) -> Any:
    from io import BytesIO

    from openpyxl import load_workbook

    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            f"cannot open the workbook: {error.strerror}", where=str(path)
        ) from error
    try:
        return load_workbook(BytesIO(content), read_only=False, data_only=True)
    except Exception as error:  # a damaged part trips openpyxl in a dozen ways
        raise UnreadableInput(
            "the file is not an XLSX workbook",
            where=str(path),
            todo="Save it again as Excel Workbook (.xlsx), or as CSV UTF-8.",
        ) from error


def _rows(sheet: Worksheet, file: str, table: Table) -> list[Row]:
    def records() -> Iterator[tuple[int, Sequence[str]]]:
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            texts = [_text(cell) for cell in cells]
            yield number, [_heading(text) for text in texts] if number == 1 else texts

    return list(rows_from(file, records(), table))


def _heading(text: str) -> str:
    return text.partition("\n")[0].rstrip("* ")


def _text(cell: object) -> str:
    """A cell as one would type it into the table."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
