"""The history of a finding: when it opened and closed, by which act, and how it stood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from simpul.findings.dualism.acts import Act
from simpul.findings.dualism.finding import Finding
from simpul.findings.dualism.meeting import overlap
from simpul.findings.dualism.resolution import resolve
from simpul.findings.dualism.rulebook import ALWAYS, NEVER, Norm, RuleBook
from simpul.findings.dualism.words import Names
from simpul.model import Bilingual

__all__ = ["Moment", "history"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which a finding opened, changed or closed, and by what."""

    day: str
    event: str
    status: str
    by: str | None
    why: Bilingual

    def as_json(self) -> dict[str, Any]:
        """The moment as JSON."""
        return {
            "day": None if self.day in (ALWAYS, NEVER) else self.day,
            "event": self.event,
            "status": self.status,
            "by": self.by,
            "why": self.why.as_json(),
        }


def history(
    finding: Finding, book: RuleBook, known: Iterable[Act], names: Names
) -> tuple[Moment, ...]:
    """The moments of a finding's first pair that was ever in force together, in order."""
    first, second = finding.pairs[0]
    a, b = book.norms[first], book.norms[second]
    start, end = overlap(a, b) or (ALWAYS, NEVER)
    acts = tuple(known)
    moments = [_opening(start, finding.kind, a, b, book, acts, names)]
    for day in sorted(_turns(a, b, book, start, end)):
        moments.append(_standing(day, finding.kind, a, b, book, names, before=moments[-1]))
    if end != NEVER:
        moments.append(_closing(end, a, b, acts, names))
    return tuple(moments)


def _turns(a: Norm, b: Norm, book: RuleBook, start: str, end: str) -> set[str]:
    """Days on which a ruling or conflict rule on the pair begins or ceases to hold."""
    days = {
        day
        for rule in book.settlements
        if rule.settles & a.places and rule.settles & b.places
        for day in (rule.start, rule.end)
    }
    return {day for day in days if start < day < end}


def _opening(
    day: str, kind: str, a: Norm, b: Norm, book: RuleBook, known: tuple[Act, ...], names: Names
) -> Moment:
    """The first day of both norms, by the law of the later one or the act that changed it."""
    resolution = resolve(kind, a, b, book, as_of=day)
    later = a if a.start >= b.start else b
    changing = (act.act for act in known if act.place in later.places and act.day == later.start)
    by = next(changing, later.instrument)
    label, act = names(later.iri), names(by)
    why = Bilingual(
        f"{label.id} mulai berlaku ({act.id}). {resolution.why.id}",
        f"{label.en} enters into force ({act.en}). {resolution.why.en}",
    )
    return Moment(day, "opened", resolution.status, by, why)


def _standing(
    day: str, kind: str, a: Norm, b: Norm, book: RuleBook, names: Names, *, before: Moment
) -> Moment:
    """How a finding stands from a day on which a rule about it begins or ends."""
    resolution = resolve(kind, a, b, book, as_of=day)
    event = "confirmed" if before.status == resolution.status else "changed"
    rules = [rule.rule for rule in book.settlements if day in (rule.start, rule.end)]
    by = next((rule for rule in rules), None)
    label = names(by) if by else Bilingual("", "")
    why = Bilingual(f"{label.id}: {resolution.why.id}", f"{label.en}: {resolution.why.en}")
    return Moment(day, event, resolution.status, by, why)


def _closing(end: str, a: Norm, b: Norm, known: tuple[Act, ...], names: Names) -> Moment:
    ending = [norm for norm in (a, b) if norm.end == end]
    named = [(norm, by) for norm in ending if (by := _ender(norm, end, known))]
    ended, by = named[0] if named else (ending[0], None)
    label = names(ended.iri)
    if by is None:
        why = Bilingual(
            f"{label.id} tidak berlaku lagi; tindakan yang mengakhirinya tidak dicatat.",
            f"{label.en} is no longer in force; the act that ended it is not recorded.",
        )
        return Moment(end, "closed", "closed", None, why)
    act = names(by)
    why = Bilingual(
        f"{label.id} tidak berlaku lagi oleh {act.id}.",
        f"{label.en} is no longer in force, by {act.en}.",
    )
    return Moment(end, "closed", "closed", by, why)


def _ender(norm: Norm, end: str, known: tuple[Act, ...]) -> str | None:
    """The act on the norm's places whose day is the end, or the only one known without a day."""
    touching = [act for act in known if act.place in norm.places]
    for act in touching:
        if act.day == end:
            return act.act
    undated = [act for act in touching if not act.day]
    return undated[0].act if len(undated) == 1 else None
