"""Read one text of a law into facts, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from simpul.errors import Place, UnreadableInput
from simpul.laws.facts.amendments import amended_laws, enacted_laws, read_amendments
from simpul.laws.facts.commencement import read_commencement, read_transitions
from simpul.laws.facts.definitions import read_definitions
from simpul.laws.facts.elucidation import read_elucidation
from simpul.laws.facts.identity import identify
from simpul.laws.facts.norms import read_delegations, read_licences, read_norms
from simpul.laws.facts.penalties import read_penalties
from simpul.laws.facts.popular import PopularNames, unresolved
from simpul.laws.facts.references import read_references
from simpul.laws.facts.repeals import read_repeals
from simpul.laws.model import Heading, Law, Note, Reference, Unread
from simpul.laws.tree.parts import Parts, split
from simpul.laws.tree.places import Places
from simpul.laws.tree.remarks import suspicions
from simpul.laws.tree.structure import build
from simpul.laws.tree.text import Text, clean, squeeze
from simpul.laws.written.chains import Chain, chains

__all__ = ["read_law"]

_LARGEST = 50_000_000


def read_law(raw: str, source: str) -> Law:
    """The facts of one law; ``source`` is its file name, which may tell which law it is.

    Raises UnreadableInput when neither the text nor the name says which law
    it is. Whatever else cannot be read is told in ``Law.unread``.
    """
    if len(raw) > _LARGEST:
        raise UnreadableInput("the text is too long to be a law", where=Place(source))
    text = clean(raw)
    parts = split(text.content)
    heading, unread = identify(text, parts, source)
    tree = build(text, parts)
    places = Places(text, tree.provisions, tree.unread)
    amended = amended_laws(places, heading)
    heads = frozenset(_heading_starts(text, places))
    popular = PopularNames(text.content)
    facts = Law(
        source=source,
        heading=heading,
        text=text.content,
        lines=len(text.breaks) + 1,
        provisions=tuple(tree.provisions[1:]),
        considerations=tuple(_considerations(text, parts)),
        based_on=tuple(_based_on(text, parts, heading, popular)),
        elucidation=tuple(read_elucidation(places, parts)),
        definitions=tuple(read_definitions(places)),
        penalties=tuple(read_penalties(places)),
        norms=tuple(read_norms(places)),
        references=tuple(
            read_references(
                places, parts.body, heading.name, enacted_laws(places) | amended, heads, popular
            )
        ),
        delegations=tuple(read_delegations(places)),
        amendments=tuple(read_amendments(places, heading, tree.instructions, amended)),
        repeals=tuple(read_repeals(places, heading)),
        transitions=tuple(read_transitions(places)),
        licences=tuple(read_licences(places)),
        commencement=tuple(read_commencement(places, heading)),
        unread=(),
    )
    found = {
        *unread,
        *tree.unread,
        *suspicions(text, parts),
        *unresolved(text, *parts.body, popular),
        *_without_basis(text, parts, facts),
    }
    return replace(facts, unread=tuple(sorted(found, key=_in_order)))


def _in_order(remark: Unread) -> tuple[int, str, str]:
    return remark.line, remark.kind, remark.what


def _heading_starts(text: Text, places: Places) -> Iterator[int]:
    """Where article headings stand, so that they are not read as references."""
    for one in places.provisions:
        if one.kind == "pasal":
            at = text.content.rfind("asal", max(0, one.start - 24), one.start)
            upper = text.content.rfind("ASAL", max(0, one.start - 24), one.start)
            yield max(at, upper) - 1


def _considerations(text: Text, parts: Parts) -> Iterator[Note]:
    start, end = parts.weighing
    words = squeeze(text.content[start:end])
    if words:
        yield Note("", text.line(start), words)


_EMPTY_ITEM = re.compile(r"(?<![\d.])\b\d{1,2}\.\s*(?=\d{1,2}\.\s|\Z)")


def _without_basis(text: Text, parts: Parts, law: Law) -> Iterator[Unread]:
    """That the legal basis was not found, or that items of it lost their words."""
    start, end = parts.basis
    if not law.based_on:
        yield Unread("legal-basis", text.line(start), "no legal basis could be read")
    for found in _EMPTY_ITEM.finditer(text.content, start, end):
        line = text.line(found.start())
        yield Unread("legal-basis", line, f"item {found.group().strip()} has no text")


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


def _based_on(text: Text, parts: Parts, heading: Heading, popular: PopularNames) -> list[Reference]:
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
