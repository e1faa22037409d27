"""coverage, timeline, stats, show, find and reference."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result

Run = Callable[..., Result]


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exception is None, result.exception
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_coverage_has_every_type_and_dimension_and_shows_the_gaps(run: Run) -> None:
    result = run("--lang", "en", "coverage", "-f", "csv")
    table = rows(result)
    assert len(table) == 6 and len(table[0]) == 8
    empty = sum(cell == "0" for row in table for cell in row.values())
    assert f"{empty} of 42 cells empty" in result.stderr


def test_a_measure_stands_where_its_row_says(run: Run) -> None:
    by_type = {row["type"]: row for row in rows(run("--lang", "en", "coverage", "-f", "csv"))}
    assert int(by_type["Empowerment"]["Economic security"]) > 0
    assert by_type["Punishment"]["Food security"] == "0"


def test_the_timeline_is_in_order_and_holds_the_order_of_may_2023(run: Run) -> None:
    days = [row["from"] for row in rows(run("timeline", "-f", "csv"))]
    assert days == sorted(days) and "2023-05-30" in days


def test_the_timeline_of_a_day_leaves_out_what_came_later(run: Run) -> None:
    shown = rows(run("timeline", "-f", "csv", "--as-of", "2010-01-01"))
    assert shown and max(row["from"] for row in shown) <= "2010-01-01"


def test_the_timeline_is_drawn_as_well_formed_svg(run: Run, tmp_path: Path) -> None:
    run("timeline", "-o", str(tmp_path / "t.svg"))
    root = ElementTree.parse(tmp_path / "t.svg").getroot()
    assert root.tag.endswith("svg") and len(root) > 50


def test_rdflib_reads_the_same_graph(run: Run) -> None:
    result = run("stats", "--verify")
    assert result.return_value == 0
    assert "read by rdflib: the same" in result.stderr


def test_the_centre_ranks_by_betweenness(run: Run) -> None:
    found = [float(row["betweenness"]) for row in rows(run("stats", "--centre", "-f", "csv"))]
    assert found == sorted(found, reverse=True) and found[0] > 0


def test_show_tells_each_source(run: Run) -> None:
    result = run("show", "perpres-19-2023", "-f", "json")
    told = json.loads(result.stdout)
    assert any("khoerunisa-2025 LEG-1" in row["source"] for row in told)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("polri", "polri"),
        ("Komnas HAM", "komnas-ham"),
        ("gugus tgas", "gugus-tugas-tppo"),
        ("Ministry of Manpowr", "kemnaker"),
    ],
)
def test_find_forgives_a_slip_and_speaks_both_languages(run: Run, text: str, name: str) -> None:
    names = [row["name"] for row in rows(run("find", text, "-f", "csv"))]
    assert name in names[:8]


def test_the_reference_page_names_every_table_and_term(
    run: Run, tmp_path: Path, root: Path
) -> None:
    run("reference", "-o", str(tmp_path / "r.html"))
    page = (tmp_path / "r.html").read_text("utf-8")
    for table in (root / "graph_data").glob("*.csv"):
        assert f"<code>{table.name}</code>" in page
    assert "pol:inForceFrom" in page and "tip:placing-abroad" not in page.split("<main>")[0]
    assert "<script" not in page and 'src="http' not in page


def test_an_export_and_stats_name_the_same_hash(run: Run, tmp_path: Path) -> None:
    run("export", "-f", "nq", "-o", str(tmp_path / "all.nq"))
    first = (tmp_path / "all.nq").read_text("utf-8").partition("\n")[0]
    assert first.rpartition(" ")[2] in run("stats").stderr
