"""``simpul add`` says what it would do, and writes only when told and when all is well."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from simpul import resources

GOOD = """\
id;label_id;label_en;kind;source;confidence
kota-x;Kota X;X City;city;khoerunisa-2025;likely
"""
Simpul = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(resources.bundled_data(), tmp_path / "data")
    return tmp_path / "data"


def table(folder: Path, name: str, text: str) -> Path:
    (folder.parent / name).write_text(text, "utf-8-sig")
    return folder.parent / name


def test_a_dry_run_writes_nothing(simpul: Simpul, folder: Path) -> None:
    given = table(folder, "places.csv", GOOD)
    before = (folder / "places.csv").read_bytes()
    done = simpul("add", str(given), "--data", str(folder))
    assert "places.csv: new kota-x" in done.stdout, done.stderr
    assert (folder / "places.csv").read_bytes() == before


def test_write_adds_the_row_and_keeps_the_others(simpul: Simpul, folder: Path) -> None:
    given = table(folder, "places.csv", GOOD)
    before = (folder / "places.csv").read_text("utf-8").splitlines()
    assert simpul("add", str(given), "--write", "--data", str(folder)).returncode == 0
    after = (folder / "places.csv").read_text("utf-8").splitlines()
    assert after[: len(before)] == before
    assert after[len(before)].startswith("kota-x,Kota X,X City")


def test_one_fault_keeps_all_rows_out(simpul: Simpul, folder: Path) -> None:
    text = GOOD + "Kota Y;;;nowhere;;\n"
    before = {path: path.read_bytes() for path in folder.glob("*.*")}
    done = simpul("add", str(table(folder, "places.csv", text)), "--write", "--data", str(folder))
    assert done.returncode == 2
    assert "row 3, column id" in done.stderr
    assert {path: path.read_bytes() for path in folder.glob("*.*")} == before


def test_a_table_as_indonesian_excel_saves_it_is_read(simpul: Simpul, folder: Path) -> None:
    text = (
        "Pengenal;Label (Indonesia);Label (Inggris);Tanggal;source;confidence\n"
        "e-x;Peristiwa X;Event X;14 Februari 2023;khoerunisa-2025;likely\n"
    )
    given = table(folder, "events.csv", text)
    done = simpul("add", str(given), "--write", "--data", str(folder))
    assert done.returncode == 0, done.stderr
    assert "e-x,Peristiwa X,Event X,2023-02-14" in (folder / "events.csv").read_text("utf-8")


def test_a_decimal_comma_is_read_as_a_number(simpul: Simpul, folder: Path) -> None:
    text = (
        "id;label_id;label_en;dataset;value;unit;body;population;source;confidence\n"
        "s-x;Bagian X;Share X;korban-dan-perkiraan;0,5;person;polri;police-cases;"
        "khoerunisa-2025;likely\n"
    )
    given = table(folder, "statistics.csv", text)
    done = simpul("add", str(given), "--write", "--data", str(folder))
    assert done.returncode == 0, done.stderr
    assert ",korban-dan-perkiraan,0.5,person," in (folder / "statistics.csv").read_text("utf-8")


def test_a_name_spelt_out_is_asked_about(simpul: Simpul, folder: Path) -> None:
    text = (
        "id,label_id,label_en,type,source,confidence\n"
        "komisi-ham,Komnas HAM,Komnas HAM,StateBody,"
        "khoerunisa-2025,likely\n"
    )
    done = simpul("add", str(table(folder, "actors.csv", text)), "--data", str(folder))
    assert done.returncode == 0
    assert (
        "'Komnas HAM' may be 'Komisi Nasional Hak Asasi Manusia (Komnas HAM)' (komnas-ham)"
        in done.stderr
    )


def test_remarks_in_a_table_stay_and_those_in_the_file_are_not_read(
    simpul: Simpul, folder: Path
) -> None:
    places = folder / "places.csv"
    head, _, rest = places.read_text("utf-8").partition("\n")
    places.write_text(f"{head}\n# seen in 2026\n{rest}", "utf-8")
    given = table(folder, "places.csv", GOOD + "# contoh;;;;;\n")
    done = simpul("add", str(given), "--write", "--data", str(folder))
    assert done.returncode == 0, done.stderr
    assert "1 row in 1 table" in done.stderr
    assert places.read_text("utf-8").splitlines()[1].startswith("# seen in 2026")


def test_the_workbook_of_all_rows_makes_the_same_graph_again(
    simpul: Simpul, folder: Path, tmp_path: Path
) -> None:
    """Template of the bundled data, written out, read back: the same canonical hash."""
    book = str(tmp_path / "all.xlsx")
    assert (
        simpul("add", "--template", "--filled", "-o", book, "--data", str(folder)).returncode == 0
    )
    before = simpul("stats", "--data", str(folder)).stderr
    for path in folder.glob("*.csv"):
        path.unlink()
    done = simpul("add", book, "--write", "--data", str(folder))
    assert done.returncode == 0, done.stderr
    assert "canonical hash" in before
    assert simpul("stats", "--data", str(folder)).stderr == before
