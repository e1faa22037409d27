"""A curated graph with the laws of a corpus that lie around it, as one scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simpul.laws.study.around import Around, Tie
from simpul.terms import DATA
from simpul.views.explorer.scene import Edge, Fact, Node, Scene, Text

__all__ = ["with_laws_around"]

_KIND = Text("kata mesin", "read by machine")
_STATES = {
    "in force": "berlaku", "amended": "diubah", "repealed": "dicabut",
    "not yet in force": "belum berlaku", "unknown": "tidak diketahui",
}  # fmt: skip
_TIES = {
    "refers to": ("merujuk", "https://w3id.org/simpul/policy#refersTo"),
    "amends": ("mengubah", "http://data.europa.eu/eli/ontology#amends"),
    "repeals": ("mencabut", "http://data.europa.eu/eli/ontology#repeals"),
    "repeals in part": ("mencabut sebagian", "https://w3id.org/simpul/policy#repealsInPart"),
}  # fmt: skip


def with_laws_around(scene: Scene, found: Sequence[Around], phrases: Sequence[str]) -> Scene:
    """The scene with laws it lacks: those tied to it on one side, the others beyond.

    Everything added was read by machine and is marked so.
    """
    known = {node.iri for node in scene.nodes}
    nodes = [_node(one) for one in found if DATA + one.law.law not in known]
    edges = [_edge(tie) for one in found for tie in one.ties]
    named = phrases[0] + (f" (+{len(phrases) - 1})" if len(phrases) > 1 else "")
    return replace(
        scene,
        title=Text(
            f"{named}: graf dan hukum di sekitarnya", f"{named}: the graph and the law around it"
        ),
        description=Text(
            f"Di tengah graf yang disusun orang; di tepi {len(nodes)} peraturan yang terbaca mesin "
            "dan belum ada di dalamnya.",
            f"In the middle the curated graph; at the sides {len(nodes)} "
            f"instrument{'' if len(nodes) == 1 else 's'} read by machine that it does not hold.",
        ),
        nodes=(*scene.nodes, *nodes),
        edges=(*scene.edges, *(edge for edge in edges if {edge.source, edge.target} & known)),
    )


def _node(one: Around) -> Node:
    law = one.law
    kind, _, rest = law.law.partition("-")
    number, _, year = rest.rpartition("-")
    facts = [
        Fact(Text("Judul", "Title"), Text.same(law.title)),
        Fact(Text("Status", "State"), Text(_STATES.get(law.state, law.state), law.state)),
        Fact(
            Text("Pasal yang menyebut lingkup ini", "Provisions that name the field"),
            Text.same(str(law.provisions)),
        ),
        Fact(Text("Asal", "Origin"), _KIND),
    ]
    return Node(
        DATA + law.law,
        "law-tied" if one.ties else "law-untied",
        Text.same(f"{kind.upper()} {number}/{year}"),
        facts=tuple(fact for fact in facts if fact.value),
    )


def _edge(tie: Tie) -> Edge:
    word, predicate = _TIES[tie.kind]
    times = f" ({tie.count})" if tie.count > 1 else ""
    return Edge(
        DATA + tie.source, DATA + tie.target, predicate, Text(word + times, tie.kind + times)
    )
