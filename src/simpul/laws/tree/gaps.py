"""Articles whose heading a scan garbled, found in the gap their number leaves.

Between Pasal 31 and Pasal 33 stands Pasal 32, be it as *pasal T2* or *Pasa-l 3Z*: where
the number is known, a garbled heading can be told from a reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from simpul.laws.tree.headings import REFERS
from simpul.laws.tree.sequence import Article

__all__ = ["LOOKS", "fill_gaps", "heads"]

_LIKE = re.compile(
    r"(?<![^\s.,;:\"“(])[PpFI]['’.]?\s?[aA]\s?[sS]?\s?[aAe][-\s]?[l1IiTt!\]j|Jr]{1,2}[.,]?\s{0,4}[.,]?\s?"
    r"(?P<number>\d\.\d(?=\s)|[0-9OoQIlitrTjLZzASsbGBgq]{1,3}(?:\s[0-9lIOLSZio]{1,2}(?=[\s.])){0,2})(?!\w)\s*[.,:;]?"
)
_OPENS = re.compile(r"\s*(?:\(\s?[1lIit]\s?[)\]}]?\s*(?:[A-Z\"“]|l[a-z])|[A-Z\"“])")
_FIRST_AYAT = re.compile(r"\s*\(\s?[1lIit]\s?[)\]}]?\s+[A-Z]")
_SENTENCE = re.compile(r"\s*(?!Undang|Peraturan|Kitab)[A-Z][a-z]+\s+[a-z]+\s+[a-z]+")
_STOPPED = re.compile(r"[.;:]\s*$|\bParagraf \d\b[^.;]{3,30}$")
_CITES = re.compile(
    r"\s*(?:ayat|ajat|huruf|angka|tersebut|di\s?(?:ubah|atas|hapus)|sampai|dan\b|atau\b|[,;)])|\s*Undang-Undang\s+Dasar"
)
LOOKS = {
    "0": "0OoQ", "1": "1IlitrTjL", "2": "2Zz", "3": "3", "4": "4A", "5": "5Ss", "6": "6bG",
    "7": "7TIl1", "8": "8BSs", "9": "9gq",
}  # fmt: skip
"""The signs a scan puts for each digit."""

_HEAD = 4000
_WIDEST = 30
_NEAR, _BEYOND = 3, 8


def fill_gaps(text: str, articles: Sequence[Article], end: int) -> list[Article]:
    """The articles of a law with those added whose garbled heading stands in a gap.

    ``end`` is where the body of the law ends; remarks on gaps that are filled go.
    """
    run = [one for one in articles if _in_turn(one)]
    others = [one for one in articles if not _in_turn(one)]
    if not run:
        return list(articles)
    first = run[0]
    whole = [*_between(text, max(0, first.start - _HEAD), first.start, 0, int(first.number))]
    for article, after in zip(run, [*run[1:], None], strict=True):
        last = int(whole[-1].number) if whole else 0
        filled = article.remark.startswith("articles missing") and int(article.number) == last + 1
        whole.append(replace(article, remark="") if filled else article)
        following = int(after.number) if after else int(article.number) + _BEYOND
        stop = after.start if after else end
        quotes = any(one.quoted and article.start < one.start < stop for one in others)
        if 1 < following - int(article.number) <= _WIDEST and not quotes:
            whole += _between(
                text, article.text_start, stop, int(article.number), following, next_only=not after
            )
    return sorted([*whole, *others], key=lambda one: one.start)


def _in_turn(article: Article) -> bool:
    return (
        article.number.isdigit()
        and not article.quoted
        and not article.remark.startswith("out of sequence")
    )


def _between(
    text: str, start: int, end: int, low: int, high: int, *, next_only: bool = False
) -> Iterator[Article]:
    """The articles between two numbers whose garbled headings stand in a stretch, in order.

    After the last heading that was read one number may be missing, then no further one. Where
    one number alone is missing and stands clean before a sentence, that is its heading,
    whatever stands before it: *5 huruf b sampai Pasal 69 Orang perseorangan dilarang*.
    """
    wanted = low + 1
    for found in _LIKE.finditer(text, start, end):
        raw = found["number"].replace(" ", "").replace(".", "")
        likely = range(wanted, min(high, max(wanted + 1, low + _NEAR)) if next_only else high)
        value = next((one for one in likely if _could_be(raw, str(one))), None)
        alone = high - low == 2 and raw == str(wanted) and _SENTENCE.match(text, found.end())
        if value is None or not (heads(text, found, start) or alone):
            continue
        remark = f"found by the gap in the numbers: {' '.join(found.group().split())}"
        yield Article(str(value), found.start(), found.end(), remark=remark)
        wanted = value + 1


def _could_be(raw: str, number: str) -> bool:
    return len(raw) == len(number) and all(
        sign in LOOKS[digit] for sign, digit in zip(raw, number, strict=True)
    )


def heads(text: str, found: re.Match[str], start: int) -> bool:
    """Whether words open after it as in an article, and it is no reference."""
    before = text[max(start, found.start() - 40) : found.start()]
    opens = _OPENS.match(text, found.end()) or _STOPPED.search(before)
    if not opens or _CITES.match(text, found.end()):
        return False
    return not REFERS.search(before) or _FIRST_AYAT.match(text, found.end()) is not None
