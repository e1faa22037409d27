"""Pairs of norms that conflict, found on two roads that must agree.

``pairs_by_rules`` runs ``ontology/dualism/<kind>.rq`` on whatever engine the
graph has. ``pairs_by_groups`` compares the norms of the rule book on the grounds
they share; it needs no engine, so it also serves changed books (``--assume``)
and graphs where the pair join of the engine is the bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simpul import resources
from simpul.engine import Graph
from simpul.findings.dualism.differences import BEARER_WAIVED, KINDS, differ, of_kind
from simpul.findings.dualism.grounds import Grounds
from simpul.findings.dualism.meeting import meet
from simpul.findings.dualism.rulebook import Norm, RuleBook

__all__ = ["Pair", "conflicts", "pairs_by_groups", "pairs_by_rules"]

Pair = tuple[str, str, str]
"""Kind, and the two norms in the order of their IRIs."""


def pairs_by_rules(graph: Graph, kinds: Sequence[str] = KINDS) -> set[Pair]:
    """The conflicting pairs that the SPARQL rules find."""
    found: set[Pair] = set()
    for kind in kinds:
        rule = (resources.ontology() / "dualism" / f"{kind}.rq").read_text("utf-8")
        for a, b in graph.select(rule).rows:
            first, second = sorted((str(a), str(b)))
            found.add((kind, first, second))
    return found


def pairs_by_groups(book: RuleBook, kinds: Sequence[str] = KINDS) -> set[Pair]:
    """The conflicting pairs of a rule book, ground by ground.

    A large book has very many: ``findings`` tells them in groups, without listing them.
    """
    grounds = Grounds(book, kinds)
    return {(pair.kind, pair.a, pair.b) for ground in grounds for pair in grounds.pairs(ground)}


def conflicts(a: Norm, b: Norm, book: RuleBook, kinds: Iterable[str] = KINDS) -> list[str]:
    """The kinds in which two norms conflict."""
    possible = [kind for kind in kinds if of_kind(kind, a, b, book)]
    if not possible:
        return []
    waived = [kind for kind in possible if kind in BEARER_WAIVED]
    if not meet(a, b, book):
        possible = waived if waived and meet(a, b, book, bearer=False) else []
    return [kind for kind in possible if differ(kind, a, b, book)]
