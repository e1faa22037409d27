"""The legal basis of a law, *Mengingat* (UU 12/2011, Annex II, 28 to 52)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from simpul.laws.facts.popular import PopularNames
from simpul.laws.model import Heading, Reference, Unread
from simpul.laws.tree.parts import Parts
from simpul.laws.tree.text import Text
from simpul.laws.written.chains import Chain, chains

__all__ = ["lost_basis", "read_legal_basis"]


def read_legal_basis(
    text: Text, parts: Parts, heading: Heading, popular: PopularNames
) -> list[Reference]:
    """The legal basis (Mengingat), each instrument or provision once."""
    seen: set[tuple[str, str]] = set()
    found: list[Reference] = []
    last, book, named = parts.basis[0], False, False
    for chain in _owned(text, parts.basis, popular):
        if chain.instrument is None or chain.in_title or _comes_later(chain.instrument, heading):
            continue
        if _weighs(text.content, parts.basis[0], chain.start):
            continue
        listed = named and _LISTED.fullmatch(text.content, last, chain.start) is not None
        named = False
        before = text.content[max(parts.basis[0], chain.start - 70) : chain.start]
        opens = not found or ";" in text.content[last : chain.start]
        staatsblad = chain.instrument.startswith("stb-")
        if staatsblad and book and _ITS_PLACE.fullmatch(text.content, last, chain.start):
            continue
        identifies = opens and before.rstrip().endswith("(")
        code = identifies or (staatsblad and opens)
        last, book = chain.end, chain.instrument in _BOOKS
        named = (listed or _ONLY_NAMED.search(before) is not None) and not (chain.follows or code)
        if named and not _BESIDE.search(before):
            continue
        if chain.follows:
            seen.discard((chain.instrument, ""))
            found = [one for one in found if (one.instrument, one.path) != (chain.instrument, "")]
        for path in chain.targets or ("",):
            if (chain.instrument, path) not in seen:
                seen.add((chain.instrument, path))
                found.append(Reference("", text.line(chain.start), chain.instrument, path))
    return found


_ONLY_NAMED = re.compile(
    r"(?:di[ru]bah(?:/ditambah)?|dirobah|ditambah|perubahan|terakhir"
    r"|[Pp]erubahan(?:\s+\w+)?)(?:\s+dan\s+(?:di)?\w+)?"
    r"(?:\s*,?\s*(?:yang\s+)?(?:terakhir|beberapa\s+kali"
    r"|untuk\s+(?:yang\s+)?\w+\s+kali(?:nya)?))?(?:\s+(?:dengan|oleh|atas))?\s*:?"
    r"\s*(?:[a-z0-9]\.\s*)?$|\((?!\s?\d)[^();]*$"
)


_BOOKS = ("kuhd", "kuhp", "kuhperdata", "kuhpm")
_ITS_PLACE = re.compile(r"[\s(,]*")
"""Between a code and the Staatsblad it stands in: *KUHD (Staatsblad 1847 Nomor 23)*."""


def _comes_later(instrument: str, heading: Heading) -> bool:
    """Whether it is the law itself or a later one: its heading stands again atop a page."""
    year = instrument.rpartition("-")[2]
    later = not instrument.startswith("stb-") and year.isdigit() and int(year) > heading.year
    return later or instrument == heading.name


def _owned(text: Text, span: tuple[int, int], popular: PopularNames) -> Iterator[Chain]:
    """The runs of references of a legal basis, those without a law given to the one they mean.

    That is the law a popular name after it means, or, of *pasal 22 berhubung dengan pasal IV
    Undang-undang Dasar*, the law named next.
    """
    waiting: Chain | None = None
    for chain in chains(text.content, *span):
        if waiting and chain.instrument and _TOGETHER.fullmatch(
            text.content, waiting.end, chain.start
        ):  # fmt: skip
            yield replace(waiting, instrument=chain.instrument)
        waiting = None
        if chain.instrument or chain.own or not chain.targets:
            yield chain
        elif named := popular.after(text.content, chain.end):
            yield replace(chain, instrument=named)
        else:
            waiting = chain


def _weighs(content: str, start: int, at: int) -> bool:
    """Whether a place lies in a consideration, which a scan put after *Mengingat*."""
    clause = content[max(start, content.rfind(";", start, at) + 1) : at]
    return _BECAUSE.search(clause) is not None and not _OPENS_ITEM.search(clause)


_BECAUSE = re.compile(r"(?:\A|[A-Z]{3}|[.:,]|\b[a-e]\s?\.)\s*(?:Menimbang|Mengingat|[:\s])*bahwa\s")

_OPENS_ITEM = re.compile(r"(?:\s[1-9lI]\s?\.|\bMengingat\s*:?)\s*\Z")

_LISTED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|dan|,\s*dan)\s*")
"""Between laws that amended another: *diubah dengan UU A (LN ...), UU B dan UU C*."""

_BESIDE = re.compile(r"\)\s*j[ou]\.?\s+[A-Z][\w' -]{3,50}\([^()]*\Z")
"""An ordinance beside a law: *UU 72/1957 (...) jo. Burgerlijke Woningregeling (Staatsblad*."""

_TOGETHER = re.compile(r"[\s,]*(?:berhubung(?:an)?\s+dengan|juncto|jo\.?|dan|serta)\s*")


_EMPTY_ITEM = re.compile(r"(?<![\d.])\b\d{1,2}\.\s*(?=\d{1,2}\.\s|\Z)")


def lost_basis(text: Text, parts: Parts, found_any: bool) -> Iterator[Unread]:
    """That the legal basis was not found, or that items of it lost their words."""
    start, end = parts.basis
    if not found_any:
        yield Unread("legal-basis", text.line(start), "no legal basis could be read")
    for found in _EMPTY_ITEM.finditer(text.content, start, end):
        line = text.line(found.start())
        yield Unread("legal-basis", line, f"item {found.group().strip()} has no text")
