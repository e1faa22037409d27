"""Dated things in order: events, changes of bodies, holdings, entry into force, figures."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.engine import Graph
from simpul.terms import local_name

__all__ = ["Dated", "timeline"]

_DATED = """
SELECT DISTINCT ?kind ?thing ?label ?from ?until ?source ?locator WHERE {
  VALUES ?lang { "# lang" }
  VALUES (?class ?kind ?begins ?ends) {
    (pol:Event "event" pol:date pol:dateUntil)
    (org:ChangeEvent "change" pol:date pol:dateUntil)
    (pol:Holding "holding" pol:inForceFrom pol:inForceUntil)
    (pol:Instrument "in force" eli:first_date_entry_in_force eli:date_no_longer_in_force)
    (qb:Observation "figure" pol:periodFrom pol:periodUntil)
  }
  ?thing a ?class ; ?begins ?from . OPTIONAL { ?thing ?ends ?until }
  ?thing rdfs:label ?label FILTER (LANG(?label) = ?lang)
  OPTIONAL {
    ?thing pol:evidence ?evidence . ?evidence oa:hasSource ?source .
    OPTIONAL { ?evidence pol:locator ?locator }
  }
} ORDER BY ?from ?label ?source ?locator
"""


@dataclass(frozen=True, slots=True)
class Dated:
    """One dated thing; ``until`` is excluded and empty where open or a single day."""

    kind: str
    iri: str
    label: str
    start: str
    until: str
    sources: tuple[str, ...]


def timeline(graph: Graph, *, lang: str = "en", as_of: str | None = None) -> list[Dated]:
    """All dated things of a graph by day; with ``as_of`` those begun by then and not over."""
    found: dict[str, Dated] = {}
    for row in graph.select(_DATED.replace("# lang", lang)):
        iri, until = str(row["thing"]), str(row.get("until", ""))
        place = (
            f"{local_name(str(row['source']))} {row.get('locator', '')}" if "source" in row else ""
        )
        known = found.get(iri)
        sources = (*known.sources, place.strip()) if known else (place.strip(),)
        found[iri] = Dated(
            str(row["kind"]), iri, str(row["label"]), str(row["from"]), until, sources
        )
    dated = [d for d in found.values() if as_of is None or _is_on(d, as_of)]
    return sorted(dated, key=lambda d: (d.start, d.kind, d.label, d.iri))


def _is_on(dated: Dated, day: str) -> bool:
    if dated.kind in ("event", "change") and not dated.until:
        return dated.start <= day
    return dated.start <= day and (not dated.until or day < dated.until)
