"""Quoted articles whose heading a scan garbled, found by the order that announces them.

*Di antara Pasal 91 dan Pasal 92 disisipkan 2 (dua) pasal, yakni Pasal 91A dan Pasal 91B
sehingga berbunyi sebagai berikut* names the headings that follow (UU 12/2011, Annex II,
230 to 236). Where one of them is missing, *Pasal 9tA* and *Pasal 9 18* can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from string import ascii_uppercase

from simpul.laws.tree.gaps import LOOKS, heads
from simpul.laws.tree.sequence import Article
from simpul.laws.written.numerals import digits, next_letter

__all__ = ["with_announced"]

_ANNOUNCES = re.compile(r"berbunyi\s+(?:sebagai\s+)?berikut\s*[:;,.]?\s*")
_ORDERS = re.compile(
    r"\b(?:(?:Ketentuan|Keterangan)\s+[Pp]asa-?l|Di\s?antara|Menambah\s+ketentuan\s+baru|[Pp]asal\s+\w+\s+(?:ayat[^.;]{0,80})?diubah)\b"
)
_LONGEST = 900
_INSERTS = re.compile(
    r"disisipkan\b[^.;]{0,40}?\b[Pp]asal\b[^.;]{0,20}?\b(?:yakni|yaitu)\b"
    r"|\bdisisipkan\s+(?=[Pp]asal\s)|\bMenambah\b[^.;]{0,80}?\byang\s+dijadikan\b"
)
_NAMED = re.compile(
    r"[Pp]asa-?l\s+(?P<number>\d[\dOlI]{0,2}(?![\dOlI])|[lI][\dOlI]{1,2})(?P<letter>\s?[A-Z]{1,2}|\d)?\b"
)
_SIGNS = {
    **{digit: f"[{signs}]" for digit, signs in LOOKS.items()}, "1": f"[7{LOOKS['1']}]",
    "A": r"(?:[A4a&]|[,.](?:\{|4'?))", "B": "[B8E]", "C": "[CGc]", "D": "[D0O]", "I": "[I1l]",
    "L": "[L1l]",
}  # fmt: skip
"""The signs a scan puts for a figure, and for the letter of an inserted article."""

_PARTS = re.compile(r"(?i)\b(?:ayat|huruf|angka|kata|frasa|kalimat|judul|bab|bagian|penjelasan)\b")
_TEXT = re.compile(r"(?:\(\s?[1lI]\s?\)\s*)?[A-Z][a-z]")
_OPENS_A_PART = re.compile(r"(?i)bab\b|bagian\b|paragraf\b|pasa")


@dataclass(frozen=True, slots=True)
class _Order:
    """An order that quotes new text: the headings it announces, and where that text stands.

    ``whole`` tells that it gives articles from their first word, and not only an ayat.
    """

    numbers: tuple[str, ...]
    whole: bool
    start: int
    end: int


def with_announced(text: str, articles: Sequence[Article], end: int) -> list[Article]:
    """The articles in order, with those added or renamed that an order announces.

    ``end`` is where the body of the law ends. What is taken for a heading is remarked.
    """
    whole = list(articles)
    bare: list[tuple[_Order, int]] = []
    headed = 0
    for order in _orders(text, articles, end):
        inside = [one for one in whole if order.start <= one.start < order.end and one.quoted]
        named = list(_renamed(text, inside, order))
        missing = [one for one in order.numbers if one not in {each.number for each in named}]
        found = list(_garbled(text, order, missing, {one.start for one in whole}))
        found += _run_on(text, order, [*named, *found])
        whole = [*(one for one in whole if one not in inside), *named, *found]
        first = order.numbers[0] if order.whole else ""
        if first in missing and first not in {one.number for one in found}:
            bare.append((order, min((one.start for one in (*named, *found)), default=order.end)))
        headed += order.whole and bool(named or found)
    if headed > len(bare):
        whole += [one for order, stop in bare for one in _unheaded(text, order, stop)]
    return sorted(whole, key=lambda one: one.start)


def _orders(text: str, articles: Sequence[Article], end: int) -> Iterator[_Order]:
    own = [one.start for one in articles if not one.quoted]
    if not own:
        return
    found = list(_ANNOUNCES.finditer(text, own[0], end))
    before = own[0]
    for place, one in enumerate(found):
        lead = text[max(before, one.start() - _LONGEST) : one.start()]
        before = one.end()
        opening = list(_ORDERS.finditer(lead))
        stop = found[place + 1].start() if place + 1 < len(found) else end
        stop = min([stop, *(at for at in own if at > one.end())])
        if opening:
            words = lead[opening[-1].start() :]
            numbers = tuple(_numbers(words))
            parts = _PARTS.search(words) and not _INSERTS.search(words)
            yield _Order(numbers, bool(numbers and not parts), one.end(), stop)


def _numbers(words: str) -> Iterator[str]:
    """The headings an order announces: all it inserts, else the article it changes."""
    inserts = _INSERTS.search(words)
    before = ""
    for found in _NAMED.finditer(words, inserts.end() if inserts else 0):
        letter = (found["letter"] or "").strip()
        number = f"{digits(found['number'])}{letter}"
        before = next_letter(before, number) or number
        yield before
        if not inserts:
            return


def _looks_like(number: str) -> str:
    """A pattern for a number as a scan may garble it."""
    return r"\s?".join(_SIGNS.get(sign, sign) for sign in number)


def _renamed(text: str, inside: Sequence[Article], order: _Order) -> Iterator[Article]:
    """The quoted articles of an order, those whose number is garbled under the announced one.

    A letter in a heading is believed; the first heading may have lost the letter announced.
    """
    missing = [one for one in order.numbers if one not in {each.number for each in inside}]
    for one in inside:
        meant = None
        if one.number not in order.numbers and not one.number[-1].isupper():
            meant = next((to for to in missing if re.fullmatch(_looks_like(to), one.number)), None)
            if meant is None and missing and _opens(text, order, one.start):
                meant = missing[0] if one.number == missing[0].rstrip(ascii_uppercase) else None
        if meant is None:
            yield one
            continue
        missing.remove(meant)
        remark = f"the heading says {one.number}, where {meant} is announced"
        yield replace(one, number=meant, remark=remark)


def _opens(text: str, order: _Order, at: int) -> bool:
    """Whether the new text of an order begins at a place."""
    return not re.search(r"\w{2}", text[order.start : at])


def _garbled(
    text: str, order: _Order, missing: Sequence[str], taken: set[int]
) -> Iterator[Article]:
    """The missing articles whose garbled heading stands in the new text, in order."""
    at = order.start
    for number in missing:
        like = re.compile(
            rf"(?<![\w-])[PpF]\s?asa\s?-?[l1IiTtJj\]]\.?\s{{0,3}}"
            rf"(?:{_looks_like(number)}|(?P<bare>{_looks_like(number.rstrip(ascii_uppercase))}))(?!\w|\s[A-Z]\s+[a-z])[.,:;]?\s*"
        )
        for found in like.finditer(text, at, order.end):
            first = _opens(text, order, found.start())
            if found["bare"] and number[-1:] in ascii_uppercase and not first:
                continue
            if found.start() not in taken and (first or heads(text, found, order.start)):
                remark = f"announced, and found as {' '.join(found.group().split())}"
                yield Article(number, found.start(), found.end(), quoted=True, remark=remark)
                at = found.end()
                break


def _run_on(text: str, order: _Order, known: Sequence[Article]) -> Iterator[Article]:
    """Announced articles without a heading whose text runs on from the article before.

    Where 76F is missing between 76E and 76G, the second of two sentences of 76E is 76F.
    """
    places = {one.number: one for one in known}
    triples = zip(order.numbers, order.numbers[1:], order.numbers[2:], strict=False)
    for before, number, after in triples:
        follows = number == f"{before[:-1]}{chr(ord(before[-1]) + 1)}"
        if number in places or not (follows and before in places and after in places):
            continue
        start, end = places[before].text_start, places[after].start
        cuts = [one.end() for one in _SENTENCE.finditer(text, start, end)]
        if len(cuts) == 1 and all(_is_text(text[a:b]) for a, b in pairwise((start, *cuts, end))):
            remark = f"its heading is lost; it runs on from Pasal {before}"
            yield Article(number, cuts[0], cuts[0], quoted=True, remark=remark)


_SENTENCE = re.compile(r"(?<=[a-z]{2})\.\s+(?=\(1\)\s|[A-Z][a-z])")
_LEAST = 40
"""So many letters are the text of an article."""


def _is_text(words: str) -> bool:
    return sum(sign.isalpha() for sign in words) >= _LEAST


def _unheaded(text: str, order: _Order, stop: int) -> Iterator[Article]:
    """The first announced article where its text stands without a heading, before ``stop``."""
    words = text[order.start : stop]
    if _TEXT.match(words) and not _OPENS_A_PART.match(words):
        remark = "its heading is lost; the order before it announces it"
        yield Article(order.numbers[0], order.start, order.start, quoted=True, remark=remark)
