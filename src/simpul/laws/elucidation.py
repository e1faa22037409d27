"""The elucidation (Penjelasan), kept apart and tied to the provision it explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.laws.headings import article_candidates
from simpul.laws.model import Note
from simpul.laws.parts import Parts
from simpul.laws.places import Places
from simpul.laws.sequence import sequence
from simpul.laws.text import squeeze

__all__ = ["read_elucidation"]

_BY_ARTICLE = re.compile(
    r"P\s?A\s?S\s?A\s?L\s+D\s?E\s?M\s?I\s+P\s?A\s?S\s?A\s?L|Pasal\s+demi\s+[Pp]asal"
    r"|PENJELASAN\s+PASAL"
)
_GENERAL = re.compile(r"(?:I\.?\s*)?(?:PENJELASAN\s+)?UMUM\b|Penjelasan\s+[Uu]mum")
_UNIT = re.compile(r"(?<![\w(])Ayat\s*\(\s*(?P<ayat>[0-9OIla]{1,2}[a-z]?)\s*\)")


def read_elucidation(places: Places, parts: Parts) -> Iterator[Note]:
    """The general part, then one note for each article or ayat explained."""
    start, end = parts.elucidation
    if start >= end:
        return
    content = places.content
    marked = _BY_ARTICLE.search(content, start, end)
    general = _GENERAL.search(content, start, marked.start() if marked else end)
    first = marked.end() if marked else start
    if general:
        words = squeeze(content[general.end() : marked.start() if marked else end])
        if words.strip(" .:"):
            yield Note("", places.line(general.start()), words)
    articles = sequence(content, list(article_candidates(content, first, end)))
    own = ""
    for place, article in enumerate(articles):
        stop = articles[place + 1].start if place + 1 < len(articles) else end
        name = f"pasal-{article.number.lower()}"
        path = f"{own}/{name}" if article.quoted and own else name
        if not article.quoted:
            own = name
        yield from _notes(places, path, article.text_start, stop)


def _notes(places: Places, path: str, start: int, end: int) -> Iterator[Note]:
    """The notes under one article, one for each ayat it names."""
    known = places.get(path)
    marks = list(_UNIT.finditer(places.content, start, end))
    first = marks[0].start() if marks else end
    if known is None:
        places.remark("elucidation", start, f"explains {path}, which the law does not show")
        return
    if squeeze(places.content[start:first]).strip(" .:"):
        yield Note(path, places.line(start), squeeze(places.content[start:first]))
    for place, mark in enumerate(marks):
        stop = marks[place + 1].start() if place + 1 < len(marks) else end
        unit = f"{path}/ayat-{mark['ayat']}"
        target = unit if places.get(unit) else path
        yield Note(target, places.line(mark.start()), squeeze(places.content[mark.end() : stop]))
