"""How a law names itself: kind, number, year, title, dates, gazette numbers.

The heading of the text comes first; where a scan lost it the place of the
file (``uu/2007/21``) names the law, and a contradiction is told.
"""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher

from simpul.errors import Place, UnreadableInput
from simpul.laws.model import Heading, Unread
from simpul.laws.tree.parts import Parts
from simpul.laws.tree.text import Text, squeeze
from simpul.laws.written.dates import DATE, read_date
from simpul.laws.written.names import CITATION, cited
from simpul.laws.written.numerals import digits

__all__ = ["identify"]

_SOURCE = re.compile(
    r"(?:^|[/\\])(?P<kind>[a-z]+)[/\\-](?P<year>\d{4})[/\\-](?P<number>\d+[a-z]?)(?:\.\w+)?$"
)
_SELF_NAMED = re.compile(
    r"(?:^|[/\\])(?P<kind>[a-z]+)-(?P<number>\d+[a-z]?)-(?P<year>\d{4})(?:\.\w+)?$"
)
_MINISTERIAL = re.compile(
    r"PERATURAN\s+MENTERI\s+(?P<who>[A-Z ]+?)\s+(?:REPUBLIK\s+INDONESIA\s+)?"
    r"NOMOR\s*:?\s*(?P<number>\d+)"
    r"\s*(?:/[\w./-]+?/|\s+TAHUN\s+)(?P<year>\d{4})"
)
_TITLE = re.compile(
    r"T\s?ENT\s?ANG\s*:?\s+(?P<title>.{3,900}?)(?=\s*(?:DENGAN\s+RAK?HMAT|PRESIDEN\s+REPUBLIK"
    r"|P\s?RESIDEN\s"
    r"|\n\s*\n|\n\s*I\.\s|M(?:enimbang|ENIMBANG|engingat|ENGINGAT)\b|M(?:embaca|endengar|emperhatikan"
    r"|enetapkan|EMUTUSKAN)\b|MENTERI\s+KEUANGAN\s+REP|KAMI,|Presiden\s+Republik|\n\s*UMUM\b"
    r"|I\.\s+UMUM|(?<=\.)\s+UMUM\b|UMUM\.\s|Anggota:))",
    re.DOTALL,
)
_ENACTED = re.compile(
    r"(?:(?:UNDANG|Undang|PERATUR?AN|Peraturan)[\w\s-]{2,60}?|(?:(?<=:\s)|(?<=enetapkan\s))P(?:ERATURAN|eraturan))"
    r"\s(?:TENTANG|tentang|Tentang|UNTUK(?=\s+ME))\s+"
    r"(?P<title>.{3,500}?)(?=\s*(?:(?<!N[oO])(?<!N[rR])\.|\bBAB\s+I\b|\n\s*Pasal\s|\s+Pasal\s+[1I]\b|;|:\s))",
    re.DOTALL,
)
_SAME_FOLDER = {"uu": ("uu", "uudrt", "perpu"), "permenkeu": ("permen-keuangan",)}
"""Kinds that are kept in one folder, by the name of the folder."""

_SIGNED = re.compile(
    r"Di\s?(?:tetapkan|sahkan|keluarkan|syahkan)|Di(?:sahkah|tapkan)(?=\s+di\s+[A-Z])|disahkan(?=\s+di\s+[A-Z])|DI(?:TETAPKAN|SAHKAN|KELUARKAN)"
)
_PROMULGATED = re.compile(
    r"Di(?:undangkan|umumkan)|DIUNDANGKAN|DIUMUMKAN|[D)]iun?(?:d|cl)[an]{0,2}gkan(?=\s+di\s+[A-Z])"
)
_GAZETTE = re.compile(
    r"(?<!TAMBAHAN )(?<!Tambahan )(?:LE\S{1,2}B?A\S{1,5}|BERITA)[\s-]+NEGARA"
    r"(?:\s+REPUBLIK\s+[Ii]NDONESIA)?"
    r"\s+T?A?HUN\s*(?P<year>[0-9OIlLoTtBZ]{4})\s*(?:N\SMOR|No\.?)\s*:?\s*(?P<number>[0-9OIl]{1,4})"
    r"|\bLN\.?\s*(?:TAHUN\s+)?(?P<year2>\d{4})\s*(?:/|No\.?|NOMOR)\s*(?P<number2>\d{1,4})"
    r"|(?<!TAMBAHAN )LEMBARAN[\s-]+NEGARA(?:\s+REPUBLIK\s+INDONESIA)?\s+(?:NOMOR"
    r"|No\.?)\s+(?P<number4>\d{1,4})\s+TAHUN\s+(?P<year4>\d{4})"
    r"|[Tt]ermasuk\s+(?:dalam\s+)?Lembaran[\s-]+Negara(?:\s+Republik\s+Indonesia)?"
    r"\s+tahun\s+(?P<year5>\d{4}),?\s+(?:No\.?|Nr\.?|Nomor)\s*(?P<number5>\d{1,4})"
    r"|[Tt]ermasuk\s+(?:dalam\s+)?Lembaran[\s-]+Negara\s+(?:No\.?|Nr\.?"
    r"|Nomor)\s*(?P<number3>\d{1,4})"
    r"\s+tahun\s+(?P<year3>\d{4})"
)
_SUPPLEMENT = re.compile(
    r"TAMBAHAN\s+LEMBARAN(?:[\s-]+NEG\w{2,3})?(?:\s+REPU?B\w{2,4}(?:\s+INDO\w{4,6})?)?(?:\s+TAHUN\s+\d{4})?"
    r"\s+(?:NOMOR|No\.?)\s*:?\s*(?P<number>\d\s?\d{3}\b|[0-9OIl]{1,4})|\bTLN\.?\s*(?:NO"
    r"|No(?:mor)?)\.?\s*(?P<number2>\d{1,4})"
)


_PLACES = ("", "2", "3", "4", "5")
"""The groups of a gazette, one for each way to write it."""

_FAR = 20
"""No law is signed so many years from the year of its number."""

_SPACED = re.compile(r"\b[A-Z](?: [A-Z]\b){3,}")
"""A word whose letters a scan drew apart: *E N E R G I*."""

_NOTE = 200
"""So long at most is the note at the end that gives the gazette of an old law."""


def identify(text: Text, parts: Parts, source: str) -> tuple[Heading, list[Unread]]:
    """The heading of a law and what about it could not be read."""
    unread: list[Unread] = []
    kind, number, year, line = _name(text, parts, source, unread)
    signed, signed_line = _dated(text, parts, _SIGNED, year, unread)
    promulgated, promulgated_line = _dated(text, parts, _PROMULGATED, year, unread)
    gazette, supplement = _gazette(text, parts, year)
    if signed is None:
        unread.append(
            Unread("no-date", text.line(parts.closing[0]), "the date of signing was not found")
        )
    elif abs(signed.year - year) > 1:
        unread.append(Unread("ocr", signed_line, f"signed in {signed.year}, numbered in {year}"))
    if promulgated is not None and signed is not None and promulgated < signed:
        unread.append(Unread("ocr", promulgated_line, "promulgated before it was signed"))
    title = _title(text, parts, number, year)
    if not title:
        unread.append(Unread("no-title", 1, "the title was not found"))
    return Heading(
        kind, number, year, title, line, signed, signed_line, promulgated, promulgated_line,
        gazette, supplement,
    ), unread  # fmt: skip


def _name(text: Text, parts: Parts, source: str, unread: list[Unread]) -> tuple[str, str, int, int]:
    """Kind, number and year: from the heading, checked against the name of the file."""
    written = _written(text, parts)
    filed = _SOURCE.search(source) or _SELF_NAMED.search(source)
    if filed is None and written is None:
        raise UnreadableInput(
            "the text names no law, regulation or number",
            where=Place(source, 1),
            todo="Put the heading in place, or name the file uu-21-2007.md.",
        )
    if filed is None and written is not None:
        return written
    filed_kind, number, year = filed["kind"], filed["number"], int(filed["year"])  # type: ignore[index]
    if written is None:
        unread.append(
            Unread("no-heading", 1, "the heading is lost; the file name tells which law it is")
        )
        return filed_kind, number, year, 1
    if written[1:3] != (number, year):
        unread.append(
            Unread(
                "ocr",
                written[3],
                f"the heading reads {written[1]}/{written[2]}, the file {number}/{year}",
            )
        )
    same = written[1:3] == (number, year)
    kind = written[0] if same and written[0] in _SAME_FOLDER.get(filed_kind, ()) else filed_kind
    if same and kind != written[0]:
        unread.append(Unread("ocr", written[3], f"the heading reads {written[0]}, the file {kind}"))
    return kind, number, year, written[3]


def _written(text: Text, parts: Parts) -> tuple[str, str, int, int] | None:
    head = text.content[: min(1500, max(parts.weighing[0], 300))]
    ministerial = _MINISTERIAL.search(head)
    if ministerial:
        who = "-".join(ministerial["who"].lower().split())
        return (
            f"permen-{who}",
            ministerial["number"],
            int(ministerial["year"]),
            text.line(ministerial.start()),
        )
    for found in CITATION.finditer(head):
        if not found["kind"] or not found["kind"][:6].isupper():
            continue
        name = cited(found)
        if name:
            kind, number, year = name.rsplit("-", 2)
            return kind, number, int(year), text.line(found.start())
        return None
    return None


_NO_TITLE = (
    "Menimbang", "Mengingat", "MENIMBANG", "PENJELASAN", "Penjelasan", "DENGAN RAHMAT",
    "Dengan Rahmat", "Dengan rahmat",
)  # fmt: skip


_NO_MORE_TITLE = re.compile(
    r"\A\W*SALINAN\s+|\s+DENGAN\s+RAC?HMAT\b.*|\s*\(lembaran\s+Negara\b.*|\.\s+Pasal\b.*"
    r"|\s*\(Lembaran[\s-]+Negara\b[^()]*\)(?:\W*\Z|\.\s+Pasal\b.*)"
    r"|,?\s+(?i:sebagai\s+berikut)(?:\s*\.\s+Pasal\b.*)?\Z|\s+(?:I\s+)?SALINAN\b.*"
)
"""What a scan may have run on to a title: *Bank Sentral DENGAN RACHMAT TUHAN*."""


def _title(text: Text, parts: Parts, number: str, year: int) -> str:
    """The title, from the heading, wherever it stands, the enacting words or the elucidation.

    The first that stands there, or one much like it that a scan garbled less.
    """
    head = text.content[: max(parts.weighing[0], 600)] + "\n\n"
    said: list[str] = []
    amid = (_title_after(number, year), text.content[: parts.body[0] + 900])
    for rule, passage in (
        *([(_TITLE, head)] if _TITLE.search(head) else [amid]),
        (_ENACTED, text.content[parts.body[0] : parts.body[0] + 900]),
        (_TITLE, text.content[parts.elucidation[0] : parts.elucidation[0] + 1200]),
    ):
        found = rule.search(passage)
        if found and not found["title"].startswith(_NO_TITLE):
            title = _SPACED.sub(lambda one: one.group().replace(" ", ""), squeeze(found["title"]))
            title = _NO_MORE_TITLE.sub("", title)
            said.append(title.removesuffix("*)").strip(' .,:;"“”'))
    return _cleanest(said) if said else ""


def _title_after(number: str, year: int) -> re.Pattern[str]:
    """The title after the number of the law itself, its heading being amid other text."""
    return re.compile(rf"NOMOR\s*:?\s*{number}\s+TAHUN\s+{year}\s+{_TITLE.pattern}", re.DOTALL)


def _cleanest(said: list[str]) -> str:
    """The first of several writings of a title, or a like one with fewer garbled words."""
    best = said[0]
    if not (_STRANGE.search(best) or _UNFINISHED.search(best)):
        return best
    for other in said[1:]:
        alike = SequenceMatcher(None, best.upper(), other.upper(), autojunk=False).ratio() > _LIKE
        goes_on = _UNFINISHED.search(best) and other.upper().startswith(best.upper())
        fewer = len(_STRANGE.findall(other)) < len(_STRANGE.findall(best))
        whole = len(other) > _LIKE * len(best)
        best = other if goes_on or (alike and fewer and whole) else best
    return best


_LIKE = 0.85
_STRANGE = re.compile(
    r"[A-Za-z][{}\[\]<>|\\,;*~]+[A-Za-z.]|[A-Z]{3}\.+[A-Z',]{2}|[A-Z]{2}[a-z]+[A-Z]| -[A-Z]"
)
"""Signs amid a word, and small letters amid capitals."""

_UNFINISHED = re.compile(r"\b(?i:antara|dan|dengan|tentang|atas|dari|di|ke|kepada|untuk)\Z")


def _dated(
    text: Text, parts: Parts, rule: re.Pattern[str], year: int, unread: list[Unread]
) -> tuple[date | None, int]:
    """The date after words such as *Disahkan di Jakarta pada tanggal*.

    A year in which letters stand and that is far from the law's own is that of the
    law; this is told.
    """
    start = max(parts.body[0], parts.closing[0] - 400)
    for found in rule.finditer(text.content, start):
        day = DATE.search(text.content, found.end(), found.end() + 90)
        when = read_date(day) if day else None
        apart = abs(when.year - year) if when else 0
        if day and when and (apart > _FAR or (apart > 1 and not day["year"].isdigit())):
            line = text.line(day.start())
            unread.append(Unread("ocr", line, f"the year {day['year']} is taken for {year}"))
            when = when.replace(year=year, day=min(when.day, 28 if when.month == 2 else 31))
        if day and when:
            return when, text.line(day.start())
        torn = _TORN_YEAR.search(text.content, found.end(), found.end() + 60)
        whole = DATE.match(f"{torn['day']} {year}") if torn else None
        if torn and whole and (when := read_date(whole)):
            line = text.line(torn.start())
            unread.append(Unread("ocr", line, f"the year {torn['year']} is taken for {year}"))
            return when, line
    return None, 0


_TORN_YEAR = re.compile(
    r"(?P<day>[\dO]{1,2}\s+[A-Z][a-z]{2,8})\s+(?P<year>\d{3}|\?\d{3}|\d{1,3}\?\d{0,2})(?=\s)"
)
"""A day whose year lost a figure: *31 Desember 222*."""


def _gazette(text: Text, parts: Parts, year: int) -> tuple[str | None, str | None]:
    """Numbers in the state gazette (LN) and its supplement (TLN)."""
    ends = text.content[parts.closing[0] : parts.elucidation[0] + 60]
    size = len(text.content)
    tail = text.content[min(max(parts.closing[0], size - 700), max(0, size - _NOTE)) :]
    found = (_numbered(one, year) for part in (ends, tail) for one in _GAZETTE.finditer(part))
    gazette = next((one for one in found if one), None)
    rest = text.content[min(parts.closing[0], max(0, size - _NOTE)) :]
    last = next(iter([*_SUPPLEMENT.finditer(rest)][-1:]), None)
    number = (last["number"] or last["number2"]) if last else ""
    supplement = digits(number.replace(" ", ""))
    return gazette, f"TLN {supplement}" if supplement else None


def _numbered(found: re.Match[str], year: int) -> str | None:
    """The number in the gazette of about the year of the law, or None."""
    years = (found[f"year{place}"] for place in _PLACES)
    numbers = (found[f"number{place}"] for place in _PLACES)
    when = digits(next(filter(None, years)))
    number = digits(next(filter(None, numbers)))
    return f"LN {when}/{number}" if number and when and abs(when - year) <= 2 else None
