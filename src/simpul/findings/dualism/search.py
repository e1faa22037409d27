"""Pairs of norms that conflict, found on two roads that must agree.

``pairs_by_rules`` runs ``ontology/dualism/<kind>.rq`` on whatever engine the
graph has. ``pairs_by_groups`` joins the norms of the rule book by shared keys
and confirms each candidate here; it needs no engine, so it also serves changed
books (``--assume``) and graphs where the pair join of the engine is the bound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from simpul import resources
from simpul.engine import Graph
from simpul.findings.dualism.differences import BEARER_WAIVED, KINDS, differ, of_kind
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
    """The conflicting pairs of a rule book, by keys of conduct and matter."""
    return {
        (kind, a, b)
        for a, b in candidates(book)
        for kind in conflicts(book.norms[a], book.norms[b], book, kinds)
    }


def conflicts(a: Norm, b: Norm, book: RuleBook, kinds: Iterable[str] = KINDS) -> list[str]:
    """The kinds in which two norms conflict."""
    possible = [kind for kind in kinds if of_kind(kind, a, b, book)]
    if not possible:
        return []
    waived = [kind for kind in possible if kind in BEARER_WAIVED]
    if not meet(a, b, book):
        possible = waived if waived and meet(a, b, book, bearer=False) else []
    return [kind for kind in possible if differ(kind, a, b, book)]


def candidates(book: RuleBook) -> Iterator[tuple[str, str]]:
    """Pairs that share a key, hence meet on conduct and matter; each pair once.

    A key is a conduct and a matter. One norm holds the key as its own (or its own
    conduct, or its own matter), the other reaches it through what is broader.
    """
    exact, own_conduct, own_matter, reach = _keys(book)
    seen: set[tuple[str, str]] = set()
    for left, right in ((exact, reach), (own_conduct, own_matter)):
        for key, holders in left.items():
            others = right.get(key, ())
            for a in holders:
                for b in others:
                    pair = (a, b) if a < b else (b, a)
                    if a != b and pair not in seen:
                        seen.add(pair)
                        yield pair


Keys = dict[tuple[str, str], list[str]]


def _keys(book: RuleBook) -> tuple[Keys, Keys, Keys, Keys]:
    exact: Keys = defaultdict(list)
    own_conduct: Keys = defaultdict(list)
    own_matter: Keys = defaultdict(list)
    reach: Keys = defaultdict(list)
    for norm in book.norms.values():
        for conduct in norm.conducts:
            for matter in norm.matters:
                exact[conduct, matter].append(norm.iri)
                for broad in book.above(matter):
                    own_conduct[conduct, broad].append(norm.iri)
                for broad in book.above(conduct):
                    own_matter[broad, matter].append(norm.iri)
                    for matters in book.above(matter):
                        reach[broad, matters].append(norm.iri)
    return exact, own_conduct, own_matter, reach
