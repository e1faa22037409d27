"""Locators and phrases of the graph held against the texts they point into."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from simpul.checks.fault import Fault
from simpul.checks.passages import LawPassages, PaperPassages, Passages, plain_text
from simpul.engine import Graph
from simpul.errors import UnreadableInput
from simpul.terms import local_name

__all__ = ["EvidenceCheck", "check_evidence"]

_STATEMENTS = """
SELECT ?thing ?source ?locator ?phrase WHERE {
  ?thing pol:evidence ?evidence . ?evidence oa:hasSource ?source .
  OPTIONAL { ?evidence pol:locator ?locator } OPTIONAL { ?evidence pol:phrase ?phrase }
} ORDER BY ?source ?locator ?thing
"""
_SOURCES = """
SELECT ?source ?path ?textOf ?outline WHERE {
  ?source a pol:Source .
  OPTIONAL { ?source pol:path ?path } OPTIONAL { ?source pol:textOf ?textOf }
  OPTIONAL { ?source pol:outline ?outline }
}
"""
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Source:
    """What the graph says of a source: its path in a corpus, its law, its outline."""

    path: str = ""
    law: str = ""
    outline: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """Faults found, and how many statements could be checked where."""

    faults: tuple[Fault, ...]
    checked: Mapping[str, int]
    unchecked: Mapping[str, int]

    def summary(self) -> str:
        """One line: statements in all, checked by kind of text, not checkable."""
        done, left = sum(self.checked.values()), sum(self.unchecked.values())
        kinds = ", ".join(f"{number} in {kind}" for kind, number in sorted(self.checked.items()))
        why = ", ".join(f"{number} {reason}" for reason, number in sorted(self.unchecked.items()))
        failed = sum(fault.grave for fault in self.faults)
        return (
            f"{done + left} statements with evidence: {done} checked ({kinds or 'none'}), "
            f"{left} not ({why or 'none'}); {failed} fail, "
            f"{len(self.faults) - failed} in a place the text shows only around"
        )


def check_evidence(graph: Graph, texts: Iterable[str]) -> EvidenceCheck:
    """Every locator and phrase whose source is among the texts given.

    A text is a file, a folder of laws (``uu/2007/21.md``), or ``ID=FILE``; a file
    belongs to the source of its name or path.
    """
    sources = _sources(graph)
    found = dict(_matched(texts, sources))
    opened: dict[str, Passages] = {}
    faults: list[Fault] = []
    checked: Counter[str] = Counter()
    unchecked: Counter[str] = Counter()
    for row in graph.select(_STATEMENTS):
        name = local_name(str(row["source"]))
        if name not in found:
            unchecked["without a text given"] += 1
            continue
        known = sources.get(name, _Source())
        if name not in opened:
            opened[name] = _open(found[name], known)
        checked["laws" if known.law else "papers"] += 1
        values = (str(row[key]) if key in row else "" for key in ("thing", "locator", "phrase"))
        faults += _faults(opened[name], name, *values)
    return EvidenceCheck(tuple(faults), checked, unchecked)


def _faults(text: Passages, source: str, thing: str, locator: str, phrase: str) -> Iterator[Fault]:
    where = local_name(thing)
    if not locator:
        yield Fault("evidence", f"no place in {source} is named", where, "Name article or section.")
        return
    passage = text.at(locator)
    if passage is None:
        yield Fault("evidence", f"{source} has no {locator}", where, "Correct the locator.")
        return
    if not passage.exact:
        what = f"the text shows no {locator}; the phrase is looked for around it"
        yield Fault("evidence-place", f"{source}: {what}", where, grave=False)
    if not phrase:
        return
    if len(phrase.split()) > _MOST_WORDS:
        yield Fault(
            "evidence", f"the phrase has more than {_MOST_WORDS} words", where, "Shorten it."
        )
    if plain_text(phrase) not in passage.text:
        yield Fault(
            "evidence", f"{phrase!r} is not in {source} {locator}", where, "Correct the phrase."
        )


def _sources(graph: Graph) -> dict[str, _Source]:
    rows: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in graph.select(_SOURCES):
        values = [str(row[key]) if key in row else "" for key in ("path", "textOf", "outline")]
        rows[local_name(str(row["source"]))].append((values[0], values[1], values[2]))
    return {
        name: _Source(
            path=max(path for path, _, _ in members),
            law=max(law for _, law, _ in members),
            outline=dict(part.split("=", 1) for _, _, part in members if "=" in part),
        )
        for name, members in rows.items()
    }


def _matched(texts: Iterable[str], sources: Mapping[str, _Source]) -> Iterator[tuple[str, Path]]:
    for given in texts:
        name, equals, rest = given.partition("=")
        path = Path(rest if equals and name in sources else given)
        if equals and name in sources:
            yield name, path
        elif path.is_dir():
            for source, known in sources.items():
                if known.path and (path / known.path).is_file():
                    yield source, path / known.path
        else:
            yield _owner(path, sources), path


def _owner(path: Path, sources: Mapping[str, _Source]) -> str:
    tail = "/".join(path.parts[-3:])
    for name, known in sources.items():
        if path.stem == name or (known.path and known.path == tail):
            return name
    raise UnreadableInput(
        "the file belongs to no source of the graph",
        where=str(path),
        todo=f"Name the source: --source ID={path}",
    )


def _open(path: Path, known: _Source) -> Passages:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"cannot read the source text: {error}", where=str(path)) from error
    if known.law:
        return LawPassages(text, known.path or str(path))
    return PaperPassages(text, known.outline)
