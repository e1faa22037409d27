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
    before = {path: path.read_bytes() for path in folder.iterdir()}
    done = simpul("add", str(table(folder, "places.csv", text)), "--write", "--data", str(folder))
    assert done.returncode == 2
    assert "row 3, column id" in done.stderr
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
