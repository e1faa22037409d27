"""Rows as an XLSX workbook: no cell is a formula, equal rows give equal bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from simpul.views.rows import guarded_cell

__all__ = ["fixed_bytes", "spreadsheet"]

_EPOCH = (1980, 1, 1, 0, 0, 0)

Sheet = tuple[Sequence[str], Iterable[Sequence[str]]]
"""The names of the columns, and the rows."""


def spreadsheet(sheets: Mapping[str, Sheet]) -> bytes:
    """A workbook with one sheet a name; the header row stays in view."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    for name, (head, rows) in sheets.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        sheet.append(list(head))
        for row in rows:
            sheet.append([guarded_cell(ILLEGAL_CHARACTERS_RE.sub("", cell)) for cell in row])
    return fixed_bytes(book)


def fixed_bytes(book: object) -> bytes:
    """The bytes of a workbook without the time of its making: equal books, equal bytes."""
    from datetime import datetime

    book.properties.created = book.properties.modified = datetime(1980, 1, 1)  # type: ignore[attr-defined]
    made, fixed = io.BytesIO(), io.BytesIO()
    book.save(made)  # type: ignore[attr-defined]
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _without_modified(content)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return fixed.getvalue()


def _without_modified(core: bytes) -> bytes:
    """The properties without the time of saving, which openpyxl always writes."""
    before, tag, rest = core.partition(b"<dcterms:modified")
    return before + rest.partition(b"</dcterms:modified>")[2] if tag else core
