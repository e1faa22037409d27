"""References of rules in force into law that has been repealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simpul.laws.study.rows import Select, instrument_of, name_of
from simpul.laws.study.status import Status

__all__ = ["StaleReference", "stale_references"]

_REFERENCES = "SELECT ?from ?to WHERE { ?from pol:refersTo ?to }"


@dataclass(frozen=True, slots=True, order=True)
class StaleReference:
    """A provision in force points at law repealed since the day given."""

    source: str
    target: str
    since: str


def stale_references(
    select: Select, status: Status, as_of: str | None = None
) -> Iterator[StaleReference]:
    """The stale references of a corpus; a law that itself repeals the target is no case."""
    for row in select(_REFERENCES):
        source, target = name_of(row["from"]), name_of(row["to"])
        law = instrument_of(source)
        if instrument_of(target) == law:
            continue
        since = status.repealed(target, as_of)
        if since is None or status.repealed(source, as_of):
            continue
        acts = status.chain(target, as_of)
        if not any(act.law == law for act in acts) and not _opening(source):
            yield StaleReference(source, target, since)


def _opening(source: str) -> bool:
    """References of a law's title or enacting words are history, not rules."""
    return "/" not in source
