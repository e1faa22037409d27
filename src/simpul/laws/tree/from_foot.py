"""Scans that give each page from its foot up: the articles stand in falling order.

Some give whole blocks so, each heading before its text; some give the lines, so that a
heading stands after its text. The last article, which says when the law enters into force
(UU 12/2011, Annex II, 150), tells which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from simpul.laws.tree.headings import Candidate
from simpul.laws.tree.sequence import Article

__all__ = ["from_foot"]

_FEWEST = 3
"""So many headings in falling order show that pages stand from the foot up."""

_OPENS = re.compile(r"\s*(?:\(\s?\d\s?\)\s*)?[A-Z]")
_ENTERS = re.compile(r"mulai\s+berlaku\s[^.]{0,60}\.\s*\Z")
_NEAR = 120
_ENACTED = re.compile(r"\W*Menetapkan\s*:\s*(?:PERATURAN|UNDANG)[^.]{0,400}\.")
_CHAPTER = re.compile(r"[A-Z\s,./()&'-]{0,160}\b(?:BAB|BAS)\s*[IVXL]{1,6}\b(?!\s*\.\.)")
_REMARK = "out of sequence: the page is read from its foot up"


def from_foot(text: str, candidates: Sequence[Candidate], start: int) -> list[Article] | None:
    """The articles of such a scan, each once and told; None where the order is another.

    ``start`` is where the body of the law begins.
    """
    headings = [(one, number) for one in candidates if (number := _number(text, one))]
    falls = sum(int(after) == int(before) - 1 for (_, before), (_, after) in pairwise(headings))
    rises = sum(int(after) == int(before) + 1 for (_, before), (_, after) in pairwise(headings))
    if falls < _FEWEST or falls < 2 * rises:
        return None
    last = max(headings, key=lambda one: int(one[1]))[0]
    after_text = _ENTERS.search(text, max(0, last.start - _NEAR), last.start) is not None
    laid = _after_text(text, headings, start) if after_text else _before_text(headings)
    first: dict[str, Article] = {}
    for one in laid:
        first.setdefault(one.number, one)
    return list(first.values())


def _number(text: str, one: Candidate) -> str:
    """The number of a heading that may stand in falling order, or nothing."""
    reading = next((each for each in one.readings if each.style == "arabic"), None)
    opens = one.grade > 1 or _OPENS.match(text, one.end)
    return str(reading.value) if reading and not reading.suffix and opens else ""


def _before_text(headings: Sequence[tuple[Candidate, str]]) -> Iterator[Article]:
    for one, number in headings:
        yield Article(number, one.start, one.end, remark=_REMARK)


def _after_text(
    text: str, headings: Sequence[tuple[Candidate, str]], start: int
) -> Iterator[Article]:
    """Each article with the text before its heading, from the heading or chapter before that."""
    enacted = _ENACTED.match(text, start)
    begin = enacted.end() if enacted else start
    for one, number in headings:
        yield Article(number, begin, begin, remark=_REMARK, text_end=one.start)
        chapter = _CHAPTER.match(text, one.end)
        begin = chapter.end() if chapter else one.end
