"""Measured accuracy on real laws; runs where SIMPUL_CORPUS names their folder."""

import os
from pathlib import Path

import pytest

from simpul.errors import UnreadableInput
from simpul.laws.accuracy import Score, judgements, measure, table

GOLD = Path(__file__).parent / "gold"
JUDGED = Path(__file__).parent / "judged.csv"
FLOORS = {
    "structure": (0.99, 0.985), "penalties": (0.99, 0.99), "definitions": (0.99, 0.975),
    "repeals": (0.98, 0.975), "references": (0.97, 0.96), "amendments": (0.97, 0.95),
    "dates": (0.99, 0.985), "legal basis": (0.975, 0.945), "gazette": (0.985, 0.97),
    "title": (0.955, 0.955),
}  # fmt: skip
"""Precision and recall that hold on all laws read by hand.

Some texts hold most of what is missed: PP 11/2014 and PP 3/1986, whose pages stand in reverse
order; UU 18/2022, whose letters stand apart; and UU 12/1949, which changes sentences of
another law without any heading.
"""


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    corpus = os.environ.get("SIMPUL_CORPUS")
    if not corpus:
        pytest.skip("SIMPUL_CORPUS does not name a folder of laws")
    return measure(GOLD, Path(corpus))


@pytest.mark.parametrize("kind", FLOORS)
def test_what_is_read_is_right_and_nothing_is_missed(scores: dict[str, Score], kind: str) -> None:
    score = scores[kind]
    assert score.precision >= FLOORS[kind][0], score.wrong
    assert score.recall >= FLOORS[kind][1], score.missed


def test_the_table_shows_each_kind() -> None:
    shown = table({"penalties": Score(9, ["x: y"], [])})
    assert "penalties" in shown
    assert "0.900" in shown


def test_the_gold_set_covers_thirty_laws_of_each_decade() -> None:
    names = [file.stem for file in GOLD.glob("*.json")]
    decades = {name.rpartition("-")[2][:3] for name in names}
    assert len(names) >= 30
    assert {"194", "195", "196", "197", "198", "199", "200", "201", "202"} <= decades


def test_the_judged_candidates_are_summed_up_by_kind() -> None:
    found = {(name, what): (count, share) for name, what, count, share in judgements(JUDGED)}
    for name in ("definitions", "penalties"):
        shares = [share for (listed, _), (_, share) in found.items() if listed == name]
        assert sum(shares) == pytest.approx(1)
    assert 0 < found["penalties", "right"][1] < 1


def test_a_table_without_judgements_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="judgements"):
        list(judgements(Path(__file__)))
