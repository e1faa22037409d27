"""One licence, two issuers: candidates of authority dualism."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from simpul.laws.study.likeness import content_words
from simpul.laws.study.rows import Select, candidate_id, instrument_of, name_of
from simpul.laws.study.status import Status

__all__ = ["Issued", "LicencePair", "licence_candidates"]

_LICENCES = """SELECT ?provision ?name ?issuer WHERE {
  ?l a pol:Licence ; pol:provision ?provision ; rdfs:label ?name ; pol:issuerName ?issuer }"""
_MINISTERS = """SELECT ?provision ?meaning WHERE {
  ?d a pol:Definition ; pol:provision ?provision ; skos:prefLabel ?term ; skos:definition ?meaning .
  FILTER(LCASE(STR(?term)) = "menteri") }"""
_GENERIC = frozenset(
    """
    izin surat ijin idzin usaha perizinan berusaha baru lama tertulis khusus terlebih dahulu
    """.split()  # noqa: SIM905
)
_VAGUE = frozenset(["pemerintah", "pejabat", "instansi"])
"""Issuers named so widely that another may be among them."""

_FIELD = re.compile(r"(?:di\s+bidang|dalam\s+bidang|bidang|urusan(?:\s+pemerintahan)?)\s+(.{3,60})")


@dataclass(frozen=True, slots=True)
class Issued:
    """A licence and its issuer at one place."""

    provision: str
    name: str
    issuer: str


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
    select: Select, status: Status, as_of: str | None = None
) -> list[LicencePair]:
    """Licences in force of the same name with different issuers in different laws."""
    fields = {
        instrument_of(name_of(row["provision"])): _field(row["meaning"])
        for row in select(_MINISTERS)
    }
    groups: dict[tuple[str, ...], list[Issued]] = defaultdict(list)
    for row in select(_LICENCES):
        provision = name_of(row["provision"])
        key = tuple(sorted(set(content_words(row["name"])) - _GENERIC))
        if key and not status.repealed(provision, as_of):
            issuer = _resolved(row["issuer"], fields.get(instrument_of(provision)))
            groups[key].append(Issued(provision, row["name"], issuer))
    found = []
    for key, issued in groups.items():
        for one, other in combinations(sorted(issued, key=lambda each: each.provision), 2):
            apart = instrument_of(one.provision) != instrument_of(other.provision)
            if (
                apart
                and not status.related(one.provision, other.provision)
                and _told_apart(one.issuer, other.issuer)
            ):
                score = min(1.0, 0.3 + 0.2 * len(key)) / (1 + len(issued) / 10)
                found.append(LicencePair(round(score, 3), one, other))
    return sorted(found, key=lambda pair: (-pair.score, pair.one.provision, pair.other.provision))


def _field(meaning: str) -> str:
    found = _FIELD.search(meaning)
    return " ".join(found[1].split()[:5]).rstrip(".,;") if found else ""


def _resolved(issuer: str, field: str | None) -> str:
    """*Menteri* by the field that the law gives its minister."""
    return f"Menteri ({field})" if issuer == "Menteri" and field else issuer


def _told_apart(one: str, other: str) -> bool:
    left, right = set(content_words(one)), set(content_words(other))
    first = {name.split(maxsplit=1)[0].lower() for name in (one, other)}
    if first & _VAGUE:
        return False
    return not (left <= right or right <= left)
