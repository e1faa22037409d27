"""A timeline as SVG: one line a thing, years across, no script and no network."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from simpul.views.text import printable

if TYPE_CHECKING:
    from simpul.findings.timeline import Dated

__all__ = ["timeline_html", "timeline_svg"]

_ROW, _LEFT, _ACROSS, _TOP = 20, 330, 620, 40
_COLOURS = {
    "event": "#b4442f",
    "change": "#7a4fa3",
    "holding": "#2f6f9f",
    "in force": "#3c7a4b",
    "figure": "#8a6d1d",
}


def timeline_svg(dated: Sequence[Dated], *, title: str) -> str:
    """The things from top to bottom by day; a bar for a period, a dot for a day."""
    if not dated:
        first, last = 2000, 2001
    else:
        first = min(int(thing.start[:4]) for thing in dated)
        last = max(int((thing.until or thing.start)[:4]) for thing in dated) + 1
    height = _TOP + _ROW * len(dated) + 10
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _ACROSS + 20} {height}" '
        f'role="img" aria-label="{html.escape(title)}" font-family="system-ui, sans-serif">',
        f"<title>{html.escape(title)}</title>",
    ]
    step = max(1, (last - first) // 12)
    for year in range(first, last + 1, step):
        x = _place(f"{year}-01-01", first, last)
        lines.append(f'<line x1="{x}" y1="30" x2="{x}" y2="{height}" stroke="#d5dae2"/>')
        lines.append(f'<text x="{x}" y="24" font-size="11" text-anchor="middle">{year}</text>')
    lines += [_row(thing, index, first, last) for index, thing in enumerate(dated)]
    return "\n".join([*lines, "</svg>", ""])


def timeline_html(dated: Sequence[Dated], *, title: str, lang: str) -> str:
    """The SVG in a page of its own, with the same rows as a table below."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(printable(cell))}</td>" for cell in cells) + "</tr>"
        for cells in (
            (thing.start, thing.until, thing.kind, thing.label, "; ".join(thing.sources))
            for thing in dated
        )
    )
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{html.escape(title)}</title><style>body{{font:15px/1.5 system-ui,sans-serif;"
        "margin:2rem;max-width:64rem}td{padding:.2rem .6rem;vertical-align:top}</style></head>"
        f"<body><main><h1>{html.escape(title)}</h1>\n{timeline_svg(dated, title=title)}"
        f"<table><tbody>{rows}</tbody></table></main></body></html>\n"
    )


def _place(day: str, first: int, last: int) -> float:
    start, end = date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal()
    share = (date.fromisoformat(day).toordinal() - start) / (end - start)
    return round(_LEFT + min(max(share, 0.0), 1.0) * _ACROSS, 1)


def _row(thing: Dated, index: int, first: int, last: int) -> str:
    y = _TOP + index * _ROW
    colour = _COLOURS.get(thing.kind, "#555")
    x = _place(thing.start, first, last)
    label = printable(thing.label)
    shown = label if len(label) < 52 else label[:50] + "…"
    text = (
        f'<text x="{_LEFT - 8}" y="{y + 4}" font-size="11" text-anchor="end">{html.escape(shown)}'
        f"<title>{html.escape(label)}, {thing.start}</title></text>"
    )
    if thing.kind in ("event", "change") and not thing.until:
        return text + f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>'
    end = _place(thing.until or f"{last}-01-01", first, last)
    wide = max(end - x, 2)
    return text + f'<rect x="{x}" y="{y - 4}" width="{wide:.1f}" height="8" fill="{colour}"/>'
