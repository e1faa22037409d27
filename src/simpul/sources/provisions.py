"""Provisions read off their IRIs: where they belong, number and label.

``id/uu-21-2007/pasal-48/ayat-1/huruf-c`` is Article 48(1)c of UU 21/2007; every
step but the instrument is a subdivision (UU 12/2011, annex II, items 61 to 100:
pasal, ayat, huruf, angka).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.terms import DATA

__all__ = ["described", "parents"]

_STEP = re.compile(
    r"(pasal|ayat|huruf|angka|bab|bagian|paragraf|penjelasan|article|lampiran)(?:-([0-9a-z]+))?"
)
_ENGLISH = {
    "bab": "Chapter",
    "bagian": "Part",
    "paragraf": "Section",
    "penjelasan": "Elucidation",
    "lampiran": "Annex",
}


def parents(iri: str) -> Iterator[tuple[str, str]]:
    """Pairs of a provision and what it is directly part of, up to its instrument.

    >>> [whole.removeprefix(DATA) for _, whole in parents(DATA + "uu-1-2000/pasal-2/ayat-3")]
    ['uu-1-2000/pasal-2', 'uu-1-2000']
    """
    part, _, step = iri.rpartition("/")
    while iri.startswith(DATA) and _STEP.fullmatch(step) and len(part) > len(DATA):
        yield iri, part
        iri = part
        part, _, step = iri.rpartition("/")


def described(iri: str) -> tuple[str, str, str]:
    """Number, Indonesian label and English label of a provision.

    >>> described(DATA + "uu-21-2007/pasal-48/ayat-1/huruf-c")
    ('48(1)c', 'Pasal 48 ayat (1) huruf c', 'Article 48(1)c')
    """
    steps = [hit for part in iri.removeprefix(DATA).split("/") if (hit := _STEP.fullmatch(part))]
    number = "".join(_number(hit[1], hit[2] or "") for hit in steps)
    indonesian = " ".join(_indonesian(hit[1], hit[2] or "") for hit in steps)
    return number, indonesian, _english(steps)


def _number(kind: str, value: str) -> str:
    if kind in ("ayat", "angka"):
        return f"({value.upper() if value.isalpha() else value})"
    return value.upper() if kind in ("pasal", "article", "bab") else value


def _indonesian(kind: str, value: str) -> str:
    name = {"article": "Article"}.get(
        kind, kind if kind in ("ayat", "huruf", "angka") else kind.title()
    )
    if kind == "ayat":
        return f"{name} ({value})"
    shown = value.upper() if kind in ("pasal", "article", "bab") else value
    return f"{name} {shown}".strip()


def _english(steps: list[re.Match[str]]) -> str:
    number = "".join(
        _number(hit[1], hit[2] or "")
        for hit in steps
        if hit[1] in ("pasal", "article", "ayat", "huruf", "angka")
    )
    others = [
        f"{_ENGLISH[hit[1]]} {(hit[2] or '').upper()}".strip()
        for hit in steps
        if hit[1] in _ENGLISH
    ]
    article = [f"Article {number}"] if number else []
    return ", ".join([*article, *others])
