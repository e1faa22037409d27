"""What the store knows of a law, as cells of the tables of a graph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.laws.rdf.statements import locator
from simpul.laws.study.rows import Select, instrument_of, name_of
from simpul.laws.written.names import RANKS
from simpul.terms import DATA

__all__ = ["Papers", "instrument_rows", "link_rows"]

_LAW = """SELECT ?title ?number ?year ?rank ?signed ?from ?path ?label WHERE {{
  <{iri}> a pol:Instrument ; eli:number ?number ; pol:year ?year ; rdfs:label ?label .
  FILTER(LANG(?label) = "id")
  OPTIONAL {{ <{iri}> dcterms:title ?title }} OPTIONAL {{ <{iri}> pol:rank ?rank }}
  OPTIONAL {{ <{iri}> eli:date_document ?signed }}
  OPTIONAL {{ <{iri}> eli:first_date_entry_in_force ?from }}
  OPTIONAL {{ ?source pol:textOf <{iri}> ; pol:path ?path }} }}"""
_TEXT = "SELECT ?text WHERE {{ <{iri}> pol:text ?text }}"
_NEW_TEXT = "SELECT ?target WHERE {{ <{iri}> pol:newTextOf ?target }}"
_BETWEEN = """SELECT DISTINCT ?s ?p ?o WHERE {{
  VALUES ?p {{ eli:amends eli:repeals pol:repealsInPart pol:refersTo }}
  {{ <{one}> ?p ?o }} UNION {{ ?part eli:is_part_of* <{one}> . ?part ?p ?o }}
  BIND(<{one}> AS ?s)
  FILTER(?o = <{other}> || STRSTARTS(STR(?o), "{other}/")) }}"""
_TYPES = {
    "uud": "Constitution", "uu": "Statute", "uudrt": "Statute", "perpu": "Statute",
    "pp": "GovernmentRegulation", "perpres": "PresidentialRegulation", "keppres": "Decree",
    "penpres": "Decree", "inpres": "Order", "permen": "MinisterialRegulation",
    "permenkeu": "MinisterialRegulation",
}  # fmt: skip
_PREDICATES = {"amends": "eli:amends", "repeals": "eli:repeals", "repealsInPart": "eli:repeals",
               "refersTo": "pol:refersTo"}  # fmt: skip


class Papers:
    """The laws of a store by name, each asked for once."""

    def __init__(self, select: Select, mark: str) -> None:
        self._select = select
        self._mark = mark
        self._laws: dict[str, dict[str, str]] = {}

    def law(self, name: str) -> dict[str, str]:
        """What the store says of an instrument; empty if it holds only its name."""
        if name not in self._laws:
            rows = list(self._select(_LAW.format(iri=DATA + name)))
            self._laws[name] = dict(rows[0]) if rows else {}
        return self._laws[name]

    def shown(self, name: str) -> str:
        """An instrument as lawyers write it, ``UU 21/2007``."""
        kind, _, rest = name.partition("-")
        number, _, year = rest.rpartition("-")
        return self.law(name).get("label") or f"{kind.upper()} {number}/{year}"

    def text(self, provision: str) -> str:
        """The own words of a provision."""
        return " ".join(row["text"] for row in self._select(_TEXT.format(iri=DATA + provision)))

    def place(self, provision: str) -> str:
        """Where a rule stands: new text of another law stands in that law."""
        steps = provision.split("/")
        for count in range(len(steps), 1, -1):
            for row in self._select(_NEW_TEXT.format(iri=DATA + "/".join(steps[:count]))):
                return "/".join([name_of(row["target"]), *steps[count:]])
        return provision

    def start(self, provision: str) -> str:
        """The day the law that says it entered into force, if its text tells."""
        return self.law(instrument_of(provision)).get("from", "")

    def evidence(self, provision: str) -> dict[str, str]:
        """The columns that lead back to the place, and say who read it."""
        law, _, path = provision.partition("/")
        return {
            "source": f"{law}-text",
            "locator": locator(path),
            "confidence": "unverified",
            "note_id": f"Terbaca mesin (calon {self._mark}); periksa pada naskahnya.",
            "note_en": f"Machine-read (candidate {self._mark}); check it against the text.",
        }

    def between(self, one: str, other: str) -> list[tuple[str, str]]:
        """What one instrument does to another: predicate and target."""
        rows = self._select(_BETWEEN.format(one=DATA + one, other=DATA + other))
        found = ((re.split(r"[#/]", row["p"])[-1], name_of(row["o"])) for row in rows)
        return sorted({(_PREDICATES[name], target) for name, target in found})


def instrument_rows(papers: Papers, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of an instrument and of its text, each with its table."""
    law, shown = papers.law(name), papers.shown(name)
    kind, _, rest = name.partition("-")
    number, _, year = rest.rpartition("-")
    title = law.get("title", "")
    if law:
        yield "sources.csv", {
            "id": f"{name}-text", "label_id": f"Teks {shown}", "label_en": f"Text of {shown}",
            "type": "law-text", "title": title or shown, "year": year,
            "path": law.get("path", ""), "text_of": name, "confidence": "unverified",
        }  # fmt: skip
    yield "instruments.csv", {
        "id": name, "label_id": shown, "label_en": shown, "title_id": title,
        "type": _TYPES.get(kind, ""), "number": law.get("number", number), "year": year,
        "rank": law.get("rank") or str(RANKS.get(kind, "")), "signed": law.get("signed", ""),
        "from": law.get("from", ""), **papers.evidence(name),
        "phrase": " ".join(title.split()[:6]),
    }  # fmt: skip


def link_rows(papers: Papers, one: str, other: str) -> Iterator[dict[str, str]]:
    """What the two laws of a candidate do to each other, as claims to be judged."""
    left, right = instrument_of(one), instrument_of(other)
    for subject, target in ((left, right), (right, left)):
        for predicate, found in papers.between(subject, target):
            yield {
                "subject": subject, "predicate": predicate, "object": found, "stance": "asserts",
                **papers.evidence(subject), "locator": "",
            }  # fmt: skip
