"""The ayat of an article whose numbers a scan drew apart from their words.

An ayat holds one norm in one whole sentence (UU 12/2011, Annex II, 83), so where
the numbers stand in a heap, or an ayat refers to itself, the sentences tell the ayat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from simpul.laws.items import Item, read_items

__all__ = ["ayat_by_sentence"]

_TOKEN = re.compile(r"\(\s?(?P<number>[1-9lIsS])\s?[)\]}1tlf]")
_OWN_TOKEN = re.compile(rf"\s*(?:{_TOKEN.pattern.replace('?P<number>', '')}\s*)+")
_HEAP = re.compile(r"(?:\(\s?[1-9lIsS]\s?[)\]}1tlf]\s*){2,}")
_ENDS = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=[A-Z]{3})|(?<=\w\)))[.](?:\s*\(\s?[1-9lIsS]\s?[)\]}1tlf])*\s+(?=[A-Z\"“])"
)
_SAID = re.compile(r"(?:pada|dalam)\s+ayat\s*\(\s?(?P<number>[1-9l])\s?[)1]?(?!\s*[Pp]asal)")
_HALF = re.compile(r"(?<![(\w])\d\s?\)")
_SHORTEST = 25
_FAR = 60
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
    inside = _heaps(text, start, end)
    before = [] if any(one.kind == "ayat" for one in items) else _heap_before(text, heading)
    marked = sum(one.kind == "ayat" for one in items)
    strays = marked < _SURE and _refers_to_itself(text, start, end, items)
    if not (inside or before or strays):
        return None
    sentences = list(_sentences(text, start, end))
    wanted = max((*inside, *before), default=0)
    if (
        len(sentences) < 2
        or _HALF.search(text, start, end)
        or (wanted and wanted != len(sentences))
    ):
        return None
    if not wanted and not strays:
        return None
    if not _consistent(text, sentences, items if not inside else ()):
        return None
    return _laid(text, sentences)


def _numbers(words: str) -> list[int]:
    sign = {"l": "1", "I": "1", "s": "5", "S": "5"}
    return [int(sign.get(one["number"], one["number"])) for one in _TOKEN.finditer(words)]


def _heaps(text: str, start: int, end: int) -> list[int]:
    """The numbers that stand together inside an article, but not those at its very end."""
    found: list[int] = []
    for heap in _HEAP.finditer(text, start, end):
        if text[heap.end() : end].strip():
            numbers = _numbers(heap.group())
            found += numbers if numbers == sorted(set(numbers)) else []
    return found


def _heap_before(text: str, heading: int) -> list[int]:
    """The last run from 1 upwards among numbers that stand just before a heading."""
    head = max(0, heading - _FAR)
    heaps = list(_HEAP.finditer(text, head, heading))
    if not heaps or text[heaps[-1].end() : heading].strip():
        return []
    numbers = _numbers(heaps[-1].group())
    last = max((place for place, one in enumerate(numbers) if one == 1), default=-1)
    run = numbers[last:] if last >= 0 else []
    return run if run == list(range(1, len(run) + 1)) and len(run) > 1 else []


def _refers_to_itself(text: str, start: int, end: int, items: Sequence[Item]) -> bool:
    """Whether an ayat points at itself, or an article without ayat at one of its own."""
    marked = [one for one in items if one.kind == "ayat"]
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


def _consistent(text: str, sentences: Sequence[tuple[int, int]], items: Sequence[Item]) -> bool:
    """Whether each sentence refers only to ayat before it, and numbers that stand fit."""
    for place, (start, end) in enumerate(sentences, 1):
        for said in _SAID.finditer(text, start, end):
            if int(said["number"].replace("l", "1")) >= place:
                return False
    known = [one for one in items if one.kind == "ayat"]
    for one in known:
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
