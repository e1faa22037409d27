"""A store too large to be held at once is drawn in parts and counted, never hashed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simpul.cli import cli
from simpul.engine import nearby
from simpul.errors import LimitReached
from simpul.laws.corpus import build


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, texts: Path) -> Path:
    made = tmp_path_factory.mktemp("large") / "s"
    build(texts, made, workers=1)
    return made


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearby, "LARGE", 100)


def simpul(store: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["--data", str(store), *map(str, words)])


def test_what_lies_around_a_law_is_drawn(store: Path, tmp_path: Path) -> None:
    page = tmp_path / "near.html"
    assert simpul(store, "graph", "uu-7-2001", "--depth", "1", "-o", page).exit_code == 0
    assert "UU 3/2009" in page.read_text()
    assert "UU 12/1951" not in page.read_text()


def test_the_whole_is_not_drawn(store: Path, tmp_path: Path) -> None:
    error = simpul(store, "graph", "-o", tmp_path / "all.html").exception
    assert isinstance(error, LimitReached)
    assert not (tmp_path / "all.html").exists()


def test_too_many_neighbours_are_told(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearby, "_MOST", 5)
    error = simpul(store, "graph", "uu-7-2001", "-o", tmp_path / "near.html").exception
    assert "more than 5 things" in str(error)


def test_classes_are_counted_and_nothing_is_ranked(store: Path) -> None:
    assert "pol:Definition" in simpul(store, "stats", "-f", "tsv").stdout
    assert isinstance(simpul(store, "stats", "--centre").exception, LimitReached)


def test_a_search_finds_a_contained_word_and_a_slip(store: Path) -> None:
    hits = simpul(store, "find", "layang-layang", "-f", "tsv").stdout
    assert "uu-7-2001/pasal-1/angka-1/definition" in hits
    assert (
        "uu-7-2001/pasal-1/angka-1/definition"
        in simpul(store, "find", "layng-layang", "-f", "tsv").stdout
    )


def test_a_law_is_found_by_its_title_before_rules_that_name_it(store: Path) -> None:
    hits = simpul(store, "find", "layang-layang", "-f", "tsv").stdout.splitlines()
    places = [line.split("\t")[0] for line in hits]
    assert places.index("uu-7-2001") <= 1
