"""Text made safe for a terminal, and tables that fit it."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence

__all__ = ["printable", "text_table"]

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_GAP = 2
_NARROWEST = 6
_LONGEST_WORD = 24


def printable(text: str, *, keep_lines: bool = False) -> str:
    """The text without terminal escapes, control or direction characters."""
    text = _CONTROL.sub("", text)
    return text if keep_lines else re.sub(r"\s+", " ", text)


def width(text: str) -> int:
    """Columns a text takes on a terminal."""
    return sum(_advance(character) for character in text)


def _advance(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def text_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, across: int) -> str:
    """A table that fits ``across`` columns: wrapped cells, or a block a row where too narrow."""
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = _widths(columns, cells, across)
    if widths is None:
        return _blocks(columns, cells, across)
    rule = ["  ".join("-" * size for size in widths)]
    body = [line for row in cells for line in _lines(row, widths)]
    return "\n".join([*_lines(columns, widths), *rule, *body])


def _lines(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [_wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
    height = max(len(cell) for cell in wrapped)
    return [
        _line([cell[index] if index < len(cell) else "" for cell in wrapped], widths)
        for index in range(height)
    ]


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]], across: int) -> list[int] | None:
    natural = [
        max([width(name), *(width(row[index]) for row in rows)])
        for index, name in enumerate(columns)
    ]
    room = across - _GAP * (len(columns) - 1)
    if sum(natural) <= room:
        return natural
    least = [
        min(size, max(_NARROWEST, _longest_word([columns, *rows], index)))
        for index, size in enumerate(natural)
    ]
    if sum(least) > room:
        return None
    spare = room - sum(least)
    wish = [size - low for size, low in zip(natural, least, strict=True)]
    total = sum(wish) or 1
    return [low + spare * more // total for low, more in zip(least, wish, strict=True)]


def _longest_word(rows: Sequence[Sequence[str]], index: int) -> int:
    words = [word for row in rows for word in row[index].split()]
    return min(max((width(word) for word in words), default=0), _LONGEST_WORD)


def _wrap(cell: str, size: int) -> list[str]:
    return textwrap.wrap(cell, size, break_long_words=True, break_on_hyphens=False) or [""]


def _line(parts: Sequence[str], widths: Sequence[int]) -> str:
    padded = [part + " " * (size - width(part)) for part, size in zip(parts, widths, strict=True)]
    return (" " * _GAP).join(padded).rstrip()


def _blocks(columns: Sequence[str], rows: Sequence[Sequence[str]], across: int) -> str:
    label = max(width(name) for name in columns)
    lines: list[str] = []
    for row in rows:
        for name, cell in zip(columns, row, strict=True):
            wrapped = _wrap(cell, max(across - label - _GAP, _NARROWEST))
            lines.append(f"{name.ljust(label)}  {wrapped[0]}".rstrip())
            lines += [" " * (label + _GAP) + part for part in wrapped[1:]]
        lines.append("-" * min(across, 40))
    return "\n".join(lines[:-1])
