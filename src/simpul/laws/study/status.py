"""Whether an instrument or article is in force on a day, and by which chain of acts.

An act takes effect when its law enters into force, or, where the text lost that day, on
the day curated for it, or else on the day the law was signed. A repealed repeal does not
revive what it repealed (UU 12/2011, Annex II, number 222).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simpul.laws.study.rows import Select, instrument_of, name_of

__all__ = ["Act", "Status", "load_status", "place_of"]

_LAWS = """SELECT ?law ?from ?signed ?title WHERE {
  ?law a pol:Instrument .
  OPTIONAL { ?law eli:first_date_entry_in_force ?from }
  OPTIONAL { ?law eli:date_document ?signed }
  OPTIONAL { ?law dcterms:title ?title } }"""
_ACTS = """SELECT ?law ?action ?target WHERE {
  VALUES ?action { eli:repeals pol:repealsInPart pol:changes pol:inserts pol:deletes }
  ?law ?action ?target }"""
_BASES = "SELECT ?law ?base WHERE { ?law eli:based_on ?base }"
_WORDS = {
    "repeals": "repeals", "repealsInPart": "repeals in part", "changes": "amends",
    "inserts": "inserts", "deletes": "deletes",
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """One act on an instrument or article: when, by which law, what, on what.

    ``places`` says where an act that no text of the corpus tells can be read.
    """

    day: str
    law: str
    action: str
    target: str
    places: str = ""


class Status:
    """The state of every instrument and article of a corpus."""

    def __init__(self, laws: Iterable[tuple[str, str, str]], acts: Iterable[Act]) -> None:
        self.start = {name: start for name, start, _ in laws}
        self.titles: dict[str, str] = {}
        self.bases: dict[str, set[str]] = {}
        self._acts: dict[str, list[Act]] = defaultdict(list)
        self._touches: dict[str, set[str]] = defaultdict(set)
        self._amended: dict[str, set[str]] = defaultdict(set)
        for act in acts:
            self._acts[instrument_of(act.target)].append(act)
            self._touches[act.law].add(instrument_of(act.target))
            if act.action == "amends" and "/" not in act.target:
                self._amended[act.law].add(act.target)
        for chain in self._acts.values():
            chain.sort()

    def chain(self, name: str, as_of: str | None = None) -> list[Act]:
        """The acts on an instrument, or on one article and what holds it, in order."""
        instrument = instrument_of(name)
        found = []
        for act in self._acts.get(instrument, ()):
            whole = act.target == instrument
            inside = act.target == name or act.target.startswith(f"{name}/")
            above = name.startswith(f"{act.target}/")
            if (whole or inside or above) and (as_of is None or act.day <= as_of):
                found.append(act)
        return found

    def linked(self, one: str, other: str) -> bool:
        """Whether one of two instruments changes or repeals the other, or both change a third."""
        left, right = instrument_of(one), instrument_of(other)
        touched_left, touched_right = self._touches[left], self._touches[right]
        return right in touched_left or left in touched_right or bool(touched_left & touched_right)

    def repealed(self, name: str, as_of: str | None = None) -> str | None:
        """The day an instrument or article ceased to be in force, or None."""
        for act in self.chain(name, as_of):
            gone = act.action in {"repeals", "deletes", "annuls"}
            covers = act.target == name or name.startswith(f"{act.target}/")
            if gone and covers and act.day:
                return act.day
        return self._gone_with_its_law(name, as_of)

    def reworded(self, name: str, as_of: str | None = None) -> str | None:
        """The day a later law gave an article or a part of it new words, or None."""
        for act in self.chain(name, as_of):
            touched = "/" in act.target and (
                act.target == name or name.startswith(f"{act.target}/")
            )
            if touched and act.action == "amends" and act.law != instrument_of(name):
                return act.day
        return None

    def _gone_with_its_law(self, name: str, as_of: str | None) -> str | None:
        """The day new text for another law fell with that law, or None."""
        law = instrument_of(name)
        place = place_of(name)
        amended = self._amended.get(law, set()) - {law}
        if len(amended) != 1 or place == name.removeprefix(f"{law}/"):
            return None
        return self.repealed(f"{next(iter(amended))}/{place}", as_of)

    def state(self, name: str, as_of: str | None = None) -> str:
        """In force, amended, repealed, not yet in force, or unknown to this corpus."""
        instrument = instrument_of(name)
        start = self.start.get(instrument)
        acts = self.chain(name, as_of)
        if start is None and not acts:
            return "unknown"
        if as_of and start and start > as_of:
            return "not yet in force"
        if self.repealed(name, as_of):
            return "repealed"
        on_it = [act for act in acts if act.target != instrument or name == instrument]
        if any(act.action in ("amends", "inserts", "repeals in part") for act in on_it):
            return "amended"
        return "in force"


def load_status(
    select: Select, known: Iterable[Act] = (), starts: Mapping[str, str] | None = None
) -> Status:
    """The status of all the store holds, from its amendments and repeals.

    ``known`` are further acts, which no text of the store tells, and ``starts`` the first
    days in force of laws, for those whose text lost theirs.
    """
    laws = []
    titles = {}
    for row in select(_LAWS):
        name = name_of(row["law"])
        start = row.get("from") or (starts or {}).get(name) or row.get("signed")
        laws.append((name, start or _year_of(name), ""))
        if "title" in row:
            titles[name] = row["title"]
    begins = {name: day for name, day, _ in laws}
    acts = []
    for row in select(_ACTS):
        law = name_of(row["law"])
        action = _WORDS[row["action"].rpartition("#")[2]]
        acts.append(Act(begins.get(law, _year_of(law)), law, action, name_of(row["target"])))
    told = {(act.law, act.action, act.target) for act in acts}
    acts += [act for act in known if (act.law, act.action, act.target) not in told]
    status = Status(laws, acts)
    status.titles = titles
    status.bases = defaultdict(set)
    for row in select(_BASES):
        status.bases[name_of(row["law"])].add(instrument_of(name_of(row["base"])))
    return status


def place_of(name: str) -> str:
    """The article a text is for: of ``uu-2-2001/pasal-i/pasal-3/ayat-1`` it is pasal-3/ayat-1.

    >>> place_of("uu-2-2001/pasal-i/pasal-3/ayat-1"), place_of("uu-1-1990/pasal-3")
    ('pasal-3/ayat-1', 'pasal-3')
    """
    steps = name.split("/")[1:]
    last = max((n for n, step in enumerate(steps) if step.startswith("pasal-")), default=0)
    return "/".join(steps[last:])


def _year_of(name: str) -> str:
    year = name.rpartition("-")[2]
    return f"{year}-12-31" if year.isdigit() else ""
