"""Sums in rupiah as laws write them, in figures and in words."""

from __future__ import annotations

import re

from simpul.laws.written.numerals import WORDS, digits, words_to_number

__all__ = ["RUPIAH", "read_rupiah"]

RUPIAH = re.compile(
    r"(?:(?<![A-Za-z])(?:R\s?[pP]s?|RpI|R|f)\s{0,2}\.?\s*"
    r"|(?<![\w.,])(?=\d{1,3}(?:\.\d{3})+,\d\d\s?\())"
    r"(?P<figure>(?:[fI]\s(?=\d\s?[.]))?(?:[\dOIl]|S(?=[\dO.]))[\dOoIlL]*(?:[.,]\s?[\dOoIlL]{3}(?!\d))*(?:[.,]\s?[0Oo]{2}(?!\d)|,?\s?-+"
    r"|,=)?)"
    r"(?P<scale>\s*(?:ribu|juta|milyar|miliar|triliun))?"
    r"(?:\s*\((?P<words>[a-zA-Z\s-]{4,140}?)\s*(?:[Rr]u\s?[pi]+ah\w*)?\s*[.,]?\))?"
    rf"|(?<![a-z])(?P<spelt>{WORDS})\s?(?P<unit>rupiah)\b"
    r"|(?<![\w.,])(?P<count>\d(?:\s?\d){0,2})\s*\((?P<said>[a-z\s]{3,40})\)\s*(?P<times>ribu|juta|milyar|miliar)"
    r"\s+rupiah\b"
)
"""A sum of money; ``read_rupiah`` turns its match into rupiah."""

_SCALE = {"ribu": 10**3, "juta": 10**6, "milyar": 10**9, "miliar": 10**9, "triliun": 10**12}


def read_rupiah(found: re.Match[str]) -> tuple[int | None, bool]:
    """The sum a match of ``RUPIAH`` names, and whether figures and words agree."""
    if found["spelt"] is not None:
        return words_to_number(found["spelt"]), True
    if found["count"] is not None:
        count, said = digits(found["count"].replace(" ", "")), words_to_number(found["said"])
        value = count if count is not None else said
        return (value or 0) * _SCALE[found["times"]], said in (None, count)
    figure = _figure(found["figure"])
    if figure is not None and found["scale"]:
        figure *= _SCALE[found["scale"].strip()]
    words = words_to_number(found["words"]) if found["words"] else None
    if figure is None or words is None or figure == words:
        return (figure if figure is not None else words), True
    return (figure if _grouped(found["figure"]) else words), False


_FIRST_ONE = re.compile(r"\A[fI](?=\s)")
"""The first figure of *Rpf 5.000.000.000,00 (lima belas miliar rupiah)*."""


def _figure(text: str) -> int | None:
    whole = re.sub(r"(?:[.,]\s?[0Oo]{2}|,?\s?-+|,=)$", "", text.strip())
    plain = re.sub(r"[.,\s]", "", _FIRST_ONE.sub("1", whole))
    return digits(plain)


def _grouped(text: str) -> bool:
    """Whether the figure is written in clean groups of three."""
    return re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,(?:00|-))?", text.strip()) is not None
