"""The tables as one XLSX workbook: a sheet a table, made from the CSVW metadata.

The first row of a sheet names the columns, below each name its titles in both
languages; a note says what a cell may hold, and drop-downs offer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simpul.errors import Problem, UnreadableInput, nearest
from simpul.tables.cells import wanted
from simpul.tables.metadata import Column, Metadata, Table
from simpul.tables.reading import Row, rows_from

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["make_workbook", "read_workbook"]

_GUIDE = "simpul"
_ROOM = 5000
"""Rows that drop-downs reach."""
_CHOICES = re.compile(r"[\w-]+(\|[\w-]+)+")
_TEXT = (
    "Satu lembar untuk satu tabel; satu baris untuk satu hal. Kolom bertanda * wajib diisi.",
    "Tanggal: 2007-04-19 atau 19 April 2007. Beberapa nilai dalam satu sel: lihat catatan kolom.",
    "Periksa: simpul add BERKAS.xlsx. Simpan ke tabel: simpul add BERKAS.xlsx --write.",
    "One sheet for one table; one row for one thing. Columns marked * must be filled in.",
    "Dates: 2007-04-19 or 19 April 2007. Several values in a cell: see the note of the column.",
    "Check it: simpul add FILE.xlsx. Write it to the tables: simpul add FILE.xlsx --write.",
)


def make_workbook(metadata: Metadata, filled: Mapping[str, Sequence[Row]] = {}) -> Workbook:
    """A workbook with a sheet for every table; ``filled`` gives rows by file name."""
    from openpyxl import Workbook

    book = Workbook()
    guide = book.active
    guide.title = _GUIDE
    guide.column_dimensions["A"].width = 100
    for line in _TEXT:
        guide.append([line])
    for table in metadata.tables:
        guide.append([f"{_sheet(table)}: {table.description}"])
    for table in metadata.tables:
        _fill(book.create_sheet(_sheet(table)), table, filled.get(table.url, ()))
    return book


def read_workbook(path: Path, metadata: Metadata) -> list[tuple[Table, list[Row]]]:
    """The filled-in rows of every sheet that is a table, and all faults of sheets at once."""
    book = _opened(path)
    known = {_sheet(table): table for table in metadata.tables}
    found: list[tuple[Table, list[Row]]] = []
    problems: list[Problem] = []
    for sheet in book.worksheets:
        table = known.get(sheet.title)
        if table is not None:
            try:
                found.append((table, _rows(sheet, f"{path}, sheet {sheet.title}", table)))
            except UnreadableInput as error:
                problems += error.problems
        elif sheet.title != _GUIDE:
            close = nearest(sheet.title, list(known), most=1)
            todo = f"Did you mean {close[0]}?" if close else f"Sheets: {', '.join(known)}."
            problems.append(Problem(f"no table is called {sheet.title!r}", str(path), todo))
    if problems:
        raise UnreadableInput.of(problems)
    return [(table, rows) for table, rows in found if rows]


def _opened(path: Path) -> Any:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(path, read_only=False, data_only=True)
    except OSError as error:
        raise UnreadableInput(
            f"cannot open the workbook: {error.strerror}", where=str(path)
        ) from error
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
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


def _fill(sheet: Worksheet, table: Table, rows: Sequence[Row]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for index, column in enumerate(table.written, 1):
        cell = sheet.cell(
            1, index, f"{column.name}{' *' if column.required else ''}\n{_titles(column)}"
        )
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        cell.comment = Comment(_note(table, column), "simpul")
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = 18
        _offer(sheet, table, column, f"{letter}2:{letter}{_ROOM}")
    sheet.freeze_panes = "B2"
    for number, row in enumerate(rows, 2):
        for index, column in enumerate(table.written, 1):
            if text := row.cells.get(column.name, ""):
                cell = sheet.cell(number, index)
                cell.value, cell.data_type, cell.number_format = text, "s", "@"


def _titles(column: Column) -> str:
    return " / ".join(column.titles)


def _note(table: Table, column: Column) -> str:
    lines = [_titles(column), column.description, wanted(column.datatype)]
    if column.separator:
        lines.append(f"several, separated by {column.separator}")
    lines += [f"from {key.table}" for key in table.foreign_keys if key.column == column.name]
    return "\n".join(line for line in lines if line)


def _offer(sheet: Worksheet, table: Table, column: Column, cells: str) -> None:
    """A drop-down of what the column admits; a column of several values is free."""
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = ""
    if column.datatype.base == "boolean":
        choices = '"true,false"'
    elif column.datatype.format and _CHOICES.fullmatch(column.datatype.format):
        listed = ",".join(column.datatype.format.split("|"))
        choices = f'"{listed}"' if len(listed) < 250 else ""
    for key in table.foreign_keys:
        if key.column == column.name and not choices:
            choices = f"'{_stem(key.table)}'!$A$2:$A${_ROOM}"
    if choices and not column.separator:
        offer = DataValidation("list", formula1=choices, allow_blank=True, showErrorMessage=False)
        offer.add(cells)
        sheet.add_data_validation(offer)


def _sheet(table: Table) -> str:
    return _stem(table.url)


def _stem(url: str) -> str:
    return url.removesuffix(".csv")[:31]
