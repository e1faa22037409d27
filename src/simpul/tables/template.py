"""The workbook to fill in, made from the CSVW metadata: a sheet a table, and a guide.

The first row of a sheet names the columns, below each name its titles in both
languages; a note says what a cell may hold, and drop-downs offer it. An example
stands in the second row; it begins with ``#`` and is not read back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simpul.tables.cells import wanted
from simpul.tables.choices import Choices
from simpul.tables.concepts import Schemes
from simpul.tables.metadata import Column, Metadata, Table
from simpul.tables.reading import REMARK, Row
from simpul.tables.workbook import GUIDE, LISTS, sheet_name

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Template", "make_workbook"]

_ROOM = 5000
"""Rows that drop-downs reach."""
_GUIDE = (
    (
        "Satu lembar untuk satu tabel; satu baris untuk satu hal. Kolom bertanda * wajib diisi.",
        "One sheet for one table; one row for one thing. Columns marked * must be filled in.",
    ),
    (
        "Catatan pada judul kolom mengatakan isinya. Panah di sel memberi pilihan; nama baru boleh "
        "diketik.",
        "The note on a heading says what goes in. The arrow in a cell offers choices; a new name "
        "may be typed.",
    ),
    (
        "Baris yang diawali # adalah contoh atau catatan dan tidak dibaca.",
        "A row that begins with # is an example or a remark and is not read.",
    ),
    (
        "Tanggal: 2007-04-19 atau 19 April 2007. Angka: 120000000; desimal 0,5 atau 0.5.",
        "Dates: 2007-04-19 or 19 April 2007. Numbers: 120000000; decimals 0.5 or 0,5.",
    ),
    (
        "Beberapa nilai dalam satu sel: pemisahnya ada dalam catatan kolom (spasi, titik koma).",
        "Several values in one cell: the note of the column says what parts them (a blank, a "
        "semicolon).",
    ),
    (
        "Nama (kolom id): huruf kecil, angka, tanda hubung: polri, uu-21-2007. Pasal: "
        "uu-21-2007/pasal-48/ayat-1.",
        "Names (column id): lower-case letters, digits, hyphens: polri, uu-21-2007. Articles: "
        "uu-21-2007/pasal-48/ayat-1.",
    ),
    (
        "Urutan yang mudah: sources, instruments, actors, norms, claims; yang lain boleh kosong.",
        "An easy order: sources, instruments, actors, norms, claims; the others may stay empty.",
    ),
    (
        "Periksa: simpul add --data FOLDER BERKAS.xlsx. Simpan ke tabel: tambahkan --write.",
        "Check it: simpul add --data FOLDER FILE.xlsx. Write it to the tables: add --write.",
    ),
)


@dataclass(frozen=True, slots=True)
class Template:
    """What goes into a workbook beside the metadata.

    ``held`` are the rows that are there, which drop-downs offer; ``filled`` those that
    stand in the sheets. ``examples`` gives each table its example row.
    """

    metadata: Metadata
    schemes: Schemes = field(default_factory=dict)
    held: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    filled: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    examples: Mapping[str, Row] = field(default_factory=dict)


def make_workbook(template: Template) -> Workbook:
    """A workbook with a guide, a sheet for every table, and the lists behind the drop-downs."""
    from openpyxl import Workbook

    book = Workbook()
    _guide(book.active, template.metadata)
    choices = Choices(template.schemes, template.held, room=_ROOM)
    for table in template.metadata.tables:
        _fill(book.create_sheet(sheet_name(table.url)), table, template, choices)
    choices.put(book.create_sheet(LISTS))
    return book


def _guide(sheet: Any, metadata: Metadata) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = GUIDE
    rows = [("", "Bahasa Indonesia", "English"), *(("", *texts) for texts in _GUIDE)]
    rows.append(("Lembar / Sheet", "Isi", "Holds"))
    rows += [(sheet_name(t.url), t.description.id, t.description.en) for t in metadata.tables]
    rows.append(
        (LISTS, "Pilihan di balik panah, dengan namanya.", "The choices, with their names.")
    )
    for row in rows:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=row in (rows[0], rows[len(_GUIDE) + 1]))
    for letter, width in (("A", 18), ("B", 70), ("C", 70)):
        sheet.column_dimensions[letter].width = width


def _fill(sheet: Worksheet, table: Table, template: Template, choices: Choices) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for index, column in enumerate(table.written, 1):
        title = f"{column.name}{' *' if column.required else ''}\n{' / '.join(column.titles)}"
        cell = sheet.cell(1, index, title)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        cell.comment = Comment(_note(table, column), "simpul", height=180, width=320)
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = 22
        choices.offer(sheet, table, column, f"{letter}2:{letter}{_ROOM}")
    sheet.freeze_panes = "B2"
    rows = template.filled.get(table.url, ())
    for number, row in enumerate(rows, 2):
        _put(sheet, number, table, row.cells)
    example = template.examples.get(table.url)
    if example and not rows:
        first = table.written[0].name
        marked = {**example.cells, first: f"{REMARK} {example.cells.get(first, '')}"}
        _put(sheet, 2, table, marked, font=Font(italic=True, color="777777"))


def _put(
    sheet: Worksheet, number: int, table: Table, cells: Mapping[str, str], font: Any = None
) -> None:
    """One row as text; no cell is a formula."""
    for index, column in enumerate(table.written, 1):
        if text := cells.get(column.name, ""):
            cell = sheet.cell(number, index)
            cell.value, cell.data_type, cell.number_format = text, "s", "@"
            if font:
                cell.font = font


def _note(table: Table, column: Column) -> str:
    told = column.description
    held = wanted(column.datatype)
    lines = [told.id, told.en, f"Isi / Holds: {held.id} / {held.en}"]
    if column.separator:
        sign = {" ": ("spasi", "a blank")}.get(column.separator, (column.separator.strip(),) * 2)
        lines.append(f"Beberapa nilai: pisahkan dengan {sign[0]}.")
        lines.append(f"Several values: part them with {sign[1]}.")
    tables = [key.table for key in table.foreign_keys if key.column == column.name]
    tables += [name for name in column.offers if name.endswith(".csv")]
    if tables:
        names = ", ".join(dict.fromkeys(sheet_name(name) for name in tables))
        lines.append(f"Dari lembar / From sheet: {names}")
    return "\n".join(dict.fromkeys(line for line in lines if line))
