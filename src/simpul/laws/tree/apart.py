"""The ayat of an article whose numbers a scan drew apart from their words.

An ayat holds one norm in one whole sentence (UU 12/2011, Annex II, 83), so where
the numbers stand in a heap, or an ayat refers to itself, the sentences tell the ayat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from simpul.laws.tree.items import CLOSING, OPENING, Item, read_items

__all__ = ["ayat_by_sentence"]

_TOKEN = re.compile(rf"{OPENING}(?P<number>[1-9lIsS]){CLOSING}")
_SIGN = {"l": "1", "I": "1", "s": "5", "S": "5"}
_LOOSE = re.compile(rf"(?<!yat )(?<!jat )(?<!yat\n)(?<!yat  ){_TOKEN.pattern}")
"""The number of an ayat that is not a reference to it."""

_OWN_TOKEN = re.compile(rf"\s*(?:{_TOKEN.pattern.replace('?P<number>', '')}\s*)+")
_HEAP = re.compile(rf"(?:{OPENING}[1-9lIsS]{CLOSING}\s*){{2,}}")
_ENDS = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=[A-Z]{3})|(?<=\w\))|(?<=asal \d)|(?<=asal \d\d)|(?<=asal  \d\d))[.]"
    rf"(?:\s*{OPENING}[1-9lIsS]{CLOSING})*\s+(?=[A-Z\"“])"
)
_SAID = re.compile(r"(?:pada|dalam)\s+ayat\s*\(\s?(?P<number>[1-9l])\s?[)1]?(?!\s*[Pp]asal)")
_NOTHING = re.compile(r"\s*")
_CHAPTER = re.compile(r"\s*(?:BAB|Bagian|Paragraf)\s[^.;:()]*")
"""The heading of a chapter between a heap of numbers and the heading of its article."""

_HALF = re.compile(r"(?<![(\w])\d\s?\)")
_SHORTEST = 25
_FAR = 110
_SURE = 2
"""So many ayat with their numbers show that the others have theirs too."""


def ayat_by_sentence(
    text: str, heading: int, start: int, end: int, items: Sequence[Item]
) -> list[Item] | None:
    """The units of an article with its sentences as ayat, or None where the numbers hold.

    ``heading`` is where the heading of the article begins, ``start`` where its text does.
    """
    if items and items[0].kind == "angka" and items[0].parent < 0:
        return None
    marked = [one for one in items if one.kind == "ayat" and _has_words(text, one, end)]
    inside = _heaps(text, start, end)
    before = [] if marked else _runs_before(text, heading, _NOTHING)
    above = [] if marked or before else _runs_before(text, heading, _CHAPTER)
    strays = len(marked) < _SURE and _refers_to_itself(text, start, end, marked)
    if not (inside or before or above or strays) or _HALF.search(text, start, end):
        return None
    sentences = list(_sentences(text, start, end))
    said = _said_count(text, start, end, inside, before)
    apart = strays if not said else len(sentences) in said
    if len(sentences) < 2 or not (apart or len(sentences) in above):
        return None
    if not _consistent(text, sentences, marked if not inside else ()):
        return None
    return _laid(text, sentences)


def _has_words(text: str, item: Item, end: int) -> bool:
    """Whether words follow a number; one in a heap at the end of an article has none."""
    return re.search(r"[A-Za-z]{3}", text[item.text_start : item.end or end]) is not None


def _said_count(
    text: str, start: int, end: int, inside: Sequence[int], before: Sequence[int]
) -> set[int]:
    """How many ayat the numbers that stand apart may tell of; none where there are none.

    The highest of a heap inside says it, each run before the heading, or such a run with
    all numbers that stand loose in the text.
    """
    if inside:
        return {max((*inside, *before))}
    loose = {
        int(_SIGN.get(one["number"], one["number"])) for one in _LOOSE.finditer(text, start, end)
    }
    both = (loose.union(range(1, run + 1)) for run in before)
    return {*before, *(max(one) for one in both if one == set(range(1, max(one) + 1)))}


def _numbers(words: str) -> list[int]:
    return [int(_SIGN.get(one["number"], one["number"])) for one in _TOKEN.finditer(words)]


def _heaps(text: str, start: int, end: int) -> list[int]:
    """The numbers that stand together inside an article, but not those at its very end."""
    found: list[int] = []
    for heap in _HEAP.finditer(text, start, end):
        if text[heap.end() : end].strip():
            numbers = _numbers(heap.group())
            found += numbers if numbers == sorted(set(numbers)) else []
    return found


def _runs_before(text: str, heading: int, between: re.Pattern[str]) -> list[int]:
    """How far each run from 1 goes in the numbers before a heading, and what may stand between.

    There may be several: *(1) (2) (3) (1) (2)*, of which one belongs to another page.
    """
    head = max(0, heading - _FAR)
    heaps = list(_HEAP.finditer(text, head, heading))
    if not heaps or not between.fullmatch(text, heaps[-1].end(), heading):
        return []
    runs: list[int] = []
    for number in _numbers(heaps[-1].group()):
        if number == 1:
            runs.append(1)
        elif runs and number == runs[-1] + 1:
            runs[-1] = number
        elif runs:
            runs[-1] = 0
    return [one for one in runs if one > 1]


def _refers_to_itself(text: str, start: int, end: int, marked: Sequence[Item]) -> bool:
    """Whether an ayat points at itself, or an article without ayat at one of its own."""
    if not marked:
        return _SAID.search(text, start, end) is not None
    for one, stop in zip(marked, [*(later.start for later in marked[1:]), end], strict=True):
        said = (found["number"] for found in _SAID.finditer(text, one.text_start, stop))
        if any(number.replace("l", "1") == one.number for number in said):
            return True
    return False


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of an article; a list that its sentence opens belongs to it."""
    cuts = [start, *(one.end() for one in _ENDS.finditer(text, start, end)), end]
    for opening, stop in pairwise(cuts):
        words = _TOKEN.sub(" ", text[opening:stop])
        if sum(sign.isalpha() for sign in words) >= _SHORTEST:
            yield opening, stop


def _consistent(text: str, sentences: Sequence[tuple[int, int]], marked: Sequence[Item]) -> bool:
    """Whether each sentence refers only to ayat before it, and numbers that stand fit."""
    for place, (start, end) in enumerate(sentences, 1):
        for said in _SAID.finditer(text, start, end):
            if int(said["number"].replace("l", "1")) >= place:
                return False
    for one in marked:
        place = next(
            (k for k, (start, end) in enumerate(sentences, 1) if start <= one.start < end), 0
        )
        if str(place) != one.number:
            return False
    return True


def _laid(text: str, sentences: Sequence[tuple[int, int]]) -> list[Item]:
    """The sentences as ayat, each with the lists inside it."""
    laid: list[Item] = []
    for number, (start, end) in enumerate(sentences, 1):
        own = len(laid)
        places: dict[int, int] = {-1: own}
        token = _OWN_TOKEN.match(text, start, end)
        laid.append(Item("ayat", str(number), start, token.end() if token else start, -1, end))
        for place, item in enumerate(read_items(text, start, end)[0]):
            if item.kind == "ayat":
                places[place] = own
                continue
            places[place] = len(laid)
            item.parent = places[item.parent]
            laid.append(item)
        if len(laid) > own + 1:
            laid[own].end = laid[own + 1].start
    return laid
