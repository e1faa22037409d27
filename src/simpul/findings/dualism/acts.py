"""Acts that end or change a provision or an instrument."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from simpul import resources
from simpul.engine import Graph
from simpul.terms import POL

__all__ = ["Act", "acts", "acts_of_change"]


@dataclass(frozen=True, slots=True)
class Act:
    """An act that repeals, amends or succeeds a provision or an instrument."""

    act: str
    link: str
    place: str
    day: str

    def as_json(self) -> dict[str, str]:
        """The act under the keys of the command line."""
        return {"act": self.act, "place": self.place, "day": self.day}


def acts(graph: Graph) -> tuple[Act, ...]:
    """All acts of a graph that end or change another, by day."""
    query = (resources.ontology() / "dualism" / "acts.rq").read_text("utf-8")
    found = {
        Act(str(row["act"]), str(row["link"]), str(row["place"]), str(row.get("date", "")))
        for row in graph.select(query)
    }
    return tuple(sorted(found, key=lambda act: (act.day, act.act, act.place)))


def acts_of_change(graph: Graph) -> dict[str, list[Act]]:
    """The acts that amend or repeal, by the place they touch."""
    found: dict[str, list[Act]] = defaultdict(list)
    for act in acts(graph):
        if act.link != POL["succeeds"]:
            found[act.place].append(act)
    return found
