"""Where the parts of a law begin: heading, grounds, body, closing, elucidation.

The order is that of UU 12/2011, Annex II; older texts miss some parts, and
scans lose a heading or run it into the next line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Parts", "split"]

_WEIGHING = re.compile(r"(?:^|[\s,.])M(?:enimbang|ENIMBANG)\s*(?:pula)?\s*:?")
_BASIS = re.compile(r"(?:^|[\s;.])M(?:[ec]n?g?inga{1,2}t|ENGINGAT)\s*(?:[Pp]ula\s*)?:?")
_DECIDING = re.compile(
    r"M\s?E\s?M\s?U\s?T\s?U\s?S\s?(?:K|X|[I1l][(<{])\s?A\s?N|Memutuskan\b|(?<=[\s:;.])Menetapkan\s*:|MENETAPKAN\s*:"
)
_ENACTING = re.compile(r"[Mm](?i:enetapkan)\s*:?")
_FIRST_ARTICLE = re.compile(
    r"(?:^|\n)\s*(?:BAB\s+I\b|P(?:asa[l1]|ASAL)\s+[1Il]\b)|(?<=[.:;]\s)Pasal\s+[1I][.\s](?!\s*(?:ayat|[,;]|dan\b))"
    r"|(?<=[A-Z]\s)Pasal\s+[1Il]\s+Dalam\s+(?:Undang|Peraturan)"
)
_ANY_ARTICLE = re.compile(r"\n\s*Pasal\s+(?:\d{1,3}|I)\s*\n")
_FIRST_CHAPTER = re.compile(
    r"\bBAB\s+I\s+KETENTUAN\s+UMUM\b|\bPasal\s+[1Il]\s+Dalam\s+(?:Undang|Peraturan)"
)
_CLOSING = re.compile(
    r"Agar\s+(?:supaya\s+)?(?:setiap|semua|tiap-tiap|se-?tiap)\s+orang"
    r"|Agar\s+(?:supaya\s+)?(?:[Uu]ndang|[Pp]eraturan)[^.]{5,40}(?:diketahui|dapat\s+diketahui)"
    r"|(?:Di(?:tetapkan|sahkan)|DI(?:TETAPKAN|SAHKAN))\s+(?:di|DI|Di)\s+[A-Z]"
)
_SIGNED = re.compile(r"Di(?:tetapkan|sahkan)\s+[Dd]i\s+[A-Z]|DI(?:TETAPKAN|SAHKAN)\s+DI\s")
_PROMULGATED = re.compile(
    r"Di(?:undangkan|umumkan)\s*,?\s+(?:[Dd]i\s+[A-Z]|[Pp]ada\s+(?:tanggal|hari\s+tanggal)\s+\S)"
)
_GENERAL = re.compile(r"(?<![A-Z]\s)(?<!BAB I )\b(?:I\.?\s+)?UMUM\b\.?:?\s+(?=[A-Z\d(])")
_ELUCIDATION = re.compile(
    r"(?:MEMORI\s+)?P\s?E\s?N\s?J\s?E\s?(?:L|I\.|I,)\s?A\s?S\s?A\s?N(?=[\s:.]|$)"
    r"|(?:Memori\s+)?Penjelasan\s+(?:[Aa]tas|[Mm]engenai|[Uu]mum)\b"
    r"|P\s?A\s?S\s?A\s?L\s+DEMI\s+PASAL"
)
_ANNEX = re.compile(r"(?<=[\s.])(?:LAMPIRAN|DAFTAR\s+LAMPIRAN)\b")


@dataclass(frozen=True, slots=True)
class Parts:
    """Offsets of the parts of a law; a part that is missing is empty."""

    weighing: tuple[int, int]
    basis: tuple[int, int]
    body: tuple[int, int]
    closing: tuple[int, int]
    annex: tuple[int, int]
    elucidation: tuple[int, int]


def split(text: str) -> Parts:
    """The parts of a law, by the words the drafting rules open them with."""
    decided = _first(_DECIDING, text, 0, _early(text))
    enacted = _first(_ENACTING, text, decided.end(), decided.end() + 2500) if decided else None
    body = (enacted or decided).end() if decided else _body_without_formula(text)
    if decided and _FIRST_ARTICLE.search(text, decided.end(), body):
        body = decided.end()
    front = decided.start() if decided else body
    basis = _first(_BASIS, text, 0, front)
    weighing = _first(_WEIGHING, text, 0, basis.start() if basis else front)
    grounds = weighing.end() if weighing else 0
    basis_at = (_basis_start(text, basis, grounds, front), front)
    closing, elucidation = _ends(text, body)
    annex = _first(_ANNEX, text, closing, elucidation)
    annex_at = annex.start() if annex else elucidation
    return Parts(
        weighing=(grounds, basis.start() if basis else front),
        basis=basis_at,
        body=(decided.end() if decided else body, closing),
        closing=(closing, annex_at),
        annex=(annex_at, elucidation),
        elucidation=(elucidation, len(text)),
    )


_CONSTITUTION = re.compile(
    r"(?:[:;.]|\n)\s*(?:\d{1,2}\s?\.\s*)?(?P<item>Pasal\s+\d[^;.\n]{0,90}?"
    r"Undang\s?-?\s?[Uu]ndang\s?Dasar)"
)


def _basis_start(text: str, heard: re.Match[str] | None, grounds: int, front: int) -> int:
    """Where the legal basis begins: after its heading, or before one that a scan misplaced.

    The constitution opens the basis (UU 12/2011, Annex II, 39 and 40); where it stands
    before the heading, or the heading is lost, the basis begins with it.
    """
    named = _CONSTITUTION.search(text, grounds, front)
    if heard is None:
        return named.start("item") if named else front
    if named is None or _CONSTITUTION.search(text, heard.start(), front):
        return heard.end()
    return min(heard.end(), named.start("item"))


def _early(text: str) -> int:
    found = _FIRST_ARTICLE.search(text)
    return found.end() if found and found.start() > 300 else len(text)


def _body_without_formula(text: str) -> int:
    found = [rule.search(text, 300) for rule in (_ANY_ARTICLE, _FIRST_CHAPTER)]
    starts = [one.start() for one in found if one]
    return min(starts) if starts else _start(_FIRST_ARTICLE.search(text))


def _start(found: re.Match[str] | None) -> int:
    return found.start() if found else 0


def _ends(text: str, body: int) -> tuple[int, int]:
    """Where the closing formula and the elucidation begin."""
    closing = _closing(text, body)
    heard = _ELUCIDATION.search(text, closing if closing is not None else body)
    elucidation = heard.start() if heard else _unheaded(text, body)
    return (elucidation if closing is None else min(closing, elucidation)), elucidation


def _unheaded(text: str, body: int) -> int:
    """Where an elucidation begins whose heading the scan lost."""
    general = _GENERAL.search(text, body)
    if general and re.search(r"[Cc]ukup\s?(?:jelas|terang)", text[general.end() :]):
        return general.start()
    return len(text)


def _closing(text: str, body: int) -> int | None:
    """The closing formula that the signature follows; quoted formulas are passed over."""
    signed = _SIGNED.search(text, body)
    for found in _CLOSING.finditer(text, body):
        if signed is None or signed.start() - found.start() < 1200:
            return found.start()
    announced = _PROMULGATED.search(text, body)
    return announced.start() if announced else None


def _first(rule: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return rule.search(text, start, max(start, end))
