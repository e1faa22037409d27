"""What must hold for any two norms, tried on generated ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from simpul.findings.dualism import Norm, Penalty, RuleBook, conflicts, pairs_by_groups
from simpul.findings.dualism.resolution import resolve

BROADER = {"narrow": {"wide"}, "wide": {"widest"}, "other": {"widest"}}
CONCEPTS = ("narrow", "wide", "widest", "other")
TYPES = ("Obligation", "Prohibition", "Permission", "Power", "Right", "Penalty", "Appointment")


days = st.dates(date(2000, 1, 1), date(2030, 1, 1)).map(date.isoformat)


@st.composite
def facts(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(TYPES))
    found: dict[str, Any] = {"kind": kind, "conducts": draw(st.sampled_from(CONCEPTS))}
    found["matters"] = draw(st.sampled_from(CONCEPTS))
    found["instrument"] = draw(st.sampled_from(("law-1", "law-2", "law-3")))
    for scope in ("bearers", "territories", "authorities"):
        found[scope] = draw(st.sampled_from(("", *CONCEPTS)))
    found["start"] = draw(days)
    length = draw(st.integers(1, 9000))
    found["end"] = (date.fromisoformat(found["start"]) + timedelta(length)).isoformat()
    if kind == "Penalty":
        found["penalty"] = Penalty(max_months=draw(st.sampled_from((12, 24, 36))))
        found["since"] = draw(st.sampled_from((None, "1999-01-01")))
    return found


def built(make: Any, *all_facts: dict[str, Any], **more: Any) -> tuple[RuleBook, list[Norm]]:
    norms = []
    for index, each in enumerate(all_facts):
        rest = {key: value for key, value in each.items() if key not in ("kind", "instrument")}
        norms.append(make.make_norm(f"n{index}", each["instrument"], each["kind"], **rest))
    ranks = {"law-1": 3, "law-2": 3, "law-3": 4}
    return make.make_book(norms, broader=BROADER, ranks=ranks, **more), norms


@given(a=facts(), b=facts())
def test_the_sides_can_be_exchanged(make: Any, a: dict[str, Any], b: dict[str, Any]) -> None:
    book, (first, second) = built(make, a, b)
    assert conflicts(first, second, book) == conflicts(second, first, book)


@given(a=facts(), b=facts())
def test_a_resolution_does_not_depend_on_the_order(
    make: Any, a: dict[str, Any], b: dict[str, Any]
) -> None:
    book, (first, second) = built(make, a, b)
    for kind in conflicts(first, second, book):
        one, other = resolve(kind, first, second, book), resolve(kind, second, first, book)
        assert (one.status, one.canon, one.prevails) == (other.status, other.canon, other.prevails)


@given(a=facts(), b=facts())
def test_nothing_meets_whose_days_only_touch(
    make: Any, a: dict[str, Any], b: dict[str, Any]
) -> None:
    b = b | {"start": a["end"], "end": "9999-12-31"}
    book, (first, second) = built(make, a, b)
    assert conflicts(first, second, book) == []


@given(
    a=facts(), b=facts(), scope=st.sampled_from(("bearers", "territories", "conducts", "matters"))
)
def test_disjoint_scopes_never_meet(
    make: Any, a: dict[str, Any], b: dict[str, Any], scope: str
) -> None:
    book, (first, second) = built(make, a | {scope: "narrow"}, b | {scope: "other"})
    assert conflicts(first, second, book) == []


@given(all_facts=st.lists(facts(), min_size=2, max_size=8))
def test_a_link_removes_exactly_the_findings_between_its_places(
    make: Any, all_facts: list[dict[str, Any]]
) -> None:
    book, _ = built(make, *all_facts)
    linked, _ = built(make, *all_facts, links=[("n0", "n1")])
    gone = pairs_by_groups(book) - pairs_by_groups(linked)
    assert gone == {pair for pair in pairs_by_groups(book) if set(pair[1:]) == {"n0", "n1"}}


@given(all_facts=st.lists(facts(), min_size=2, max_size=8))
def test_shared_keys_find_what_comparing_all_pairs_finds(
    make: Any, all_facts: list[dict[str, Any]]
) -> None:
    book, norms = built(make, *all_facts)
    compared = {
        (kind, a.iri, b.iri)
        for index, a in enumerate(norms)
        for b in norms[index + 1 :]
        for kind in conflicts(a, b, book)
    }
    assert pairs_by_groups(book) == compared


@given(a=facts(), b=facts())
def test_absent_dates_are_open(make: Any, a: dict[str, Any], b: dict[str, Any]) -> None:
    book, (first, second) = built(make, a, b)
    if conflicts(first, second, book):
        endless = replace(first, start="0001-01-01", end="9999-12-31")
        assert conflicts(endless, second, book)
