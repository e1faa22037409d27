"""What no text of the corpus tells: repeals by acts it lacks and by courts, lost days.

The repeals stand in ``graph_data/corpus/repeals.csv``, each with two places that say so,
or with the text of the repealing act itself; days that a scan lost are taken from the
curated instruments, ``graph_data/instruments.csv``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from simpul.errors import Place, UnreadableInput
from simpul.laws.study.status import Act
from simpul.resources import bundled_data

__all__ = ["known_repeals", "known_starts"]

_WORDS = {"repeals": "repeals", "repealsInPart": "repeals in part", "annuls": "annuls"}
_NAME = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
_TARGET = re.compile(r"[a-z]+(?:-[a-z0-9]+)+(?:/[a-z]+-[a-z0-9]+)*")
_COLUMNS = ("act", "action", "target", "from", "source")


def known_repeals(table: Path | None = None) -> Iterator[Act]:
    """The repeals of a table, the bundled one unless another is given.

    Its columns are act, action (repeals, repealsInPart or annuls), target, from
    (the first day the target no longer holds), source and also (an address, or a
    law of the corpus that says so). Also may be empty only where the source is the
    act's own text, a file of its kind, year and number. Raises UnreadableInput with
    file and row.
    """
    path = table or bundled_data() / "corpus" / "repeals.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                yield _act(row, Place(str(path), number))
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(
            f"the table of repeals cannot be read: {error}", where=str(path)
        ) from error


def known_starts() -> dict[str, str]:
    """The first day in force of each curated instrument that has one, as ISO dates."""
    path = bundled_data() / "instruments.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["from"] for row in csv.DictReader(file) if row["from"]}


def _act(row: dict[str, str], where: Place) -> Act:
    missing = [column for column in _COLUMNS if not row.get(column)]
    if missing:
        raise UnreadableInput(f"{missing[0]} is empty", where=where)
    for column, right in (("act", _NAME), ("target", _TARGET)):
        if not right.fullmatch(row[column]):
            raise UnreadableInput(
                f"{column} {row[column]} is no name of a law or article",
                where=where,
                todo="Write it as uu-36-2009 or uu-13-2003/pasal-158.",
            )
    if row["action"] not in _WORDS:
        raise UnreadableInput(
            f"action {row['action']} is unknown",
            where=where,
            todo=f"Use one of {', '.join(_WORDS)}.",
        )
    try:
        date.fromisoformat(row["from"])
    except ValueError:
        raise UnreadableInput(
            f"from {row['from']} is no day", where=where, todo="Write it as 2023-08-08."
        ) from None
    if not row.get("also") and not _is_its_text(row["act"], row["source"]):
        raise UnreadableInput(
            "also is empty",
            where=where,
            todo="Give a second place that says so, or the act's own text as source.",
        )
    places = f"{row['source']} {row.get('also') or ''}".strip()
    return Act(row["from"], row["act"], _WORDS[row["action"]], row["target"], places)


def _is_its_text(act: str, source: str) -> bool:
    """Whether an address is the text of an act in a collection by kind, year and number."""
    kind, number, year = act.rsplit("-", 2) if act.count("-") > 1 else (act, "", "")
    return bool(number) and re.search(rf"/{kind}/{year}/{number}(?:\.md|/)", source) is not None
