"""One punishing clause: how long, how much, and how both are joined.

The words before each amount (*paling singkat*, *selama-lamanya*) say which
bound it is; the words between imprisonment and fine say the join.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from simpul.laws.model import Penalty, Provision
from simpul.laws.tree.places import Places
from simpul.laws.written.dates import PERIOD, Period, read_period
from simpul.laws.written.money import RUPIAH, read_rupiah

__all__ = ["PUNISHES", "SUBSTITUTE", "fine_categories", "read_punishment"]

PUNISHES = re.compile(r"p[ec]njara|kur[au]ngan|\bd[ec]nda|mati\b|seumur|tutupan|kategori")
"""Words of which every punishment has one."""

_MIN = re.compile(
    r"(?:pa[lt]ing\s*(?:singkat|sedikit|kurang|rendah|pendek)|sekurang\s?-\s?kurang(?:nya)?"
    r"|sedikit\s?-\s?dikitnya|serendah\s?-\s?rendahnya"
    r"|sesingkat\s?-\s?singkatnya|minim(?:al|um))\W*$"
)
_MAX = re.compile(
    r"(?:pa[lt]ing\s*(?:lama|banyak|tinggi|besar|berat|lambat)|selama\s?-?\s?lamanya"
    r"|s[ec]tinggi\s?-?\s?tingginya|sebanyak\s?-\s?banyak(?:nya)?"
    r"|sebesar\s?-\s?besarnya|maksim(?:al|um)|seberat\s?-\s?beratnya)\W*$"
)
_FIXED = re.compile(r"(?:\bselama|\bsebesar|\bd[ec]nda|\bp[ec]njara|\bkurungan|\bsebanyak)\W*$")
_CUSTODY = re.compile(r"p[ec]njara|kurungan|idana\s+kurangan|tutupan")
_UNNAMED = re.compile(
    r"(?:idana|dinaikkan\s+menjadi)\s+(?:paling\s+(?:lama|singkat)|selama\s?-\s?lamanya)\s*$"
)
"""*Pidana paling lama 1 tahun*: the law forgot to say imprisonment."""

_GOES_ON = re.compile(r"\s*(?:dan\s+)?")
_LIFE = re.compile(
    r"(?:penjara|pidana|hukuman)\s+(?:selama\s+)?seumur\s+hidup|lama\s+seumur\s+hidup"
)
_DEATH = re.compile(
    r"(?:pidana|hukuman|dihukum|dipidana)\s+mati\b|\bmati\s+atau\s+(?:pidana\s+)?penjara"
)
_FINE = re.compile(r"\bd[ec]nda\b|\bdidenda\b")
_UNNAMED_FINE = re.compile(
    r"\batau\s+dengan\s+(?=(?:sebanyak|setinggi|paling\s+banyak)[^.;]{0,20}Rp)"
)
"""*Atau dengan paling banyak Rp*: the law forgot to say fine."""

_CATEGORY = re.compile(r"kategori\s+(?P<step>[IVXl1]{1,4})\b")
_CATEGORY_SUM = re.compile(r"kategori\s+(?P<step>[IVX]{1,4})\s*,?\s*(?=Rp)")
SUBSTITUTE = re.compile(
    r"(?:kurungan\s+(?:sebagai\s+)?pengganti|(?:pidana\s+)?pengganti\s+(?:denda|kurungan)"
    r"|denda\s+(?:[^.;,]{0,40}\byang\s+)?(?:tersebut\s+)?(?:itu\s+)?tidak\s+di\s?bayar"
    r"|tidak\s+(?:(?:mampu|dapat|sanggup|cukup\s+untuk)\s+)?(?:mem|di)bayar\s+(?:\w+\s+)?(?:pidana\s+)?denda"
    r"|denda\s+(?:tersebut\s+)?diganti\s+dengan\s+(?:pidana\s+)?kurungan)"
)
_SAME = re.compile(
    r"(?:pidana|hukuman)\s+(?:penjara\s+|denda\s+)?(?:yang\s+)?sama|(?:dipidana"
    r"|dihukum)\s+(?:dengan\s+)?(?:(?:pidana|hukuman)\s+)?"
    r"(?:penjara\s+|denda\s+)?(?:sebagaimana|seperti)\s+(?:di|ter)"
    r"|(?:di\s?pidana|dihukum|hukuman)\b[^.;]{0,60}\sberdasarkan\s+ketentuan\s+"
    r"(?:sebagaimana\s+\w+\s+(?:dalam|pada)\s+)?[Pp]asal"
    r"|[Kk]etentuan\s+pidana\s+sebagaimana[^.;]{5,80}berlaku\s+(?:pula|juga)"
)
_FACTOR = re.compile(
    r"(?:di\s?tamb\s?ah|ditambahkan|pemberatan|dikurangi|diperberat|dikalikan|dilipatkan"
    r"|\batau(?=\s+sepertiga\s+apabila))\s+"
    r"(?:dengan\s+|sebesar\s+|sebanyak\s+|paling\s+\w+\s+)?"
    r"(?:[\dIl|][\dIl|\s]{1,5}\(\s*(?=sepertiga))?"
    r"(?P<factor>\d+\s*/\s*\d+|\d+(?=\s*\(?\w*\)?\s*kali)|(?<=dikalikan )\d+"
    r"|(?<=dilipatkan )\d+|(?:se)?per\w+|satu\s+per\s+\w+|dua\s+per\s+\w+|setengah)"
)
_FACTOR_WORDS = {
    "sepertiga": "1/3",
    "seperempat": "1/4",
    "satu per tiga": "1/3",
    "dua per tiga": "2/3",
    "setengah": "1/2",
    "seperdua": "1/2",
}
_TIMES = re.compile(r"denda[^.;]{0,80}?(?P<factor>\d+)\s*\(\w+(?:\s\w+)?\)\s*kali\s")
_CORPORATE = re.compile(r"korporasi|badan\s+(?:hukum|usaha)|perusahaan|perserikatan")
_AND_OR = re.compile(
    r"dan\s?/\s?atau|dan\s+atau|\bda[nr]?l?a?tau|atau\s+kedua|serta\s*/\s*atau|atau\s+dengan\s+kedua|atau\s?/\s?dan"
)
_OR = re.compile(r"\batau\b")


@dataclass(slots=True)
class _Clause:
    """What one punishing clause says while it is read."""

    found: dict[str, int] = field(default_factory=dict)
    custody: str | None = None
    life: bool = False
    death: bool = False
    fine_at: int | None = None
    prison_end: int = 0
    term: tuple[str, ...] = ()
    category: dict[str, str] = field(default_factory=dict)
    multiple: bool = False
    """Whether the fine is a multiple of an amount, such as the tax that is due."""


def fine_categories(content: str) -> dict[str, int]:
    """Fine categories a code gives in rupiah (KUHP 2023, art 79)."""
    sums: dict[str, int] = {}
    for found in _CATEGORY_SUM.finditer(content):
        money = RUPIAH.match(content, found.end())
        value = read_rupiah(money)[0] if money else None
        if value:
            sums.setdefault(found["step"], value)
    return sums


def read_punishment(
    places: Places, unit: Provision, span: tuple[int, int], categories: Mapping[str, int]
) -> Penalty | None:
    """The penalty in a stretch of text, or None when it holds no punishment."""
    content = places.content
    start, end = span
    cut = SUBSTITUTE.search(content, start, end)
    substitute = _substitute(content, cut.start(), end) if cut else None
    main_end = cut.start() if cut else end
    words = content[start:main_end]
    clause = _Clause()
    _read_custody(places, clause, start, main_end)
    _read_fines(places, clause, start, main_end, categories)
    clause.multiple = _TIMES.search(words) is not None
    clause.life = _LIFE.search(words) is not None
    clause.death = _DEATH.search(words) is not None
    factor = _factor(content[start:end])
    same = _SAME.search(words) is not None
    amounts = clause.found or clause.life or clause.death or clause.category
    if not amounts and not same and not factor and not substitute:
        return None
    punishes = PUNISHES.search(words) or any(sign in words for sign in ("pidana", "hukum"))
    said = content[unit.start : end]
    adds = factor is not None and ("idana" in said or "ukuman" in said)
    if not (amounts or substitute or punishes or adds):
        return None
    return Penalty(
        provision=unit.path,
        line=places.line(start),
        min_months=clause.found.get("min_months"),
        max_months=clause.found.get("max_months"),
        max_days=clause.found.get("max_days"),
        life=clause.life,
        death=clause.death,
        custody=clause.custody,
        min_fine=clause.found.get("min_fine"),
        max_fine=clause.found.get("max_fine"),
        join=_join(content, clause, start, main_end),
        substitute_months=substitute,
        factor=factor,
        corporate=_CORPORATE.search(content, max(unit.start, start - 300), end) is not None,
        same_as=same and not amounts,
    )


def _read_custody(places: Places, clause: _Clause, start: int, end: int) -> None:
    """Terms of imprisonment: each period with the bound before it."""
    content = places.content
    for found in PERIOD.finditer(content, start, end):
        period, agree = read_period(found)
        if period is None:
            continue
        if clause.prison_end and _GOES_ON.fullmatch(content, clause.prison_end, found.start()):
            _lengthen(clause, period)
            clause.prison_end = found.end()
            continue
        before = content[max(start, found.start() - 60) : found.start()]
        bound = _bound(before)
        custody = _last(_CUSTODY, content, start, found.start())
        fine = _last(_FINE, content, start, found.start())
        if bound is None or (fine and fine.start() > (custody.start() if custody else start)):
            continue
        if custody is None and not clause.custody and not _UNNAMED.search(before):
            continue
        if not agree:
            places.remark("number-twice", found.start(), f"figure and words differ: {period.count}")
        clause.prison_end = found.end()
        name = _custody_name(custody.group()) if custody else "penjara"
        _set_term(clause, bound, period, name)


def _custody_name(said: str) -> str:
    return "kurungan" if said.endswith("kurangan") else said.replace("c", "e")


def _lengthen(clause: _Clause, period: Period) -> None:
    """Add the months of ``2 (dua) tahun 6 (enam) bulan`` to the term just read."""
    for key in clause.term:
        clause.found[key] += period.months or 0


def _set_term(clause: _Clause, bound: str, period: Period, custody: str) -> None:
    if clause.custody not in (None, custody):
        return
    clause.custody = custody
    unit = "months" if period.months is not None else "days"
    value = period.months if period.months is not None else period.days
    key = f"{'min' if bound == 'min' else 'max'}_{unit}"
    keys = (key, "min_months") if bound == "fixed" and unit == "months" else (key,)
    if value is None or key == "min_days":
        return
    fresh = tuple(one for one in keys if one not in clause.found)
    clause.found.update(dict.fromkeys(fresh, value))
    clause.term = fresh if unit == "months" else ()


_FURTHER_FINE = re.compile(r"\s+dan\s+paling\s+banyak(?=\s+Rp)")
"""A clause that goes on with the fine of another: *dan paling banyak Rp2.000,00*."""


def _read_fines(
    places: Places, clause: _Clause, start: int, end: int, categories: Mapping[str, int]
) -> None:
    content = places.content
    first = _FINE.search(content, start, end)
    if first is None and clause.custody:
        first = _UNNAMED_FINE.search(content, start, end)
    first = first or _FURTHER_FINE.match(content, start, end)
    if first is None:
        return
    clause.fine_at = first.start() if first.re is _FINE else first.end()
    for found in RUPIAH.finditer(content, first.start(), end):
        before = content[max(first.start(), found.start() - 60) : found.start()]
        bound = _bound(before)
        value, agree = read_rupiah(found)
        if bound is None or value is None:
            continue
        if not agree:
            places.remark(
                "number-twice", found.start(), f"figures and words of a fine differ: {value}"
            )
        _set_fine(clause, bound, value)
    for found in _CATEGORY.finditer(content, first.start(), end):
        bound = _bound(content[max(first.start(), found.start() - 40) : found.start()])
        step = found["step"].replace("l", "I").replace("1", "I")
        if bound is not None:
            clause.category[bound] = step
            if step in categories:
                _set_fine(clause, bound, categories[step])


def _set_fine(clause: _Clause, bound: str, value: int) -> None:
    clause.found.setdefault("min_fine" if bound == "min" else "max_fine", value)
    if bound == "fixed":
        clause.found.setdefault("min_fine", value)


def _bound(before: str) -> str | None:
    """Which bound the words before an amount announce."""
    if _MIN.search(before):
        return "min"
    if _MAX.search(before):
        return "max"
    return "fixed" if _FIXED.search(before) else None


def _substitute(content: str, start: int, end: int) -> int | None:
    """The longest detention that stands in for an unpaid fine, in months."""
    longest, told, last = 0, start, 0
    for found in PERIOD.finditer(content, start, end):
        period = read_period(found)[0]
        months = (period.months if period else None) or 0
        goes_on = bool(months and last) and content[told : found.start()].isspace()
        told, last = found.end(), months + last if goes_on else months
        longest = max(longest, last)
    return longest or None


def _factor(words: str) -> str | None:
    found = _FACTOR.search(words) or _TIMES.search(words)
    if found is None:
        return None
    raw = " ".join(found["factor"].split()).removesuffix("nya")
    return _FACTOR_WORDS.get(raw, raw.replace(" ", ""))


def _join(content: str, clause: _Clause, start: int, end: int) -> str | None:
    """How imprisonment and fine are joined, by the words between them."""
    has_prison = clause.custody or clause.life or clause.death
    has_fine = clause.fine_at is not None and (
        "max_fine" in clause.found
        or "min_fine" in clause.found
        or clause.category
        or clause.multiple
    )
    if not has_prison or not has_fine or clause.fine_at is None:
        return None
    custody = _CUSTODY.search(content, clause.fine_at, end)
    if clause.prison_end > clause.fine_at and custody:
        between = content[clause.fine_at : custody.start()]
        return "and_or" if _AND_OR.search(between) else "or" if _OR.search(between) else "and"
    last_prison = max(clause.prison_end, start)
    for rule in (_LIFE, _DEATH):
        found = _last(rule, content, start, clause.fine_at)
        last_prison = max(last_prison, found.end() if found else 0)
    between = content[last_prison : clause.fine_at]
    if _AND_OR.search(between) or re.search(
        r"atau\s+(?:dengan\s+)?kedua", content[clause.fine_at : end]
    ):
        return "and_or"
    return "or" if _OR.search(between) else "and"


def _last(rule: re.Pattern[str], content: str, start: int, end: int) -> re.Match[str] | None:
    return next(iter([*rule.finditer(content, start, end)][-1:]), None)
