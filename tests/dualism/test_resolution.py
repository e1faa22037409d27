"""Canon by canon: which norm prevails, and when none does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from simpul.findings.dualism import Penalty
from simpul.findings.dualism.resolution import Resolution, resolve
from simpul.findings.dualism.rulebook import Settlement

Make = Callable[..., Any]
EQUAL = {"old": 3, "new": 3}
BROADER = {"narrow": {"act"}, "small": {"thing"}}


def stands(found: Resolution) -> tuple[str, str, str | None]:
    return found.status, found.canon, found.prevails


def rights(norm: Make, **b: Any) -> tuple[Any, Any]:
    first = norm("a", "old", "Right", procedures="x", start="2000-01-01")
    return first, norm("b", "new", "Right", **{"procedures": "y", "start": "2010-01-01"} | b)


def test_a_later_rule_of_the_same_rank_prevails(norm: Make, book: Make) -> None:
    a, b = rights(norm)
    assert stands(resolve("procedure", a, b, book([a, b], ranks=EQUAL))) == (
        "resolved",
        "posterior",
        "b",
    )


def test_two_rights_of_one_day_stand_side_by_side(norm: Make, book: Make) -> None:
    a, b = rights(norm, start="2000-01-01")
    assert resolve("procedure", a, b, book([a, b], ranks=EQUAL)).status == "parallel"


def test_the_higher_rule_prevails(norm: Make, book: Make) -> None:
    a, b = rights(norm)
    found = resolve("procedure", a, b, book([a, b], ranks={"old": 3, "new": 4}))
    assert stands(found) == ("resolved", "superior", "a")


def test_a_regulation_that_implements_an_equal_law_is_judged_as_that_law(
    norm: Make, book: Make
) -> None:
    a, b = rights(norm)
    behind = norm("c", "parent", "Right", procedures="y", start="2010-01-01")
    ranks = {"old": 3, "new": 4, "parent": 3}
    found = resolve(
        "procedure", a, b, book([a, b, behind], ranks=ranks, implements={"new": {"parent"}})
    )
    assert stands(found) == ("resolved", "posterior", "b")
    assert [step.outcome for step in found.trace if step.canon == "superior"] == ["contested"]


def test_a_narrower_and_later_rule_prevails_as_special(norm: Make, book: Make) -> None:
    a, b = rights(norm, conducts="narrow")
    found = resolve("procedure", a, b, book([a, b], ranks=EQUAL, broader=BROADER))
    assert stands(found) == ("resolved", "specialis", "b")


def test_narrower_but_older_against_broader_but_later_is_open(norm: Make, book: Make) -> None:
    a, b = rights(norm, conducts="narrow", start="1990-01-01")
    found = resolve("procedure", a, b, book([a, b], ranks=EQUAL, broader=BROADER))
    assert stands(found) == ("open", "none", None)


def test_crossing_penal_laws_are_open_however_late_one_is(norm: Make, book: Make) -> None:
    a = norm("a", "old", "Penalty", penalty=Penalty(36), conducts="narrow", start="2000-01-01")
    b = norm("b", "new", "Penalty", penalty=Penalty(), matters="small", start="2017-01-01")
    found = resolve("sanction", a, b, book([a, b], ranks=EQUAL, broader=BROADER))
    assert stands(found) == ("open", "none", None)


def test_equal_penal_laws_are_not_settled_by_date_alone(norm: Make, book: Make) -> None:
    a = norm("a", "old", "Penalty", penalty=Penalty(36), start="2000-01-01")
    b = norm("b", "new", "Penalty", penalty=Penalty(), start="2017-01-01")
    assert resolve("sanction", a, b, book([a, b], ranks=EQUAL)).status == "open"


def test_a_penalty_that_was_only_changed_stays_as_old_as_its_offence(
    norm: Make, book: Make
) -> None:
    """A narrower older offence against a broader later one stays open when both change."""
    narrow = {"conducts": "narrow", "penalty": Penalty(max_months=24)}
    old = norm("a", "old", "Penalty", **narrow, start="2020-01-01", since="2000-01-01")
    new = norm("b", "new", "Penalty", penalty=Penalty(max_months=12), start="2020-01-01")
    rules = book([old, new], ranks=EQUAL, broader=BROADER)
    assert resolve("sanction", old, new, rules).status == "open"
    fresh = replace(old, since=None)
    again = book([fresh, new], ranks=EQUAL, broader=BROADER)
    assert resolve("sanction", fresh, new, again).prevails == "a"


def test_a_ruling_comes_before_rank(norm: Make, book: Make) -> None:
    a, b = rights(norm)
    ruling = Settlement("ruling", frozenset({"old", "new"}), frozenset({"new"}))
    found = resolve(
        "procedure", a, b, book([a, b], ranks={"old": 3, "new": 4}, settlements=[ruling])
    )
    assert stands(found) == ("resolved", "express", "b")


def test_a_ruling_without_a_winner_lets_both_stand(norm: Make, book: Make) -> None:
    a, b = rights(norm)
    ruling = Settlement("ruling", frozenset({"old", "new"}), frozenset())
    found = resolve("procedure", a, b, book([a, b], ranks=EQUAL, settlements=[ruling]))
    assert stands(found) == ("parallel", "express", None)


def test_rulings_that_point_opposite_ways_leave_it_open(norm: Make, book: Make) -> None:
    a, b = rights(norm)
    sides = frozenset({"old", "new"})
    rulings = [Settlement(side, sides, frozenset({side})) for side in sorted(sides)]
    found = resolve("procedure", a, b, book([a, b], ranks=EQUAL, settlements=rulings))
    assert stands(found) == ("open", "none", None)


def test_a_ruling_counts_from_its_day_on(norm: Make, book: Make) -> None:
    a, b = rights(norm)
    ruling = Settlement("r", frozenset({"old", "new"}), frozenset({"old"}), start="2020-01-01")
    rules = book([a, b], ranks=EQUAL, settlements=[ruling])
    assert resolve("procedure", a, b, rules, as_of="2019-12-31").prevails == "b"
    assert resolve("procedure", a, b, rules, as_of="2020-01-01").prevails == "a"


def test_what_has_no_rank_is_not_settled_by_rank_or_date(norm: Make, book: Make) -> None:
    a, b = rights(norm)
    assert resolve("procedure", a, b, book([a, b], ranks={"old": 3})).status == "open"
