"""Findings of the dualism detector as a report for the terminal and as rows."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from simpul.findings.dualism.severity import severity
from simpul.findings.dualism.words import changes, penalty, period
from simpul.model import Bilingual
from simpul.terms import local_name
from simpul.views.text import printable

if TYPE_CHECKING:
    from simpul.findings.dualism import Finding, Side, Study

__all__ = ["COLUMNS", "MEASURES", "measured_rows", "report", "side_rows"]

Names = Callable[[str], Bilingual]

COLUMNS = (
    "finding",
    "kind",
    "status",
    "canon",
    "matter",
    "conduct",
    "from",
    "until",
    "instrument",
    "provision",
    "norm",
    "says",
    "source",
    "changed later",
    "difference",
    "why",
)
"""Columns of the rows: one row a side, so that a spreadsheet can filter by law."""

MEASURES = (
    "finding",
    "kind",
    "status",
    "matter",
    "sides",
    "gap in minimum (months)",
    "gap in maximum (months)",
    "gap in maximum fine (rupiah)",
    "classes of bearers",
    "overlap (days)",
    "bodies",
)
"""Columns of the measures: what is at stake in each finding, nothing added up."""

_WORDS = {
    "en": {"open": "OPEN", "parallel": "PARALLEL", "resolved": "RESOLVED", "no": "no source"},
    "id": {"open": "TERBUKA", "parallel": "SEJAJAR", "resolved": "SELESAI", "no": "tanpa sumber"},
}


def report(found: Sequence[Finding], name: Names, lang: str, *, across: int) -> str:
    """The findings by matter, each side on lines of its own with article and source."""
    lines: list[str] = []
    for matter, members in groupby(found, key=lambda finding: finding.matter):
        lines += [name(matter)[lang].upper(), ""]
        for finding in members:
            lines += [*_told(finding, name, lang, across), ""]
    return "\n".join(printable(line, keep_lines=True) for line in lines)


def _told(finding: Finding, name: Names, lang: str, across: int) -> Iterable[str]:
    days = period(finding.start, finding.end)[lang]
    status = _WORDS[lang][finding.status]
    canon = finding.resolution.canon
    head = f"{finding.kind} ({name(finding.conduct)[lang]}), {days}"
    yield from _filled(head, across, f"{status}  ", "  ")
    yield from _filled(finding.difference[lang], across, "  ")
    for side in finding.sides:
        yield from _filled(f"- {side.provision[lang]}: {side.label[lang]}", across, "  ", "    ")
        said = [*_says(side, lang), *_sources(side, lang)]
        yield from _filled("; ".join(said), across, "    ")
        if side.changed_by:
            changed = changes(side.changed_by, name, remarks=False)[lang]
            yield from _filled(changed, across, "    ")
    yield from _filled(f"{canon}: {finding.resolution.why[lang]}", across, "  ", "  ")
    yield f"  {finding.id}"


def _filled(text: str, across: int, first: str, rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        printable(text),
        max(across, 20),
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
    )


def _says(side: Side, lang: str) -> list[str]:
    return [penalty(side.norm.penalty)[lang]] if side.norm.penalty else []


def _sources(side: Side, lang: str) -> list[str]:
    named = [f"{local_name(e.source)} {e.locator} ({e.confidence})" for e in side.evidence]
    return named or [_WORDS[lang]["no"]]


def side_rows(found: Sequence[Finding], name: Names, lang: str) -> list[list[str]]:
    """One row for each side of each finding, in the columns of ``COLUMNS``."""
    rows = []
    for finding in found:
        told = finding.as_json()
        for side in finding.sides:
            rows.append(
                [
                    finding.id,
                    finding.kind,
                    finding.status,
                    finding.resolution.canon,
                    name(finding.matter)[lang],
                    name(finding.conduct)[lang],
                    told["from"] or "",
                    told["until"] or "",
                    side.instrument[lang],
                    side.provision[lang],
                    side.label[lang],
                    "; ".join(_says(side, lang)),
                    "; ".join(_sources(side, lang)),
                    changes(side.changed_by, name)[lang] if side.changed_by else "",
                    finding.difference[lang],
                    finding.resolution.why[lang],
                ]
            )
    return rows


def measured_rows(
    found: Sequence[Finding], study: Study, lang: str, *, until: str | None = None
) -> list[list[str]]:
    """One row a finding with its measures, in the columns of ``MEASURES``."""
    rows = []
    for finding in found:
        measures = severity(finding, study.book, until=until).as_json().values()
        sides = "; ".join(side.provision[lang] for side in finding.sides)
        told = [finding.id, finding.kind, finding.status, study.name(finding.matter)[lang], sides]
        rows.append([*told, *("" if value is None else str(value) for value in measures)])
    return rows
