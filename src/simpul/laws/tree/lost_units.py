"""The ayat and letters whose own number a scan lost, between two that have theirs.

Where ``(2)`` is the first number of an article, the words before it are ayat (1); where
``(3)`` follows ``(1)`` and two sentences stand between them, the second is ayat (2): an
ayat holds one norm in one whole sentence (UU 12/2011, Annex II, 83). Where ``d.`` follows
``b.`` and one ``c.`` stands amid the words of b, that is letter c.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from simpul.laws.tree.items import CLOSING, OPENING, Item

__all__ = ["with_lost_units"]

Remark = tuple[int, str]

_NUMBER = re.compile(rf"{OPENING}[1-9lIsS]{CLOSING}")
_ENDS = re.compile(r"(?:(?<=[a-z]{3})|(?<=\w\)))\.\s+(?=[A-Z\"“])")
_SHORTEST = 25


def with_lost_units(
    text: str, start: int, items: Sequence[Item], broken: Sequence[Remark]
) -> tuple[list[Item], list[Remark]]:
    """The units of an article with those put in that lost their numbers, each told.

    ``start`` is where the text of the article begins.
    """
    units, remarks = list(items), list(broken)
    place = next((n for n, one in enumerate(units) if one.kind == "ayat"), None)
    if place is not None and units[place].number == "2":
        units, remarks = _first(text, start, units, remarks, place)
    for place in range(len(units) - 1, 0, -1):
        if units[place].kind != "ayat":
            units, remarks = _amid(text, units, remarks, place)
            continue
        before, after = units[place - 1], units[place]
        ayat = before.kind == after.kind == "ayat"
        if ayat and before.number.isdigit() and after.number == str(int(before.number) + 2):
            units, remarks = _between(text, units, remarks, place)
    return units, remarks


def _first(
    text: str, start: int, units: list[Item], remarks: list[Remark], place: int
) -> tuple[list[Item], list[Remark]]:
    """Put in ayat (1), which holds what stands before ayat (2) with its lists."""
    second = units[place]
    said = any(sign.isalpha() for sign in text[second.text_start : second.end])
    if not said or not _is_sentence(text, start, second.start):
        return units, remarks
    first = Item("ayat", "1", start, start, -1, units[0].start)
    moved = [
        replace(one, parent=0 if n < place and one.parent < 0 else _moved(one.parent, 0))
        for n, one in enumerate(units)
    ]
    what = "ayat (1) has lost its number; the words before (2) are taken for it"
    return [first, *moved], _told(remarks, second.start, what)


def _between(
    text: str, units: list[Item], remarks: list[Remark], place: int
) -> tuple[list[Item], list[Remark]]:
    """Put in the ayat between two, where the first of them holds two sentences."""
    before, after = units[place - 1], units[place]
    cuts = [one.end() for one in _ENDS.finditer(text, before.text_start, after.start)]
    if len(cuts) != 1 or not (
        _is_sentence(text, before.text_start, cuts[0]) and _is_sentence(text, cuts[0], after.start)
    ):
        return units, remarks
    number = str(int(before.number) + 1)
    lost = Item("ayat", number, cuts[0], cuts[0], -1, after.start)
    earlier = [*units[: place - 1], replace(before, end=cuts[0])]
    later = [replace(one, parent=_moved(one.parent, place)) for one in units[place:]]
    what = f"ayat ({number}) has lost its number; the second sentence is taken for it"
    return [*earlier, lost, *later], _told(remarks, after.start, what)


def _amid(
    text: str, units: list[Item], remarks: list[Remark], place: int
) -> tuple[list[Item], list[Remark]]:
    """Put in the item between two of one list, where it stands once amid the words before."""
    after, last = units[place], units[place - 1]
    earlier = (units[n] for n in range(place - 1, -1, -1) if units[n].parent == after.parent)
    before = next(earlier, None)
    wanted = _due(before, after) if before and before.kind == after.kind else None
    if before is None or wanted is None:
        return units, remarks
    found = list(_like(wanted).finditer(text, before.text_start, after.start))
    if len(found) != 1 or found[0].start() < last.text_start:
        return units, remarks
    mark = found[0]
    lost = Item(after.kind, wanted, mark.start(), mark.end(), after.parent, after.start)
    kept = [*units[: place - 1], replace(last, end=mark.start())]
    later = [replace(one, parent=_moved(one.parent, place)) for one in units[place:]]
    what = f"{after.kind} {wanted} stands amid the words of {before.number}"
    return [*kept, lost, *later], _told(remarks, after.start, what)


def _due(before: Item, after: Item) -> str | None:
    """The one letter or number that is missing between two items, or None."""
    if before.number.isdigit() and after.number.isdigit():
        due = int(before.number) + 1
        return str(due) if int(after.number) == due + 1 else None
    single = len(before.number) == len(after.number) == 1
    if not single or ord(after.number) != ord(before.number) + 2:
        return None
    return chr(ord(before.number) + 1)


@cache
def _like(number: str) -> re.Pattern[str]:
    """The mark of an item amid words, as a scan may show it: l as 1 or I, j as J."""
    signs = {"l": "[l1I]", "j": "[jJ]", "i": "[il1]"}.get(number, number)
    cited = "" if number.isalpha() else r"(?<!asal\s)(?<!omor\s)(?<!yat\s)(?<!No\.\s)(?<!gka\s)"
    return re.compile(rf"(?<=\s){cited}{signs}\s?[.,\"]\s+(?=[A-Za-z\"“])")


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds words enough for an ayat, and no stray number of one."""
    letters = sum(sign.isalpha() for sign in text[start:end])
    return letters >= _SHORTEST and _NUMBER.search(text, start, end) is None


def _moved(parent: int, place: int) -> int:
    """The index of a parent after one unit was put in at a place."""
    return parent + 1 if parent >= place else parent


def _told(remarks: list[Remark], at: int, what: str) -> list[Remark]:
    """The remarks with the one at a place replaced by what was done."""
    return [*(one for one in remarks if one[0] != at), (at, what)]
