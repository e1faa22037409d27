"""The SPARQL rules and the groups find the same in generated norms."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from simpul.engine import EmbeddedGraph, load
from simpul.findings.dualism import pairs_by_groups, pairs_by_rules, read_rulebook, study

NORMS = Path(__file__).parent.parent / "speed" / "norms.py"


@pytest.fixture(scope="module", params=[1, 2])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> EmbeddedGraph:
    """Norms as the benchmark makes them: crowded matters, trees of concepts, amendments."""
    file = tmp_path_factory.mktemp("norms") / "norms.nq"
    command = [sys.executable, str(NORMS), "150", "--seed", str(request.param), "-o", str(file)]
    subprocess.run(command, check=True, capture_output=True)
    graph = load([file], bundled=False)
    assert isinstance(graph, EmbeddedGraph)
    return graph


def test_rules_and_groups_find_the_same_pairs(made: EmbeddedGraph) -> None:
    found = pairs_by_rules(made)
    assert {kind for kind, _, _ in found} == {"sanction", "authority", "deontic"}
    assert pairs_by_groups(read_rulebook(made)) == found


def test_rules_and_groups_tell_the_same_findings(
    made: EmbeddedGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_rules = study(made).find()
    monkeypatch.setattr(sys.modules[study.__module__], "_MANY_NORMS", 1)
    by_groups = study(made).find()
    assert len(by_rules) > 50
    assert [f.as_json() for f in by_groups] == [f.as_json() for f in by_rules]


def test_the_same_seed_gives_the_same_norms_and_another_seed_others() -> None:
    def told(seed: str) -> str:
        command = [sys.executable, str(NORMS), "500", "--seed", seed]
        return subprocess.run(command, check=True, capture_output=True, text=True).stderr

    assert told("1") == told("1") != told("2")
    assert "biggest" in told("1")


def test_findings_on_a_matter_are_those_of_all_findings(
    made: EmbeddedGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[study.__module__], "_MANY_NORMS", 1)
    read = study(made)
    everything = read.find()
    matter = max(everything, key=lambda finding: len(finding.pairs)).matter
    wanted = [f.id for f in everything if matter in read.book.above(f.matter)]
    assert [f.id for f in read.find(matter=matter)] == wanted
    assert 0 < len(wanted) < len(everything)
