"""Numbers as Indonesian laws write them: digits, words, Roman, and as OCR garbles them.

A law writes most amounts twice, ``3 (tiga)``; the second reading checks the
first, so that a scanning error is reported and never silently believed.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = [
    "WORDS", "amount", "digits", "next_letter", "ordinal", "roman", "words_to_number",
]  # fmt: skip


_LOOKALIKE = str.maketrans("OoQIlLitrT|!SsZzB", "00011111171155228")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_UNITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "ampat": 4, "lima": 5, "enam": 6,
    "tujuh": 7, "tudjuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11,
    "seratus": 100, "seribu": 1_000, "sejuta": 1_000_000, "semilyar": 10**9, "semiliar": 10**9,
}  # fmt: skip
_SCALES = {
    "ribu": 10**3, "juta": 10**6, "djuta": 10**6, "milyar": 10**9, "miliar": 10**9,
    "milliar": 10**9, "mulyar": 10**9, "triliun": 10**12, "trilyun": 10**12,
}  # fmt: skip
_WORD = re.compile(
    "|".join(sorted((*_UNITS, *_SCALES, "puluh", "belas", "ratus"), key=len, reverse=True))
)
WORDS = rf"(?:(?:{_WORD.pattern})[\s-]{{0,2}})+"
"""A pattern for a number in words."""

_ORDINALS = {
    "kesatu": 1, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5,
    "keenam": 6, "ketujuh": 7, "kedelapan": 8, "kesembilan": 9, "kesepuluh": 10,
}  # fmt: skip


def digits(text: str) -> int | None:
    """The whole number a few characters stand for, OCR look-alikes read as digits.

    >>> digits("2OI9"), digits("x")
    (2019, None)
    """
    plain = text if text.isdigit() else text.translate(_LOOKALIKE)
    return int(plain) if plain.isdecimal() else None


def roman(text: str) -> int | None:
    """The value of a Roman numeral in its usual spelling, or None.

    >>> roman("XIV"), roman("IC")
    (14, None)
    """
    total = 0
    for sign, following in zip(text, text[1:] + " ", strict=False):
        if sign not in _ROMAN:
            return None
        value = _ROMAN[sign]
        total += -value if _ROMAN.get(following, 0) > value else value
    return total if total and _to_roman(total) == text else None


def _to_roman(value: int) -> str:
    steps = (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    )  # fmt: skip
    signs = []
    for size, sign in steps:
        signs.append(sign * (value // size))
        value %= size
    return "".join(signs)


@lru_cache(maxsize=4096)
def words_to_number(text: str) -> int | None:
    """The number that Indonesian number words spell, glued or not, or None.

    >>> words_to_number("seratus dua puluh juta"), words_to_number("limaratus")
    (120000000, 500)
    """
    letters = re.sub(r"[^a-z]", "", text.lower())
    total = group = unit = 0
    at = 0
    while at < len(letters):
        found = _WORD.match(letters, at)
        if found is None:
            return None
        word, at = found.group(), found.end()
        if word in _SCALES:
            total += max(group + unit, 1) * _SCALES[word]
            group = unit = 0
        elif word == "ratus":
            group, unit = group + unit * 100, 0
        elif word == "puluh":
            group, unit = group + unit * 10, 0
        elif word == "belas":
            group, unit = group + unit + 10, 0
        else:
            group, unit = group + unit, _UNITS[word]
    return total + group + unit if letters else None


def amount(figure: str, words: str | None) -> tuple[int | None, bool]:
    """A number written twice, and whether both writings agree.

    The words win where the figures are plainly garbled; where both can be read
    and differ the figures are kept and the disagreement is the caller's remark.
    """
    plain = digits(figure) if figure else None
    spelt = words_to_number(words) if words else None
    if plain is None:
        return spelt, spelt is not None
    if spelt is None or spelt == plain:
        return plain, True
    return (plain if figure.isdigit() else spelt), False


def ordinal(text: str) -> int | None:
    """The rank that ``Kedua``, ``Kedua Belas``, ``II`` or ``2`` stands for.

    >>> ordinal("Kedua"), ordinal("Kedua Belas"), ordinal("II")
    (2, 12, 2)
    """
    folded = re.sub(r"\s+", "", text.lower())
    if folded in _ORDINALS:
        return _ORDINALS[folded]
    if folded.startswith("ke"):
        return words_to_number(folded[2:])
    return roman(text) or digits(text)


def next_letter(before: str, number: str) -> str | None:
    """An inserted article whose letter a scan read as a figure, told by the one before.

    >>> next_letter("26A", "268"), next_letter("26", "268")
    ('26B', None)
    """
    if not (before[:1].isdigit() and before[-1].isalpha()):
        return None
    wanted = before[:-1] + chr(ord(before[-1]) + 1)
    return wanted if number == before[:-1] + _AS_FIGURE.get(wanted[-1].upper(), "-") else None


_AS_FIGURE = {"B": "8", "D": "0", "G": "6", "I": "1"}
