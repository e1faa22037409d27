"""Who an authority is: a minister by the field a law gives him, a governor, an agency."""

from __future__ import annotations

import re
from collections.abc import Mapping

from simpul.laws.study.likeness import content_words
from simpul.laws.study.rows import Select, instrument_of, name_of

__all__ = ["Office", "named_offices", "office_of", "told_apart"]

_OWN_NAMES = """SELECT ?provision ?term ?meaning WHERE {
  ?d a pol:Definition ; pol:provision ?provision ; skos:prefLabel ?term ; skos:definition ?meaning .
  FILTER(REGEX(STR(?term), "^(menteri|kepala badan|kepala|badan)$", "i")) }"""
_FIELD = re.compile(
    r"(?:di\s+bidang|dalam\s+bidang|meliputi\s+bidang|bidang|urusan(?:\s+pemerintahan)?|membidangi"
    r"|^\W*[Mm]enteri(?:\s+[Nn]egara)?)\s+(?P<field>(?!yang\b)[A-Za-z][^.;(]{2,90})"
)
_FIELD_ENDS = re.compile(r"\b(?:yang|selaku|sebagai|dan\s+tugas|serta\s+bertanggung)\b|[.;,]\s*$")
_EMPTY = frozenset(
    """
    negara republik indonesia bidang urusan pemerintahan tugas tanggung jawab bertanggung
    membidangi pembinaan kepala badan menteri ketua dewan lembaga muda koordinator
    """.split()  # noqa: SIM905
)
_VAGUE = frozenset(["pejabat", "instansi", "lembaga", "presiden"])
"""Named so widely that another may be among them, or above all others."""

_REGIONAL = frozenset(["gubernur", "bupati", "walikota"])
Office = frozenset[str]
"""The words that tell an office from others; empty where the text does not tell."""


def named_offices(select: Select) -> dict[tuple[str, str], str]:
    """What each law means by *Menteri*, *Badan* and *Kepala*: law and term to meaning."""
    return {
        (instrument_of(name_of(row["provision"])), row["term"].lower()): row["meaning"]
        for row in select(_OWN_NAMES)
    }


def office_of(name: str, law: str, known: Mapping[tuple[str, str], str]) -> Office:
    """The office a name stands for in a law."""
    plain = re.sub(r"wali\s+kota", "walikota", name.lower())
    words = plain.replace("/", " ").split()
    if words[0] in _VAGUE:
        return frozenset(set(words[1:]) - _EMPTY if words[0] == "lembaga" else ())
    if words[0] == "menteri":
        return _minister(plain, known.get((law, "menteri"), ""))
    if words[0] == "pemerintah":
        regional = {"daerah", "kabupaten", "provinsi", "propinsi", "kota", "aceh"} & set(words)
        return frozenset(["daerah"] if regional else ["pusat"]) if "dan" not in words else Office()
    if posts := _REGIONAL & set(words):
        return frozenset(["daerah", *posts])
    own = known.get((law, plain), "") if plain in ("badan", "kepala badan", "kepala") else name
    told = set(content_words(own)) - _EMPTY
    return frozenset(["pusat", *told]) if told else frozenset()


def _minister(name: str, meaning: str) -> Office:
    field = frozenset(content_words(name)) - _EMPTY
    if not field and (found := _FIELD.search(meaning)):
        field = frozenset(content_words(_FIELD_ENDS.split(found["field"])[0])) - _EMPTY
    return frozenset(["pusat", "menteri", *field]) if field else frozenset()


_LEVELS = frozenset(["pusat", "daerah"])


def told_apart(one: Office, other: Office) -> bool:
    """Whether two offices are surely two: of two levels, or of one level with nothing shared."""
    if not one or not other:
        return False
    if (one & _LEVELS) != (other & _LEVELS):
        return True
    left, right = one - _LEVELS - {"menteri"}, other - _LEVELS - {"menteri"}
    return bool(left and right) and not left & right
