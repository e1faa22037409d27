"""Norms and all that is needed to compare them, read once from the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from simpul import resources
from simpul.engine import Graph
from simpul.model import Bilingual, Term
from simpul.terms import POL, RDF, RDFS, SKOS, local_name

__all__ = [
    "ALWAYS",
    "NEVER",
    "Norm",
    "Penalty",
    "RuleBook",
    "Settlement",
    "bilingual",
    "read_rulebook",
]

ALWAYS, NEVER = "0001-01-01", "9999-12-31"
"""Days that stand for an interval open at its start or end."""

_SINGLE = {
    POL["inForceFrom"]: "start",
    POL["inForceUntil"]: "end",
    POL["provision"]: "provision",
    POL["inInstrument"]: "instrument",
    POL["threshold"]: "threshold",
}
_MANY = {
    POL["bearer"]: "bearers",
    POL["conduct"]: "conducts",
    POL["matter"]: "matters",
    POL["territory"]: "territories",
    POL["authority"]: "authorities",
    POL["procedure"]: "procedures",
    POL["requires"]: "requires",
    POL["provides"]: "provides",
    POL["standsIn"]: "places",
    RDF["type"]: "types",
}
_PENALTY = {
    POL["minImprisonment"]: "min_months",
    POL["maxImprisonment"]: "max_months",
    POL["minFine"]: "min_fine",
    POL["maxFine"]: "max_fine",
}
_TEXTS = {RDFS["label"]: "labels", SKOS["definition"]: "definitions"}


@dataclass(frozen=True, slots=True)
class Penalty:
    """Imprisonment in months, fines in rupiah; an absent minimum means none."""

    min_months: int | None = None
    max_months: int | None = None
    life: bool = False
    min_fine: int | None = None
    max_fine: int | None = None
    join: str | None = None

    def as_json(self) -> dict[str, int | bool | str | None]:
        """The penalty under the keys of the command line."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Norm:
    """One rule as the detector sees it; ``start`` and ``end`` are half-open days.

    ``since`` is the first day of a penalty that an act has only made heavier or lighter.
    """

    iri: str
    types: frozenset[str]
    provision: str
    instrument: str
    places: frozenset[str]
    bearers: frozenset[str] = frozenset()
    conducts: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    territories: frozenset[str] = frozenset()
    authorities: frozenset[str] = frozenset()
    procedures: frozenset[str] = frozenset()
    requires: frozenset[str] = frozenset()
    provides: frozenset[str] = frozenset()
    deadline: int | None = None
    threshold: str | None = None
    start: str = ALWAYS
    end: str = NEVER
    since: str | None = None
    penalty: Penalty | None = None
    definitions: Mapping[str, str] = field(default_factory=dict, hash=False)
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def begun(self) -> str:
        """The day since which the rule stands, for *lex posterior*."""
        return self.since or self.start

    @property
    def rule(self) -> tuple[object, ...]:
        """What the versions of one rule have in common: where it stands and what it is about."""
        return self.provision, self.types, self.conducts, self.matters, self.bearers

    def holds_on(self, day: str) -> bool:
        """Whether the norm is in force on a day."""
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a ruling or conflict rule decides: over which places, and for which."""

    rule: str
    settles: frozenset[str]
    prevails: frozenset[str]
    start: str = ALWAYS
    end: str = NEVER


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All norms of a graph with what decides whether two of them conflict."""

    norms: Mapping[str, Norm]
    within: Mapping[str, frozenset[str]]
    excuses: Mapping[str, frozenset[str]]
    bodies: frozenset[str]
    ranks: Mapping[str, int]
    implements: Mapping[str, frozenset[str]]
    settlements: tuple[Settlement, ...]
    by_instrument: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def above(self, iri: str) -> frozenset[str]:
        """A concept or body with all that is broader or contains it."""
        return self.within.get(iri) or frozenset((iri,))

    def with_norms(self, norms: Iterable[Norm]) -> RuleBook:
        """The same book over other norms."""
        kept = {norm.iri: norm for norm in norms}
        return replace(self, norms=kept, by_instrument=_by_instrument(kept.values()))


def read_rulebook(graph: Graph, *, meeting: bool = False, places: Sequence[str] = ()) -> RuleBook:
    """The rule book of a graph, by the queries in ``ontology/dualism``.

    With ``meeting`` only norms on some matter, which are all that can conflict, and the
    rules that settle; with ``places`` only those of some norms, provisions or instruments, by IRI.
    """
    if places:
        read = _norms_at(graph, places)
    else:
        read = _norms(graph, _query("meeting" if meeting else "norms"), _query("details"))
    norms = {norm.iri: norm for norm in _dated(list(read))}
    ranks, implements = _instruments(graph)
    return RuleBook(
        norms=norms,
        within=_edges(graph, "within"),
        excuses=_edges(graph, "excuses"),
        bodies=frozenset(str(row[0]) for row in _rows(graph, "bodies")),
        ranks=ranks,
        implements=implements,
        settlements=_settlements(graph),
        by_instrument=_by_instrument(norms.values()),
    )


def _dated(norms: Sequence[Norm]) -> Iterable[Norm]:
    """The norms, penalties with the day of their first version.

    UU 1/2026 changed how heavily acts are punished, not which act is the older offence.
    """
    first: dict[tuple[object, ...], str] = {}
    for norm in norms:
        if norm.penalty is not None:
            first[norm.rule] = min(norm.start, first.get(norm.rule, norm.start))
    for norm in norms:
        day = first.get(norm.rule, norm.start) if norm.penalty is not None else norm.start
        yield norm if day == norm.start else replace(norm, since=day)


def _query(name: str) -> str:
    return (resources.ontology() / "dualism" / f"{name}.rq").read_text("utf-8")


def _rows(graph: Graph, name: str) -> Iterable[tuple[Term | None, ...]]:
    return graph.select(_query(name)).rows


Values = list[tuple[str, Any]]
"""Properties and values of a norm; texts with their language."""
_COLUMNS = tuple(
    POL[name]
    for name in ("provision", "inInstrument", "conduct", "matter", "inForceFrom", "inForceUntil")
)
"""The columns of ``norms.rq`` and ``meeting.rq`` after the norm."""


_EXAMPLE_PLACE = "{ id:uu-21-2007 }"
"""The place ``placed.rq`` names, for which those asked for are put."""


def _norms_at(graph: Graph, places: Sequence[str]) -> Iterable[Norm]:
    """The norms that are, or stand in, one of some places."""
    held = graph.solutions(_query("placed").replace(_EXAMPLE_PLACE, f"{{ {_listed(places)} }}"))
    norms = _listed(sorted({_reader()(norm) for (norm,) in held}))
    if not norms:
        return ()
    only = f"VALUES ?norm {{ {norms} }} ?norm a pol:Norm ."
    rows = _query("norms").replace("?norm a pol:Norm .", only)
    details = f"SELECT ?norm ?property ?value WHERE {{ {only} ?norm ?property ?value }}"
    return _norms(graph, rows, details)


def _listed(iris: Iterable[str]) -> str:
    """Names as a SPARQL list; what is no IRI names nothing and is left out."""
    from pyoxigraph import NamedNode

    listed = []
    for iri in iris:
        with suppress(ValueError):
            listed.append(str(NamedNode(iri)))
    return " ".join(listed)


def _norms(graph: Graph, rows: str, details: str) -> Iterable[Norm]:
    """The norms in the order of their IRIs; what several say alike is held once.

    The terms are taken as the engine gives them: most of the time of a large graph goes
    into bringing them out of the store.
    """
    values: dict[str, Values] = {}
    same: dict[Any, Any] = {}
    text = _reader()
    for norm, *cells in graph.solutions(rows):
        found = values.setdefault(text(norm), [])
        for name, cell in zip(_COLUMNS, cells, strict=True):
            if cell is not None:
                pair = (name, text(cell))
                found.append(same.setdefault(pair, pair))
    for norm, name, value in graph.solutions(details) if values else ():
        if (said := values.get(text(norm))) is None:
            continue
        known: str = name.value
        if known not in _TEXTS:
            pair = (known, text(value))
            said.append(same.setdefault(pair, pair))
        elif (words := getattr(value, "language", ...)) is not ...:
            said.append((known, (words or "", value.value)))
    for iri in sorted(values):
        yield _norm(iri, values.pop(iri), same)


def _reader() -> Callable[[Any], str]:
    """Reads a term as ``simpul.engine`` writes it."""
    from pyoxigraph import BlankNode

    return lambda term: str(term) if type(term) is BlankNode else term.value


def _norm(iri: str, values: Values, same: dict[Any, Any]) -> Norm:
    single: dict[str, str] = {}
    many: dict[str, set[str]] = {"types": {POL["Norm"]}, "places": {iri}}
    texts: dict[str, dict[str, str]] = {}
    plain: dict[str, str] = {}
    for name, value in values:
        if name in _MANY:
            many.setdefault(_MANY[name], set()).add(value)
        elif name in _SINGLE:
            single[_SINGLE[name]] = value
        elif name in _TEXTS:
            texts.setdefault(_TEXTS[name], {})[value[0]] = value[1]
        else:
            plain[name] = value
    single.setdefault("provision", iri)
    single.setdefault("instrument", single["provision"])
    many["places"] |= {single["provision"], single["instrument"]}
    sets = {name: frozenset(found) for name, found in many.items()}
    sets["types"] = frozenset(map(local_name, many["types"]))
    deadline = plain.get(POL["deadlineDays"])
    return Norm(
        iri=iri,
        penalty=_penalty(plain) if "Penalty" in sets["types"] else None,
        deadline=int(deadline) if deadline else None,
        **single,  # type: ignore[arg-type]
        **texts,  # type: ignore[arg-type]
        **{name: same.setdefault(found, found) for name, found in sets.items()},
    )


def _penalty(plain: Mapping[str, str]) -> Penalty:
    numbers = {key: int(plain[name]) for name, key in _PENALTY.items() if name in plain}
    life = plain.get(POL["lifeImprisonment"]) in ("true", "1")
    return Penalty(**numbers, life=life, join=plain.get(POL["penaltyJoin"]))


def _instruments(graph: Graph) -> tuple[dict[str, int], dict[str, frozenset[str]]]:
    ranks: dict[str, int] = {}
    implements: dict[str, set[str]] = defaultdict(set)
    for instrument, rank, _, parent in _rows(graph, "instruments"):
        if rank is not None:
            ranks[str(instrument)] = int(str(rank))
        if parent is not None:
            implements[str(instrument)].add(str(parent))
    return ranks, {iri: frozenset(parents) for iri, parents in implements.items()}


def _edges(graph: Graph, name: str) -> dict[str, frozenset[str]]:
    edges: dict[str, set[str]] = defaultdict(set)
    for start, end in _rows(graph, name):
        edges[str(start)].add(str(end))
    return {iri: frozenset(found) for iri, found in edges.items()}


def _settlements(graph: Graph) -> tuple[Settlement, ...]:
    settles: dict[str, set[str]] = defaultdict(set)
    prevails: dict[str, set[str]] = defaultdict(set)
    times: dict[str, tuple[str, str]] = {}
    for rule, place, winner, start, end in _rows(graph, "settlements"):
        settles[str(rule)].add(str(place))
        if winner is not None:
            prevails[str(rule)].add(str(winner))
        times[str(rule)] = (str(start or ALWAYS), str(end or NEVER))
    return tuple(
        Settlement(rule, frozenset(settles[rule]), frozenset(prevails[rule]), *times[rule])
        for rule in sorted(settles)
    )


def _by_instrument(norms: Iterable[Norm]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for norm in norms:
        found[norm.instrument].append(norm.iri)
    return {instrument: tuple(sorted(iris)) for instrument, iris in found.items()}


def bilingual(texts: Mapping[str, str], iri: str) -> Bilingual:
    """Labels in both languages, each standing in for the other, or the name."""
    fallback = texts.get("") or local_name(iri)
    indonesian = texts.get("id") or texts.get("en") or fallback
    return Bilingual(indonesian, texts.get("en") or texts.get("id") or fallback)
