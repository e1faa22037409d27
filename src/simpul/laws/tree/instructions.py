"""The instructions of an amending law: which words change which article.

``3. Di antara Pasal 5 dan Pasal 6 disisipkan 1 (satu) pasal, yakni Pasal 5A``
(UU 12/2011, Annex II, numbers 230 to 236).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from simpul.laws.written.numerals import digits

__all__ = ["Instruction", "instructions"]

_VERBS = (
    r"di[ru]bah|dihapus(?:kan)?|disisipkan|ditambah(?:kan)?|diganti|berbunyi|dibaca|dicabut"
    r"|ditjabut|dihilangkan|disisipi|dirobah|diperbaharui"
)
_ORDER = re.compile(
    r"(?<![\w(\"“])(?:(?P<number>\d{1,3}|[IVX]{1,5}|[a-zA-Z])\s?[.)]?\s+)?"
    r"(?P<lead>Ketentuan|Keterangan|Di\s?antara|Judul|Setelah|Sesudah|Penjelasan|Lampiran|Menambah|Mengubah"
    r"|Menghapus|BAB|Bab|Bagian|Pasal|pasal|Ayat|Huruf|Angka|(?:Di\s?)?[Dd]alam\s+[Pp]asal|Pada\s+[Pp]asal|Kata|Frasa"
    r"|Frase|Susunan|Seluruh|Beberapa\s+ketentuan|Istilah|Perkataan|Kalimat|Antara|Diantara|Sebelum"
    r"|Sisipan|Rumusan|Semua)\b"
    r"(?P<rest>(?:[^;:.\n]|\.(?=\w)|\n(?![\d(A-Z])){0,420}?\b(?<!telah )(?<!kali )(?<!dapat )"
    rf"(?:{_VERBS})\b[^;:\n.]{{0,250}})"
)


_APART = re.compile(
    r"(?<=Pasal )(?=[\dlI ]{3,5}[A-H]?\b)[\dlI](?:\d? \d){1,2}\d?(?:[A-H]\b)?"
    r"(?=\s*(?:$|[,;]|(?:di|dan|sehingga|ayat|huruf|serta|sampai|dalam|berbunyi)))"
)
"""The number of an article whose figures a scan drew apart: *Pasal 20 3 dihapus*."""


_GARBLED = re.compile(
    r"(?<=Pasal )(?=[\dOlI]*[OlI])(?=[\dOlI]*[\dOl])[\dOlI]{0,3}[\dOl](?=[A-HJ]{0,2}\b)"
)
"""The figures of an article that a scan read as letters: *Pasal 7OA*, *Pasal l2B*."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction: its number in the list, where it stands, its words."""

    number: str
    start: int
    end: int
    words: str


def instructions(text: str, start: int, end: int) -> list[Instruction]:
    """The amending instructions of a stretch of text, in order."""
    found: list[Instruction] = []
    at = start
    while (match := _ORDER.search(text, at, end)) is not None:
        before = text[max(start, match.start() - 12) : match.start()].rstrip(" \t")
        numbered = match["number"] is not None
        if match["lead"] == "pasal" and not numbered:
            at = match.start("lead") + 3
            continue
        opens = not before or before[-1] in '\n.;:"”“)]…' or before[-1].isdigit()
        if not (opens or numbered):
            at = match.start("lead") + 3
            continue
        words = " ".join((match["lead"] + match["rest"]).split())
        words = _APART.sub(lambda found: found.group().replace(" ", ""), words)
        words = _GARBLED.sub(lambda found: str(digits(found.group())), words)
        found.append(Instruction(match["number"] or "", match.start(), match.end(), words))
        at = match.end()
    return found
