"""Makes the scene of a page from the graph: which things to draw, and all that is said of them.

What a policy researcher calls a thing (a body, a law, a rule, a measure) is a
node; what describes it (a concept, a place, a number) is a fact in its panel.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from simpul.errors import UnknownName
from simpul.network import network
from simpul.terms import ELI, POL, RDFS, expand, local_name
from simpul.views.explorer import facts
from simpul.views.explorer.dualism import shown
from simpul.views.explorer.scene import (
    Edge,
    Event,
    Fact,
    Finding,
    Node,
    Scene,
    Text,
)

if TYPE_CHECKING:
    from simpul.engine import Graph

__all__ = ["LAYERS", "Layer", "Scope", "gather"]

Layer = Literal["actors", "instruments", "norms", "dualisms", "measures", "all"]
LAYERS: tuple[str, ...] = get_args(Layer)

_POLICY = ("measure", "problem", "factor", "case-pattern", "recommendation", "event")
_KINDS: dict[str, tuple[str, ...]] = {
    "actors": ("actor", "post", "holding"),
    "instruments": ("instrument", "provision"),
    "norms": ("norm", "instrument", "actor"),
    "dualisms": ("norm", "instrument", "actor"),
    "measures": ("actor", "instrument", *_POLICY),
    "all": ("actor", "post", "holding", "instrument", "provision", "norm", *_POLICY),
}
_DATED = ("event", "measure")
_IN = POL["inInstrument"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What to draw: a layer of the graph, or one entity and what lies near it."""

    layer: Layer = "all"
    entity: str = ""
    depth: int = 2


def gather(
    graph: Graph,
    scope: Scope | None = None,
    *,
    title: Text | None = None,
    description: Text | None = None,
    language: Literal["id", "en"] = "en",
    as_of: str = "",
) -> Scene:
    """The scene of a graph, complete with findings, events, facts and evidence."""
    gatherer = _Gatherer(graph, scope or Scope())
    nodes, edges = gatherer.nodes(), gatherer.edges()
    known = {node.iri for node in nodes}
    focus = expand(scope.entity) if scope and scope.entity else ""
    return Scene(
        title=title or (gatherer.named(focus) if focus else _TITLE),
        description=description or _DESCRIPTION,
        nodes=nodes,
        edges=edges,
        findings=tuple(f for f in gatherer.findings if any(s.norm in known for s in f.sides)),
        events=gatherer.events(known),
        language=language,
        as_of=as_of,
        focus=focus,
    )


class _Gatherer:
    """The graph read once, and what of it lies in the scope."""

    def __init__(self, graph: Graph, scope: Scope) -> None:
        self.graph, self.scope = graph, scope
        self.named = facts.names(graph)
        self.evidence = facts.evidence_of_things(graph, self.named)
        self.claims = facts.evidence_of_claims(graph, self.named)
        self.net = _with_instruments(network(graph), graph)
        self.findings = self._findings()
        self.members = self._members()

    def nodes(self) -> tuple[Node, ...]:
        """Every thing in scope with what is said of it."""
        written = facts.literals(self.graph, self.named)
        others = facts.alternatives(self.graph)
        return tuple(
            Node(
                iri,
                self.net.nodes[iri]["kind"],
                self.named(iri),
                alternatives=others.get(iri, ()),
                facts=(*written.get(iri, ()), *self._described(iri)),
                evidence=self.evidence.get(iri, ()),
                begins=self.net.nodes[iri].get("start", ""),
                ends=self.net.nodes[iri].get("end", ""),
            )
            for iri in sorted(self.members)
        )

    def edges(self) -> tuple[Edge, ...]:
        """Every relation between two things in scope."""
        return tuple(
            Edge(
                source,
                target,
                predicate,
                self.named(predicate) if predicate != _IN else _PART_OF,
                evidence=self.claims.get((source, predicate, target), ()),
            )
            for source, target, predicate in sorted(self.net.edges(keys=True))
            if source in self.members and target in self.members
        )

    def events(self, known: set[str]) -> tuple[Event, ...]:
        """What happened, for the timeline; each event that is drawn, by date."""
        places: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in self.graph.select(_EVENTS):
            iri = str(row["event"])
            if iri in known:
                cut = {"year": 4, "month": 7}.get(str(row.get("precision", "")), 10)
                places[str(row["date"])[:cut], iri] |= (
                    {str(row["place"])} if "place" in row else set()
                )
        return tuple(
            Event(date, self.named(iri), iri, self._listed(found), self.evidence.get(iri, ()))
            for (date, iri), found in sorted(places.items())
        )

    def _listed(self, iris: Iterable[str]) -> Text:
        """Several names in one line."""
        found = sorted((self.named(iri) for iri in iris), key=lambda name: name.en)
        return Text(", ".join(n.id for n in found), ", ".join(n.en for n in found))

    def _described(self, iri: str) -> Iterator[Fact]:
        """What a thing is related to that is not drawn: concepts, places, provisions."""
        for _, target, predicate in sorted(self.net.out_edges(iri, keys=True)):
            if target not in self.members and predicate != _IN:
                yield Fact(self.named(predicate), self.named(target), target)

    def _findings(self) -> tuple[Finding, ...]:
        from simpul.findings.dualism import study

        read = study(self.graph)
        return tuple(shown(f, read, self.named, self.evidence) for f in read.find())

    def _members(self) -> set[str]:
        kinds = _KINDS[self.scope.layer]
        fitting = {iri for iri, kind in self.net.nodes(data="kind") if kind in kinds}
        fitting -= set(self._idle_provisions(fitting))
        if self.scope.layer == "dualisms":
            fitting = self._about_dualisms(fitting)
        if self.scope.entity:
            return self._near(expand(self.scope.entity), fitting)
        return fitting

    def _idle_provisions(self, fitting: set[str]) -> Iterator[str]:
        """Provisions that only hold a norm or belong to a law: their norm stands for them."""
        for iri in fitting:
            if self.net.nodes[iri]["kind"] == "provision":
                links = [*self.net.in_edges(iri, keys=True), *self.net.out_edges(iri, keys=True)]
                if all(predicate in _PLACING for *_, predicate in links):
                    yield iri

    def _about_dualisms(self, fitting: set[str]) -> set[str]:
        sides = {side.norm for finding in self.findings for side in finding.sides}
        near = {other for side in sides & set(self.net) for other in self._neighbours(side)}
        return fitting & (sides | {n for n in near if self.net.nodes[n]["kind"] != "norm"})

    def _near(self, start: str, fitting: set[str]) -> set[str]:
        if start not in self.net:
            known = [local_name(iri) for iri in self.net]
            raise UnknownName("entity", self.scope.entity, known)
        reached = rim = {start}
        for _ in range(self.scope.depth):
            rim = {other for iri in rim for other in self._neighbours(iri)} & fitting - reached
            reached = reached | rim
        return reached

    def _neighbours(self, iri: str) -> Iterable[str]:
        return {*self.net.successors(iri), *self.net.predecessors(iri)}


def _with_instruments(net: Any, graph: Graph) -> Any:
    """The network with each norm tied to its law, and dates of events and measures."""
    for row in graph.select("SELECT ?s ?o WHERE { ?s a pol:Norm ; pol:inInstrument ?o }"):
        if {str(row["s"]), str(row["o"])} <= set(net):
            net.add_edge(str(row["s"]), str(row["o"]), key=_IN)
    for row in graph.select(
        "SELECT ?s ?d ?u WHERE { ?s pol:date ?d OPTIONAL { ?s pol:dateUntil ?u } }"
    ):
        thing = net.nodes.get(str(row["s"]), {})
        if thing.get("kind") in _DATED:
            thing.setdefault("start", str(row["d"]))
        if thing.get("kind") == "measure" and "u" in row:
            thing.setdefault("end", str(row["u"]))
    return net


_PLACING = {POL["provision"], ELI["is_part_of"], RDFS["seeAlso"]}
_PART_OF = Text("terdapat dalam", "stands in")
_TITLE = Text("Graf kebijakan", "A policy graph")
_DESCRIPTION = Text(
    "Apa kata negara tentang apa yang dilakukannya, siapa yang bertugas, dan di mana dua aturan "
    "menarik ke arah yang berbeda. Setiap pernyataan menyebut sumbernya.",
    "What the state says it does, who is charged with it, and where two rules pull in different "
    "directions. Every statement names its source.",
)
_EVENTS = """
SELECT ?event ?date ?precision ?place WHERE {
  ?event a pol:Event ; pol:date ?date
  OPTIONAL { ?event pol:precision ?precision } OPTIONAL { ?event pol:place ?place }
}
"""
