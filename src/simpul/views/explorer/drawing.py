"""The scene as the records the page draws from, built with pyvis.

pyvis checks each new node and edge against all before it, which takes minutes
on large graphs, so its lists are filled directly; ``get_network_data`` gives
them back. Beside what vis-network knows (id, label, group, shape, x, y), a
record carries what the detail panel and the table say.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from simpul.views.explorer.layout import Sheet
from simpul.views.explorer.palette import kind_of
from simpul.views.explorer.scene import Edge, Evidence, Node, Scene, Text

__all__ = ["payload", "visible"]

Record = dict[str, Any]

_SHOWN_CONTROLS = {"\n": " ", "\t": " ", "\r": " "}


def payload(scene: Scene, sheet: Sheet) -> Record:
    """All the page needs to know, ready for JSON."""
    sources = _Numbered()
    predicates = _Numbered()
    finding_numbers = {finding.id: index for index, finding in enumerate(scene.findings)}
    network = _network(scene, sheet, sources, predicates, finding_numbers)
    nodes, edges, *_ = network.get_network_data()
    return {
        "title": _plain(scene.title),
        "description": _plain(scene.description),
        "language": scene.language,
        "as_of": scene.as_of,
        "licence": visible(scene.licence),
        "citation": visible(scene.citation),
        "focus": scene.focus,
        "hidden_kinds": list(scene.hidden_kinds),
        "kinds": [_plain(kind_of(kind)) for kind in sheet_kinds(scene)],
        "regions": {kind: _plain(region) for kind, region in sheet.regions.items()},
        "communities": [_plain(community) for community in sheet.communities],
        "nodes": nodes,
        "edges": edges,
        "findings": [_finding(finding, sources) for finding in scene.findings],
        "events": [_with_evidence(event, sources) for event in scene.events],
        "questions": [_plain(question) for question in scene.questions],
        "predicates": predicates.records(),
        "sources": sources.records(),
    }


def sheet_kinds(scene: Scene) -> list[str]:
    """The kinds of a scene in the order of the legend."""
    from simpul.views.explorer.palette import KINDS

    present = {node.kind for node in scene.nodes}
    return [kind for kind in KINDS if kind in present] + sorted(present - set(KINDS))


def visible(text: str) -> str:
    """The text without characters that hide or reorder what a reader sees.

    Control, bidirectional and other format characters become U+FFFD, so that a
    tampered label shows that it was tampered with.

    >>> visible("UU 21/2007" + chr(0x202E) + "7002/12")
    'UU 21/2007�7002/12'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_SHOWN_CONTROLS.get(char, _shown(char)) for char in text)


def _shown(char: str) -> str:
    return "\ufffd" if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} else char


class _Numbered:
    """Gives each distinct record a number, so that it is written once."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, ...], int] = {}

    def number(self, key: str, label: Text) -> int:
        return self._numbers.setdefault((key, label.id, label.en), len(self._numbers))

    def records(self) -> list[Record]:
        return [
            {"key": visible(key), "label": _plain(Text(in_id, in_en))}
            for key, in_id, in_en in self._numbers
        ]


def _network(
    scene: Scene,
    sheet: Sheet,
    sources: _Numbered,
    predicates: _Numbered,
    findings: Mapping[str, int],
) -> Any:
    """A pyvis network with every node placed and every parallel edge kept."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    position = {node.iri: index for index, node in enumerate(scene.nodes)}
    degrees = scene.degrees()
    network.nodes = [
        _node(index, node, place, degrees[node.iri], sources)
        for index, (node, place) in enumerate(zip(scene.nodes, sheet.places, strict=True))
    ]
    network.node_ids = list(range(len(scene.nodes)))
    network.edges = [
        _edge(edge, bend, position, sources, predicates, findings)
        for edge, bend in zip(scene.edges, _bends(scene.edges), strict=True)
    ]
    return network


def _node(
    index: int, node: Node, place: tuple[float, float], degree: int, sources: _Numbered
) -> Record:
    record = _with_evidence(node, sources)
    style = kind_of(node.kind)
    return record | {
        "id": index,
        "group": record.pop("kind"),
        "shape": style.shape,
        "value": degree,
        "x": place[0],
        "y": place[1],
    }


def _edge(
    edge: Edge,
    bend: int,
    position: Mapping[str, int],
    sources: _Numbered,
    predicates: _Numbered,
    findings: Mapping[str, int],
) -> Record:
    record: Record = {
        "from": position[edge.source],
        "to": position[edge.target],
        "predicate": predicates.number(edge.predicate, edge.label),
    }
    optional = {
        "bend": bend,
        "begins": edge.begins,
        "ends": edge.ends,
        "evidence": [_evidence(item, sources) for item in edge.evidence],
    }
    record |= {key: value for key, value in optional.items() if value}
    if edge.finding in findings:
        record["finding"] = findings[edge.finding]
    return record


def _bends(edges: Iterable[Edge]) -> list[int]:
    """For each edge its rank among those that join the same two nodes."""
    seen: Counter[tuple[str, str]] = Counter()
    bends = []
    for edge in edges:
        pair = (min(edge.source, edge.target), max(edge.source, edge.target))
        bends.append(seen[pair])
        seen[pair] += 1
    return bends


def _finding(finding: Any, sources: _Numbered) -> Record:
    record = _plain(finding)
    record["sides"] = [_with_evidence(side, sources) for side in finding.sides]
    return record


def _with_evidence(thing: Any, sources: _Numbered) -> Record:
    record = _plain(thing)
    if thing.evidence:
        record["evidence"] = [_evidence(item, sources) for item in thing.evidence]
    return record


def _evidence(item: Evidence, sources: _Numbered) -> list[Any]:
    """Source number, locator, confidence and phrase; a short list, not a record."""
    number = sources.number(item.url, item.source)
    rest = [visible(item.locator), item.confidence, visible(item.phrase)]
    while rest and not rest[-1]:
        rest.pop()
    return [number, *rest]


def _plain(value: Any) -> Any:
    """A value as JSON has it: empty parts left out, words the same in both languages once."""
    if isinstance(value, Text):
        in_id, in_en = visible(value.id or value.en), visible(value.en or value.id)
        return in_id if in_id == in_en else {"id": in_id, "en": in_en}
    if is_dataclass(value):
        parts = ((part.name, getattr(value, part.name)) for part in fields(value))
        return {name: _plain(part) for name, part in parts if _says(part)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return visible(value) if isinstance(value, str) else value


def _says(part: Any) -> bool:
    """Whether a part says anything: zero and ``False`` do, empty text and lists do not."""
    return part is not None and (bool(part) or isinstance(part, (int, float)))
