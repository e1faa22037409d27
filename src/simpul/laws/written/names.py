"""Which instrument a citation means, and the name it has in the graph.

``Undang-Undang Nomor 21 Tahun 2007`` is ``uu-21-2007``; emergency laws of the
1950s (``Drt``) are ``uudrt-..``, government regulations in lieu of law
(``Prp``, Perpu) ``perpu-..``, colonial ordinances ``stb-YEAR-NUMBER``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.laws.written.numerals import digits

__all__ = [
    "ALSO",
    "ALSO_RESOLVED",
    "CITATION",
    "MANY",
    "RANKS",
    "cited",
    "cited_many",
    "cited_resolution",
    "instrument_name",
    "plain_kind",
    "this_instrument",
    "titled_citations",
]

RANKS = {
    "uud": 1, "tap-mpr": 2, "uu": 3, "uudrt": 3, "perpu": 3, "kitab": 3, "penpres": 3,
    "pp": 4, "perpres": 5, "keppres": 5, "stb": 3, "inpres": 6, "permen": 6,
}  # fmt: skip
"""Rank by kind, 1 highest (UU 12/2011 art 7); unlisted kinds have none."""

_UU = (
    r"U[Nn][Dd][Aa][Nn][Gg]\s?-\s*U[Nn][Dd][Aa][Nn][Gg]|Undang\s?-?\s?\s*[Uu]ndang"
    r"|undang\s?-\s*[Uu]ndang"
)
_MISSPELT_UU = r"Undang(?:\s?-\s*[Uu]\w{3,6}|(?=\s+Nomor\s\d))"
_PP = (
    r"[Pp](?:er[at]\w{3,6}|ERATURAN)(?:-peraturan)?"
    r"\s+[Pp](?:[aec]?[mnr]\w{3,8}[tl]a[htb]r?|eme-\s?rintah|EMERINTAH)"
)
"""Government regulations, with the slips of scans: *Peratuan Pernerintah*."""

_NUMBER = r"(?:[Nn]\s?[Oo]\s?[Mm]\s?[Oo]\s?[Rr]|[Nn][Oo0][.:]{0,2}|[Nn]r\.?)\s*:?\s*"
_YEAR = (
    r"(?:\s*,?\s*(?:dari\s+)?"
    r"(?:[Tt]\s?[Aa]\s?[Hh]\W?\s?[Uu]\s?[Nn]|th[n.]*|[Tt]a[\w:]{2,6}|[Tt]a\w:\s?un|T?[rli]a?hun)\s*|\s*/\s*"
    r"|\s+(?:[Tt]anggal|TANGGAL|tgl\.?)\s+\d{1,2}(?:-\d{1,2}-|\s+[A-Z][a-z]{2,8}\s+))"
)
_OF_STATE = (
    r"(?:\s+(?:\(?Republik\s+Indonesia(?:\s+Serikat)?\)?|REPUBLIK\s+INDONESIA|R\.?I\.?|Negara)"
    r"(?:\s+dahulu)?)?(?:\s+tanggal\s+[\d-]{6,10}(?=\s+N))?"
)

_RESOLUTION = (
    r"(?P<mprno>[IVXL]+)\s*/\s*(?P<mprs>M\.?P\.?R\.?S?\.?)\s*/\s*(?P<mpryear>[\dIl]\s?\d{3})"
)

_BY_NAME = (
    r"(?:\s+(?!No|Nr|Dasar|DASAR|Hukum|Pengganti|Darurat|Republik|Negara|Lembaran)[A-Z][a-z-]+"
    r"(?:\s+(?!No|Nr)[A-Z][a-z-]+){0,2}(?=\s+N[or]))?"
)
"""The name of a statute before its number: *Undang-undang Pertahanan No. 29 tahun 1954*."""

CITATION = re.compile(
    rf"(?P<kind>(?:(?:{_UU}){_BY_NAME}|{_MISSPELT_UU}|U\.?U\.?(?=\s*N))(?P<drt>\s+(?:[Dd]arurat|DARURAT))?"
    rf"|{_PP}"
    rf"(?P<ppu>\s+(?:Pengganti|pengganti|PENGGANTI)\s+(?:{_UU}))?"
    r"|P(?:eraturan|ERATURAN)\s+P(?:residen|RESIDEN)|K(?:eputusan|EPUTUSAN)\s+P(?:residen|RESIDEN)"
    r"|Penetapan\s+Presiden|Instruksi\s+Presiden"
    r"|Peraturan\s+Menteri\s+(?P<ministry>[A-Z]\w+(?:(?:,?\s+dan|,)?\s+[A-Z]\w+){0,5}?)"
    r"|P\.?P\.?(?=\s*No)|Perpu|PERPU)"
    rf"{_OF_STATE}\s+{_NUMBER}(?P<number>\d\s\d(?=\s+[Tt]\s?a\s?h)|[0-9OIlL]{{1,3}}[A-Z]?|[0-9]?g(?=\s))"
    r"(?![0-9])"
    r"(?:\s*/?\s*(?P<mark>[Pp][Rr][Pp][Ss]?|[Dd][Rr][Tt]|[Dd]arurat|P[Nn][Pp][Ss])"
    r"|\s*/[A-Z]{2,}[\w.-]*(?=/))?\.?"
    rf"{_YEAR}(?P<year>[0-9OoIlLtT](?:\.?[0-9OoIlLtTg]){{3}}|[12](?:\s?[0-9O]){{3}})(?![0-9])"
    rf"|(?P<dated>(?P<dkind>(?:{_UU})|[Pp]eraturan\s+[Pp]emerintah)"
    r"(?:\s+(?!No|Nr|Dasar|ini\b|Pengganti|Lembaran|Staats|Berita)[\w-]+){0,5}?"
    r"\s+(?:tanggal\s+\d{1,2}\s+\w+|[Tt]ahun)\s+"
    rf"(?P<dyear>19(?:4[5-9]|5\d|6[0-5]))\s*,?\s*{_NUMBER}(?P<dnumber>\d{{1,3}})\b(?!\s*[Tt]ahun))"
    r"|(?P<mpr>[Kk]etetapan(?:-ketetapan)?\s+(?:M\.?P\.?R\.?S?\.?|Majelis\s+Perm[ua]syawaratan\s+Rakyat"
    r"(?:\s+Sementara)?)(?:\s+Republik\s+Indonesia|\s+R\.?I\.?)?"
    r"(?:\s+tanggal\s+\d{1,2}\s+\w+\s+\d{4})?\s+(?:Nomor|N[Oo]\.?)\s*:?\s*"
    rf"{_RESOLUTION})"
    r"|(?P<stb>(?:Sta{1,3}t?s?b\w{2,4}d|Stbl?\.|S\.)\s*(?:[Tt]ahun\s*)?(?P<stbyear>1[89]\d\d)\s*\.?,?\s*"
    r"(?:(?:Nomor|N[Oo]\.?|Nummer|nummer)\s*:?|[:-]|(?=\d{1,3}\)))\s*(?P<stbno>\d+))"
    r"|(?P<undated>(?:Sta{1,3}t?s?b\w{2,4}d|Stbl?\.)\s*(?:Nomor|N[Oo]\.?)\s*(?P<undatedno>\d+)\b(?!\s*[Tt]ahun))"
    rf"|(?P<uud>(?:{_UU})\s+(?:[Dd]asar|DASAR|[Pp]asar(?=\s+Sem))(?:\s+Negara\s+Republik\s+Indonesia)?"
    r"(?P<uuds>\s+Sement[ae]ra)?(?:\s+Tahun)?(?:\s+(?P<uudyear>19\d\d))?)"
    rf"|(?P<kitab>(?i:Kitab(?:-Kitab)?\s+(?:{_UU})\s+Hukum\s+(?P<which>Acara\s+Pidana(?:\s+Militer)?"
    rf"|Pidana(?:\s+Militer|\s+Tentara)?|Perdata|Dagang))|(?:{_UU})\s+Hukum\s+(?P<bare>Acara\s+Pidana)|KUHAP|KUHPerdata|KUHP"
    r"|(?P<dotted>K\.\s?U\.\s?H\.\s?P\.?(?!\s?\w?erdata)))"
    r"|(?P<tax>(?i:ordonn?ansi)\s+[Pp]ajak\s+(?P<taxname>(?i:perseroan|pendapatan|peralihan|kekayaan|upah|potong))\s+"
    r"(?P<taxyear>19(?:25|3[246]|44)))"
)
"""A citation of an instrument by kind, number and year, or by its common name."""

_FIGURE = r"[0-9OIl]{1,3}(?![0-9])"
_JOINT = r"(?:\s*(?:[,;.]|dan\b|serta\b|j(?:o|is)\b\.?|juncto\b))+\s*"
_OF_A_YEAR = (
    rf"{_NUMBER}{_FIGURE}(?:(?:{_JOINT}|\s+)(?:{_NUMBER})?{_FIGURE}){{0,60}}"
    rf"{_YEAR}(?:[0-9OoIlLtT]{{4}}|\d{{3}}\s\d)(?![0-9])"
)
"""Numbers that share a year: *No. 142, No. 144 dan 162 tahun 1961*."""

ALSO = re.compile(
    r"(?:\s*\([^()]{3,160}\))?\s*(?P<joint>,|;|dan|serta|j(?:o|is)\b\.?|,\s*dan)\s*"
    rf"(?:[a-z0-9]{{1,2}}\.\s*)?(?P<whole>{_OF_A_YEAR})"
)
"""Further numbers and a year of the kind cited just before: *dan Nr 20 tahun 1951*."""

ALSO_RESOLVED = re.compile(
    rf"\s*(?:,|dan|serta|,\s*dan)\s*(?P<whole>(?:Nomor|N[Oo]\.?)\s*:?\s*{_RESOLUTION})"
)
"""A further resolution of the People's Assembly: *dan Nomor II/MPRS/1960*."""

MANY = re.compile(
    rf"(?P<kind>(?:{_UU})|[Pp]eraturan(?:-peraturan)?\s+[Pp]emerintah|Penetapan\s+Presiden)\s+"
    rf"(?P<numbers>{_OF_A_YEAR}(?:{_JOINT}{_OF_A_YEAR}){{0,20}})"
)
"""Several numbers with one year or more: *No. 142 dan No. 162 tahun 1961, No. 3 tahun 1962*."""

_GROUP = re.compile(_OF_A_YEAR)
_ONE = re.compile(rf"(?P<beside>j(?:o|is)\b\.?|juncto\b)?\s*(?:{_NUMBER})?(?P<number>{_FIGURE})")
_BESIDE = re.compile(r"\bj(?:o|is)\b|juncto")
_LAST_YEAR = re.compile(r"([0-9OoIlLtT]{4}|\d{3}\s\d)$")

_BY_PRESIDENT = 1963
"""From this year *Prps* means a regulation of the President (UU 5/1969, annexes), before it
one in place of a law."""

_ADOPTED, _STATUTES_THEN = 1960, 10
"""Statutes of 1960 count to 10; what is cited by a higher number is a regulation in lieu of a
statute, which UU 1/1961 made a statute."""

_PLAIN_KINDS = {
    "undangundang": "uu", "uu": "uu", "peraturanpemerintah": "pp", "pp": "pp",
    "peraturanperaturanpemerintah": "pp",
    "peraturanpresiden": "perpres", "keputusanpresiden": "keppres",
    "penetapanpresiden": "penpres", "instruksipresiden": "inpres", "perpu": "perpu",
}  # fmt: skip
_KITAB = {
    "acarapidana": "uu-8-1981", "kuhap": "uu-8-1981", "pidana": "kuhp", "kuhp": "kuhp",
    "pidanamiliter": "kuhpm", "pidanatentara": "kuhpm", "perdata": "kuhperdata",
    "kuhperdata": "kuhperdata", "dagang": "kuhd", "acarapidanamiliter": "uu-31-1997",
}  # fmt: skip
_TAX_ORDINANCES = {
    ("perseroan", "1925"): "stb-1925-319", ("pendapatan", "1944"): "stb-1944-17",
    ("peralihan", "1944"): "stb-1944-17", ("kekayaan", "1932"): "stb-1932-405",
    ("upah", "1934"): "stb-1934-611", ("potong", "1936"): "stb-1936-671",
}  # fmt: skip
"""Colonial tax ordinances, cited by name and year (PP 14/1959 and UU 3/1949 give their places)."""

_THIS = re.compile(
    rf"(?:{_UU}|[Pp]eraturan\s+(?:[Pp]emerintah(?:\s+[Pp]engganti\s+(?:{_UU}))?|[Pp]residen|[Mm]enteri)|[Pp]eraturan)\s+ini\b"
)


_KIND = re.compile(r"[Uu]ndang|UNDANG|Peraturan|PERATURAN|Perpu|PERPU|U\.?U\.?(?=\s*N)")
"""What the citations that give a title begin with, quick to look for."""


def titled_citations(content: str) -> Iterator[re.Match[str]]:
    """The citations of statutes and regulations in a text, in order."""
    at = 0
    while (found := _KIND.search(content, at)) is not None:
        citation = CITATION.match(content, found.start())
        if citation:
            yield citation
        at = citation.end() if citation else found.end()


def cited_many(kind: str, numbers: str) -> Iterator[tuple[str, bool]]:
    """The instruments that numbers with their years mean, and whether one stands beside another.

    >>> list(cited_many("uu", "No. 2 jo. No. 18 tahun 1950, No. 9 tahun 1955"))
    [('uu-2-1950', False), ('uu-18-1950', True), ('uu-9-1955', False)]
    """
    beside = False
    at = 0
    for group in _GROUP.finditer(numbers):
        beside = _BESIDE.search(numbers, at, group.start()) is not None
        at = group.end()
        dated = _LAST_YEAR.search(group.group())
        year = digits(dated[1].replace(" ", "")) if dated else None
        if not dated or year is None or not 1900 <= year <= 2100:
            continue
        for one in _ONE.finditer(group.group()[: dated.start()]):
            number = digits(one["number"])
            if number:
                yield instrument_name(kind, str(number), year), beside or bool(one["beside"])
            beside = False


def instrument_name(kind: str, number: str, year: int | str) -> str:
    """The readable name of an instrument in the graph.

    >>> instrument_name("uu", "21", 2007)
    'uu-21-2007'
    """
    return f"{kind}-{number.lower()}-{year}"


def this_instrument(text: str, at: int) -> re.Match[str] | None:
    """A match where the text says *this law* or *this regulation* at an offset."""
    return _THIS.match(text, at)


def cited(found: re.Match[str]) -> str | None:
    """The name of the instrument a match of ``CITATION`` means, or None if unreadable."""
    if found["mpr"]:
        return cited_resolution(found)
    if found["dated"]:
        kind = "pp" if found["dkind"][0] in "Pp" else "uu"
        emergency = kind == "uu" and "arurat" in found["dated"]
        return instrument_name("uudrt" if emergency else kind, found["dnumber"], found["dyear"])
    if found["stb"]:
        return f"stb-{found['stbyear']}-{found['stbno']}"
    if found["undated"]:
        dated = _YEAR_BEFORE.search(found.string, max(0, found.start() - 9), found.start())
        return f"stb-{dated[1]}-{found['undatedno']}" if dated else None
    if found["uud"]:
        return "uuds-1950" if found["uuds"] or found["uudyear"] == "1950" else "uud-1945"
    if found["tax"]:
        return _TAX_ORDINANCES.get((found["taxname"].lower(), found["taxyear"]))
    if found["kitab"]:
        if found["dotted"]:
            return "kuhp"
        return _KITAB[_letters(found["which"] or found["bare"] or found["kitab"])]
    year = _real_year(digits(_figures(found["year"])))
    number = _figures(found["number"])
    count = digits(number) if not number[-1].isalpha() or number[-1] in "OIlLT" else None
    if year is None or not 1900 <= year <= 2100:
        return None
    kind = _kind(found)
    if kind == "uu" and year == _ADOPTED and count is not None and count > _STATUTES_THEN:
        kind = "perpu"
    return instrument_name(kind, str(count) if count is not None else number, year)


_YEAR_BEFORE = re.compile(r"\b(1[89]\d\d)\W{1,5}\Z")
"""*Ordonnantie 1949 (Staatsblad Nomor 175)*: the ordinance gives the year of the gazette."""


def cited_resolution(found: re.Match[str]) -> str:
    """The name of the resolution of the People's Assembly that a citation gives."""
    year = digits(found["mpryear"].replace(" ", ""))
    return f"tap-{_letters(found['mprs'])}-{found['mprno'].lower()}-{year}"


def _figures(text: str) -> str:
    """The signs of a number without spaces and points; a scan reads 9 as g."""
    return re.sub(r"[\s.]", "", text).replace("g", "9")


def _real_year(year: int | None) -> int | None:
    """A year, the 7 that a scan read for a 1 put right: no law is of 2073.

    The line is told among the signs of poor scanning.
    """
    return year - 60 if year is not None and 2070 <= year <= 2079 else year


def _kind(found: re.Match[str]) -> str:
    mark = (found["mark"] or "").lower()
    if mark == "prps" and (digits(_figures(found["year"])) or 0) >= _BY_PRESIDENT:
        return "perpres"
    if found["ppu"] or mark.startswith("prp"):
        return "perpu"
    if found["drt"] or mark in ("drt", "darurat"):
        return "uudrt"
    if mark == "pnps":
        return "penpres"
    if found["ministry"]:
        return "permen-" + "-".join(re.findall(r"\w+", found["ministry"].lower()))
    return plain_kind(found["kind"])


def plain_kind(words: str) -> str:
    """The kind of instrument that words without a mark name, misspelt or not.

    >>> plain_kind("Penetapan Presiden"), plain_kind("Peratuan Pernerintah")
    ('penpres', 'pp')
    """
    letters = _letters(words)
    return _PLAIN_KINDS.get(letters) or ("uu" if letters.startswith("u") else "pp")


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())
