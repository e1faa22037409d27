"""What looks wrong in the text: numbers that disagree, letters where digits stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.laws.model import Unread
from simpul.laws.numerals import words_to_number
from simpul.laws.parts import Parts
from simpul.laws.text import Text

__all__ = ["suspicions"]

_TWICE = re.compile(
    r"(?<![\w.,/])(?P<figure>\d{1,3}(?:\.\d{3})*|\d+)(?:,00"
    r"|,-)?\s?\((?P<words>[a-z]{3,}(?:[\s-][a-z]+){0,12})"
    r"(?:\s+rupiah)?\)"
)
_LETTERS = re.compile(
    r"(?:[Tt]ahun|TAHUN)\s(?P<year>(?=[\dOoIl]*[OoIl])(?=[\dOoIl]*\d)[12lI][\dOoIl]{3})\b"
    r"|(?:Nomor|NOMOR)\s(?P<number>(?=[\dOIl]*[OIl])(?=[\dOIl]*\d)[\dOIl]{2,4})\b"
    r"|\bPasa[1It]\s|\bPasal\s(?:[Ll]\d|\d+[OIl])\b|\(l\)|ayat\s\((?:l|a|21|71|41)\)?\s"
    r"|\b(?:yartg|clan|tettang|penrndang|Ralryat|haI)\b"
)
_MOST = 400


def suspicions(text: Text, parts: Parts) -> Iterator[Unread]:
    """Numbers written twice that disagree, and signs of poor scanning, by line."""
    start, end = parts.body[0], text.content.__len__()
    for found in _TWICE.finditer(text.content, start, end):
        spelt = words_to_number(found["words"])
        figure = int(found["figure"].replace(".", ""))
        if spelt is not None and spelt != figure:
            what = f"{found['figure']} is written beside a word for {spelt}"
            yield Unread("number-twice", text.line(found.start()), what)
    seen: set[int] = set()
    for found in _LETTERS.finditer(text.content):
        line = text.line(found.start())
        if line not in seen and len(seen) < _MOST:
            seen.add(line)
            yield Unread("ocr", line, f"letters and digits are mixed up: {found.group().strip()!r}")
