"""What the library gives back: tables, findings and the page, each shown in notebooks."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simpul.model import IRI, Answers, Bilingual, Term
from simpul.terms import XSD, curie

if TYPE_CHECKING:
    from simpul.findings.dualism import Finding

__all__ = ["Dualisms", "Explorer", "Table"]

_SHOWN = 100
_FRAME = 640
_FINDING = ("status", "kind", "matter", "from", "until", "sides", "why", "finding")


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Rows of answers; iterating gives one mapping a row."""

    answers: Answers

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self.answers.columns

    def __iter__(self) -> Iterator[dict[str, Term]]:
        return iter(self.answers)

    def __len__(self) -> int:
        return len(self.answers)

    def records(self) -> list[dict[str, Any]]:
        """Every row with all columns as plain values, as ``pandas.DataFrame`` takes them.

        Numbers, booleans and dates are Python's own; an unbound cell is None.

        >>> import simpul
        >>> simpul.open().query("SELECT (1 + 1 AS ?sum) ?other {}").records()
        [{'sum': 2, 'other': None}]
        """
        return [dict(zip(self.columns, map(_plain, row), strict=True)) for row in self.answers.rows]

    def __repr__(self) -> str:
        return f"<Table of {len(self)} rows: {', '.join(self.columns)}>"

    def __str__(self) -> str:
        from simpul.views.rows import render

        return str(render("table", self.columns, self._cells()))

    def _cells(self) -> list[list[str]]:
        return [["" if term is None else _short(term) for term in row] for row in self.answers.rows]

    def _repr_html_(self) -> str:
        return _html(self.columns, self._cells())


@dataclass(frozen=True, slots=True, repr=False)
class Dualisms:
    """Findings of dualism, each with its sides, its status and why."""

    findings: Sequence[Finding]
    name: Callable[[str], Bilingual]
    lang: str = "en"

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, index: int) -> Finding:
        return self.findings[index]

    def __repr__(self) -> str:
        open_ones = sum(finding.status == "open" for finding in self.findings)
        return f"<Dualisms: {len(self)}, of them {open_ones} open>"

    def _repr_html_(self) -> str:
        return _html(_FINDING, [self._row(finding) for finding in self.findings[: _SHOWN + 1]])

    def _row(self, finding: Finding) -> list[str]:
        told = finding.as_json()
        sides = [side.provision[self.lang] for side in finding.sides]
        return [
            finding.status,
            finding.kind,
            self.name(finding.matter)[self.lang],
            told["from"] or "",
            told["until"] or "",
            " / ".join(dict.fromkeys(sides)),
            finding.resolution.why[self.lang],
            finding.id,
        ]


@dataclass(frozen=True, slots=True, repr=False)
class Explorer:
    """The interactive page: shown in a notebook, or saved as a file that opens anywhere."""

    html: str

    def save(self, path: str | Path) -> Path:
        """The file, written whole or not at all."""
        from simpul.cli.output import write_whole

        write_whole(Path(path), self.html.encode("utf-8"))
        return Path(path)

    def __repr__(self) -> str:
        return f"<Explorer: a page of {len(self.html) // 1000} kB; save(path) writes it>"

    def _repr_html_(self) -> str:
        # The frame runs the page's own script and saves files, and reaches nothing else.
        return (
            f'<iframe title="simpul" srcdoc="{html.escape(self.html)}" width="100%"'
            f' height="{_FRAME}" style="border:1px solid #ddd8cf" allow="clipboard-write"'
            ' sandbox="allow-scripts allow-downloads allow-popups"></iframe>'
        )


_PLAIN: Mapping[str, Callable[[str], Any]] = {
    XSD["integer"]: int,
    XSD["decimal"]: Decimal,
    XSD["double"]: float,
    XSD["float"]: float,
    XSD["boolean"]: lambda text: text in ("true", "1"),
    XSD["date"]: date.fromisoformat,
}


def _plain(term: Term | None) -> Any:
    """A term as Python's own value; what does not read as its datatype stays text."""
    if term is None or isinstance(term, IRI):
        return None if term is None else str(term)
    try:
        return _PLAIN.get(term.datatype, str)(term.value)
    except (ValueError, ArithmeticError):
        return term.value


def _short(term: Term) -> str:
    return curie(term) if isinstance(term, IRI) else str(term)


def _html(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{html.escape(name)}</th>" for name in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows[:_SHOWN]
    )
    more = f"<p>... and {len(rows) - _SHOWN} more</p>" if len(rows) > _SHOWN else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
