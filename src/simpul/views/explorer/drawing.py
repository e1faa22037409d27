"""The scene as the records the page draws from, built with pyvis.

pyvis checks each new node and edge against all before it, which takes minutes
on large graphs, so its lists are filled directly; ``get_network_data`` gives
them back. Beside what vis-network knows (id, group, shape, value, x, y), a
record carries what the detail panel and the table say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from simpul.views.explorer.layout import Point, Sheet
from simpul.views.explorer.palette import KINDS, kind_of
from simpul.views.explorer.plain import Record, plain, record, visible
from simpul.views.explorer.scene import Edge, Evidence, Node, Scene, Text

__all__ = ["payload"]


def payload(scene: Scene, sheet: Sheet) -> Record:
    """All the page needs to know, ready for JSON."""
    drawing = _Drawing(scene)
    nodes, edges, *_ = drawing.network(sheet).get_network_data()
    return {
        "title": plain(scene.title),
        "description": plain(scene.description),
        "language": scene.language,
        "as_of": scene.as_of,
        "licence": visible(scene.licence),
        "citation": visible(scene.citation),
        "focus": scene.focus,
        "hidden_kinds": list(scene.hidden_kinds),
        "kinds": [record(kind_of(kind)) for kind in _kinds(scene)],
        "regions": {kind: record(region) for kind, region in sheet.regions.items()},
        "communities": [record(community) for community in sheet.communities],
        "nodes": nodes,
        "edges": edges,
        "findings": drawing.findings(),
        "events": [drawing.told(event) for event in scene.events],
        "questions": [
            {"name": question.name, "title": plain(question.title), "sparql": question.sparql}
            for question in scene.questions
        ],
        "predicates": drawing.predicates.records(),
        "sources": drawing.sources.records(),
    }


def _kinds(scene: Scene) -> list[str]:
    """The kinds of a scene in the order of the legend."""
    present = {node.kind for node in scene.nodes}
    return [kind for kind in KINDS if kind in present] + sorted(present - set(KINDS))


class _Numbered:
    """Gives each distinct name a number, so that it is written once."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, Text], int] = {}

    def number(self, key: str, label: Text) -> int:
        return self._numbers.setdefault((key, label), len(self._numbers))

    def records(self) -> list[Record]:
        return [{"key": visible(key), "label": plain(label)} for key, label in self._numbers]


class _Drawing:
    """One scene being written down; sources and predicates are numbered on the way."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.sources = _Numbered()
        self.predicates = _Numbered()
        self._degrees = scene.degrees()
        self._position = {node.iri: index for index, node in enumerate(scene.nodes)}
        self._finding = {finding.id: index for index, finding in enumerate(scene.findings)}

    def network(self, sheet: Sheet) -> Any:
        """A pyvis network with every node placed and every parallel edge kept."""
        from pyvis.network import Network

        network = Network(directed=True, cdn_resources="in_line")
        network.toggle_physics(False)
        network.nodes = list(map(self._node, self.scene.nodes, sheet.places))
        network.node_ids = list(self._position.values())
        network.edges = list(map(self._edge, self.scene.edges, _bends(self.scene.edges)))
        return network

    def _node(self, node: Node, place: Point) -> Record:
        told = self.told(node)
        told["group"] = told.pop("kind")
        return told | {
            "id": self._position[node.iri],
            "shape": kind_of(node.kind).shape,
            "value": self._degrees[node.iri],
            "x": place[0],
            "y": place[1],
        }

    def _edge(self, edge: Edge, bend: int) -> Record:
        told: Record = {
            "from": self._position[edge.source],
            "to": self._position[edge.target],
            "predicate": self.predicates.number(edge.predicate, edge.label),
        }
        optional = {
            "bend": bend,
            "begins": edge.begins,
            "ends": edge.ends,
            "evidence": self._evidence(edge.evidence),
        }
        told |= {key: value for key, value in optional.items() if value}
        if edge.finding in self._finding:
            told["finding"] = self._finding[edge.finding]
        return told

    def findings(self) -> list[Record]:
        """Each finding with its sides and their evidence."""
        return [
            record(replace(finding, pairs=()))
            | {"sides": [self.told(side) for side in finding.sides]}
            for finding in self.scene.findings
        ]

    def told(self, thing: Any) -> Record:
        """What is said about a thing, its evidence by number of source."""
        told = record(thing)
        if thing.evidence:
            told["evidence"] = self._evidence(thing.evidence)
        return told

    def _evidence(self, items: Iterable[Evidence]) -> list[list[Any]]:
        """For each item its source's number, locator, confidence and phrase."""
        return [
            [
                self.sources.number(item.url, item.source),
                visible(item.locator),
                item.confidence,
                visible(item.phrase),
            ]
            for item in items
        ]


def _bends(edges: Iterable[Edge]) -> list[int]:
    """For each edge its rank among those that join the same two nodes."""
    seen: Counter[tuple[str, str]] = Counter()
    bends = []
    for edge in edges:
        pair = (min(edge.source, edge.target), max(edge.source, edge.target))
        bends.append(seen[pair])
        seen[pair] += 1
    return bends
