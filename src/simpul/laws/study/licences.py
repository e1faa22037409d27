"""One licence, two issuers: candidates of authority dualism."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from simpul.laws.study.kinship import Kinship
from simpul.laws.study.likeness import content_words
from simpul.laws.study.offices import Office, named_offices, office_of, told_apart
from simpul.laws.study.rows import Select, candidate_id, instrument_of, name_of
from simpul.laws.study.status import Status

__all__ = ["Issued", "LicencePair", "licence_candidates"]

_LICENCES = """SELECT ?provision ?name ?issuer WHERE {
  ?l a pol:Licence ; pol:provision ?provision ; rdfs:label ?name ; pol:issuerName ?issuer }"""
_OLD_SPELLINGS = ((r"\b(?:ijin|idzin|izjin)", "izin"), (r"praktek", "praktik"),
                  (r"perijinan", "perizinan"))  # fmt: skip
_TAIL = re.compile(
    r"\b(?:adalah|apabila|setelah|selama|dalam\s+jangka|se[bh]egai?mana|paling|selanjutnya|berdasar\w*"
    r"|bagi|kepada|sesuai|berupa|ini|itu|lebih|terlebih|atas\s+permintaan|serta|menteri|pemerintah"
    r"|kuasa|tingkat|pasal|jika|bila|sebelum|sejak|melalui)\b.*",
    re.DOTALL,
)
_NO_OBJECT = frozenset(
    """
    izin surat perizinan berusaha perizinannya baru lama tertulis khusus sementara tetap
    resmi terkait sebagai usaha kegiatan dasar nomor
    """.split()  # noqa: SIM905
)
Words = frozenset[str]
LEAST = 0.5
"""Candidates below this score are left out of the list."""

_ONE_FIELD = 2
"""So many words in common make one field where the licence names only a doing."""

_BY_NAME, _BY_OBJECT, _BY_DOING, _BY_FIELD = 0.3, 0.2, 0.1, 0.25
_DOING = re.compile(
    r"pe[mnrl]?\w{3,}an$|operasi(?:onal)?$|produksi$|konstruksi$|praktik$|impor$|ekspor$|edar$|kerja$"
    r"|prinsip$|merger$|komisioning$|dekomisioning$|masuk$|keluar$"
)
"""A word for what is done (*pemanfaatan*, *operasi*): the thing it is done to may differ."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A licence and its issuer at one place."""

    provision: str
    name: str
    issuer: str
    office: Office = frozenset()


@dataclass(frozen=True, slots=True)
class LicencePair:
    """Two places that name different issuers of one licence."""

    score: float
    one: Issued
    other: Issued

    @property
    def id(self) -> str:
        """The name by which the candidate can be accepted."""
        return candidate_id(
            "lic", self.one.provision, self.one.issuer, self.other.provision, self.other.issuer
        )


def licence_candidates(
    select: Select, status: Status, as_of: str | None = None, *, everything: bool = False
) -> list[LicencePair]:
    """Licences in force for one object whose issuers in two unlinked laws surely differ.

    The score is higher the more words name the object, and where the laws share a field;
    pairs below LEAST are told only where everything is asked for.
    """
    kin = Kinship(status)
    known = named_offices(select)
    issued: dict[str, dict[Words, list[Issued]]] = defaultdict(lambda: defaultdict(list))
    for row in select(_LICENCES):
        provision = name_of(row["provision"])
        law, words = instrument_of(provision), frozenset(licence_object(row["name"]))
        if words and not status.repealed(provision, as_of):
            office = office_of(row["issuer"], law, known)
            issued[law][words].append(Issued(provision, row["name"], row["issuer"], office))
    found = [
        pair for laws in combinations(sorted(issued), 2) for pair in _compared(*laws, issued, kin)
    ]
    found = [pair for pair in found if everything or pair.score >= LEAST]
    return sorted(found, key=lambda pair: (-pair.score, pair.one.provision, pair.other.provision))


def licence_object(name: str) -> tuple[str, ...]:
    """The words that tell for what a licence is; none for a bare *izin usaha*.

    >>> licence_object("Surat Izin Usaha Pertambangan apabila")
    ('pertambangan',)
    """
    plain = name.lower()
    for old, new in _OLD_SPELLINGS:
        plain = re.sub(old, new, plain)
    return tuple(word for word in content_words(_TAIL.sub("", plain)) if word not in _NO_OBJECT)


def _compared(
    left: str, right: str, issued: Mapping[str, Mapping[Words, list[Issued]]], kin: Kinship
) -> Iterator[LicencePair]:
    """One pair for each licence of two laws none of whose issuers may be the same."""
    for one, ones in issued[left].items():
        for other, others in issued[right].items():
            same = _sameness(one, other)
            if not same or not all(told_apart(a.office, b.office) for a in ones for b in others):
                continue
            if kin.between(left, right):
                return
            shared = len(_field(left, ones, kin) & _field(right, others, kin))
            score = same * _strength(one & other, shared)
            yield LicencePair(round(score, 3), _first(ones), _first(others))


def _strength(words: Words, shared: int) -> float:
    """How surely a name means one thing: by its words, and by the field two laws share."""
    things = sum(_DOING.match(word) is None for word in words)
    named = _BY_OBJECT * things + _BY_DOING * (len(words) - things)
    enough = _ONE_FIELD if things == 0 else 1
    return min(1.0, _BY_NAME + named + (_BY_FIELD if shared >= enough else 0))


def _sameness(one: Words, other: Words) -> float:
    """How far two objects are one, 0 to 1: equal, or one of several words within the other."""
    shared = len(one & other)
    if one == other:
        return 1.0
    within = shared > 1 and (one < other or other < one)
    return shared / max(len(one), len(other)) if within else 0.0


def _field(law: str, issued: Iterable[Issued], kin: Kinship) -> set[str]:
    """The words that tell in which field a law and its licence are."""
    return set(kin.subject(law)) | {word for one in issued for word in one.office}- {
        "pusat", "daerah", "menteri", "gubernur", "bupati", "walikota"
    }  # fmt: skip


def _first(issued: Iterable[Issued]) -> Issued:
    return min(issued, key=lambda one: (one.provision, one.issuer))
