"""Where a canon is stated: the rules in force that say it, else the works that do.

Which rule states which canon is read from the graph (``pol:statesCanon``), so that
another legal order brings its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simpul import resources
from simpul.engine import Graph
from simpul.findings.dualism.decision import Citation, Resolution, Step
from simpul.findings.dualism.rulebook import ALWAYS, NEVER
from simpul.model import Bilingual, Evidence
from simpul.terms import POL

__all__ = ["Canons", "canons_stated"]

_PENAL = {"specialis": "specialis-penal"}
_HEAVIEST = Bilingual(
    "Satu perbuatan yang melanggar keduanya hanya dijatuhi pidana pokok yang terberat; itu "
    "mengikat hakim dan tidak menjawab undang-undang mana yang didakwakan.",
    "One act that breaks both draws only the heaviest principal penalty; that binds the court "
    "and does not say under which law to charge.",
)


@dataclass(frozen=True, slots=True)
class Canons:
    """What states each canon, and the provision of each rule, as a graph says it."""

    stated: Mapping[str, tuple[Citation, ...]] = field(default_factory=dict)
    provisions: Mapping[str, str] = field(default_factory=dict)

    def cited(self, found: Resolution, kind: str, start: str, end: str) -> Resolution:
        """The resolution, each canon that was weighed with the places that state it.

        Where a sanction dualism stays open, a rule on the heaviest penalty is told
        beside it: it tells the court what to impose, not which law to charge.
        """
        trace = [replace(step, citations=self._of(step, kind, start, end)) for step in found.trace]
        heaviest = self._during("heaviest-penalty", start, end)
        if kind == "sanction" and found.status == "open" and heaviest:
            trace.append(
                Step("heaviest-penalty", "informs", None, _HEAVIEST, citations=tuple(heaviest))
            )
        return replace(found, trace=tuple(trace))

    def _of(self, step: Step, kind: str, start: str, end: str) -> tuple[Citation, ...]:
        if step.canon == "express":
            return tuple(Citation(self.provisions.get(rule, rule)) for rule in step.premises)
        if step.outcome == "silent":
            return ()
        names = [_PENAL[step.canon]] if kind == "sanction" and step.canon in _PENAL else []
        found = [one for name in (*names, step.canon) for one in self._during(name, start, end)]
        return tuple([one for one in found if one.is_rule] or found)

    def _during(self, canon: str, start: str, end: str) -> list[Citation]:
        return [one for one in self.stated.get(canon, ()) if one.start < end and start < one.end]


def canons_stated(graph: Graph) -> dict[str, tuple[Citation, ...]]:
    """What states each canon in a graph, by its name: ``superior``, ``specialis`` ..."""
    query = (resources.ontology() / "dualism" / "canons.rq").read_text("utf-8")
    stated: dict[str, set[Citation]] = {}
    for row in graph.select(query):
        evidence = Evidence(
            source=str(row["source"]),
            locator=str(row.get("locator", "")),
            confidence=str(row.get("confidence", "")),
        )
        citation = Citation(
            str(row.get("provision", row["by"])),
            str(row.get("from", ALWAYS)),
            str(row.get("until", NEVER)),
            evidence,
        )
        name = str(row["canon"]).removeprefix(POL["canon-"])
        stated.setdefault(name, set()).add(citation)
    return {name: tuple(sorted(found, key=_order)) for name, found in stated.items()}


def _order(citation: Citation) -> tuple[str, str]:
    return citation.start, citation.place
