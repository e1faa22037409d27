"""The tables are valid CSVW, tidy, and written in both languages."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from simpul import resources

DATA = resources.bundled_data()
TABLES = sorted(DATA.glob("*.csv"))

by_table = pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)


def rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def natural(name: str) -> list[object]:
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]


@pytest.mark.filterwarnings("ignore")
def test_tables_are_valid_for_another_csvw_reader() -> None:
    metadata = pytest.importorskip("csvw.metadata")
    group = metadata.TableGroup.from_file(DATA / "tables.json")
    group.check_referential_integrity()
    assert {table.local_name for table in group.tables} == {table.name for table in TABLES}
    assert all(list(table.iterdicts(strict=True)) for table in group.tables)


@by_table
def test_rows_stand_in_the_order_of_their_names(table: Path) -> None:
    names = [row["id"] for row in rows(table) if "id" in row]
    assert names == sorted(names, key=natural)


@by_table
def test_no_cell_begins_or_ends_with_a_blank(table: Path) -> None:
    cells = [cell for row in rows(table) for cell in row.values()]
    assert [cell for cell in cells if cell != cell.strip()] == []


@by_table
def test_every_text_has_its_counterpart(table: Path) -> None:
    """A note, role or title in one language only leaves half of the readers out."""
    lonely = [
        (row.get("id"), column)
        for row in rows(table)
        for column in row
        if column.endswith("_id")
        and column.removesuffix("_id") + "_en" in row
        and bool(row[column]) != bool(row[column.removesuffix("_id") + "_en"])
    ]
    assert lonely == []


@by_table
def test_no_phrase_is_longer_than_six_words(table: Path) -> None:
    assert [r["phrase"] for r in rows(table) if len(r.get("phrase", "").split()) > 6] == []


def test_verified_norm_was_read_in_the_text_or_is_told_by_several() -> None:
    """Verified means read in the text itself, or reported by several."""
    sources = {row["id"]: row for row in rows(DATA / "sources.csv")}
    weak = [
        row["id"]
        for row in rows(DATA / "norms.csv")
        if row["confidence"] == "verified"
        and not row["also"]
        and sources[row["source"]]["confidence"] != "verified"
    ]
    assert weak == []
