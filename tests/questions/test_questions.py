"""Every named question gives the rows we read and found right."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from simpul import resources
from simpul.engine import EmbeddedGraph
from simpul.questions import ask, question, questions

HERE = Path(__file__).parent
NAMES = [path.stem for path in sorted((resources.ontology() / "questions").glob("*.rq"))]


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8"))))


@pytest.mark.parametrize("name", NAMES)
def test_a_question_gives_its_expected_rows(
    name: str, run: Callable[..., Result], tmp_path: Path
) -> None:
    run("--lang", "en", "ask", name, "-o", str(tmp_path / "rows.csv"))
    got = rows(tmp_path / "rows.csv")
    assert got == rows(HERE / "expected" / f"{name}.csv")
    assert len(got) > 1


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_asked_in_both_languages(name: str) -> None:
    asked = question(name)
    assert asked.text.id.endswith("?") and asked.text.en.endswith("?")
    assert asked.text.id != asked.text.en
    assert asked.asked_by


def test_the_day_changes_the_chair(bundled: EmbeddedGraph) -> None:
    asked = question("who-chaired-the-task-force")
    counts = [
        len(ask(bundled, asked, as_of=day)) for day in ("2023-05-29", "2023-07-01", "2023-09-01")
    ]
    assert counts == [1, 2, 1]


def test_a_parameter_takes_the_place_of_its_default(bundled: EmbeddedGraph) -> None:
    asked = question("what-rests-on-an-instrument")
    rows = ask(bundled, asked, values={"instrument": "uu-21-2007"})
    assert {str(row["thing"]) for row in rows} != {str(row["thing"]) for row in ask(bundled, asked)}


def test_no_question_is_without_a_name() -> None:
    assert [found.name for found in questions()] == NAMES
