"""Which words are the heading of an article or chapter, and which only refer to one.

Scans run headings into the text: ``... ekonomi. Pasal 6 Sistem ...`` is a
heading, ``dalam Pasal 6 ayat (1)`` is not. A candidate is graded by the words
around it; ``structure`` lets the sequence of numbers decide the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simpul.laws.written.numerals import digits, ordinal, roman

__all__ = ["REFERS", "Candidate", "Division", "Reading", "article_candidates", "divisions"]

_ARTICLE = re.compile(
    r"(?:P(?<![\w-].)(?:asa ?[l1IiTt]|ASA[L1I])|[Ffp](?<![\w-].)asal)\.?"
    r"(?:\s{1,3}|(?=\d)|(?=[lIi]\s+[A-Z]))"
    r"(?P<raw>[IVX]{1,7}(?![\w])|i(?=\s+Beberapa\s)|[0-9OlILSZT][0-9OlILSZT]{0,3}(?![0-9]|[a-z]{2}))"
    r"(?P<more>(?: [0-9OlIS]{1,2}(?=[\s.A-Z])){1,2})?"
    r"(?P<suffix> ?[A-Z]{1,2}(?![\w.])|[a-z](?=[\s.]+(?:[A-Z(\"“]|$))| [a-z](?= [A-Z][a-z]))?"
    r"(?P<tail>(?:[.:;]|,(?=\s*\(1\)))?[ \t]*)"
)
REFERS = re.compile(
    r"(?:\b(?:[Dd]alam|[Pp]ada|dari|oleh|dan|atau|dengan|[Kk]etentuan(?:-ketentuan)?|[Mm]enurut"
    r"|[Bb]erdasarkan|dimaksud(?:kan)?|tersebut|termaksud|antara|[Dd]iantara|di|ke|jo|juncto"
    r"|melanggar|atas|yakni|yaitu|sehingga|maka|isi|penjelasan|bunyi|terhadap|sampai|kepada"
    r"|untuk|sebagai|setelah|sesudah|sebelum|serta|jis|bagi|mengenai|[Pp]enjelasan|[Rr]umusan"
    r"|angka|huruf|[Aa]yat|[Bb]ab|mengubah|menjadi|dalam hal|kecuali|tentang|ialah|adalah)"
    r"|,|(?<!,)-|/|s/d|\bjo\.)\s*$"
)
"""Words after which a number of an article is a reference."""

_CITES = re.compile(
    r"\s*(?:ayat|ajat|huruf|angka|kalimat|sub\b|alinea|butir|dan\b|atau\b|sampai\b|s/d"
    r"|jo\b"
    r"|juncto|dari\b|dalam\b|tersebut|di\s?atas|dihapus|diubah|dirubah|diganti|berbunyi|ditambah"
    r"|sehingga|menjadi|[,;)/\-–]|Undang-[Uu]ndang\s+(?:Dasar|No|ini(?!\s+(?:mulai|dapat"
    r"|berlaku|disebut)))|UUD|KUH|Kitab\s|Peraturan\s+(?:Pemerintah|Presiden)\s+(?:No"
    r"|ini(?!\s+(?:mulai|dapat|berlaku)))|[a-z])"
)
_CITES_A_PART = re.compile(r"\s*(?:ayat|ajat|huruf|angka|kalimat|sub\b|dan\b|atau\b|[,;)/])")
_OPENS_TEXT = re.compile(r"\s*(?:\(1\)|[A-Z][a-z])")
_SENTENCE_END = re.compile(r"[.;:!?\"”“'’)\]…>]\s*$|\b(?:dan|atau|dan/atau)\s*\n\s*$")
_DIVISION = re.compile(
    r"(?=[BP])(?<![\w\-])(?:(?P<bab>BAB)\s*[-–]?\s*(?P<babno>[IVXLCl1]{1,8}[A-Z]?(?![a-z0-9])"
    r"|\d{1,2}[A-Z]?)"
    r"|(?P<buku>BUKU)\s+(?P<bukuno>KE\w+|PERTAMA|[IVX]+)(?=\s)"
    r"|(?P<bagian>Bagian|BAGIAN)\s+(?P<bagno>(?:Pertama|Ke\w{3,10}(?:\s(?:[Bb]elas|[Pp]uluh)"
    r"(?:\s[A-Z][a-z]+)?)?|PERTAMA|KE\w{3,10}|[IVX]+|\d{1,2}))(?=[\s.])"
    r"|(?P<paragraf>Paragraf|PARAGRAF)\s+(?P<parno>\d{1,2}|[Kk]e\w+|Pertama|[IVX]+)(?=[\s.]))"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the number of an article."""

    value: int
    suffix: str
    style: str

    def __str__(self) -> str:
        return f"{self.value}{self.suffix}" if self.style == "arabic" else _ROMANS[self.value]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may head an article: where, how likely (1 to 3), and the number."""

    start: int
    end: int
    grade: int
    readings: tuple[Reading, ...]
    cited: bool = False
    garbled: bool = False


@dataclass(frozen=True, slots=True)
class Division:
    """The heading of a book, chapter, part or paragraph."""

    kind: str
    number: str
    value: int
    start: int
    end: int


_ROMANS = dict(
    enumerate(
        [
            "-",
            "I",
            "II",
            "III",
            "IV",
            "V",
            "VI",
            "VII",
            "VIII",
            "IX",
            "X",
            "XI",
            "XII",
            "XIII",
            "XIV",
            "XV",
            "XVI",
            "XVII",
            "XVIII",
            "XIX",
            "XX",
            "XXI",
            "XXII",
            "XXIII",
            "XXIV",
            "XXV",
            "XXVI",
            "XXVII",
            "XXVIII",
            "XXIX",
            "XXX",
        ]
    )
)


def article_candidates(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Every place in a stretch of text that may head an article, in order."""
    for found in _ARTICLE.finditer(text, start, end):
        grade = _grade(text, found, start, end)
        if grade:
            raw = found["raw"]
            yield Candidate(
                found.start(),
                found.end(),
                grade,
                tuple(_readings(found)),
                garbled=not (raw.isdigit() or roman(raw)) or found["more"] is not None,
            )


def _grade(text: str, found: re.Match[str], start: int, end: int) -> int:
    """How surely a match is a heading: 3 alone on its line, 2 after a sentence, 1 perhaps."""
    before = text[max(start, found.start() - 40) : found.start()]
    after = text[found.end() : min(end, found.end() + 40)]
    line_start = not before.strip(" \t") or before.rstrip(" \t").endswith("\n")
    line_end = not after or after[0] == "\n" or not after.strip(" \t")
    stopped = bool(found["tail"].strip())
    lower = found.group()[0] in "pf"
    cites = (_CITES if not stopped else _CITES_A_PART).match(after)
    if lower and (cites or not (line_start and line_end)):
        return 0
    refers = REFERS.search(before)
    ends = _SENTENCE_END.search(before)
    if line_start and line_end:
        if refers and (cites or lower):
            return 0
        return 1 if refers or cites else 3
    if lower:
        return 0
    if refers or cites:
        comma = refers and refers.group().strip() == "," and not cites
        opens = _OPENS_TEXT.match(after)
        names = cites and not refers and ends and cites.group().strip()[:1] in "UKP"
        return 1 if (comma and opens) or names else 0
    return 2 if line_start or ends else 1


def _readings(found: re.Match[str]) -> Iterator[Reading]:
    """The ways to read a number, the likeliest first."""
    raw, more, suffix = found["raw"], found["more"], (found["suffix"] or "").strip()
    value = digits(raw)
    if more is not None:
        joined = digits(raw + more.replace(" ", ""))
        if joined is not None:
            yield Reading(joined, suffix, "arabic")
    as_roman = roman(raw)
    if as_roman is not None and as_roman in _ROMANS:
        yield Reading(as_roman, suffix, "roman")
    if value is not None:
        yield Reading(value, suffix, "arabic")
        if suffix:
            yield Reading(value, "", "arabic")
        if value in (1, 11) and as_roman is None and not suffix:
            yield Reading(1 if value == 1 else 2, "", "roman")


def divisions(text: str, start: int, end: int) -> Iterator[Division]:
    """Every heading of a book, chapter, part or paragraph, in order."""
    for found in _DIVISION.finditer(text, start, end):
        before = text[max(start, found.start() - 30) : found.start()]
        if REFERS.search(before) and not before.rstrip(" \t").endswith("\n"):
            continue
        kind = found.lastgroup or ""
        kind = next(k for k in ("bab", "buku", "bagian", "paragraf") if found[k])
        raw = found[
            {"bab": "babno", "buku": "bukuno", "bagian": "bagno", "paragraf": "parno"}[kind]
        ]
        value = ordinal(
            raw.replace("l", "I").replace("1", "I") if kind == "bab" and not raw.isdigit() else raw
        )
        suffix = ""
        if value is None and raw[-1:].isalpha() and kind == "bab":
            value, suffix = ordinal(raw[:-1]), raw[-1]
        if value is not None and value < 200:
            yield Division(kind, f"{value}{suffix}", value, found.start(), found.end())
