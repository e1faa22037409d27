"""Which candidates are the articles of the law: the run of numbers decides.

In an amending law the articles of the law itself (often I, II) stand among
quoted articles of the law it changes; the words *berbunyi sebagai berikut*
announce a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simpul.laws.tree.headings import Candidate, Reading
from simpul.laws.written.numerals import next_letter

__all__ = ["AMENDS", "CHANGES", "Article", "orders_changes", "sequence"]

CHANGES = re.compile(
    r"di[ru]bah\s+(?:lagi\s+)?(?:sehingga|sebagai(?!mana)|dan\s+ditambah|seperti|selengkapnya)|disisipkan"
    r"|berbunyi\s*(?:sebagai|seperti|:|;)|dibaca\s*(?:sebagai|:|;|\")|diubah\s*(?:,|;|:)|dirobah"
    r"|diganti\s+sehingga|dengan\s+perubahan|mengalami\s+perubahan"
    r"|di(?:tetapkan|sahkan)\s+(?:men)?(?:jadi|sebagai)\s+[Uu]ndang|ditambah(?:kan)?\s+(?:\d"
    r"|satu|pasal|dengan\s+pasal)|harus\s+dibaca|ketentuan\s+baru"
    r"|[Mm]engubah\s+(?:ketentuan|beberapa|[Pp]asal)|Pasal\s\S+\s(?:ayat\s\S+\s)?di(?:hapus|ubah)"
)
AMENDS = re.compile(
    r"di[ru]bah\s*(?:lagi\s*|kembali\s*)?(?:dan\s+ditambah\s*)?,?\s*(?:sebagai(?!mana)|sehingga|seperti|selengkapnya|:)"
    r"|berbunyi\s*(?:sebagai|:)|(?:harus\s+)?dibaca\s*(?:sebagai|:|\")|disisipkan"
    r"|dirobah|ditambah\s*:|perubahan\W{0,3}\s*(?:dan\s+tambahan\W*\s*)?sebagai\s+berikut"
    r"|Pasal\s\S+\s(?:ayat\s\S+\s)?di(?:hapus|ubah)"
)
"""Words that only an amending article has; CHANGES may stand in any text."""

_SIGNS = ("bah", "berbunyi", "dibaca", "sisip", "hapus")


_MAY_CHANGE = (*_SIGNS, "ganti", "ubah", "robah", "sahkan", "etapkan", "ketentuan baru")


def _changes(words: str) -> bool:
    """Whether words may change another law; their signs are looked for first."""
    return any(sign in words for sign in _MAY_CHANGE) and CHANGES.search(words) is not None


def orders_changes(words: str) -> bool:
    """Whether words order a change of a law; their signs are looked for first."""
    return any(sign in words for sign in _SIGNS) and AMENDS.search(words) is not None


_ANNOUNCES = re.compile(
    r"berbunyi|dibaca\b|berikut\s*[:;,]?\s*[\"“']?\s*$|ditambah\s*:"
    r"|\b(?:yakni|yaitu|menjadi)\W*$|(?:[:,]|[^.;\s]\s)\s*[\"“]\s*$"
)
_OPENS = re.compile(r"\s*(?:\(\s?[1lI]\s?\)|[A-Z\"“][a-z])")
_AMENDS_A_LAW = re.compile(r"\s*Beberapa\s+ketentuan\s+dalam\s+(?:Undang|Peraturan)")
_COUNTS = 4
"""So many headings in turn show that a law counts its articles 1, 2, 3."""

_GAP = 12
_AHEAD = 40
_PAGE_HEAD = 60
_TEXT = 60
"""So many letters between two headings are an article, not the foot of a page."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article heading: its number, where it starts, where its text starts.

    ``catchword`` is where the foot of the page before announces it, -1 if it does not;
    there the text of the article before ends. ``text_end`` is where its own text ends, -1 if
    that is at the next heading.
    """

    number: str
    start: int
    text_start: int
    quoted: bool = False
    remark: str = ""
    catchword: int = -1
    text_end: int = -1


def sequence(text: str, candidates: Sequence[Candidate]) -> list[Article]:
    """The articles among the candidates, in order, with a remark where the run breaks."""
    return _Run(text, candidates).articles()


class _Run:
    """The state of reading one law: the last article of its own, and the mode."""

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        self.text = text
        self.candidates = candidates
        self.style = "roman" if _numbered_in_roman(text, candidates) else "arabic"
        self.found: list[Article] = []
        self.last = 0
        self.second = 0
        self.suffix = ""
        self.main_start: int | None = None
        self.changing = False
        self.checked = 0

    def articles(self) -> list[Article]:
        for place, candidate in enumerate(self.candidates):
            self._take(place, candidate)
        return self.found

    def _take(self, place: int, candidate: Candidate) -> None:
        changing = self._changing(candidate.start)
        if self._eleventh(place, candidate):
            self._quote(candidate)
            return
        announced = changing and self._announced(candidate) and not self._own_style(candidate)
        fitting = None if announced else self._fitting(candidate)
        if fitting is not None:
            if candidate.grade > 1 or not self._better_ahead(place, fitting):
                self._own(candidate, fitting)
        elif self._second_run(place, candidate):
            return
        elif changing or self._encloses(candidate):
            after_gap = None if announced else self._goes_on(place, candidate)
            if after_gap is not None:
                remark = f"articles missing after {self.last}"
                self._own(candidate, after_gap, remark=remark)
            elif candidate.grade > 1 or announced:
                self._quote(candidate)
        else:
            self._irregular(place, candidate)

    def _eleventh(self, place: int, candidate: Candidate) -> bool:
        """Whether *Pasal II* is the quoted article 11: it stands between 10 and 12."""
        before = self.found[-1] if self.found else None
        after = self.candidates[place + 1] if place + 1 < len(self.candidates) else None
        return (
            self.style == "roman"
            and before is not None
            and before.quoted
            and before.number == "10"
            and any(one.value == 11 for one in candidate.readings)
            and after is not None
            and any(one.value == 12 and one.style == "arabic" for one in after.readings)
        )

    def _own_style(self, candidate: Candidate) -> bool:
        """Whether a candidate is II in a law of I and II: quoted articles are 1, 2."""
        return self.style == "roman" and candidate.readings[0].style == "roman"

    def _goes_on(self, place: int, candidate: Candidate) -> Reading | None:
        """The reading that continues the law's own run after articles that are missing.

        Words such as *diganti dengan* may be no amendment at all; then what
        follows is the law itself, its next article being nowhere ahead.
        """
        reading = next((one for one in candidate.readings if one.style == "arabic"), None)
        if reading is None:
            return None
        near = self.last + 1 < reading.value <= self.last + _GAP
        if self.style != "arabic" or reading.suffix or not near:
            return None
        if _AMENDS_A_LAW.match(self.text, candidate.end):
            return reading
        if candidate.grade < 2:
            return None
        ahead = [one.readings[0] for one in self.candidates[place + 1 :] if one.grade > 1]
        wanted = any(one.style == "arabic" and one.value == self.last + 1 for one in ahead)
        follows = any(one.style == "arabic" and one.value == reading.value + 1 for one in ahead)
        return reading if follows and not wanted else None

    def _changing(self, at: int) -> bool:
        if self.main_start is None:
            return False
        if not self.changing:
            self.changing = _changes(self.text[self.checked : at])
            self.checked = max(self.checked, at - 20)
        return self.changing

    def _announced(self, candidate: Candidate) -> bool:
        before = self.text[max(self.main_start or 0, candidate.start - 70) : candidate.start]
        return _ANNOUNCES.search(before) is not None

    def _fitting(self, candidate: Candidate) -> Reading | None:
        """The reading that continues the run of the law's own articles."""
        for reading in candidate.readings:
            same_style = reading.style == self.style
            opening = self.last == 0 and reading.value == 1
            if not (same_style or (opening and self.style == "arabic")):
                continue
            if reading.value == self.last + 1 and not reading.suffix:
                return reading
            if reading.value == self.last and reading.suffix > self.suffix:
                return reading
        return None

    def _encloses(self, candidate: Candidate) -> bool:
        """Whether a law numbered I, II holds a whole regulation numbered 1, 2."""
        return self.style == "roman" and self.last > 0 and candidate.readings[0].style == "arabic"

    def _second_run(self, place: int, candidate: Candidate) -> bool:
        """Take an article of a second part that counts I, II after 1 to n."""
        reading = candidate.readings[0]
        wanted = reading.style == "roman" and reading.value == self.second + 1
        if not (wanted and self.style == "arabic" and self.last > 1 and candidate.grade > 1):
            return False
        if self.second == 0 and not any(
            one.readings[0] == Reading(2, "", "roman") for one in self.candidates[place + 1 :]
        ):
            return False
        self.second = reading.value
        self.found.append(Article(str(reading), candidate.start, candidate.end))
        return True

    def _better_ahead(self, place: int, reading: Reading) -> bool:
        """A surer heading of the same number before the next number comes."""
        for later in self.candidates[place + 1 : place + _AHEAD]:
            if later.grade > 1 and not self._announced(later):
                first = next((one for one in later.readings if one.style == self.style), None)
                if first is None:
                    continue
                if (reading.value, reading.suffix) == (first.value, first.suffix):
                    return True
                if reading.value + 1 == first.value:
                    return False
        return False

    def _own(
        self, candidate: Candidate, reading: Reading, remark: str = "", catchword: int = -1
    ) -> None:
        number = f"{reading.value}{reading.suffix}" if self.style == "arabic" else str(reading)
        self.found.append(
            Article(number, candidate.start, candidate.end, remark=remark, catchword=catchword)
        )
        self.last, self.suffix = reading.value, reading.suffix
        self.main_start, self.changing = candidate.start, False
        self.checked = candidate.end

    def _quote(self, candidate: Candidate) -> None:
        catchword = -1
        if _is_catchword(self.text, self.found, candidate):
            catchword = self.found.pop().start
        said = str(self._quoted_reading(candidate))
        before = self.found[-1].number if self.found and self.found[-1].quoted else ""
        due = next_letter(before, said)
        remark = f"the heading says {said}, where {due} is due" if due else ""
        self.found.append(
            Article(due or said, candidate.start, candidate.end, True, remark, catchword)
        )

    def _quoted_reading(self, candidate: Candidate) -> Reading:
        """The reading that the words before the quotation name, or the first."""
        if candidate.garbled:
            before = self.text[max(0, candidate.start - 300) : candidate.start]
            for reading in candidate.readings:
                signs = r"\s?".join(_SCANNED.get(sign, sign) for sign in str(reading))
                if re.search(rf"Pasal\s+{signs}(?!\s?\d)(?!\w)", before):
                    return reading
        arabic = [one for one in candidate.readings if one.style == "arabic"]
        return (arabic or list(candidate.readings))[0]

    def _irregular(self, place: int, candidate: Candidate) -> None:
        """A number out of turn: a gap, a repeated catchword, or misplaced text."""
        readings = [one for one in candidate.readings if one.style == self.style]
        if not readings:
            return
        reading = readings[-1] if candidate.garbled else readings[0]
        again = (reading.value, reading.suffix) == (self.last, self.suffix)
        if again and _is_catchword(self.text, self.found, candidate):
            self._own(candidate, reading, catchword=self.found.pop().start)
        elif candidate.grade == 1:
            return
        elif reading.value == self.last + 2 and self._said_twice(place, candidate, reading):
            due = Reading(self.last + 1, "", self.style)
            self._own(candidate, due, remark=f"the heading says {reading}, where {due} is due")
        elif reading.value > self.last + 1 and self._gap_holds(place, candidate, reading):
            self._own(candidate, reading, remark=f"articles missing after {self.last}")
        elif (again or _one_figure_off(reading.value, self.last + 1)) and self._slipped(
            place, candidate
        ):
            due = Reading(self.last + 1, "", self.style)
            self._own(candidate, due, remark=f"the heading says {reading}, where {due} is due")
        elif (reading.value > self.last + 1 and candidate.grade == 3) or (
            self.last and reading.value <= self.last
        ):
            self._misplaced(candidate, reading)

    def _misplaced(self, candidate: Candidate, reading: Reading) -> None:
        """An article after a later one (columns read across), or a heading said again."""
        known = {one.number for one in self.found}
        number = f"{reading.value}{reading.suffix}"
        if number in known or self.style == "roman":
            return
        remark = f"out of sequence after {self.last}"
        self.found.append(Article(number, candidate.start, candidate.end, remark=remark))

    def _said_twice(self, place: int, candidate: Candidate, reading: Reading) -> bool:
        """Whether the same number heads the next article too: one of them is a slip."""
        for later in self.candidates[place + 1 : place + _AHEAD]:
            values = {one.value for one in later.readings if one.style == self.style}
            if later.grade > 1 and reading.value in values:
                between = self.text[candidate.end : later.start]
                return sum(sign.isalpha() for sign in between) > _TEXT
            if later.grade > 1 and values & {self.last + 1, reading.value + 1}:
                return False
        return False

    def _slipped(self, place: int, candidate: Candidate) -> bool:
        """Whether only the number is wrong: the next heading is the next but one of the run."""
        if self.style != "arabic" or not _OPENS.match(self.text, candidate.end):
            return False
        for later in self.candidates[place + 1 : place + _AHEAD]:
            values = {one.value for one in later.readings if one.style == self.style}
            if later.grade > 1 and values & {self.last + 1, self.last + 2}:
                return self.last + 1 not in values
        return False

    def _gap_holds(self, place: int, candidate: Candidate, reading: Reading) -> bool:
        """Whether the run goes on after the gap and not before it."""
        wanted, following = self.last + 1, reading.value + 1
        for later in self.candidates[place + 1 : place + _AHEAD]:
            values = {one.value for one in later.readings if one.style == self.style}
            if later.grade > 1 and wanted in values:
                return False
            if later.grade > 1 and following in values:
                return True
        return candidate.grade == 3 and reading.value - self.last <= _GAP


def _one_figure_off(said: int, due: int) -> bool:
    """Whether a number has a figure too many, or one before the last is wrong: 70 for 20."""
    left, right = str(said), str(due)
    if len(left) == len(right) + 1:
        return any(left[:at] + left[at + 1 :] == right for at in range(len(right)))
    off = sum(one != other for one, other in zip(left, right, strict=False))
    return len(left) == len(right) and off == 1 and left[-1] == right[-1]


_SCANNED = {"0": "[0O]", "1": "[1lI]", "5": "[5S]"}
"""The signs a scan may put for a figure."""


def _numbered_in_roman(text: str, candidates: Sequence[Candidate]) -> bool:
    """Whether the law's own articles are I, II (an amending law, as a rule)."""
    sure = [one for one in candidates if one.grade > 1]
    if not sure:
        return False
    if _counts_up(sure):
        return False
    plain = [one.readings[0] for one in sure if one.readings[0].style == "roman"]
    values = {one.value for one in plain}
    if len(plain) == len(sure) and max(values) > 1:
        return True
    if not any(one.style == "roman" and one.value == 1 for one in sure[0].readings):
        return False
    following = sure[1].start if len(sure) > 1 else len(text)
    amends = CHANGES.search(text, sure[0].start, following) is not None
    if amends and sure[0].readings[0].style == "roman":
        return True
    if 2 in values and (sure[0].readings[0].style == "roman" or 1 not in values):
        return True
    garbled = any(one.style == "roman" and one.value == 2 for one in sure[-1].readings)
    return garbled and amends


def _counts_up(candidates: Sequence[Candidate]) -> bool:
    """Whether the headings are 1, 2, 3 to the last one, be some written as I or II."""
    values = [{one.value for one in each.readings if not one.suffix} for each in candidates]
    wanted, hits = 1, 0
    for found in values:
        if wanted in found:
            wanted, hits = wanted + 1, hits + 1
    plain = sum(one.readings[0].style == "arabic" for one in candidates)
    ends = wanted - 1 in values[-1]
    return ends and wanted > _COUNTS and hits >= 0.85 * len(values) and plain > len(values) / 2


def _is_catchword(text: str, found: Sequence[Article], candidate: Candidate) -> bool:
    """Whether the last heading was the catchword at the foot of a page."""
    if not found:
        return False
    last = found[-1]
    same = any(str(one) == last.number for one in candidate.readings)
    between = text[last.text_start : candidate.start]
    page_head = not any(sign.islower() for sign in between) and len(between) < _PAGE_HEAD
    return same and (page_head or sum(sign.isalpha() for sign in between) < 12)
