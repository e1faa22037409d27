"""Rows put into the tables of a folder: what changes, in words, and all or nothing.

A row whose key is known takes the place of the known one; any other is added. No
row is removed: what is not in the file stays.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from simpul.errors import Problem, UnreadableInput
from simpul.tables.concepts import read_schemes
from simpul.tables.metadata import Metadata, Table
from simpul.tables.names import strange_concepts, strange_names
from simpul.tables.quads import check_rows, table_keys
from simpul.tables.reading import REMARK, Row, read_rows

__all__ = ["Change", "Plan", "plan"]

_LIKE, _LIKE_WORD = 0.93, 0.8
"""How alike two names, and two words, are when one may be a slip for the other."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row that is added or altered: where, its key, and what differs."""

    table: str
    key: str
    new: bool
    cells: tuple[tuple[str, str, str], ...]

    def __str__(self) -> str:
        if self.new:
            return f"{self.table}: new {self.key}"
        told = "; ".join(
            f"{name}: {old or '(empty)'} -> {to or '(empty)'}" for name, old, to in self.cells
        )
        return f"{self.table}: {self.key} changes: {told}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What adding would do: changes, warnings, and the files as they would be."""

    changes: tuple[Change, ...]
    warnings: tuple[str, ...]
    files: Mapping[str, bytes]


def plan(folder: Path, metadata: Metadata, given: Sequence[tuple[Table, list[Row]]]) -> Plan:
    """What adding rows to a folder of tables would do; raises with every fault of the rows."""
    held = {
        table.url: read_rows(folder / table.url, table)
        for table in metadata.tables
        if (folder / table.url).exists()
    }
    changes: list[Change] = []
    given, warnings = _checked(folder, metadata, held, given)
    files: dict[str, bytes] = {}
    for table, rows in given:
        before = held.get(table.url, [])
        found = list(_changes(table, before, rows))
        if found:
            warnings += _alike(table, before, rows)
            files[table.url] = _file(folder / table.url, table, _joined(table, before, rows))
        changes += found
    return Plan(tuple(changes), tuple(warnings), files)


def _checked(
    folder: Path,
    metadata: Metadata,
    held: Mapping[str, list[Row]],
    given: Sequence[tuple[Table, list[Row]]],
) -> tuple[list[tuple[Table, list[Row]]], list[str]]:
    """The rows with dates and numbers as the tables write them, and what to look at again."""
    keys: dict[str, dict[str, set[str]]] = {}
    known: list[tuple[Table, list[Row]]] = []
    for table in metadata.tables:
        added = [row for other, rows in given if other.url == table.url for row in rows]
        known.append((table, [*held.get(table.url, []), *added]))
        keys[table.url] = table_keys(*known[-1])
    schemes = read_schemes(folder, known)
    problems: list[Problem] = []
    warnings: list[str] = []
    found: list[tuple[Table, list[Row]]] = []
    for table, rows in given:
        good, faults = check_rows(table, rows, keys)
        problems += [*faults, *strange_concepts(table, good, schemes)]
        warnings += [str(problem) for problem in strange_names(table, good, keys)]
        found.append((table, [_canonical(table, row, values) for row, values in good]))
    if problems:
        raise UnreadableInput.of(problems)
    return found, warnings


def _canonical(table: Table, row: Row, values: Mapping[str, Sequence[str]]) -> Row:
    cells = dict(row.cells)
    for column in table.written:
        if cells.get(column.name) and column.datatype.base != "string":
            cells[column.name] = (column.separator or "").join(values.get(column.name, ()))
    return Row(row.file, row.number, cells)


def _key(table: Table, row: Row) -> tuple[str, ...]:
    names = table.primary_key or tuple(column.name for column in table.written)
    return tuple(row.cells.get(name, "") for name in names)


def _changes(table: Table, before: Sequence[Row], rows: Sequence[Row]) -> Iterator[Change]:
    known = {_key(table, row): row for row in before}
    for row in rows:
        key = _key(table, row)
        old = known.get(key)
        name = " ".join(part for part in key if part)[:80]
        if old is None:
            yield Change(table.url, name, True, ())
            continue
        differing = tuple(
            (column.name, old.cells.get(column.name, ""), row.cells[column.name])
            for column in table.written
            if column.name in row.cells and row.cells[column.name] != old.cells.get(column.name, "")
        )
        if differing:
            yield Change(table.url, name, False, differing)


def _joined(table: Table, before: Sequence[Row], rows: Sequence[Row]) -> list[dict[str, str]]:
    found = {_key(table, row): dict(row.cells) for row in before}
    for row in rows:
        found.setdefault(_key(table, row), {}).update(row.cells)
    return list(found.values())


def _file(path: Path, table: Table, rows: Sequence[Mapping[str, str]]) -> bytes:
    """The CSV file, with the columns and the remarks that the file has."""
    names = [column.name for column in table.written]
    remarks: list[list[str]] = []
    if path.exists():
        text = path.read_text("utf-8-sig")
        head = next(csv.reader([text.partition("\n")[0]]), [])
        names = [*(name for name in head if name in names), *(n for n in names if n not in head)]
        remarks = [r for r in csv.reader(io.StringIO(text)) if r and r[0].startswith(REMARK)]
    used = [n for n in names if table.column(n).required or any(row.get(n) for row in rows)]
    kept = [name for name in names if name in used or path.exists()]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([kept, *remarks])
    writer.writerows([row.get(name, "") for name in kept] for row in rows)
    return out.getvalue().encode()


def _alike(table: Table, before: Sequence[Row], rows: Sequence[Row]) -> Iterator[str]:
    """New rows whose label is nearly that of another, or spells out its short form."""
    labels = [column.name for column in table.written if column.name.startswith("label")]
    known = {_key(table, row) for row in before}
    new = [row for row in rows if _key(table, row) not in known]
    for number, row in enumerate(new):
        for old in (*before, *new[:number]):
            pairs = [(row.cells.get(n, ""), old.cells.get(n, "")) for n in labels]
            like = next((pair for pair in pairs if all(pair) and alike(*pair)), None)
            if like:
                name = " ".join(_key(table, old))
                there = f"{like[1]!r} ({name}), which is there already"
                yield f"{table.url}: {like[0]!r} may be {there}"
                break


def alike(a: str, b: str) -> bool:
    """Whether two names may be of one thing.

    >>> alike("Komnas HAM", "Komisi Nasional Hak Asasi Manusia")
    True
    >>> alike("Pidana membakar hutan", "Pidana membakar lahan")
    False
    """
    one, two = _words(a), _words(b)
    if _slipped(one, two):
        return True
    short, long = sorted((one, two), key=lambda words: len("".join(words)))
    return len("".join(short)) > 3 and len(long) > 1 and _spelled("".join(short), tuple(long))


def _slipped(one: list[str], two: list[str]) -> bool:
    """Whether two names differ by slips of the pen: word by word, or in blanks."""
    if len(one) != len(two):
        return _near("".join(one), "".join(two), _LIKE)
    return all(_near(a, b, _LIKE_WORD) for a, b in zip(one, two, strict=True))


def _near(a: str, b: str, least: float) -> bool:
    """Whether two words are nearly the same; numbers are the same or not."""
    if re.findall(r"\d+", a) != re.findall(r"\d+", b):
        return False
    return a == b or SequenceMatcher(None, a, b).ratio() >= least


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.findall(r"[a-z0-9]+", re.sub(r"\([^)]*\)", " ", plain))


def _spelled(short: str, words: tuple[str, ...]) -> bool:
    """Whether the letters are beginnings of all the words, in their order."""
    if not short or not words:
        return not short and not words
    head, rest = words[0], words[1:]
    return any(
        _spelled(short[size:], rest)
        for size in range(1, min(len(head), len(short)) + 1)
        if head.startswith(short[:size])
    )
