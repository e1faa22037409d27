"""Findings told group by group are those told pair by pair."""

from __future__ import annotations

import random
from typing import Any

import pytest

from simpul.findings.dualism import Penalty, RuleBook, conflicts, pairs_by_groups
from simpul.findings.dualism.finding import findings, group
from simpul.findings.dualism.rulebook import Settlement
from simpul.findings.dualism.side import Record
from simpul.model import Bilingual

BROADER = {"narrow": {"wide"}, "wide": {"widest"}, "other": {"widest"}}
CONCEPTS = ("narrow", "wide", "widest", "other", "narrow other", "wide other")
TYPES = ("Penalty", "Penalty", "Penalty", "Power", "Right", "Obligation", "Prohibition")


def names(iri: str) -> Bilingual:
    return Bilingual(iri, iri)


def crowded(make: Any, seed: int, count: int = 60) -> RuleBook:
    """Many norms on few grounds: delegations, a ruling, links, ends, several ranks."""
    draw = random.Random(seed)
    norms = [made(make, index, draw) for index in range(count)]
    return make.make_book(
        norms,
        broader=BROADER,
        ranks={f"law-{law}": 3 + law % 2 for law in range(9)},
        implements={"law-1": {"law-2"}, "law-3": {"law-4"}},
        links=[("n1", "n2"), ("law-5", "law-6"), ("n3", "law-7")],
        settlements=[Settlement("r", frozenset({"law-0", "law-1"}), frozenset({"law-1"}))],
    )


def made(make: Any, index: int, draw: random.Random) -> Any:
    kind, start = draw.choice(TYPES), draw.randint(1990, 2000)
    facts = {"start": f"{start}-01-01", "conducts": draw.choice(CONCEPTS[:3])}
    facts |= {"matters": draw.choice(CONCEPTS), "authorities": draw.choice(("x", "y", "narrow"))}
    if draw.random() < 0.5:
        facts["end"] = f"{start + draw.randint(1, 4)}-01-01"
    if draw.random() < 0.3:
        facts["bearers"] = draw.choice(CONCEPTS[:4])
    penalty = Penalty(max_months=draw.choice((12, 24))) if kind == "Penalty" else None
    if penalty and draw.random() < 0.4:
        facts["since"] = f"{start - draw.randint(1, 9)}-01-01"
    law = f"law-{draw.randrange(10)}"
    return make.make_norm(f"n{index}", law, kind, **facts, penalty=penalty)


@pytest.mark.parametrize("as_of", [None, "1995-06-01"])
@pytest.mark.parametrize("seed", range(6))
def test_groups_tell_what_pairs_tell(
    make: Any, seed: int, as_of: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simpul.findings.dualism.finding._LISTED", seed % 2 * 100)
    book = crowded(make, seed)
    by_pairs = group(pairs_by_groups(book), book, Record(names), as_of=as_of)
    by_groups = findings(book, Record(names), as_of=as_of)
    assert [f.as_json() for f in by_groups] == [f.as_json() for f in by_pairs]
    assert [len(f.pairs) for f in by_groups] == [len(f.pairs) for f in by_pairs]


@pytest.mark.parametrize("seed", range(6))
def test_crowded_grounds_hold_the_pairs_that_conflict(make: Any, seed: int) -> None:
    book = crowded(make, seed)
    norms = list(book.norms.values())
    compared = {
        (kind, *sorted((a.iri, b.iri)))
        for index, a in enumerate(norms)
        for b in norms[index + 1 :]
        for kind in conflicts(a, b, book)
    }
    assert pairs_by_groups(book) == compared


def test_where_many_norms_prevail_one_finding_tells_of_them(make: Any) -> None:
    found = findings(crowded(make, 1, count=200), Record(names))
    mixed = [finding for finding in found if finding.mixed]
    assert mixed
    assert all(finding.resolution.prevails is None for finding in mixed)
    assert len({finding.id for finding in mixed}) == len(mixed)
