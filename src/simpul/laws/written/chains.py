"""Runs of references in a text: which paths a run names, and of which instrument.

``Pasal 2 ayat (1) huruf a, Pasal 3, dan Pasal 4 Undang-Undang Nomor 13 Tahun 2003`` is
one run of three paths in that law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from simpul.laws.written.names import (
    ALSO,
    ALSO_RESOLVED,
    CITATION,
    MANY,
    cited,
    cited_many,
    cited_resolution,
    plain_kind,
    this_instrument,
)
from simpul.laws.written.numerals import digits, next_letter, roman

__all__ = ["Chain", "chains"]

# Each alternative begins with a letter, so that the search skips to the next such letter.
_ANCHOR = re.compile(
    r"Pasa(?:[l1Ii\]]|\sl)(?:-pasal)?\s|pasa[l1i](?:-pasal)?\s|PASAL\s|Fasal\s|fasal\s|Ayat\s{1,4}[(\d]|ayat\s{1,4}[(\d]"
    r"|a(?<!\wa)jat\s{1,4}[(\d]|huruf\s{0,3}[a-z]\b|huruf\s1\b|sub\s{1,3}[a-z]\b|Undang|UNDANG|undang"
    r"|[Pp]er[at]\w{3,6}(?=\s[PpM])|PERATURAN(?=\s[PM])|Peraturan-p|Keputusan\s|Kitab\s|KUHA?P|K\.\s?U\.\s?H\.|Ketetapan[\s-]|Sta{1,3}t?s?b|Stbl?\."
    r"|S\.\s?1|Perpu|[Oo]rdonn?ansi\s[Pp]ajak\s"
    r"|Penetapan\sPres|Instruksi\sPres|KITAB|U\.?U\.?\sNo|P\.?P\.?\sNo"
)
_JOINTS = (
    r",?\s*(?:dan\s?/\s?atau|dan|dart|darr|atau|serta|kecuali|juncto|[jy]o\.?|maupun)|,"
    r"|(?P<to>sampai\s+dengan|s/d\.?|s\.d\.|hingga)"
)
_LINK = rf"\s*(?P<sep>{_JOINTS})?\s*"
_HURUF = r"(?:h[a-z]{1,5}f|[ilt]{1,2}r?n?uruf|huru[bil])(?=\s[a-z]\b)"
"""The word *huruf* as scans garble it after the number of an article or an ayat."""

_UNIT = re.compile(
    _LINK + r"(?:(?P<pasal>[Pp]asa(?:[l1Ii\]]|\sl)(?:-pasal)?|[Ff]asal|PASAL)\s+"
    r"(?P<pno>\d{1,2}\s\d{1,2}(?=\s+(?:ayat|sampai|huruf)\b|\s,)"
    r"|\d[\dOIlLoS]{0,3}(?:\s?[A-Z]{1,2}(?!\w|\.\w)|[a-z](?!\w|\.\w))?|[IVX]{1,6}(?!\w)|[lLIO][\dOIlL]{0,2}(?!\w))"
    r"|\(?(?P<ayat>[Aa]ya[tL](?:-ayat)?\.?|ajat|aayt)\s*(?:\(\s*(?P<ano>[0-9OIlLS]{1,3}(?:[a-su-z](?![a-z]))?|\+[l1]?)(?P<close>[)}\]f]?)t?"
    r"|l(?P<abars>\d)[l1I](?!\w)|(?P<abare>\d{1,2}[a-z]?)\b\)?)"
    rf"|(?P<huruf>[Hh]\s?uruf(?=\s|[a-z]\b)|{_HURUF}|sub(?=\s))"
    r"\s*(?P<hno>[a-z]{1,2}|(?<=[Hh]uruf\s)1(?!\s*,\s*\d))\b"
    r"|(?P<angka>[Aa]ngka|butir|sub(?=\s\d))\s+(?P<gno>\d{1,3}[a-z]?|I(?=\s+[a-z]))\b)"
)
_BARE = re.compile(
    rf"\s*(?P<sep>{_JOINTS}|\.(?=\s\d{{1,3}}(?:\s?,|\s+dan\b)))\s*"
    r"(?:\(\s*(?P<ano>\d{1,2}[a-z]?)\s*\)|(?P<hno>[a-z])\b(?![)\w]|\.(?!\s*\n|\s+\(\d))"
    r"|(?P<pno>\d{1,3}[A-Z]?)\b(?!\s*[(%.,]?\s*(?:\(|tahun|bulan|hari|orang|persen|kali|buah|meter|jam|minggu|huruf|eks)))"
)
_OF = re.compile(
    r"\s*(?:dari\s+|dalam\s+|pada\s+)?"
    r"(?:[Bb](?:ab|AB)\s+[IVX]+\s+(?:mengenai\s[^,.;]{3,80}?\syang\s+diatur\s+dalam\s+)?)?"
    r"(?:(?:[Kk]etentuan-)?(?:[Aa]turan|[Kk]etentuan)\s+[Pp]eralihan\s+(?:dari\s+)?)?(?:\.\s+(?=Undang\s?-\s?[Uu]ndang\s+Dasar))?"
)
_CLOSED = re.compile(r"\s*\)")
"""The end of brackets around places: *BAB II (Pasal 2 sampai dengan Pasal 20) Peraturan*."""
_ORDINANCE = re.compile(
    r"\s*(?:dari\s+|dalam\s+)?[,\"“'„]{0,2}(?:[Dd]e\s+|het\s+)?"
    r"[A-Z][\w'-]+(?: [\w'-]+){0,5}[\"”']{0,2}\s*,?\s*\((?=Stb|Staats|S\.)"
    r"|\s*(?:dari\s+|dalam\s+)?Undang-\s?[Uu]ndang\s+tentang\s[^();.:]{3,120}\((?=Undang-)"
)
"""An ordinance by its name before its gazette, *pasal 11 Krosok-ordonnantie (Stbl. 1937 ...*, or
a statute by its title before its number.
"""
_TITLE_BEFORE = re.compile(
    r"^\s*(?:Republik\s+Indonesia\s+)?(?:\(Lembaran[^()]*\)\s*)?[Tt]entang\W[^;()]*?(?:[Aa]tas|[Pp]elaksanaan|[Pp]enetapan"
    r"|[Mm]enjadi|[Dd]ari"
    r"|[Pp]encabutan|[Bb]erlakunya|[Pp]enambahan|[Tt]ambahan|[Pp]erubahan|[Mm]encabut"
    r"|[Mm]engubah)\s*(?:[Kk]etentuan(?:\s+dalam)?\s*)?\"?\s*$"
)
_MOST = 400
_RANGE = 150


@dataclass(frozen=True, slots=True)
class Chain:
    """A run of targets as paths, the instrument if one is named, and where it stands."""

    start: int
    end: int
    targets: tuple[str, ...]
    instrument: str | None
    own: bool = False
    in_title: bool = False
    follows: bool = False


_LETTERED = ("pasal", "ayat", "huruf", "angka")
_NUMBERED = ("pasal", "ayat", "angka", "huruf")


@dataclass(slots=True)
class _State:
    pasal: str = ""
    ayat: str = ""
    huruf: str = ""
    angka: str = ""
    last: str = ""
    numbered: bool = False
    """Whether letters lie within a number: *Pasal 1 angka 2 huruf a*."""

    plural: bool = False
    """Whether several articles were announced: *Pasal-pasal 5 ayat (1), 18 dan 20*."""

    unbracketed: bool = False
    """Whether the last ayat was written without brackets: *ayat 1 dan 2*."""

    def path(self) -> str:
        return "/".join(filter(None, (getattr(self, kind) for kind in self.order)))

    @property
    def order(self) -> tuple[str, str, str, str]:
        """The kinds of units from the outermost to the innermost."""
        return _NUMBERED if self.numbered else _LETTERED


def chains(
    content: str, start: int, end: int, skip: frozenset[int] = frozenset()
) -> Iterator[Chain]:
    """Every run of references in a stretch of text, in order."""
    at = start
    before: tuple[int, str, bool] | None = None
    while (found := _ANCHOR.search(content, at, end)) is not None:
        begin = found.start()
        at = found.end()
        if begin in skip:
            continue
        chain = _chain(content, begin, end)
        if chain is None or not (chain.instrument or chain.own):
            several = list(_several(content, begin, end, chain))
            if several:
                if before and _in_title(content[before[0] : begin]):
                    several = [replace(one, in_title=True) for one in several]
                yield from several
                at = several[0].end
                before = (at, several[-1].instrument or "", several[-1].in_title)
                continue
        if chain is None:
            continue
        if before and chain.instrument:
            between = content[before[0] : begin]
            titled = _in_title(between) or (
                before[2] and _same_title(between, before[1], chain.instrument)
            )
            chain = replace(chain, in_title=titled)
        elif before and not chain.own and before[0] == _trimmed(content, begin):
            chain = replace(chain, instrument=before[1], follows=True)
        if chain.instrument:
            before = (chain.end, chain.instrument, chain.in_title)
        at = max(at, chain.end)
        yield chain
        if chain.instrument:
            for further in _also(content, chain, end):
                before = (further.end, further.instrument or "", further.in_title)
                at = max(at, further.end)
                yield further


def _in_title(between: str) -> bool:
    """Whether a citation stands in the title of the one before: the sentence goes on."""
    return _TITLE_BEFORE.match(between) is not None and not _NEW_SENTENCE.search(between)


_NEW_SENTENCE = re.compile(r"[a-z)\d]\.\s+[A-Z(]|\n\s*Pasal\s")
_FURTHER = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[Tt]entang\s[^;()]*?)?\s*(?:,|dan|,\s*dan)?\s*\Z")
_EMERGENCY = ("uudrt-", "perpu-")


def _same_title(between: str, last: str, instrument: str) -> bool:
    """Whether a title goes on: a law that adopts several emergency laws names them all."""
    adopted = last.startswith(_EMERGENCY) and instrument.startswith(_EMERGENCY)
    return adopted and _FURTHER.match(between) is not None


def _trimmed(content: str, at: int) -> int:
    """The offset after the last word before a place."""
    while at and content[at - 1].isspace():
        at -= 1
    return at


def _several(content: str, begin: int, end: int, places: Chain | None) -> Iterator[Chain]:
    """Laws named by several numbers, and of each the places told before: *pasal 6 UU No. 2, No. 3*.

    A law that stands beside another (*jo.*) is meant as a whole.
    """
    at = begin
    if places is not None:
        of = _OF.match(content, places.end, end)
        at = of.end() if of else places.end
    found = MANY.match(content, at, end)
    if found is None:
        return
    for name, beside in cited_many(plain_kind(found["kind"]), found["numbers"]):
        targets = places.targets if places is not None and not beside else ()
        yield Chain(begin, found.end(), targets, name)


def _also(content: str, chain: Chain, end: int) -> Iterator[Chain]:
    """Further numbers of the same kind: ``Nr 12 tahun 1951 dan Nr 20 tahun 1951``."""
    kind = (chain.instrument or "").rsplit("-", 2)[0]
    at = chain.end
    while kind.startswith("tap-") and (found := ALSO_RESOLVED.match(content, at, end)) is not None:
        at = found.end()
        yield Chain(found.start("whole"), at, (), cited_resolution(found), in_title=chain.in_title)
    while kind and (found := ALSO.match(content, at, end)) is not None:
        for name, _ in cited_many(kind, found["whole"]):
            yield Chain(found.start("whole"), found.end(), (), name, in_title=chain.in_title)
        at = found.end()


def _chain(content: str, begin: int, end: int) -> Chain | None:
    state = _State()
    targets: list[str] = []
    at = begin
    while at < end:
        unit = _UNIT.match(content, at, end) or (_BARE.match(content, at, end) if targets else None)
        if unit is None or (not targets and unit.start() != begin):
            break
        if state.pasal and unit["pno"] and not (unit["sep"] or unit["to"]):
            break
        goes_on = _take(state, unit, targets)
        if goes_on or (targets and targets[0].startswith("pasal-")):
            at = unit.end()
        if not goes_on:
            break
    closed = _CLOSED.match(content, at, end) if content[begin - 1 : begin] == "(" else None
    of = _OF.match(content, closed.end() if closed else at, end)
    if targets and "/angka-" in targets[-1] and content[at : at + 1] == ",":
        # *Pasal 3 angka 1, dan angka 2, Peraturan ...*: the comma closes the list of numbers.
        of = _OF.match(content, at + 1, end)
    named = of.end() if of and targets else at
    if targets and this_instrument(content, named):
        return Chain(begin, at, tuple(targets), None, own=True)
    citation = CITATION.match(content, named, end)
    ordinance = _ORDINANCE.match(content, at, end) if targets and not citation else None
    if ordinance:
        citation = CITATION.match(content, ordinance.end(), end)
    instrument = cited(citation) if citation else None
    if citation and (instrument or targets):
        if instrument == "uud-1945":
            targets = [_lettered(one) for one in targets]
        return Chain(begin, citation.end(), tuple(targets), instrument)
    return Chain(begin, at, tuple(targets), None) if targets else None


_MISREAD = re.compile(r"pasal-(?P<article>2(?=r)|18|20|22|23|24|28)(?P<sign>[0148r])(?=/|$)")
_LETTERS = {"0": "d", "1": "i", "4": "a", "8": "b", "r": "1"}


def _lettered(path: str) -> str:
    """An article of the constitution whose letter a scan read as a digit, or 1 as r: 28I as 281.

    The constitution has 37 articles, some of them with letters (UUD 1945 as amended).
    """
    found = _MISREAD.match(path)
    if found is None:
        return path
    return f"pasal-{found['article']}{_LETTERS[found['sign']]}{path[found.end() :]}"


def _take(state: _State, unit: re.Match[str], targets: list[str]) -> bool:
    """Read one unit of a chain into its state; False ends the chain."""
    groups = unit.groupdict()
    kind = _kind(groups, state)
    if kind is None:
        return False
    value = _number(kind, groups)
    if value is None:
        return False
    previous = state.path()
    if kind == "pasal" and state.pasal:
        value = next_letter(state.pasal.removeprefix("pasal-"), value) or value
    deeper = not groups["sep"] and not groups["to"] and bool(targets)
    step = f"{kind}-{value}"
    if kind == "pasal" and deeper and not state.pasal:
        targets[:] = [f"{step}/{target}" for target in targets]
        return False
    if kind == "huruf" and deeper and state.last == "angka" and not state.huruf:
        state.numbered = True
    elif kind == "pasal" or (kind == "angka" and deeper and state.last == "huruf"):
        state.numbered = False
    _set(state, kind, step)
    if groups["to"]:
        targets.extend(_between(previous, state.path(), kind))
    path = state.path()
    if deeper and targets and targets[-1] == previous and path.startswith(previous):
        targets[-1] = path
    else:
        targets.append(path)
    state.last = kind
    state.plural = state.plural or "-pasal" in (groups.get("pasal") or "")
    state.unbracketed = kind == "ayat" and not groups.get("ano")
    return len(targets) < _MOST


def _kind(groups: Mapping[str, str | None], state: _State) -> str | None:
    for kind in ("pasal", "ayat", "huruf", "angka"):
        if groups.get(kind):
            return kind
    bare = {"ano": "ayat", "hno": "huruf", "pno": "pasal"}
    kind = next(bare[name] for name in bare if groups.get(name))
    if groups.get("pno") and state.unbracketed and not (state.plural and _rises(groups, state)):
        kind = "ayat"
    elif groups.get("pno") and state.plural:
        return "pasal"
    return kind if kind == state.last else None


def _rises(groups: Mapping[str, str | None], state: _State) -> bool:
    """Whether a bare number is above the article in hand: *pasal-pasal 20 ayat 1, 2 dan 21*."""
    last = state.pasal.removeprefix("pasal-")
    number = groups.get("pno") or ""
    return not (last.isdigit() and number.isdigit()) or int(number) > int(last)


def _number(kind: str, groups: Mapping[str, str | None]) -> str | None:
    raw = groups.get({"pasal": "pno", "ayat": "ano", "huruf": "hno", "angka": "gno"}[kind])
    raw = raw or groups.get("abare") or groups.get("abars")
    if raw is None and kind == "ayat":
        raw = groups.get("pno")
    if raw is None:
        return None
    raw = raw.replace(" ", "").replace("\n", "").replace("+", "4")
    if kind == "huruf":
        return raw.replace("1", "l")
    if kind == "pasal":
        raw = raw.replace("g", "9")
    if kind == "pasal" and roman(raw) and raw not in ("I",):
        return raw.lower()
    if raw == "I" and kind == "pasal":
        return "i"
    if kind == "ayat" and groups.get("close") == "" and len(raw) > 1 and raw[-1] in "1lI":
        raw = raw[:-1]
    suffix = raw[-1] if raw[-1].isalpha() and raw[-1] not in "OIlLS" else ""
    value = digits(raw[: len(raw) - len(suffix)])
    return f"{value}{suffix.lower()}" if value else None


def _set(state: _State, kind: str, step: str) -> None:
    if kind == "angka" and state.last == "pasal":
        state.ayat = state.huruf = ""
    setattr(state, kind, step)
    for deeper in state.order[state.order.index(kind) + 1 :]:
        setattr(state, deeper, "")


def _between(first: str, last: str, kind: str) -> list[str]:
    """The paths strictly between two ends of a range of articles, ayat, letters or numbers."""
    head, tail = first.split("/"), last.split("/")
    low = next((step for step in head if step.startswith(f"{kind}-")), "")
    high = next((step for step in tail if step.startswith(f"{kind}-")), "")
    prefix = "/".join(tail[: tail.index(high)])
    lead = f"{prefix}/" if prefix else ""
    low_no, high_no = low.rpartition("-")[2], high.rpartition("-")[2]
    if kind == "huruf" and len(low_no) == len(high_no) == 1:
        return [f"{lead}huruf-{chr(sign)}" for sign in range(ord(low_no) + 1, ord(high_no))]
    if not (low_no.isdigit() and high_no.isdigit()) or int(high_no) - int(low_no) > _RANGE:
        return []
    return [f"{lead}{kind}-{number}" for number in range(int(low_no) + 1, int(high_no))]
