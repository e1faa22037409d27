"""Each check finds its fault in a small graph that has it, and none in the bundled one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simpul import resources
from simpul.checks import run_rules
from simpul.engine import EmbeddedGraph, load

CHECKS = sorted((resources.ontology() / "checks").glob("*.rq"))
FAULTY = Path(__file__).resolve().parent / "checks"

by_check = pytest.mark.parametrize("check", CHECKS, ids=lambda path: path.stem)


@by_check
def test_check_trips_at_the_fault(check: Path) -> None:
    example = FAULTY / f"{check.stem}.ttl"
    where = re.match(r"# trips at (\S+)", example.read_text("utf-8"))
    assert where
    found = run_rules(load([example], bundled=False), [check])
    assert where[1] in {fault.where for fault in found}


@by_check
def test_check_says_what_is_wrong_why_and_how_to_mend_it(check: Path) -> None:
    header = dict(re.findall(r"^# (title|why|fix): (.+)$", check.read_text("utf-8"), re.MULTILINE))
    assert set(header) == {"title", "why", "fix"}


@by_check
def test_check_tells_its_severity_by_its_name(check: Path) -> None:
    assert check.stem.endswith(("-violation", "-warning"))


@by_check
def test_bundled_graph_has_no_such_fault(check: Path, bundled: EmbeddedGraph) -> None:
    assert [f"{fault.where}: {fault.what}" for fault in run_rules(bundled, [check])] == []


def test_every_faulty_example_belongs_to_a_check() -> None:
    assert {path.stem for path in FAULTY.glob("*.ttl")} == {path.stem for path in CHECKS}
