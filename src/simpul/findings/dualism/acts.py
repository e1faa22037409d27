"""Acts that end or change a provision or an instrument."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from simpul import resources
from simpul.engine import Graph
from simpul.findings.dualism.rulebook import bilingual
from simpul.model import Bilingual
from simpul.terms import DATA, POL

__all__ = ["Act", "acts", "acts_of_change", "acts_read"]


@dataclass(frozen=True, slots=True)
class Act:
    """An act that repeals, amends or succeeds a provision or an instrument.

    ``note`` is what the record remarks on it, where it is asked for.
    """

    act: str
    link: str
    place: str
    day: str
    note: Bilingual | None = None

    def as_json(self) -> dict[str, Any]:
        """The act under the keys of the command line."""
        note = self.note.as_json() if self.note else None
        return {"act": self.act, "place": self.place, "day": self.day, "note": note}


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
    remarks = _remarks(graph)
    changing = [
        replace(act, note=remarks.get((act.act, act.place)))
        for act in acts(graph)
        if act.link != POL["succeeds"]
    ]
    named = {(act.act, above) for act in changing for above in _above(act.place)}
    found: dict[str, list[Act]] = defaultdict(list)
    for act in changing:
        if (act.act, act.place) not in named:
            found[act.place].append(act)
    return found


def _remarks(graph: Graph) -> dict[tuple[str, str], Bilingual]:
    """What the record remarks on each claim that one place amends or repeals another."""
    texts: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in graph.select(_NOTES):
        texts[str(row["act"]), str(row["place"])][str(row["lang"])] = str(row["note"])
    return {pair: bilingual(found, "") for pair, found in texts.items()}


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


_NOTES = """
SELECT ?act ?place ?note (LANG(?note) AS ?lang) WHERE {
  VALUES ?link { eli:amends eli:repeals }
  ?claim rdf:predicate ?link ; rdf:subject ?act ; rdf:object ?place ; skos:note ?note .
}
"""
_READ = """
SELECT DISTINCT ?norm ?act WHERE {
  ?text pol:textOf ?act .
  { ?evidence oa:hasSource ?text } UNION { ?evidence pol:corroboratedBy ?text }
  ?norm pol:evidence ?evidence ; a pol:Norm .
}
"""
