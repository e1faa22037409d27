"""One term, two meanings in force: candidates of definition dualism."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import combinations

from simpul.laws.study.likeness import content_words, likeness
from simpul.laws.study.rows import Select, candidate_id, instrument_of, name_of
from simpul.laws.study.status import Status

__all__ = ["Meaning", "MeaningPair", "definition_candidates"]

_DEFINITIONS = """SELECT ?provision ?term ?meaning ?threshold WHERE {
  ?d a pol:Definition ; pol:provision ?provision ; skos:prefLabel ?term ; skos:definition ?meaning .
  OPTIONAL { ?d pol:threshold ?threshold } }"""
_RELATIVE = re.compile(
    r"^(?:menteri|presiden|pemerintah|kepala|direktur|direksi|dewan|perusahaan|persero|perum"
    r"|perjan|daerah|badan"
    r"|undang|peraturan|hari|bupati|walikota|gubernur|kabupaten|kota|provinsi|propinsi|kecamatan"
    r"|kelurahan|desa|departemen"
    r"|lembaga|universitas|rektor|rapat|pejabat|komisi|sekretaris|wakil|anggota|pegawai|gaji"
    r"|tahun|setiap orang|orang)\b"
)
_DEFERS = re.compile(
    r"^\S*\s*(?:\w+\s+){0,8}sebagaimana\s+(?:yang\s+)?(?:dimaksud|diatur|ditetapkan|tercantum"
    r"|termaksud)",
    re.IGNORECASE,
)
_MOST_HOLDERS = 60


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one law means by a term."""

    provision: str
    term: str
    words: str
    threshold: str | None


@dataclass(frozen=True, slots=True)
class MeaningPair:
    """Two meanings of one term: how they differ, how sure, and both places."""

    kind: str
    score: float
    term: str
    one: Meaning
    other: Meaning

    @property
    def id(self) -> str:
        """The name by which the candidate can be accepted."""
        return candidate_id("def", self.one.provision, self.other.provision, self.term.lower())


def definition_candidates(
    select: Select, status: Status, as_of: str | None = None
) -> list[MeaningPair]:
    """Pairs of definitions in force that do not say the same, best candidates first."""
    groups: dict[str, list[Meaning]] = defaultdict(list)
    for row in select(_DEFINITIONS):
        meaning = Meaning(
            name_of(row["provision"]), row["term"], row["meaning"], row.get("threshold")
        )
        key = " ".join(row["term"].lower().split())
        if not _RELATIVE.match(key) and not _DEFERS.match(row["meaning"]):
            groups[key].append(meaning)
    found = [pair for term in sorted(groups) for pair in _compared(groups[term], status, as_of)]
    return sorted(
        found, key=lambda pair: (-pair.score, pair.term, pair.one.provision, pair.other.provision)
    )


def _compared(meanings: list[Meaning], status: Status, as_of: str | None) -> Iterator[MeaningPair]:
    """The pairs of one term in unlinked instruments in force, one for each two meanings."""
    alive = [one for one in meanings if not status.repealed(one.provision, as_of)]
    distinct = list({_squashed(one.words): one for one in sorted(alive, key=_newest)}.values())
    if not 1 < len(distinct) <= _MOST_HOLDERS:
        return
    words = [content_words(one.words) for one in distinct]
    for (a, one), (b, other) in combinations(enumerate(distinct), 2):
        if instrument_of(one.provision) == instrument_of(other.provision):
            continue
        kind, score = _difference(words[a], words[b], one, other)
        if kind != "identical" and not status.related(one.provision, other.provision):
            yield MeaningPair(kind, round(score, 3), one.term, one, other)


def _newest(one: Meaning) -> tuple[str, str]:
    return instrument_of(one.provision).rpartition("-")[2], one.provision


def _difference(
    left: list[str], right: list[str], one: Meaning, other: Meaning
) -> tuple[str, float]:
    """How two meanings differ: identical, conflicting, narrower, wider, or a homonym.

    Pairs that share most and still differ in some words score highest; words
    that a scan only misspelt do not count as different.
    """
    share = likeness(left, right)
    if one.threshold and other.threshold and one.threshold != other.threshold:
        return "conflicting threshold", 0.9 + share / 10
    if share < 0.12:
        return "homonym", share
    extra_left, extra_right = _extra(left, right), _extra(right, left)
    if share >= 0.93 or not (extra_left or extra_right):
        return "identical", share
    telling = 0.4 - abs(share - 0.6) / 1.5
    if extra_left and extra_right:
        return "conflicting", 0.3 + telling
    return ("wider" if extra_right else "narrower"), 0.45 + telling


def _extra(words: list[str], others: list[str]) -> set[str]:
    """The words of one meaning the other lacks, misspellings of its words left out."""
    known = sorted(set(others))
    lacking = set(words) - set(others)
    return {word for word in lacking if not get_close_matches(word, known, 1, 0.8)}


def _squashed(text: str) -> str:
    """A meaning without spaces and signs: scans differ in those."""
    return re.sub(r"[^a-z0-9]", "", text.lower())
