"""Acts that end or change a provision or an instrument."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from simpul import resources
from simpul.engine import Graph
from simpul.terms import DATA, POL

__all__ = ["Act", "acts", "acts_of_change", "acts_read"]


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
    """The acts that amend or repeal, by the place they touch.

    Where an act names provisions of an instrument, those are what it touches; where
    it names the instrument alone, all in it may be.
    """
    changing = [act for act in acts(graph) if act.link != POL["succeeds"]]
    named = {(act.act, above) for act in changing for above in _above(act.place)}
    found: dict[str, list[Act]] = defaultdict(list)
    for act in changing:
        if (act.act, act.place) not in named:
            found[act.place].append(act)
    return found


def _above(place: str) -> list[str]:
    """The IRIs a place lies in, by its own: ``uu-1-2000/pasal-2/ayat-1`` has two."""
    parts = place.removeprefix(DATA).split("/")
    return [DATA + "/".join(parts[:count]) for count in range(1, len(parts))]


def acts_read(graph: Graph) -> dict[str, set[str]]:
    """For each norm the acts whose text is among its sources: they have been looked at."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in graph.select(_READ):
        found[str(row["norm"])].add(str(row["act"]))
    return found


_READ = """
SELECT DISTINCT ?norm ?act WHERE {
  ?text pol:textOf ?act .
  { ?evidence oa:hasSource ?text } UNION { ?evidence pol:corroboratedBy ?text }
  ?norm pol:evidence ?evidence ; a pol:Norm .
}
"""
