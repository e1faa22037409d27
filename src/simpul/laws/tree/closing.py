"""The closing article of a law, where it was taken for one quoted from the law it changes.

The last article says when the law enters into force (UU 12/2011, Annex II, 150). In an
amending law it is Pasal II, which scans write *Pasal 11*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from simpul.laws.tree.sequence import Article

__all__ = ["with_own_closing"]

_CLOSES = re.compile(
    r"\W*(?:\(1\)\s*)?(?:Ketentuan\s+[Pp]enutup\W+)?(?:Undang\s?-?\s?[Uu]ndang|Per\w{5,7}(?:\s+Pem\w{6,8})?)"
    r"\s+\w{2,3}\s[^.;]{0,90}?mulai\s+berlaku",
)
_ROMAN = {
    "I": 1, "1": 1, "II": 2, "11": 2, "III": 3, "111": 3, "IV": 4, "1V": 4, "V": 5, "VI": 6,
}  # fmt: skip
_UNHEARD = re.compile(r"(?<=[\s.”\"])Pasal\s+(?P<number>II|11|III|111|IV|V)\.?\s+(?=[A-Z])")
_NAMES = ("", "I", "II", "III", "IV", "V", "VI")
_LOST = 2


def with_own_closing(text: str, articles: Sequence[Article], end: int) -> list[Article]:
    """The articles, the last one and those that lead to it given back to the law itself.

    ``end`` is where the body of the law ends.
    """
    last = articles[-1] if articles else None
    if last is None or not last.quoted:
        return list(articles)
    if not _CLOSES.match(text, last.text_start):
        unheard = _UNHEARD.search(text, last.text_start, end)
        if unheard is None or not _CLOSES.match(text, unheard.end()):
            return list(articles)
        closing = Article(unheard["number"], unheard.start(), unheard.end(), quoted=True)
        articles = [*articles, closing]
    return _counted(articles) or _in_roman(articles) or list(articles)


def _counted(articles: Sequence[Article]) -> list[Article] | None:
    """The closing articles as 2, 3, 4 after the law's own 1, or None if they are not."""
    if not articles[-1].number.isdigit():
        return None
    own: list[Article] = []
    wanted = int(articles[-1].number)
    place = len(articles) - 1
    while place >= 0 and articles[place].quoted and articles[place].number == str(wanted):
        own.insert(0, replace(articles[place], quoted=False))
        place, wanted = place - 1, wanted - 1
    before = next((one for one in reversed(articles[: place + 1]) if not one.quoted), None)
    if before is None or not own:
        return None
    value = 1 if before.number == "I" else int(before.number) if before.number.isdigit() else 0
    if not 0 <= wanted - value < _LOST:
        return None
    if wanted > value:
        own[0] = replace(own[0], remark=f"articles missing after {value}")
    kept = [replace(one, number="1") if one is before and value == 1 else one for one in articles]
    return [*kept[: place + 1], *own]


def _in_roman(articles: Sequence[Article]) -> list[Article] | None:
    """The law's own articles as I, II, III; every other one is quoted."""
    value = _ROMAN.get(articles[-1].number, 0)
    if value < _LOST:
        return None
    own = {0: 1}
    for place in range(len(articles) - 1, 0, -1):
        if value > 1 and _ROMAN.get(articles[place].number) == value:
            own[place] = value
            value -= 1
    laid: list[Article] = []
    for place, one in enumerate(articles):
        if place in own:
            laid.append(replace(one, number=_NAMES[own[place]], quoted=False, remark=""))
        elif one.quoted:
            laid.append(one)
        else:
            number = "11" if one.number == "II" else one.number
            laid.append(replace(one, number=number, quoted=True, remark=""))
    return laid
