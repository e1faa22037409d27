"""When a law enters into force, and how long transitions last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from simpul.laws.model import Commencement, Heading, Provision, Transition
from simpul.laws.tree.places import Places, article_of
from simpul.laws.written.dates import DATE, PERIOD, Period, later, read_date, read_period
from simpul.laws.written.numerals import digits, words_to_number

__all__ = ["read_commencement", "read_transitions"]

_ENTERS = re.compile(
    r"(?:(?:[Uu]ndang\s?-?\s?[Uu]ndang|[Pp]eraturan(?:\s+(?:[Pp]emerintah|[Mm]enteri"
    r"|[Pp]residen))?)(?:\s+(?:[Dd]arurat|Pengganti\s+\S+))?\s+ini"
    r"(?:(?:(?!\sPasal\s)[^.;:]){0,160}?\s|\s+diundangkan\.\s+))(?:mulai[\s-]+ber(?:a?l?a|i?a|ta)ku|berlaku\s+(?:mulai|sejak"
    r"|pada|surut|terhitung)|diu?ndangkan\.?\s+ini\s+mulai)"
    r"|(?<=[.\n\d)]\s)[Mm]ulai\s+berlaku\s+(?:pada|sejak|terhitung)"
    r"|(?<=[.\n\d)]\s)P\w{5,12}\s+P\w{6,13}\s+(?:ini|1m|ml|lni|m1|im|1n1|lnl)\s+mulai\s+berlaku"
    r"|(?<=[.\n\d)]\s)(?:[Uu]ndang\s?-\s?[Uu]ndang|[Pp]eraturan\s+[Pp]emerintah)\s+mulai\s+berlaku"
    r"\s+(?:pada|sejak|terhitung)"
    r"|(?:ini|1m|ml|lni|m1|im)\s+mulai\s+berlaku"
)
_CONDITION = re.compile(
    r"(?:[Pp]ada\s+(?:saat|waktu|hari|tanggal)|[Dd]engan|[Ss]ebelum|[Ss]etelah|[Ss]esudah"
    r"|[Ss]ejak|[Ss]aat|[Ss]emenjak|[Ss]elama|ketika|sampai|hingga|mulai|terhitung|waktu|hari"
    r"|apabila|tanggal)"
    r"\s*$"
)
_PROMULGATED = re.compile(r"di\s?u\s?n?dang(?:k\s?a\s?n|an)|pengundangan(?:nya)?|diumumkan")
_SIGNED = re.compile(r"di\s?tetapkan|disahkan|penetapannya|pengesahan")
_RETRO = re.compile(r"surut|terhitung\s+mulai|dengan\s+ketentuan|kembali")
_AFTER = re.compile(r"(?:setelah|sesudah|terhitung|sejak|kemudian|dari|lewat)")
_BY_REGULATION = re.compile(
    r"(?:akan\s+)?di(?:tetapkan|tentukan|atur)\s+(?:kemudian\s+)?(?:lebih\s+lanjut\s+)?(?:dengan"
    r"|dalam|oleh)\s"
)
_REACH = 260


def read_commencement(places: Places, heading: Heading) -> Iterator[Commencement]:
    """The rules on entry into force, the last articles first in weight."""
    content = places.content
    rules: list[Commencement] = []
    for found in _near(content, places.provisions[0].start):
        unit = places.at(found.start())
        if unit.quoted or found.start() >= places.provisions[-1].end:
            continue
        before = content[max(0, found.start() - 30) : found.start()]
        opens = _opens_sentence(content, found.start(), unit.start) or _ends_the_law(
            places, unit, found
        )
        if _CONDITION.search(before) or not opens:
            continue
        stop = min(found.end() + _REACH, unit.end + 200)
        rules.append(_rule(places, heading, unit.path, found, stop))
    known = [one for one in rules if one.rule != "unclear"] or rules
    last = article_of(known[-1].provision) if known else ""
    yield from (one for one in known if article_of(one.provision) == last)


def _near(content: str, start: int) -> Iterator[re.Match[str]]:
    """Sentences on entry into force, looked for only around the word *berlaku*."""
    at, seen = content.find("aku", start), start
    while at >= 0:
        if content[at - 4 : at] in ("berl", " ber", "bera"):
            found = _ENTERS.search(content, max(seen, at - 240), at + 60)
            if found:
                seen = found.end()
                yield found
        at = content.find("aku", at + 3)


def _ends_the_law(places: Places, unit: Provision, found: re.Match[str]) -> bool:
    """Whether the last article says it after a few words that a scan put there."""
    last = unit is places.provisions[-1] and found.start() - unit.start < _STRAY
    return last and found.group().startswith(_NAMES_ITSELF)


_STRAY = 80
_NAMES_ITSELF = ("Peraturan", "Undang", "ini", "m1", "ml", "1m", "im")


def _opens_sentence(content: str, at: int, start: int) -> bool:
    before = content[max(start, at - 12) : at].rstrip()
    return (
        not before or before[-1] in '.;:)"”\n' or before[-1].isdigit() or before.endswith("bahwa")
    )


def _rule(
    places: Places, heading: Heading, path: str, found: re.Match[str], stop: int
) -> Commencement:
    content = places.content
    words = _sentence(content, found.start(), stop)
    line = places.line(found.start())
    verb = re.search(r"bera?l?aku", words)
    tail = words[verb.end() :] if verb else words
    retro = _RETRO.search(tail)
    head = tail[: retro.start()] if retro else tail
    back = DATE.search(tail, retro.start()) if retro else None
    retroactive = read_date(back) if back else None
    day = DATE.search(head)
    if day:
        when = read_date(day)
        return Commencement(path, line, "date", when, retroactive)
    period = _nth_day(head) or _period(head)
    if period is not None and _AFTER.search(head):
        start = heading.promulgated if not _SIGNED.search(head) else heading.signed
        when = later(start, period) if start else None
        return Commencement(path, line, f"{period.count} {period.unit}", when, retroactive)
    if _PROMULGATED.search(words):
        return Commencement(path, line, "promulgated", heading.promulgated, retroactive)
    if _nearly_promulgated(tail):
        return Commencement(path, line, "promulgated", heading.promulgated, retroactive)
    rule = _named_rule(head, words)
    if rule:
        return Commencement(
            path, line, rule, heading.signed if rule == "signed" else None, retroactive
        )
    if _PROMULGATED.search(content, max(0, found.start() - 60), found.start()):
        return Commencement(path, line, "promulgated", heading.promulgated, retroactive)
    return Commencement(
        path, line, "unclear" if not retroactive else "date", retroactive, retroactive
    )


def _nearly_promulgated(tail: str) -> bool:
    """Whether the word after *pada tanggal* is a garbled *diundangkan*."""
    found = re.search(r"tanggal\s+(\S{8,14})", tail)
    return found is not None and bool(get_close_matches(found[1].lower(), ["diundangkan"], 1, 0.75))


def _named_rule(head: str, words: str) -> str | None:
    """A rule without a date: a later regulation, or the day of signing."""
    if _BY_REGULATION.search(head) and not re.search(r"tanggal\s+ditetapkan", head):
        return "by-regulation"
    return "signed" if _SIGNED.search(words) else None


def _sentence(content: str, start: int, stop: int) -> str:
    """The words up to the end of the sentence."""
    end = re.compile(r"\.\s|;\s|\.$|\bAgar\b").search(content, start + 20, stop)
    return content[start : end.start() if end else stop]


def _nth_day(words: str) -> Period | None:
    """The days before a law begins on *hari ke-30* or *hari ketiga puluh setelah* another."""
    found = _NTH.search(words)
    count = (digits(found["rank"]) or words_to_number(found["rank"])) if found else None
    return Period(count, "hari") if count else None


_NTH = re.compile(
    r"\bhari\s+ke\s?-?\s?(?P<rank>\d{1,2}|[a-z]+?(?:\s[a-z]+?)?)(?:nya)?\s+(?:setelah|sesudah)"
)


def _period(words: str) -> Period | None:
    for found in PERIOD.finditer(words):
        period, _ = read_period(found)
        if period and period.count:
            return period
    return None


_DEADLINE = re.compile(
    r"(?:paling\s+(?:lama|lambat)|selambat-lambatnya|selama-lamanya|dalam\s+(?:jangka\s+)?waktu"
    r"|selama)\s+(?:dalam\s+(?:jangka\s+)?waktu\s+)?(?=[0-9a-zOIl])"
)
_LASTS = re.compile(
    r"(?:tetap|masih)\s+(?:tetap\s+)?(?:dapat\s+)?berlaku|(?:harus|wajib)\s+(?:menyesuaikan"
    r"|disesuaikan|telah)"
)


def read_transitions(places: Places) -> Iterator[Transition]:
    """The transitional provisions: those of the chapter, and those that keep old rules alive."""
    chapters = {one.path for one in places.provisions if "PERALIHAN" in one.heading.upper()}
    for unit in places.units():
        if unit.quoted:
            continue
        article = places.get(article_of(unit.path))
        inside = article is not None and any(
            article.within == chapter or article.within.startswith(chapter + "/")
            for chapter in chapters
        )
        if not inside and not _LASTS.search(places.content, unit.start, unit.end):
            continue
        if inside and unit.kind == "pasal" and places.children(unit.path):
            continue
        yield Transition(unit.path, unit.line, _deadline(places, unit.start, unit.end))


def _deadline(places: Places, start: int, end: int) -> Period | None:
    for found in _DEADLINE.finditer(places.content, start, end):
        period = PERIOD.match(places.content, found.end(), end)
        if period:
            length, agree = read_period(period)
            if not agree and length:
                places.remark(
                    "number-twice", period.start(), f"figure and words differ: {length.count}"
                )
            if length:
                return length
    return None
