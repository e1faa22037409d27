"""The workbook gives the tables back, and says where each fault is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from simpul import resources
from simpul.engine.loading import digest
from simpul.errors import UnreadableInput
from simpul.tables import Metadata, folder_quads, read_metadata, read_rows
from simpul.tables.adding import alike, plan
from simpul.tables.choices import words
from simpul.tables.concepts import read_schemes
from simpul.tables.template import Template, make_workbook
from simpul.tables.workbook import read_workbook


@pytest.fixture(scope="module")
def metadata() -> Metadata:
    return read_metadata(resources.bundled_data() / "tables.json")


@pytest.fixture
def filled(metadata: Metadata, tmp_path: Path) -> Path:
    folder = resources.bundled_data()
    rows = {
        t.url: read_rows(folder / t.url, t) for t in metadata.tables if (folder / t.url).exists()
    }
    make_workbook(Template(metadata, held=rows, filled=rows)).save(tmp_path / "filled.xlsx")
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


@pytest.fixture(scope="module")
def blank(metadata: Metadata) -> Workbook:
    folder = resources.bundled_data()
    held = {t.url: read_rows(folder / t.url, t) for t in metadata.tables}
    examples = {url: rows[0] for url, rows in held.items()}
    return make_workbook(Template(metadata, read_schemes(folder), held, examples=examples))


def offered(book: Workbook, sheet: str, name: str) -> list[str]:
    """What the drop-down of a column offers, whether it holds it or points to a list."""
    place = f"{get_column_letter(column(book[sheet], name))}2:"
    offer = next(
        found
        for found in book[sheet].data_validations.dataValidation
        if str(found.sqref).startswith(place)
    )
    if offer.formula1.startswith('"'):
        return offer.formula1.strip('"').split(",")
    where, _, cells = offer.formula1.replace("$", "").partition("!")
    return [row[0].value for row in book[where.strip("'")][cells]]


@pytest.mark.parametrize(
    ("sheet", "name", "choice"),
    [
        ("norms", "conduct", "trafficking"),
        ("norms", "bearer", "any-person"),
        ("norms", "type", "Penalty"),
        ("norms", "life", "true"),
        ("norms", "authority", "kapolri"),
        ("norms", "source", "uu-21-2007-text"),
        ("instruments", "type", "CourtRuling"),
        ("statistics", "population", "police-cases"),
        ("claims", "predicate", "eli:amends"),
        ("measures", "addresses", "lonjakan-perdagangan-orang"),
    ],
)
def test_a_drop_down_offers_what_a_cell_is_chosen_from(
    blank: Workbook, sheet: str, name: str, choice: str
) -> None:
    assert choice in offered(blank, sheet, name)


def test_every_limited_column_has_a_drop_down(metadata: Metadata, blank: Workbook) -> None:
    for table in metadata.tables:
        for known in table.written:
            if words(known) or known.offers:
                assert offered(blank, table.url.removesuffix(".csv"), known.name)


def test_lists_show_each_choice_with_its_name_in_both_languages(blank: Workbook) -> None:
    rows = [row for row in blank["daftar"].iter_rows(values_only=True) if "polri" in row]
    assert any("Polri" in str(row[row.index("polri") + 1]) for row in rows)


def test_an_example_stands_in_every_sheet_and_is_not_read(
    metadata: Metadata, blank: Workbook, tmp_path: Path
) -> None:
    assert all(
        str(blank[t.url.removesuffix(".csv")]["A2"].value)[0] == "#" for t in metadata.tables
    )
    blank.save(tmp_path / "blank.xlsx")
    assert read_workbook(tmp_path / "blank.xlsx", metadata) == []


def test_guide_headings_and_notes_speak_both_languages(blank: Workbook) -> None:
    assert [cell.value for cell in blank["simpul"][1]][1:] == ["Bahasa Indonesia", "English"]
    heading = blank["norms"].cell(1, column(blank["norms"], "provision"))
    assert heading.value == "provision *\nKetentuan / Provision"
    note = blank["norms"].cell(1, column(blank["norms"], "conduct")).comment.text
    assert "Apa yang dilakukan" in note
    assert "What is done" in note


def test_no_cell_of_the_template_is_a_formula(blank: Workbook) -> None:
    cells = [cell for sheet in blank for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_mistyped_concept_offers_the_nearest(metadata: Metadata, filled: Path) -> None:
    book = load_workbook(filled)
    book["norms"].cell(3, column(book["norms"], "conduct")).value = "traficking"
    book.save(filled)
    with pytest.raises(UnreadableInput, match="Did you mean trafficking") as failed:
        plan(resources.bundled_data(), metadata, read_workbook(filled, metadata))
    assert "sheet norms, row 3, column conduct" in str(failed.value.problems[0].where)


def test_a_name_of_no_row_is_asked_about(metadata: Metadata, filled: Path) -> None:
    book = load_workbook(filled)
    book["events"].cell(3, column(book["events"], "by")).value = "komnas-hamm"
    book.save(filled)
    found = plan(resources.bundled_data(), metadata, read_workbook(filled, metadata))
    assert any("Did you mean komnas-ham" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Komnas HAM", "Komisi Nasional Hak Asasi Manusia", True),
        ("Kementrian Luar Negeri", "Kementerian Luar Negeri", True),
        ("Polri", "Bakamla", False),
        ("UU 21/2007", "UU 12/2011", False),
        ("UU 21/2007", "UU 21/2008", False),
        ("Pidana membakar hutan", "Pidana membakar lahan", False),
        ("Bareskrim Polri", "Bareskrimpolri", True),
    ],
)
def test_near_duplicates_are_noticed(a: str, b: str, same: bool) -> None:
    assert alike(a, b) is same


def test_a_file_that_is_no_workbook_is_named(metadata: Metadata, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK not really")
    with pytest.raises(UnreadableInput, match="not an XLSX workbook"):
        read_workbook(tmp_path / "a.xlsx", metadata)
