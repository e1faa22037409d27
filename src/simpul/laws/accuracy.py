"""How well the reader reads: precision and recall against facts typed by hand.

    python -m simpul.laws.accuracy GOLD_FOLDER CORPUS_FOLDER

A gold file names its text (``source``) and, for each kind of fact it was read
for, all facts of that kind. Kinds a file leaves out are not measured for it.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simpul.errors import UnreadableInput
from simpul.laws.model import Law, Penalty
from simpul.laws.reader import read_law
from simpul.laws.tree.places import article_of

__all__ = ["Score", "judgements", "measure", "table"]

_PENALTY_FIELDS = (
    "provision", "min_months", "max_months", "life", "death", "min_fine", "max_fine", "join",
    "substitute_months", "factor", "same_as",
)  # fmt: skip
_DATES = ("signed", "promulgated", "in_force")
_GAZETTE = ("gazette", "gazette_supplement")


@dataclass(slots=True)
class Score:
    """What was found of one kind of fact: right, wrong and missed ones."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        return self.right / ((self.right + len(self.wrong)) or 1)

    @property
    def recall(self) -> float:
        """The share of what stands in the text that was read."""
        return self.right / ((self.right + len(self.missed)) or 1)


def measure(gold: Path, corpus: Path) -> dict[str, Score]:
    """The score of each kind of fact over all gold files."""
    scores: dict[str, Score] = {}
    for file in sorted(gold.glob("*.json")):
        facts = json.loads(file.read_text(encoding="utf-8"))
        source = facts["source"]
        law = read_law((corpus / source).read_text(encoding="utf-8"), source)
        for kind, expected, found in _compared(facts, law):
            score = scores.setdefault(kind, Score())
            score.right += len(expected & found)
            score.wrong += [f"{file.stem}: {one}" for one in sorted(found - expected)]
            score.missed += [f"{file.stem}: {one}" for one in sorted(expected - found)]
    return scores


def table(scores: Mapping[str, Score]) -> str:
    """The scores as text, one kind of fact a line."""
    lines = [f"{'fact':<14}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}"]
    for kind, score in scores.items():
        lines.append(
            f"{kind:<14}{score.right:>7}{len(score.wrong):>7}{len(score.missed):>8}"
            f"{score.precision:>11.3f}{score.recall:>8.3f}"
        )
    return "\n".join(lines)


def judgements(table: Path) -> Iterator[tuple[str, str, int, float]]:
    """Of each list of candidates: a judgement, how often it was given, and its share.

    Raises UnreadableInput for a file that is no such table.
    """
    try:
        with table.open(encoding="utf-8", newline="") as file:
            given = Counter((row["list"], row["judgement"]) for row in csv.DictReader(file))
    except (OSError, UnicodeDecodeError, KeyError) as error:
        raise UnreadableInput(
            "the file is no table of judgements",
            where=str(table),
            todo="Its columns are list, place, id and judgement.",
        ) from error
    totals = Counter[str]()
    for (name, _), count in given.items():
        totals[name] += count
    for (name, judgement), count in sorted(
        given.items(), key=lambda one: (one[0][0], one[0][1] != "right", -one[1], one[0][1])
    ):
        yield name, judgement, count, count / totals[name]


def _compared(facts: Mapping[str, Any], law: Law) -> Iterable[tuple[str, set[str], set[str]]]:
    """Expected and found facts of each kind the gold file was read for."""
    if "articles" in facts:
        yield "structure", _structure(facts), _found_structure(law, facts)
    if "definitions" in facts:
        yield "definitions", set(facts["definitions"]), {one.provision for one in law.definitions}
    if "penalties" in facts:
        yield "penalties", set(map(_as_text, facts["penalties"])), set(map(_penalty, law.penalties))
    if "repeals" in facts:
        found = {_target(one.instrument, one.path) for one in law.repeals}
        yield "repeals", set(facts["repeals"]), found
    if "amends" in facts:
        yield "amendments", set(facts["amends"]), _amendments(law)
    if "references" in facts:
        yield "references", _references(facts["references"]), _found_references(law, facts)
    if "based_on" in facts:
        found = {_target(one.instrument, one.path) for one in law.based_on}
        yield "legal basis", set(facts["based_on"]), found
    if "title" in facts:
        yield "title", {"title"}, _title(facts["title"], law.heading.title)
    yield "dates", *_stated(facts, law, _DATES)
    yield "gazette", *_stated(facts, law, _GAZETTE)


def _title(ends: Sequence[str], title: str) -> set[str]:
    """A title is right that begins and ends with the words the gold gives."""
    right = title.startswith(ends[0]) and _bare(title).endswith(_bare(ends[1]))
    return {"title"} if right else {f"title {' '.join(title.split()[:6])}"}


def _bare(words: str) -> str:
    return words.rstrip(' .)_"”')


def _structure(facts: Mapping[str, Any]) -> set[str]:
    units = {f"pasal {number}" for number in facts["articles"]}
    units |= {f"quoted {number}" for number in facts.get("quoted", ())}
    units |= {f"pasal {number} has {count} ayat" for number, count in facts.get("ayat", {}).items()}
    return units


def _found_structure(law: Law, facts: Mapping[str, Any]) -> set[str]:
    units = {f"pasal {one.number}" for one in law.articles}
    units |= {
        f"quoted {one.number}" for one in law.provisions if one.kind == "pasal" and one.quoted
    }
    for number in facts.get("ayat", {}):
        path = f"pasal-{number.lower()}"
        count = sum(1 for one in law.provisions if one.parent == path and one.kind == "ayat")
        units.add(f"pasal {number} has {count} ayat")
    return units


def _as_text(penalty: Mapping[str, Any]) -> str:
    return json.dumps({name: penalty[name] for name in _PENALTY_FIELDS if penalty.get(name)})


def _penalty(penalty: Penalty) -> str:
    return _as_text({name: getattr(penalty, name) for name in _PENALTY_FIELDS})


def _target(instrument: str, path: str) -> str:
    return f"{instrument}/{path}" if path else instrument


def _amendments(law: Law) -> set[str]:
    """Amendments by article: an inserted ayat changes its article."""
    found = set()
    for one in law.amendments:
        if one.path:
            article = article_of(one.path) or one.path
            action = one.action if article == one.path else "changes"
            found.add(f"{one.instrument} {action} {article}")
    return found


def _references(expected: Mapping[str, Iterable[str]]) -> set[str]:
    return {f"{article} > {target}" for article, targets in expected.items() for target in targets}


def _found_references(law: Law, facts: Mapping[str, Any]) -> set[str]:
    """References by article; of an amending law only the articles the gold names."""
    amends = facts.get("amends") or any(one.quoted for one in law.provisions)
    named = facts["references"] if amends else None
    found = set()
    for one in law.references:
        article = article_of(one.provision)
        if article and (named is None or article in named):
            target = _target("" if one.instrument == law.name else one.instrument, one.path)
            found.add(f"{article} > {target.lstrip('/')}")
    return found


def _stated(facts: Mapping[str, Any], law: Law, names: Iterable[str]) -> tuple[set[str], set[str]]:
    """Single facts; one that the gold says the text lacks must not be found."""
    expected, found = set(), set()
    for name in names:
        if name not in facts:
            continue
        value = law.in_force if name == "in_force" else getattr(law.heading, name)
        if facts[name] is not None:
            expected.add(f"{name} {facts[name]}")
        if value is not None:
            found.add(f"{name} {value}")
    return expected, found


def main() -> None:
    """Print the table, and with ``-v`` what was read wrongly or missed."""
    arguments = [one for one in sys.argv[1:] if one != "-v"]
    scores = measure(Path(arguments[0]), Path(arguments[1]))
    print(table(scores))
    if "-v" in sys.argv:
        for kind, score in scores.items():
            for sign, facts in (("+", score.wrong), ("-", score.missed)):
                for fact in facts:
                    print(f"{kind} {sign} {fact}")


if __name__ == "__main__":
    main()
