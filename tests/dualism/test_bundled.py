"""The bundled graph gives the known dualisms and keeps quiet on the near misses.

``expected.csv`` lists pairs by norm or provision. Rows D-* come from a legal reading
of the paper and the statutes, rows NM-* are amendment, delegation, succession,
aggravation or another subject; both were written before the detector ran. Rows E-*
were found by the detector and judged one by one afterwards.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from simpul.engine import EmbeddedGraph
from simpul.findings.dualism import Score, Study, read_expectations, score, study

EXPECTED = read_expectations(Path(__file__).with_name("expected.csv"))


@pytest.fixture(scope="module")
def of_bundled(bundled: EmbeddedGraph) -> Study:
    return study(bundled)


@pytest.fixture(scope="module")
def held_against(of_bundled: Study) -> Score:
    return score(of_bundled, EXPECTED)


def test_every_known_dualism_is_found_with_its_status(held_against: Score) -> None:
    assert held_against.missed == ()


def test_no_near_miss_is_reported(held_against: Score) -> None:
    assert held_against.wrong == ()


@pytest.mark.parametrize(
    "row",
    [row for row in EXPECTED if row.expected == "no" and row.a.startswith("n-")],
    ids=lambda row: f"{row.a}-{row.b}",
)
def test_near_miss_fails_a_test_on_any_day(row: object, of_bundled: Study) -> None:
    """No test of the detector holds by accident of the day."""
    assert not of_bundled.explain(row.a, row.b).dualism  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("day", "chairs"),
    [
        ("2023-05-29", set()),
        ("2023-07-01", {"n-p22-chair", "n-order-chair"}),
        ("2023-08-10", set()),
        ("2023-09-01", set()),
    ],
)
def test_daily_chair_is_disputed_only_between_order_and_regulation(
    of_bundled: Study, day: str, chairs: set[str]
) -> None:
    found = [finding for finding in of_bundled.find(as_of=day) if finding.kind == "office"]
    sides = {side.norm.iri.rpartition("/")[2] for finding in found for side in finding.sides}
    assert sides == chairs


def test_old_procedure_code_plays_no_part_after_its_end(of_bundled: Study) -> None:
    found = of_bundled.find(as_of="2026-01-02")
    assert not any(
        side.norm.iri.endswith("n-kuhap-98") for finding in found for side in finding.sides
    )
