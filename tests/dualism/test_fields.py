"""The detector on fields it was not made for, and on the bundled graph.

Every graph in ``graphs/`` stands beside a table of what the definitions say of it,
so that a new field is a test by existing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from simpul.engine import EmbeddedGraph, load
from simpul.findings.dualism import (
    pairs_by_groups,
    pairs_by_rules,
    read_expectations,
    read_rulebook,
    score,
    study,
)

HERE = Path(__file__).parent
FIELDS = sorted((HERE / "graphs").glob("*.ttl"))


@pytest.mark.parametrize("path", FIELDS, ids=lambda path: path.stem)
def test_a_field_gives_what_its_table_says_and_no_more(path: Path) -> None:
    found = score(study(load([path], bundled=False)), read_expectations(path.with_suffix(".csv")))
    assert (found.missed, found.wrong, found.extra) == ((), (), ())
    assert found.found


@pytest.mark.parametrize("path", FIELDS, ids=lambda path: path.stem)
def test_both_roads_find_the_same_pairs(path: Path) -> None:
    graph = load([path], bundled=False)
    assert pairs_by_rules(graph) == pairs_by_groups(read_rulebook(graph))


def test_both_roads_find_the_same_pairs_in_the_bundled_graph(bundled: EmbeddedGraph) -> None:
    assert pairs_by_rules(bundled) == pairs_by_groups(read_rulebook(bundled))


def test_the_order_of_statements_does_not_matter() -> None:
    quads = load(FIELDS, bundled=False).quads
    assert pairs_by_rules(EmbeddedGraph(quads)) == pairs_by_rules(EmbeddedGraph(quads[::-1]))
