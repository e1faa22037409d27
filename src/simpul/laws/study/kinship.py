"""Why two laws are no two minds: one changes, implements or succeeds the other, or a series."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache

from simpul.laws.study.likeness import content_words, likeness
from simpul.laws.study.rows import instrument_of
from simpul.laws.study.status import Status
from simpul.laws.written.names import CITATION, cited

__all__ = ["STATUTES", "Kinship", "subject_words"]

_ABOUT = re.compile(r"\btentang\b", re.IGNORECASE)
_ACTS_ON = re.compile(
    r"(?i)^\W*(?:per[uo]bahan|pengubahan|mengubah|mer[uo]bah|penambahan|tambahan|penetapan"
    r"|menetapkan|pen[ct]j?abutan|pelaksanaan|pernyataan|pengesahan|penyempurnaan)\b"
)
_ENACTS = re.compile(r"(?i)^\W*(?:penetapan|menetapkan)\b.{0,40}\b(?:pengganti|darurat)\b")
"""An emergency law made a statute: it has the whole subject, and changes nothing."""

_PUBLISHED = re.compile(r"(?i)\(?\s*lembaran\s+negara.*$|\bmenjadi\s+undang.*$")
_NAMES_NOTHING = frozenset(
    """
    pemerintah nomor tahun republik indonesia pokok ketentuan pengganti
    darurat penyelenggaraan pelaksanaan mengenai tata cara persyaratan syarat
    """.split()  # noqa: SIM905
)
_OPENING_WORDS, _NEXT = 2, 4
_MAKES_A_SERIES = 10
"""So many titles that open alike are a series: founded regions, courts, firms, tariffs."""

_FOUNDED = frozenset(["pembentukan", "pendirian", "penetapan", "statuta"])
_SAME_SUBJECT = 0.75
STATUTES = frozenset(["uu", "uudrt", "perpu"])
"""Kinds of instrument with the rank of a statute (UU 12/2011 art 7(1)(c))."""


class Kinship:
    """The links between the laws of a corpus by their acts, legal basis and titles."""

    def __init__(self, status: Status) -> None:
        self._status = status
        titles = _told_by_others(status.titles) | status.titles
        self._subjects = {name: subject_words(title) for name, title in titles.items()}
        self._firsts = {name: _first_of_two(title) for name, title in titles.items()}
        named = [
            name
            for name, title in titles.items()
            if _ENACTS.match(title) or not _ACTS_ON.match(title)
        ]
        openings = Counter(
            _opening(self._subjects[name]) for name in named if name in status.titles
        )
        self._series = {opening for opening, held in openings.items() if held >= _MAKES_A_SERIES}
        self._series.discard(())
        self._replaced: dict[tuple[str, str | None], str] = {}
        self._holders: dict[str, set[str]] = defaultdict(set)
        for name in named:
            for word in self._subjects[name]:
                self._holders[word].add(name)

    def between(self, one: str, other: str) -> str:
        """What links two laws: amendment, series, implementation or successor; or nothing."""
        left, right = sorted((instrument_of(one), instrument_of(other)))
        if left == right:
            return "same law"
        if self._status.linked(left, right):
            return "amendment"
        if self.of_a_series(left, right):
            return "series"
        if self.implements(left, right) or self.implements(right, left):
            return "implementation"
        return "likely successor" if self.successors(left, right) else ""

    def of_a_series(self, one: str, other: str) -> bool:
        """Whether two instruments are members of a series: yearly budgets, founded regions."""
        left, right = _opening(self.subject(one)), _opening(self.subject(other))
        both = self.in_a_series(one) and self.in_a_series(other)
        return both and (left == right or (left[0] == right[0] and left[0] in _FOUNDED))

    def in_a_series(self, name: str) -> bool:
        """Whether a law founds one of many bodies, or has a title many others open with."""
        opening = _opening(self.subject(name))
        return opening in self._series or (len(opening) > 0 and opening[0] in _FOUNDED)

    def implements(self, low: str, high: str) -> bool:
        """Whether a law rests on another, or on what has the same subject as the other."""
        bases: set[str] = self._status.bases.get(low, set())
        return high in bases or any(self.successors(base, high) for base in bases)

    def successors(self, one: str, other: str) -> bool:
        """Whether two laws of one rank have the same subject: the later most likely replaces.

        So it is too where the later is the wider: a code on the matter of many.
        """
        if _ranked(one) != _ranked(other):
            return False
        return self._takes_over(one, other) or self._takes_over(other, one)

    def _takes_over(self, one: str, other: str) -> bool:
        """Whether the subject of a law is that of an older one, or is wider.

        Wider is what says it in fewer of its words, or joins another subject to it.
        """
        old, new = frozenset(self.subject(one)), frozenset(self.subject(other))
        if not old or not new:
            return False
        joined = self._firsts.get(other, frozenset())
        return likeness(old, new) >= _SAME_SUBJECT or (new <= old and len(new) > 1) or old == joined

    def superseded(self, name: str, as_of: str | None = None) -> str:
        """A later law on the same subject that most likely took the place of this one, or nothing.

        A text that lost its repeals does not say so; its title still does.
        """
        law = instrument_of(name)
        key = law, as_of
        if key not in self._replaced:
            self._replaced[key] = self._later(law, as_of) or self._fallen_base(law, as_of)
        return self._replaced[key]

    def _later(self, law: str, as_of: str | None) -> str:
        near = {other for word in self.subject(law) for other in self._holders[word]} - {law}
        later = [
            other
            for other in sorted(near)
            if _year(law) < _year(other) <= (as_of or "9999")[:4]
            and _ranked(law) == _ranked(other)
            and self._takes_over(law, other)
        ]
        return later[0] if later else ""

    def _fallen_base(self, law: str, as_of: str | None) -> str:
        """The statute on the subject of a regulation that was repealed or replaced, if one was."""
        if _ranked(law) == "statute":
            return ""
        mine = set(self.subject(law))
        for base in sorted(self._status.bases.get(law, set())):
            its_subject = _ranked(base) == "statute" and mine & set(self.subject(base))
            if its_subject and (self._status.repealed(base, as_of) or self.superseded(base, as_of)):
                return base
        return ""

    def follows(self, new: str, old: str, years: int, as_of: str | None) -> bool:
        """Whether a law of the same rank came some years after another, by a day."""
        late = int(_year(new)) - int(_year(old)) >= years
        return late and _ranked(new) == _ranked(old) and _year(new) <= (as_of or "9999")[:4]

    def subject(self, name: str) -> tuple[str, ...]:
        """The words of a title that tell what a law is about."""
        return self._subjects.get(instrument_of(name), ())


@lru_cache(maxsize=8192)
def subject_words(title: str) -> tuple[str, ...]:
    """The words that tell what a title is about; an amendment is about what it amends.

    >>> subject_words("Perubahan atas Undang-Undang Nomor 8 Tahun 1990 tentang Jalan Air")
    ('jalan', 'air')
    """
    words = _PUBLISHED.sub("", title)
    if _ACTS_ON.match(words):
        words = _ABOUT.split(words)[-1]
    return tuple(word for word in content_words(words) if word not in _NAMES_NOTHING)


def _opening(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:_OPENING_WORDS]


def _told_by_others(titles: Mapping[str, str]) -> dict[str, str]:
    """Titles of laws outside the corpus, as laws that change or implement them cite them."""
    found: dict[str, str] = {}
    for title in titles.values():
        citation = CITATION.search(title)
        name = cited(citation) if citation else None
        about = _ABOUT.search(title, citation.end()) if citation else None
        if citation and name and about and about.start() - citation.end() < _NEXT:
            found.setdefault(name, title[about.end() :])
    return found


def _first_of_two(title: str) -> frozenset[str]:
    """The first subject of a title that names two: *Ternak dan Hewan*."""
    first, joint, _ = title.partition(" DAN " if title.isupper() else " dan ")
    return frozenset(subject_words(first)) if joint else frozenset()


def _year(name: str) -> str:
    return name.rpartition("-")[2]


def _ranked(name: str) -> str:
    kind = name.partition("-")[0]
    return "statute" if kind in STATUTES else kind
