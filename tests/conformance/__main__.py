"""The W3C SPARQL tests through simpul and through its engine, counted side by side.

``python tests/conformance SUITE_DIR...``: a folder that holds manifests, or several.
Exit code 1 if simpul misses a test that the engine under it passes.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from answers import read_answer, same
from asking import Outcome, by_command, by_engine, by_process
from manifests import Case, cases

SAMPLE = 20
"""Every so many tests, one is asked by a process of its own too."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a test passed: term by term, or as values."""

    exact: bool
    value: bool
    said: str = ""


def main() -> int:
    """Prints the counts of each suite and names each miss."""
    worse = 0
    for folder in map(Path, sys.argv[1:]):
        worse += _suite(folder)
    return 1 if worse or len(sys.argv) < 2 else 0


def _suite(folder: Path) -> int:
    counts: Counter[tuple[str, str]] = Counter()
    left_out: Counter[str] = Counter()
    lines: list[str] = []
    differ = worse = sampled = 0
    for number, case in enumerate(cases(folder)):
        if case.not_run:
            left_out[case.not_run] += 1
            continue
        mine, theirs = by_command(case), by_engine(case)
        ours, engine = judged(case, mine), judged(case, theirs)
        if number % SAMPLE == 0:
            sampled += 1
            differ += judged(case, by_process(case)) != ours
        counts += _counted(case, ours, engine)
        if not ours.value or (engine.exact and not ours.exact):
            missed = (engine.value and not ours.value) or (engine.exact and not ours.exact)
            worse += missed
            who = "ours alone" if missed else "both"
            lines.append(f"  {who:<10}  {case.name}: {ours.said or 'another answer'}")
    _print(folder, counts, left_out, lines)
    print(f"  {sampled} of these in a process of its own: {differ} judged otherwise")
    return worse + differ


def judged(case: Case, outcome: Outcome) -> Verdict:
    """What the suite says of an outcome."""
    if case.kind == "refuse":
        return Verdict(outcome.fault, outcome.fault, "accepted" if outcome.answer else outcome.said)
    if outcome.answer is None:
        return Verdict(False, False, outcome.said)
    if case.kind == "accept":
        return Verdict(True, True)
    if case.result is None:
        return Verdict(False, False, "the suite gives no result")
    wanted = read_answer(case.result.read_bytes(), case.result.suffix, case.result.as_uri())
    ordered = bool(re.search(r"\bORDER\s+BY\b", case.text, re.IGNORECASE)) and not case.lax
    ways = [
        same(wanted, outcome.answer, ordered=ordered, lax=case.lax, by_value=value)
        for value in (False, True)
    ]
    return Verdict(ways[0], ways[0] or ways[1])


def _counted(case: Case, ours: Verdict, engine: Verdict) -> Counter[tuple[str, str]]:
    kind = "evaluation" if case.kind == "evaluation" else "syntax"
    found = {"run": True, "ours": ours.value, "ours exact": ours.exact}
    found |= {"engine": engine.value, "engine exact": engine.exact}
    return Counter({(kind, what): int(yes) for what, yes in found.items()})


def _print(
    folder: Path, counts: Counter[tuple[str, str]], left_out: Counter[str], lines: list[str]
) -> None:
    print(f"{folder.name}: passed of run, ours / the engine's (term by term)")
    for kind in ("evaluation", "syntax"):
        got = {what: number for (of, what), number in counts.items() if of == kind}
        if got:
            exact = f"({got['ours exact']} / {got['engine exact']})"
            print(f"  {kind:<10}  {got['ours']} / {got['engine']} of {got['run']} {exact}")
    for why, number in sorted(left_out.items()):
        print(f"  not run     {number}: {why}")
    print("\n".join(lines) or "  no miss")


if __name__ == "__main__":
    sys.exit(main())
