"""What one page shows: things, relations, findings and events, ready to draw.

A scene knows nothing of RDF. It is made from the graph elsewhere, or by hand
in a test, and holds every word the page says about the data in Indonesian and
English.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Literal

__all__ = [
    "Change",
    "Edge",
    "Event",
    "Evidence",
    "Fact",
    "Finding",
    "Node",
    "Penalty",
    "Question",
    "Resolution",
    "Scene",
    "Side",
    "Test",
    "Text",
]

Canon = Literal["express", "superior", "specialis", "posterior", "none"]
Status = Literal["open", "parallel", "resolved"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Indonesian and in English; one may stand for both."""

    id: str = ""
    en: str = ""

    @classmethod
    def same(cls, words: str) -> Text:
        """A name that is the same in both languages, such as ``UU 21/2007``."""
        return cls(words, words)

    def __bool__(self) -> bool:
        return bool(self.id or self.en)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a statement can be checked: a source and the place in it."""

    source: Text
    locator: str = ""
    phrase: str = ""
    confidence: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said about a node; ``iri`` where the value is itself a thing."""

    term: Text
    value: Text
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in the graph."""

    iri: str
    kind: str
    label: Text
    alternatives: tuple[Text, ...] = ()
    facts: tuple[Fact, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    begins: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation between two things; ``finding`` names the dualism it marks."""

    source: str
    target: str
    predicate: str
    label: Text
    evidence: tuple[Evidence, ...] = ()
    begins: str = ""
    ends: str = ""
    finding: str = ""

    @property
    def is_dualism(self) -> bool:
        """Whether the edge joins two sides of a finding."""
        return bool(self.finding)


@dataclass(frozen=True, slots=True)
class Penalty:
    """A range of punishment: months and rupiah, absent where the law is silent."""

    min_months: int | None = None
    max_months: int | None = None
    life: bool = False
    min_fine: int | None = None
    max_fine: int | None = None
    join: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One norm of a finding, with what a reader needs to compare it."""

    norm: str
    label: Text
    provision: Text = Text()
    instrument: Text = Text()
    authority: Text = Text()
    penalty: Penalty | None = None
    begins: str = ""
    ends: str = ""
    changed: Text = Text()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which canon decides between the sides, if one does, and why."""

    canon: Canon = "none"
    prevails: str = ""
    why: Text = Text()


@dataclass(frozen=True, slots=True)
class Test:
    """One step of the proof that two norms are, or are not, a dualism.

    A canon has an ``outcome``: decides, favours, parallel, contested, informs, silent.
    """

    __test__ = False  # not a test case for pytest

    name: str
    holds: bool
    why: Text
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One day on which a finding opened, closed or changed."""

    date: str
    what: Text


@dataclass(frozen=True, slots=True)
class Finding:
    """Two or more norms that pull in different directions."""

    id: str
    kind: str
    status: Status
    matter: Text
    conduct: Text = Text()
    difference: Text = Text()
    begins: str = ""
    ends: str = ""
    sides: tuple[Side, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    resolution: Resolution = Resolution()
    told_of: Text = Text()
    trace: tuple[Test, ...] = ()
    history: tuple[Change, ...] = ()
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, a month or a year."""

    date: str
    label: Text
    iri: str = ""
    place: Text = Text()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A named question the console offers, with its SPARQL."""

    name: str
    title: Text
    sparql: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything one page shows."""

    title: Text
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    findings: tuple[Finding, ...] = ()
    events: tuple[Event, ...] = ()
    description: Text = Text()
    language: Literal["id", "en"] = "en"
    as_of: str = ""
    licence: str = ""
    citation: str = ""
    focus: str = ""
    hidden_kinds: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    nquads: str = field(default="", repr=False)

    def degrees(self) -> Counter[str]:
        """How many relations each node takes part in."""
        return Counter(end for edge in self.edges for end in (edge.source, edge.target))

    def complete(self) -> Scene:
        """The scene without relations that lead out of it, dualisms drawn as edges."""
        known = {node.iri for node in self.nodes}
        edges = [edge for edge in self.edges if {edge.source, edge.target} <= known]
        marked = {edge.finding for edge in edges}
        for finding in self.findings:
            if finding.id not in marked:
                edges += _between_sides(finding, known)
        return replace(self, edges=tuple(edges))


def _between_sides(finding: Finding, known: set[str]) -> list[Edge]:
    """A marked edge for each pair of a finding, or from its first side to each other."""
    norms = [side.norm for side in finding.sides if side.norm in known]
    pairs = finding.pairs or [(norms[0], other) for other in norms[1:]]
    return [
        Edge(
            one,
            other,
            predicate="dualism",
            label=Text("dualisme", "dualism"),
            begins=finding.begins,
            ends=finding.ends,
            finding=finding.id,
        )
        for one, other in pairs
        if {one, other} <= known
    ]
