"""What two norms that meet may differ in: one test for each kind of dualism.

The kinds, and which norms each compares, are the table of the ontology's guide;
``ontology/dualism/<kind>.rq`` says the same in SPARQL, and a test holds the two
against each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from simpul.findings.dualism.meeting import incomparable
from simpul.findings.dualism.rulebook import Norm, RuleBook

__all__ = ["BEARER_WAIVED", "KINDS", "differ", "of_kind"]

BEARER_WAIVED = frozenset({"mandate", "means"})
"""Kinds that set two bearers against each other, so that the bearers need not meet."""

_ENTITLES = frozenset({"Permission", "Power", "Right"})
_FORBIDS = frozenset({"Prohibition", "Penalty"})
_GOVERNS = frozenset({"Power", "Permission", "Obligation"})
_TASKS = frozenset({"Power", "Obligation"})


def of_kind(kind: str, a: Norm, b: Norm, book: RuleBook) -> bool:
    """Whether the two norms are of the types that a kind compares."""
    return _TYPES[kind](a, b, book)


def differ(kind: str, a: Norm, b: Norm, book: RuleBook) -> bool:
    """Whether the two norms differ in what a kind compares."""
    return _DIFFERENCES[kind](a, b, book)


def _sanctions(a: Norm, b: Norm, book: RuleBook) -> bool:
    return a.penalty is not None and b.penalty is not None


def _differ_in_sanction(a: Norm, b: Norm, book: RuleBook) -> bool:
    return a.penalty != b.penalty


def _authorities(a: Norm, b: Norm, book: RuleBook) -> bool:
    return bool(a.types & _GOVERNS and b.types & _GOVERNS and a.authorities and b.authorities)


def _differ_in_authority(a: Norm, b: Norm, book: RuleBook) -> bool:
    return incomparable(a.authorities, b.authorities, book)


def _procedures(a: Norm, b: Norm, book: RuleBook) -> bool:
    return bool(a.types & b.types & {"Right", "Obligation"})


def _differ_in_procedure(a: Norm, b: Norm, book: RuleBook) -> bool:
    if a.procedures and b.procedures and a.procedures.isdisjoint(b.procedures):
        return True
    if a.deadline is not None and b.deadline is not None and a.deadline != b.deadline:
        return True
    rights = "Right" in a.types and "Right" in b.types
    return rights and incomparable(a.authorities, b.authorities, book)


def _deontic(a: Norm, b: Norm, book: RuleBook) -> bool:
    return _pull_apart(a, b) or _pull_apart(b, a)


def _pull_apart(a: Norm, b: Norm) -> bool:
    if a.types & _ENTITLES and b.types & _FORBIDS:
        return True
    return "Obligation" in a.types and "Prohibition" in b.types


def _always(a: Norm, b: Norm, book: RuleBook) -> bool:
    return True


def _offices(a: Norm, b: Norm, book: RuleBook) -> bool:
    return "Appointment" in a.types & b.types


def _mandates(a: Norm, b: Norm, book: RuleBook) -> bool:
    bodies = a.bearers & book.bodies and b.bearers & book.bodies
    return bool(a.types & _TASKS and b.types & _TASKS and bodies)


def _differ_in_bearer(a: Norm, b: Norm, book: RuleBook) -> bool:
    return incomparable(a.bearers & book.bodies, b.bearers & book.bodies, book)


def _definitions(a: Norm, b: Norm, book: RuleBook) -> bool:
    return "Definition" in a.types & b.types


def _differ_in_meaning(a: Norm, b: Norm, book: RuleBook) -> bool:
    if a.threshold and b.threshold:
        return a.threshold != b.threshold
    shared = a.definitions.keys() & b.definitions.keys()
    return any(_normal(a.definitions[lang]) != _normal(b.definitions[lang]) for lang in shared)


def _normal(text: str) -> str:
    """A meaning without what does not change it: case, punctuation, spacing."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", folded))


def _means(a: Norm, b: Norm, book: RuleBook) -> bool:
    return _needs(a, b, book) or _needs(b, a, book)


def _needs(duty: Norm, grant: Norm, book: RuleBook) -> bool:
    wanted = {above for means in duty.requires for above in book.above(means)}
    given = {above for means in grant.provides for above in book.above(means)}
    shared = duty.requires & given or grant.provides & wanted
    return "Obligation" in duty.types and bool(shared)


def _elsewhere(a: Norm, b: Norm, book: RuleBook) -> bool:
    return _missed(a, b, book) or _missed(b, a, book)


def _missed(duty: Norm, grant: Norm, book: RuleBook) -> bool:
    """The means go to nobody, or to a bearer that is none of the duty's."""
    if not _needs(duty, grant, book):
        return False
    return not grant.bearers or not any(book.above(x) & duty.bearers for x in grant.bearers)


_TYPES: Mapping[str, Callable[[Norm, Norm, RuleBook], bool]] = {
    "sanction": _sanctions,
    "authority": _authorities,
    "procedure": _procedures,
    "deontic": _deontic,
    "office": _offices,
    "mandate": _mandates,
    "definition": _definitions,
    "means": _means,
}
_DIFFERENCES: Mapping[str, Callable[[Norm, Norm, RuleBook], bool]] = {
    "sanction": _differ_in_sanction,
    "authority": _differ_in_authority,
    "procedure": _differ_in_procedure,
    "deontic": _always,
    "office": _differ_in_authority,
    "mandate": _differ_in_bearer,
    "definition": _differ_in_meaning,
    "means": _elsewhere,
}
KINDS = tuple(_TYPES)
"""The kinds of dualism, in the order they are reported."""
