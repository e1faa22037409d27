"""Norms and rule books small enough to read in a test."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from simpul.findings.dualism import Norm, RuleBook
from simpul.sources.projection import closure


def make_norm(name: str, instrument: str, *types: str, **facts: Any) -> Norm:
    """A norm with the conduct ``act`` and the matter ``thing`` unless told otherwise."""
    provision = f"{instrument}/{name}"
    facts = {"conducts": "act", "matters": "thing"} | facts
    sets = ("bearers", "conducts", "matters", "territories", "authorities")
    sets += ("procedures", "requires", "provides")
    facts |= {key: frozenset(facts[key].split()) for key in sets if key in facts}
    return Norm(
        iri=name,
        types=frozenset((*types, "Norm")),
        provision=provision,
        instrument=instrument,
        places=frozenset((name, provision, instrument)),
        **facts,
    )


def make_book(norms: Iterable[Norm], **facts: Any) -> RuleBook:
    """A rule book of norms; ``broader`` maps a concept to what is broader."""
    broader: Mapping[str, set[str]] = facts.pop("broader", {})
    above = closure(broader)
    excuses: dict[str, frozenset[str]] = defaultdict(frozenset)
    for a, b in facts.pop("links", ()):
        excuses[a] |= {b}
        excuses[b] |= {a}
    names = {concept for members in broader.values() for concept in members} | set(broader)
    empty = RuleBook(
        norms={},
        within={name: frozenset({name, *above.get(name, ())}) for name in names},
        excuses=dict(excuses),
        bodies=facts.pop("bodies", frozenset()),
        ranks=facts.pop("ranks", {}),
        implements=facts.pop("implements", {}),
        settlements=tuple(facts.pop("settlements", ())),
    )
    assert not facts, facts
    return empty.with_norms(norms)


@pytest.fixture
def norm() -> Callable[..., Norm]:
    """Makes a norm."""
    return make_norm


@pytest.fixture
def book() -> Callable[..., RuleBook]:
    """Makes a rule book."""
    return make_book


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """Both makers, for tests that run many times on one fixture."""
    return SimpleNamespace(make_norm=make_norm, make_book=make_book)
