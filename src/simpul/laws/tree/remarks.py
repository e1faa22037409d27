"""What looks wrong in the text: numbers that disagree, letters where digits stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.laws.model import Unread
from simpul.laws.tree.parts import Parts
from simpul.laws.tree.text import Text
from simpul.laws.written.numerals import words_to_number

__all__ = ["suspicions"]

_TWICE = re.compile(r"\((?P<words>[a-z]{3,}(?:[\s-][a-z]+){0,12}?)(?:\s+rupiah)?\)")
_FIGURE = re.compile(r"(?<![\w.,/])(?P<figure>\d{1,3}(?:\.\d{3})*|\d+)(?:,00|,-)?\s?$")
_MIXED = tuple(
    re.compile(rule)
    for rule in (
        r"ahun\s(?=[\dOoIl]*[OoIl])(?=[\dOoIl]*\d)[12lI][\dOoIl]{3}\b",
        r"AHUN\s(?=[\dOI]*[OI])(?=[\dOI]*\d)[12I][\dOI]{3}\b",
        r"ahun\s207\d\b", r"omor\s(?=[\dOIl]*[OIl])(?=[\dOIl]*\d)[\dOIl]{2,4}\b",
        r"Pasal\s(?:[Ll]\d|\d+[OIl])\b", r"Pasa1", r"PasaI", r"PasaT",
        r"yat\s\((?:l|a|21|71|41)\)?\s",
        r"yartg", r" clan ", r"tettang", r"penrndang", r"Ralryat", r" haI ",
    )
)  # fmt: skip
"""Signs of poor scanning; each begins with fixed letters, which makes looking quick."""

_MOST = 400


def suspicions(text: Text, parts: Parts) -> Iterator[Unread]:
    """Numbers written twice that disagree, and signs of poor scanning, by line."""
    content = text.content
    for found in _TWICE.finditer(content, parts.body[0]):
        spelt = words_to_number(found["words"])
        beside = _FIGURE.search(content, max(0, found.start() - 24), found.start())
        if spelt is None or beside is None:
            continue
        if int(beside["figure"].replace(".", "")) != spelt:
            what = f"{beside['figure']} is written beside a word for {spelt}"
            yield Unread("number-twice", text.line(found.start()), what)
    yield from _mixed(text)


def _mixed(text: Text) -> Iterator[Unread]:
    """One remark for each line in which letters stand for digits or the like."""
    lines: dict[int, str] = {}
    for rule in _MIXED:
        for found in rule.finditer(text.content):
            lines.setdefault(text.line(found.start()), found.group().strip())
    for line in sorted(lines)[:_MOST]:
        yield Unread("ocr", line, f"letters and digits are mixed up: {lines[line]!r}")
