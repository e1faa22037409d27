"""Rows of text as table, CSV, TSV, JSON, JSON lines, Markdown or HTML."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from simpul.views.text import printable, text_table

__all__ = ["FORMATS", "for_excel", "guarded_cell", "render", "separated"]

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")
"""How a formula may begin; East Asian editions of Excel take the wide signs as well."""


def render(
    form: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    across: int = 100,
    title: str = "",
) -> str:
    """Rows in one of ``FORMATS``, ending in a newline."""
    if form == "table":
        return text_table(columns, rows, across=across) + "\n"
    return FORMATS[form](columns, rows, title)


def guarded_cell(cell: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


def separated(rows: Iterable[Sequence[str]], separator: str = ",") -> str:
    """Rows as RFC 4180 has them, with plain line ends.

    Written here because the csv module leaves a lone carriage return unquoted.
    """
    special = (separator, '"', "\n", "\r")

    def quoted(cell: str) -> str:
        if any(mark in cell for mark in special):
            return '"' + cell.replace('"', '""') + '"'
        return cell

    return "".join(separator.join(map(quoted, row)) + "\n" for row in rows)


def for_excel(columns: Sequence[str], rows: Iterable[Sequence[str]], separator: str = ",") -> str:
    """CSV that Excel opens by double click: marked as UTF-8, no cell a formula or an escape.

    Excel on a system with a decimal comma, as the Indonesian, wants ``;`` as separator.
    """
    lines = (
        separator.join('"' + guarded_cell(_plain(cell)).replace('"', '""') + '"' for cell in row)
        for row in (columns, *rows)
    )
    return "\ufeff" + "".join(line + "\r\n" for line in lines)


def _plain(cell: str) -> str:
    return printable(cell, keep_lines=True)


def _separated(separator: str) -> Callable[[Sequence[str], Sequence[Sequence[str]], str], str]:
    def write(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> str:
        return separated([columns, *rows], separator)

    return write


def _json(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> str:
    return json.dumps([dict(zip(columns, row, strict=True)) for row in rows], indent=1) + "\n"


def _json_lines(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> str:
    return "".join(json.dumps(dict(zip(columns, row, strict=True))) + "\n" for row in rows)


def _markdown(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join("| " + " | ".join(_cell(cell) for cell in line) + " |\n" for line in lines)


def _cell(cell: str) -> str:
    escaped = html.escape(printable(cell), quote=False)
    for mark in "\\|*_`[]":
        escaped = escaped.replace(mark, "\\" + mark)
    return escaped


def _html(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> str:
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in columns)
    body = "\n".join(
        "<tr>" + "".join(f"<td>{html.escape(printable(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    name = html.escape(title or "simpul")
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{name}</title>\n'
        f"<style>{_STYLE}</style></head>\n<body><main><h1>{name}</h1>\n"
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></main></body></html>\n"
    )


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#1d2330}"
    "table{border-collapse:collapse}th,td{border-bottom:1px solid #ccd2dd;padding:.4rem .7rem;"
    "text-align:left;vertical-align:top}"
)

FORMATS: Mapping[str, Callable[[Sequence[str], Sequence[Sequence[str]], str], str]] = {
    "table": lambda columns, rows, title: text_table(columns, rows, across=100) + "\n",
    "csv": _separated(","),
    "tsv": _separated("\t"),
    "json": _json,
    "jsonl": _json_lines,
    "md": _markdown,
    "html": _html,
}
"""Writers by format name."""
