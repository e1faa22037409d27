"""The elucidation (Penjelasan), kept apart and tied to the provision it explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.laws.model import Note
from simpul.laws.tree.headings import article_candidates
from simpul.laws.tree.parts import Parts
from simpul.laws.tree.places import Places
from simpul.laws.tree.sequence import sequence
from simpul.laws.tree.text import squeeze

__all__ = ["read_elucidation"]

_BY_ARTICLE = re.compile(
    r"P\s?A\s?S\s?A\s?L\s+D\s?E\s?M\s?I\s+P\s?A\s?S\s?A\s?L|Pasal\s+demi\s+[Pp]asal"
    r"|PENJELASAN\s+PASAL"
)
_GENERAL = re.compile(r"(?:I\.?\s*)?(?:PENJELASAN\s+)?UMUM\b|Penjelasan\s+[Uu]mum")
_UNIT = re.compile(
    r"(?<![\w(])Ayat\s*\(\s*(?P<ayat>[0-9OIla]{1,2}[a-z]?)\s*\)"
    r"|(?:^|(?<=[.;:)\d])|(?<=jelas))\s*(?P<kind>Huruf|Angka|Butir)\s+(?P<mark>[a-z]{1,2}|\d{1,3})"
    r"(?=[.:]?\s*\n|[.:]?\s+(?:[A-Z\"“^]|a\.\s))",
    re.MULTILINE,
)


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
    """The notes under one article, one for each unit it names."""
    if places.get(path) is None:
        places.remark("elucidation", start, f"explains {path}, which the law does not show")
        return
    units = list(_units(places, path, start, end))
    for place, (target, at, words_from) in enumerate(units):
        stop = units[place + 1][1] if place + 1 < len(units) else end
        words = squeeze(places.content[words_from:stop])
        if words.strip(" .:"):
            yield Note(target, places.line(at), words)


def _units(places: Places, path: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The article, then each unit explained: its path, where its heading and its words begin.

    What names a letter or number the law does not show stays with the words before it.
    """
    target = path
    yield path, start, start
    for mark in _UNIT.finditer(places.content, start, end):
        if mark["ayat"]:
            unit = f"{path}/ayat-{mark['ayat']}"
            target = unit if places.get(unit) else path
        elif unit := _item(places, path, target, f"{_KINDS[mark['kind']]}-{mark['mark']}"):
            target = unit
        else:
            continue
        yield target, mark.start(), mark.end()


_KINDS = {"Huruf": "huruf", "Angka": "angka", "Butir": "angka"}


def _item(places: Places, path: str, target: str, item: str) -> str:
    """An item under the unit told last or under one that holds it, or nothing."""
    while len(target) >= len(path):
        if places.get(f"{target}/{item}"):
            return f"{target}/{item}"
        target = target.rpartition("/")[0]
    return ""
