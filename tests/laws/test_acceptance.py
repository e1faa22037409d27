"""A machine-read candidate becomes rows that simpul add reads and a person completes."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simpul.cli import cli
from simpul.errors import CannotWrite, UnknownName, WrongUse

HEAD = (
    "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR {number} TAHUN {year} TENTANG {title}\n"
    "Menimbang : a. bahwa perlu;\nMEMUTUSKAN:\nMenetapkan : UNDANG-UNDANG TENTANG {title}.\n"
)
TAIL = (
    "Disahkan di Jakarta pada tanggal 4 Mei {year}\n"
    "Diundangkan di Jakarta pada tanggal 6 Mei {year}\n"
)
KITES = """Pasal 1
Dalam Undang-undang ini yang dimaksud dengan:
1. Perahu adalah benda ringan yang terapung di sungai karena kayunya lebih ringan dari air.
Pasal 2
Setiap orang yang merusak tambatan perahu nelayan pada malam hari di pelabuhan
dipidana dengan pidana penjara paling singkat 1 (satu) tahun dan paling
lama 5 (lima) tahun.
Pasal 3
Izin berlayar perahu diberikan oleh Menteri Perhubungan.
Pasal 4
Undang-undang ini mulai berlaku pada tanggal diundangkan.
"""
RIVERS = """Pasal 1
Dalam Undang-undang ini yang dimaksud dengan:
1. Perahu adalah benda ringan yang terapung di sungai dan danau karena digerakkan mesin atau layar.
Pasal 2
Setiap orang yang merusak tambatan perahu nelayan pada malam hari di pelabuhan
dipidana dengan pidana penjara paling lama 2 (dua) tahun.
Pasal 3
Izin berlayar perahu diberikan oleh Gubernur Lautan.
Pasal 4
Undang-undang ini mulai berlaku pada tanggal diundangkan.
"""
KINDS = ("definitions", "penalties", "licences")


def simpul(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("accept")
    laws = folder / "laws"
    laws.mkdir()
    for number, year, title, body in (
        (5, 2001, "TAMBATAN PERAHU", KITES),
        (9, 2005, "PERAHU SUNGAI", RIVERS),
    ):
        head = HEAD.format(number=number, year=year, title=title)
        text = head + body + TAIL.format(year=year)
        (laws / f"uu-{number}-{year}.md").write_text(text)
    result = simpul("corpus", "build", laws, "-o", folder / "s", "--workers", "1")
    assert result.exit_code == 0, result.output
    return folder / "s"


@pytest.fixture(scope="module")
def ids(store: Path) -> dict[str, str]:
    """The first candidate of each list."""
    found = {}
    for kind in KINDS:
        lines = simpul("--data", store, "corpus", kind, "-f", "csv").stdout.splitlines()
        (row,) = csv.DictReader(lines)
        found[kind] = row["id"]
    return found


@pytest.fixture
def tables(tmp_path: Path, root: Path) -> Path:
    return Path(shutil.copytree(root / "graph_data", tmp_path / "tables"))


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(newline="") as file:
        return list(csv.DictReader(file))


def accept(store: Path, *words: str | Path) -> Result:
    return simpul("dualism", "accept", *words, "--data", store)


def test_a_dry_run_writes_nothing_and_says_what_is_missing(
    store: Path, ids: dict[str, str]
) -> None:
    shown = accept(store, ids["definitions"])
    assert "TO FILL IN: the meaning, in our words" in " ".join(shown.stdout.split())
    assert "would be written" in shown.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_the_rows_are_read_by_add_and_checked(
    store: Path, ids: dict[str, str], kind: str, tables: Path, tmp_path: Path
) -> None:
    accept(store, ids[kind], "-o", tmp_path / "rows", "--tables", tables)
    added = simpul("add", tmp_path / "rows", "--data", tables, "--write")
    assert added.exit_code == 0, added.exception
    checked = simpul("check", "--data", tables, "--fail-on", "warning")
    assert "law-reader" not in checked.stdout
    assert "uu-9-2005" in (tables / "instruments.csv").read_text()


def test_amounts_places_and_days_come_along(
    store: Path, ids: dict[str, str], tmp_path: Path
) -> None:
    accept(store, ids["penalties"], "-o", tmp_path / "rows")
    first, second = rows(tmp_path / "rows", "norms.csv")
    assert (first["min_months"], first["max_months"], second["max_months"]) == ("12", "60", "24")
    assert (first["provision"], first["locator"]) == ("uu-5-2001/pasal-2", "Pasal 2")
    assert first["from"] == "2001-05-06"


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_is_unverified_marked_and_quotes_six_words_at_most(
    store: Path, ids: dict[str, str], kind: str, tmp_path: Path
) -> None:
    accept(store, ids[kind], "-o", tmp_path / "rows")
    for row in rows(tmp_path / "rows", "norms.csv"):
        assert row["confidence"] == "unverified"
        assert ids[kind] in row["note_id"] and "Machine-read" in row["note_en"]
        assert 0 < len(row["phrase"].split()) <= 6
        assert not row["conduct"] and not row["definition_id"]


def test_a_minister_is_the_ministry_of_the_tables(
    store: Path, ids: dict[str, str], tmp_path: Path
) -> None:
    accept(store, ids["licences"], "-o", tmp_path / "rows")
    found = {row["id"]: row["authority"] for row in rows(tmp_path / "rows", "norms.csv")}
    assert found == {"n-uu-5-2001-3": "kemenhub", "n-uu-9-2005-3": ""}


def test_a_workbook_does_as_well(store: Path, ids: dict[str, str], tmp_path: Path) -> None:
    accept(store, ids["penalties"], "-o", tmp_path / "rows.xlsx")
    assert "new n-uu-5-2001-2" in simpul("add", tmp_path / "rows.xlsx").stdout


def test_what_the_tables_hold_is_not_repeated(
    store: Path, ids: dict[str, str], tables: Path, tmp_path: Path
) -> None:
    accept(store, ids["penalties"], "-o", tmp_path / "rows", "--tables", tables)
    simpul("add", tmp_path / "rows", "--data", tables, "--write")
    again = accept(store, ids["penalties"], "--tables", tables)
    assert isinstance(again.exception, WrongUse)
    assert "n-uu-5-2001-2" in again.stderr


def test_an_unknown_candidate_offers_the_nearest(store: Path, ids: dict[str, str]) -> None:
    error = accept(store, ids["penalties"] + "0").exception
    assert isinstance(error, UnknownName)
    assert ids["penalties"] in str(error)


def test_nothing_goes_into_the_tables_or_over_work(
    store: Path, ids: dict[str, str], tables: Path, tmp_path: Path
) -> None:
    before = {path.name: path.read_bytes() for path in tables.glob("*.*")}
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "norms.csv").write_text("id\nmine\n")
    for place in (tables, tables / "new", tmp_path / "mine"):
        result = accept(store, ids["penalties"], "-o", place, "--tables", tables)
        assert isinstance(result.exception, CannotWrite)
    assert before == {path.name: path.read_bytes() for path in tables.glob("*.*")}
    assert (tmp_path / "mine" / "norms.csv").read_text() == "id\nmine\n"
