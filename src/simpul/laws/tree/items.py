"""The ayat, huruf and angka inside an article.

A marker counts when it stands where a unit can begin and continues an open
run (UU 12/2011, Annex II, numbers 81 to 93); anything else is left in the
text, and told where it stands at the head of a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from simpul.laws.written.numerals import digits

__all__ = ["CLOSING", "OPENING", "Item", "ItemRun", "read_items", "writes_half_brackets"]

OPENING = r"[({]\s?"
CLOSING = r"\s?[)\]}1tlf\\]"
"""The brackets about the number of an ayat, with the signs a scan puts for them."""


_TEXT = r"[\s\"“'‘]|[A-Z][a-z]|[a-z]\.\s"
"""What may follow a marker: a space, at once the words (*10.Pemakai*), or a letter (*1.a.*)."""

_MARK = re.compile(
    r"(?:(?<![^\s\"“])|(?<=\d\.)(?=[a-z]\.))"
    r"(?:(?:[({]\s?|l(?=[2-9]l\s))(?P<ayat>[0-9OlIS]{1,2}[a-z]?|a(?=\)\s+[A-Z])|[Ui](?=\)?\s+[A-Z]))(?P<close>[)}\]1fl\\]?)\.?(?=\s|[A-Z])"
    rf"|(?P<huruf>[a-z]{{1,2}}|[A-J](?=\.\s+[A-Z][a-z]))(?P<hsep>[.)])(?={_TEXT})"
    rf"|(?P<angka>\d{{1,3}}[a-z]?|\d \d|[lI]\d|\d[OI])(?P<asep>[.)])(?={_TEXT}))"
)
_NOT_A_UNIT = re.compile(
    r"(?:\b(?:ayat|ajat|Ayat|ayat-ayat|[Pp]asal\s+\w+|dan|atau|sampai|s/d|huruf|angka|dengan|No"
    r"|Nomor"
    r"|Rp|tahun|sub|butir|dimaksud|pada|dalam)|(?<=[a-z])-|/)\s*$"
)
_LAST_OF_LIST = re.compile(r";\s*(?:dan|atau|dan\s?/\s?atau)\s*\n\s*$")
_NOT_LISTED = re.compile(
    r"(?:\b(?:ayat|ajat|Ayat|[Pp]asal\s+\w+|sampai|s/d|huruf|angka|No|Nomor|Rp|tahun|Tahun|sub"
    r"|butir)|/)\s*$"
)
_ENDS_WITH_ARTICLE = re.compile(r"\b[Pp]asal\s+\d+[A-Z]?\s*$")
_NEW_SENTENCE = re.compile(
    r"\s*(?!Undang|Peraturan|Kitab|Ordon|Konsti|Keputusan|Perpu|UU|PP)[A-Z][a-z]+\s+[a-z]"
)
_ARTICLE_TITLE = re.compile(
    r"\W*(?:[A-Z][a-z][^.;:()\d\n]{2,80}\.|Tentang\s[^.;:()\d\n]{4,160})\s*"
)
_COMMA = re.compile(r",\s*$")
_CAPITAL = re.compile(r"\s{0,3}(?:[A-Z]|la\s)")
"""A capital, or *la* for *Ia*."""

_DASH_FOR_STOP = re.compile(r"[a-z]-\s+$")
_OPENS = re.compile(r"(?:[.;:\"”)]|\b(?:dan|atau|dan/atau|serta))\s*$")
_DEFINES = re.compile(r"\s*[A-Z][^.;:\n]{1,80}?\b(?:adalah|ialah)\b")
_TERM = re.compile(r"\s{0,3}(?:[A-Z]|[\"“])")
"""The first letter of a term, or the quotation mark before it."""

_WORD = re.compile(r"[A-Za-z]")
_FIRST_WORD = re.compile(r"\s*(\w{3,})")
_NEXT_CAPITAL = re.compile(r"[\s:;.]B\.\s+[A-Z]")
_INSERTED = "abcdefgh"
"""Letters after the number of an inserted unit; an l there is a misread 1."""

_AYAT_ONE = re.compile(r"ayat\s*\(1\)")
_LETTERS = 26
_FOURTH = 4
"""The ayat whose number a scan reads as a letter: *(a)*."""

_FIRST = ("U", "i")
"""What a scan makes of the 1 of the first ayat, with its bracket or without."""

_SECOND = re.compile(rf"{OPENING}2")

_PAGE_HEAD = 120
"""So many signs at most stand between a catchword and the unit it announces."""


@dataclass(slots=True)
class Item:
    """One unit inside an article: its kind, number, place and parent."""

    kind: str
    number: str
    start: int
    text_start: int
    parent: int
    end: int = 0


@dataclass(slots=True)
class _Level:
    style: str
    value: int
    item: int


def read_items(
    text: str, start: int, end: int, *, half_bracketed: bool = False
) -> tuple[list[Item], list[tuple[int, str]]]:
    """The units of an article in order, and the places where numbering breaks.

    ``half_bracketed`` says that the law writes its ayat as ``1)``.
    """
    run = ItemRun(text, start, end, half_bracketed=half_bracketed)
    run.same = _said_of_each(text, start, end)
    for found in _MARK.finditer(text, start, end):
        apart = " " in (found["angka"] or "") and not run.wants(int(found["angka"][::2]))
        run.take((_MARK.match(text, found.start() + 2) if apart else None) or found)
    for item, following in zip(run.items, run.items[1:], strict=False):
        item.end = following.start
    if run.items:
        run.items[-1].end = end
    return run.items, run.broken


def _said_of_each(text: str, start: int, end: int) -> int:
    """The number that every ayat of an article bears by a misprint, 0 where they differ."""
    first = _SAID.match(text, start, end)
    if first is None or first["number"] == "1":
        return 0
    said = [one["number"] for one in _SENTENCE_SAYS.finditer(text, first.end(), end)]
    return int(first["number"]) if said and set(said) == {first["number"]} else 0


_SAID = re.compile(r"\s*\((?P<number>\d)\)\s+(?=[A-Z])")
_SENTENCE_SAYS = re.compile(rf"(?<=\.){_SAID.pattern}")


_HALF = re.compile(r"(?:asal|ASAL)\s+\w{1,4}\.?\s+1\)")
_WHOLE = re.compile(r"(?:asal|ASAL)\s+\w{1,4}\.?\s+\(1\)")
_AYAT = re.compile(r"[Aa][yj]at\s*\(?\d")
_SEVERAL = 2


def writes_half_brackets(text: str, start: int, end: int) -> bool:
    """Whether articles open with ``1)`` where the law itself speaks of its ayat (1)."""
    half = sum(1 for _ in _HALF.finditer(text, start, end))
    if half < _SEVERAL:
        return False
    whole = sum(1 for _ in _WHOLE.finditer(text, start, end))
    return half > whole and _AYAT.search(text, start, end) is not None


class ItemRun:
    """The open runs of one article while its markers are read."""

    def __init__(self, text: str, start: int, end: int, *, half_bracketed: bool = False) -> None:
        self.text = text
        self.halves = half_bracketed
        self.start = start
        self.end = end
        self.items: list[Item] = []
        self.broken: list[tuple[int, str]] = []
        self.levels: list[_Level] = []
        self.ayat = 0
        self.ayat_suffix = ""
        self.ayat_item = -1
        self.same = 0

    def take(self, found: re.Match[str]) -> None:
        """Read one marker: a new unit, or part of the words."""
        before = self.text[max(self.start, found.start() - 24) : found.start()]
        bare = before.rstrip(" \t")
        line_start = not bare or bare.endswith("\n")
        if found["ayat"] and self._in_list(found, before):
            return
        if found["ayat"] or self._half_bracketed(found):
            self._take_ayat(found, before, line_start)
        else:
            self._take_listed(found, before, line_start)

    def wants(self, value: int) -> bool:
        """Whether a number is the next of an open list."""
        return any(one.style == "angka." and value == one.value + 1 for one in self.levels)

    def _half_bracketed(self, found: re.Match[str]) -> bool:
        """Whether ``1)`` is an ayat that lost its first bracket."""
        value = digits(found["angka"]) if found["asep"] == ")" else None
        if value is None or (self.levels and not self._after_levels(value)):
            return False
        opening = not _WORD.search(self.text, self.start, found.start())
        if value == 1:
            told = self.halves or self.text.find("(2)", found.end(), self.end) > 0
            return opening and told
        return bool(self.ayat) and value == self.ayat + 1

    def _in_list(self, found: re.Match[str], before: str) -> bool:
        """Take ``(1)`` in a list of letters for one of its own: *a. Penyakit ialah: (1) Pes*."""
        if self.ayat or not self.levels or not found["ayat"].isdigit():
            return False
        value, level = int(found["ayat"]), self.levels[-1]
        if value == 1 and before.rstrip().endswith(":") and self._letters_go_on(found, level):
            self.levels.append(_Level("whole", 0, -1))
        elif level.style != "whole" or value != level.value + 1:
            return False
        self._add_listed(found, "angka", str(value), value)
        return True

    def _letters_go_on(self, found: re.Match[str], level: _Level) -> bool:
        """Whether an open list of letters has its next one ahead, before any list opens anew.

        It is not so in an article that speaks of its ayat (1).
        """
        if not level.style.startswith("huruf") or level.value >= _LETTERS:
            return False
        if _AYAT_ONE.search(self.text, self.start, self.end):
            return False
        after = chr(ord("a") + level.value)
        ahead = re.compile(rf"(?:\n|[.;])\s*(a|{after})[.)]\s").search(
            self.text, found.end(), self.end
        )
        return ahead is not None and ahead[1] == after

    def _after_levels(self, value: int) -> bool:
        """Whether the next ayat of a law that writes ``1)`` may follow a list in the last one."""
        listed = any(one.style == "angka)" and value == one.value + 1 for one in self.levels)
        return self.halves and bool(self.ayat) and not listed

    def _take_ayat(self, found: re.Match[str], before: str, line_start: bool) -> None:
        if found["ayat"] == "a" and self.ayat != _FOURTH - 1:
            return
        if found["ayat"] in _FIRST and not self._first(found):
            return
        if before.strip() and _NOT_A_UNIT.search(before) and not self._after_list(found, before):
            return
        if _COMMA.search(before) and not _CAPITAL.match(self.text, found.end()):
            return
        opening = not _WORD.search(self.text, self.start, found.start())
        sure = line_start or opening or _OPENS.search(before) is not None
        if self.same and found["ayat"] == str(self.same) and sure:
            what = f"ayat ({self.same}) stands at each of its ayat, taken for ({self.ayat + 1})"
            self.broken.append((found.start(), what))
            return self._add_ayat(found, self.ayat + 1, "")
        for value, suffix in _ayat_readings(found):
            first = value == 1 and not (opening or line_start)
            if value == self.ayat + 1 and not suffix and (sure or self.ayat or first):
                if first and not self._titled(found):
                    continue
                return self._add_ayat(found, value, suffix)
            if value == self.ayat and suffix > self.ayat_suffix and sure:
                return self._add_ayat(found, value, suffix)
        value = next(iter(_ayat_readings(found)))[0]
        near = 3 if line_start or opening else 2
        if sure and self.ayat + 1 < value <= self.ayat + near:
            self.broken.append((found.start(), f"ayat ({value}) follows ({self.ayat})"))
            return self._add_ayat(found, value, "")
        if line_start and value <= self.ayat and found["close"] == ")":
            self.broken.append((found.start(), f"ayat ({value}) stands again after ({self.ayat})"))
        return None

    def _first(self, found: re.Match[str]) -> bool:
        """Whether *(U* opens an article that has an ayat (2)."""
        opening = not _WORD.search(self.text, self.start, found.start())
        return opening and _SECOND.search(self.text, found.end(), self.end) is not None

    def _titled(self, found: re.Match[str]) -> bool:
        """Whether only the title of the article stands before ayat (1), *Perjalanan dinas*."""
        title = _ARTICLE_TITLE.fullmatch(self.text, self.start, found.start())
        return title is not None and self.text.find("(2)", found.end(), self.end) > 0

    def _after_list(self, found: re.Match[str], before: str) -> bool:
        """Whether the next ayat follows a list that a scan cut off after *dan*, or a reference.

        *... dalam pasal 7 (2) Tindak pidana tersebut* has lost the full stop after the 7.
        """
        due = self.ayat > 0 and any(value == self.ayat + 1 for value, _ in _ayat_readings(found))
        if due and _DASH_FOR_STOP.search(before):
            return _CAPITAL.match(self.text, found.end()) is not None
        if due and _ENDS_WITH_ARTICLE.search(before):
            return _NEW_SENTENCE.match(self.text, found.end()) is not None
        return due and _LAST_OF_LIST.search(before) is not None

    def _add_ayat(self, found: re.Match[str], value: int, suffix: str) -> None:
        self.ayat, self.ayat_suffix = value, suffix
        self.levels = []
        self.ayat_item = len(self.items)
        self.items.append(Item("ayat", f"{value}{suffix}", found.start(), found.end(), -1))

    def _take_listed(self, found: re.Match[str], before: str, line_start: bool) -> None:
        kind = "huruf" if found["huruf"] else "angka"
        raw = (found["huruf"] or found["angka"]).replace(" ", "")
        capital = raw.isupper() and kind == "huruf"
        style = ("capital" if capital else kind) + (found["hsep"] or found["asep"])
        raw = raw.lower() if capital else raw
        value = _letter_value(raw) if kind == "huruf" else digits(raw.rstrip(_INSERTED))
        if value is None or self._said_again(found, raw):
            return
        if kind == "angka" and raw[-1] not in _INSERTED:
            raw = str(value)
        if before.strip() and not line_start and _NOT_LISTED.search(before):
            return
        inserted = kind == "angka" and raw[-1] in _INSERTED
        sure = line_start or _OPENS.search(before) is not None
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            wanted = level.value if inserted else level.value + 1
            if (
                level.style == style
                and value == wanted
                and (sure or before.rstrip()[-1:] in ",0123456789")
            ):
                del self.levels[depth + 1 :]
                self._add_listed(found, kind, raw, value)
                return
        if capital and (value > 1 or not _NEXT_CAPITAL.search(self.text, found.end(), self.end)):
            return
        if value == 1 and not inserted and self._may_open(found, before, line_start):
            self.levels.append(_Level(style, 0, -1))
            self._add_listed(found, kind, raw, value)
        elif line_start or (sure and self._defines(found)):
            self._gap(found, kind, raw, value, style)

    def _said_again(self, found: re.Match[str], raw: str) -> bool:
        """Whether a unit begins a second time after the head of a page; the first is dropped."""
        last = self.items[-1] if self.items else None
        if last is None or last.number != raw or found.start() - last.text_start > _PAGE_HEAD:
            return False
        word = _FIRST_WORD.match(self.text, found.end())
        if word is None or not self.text.startswith(word[1], _skip(self.text, last.text_start)):
            return False
        last.start, last.text_start = found.start(), found.end()
        return True

    def _defines(self, found: re.Match[str]) -> bool:
        """Whether a number after a lost one opens a definition: *6. Tali adalah benda*."""
        return bool(found["angka"]) and _DEFINES.match(self.text, found.end()) is not None

    def _may_open(self, found: re.Match[str], before: str, line_start: bool) -> bool:
        """Whether a first letter or number opens a list here."""
        if line_start or before.rstrip().endswith(":"):
            return True
        if before.rstrip().endswith("dimaksud dengan"):
            opens = _TERM.match(self.text, found.end()) is not None
            if opens or found["angka"]:
                return opens
        following = "b" if found["huruf"] else "2"
        mark = f"\n{following}{found['hsep'] or found['asep']} "
        if self.text.find(mark, found.end(), self.end) > 0:
            return True
        fresh = self.items and not _WORD.search(self.text, self.items[-1].text_start, found.start())
        return bool(fresh) or not _WORD.search(self.text, self.start, found.start())

    def _gap(self, found: re.Match[str], kind: str, raw: str, value: int, style: str) -> None:
        """A marker at the head of a line that skips, or that fits no run."""
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if level.style == style and level.value + 1 < value <= level.value + 6:
                self.broken.append((found.start(), f"{kind} {raw} follows {level.value}"))
                del self.levels[depth + 1 :]
                self._add_listed(found, kind, raw, value)
                return
        self.broken.append((found.start(), f"{kind} {raw} fits no open list"))

    def _add_listed(self, found: re.Match[str], kind: str, raw: str, value: int) -> None:
        parent = self.levels[-2].item if len(self.levels) > 1 else self.ayat_item
        level = self.levels[-1]
        level.value, level.item = value, len(self.items)
        self.items.append(Item(kind, raw, found.start(), found.end(), parent))


def _skip(text: str, at: int) -> int:
    """The place of the next sign that is no space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ayat_readings(found: re.Match[str]) -> list[tuple[int, str]]:
    """The ways to read an ayat number; ``(21`` may be 21 or a garbled (2), ``(2t`` is that."""
    raw = found["ayat"] or found["angka"]
    if raw == "a":
        return [(_FOURTH, "")]
    if raw in _FIRST:
        return [(1, "")]
    if raw[-1] == "t":
        return [(digits(raw[:-1]) or 0, "")]
    suffix = raw[-1] if raw[-1].islower() and raw[-1] != "l" else ""
    base = raw[: len(raw) - len(suffix)]
    readings = [] if not base else [(digits(base) or 0, suffix)]
    if found["ayat"] and found["close"] != ")" and len(raw) > 1:
        readings.append((digits(raw[:-1]) or 0, ""))
    return readings or [(0, "")]


def _letter_value(raw: str) -> int | None:
    if len(raw) == 1:
        return ord(raw) - 96
    if raw[0] == raw[1]:
        return 26 + ord(raw[0]) - 96
    return 26 * (ord(raw[0]) - 96) + ord(raw[1]) - 96 if raw[0] in "abc" else None
