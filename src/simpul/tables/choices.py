"""The drop-downs of a workbook: words, concepts, rows that are there.

What is too long for a drop-down to hold itself stands on a sheet of lists, each name
beside its labels, so that a reader can look it up there. No drop-down refuses: a
column of several values, or a row not yet there, is typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from simpul.model import Bilingual
from simpul.tables.concepts import Schemes, written_name
from simpul.tables.metadata import Column, Table
from simpul.tables.reading import Row
from simpul.tables.workbook import LISTS, sheet_name
from simpul.terms import local_name

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Choices", "words"]

_WORDS = re.compile(r"[\w-]+(\|[\w-]+)+")
_MOST_INLINE = 250
"""Excel keeps at most 255 characters in the formula of a drop-down."""

Choice = tuple[str, Bilingual]


def words(column: Column) -> tuple[str, ...]:
    """The words a column is limited to, none where it is not."""
    if column.datatype.base == "boolean":
        return ("true", "false")
    found = column.datatype.format or ""
    return tuple(found.split("|")) if _WORDS.fullmatch(found) else ()


class Choices:
    """The lists of one workbook, each written once and used by many columns."""

    def __init__(
        self, schemes: Schemes, held: Mapping[str, Sequence[Row]], *, room: int = 5000
    ) -> None:
        self._schemes, self._held, self._room = schemes, held, room
        self._lists: dict[str, Sequence[Choice]] = {}

    def offer(self, sheet: Worksheet, table: Table, column: Column, cells: str) -> None:
        """Gives cells of a sheet the drop-down of their column, if it has one."""
        from openpyxl.worksheet.datavalidation import DataValidation

        if formula := self._formula(table, column):
            offer = DataValidation(
                "list", formula1=formula, allow_blank=True, showErrorMessage=False
            )
            offer.add(cells)
            sheet.add_data_validation(offer)

    def put(self, sheet: Worksheet) -> None:
        """Writes the lists: for each, a column of names and one of labels in each language."""
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        for index, (title, choices) in enumerate(self._lists.items()):
            first = 3 * index + 1
            heads = (title, "Indonesia", "English")
            for offset, head in enumerate(heads):
                cell = sheet.cell(1, first + offset, head)
                cell.font = Font(bold=True)
                sheet.column_dimensions[get_column_letter(first + offset)].width = 28
            for number, (name, label) in enumerate(choices, 2):
                for offset, text in enumerate((name, label.id, label.en)):
                    cell = sheet.cell(number, first + offset)
                    cell.value, cell.data_type = text, "s"
        sheet.freeze_panes = "A2"

    def _formula(self, table: Table, column: Column) -> str | None:
        admitted = words(column)
        if admitted:
            inline = ",".join(admitted)
            if len(inline) < _MOST_INLINE:
                return f'"{inline}"'
            named = [(word, Bilingual("", "")) for word in admitted]
            return self._listed(f"{sheet_name(table.url)}.{column.name}", named)
        keys = [key.table for key in table.foreign_keys if key.column == column.name]
        offers = column.offers or tuple(keys)
        if not offers:
            return None
        choices = [choice for offer in offers for choice in self._offered(column, offer)]
        if choices:
            return self._listed(" ".join(_short(offer) for offer in offers), choices)
        if offers[0].endswith(".csv"):  # nothing there yet: what this workbook is given
            return f"'{sheet_name(offers[0])}'!$A$3:$A${self._room}"
        return None

    def _listed(self, title: str, choices: Sequence[Choice]) -> str:
        """Where a list stands; an equal title with other names gets a place of its own."""
        from openpyxl.utils import get_column_letter

        while self._lists.get(title, choices) != choices:
            title += " "
        self._lists.setdefault(title, choices)
        letter = get_column_letter(3 * list(self._lists).index(title) + 1)
        return f"'{LISTS}'!${letter}$2:${letter}${len(choices) + 1}"

    def _offered(self, column: Column, offer: str) -> list[Choice]:
        if offer.endswith(".csv"):
            return [
                (row.cells["id"], _label(row))
                for row in self._held.get(offer, ())
                if row.cells.get("id")
            ]
        if "://" in offer:
            found = self._schemes.get(offer, ())
            return [(written_name(column, concept.iri), concept.label) for concept in found]
        return [(offer, Bilingual("", ""))]


def _short(offer: str) -> str:
    return local_name(offer) if "://" in offer else offer.removesuffix(".csv")


def _label(row: Row) -> Bilingual:
    return Bilingual(row.cells.get("label_id", ""), row.cells.get("label_en", ""))
