"""Regulations a law promises (*diatur dengan Peraturan Pemerintah*) that were not found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from simpul.laws.study.rows import Select, instrument_of, name_of
from simpul.laws.study.status import Status

__all__ = ["Promise", "promised"]

_PROMISES = """SELECT ?provision ?form WHERE {
  ?d a pol:Delegation ; pol:provision ?provision ; pol:delegatedForm ?form .
  FILTER(STRSTARTS(LCASE(STR(?form)), "peraturan pemerintah")) }"""
_BASES = "SELECT ?law ?base WHERE { ?law eli:based_on ?base }"
_POINTERS = "SELECT ?from ?to WHERE { ?from pol:refersTo ?to }"


@dataclass(frozen=True, slots=True, order=True)
class Promise:
    """A promised regulation; ``found`` tells how near the corpus comes to it."""

    law: str
    provision: str
    found: str


def promised(select: Select, status: Status, as_of: str | None = None) -> Iterator[Promise]:
    """Promises of statutes in force for which no government regulation was found."""
    resting = defaultdict(set)
    for row in select(_BASES):
        law = name_of(row["law"])
        if law.startswith("pp-"):
            resting[instrument_of(name_of(row["base"]))].add(law)
    named = set()
    for row in select(_POINTERS):
        if name_of(row["from"]).startswith("pp-"):
            named.add("/".join(name_of(row["to"]).split("/")[:2]))
    seen = set()
    for row in select(_PROMISES):
        provision = name_of(row["provision"])
        law = instrument_of(provision)
        article = "/".join(provision.split("/")[:2])
        if not law.startswith(("uu-", "perpu-", "uudrt-")) or article in seen:
            continue
        seen.add(article)
        if status.repealed(article, as_of) or article in named:
            continue
        found = "regulations rest on the law, none names the article" if resting[law] else "none"
        yield Promise(law, article, found)
