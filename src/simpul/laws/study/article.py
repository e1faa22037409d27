"""What an article said on a day, as far as the texts of a corpus tell."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.laws.study.rows import Select, name_of
from simpul.laws.study.status import Status
from simpul.terms import DATA

__all__ = ["Version", "versions"]

_NEW_TEXTS = "SELECT ?p WHERE {{ ?p pol:newTextOf <{iri}> }}"
_WORDS = """SELECT ?p ?number ?line ?text WHERE {{
  ?p eli:is_part_of* <{iri}> ; a pol:Provision ; pol:line ?line ; eli:number ?number .
  OPTIONAL {{ ?p pol:text ?text }} }}"""


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of an article: from which day, by which law, its words."""

    since: str
    law: str
    words: str


def versions(select: Select, status: Status, name: str) -> list[Version]:
    """The wordings of an article the corpus holds, oldest first."""
    found = []
    law = name.split("/", maxsplit=1)[0]
    original = _words(select, name)
    if original:
        found.append(Version(status.start.get(law, ""), law, original))
    for row in select(_NEW_TEXTS.format(iri=DATA + name)):
        place = name_of(row["p"])
        by = place.split("/")[0]
        found.append(Version(status.start.get(by, ""), by, _words(select, place)))
    return sorted(found, key=lambda one: one.since)


def _words(select: Select, name: str) -> str:
    """The words of a provision with its units, in the order of the text."""
    rows = []
    for row in select(_WORDS.format(iri=DATA + name)):
        place = name_of(row["p"])
        rows.append((int(row["line"]), place.count("/"), place, row))
    rows.sort(key=lambda one: (one[0], _order(one[2])))
    lines = []
    for _, depth, place, row in rows:
        mark = _mark(place, row["number"])
        lines.append(f"{'  ' * (depth - 1)}{mark} {row.get('text', '')}".rstrip())
    return "\n".join(lines)


def _order(place: str) -> list[tuple[int, str]]:
    steps = []
    for step in place.split("/"):
        tail = step.rpartition("-")[2]
        steps.append((int(tail) if tail.isdigit() else 0, tail))
    return steps


def _mark(place: str, number: str) -> str:
    kind = place.rpartition("/")[2].split("-")[0]
    return {"pasal": f"Pasal {number}", "ayat": f"({number})"}.get(kind, f"{number}.")
