"""The laws that touch a policy field: by words, by definitions and by references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from simpul.laws.study.rows import Select, instrument_of, name_of
from simpul.laws.study.status import Status

__all__ = ["Touching", "scope"]

_WORDS = """SELECT ?p ?text WHERE {{ ?p pol:text ?text .
  FILTER(CONTAINS(LCASE(STR(?text)), "{phrase}")) }}"""
_TITLES = """SELECT ?law WHERE {{ ?law a pol:Instrument ; dcterms:title ?title .
  FILTER(CONTAINS(LCASE(STR(?title)), "{phrase}")) }}"""
_POINTERS = "SELECT ?from ?to WHERE { ?from pol:refersTo ?to }"


@dataclass(frozen=True, slots=True)
class Touching:
    """A law that touches the field: in its title, in provisions, by references."""

    law: str
    title: str
    state: str
    titled: bool
    provisions: int
    pointing: int


def scope(
    select: Select, status: Status, phrases: Sequence[str], as_of: str | None = None
) -> list[Touching]:
    """The laws that touch some phrases, nearest first; pointing laws come last."""
    titled: set[str] = set()
    provisions: Counter[str] = Counter()
    for phrase in phrases:
        safe = phrase.lower().replace("\\", "").replace('"', "").replace("\n", " ")
        titled |= {name_of(row["law"]) for row in select(_TITLES.format(phrase=safe))}
        provisions.update(
            instrument_of(name_of(row["p"])) for row in select(_WORDS.format(phrase=safe))
        )
    core = titled | {law for law, count in provisions.items() if count > 2}
    pointing: Counter[str] = Counter()
    for row in select(_POINTERS):
        source, target = instrument_of(name_of(row["from"])), instrument_of(name_of(row["to"]))
        if target in titled and source != target:
            pointing[source] += 1
    laws = core | set(provisions) | set(pointing)
    found = [
        Touching(
            law, status.titles.get(law, ""), status.state(law, as_of), law in titled,
            provisions[law], pointing[law],
        )
        for law in laws
    ]  # fmt: skip
    return sorted(found, key=lambda one: (not one.titled, -one.provisions, -one.pointing, one.law))
