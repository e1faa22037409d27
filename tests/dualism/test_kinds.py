"""One pair for each kind of dualism, and the neighbour of it that is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from simpul.cli.dualism.choices import KINDS as OFFERED
from simpul.findings.dualism import KINDS, Norm, Penalty, RuleBook, conflicts

Make = Callable[..., Any]

YEARS = Penalty(min_months=36, max_months=180)
NO_MINIMUM = Penalty(max_months=120)

PAIRS: dict[str, tuple[tuple[tuple[str, ...], dict[str, Any]], ...]] = {
    "sanction": ((("Penalty",), {"penalty": YEARS}), (("Penalty",), {"penalty": NO_MINIMUM})),
    "authority": (
        (("Obligation",), {"authorities": "transport"}),
        (("Permission",), {"authorities": "manpower"}),
    ),
    "procedure": (
        (("Right",), {"procedures": "civil"}),
        (("Right",), {"procedures": "criminal"}),
    ),
    "deontic": ((("Permission",), {}), (("Prohibition",), {})),
    "office": (
        (("Appointment",), {"authorities": "minister"}),
        (("Appointment",), {"authorities": "chief"}),
    ),
    "mandate": ((("Power",), {"bearers": "bureau"}), (("Obligation",), {"bearers": "council"})),
    "definition": (
        (("Definition",), {"threshold": "16"}),
        (("Definition",), {"threshold": "18"}),
    ),
    "means": (
        (("Obligation",), {"bearers": "region", "requires": "budget"}),
        (("Power",), {"bearers": "council", "provides": "budget"}),
    ),
}
SAME: dict[str, dict[str, Any]] = {
    "sanction": {"penalty": YEARS},
    "authority": {"authorities": "transport"},
    "procedure": {"procedures": "civil other"},
    "office": {"authorities": "minister"},
    "mandate": {"bearers": "bureau"},
    "definition": {"threshold": "16"},
    "means": {"bearers": "region"},
}


def pair(kind: str, norm: Make, **second: Any) -> tuple[Norm, Norm]:
    (types_a, facts_a), (types_b, facts_b) = PAIRS[kind]
    return norm("a", "law-1", *types_a, **facts_a), norm("b", "law-2", *types_b, **facts_b | second)


def bodies(book: Make, *norms: Norm) -> RuleBook:
    return book(norms, bodies=frozenset({"bureau", "council"}))


@pytest.mark.parametrize("kind", KINDS)
def test_a_pair_that_differs_is_found(kind: str, norm: Make, book: Make) -> None:
    a, b = pair(kind, norm)
    assert kind in conflicts(a, b, bodies(book, a, b))


@pytest.mark.parametrize("kind", sorted(SAME))
def test_a_pair_that_does_not_differ_is_quiet(kind: str, norm: Make, book: Make) -> None:
    a, b = pair(kind, norm, **SAME[kind])
    assert kind not in conflicts(a, b, bodies(book, a, b))


def test_the_means_given_to_nobody_are_found(norm: Make, book: Make) -> None:
    duty = norm("a", "law-1", "Obligation", bearers="region", requires="budget")
    grant = norm("b", "law-2", "Power", provides="budget")
    assert conflicts(duty, grant, book([duty, grant])) == ["means"]


def test_an_office_within_the_ministry_is_no_second_authority(norm: Make, book: Make) -> None:
    a = norm("a", "law-1", "Power", authorities="ministry")
    b = norm("b", "law-2", "Power", authorities="directorate")
    assert conflicts(a, b, book([a, b], broader={"directorate": {"ministry"}})) == []


def test_case_and_punctuation_do_not_make_another_meaning(norm: Make, book: Make) -> None:
    a = norm("a", "law-1", "Definition", definitions={"en": "Payment of damages."})
    b = norm("b", "law-2", "Definition", definitions={"en": "payment of  damages"})
    assert conflicts(a, b, book([a, b])) == []


def test_an_obligation_against_a_penalty_is_no_deontic_pair(norm: Make, book: Make) -> None:
    a = norm("a", "law-1", "Obligation")
    b = norm("b", "law-2", "Penalty", penalty=YEARS)
    assert conflicts(a, b, book([a, b])) == []


def test_the_command_line_offers_the_kinds_of_the_detector() -> None:
    assert OFFERED == KINDS
