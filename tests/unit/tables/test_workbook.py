"""The workbook gives the tables back, and says where each fault is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from simpul import resources
from simpul.engine.loading import digest
from simpul.errors import UnreadableInput
from simpul.tables import Metadata, folder_quads, read_metadata, read_rows
from simpul.tables.adding import alike, plan
from simpul.tables.workbook import make_workbook, read_workbook


@pytest.fixture(scope="module")
def metadata() -> Metadata:
    return read_metadata(resources.bundled_data() / "tables.json")


@pytest.fixture
def filled(metadata: Metadata, tmp_path: Path) -> Path:
    folder = resources.bundled_data()
    rows = {
        t.url: read_rows(folder / t.url, t) for t in metadata.tables if (folder / t.url).exists()
    }
    make_workbook(metadata, rows).save(tmp_path / "filled.xlsx")
    return tmp_path / "filled.xlsx"


def column(sheet, name: str) -> int:
    return next(c.column for c in sheet[1] if str(c.value).partition("\n")[0].rstrip("* ") == name)


def test_tables_survive_the_workbook_unchanged(
    metadata: Metadata, filled: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "new"
    empty.mkdir()
    shutil.copy(metadata.path, empty / "tables.json")
    for name, content in plan(empty, metadata, read_workbook(filled, metadata)).files.items():
        (empty / name).write_bytes(content)
    before = folder_quads(resources.bundled_data(), metadata)
    assert digest(set(folder_quads(empty, metadata))) == digest(set(before))


def test_a_workbook_of_known_rows_changes_nothing(metadata: Metadata, filled: Path) -> None:
    assert plan(resources.bundled_data(), metadata, read_workbook(filled, metadata)).changes == ()


def test_every_fault_names_sheet_row_and_column(metadata: Metadata, filled: Path) -> None:
    book = load_workbook(filled)
    book["events"].cell(3, column(book["events"], "date")).value = "32/13/2020"
    book["sources"].cell(5, column(book["sources"], "type")).value = "gossip"
    book.save(filled)
    with pytest.raises(UnreadableInput) as failed:
        plan(resources.bundled_data(), metadata, read_workbook(filled, metadata))
    places = [str(problem.where) for problem in failed.value.problems]
    assert [place.partition("sheet ")[2] for place in places] == [
        "sources, row 5, column type",
        "events, row 3, column date",
    ]


def test_a_date_in_indonesian_words_is_written_as_a_date(metadata: Metadata, filled: Path) -> None:
    book = load_workbook(filled)
    sheet = book["events"]
    sheet.cell(3, column(sheet, "date")).value = "14 Februari 2019"
    book.save(filled)
    found = plan(resources.bundled_data(), metadata, read_workbook(filled, metadata))
    assert [change.cells[0][2] for change in found.changes] == ["2019-02-14"]


def test_a_mistyped_sheet_offers_the_nearest(metadata: Metadata, filled: Path) -> None:
    book = load_workbook(filled)
    book["events"].title = "event"
    book.save(filled)
    with pytest.raises(UnreadableInput, match="Did you mean events"):
        read_workbook(filled, metadata)


def test_the_template_offers_what_a_column_admits(metadata: Metadata, tmp_path: Path) -> None:
    sheet = make_workbook(metadata)["sources"]
    offers = {offer.formula1 for offer in sheet.data_validations.dataValidation}
    assert any("law-text" in str(offer) for offer in offers)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Komnas HAM", "Komisi Nasional Hak Asasi Manusia", True),
        ("Kementrian Luar Negeri", "Kementerian Luar Negeri", True),
        ("Polri", "Bakamla", False),
        ("UU 21/2007", "UU 12/2011", False),
    ],
)
def test_near_duplicates_are_noticed(a: str, b: str, same: bool) -> None:
    assert alike(a, b) is same


def test_a_file_that_is_no_workbook_is_named(metadata: Metadata, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK not really")
    with pytest.raises(UnreadableInput, match="not an XLSX workbook"):
        read_workbook(tmp_path / "a.xlsx", metadata)
