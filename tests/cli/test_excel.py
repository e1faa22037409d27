"""``--excel``: CSV that a spreadsheet opens as it is, with no formula in it."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Simpul = Callable[..., subprocess.CompletedProcess[str]]
HOSTILE = """@prefix id: <https://w3id.org/simpul/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix pol: <https://w3id.org/simpul/policy#> .
id:a a pol:Event ; rdfs:label "=HYPERLINK(\\"http://a\\";\\"b\\")\\u0007"@en , "@SUM(1+1)"@id .
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    (tmp_path / "a.ttl").write_text(HOSTILE)
    return tmp_path / "a.ttl"


@pytest.mark.parametrize(("lang", "separator"), [("en", ","), ("id", ";")])
def test_excel_gets_marked_csv_without_formulas(
    lang: str, separator: str, hostile: Path, simpul: Simpul, tmp_path: Path
) -> None:
    out = tmp_path / "a.csv"
    arguments = ("show", "a", "--excel", "-o", str(out))
    done = simpul("--data", str(hostile), "--lang", lang, *arguments)
    assert done.returncode == 0, done.stderr
    text = out.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=separator))
    assert rows[0] == ["property", "value", "source"]
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert any("HYPERLINK" in cell or "SUM" in cell for cell in cells)
    assert "\x07" not in text


def test_plain_csv_stays_exact(hostile: Path, simpul: Simpul) -> None:
    done = simpul("--data", str(hostile), "--lang", "id", "show", "a", "-f", "csv")
    assert "@SUM(1+1)" in [cell for row in csv.reader(io.StringIO(done.stdout)) for cell in row]


def test_excel_takes_csv_only(hostile: Path, simpul: Simpul) -> None:
    done = simpul("--data", str(hostile), "show", "a", "--excel", "-f", "json")
    assert done.returncode == 2
    assert "-f csv" in done.stderr
