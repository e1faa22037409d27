"""What a law repeals, in whole or in part: *dicabut dan dinyatakan tidak berlaku*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from simpul.laws.model import Heading, Provision, Repeal
from simpul.laws.tree.places import Places
from simpul.laws.written.chains import Chain, chains

__all__ = ["read_repeals"]

_VERB = re.compile(
    r"(?:di|t?er|men)t?[cj]abut(?:nya)?\b|(?:di|men)cabut\b"
    r"|[Dd]inyatakan\s+(?:sudah\s+)?(?:ti\s?dak\s+(?:lagi\s+)?berlaku|tidak\s+mempunyai\s+kekuatan|hapus)"
    r"|tidak\s+berlaku\s+lagi(?!\s+sampai)|[Mm]en(?:t?j|c)abut\b|MENCABUT|MENTJABUT|[Dd]engan\s+membatalkan|Membatalkan\b"
    r"|dihapuskan\s*:|dibatalkan(?=[\w\s-]*:)|ditarik\s+kembali"
)
_SIGNS = ("abut", "batalkan", "ABUT", "berlaku", "dinyatakan", "hapus", "ditarik")
"""What every verb of repeal holds: looking for them first is quick."""

_STARTS = re.compile(
    r"(?:[Mm]en(?:t?j|c)abut|MENCABUT|MENTJABUT|[Dd]engan\s+membatalkan|Membatalkan)\b"
)
_ENACTS = re.compile(r"[Mm]enetapkan|MENETAPKAN|Dengan\s+[Pp]ersetujuan")
_KEEPS = re.compile(
    r"(?:tetap|masih)\s+(?:tetap\s+)?berlaku|sampai\s+(?:dengan\s+)?di(?:cabut|ganti)"
    r"|belum\s+di(?:cabut|ganti)"
)
_NOT_ITSELF = re.compile(
    r"(?:[Dd]iubah|diubah\s*,?\s*(?:terakhir\s+)?dengan|ditambah\s+dengan|perubahan\s+dengan"
    r"|pelaksanaan(?:nya)?(?:\s+dari|\s+atas)?|berdasarkan|"
    r"berdasar\s+atas|dimaksud\s+(?:dalam|pada)|sesuai\s+dengan|sebagai\s+pelaksanaan"
    r"|ditetapkan\s+(?:dengan|menjadi)|dengan\s+berlakunya|"
    r"menurut|menjadi(?:\s+[Uu]ndang\s?-\s?[Uu]ndang\s+dengan)?|j(?:is|o)\.?|juncto|diganti\s+dengan"
    r"|terakhir\s+dengan|diubah\s+dengan"
    r"|sebagaimana\s+(?:telah|diubah)[^,;()]{0,60}dengan|"
    r"dibentuk\s+dengan|oleh|tersebut\s+dalam|atas\s+dasar)\s*:?\s*(?:[a-z0-9]\.\s*)?(?:\"\s*)?$"
)
_DEPENDS = re.compile(
    r"(?:peraturan|ketentuan)[\w\s-]{0,30}(?:pelaksana|lain)|yang\s+bertentangan|sepanjang"
    r"|sejauh|sekedar|dalam\s+hal|diatur\s+dalam\s*$"
)
_PARTLY = re.compile(
    r"sepanjang|sejauh|yang\s+bertentangan|yang\s+tidak\s+sesuai|sekedar|sepandjang"
)
_ON_CONDITION = re.compile(r"\b(?:apabila|bila(?:mana)?|jika|jikalau|dalam\s+hal|karena|kalau)\b")
_AFTER_AYAT = re.compile(r"ayat\s*\Z")
_ONLY_WORDS = re.compile(r"\W*(?:Kata|Perkataan|Kalimat|Frasa|Anak\s+kalimat)\b")
"""Words taken out of an article amend it."""
_JOINED = re.compile(r"\bjis\.?\s*\Z")
"""What follows *jis* is read together with what stands before it; it is not repealed itself."""
_OTHER_AIM = re.compile(r"\bdan\s+pe(?!ratur)[a-z]{3,14}an\b")
_NUMBERED = re.compile(r"\bNomor\b|\bNo\.|\bNr\b")
_SENTENCE = re.compile(
    r"(?<=[a-z)\d])(?<!\bjis)(?<!\bjo)(?<!\bNo)(?<!\bNr)[.;]\s+(?!Tambahan|Tahun|Nomor"
    r"|No\b|Di(?:nyata|cabut)|Sepan)(?=[A-Z(\"“])"
)


def read_repeals(places: Places, heading: Heading) -> Iterator[Repeal]:
    """The repeals of a law, each instrument or provision once."""
    seen: set[tuple[str, str]] = set()
    for repeal in _all(places, heading):
        key = (repeal.instrument, repeal.path)
        if key not in seen and repeal.instrument != heading.name:
            seen.add(key)
            yield repeal


def _all(places: Places, heading: Heading) -> Iterator[Repeal]:
    for holder in places.provisions:
        if holder.kind in ("bab", "bagian", "paragraf", "buku"):
            continue
        start, end = holder.start, holder.end
        words = places.content[start:end]
        if not (any(sign in words for sign in _SIGNS) and _VERB.search(words)):
            continue
        yield from _of_unit(places, holder)
    yield from _from_title(places, heading)


def _from_title(places: Places, heading: Heading) -> Iterator[Repeal]:
    named = re.search(r"(?i)\bpen(?:c|tj)abutan\b", heading.title)
    if named is None:
        return
    title = heading.title
    for chain in chains(title, named.end(), len(title)):
        before = title[named.end() : chain.start].lower()
        if _OTHER_AIM.search(before):
            return
        if chain.instrument and not chain.in_title and not _NOT_ITSELF.search(before):
            yield Repeal("", heading.line, chain.instrument)


def _of_unit(places: Places, unit: Provision) -> Iterator[Repeal]:
    """The repeals one unit states, with the list it closes or opens."""
    content = places.content
    for start, end in _sentences(content, unit.start, unit.end):
        verb = _verb(content, start, end)
        if verb is None or _ONLY_WORDS.match(content, start, end):
            continue
        partly = _PARTLY.search(content, start, end) is not None
        if _STARTS.match(verb.group()) or verb.group().lower().startswith("men"):
            stop = _end_of_formula(content, verb.end(), unit) if unit.kind == "diktum" else end
            yield from _named(places, unit, verb.end(), stop, False)
            if content[verb.end() : end].strip(" :\n-") == "" or content[:end].rstrip().endswith(
                ":"
            ):
                yield from _listed(places, unit, False)
            continue
        found = list(_named(places, unit, start, verb.start(), partly))
        if found:
            yield from found
        elif verb.group()[:3] != "tid" and re.search(r"Nomor|No\.|Nr\.", content[start:end]):
            named = list(_after(places, unit, verb.end(), end))
            if (
                not named
                and not _KEEPS.search(content, start, end)
                and not _cites(content, start, end)
            ):
                places.remark("repeal", verb.start(), "a repeal whose instrument could not be read")
        if not found and re.match(r"\s*kembali|\s*:?\s*$|\s", content[verb.end() : end]):
            yield from _after(places, unit, verb.end(), end)
        tail = content[verb.end() : end].rstrip()
        if tail.endswith(":") and not _ON_CONDITION.search(tail):
            yield from _listed(places, unit, partly)
        elif unit.kind in ("huruf", "angka") and start == unit.start:
            yield from _closed_list(places, unit, found)


def _end_of_formula(content: str, at: int, formula: Provision) -> int:
    """Where the list after *Dengan mencabut:* in the enacting formula ends."""
    enacted = _ENACTS.search(content, at, formula.end)
    return enacted.start() if enacted else formula.end


def _after(places: Places, unit: Provision, start: int, end: int) -> Iterator[Repeal]:
    """What follows the verb: *dicabut kembali Peraturan Pemerintah Nr 12 tahun 1951*."""
    opens = re.compile(
        r"\s*(?:kembali\s*|lagi\s*)?:?\s*(?:(?:[Uu]ndang|[Pp]eraturan|[Pp]asal|[Kk]etentuan|[Ss]taatsblad))"
    )
    if opens.match(places.content, start, end):
        yield from _named(places, unit, start, end, False)


def _cites(content: str, start: int, end: int) -> bool:
    return any(chain.instrument for chain in chains(content, start, end))


def _sentences(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch; a point inside brackets or a cited title ends none."""
    at = start
    for found in _SENTENCE.finditer(content, start, end):
        if content.count("(", at, found.start()) > content.count(")", at, found.start()):
            continue
        if _TITLE_GOES_ON.match(content, found.end(), end):
            continue
        yield at, found.start() + 1
        at = found.end()
    yield at, end


_TITLE_GOES_ON = re.compile(r"(?!Per|Und|Pad|Den|Kep|Sem|Ket)[^.;()]{3,150}\(Lembaran[\s-]+Negara")
"""The end of a title after a slip of the pen: *Dibayar. Sendiri oleh Wajib Pajak (Lembaran*."""


def _verb(content: str, start: int, end: int) -> re.Match[str] | None:
    for found in _VERB.finditer(content, start, end):
        before = content[max(start, found.start() - 60) : found.start()]
        if re.search(
            r"(?:belum|sampai|dapat|tidak|untuk|apabila|jika|berwenang|karena|atau|yang"
            r"|izin[\w\s]*)\s*$",
            before,
        ):
            continue
        if _KEEPS.search(content[max(start, found.start() - 25) : found.end()]):
            continue
        return found
    return None


def _named(places: Places, unit: Provision, start: int, end: int, partly: bool) -> Iterator[Repeal]:
    """The instruments and provisions named in a stretch as what is repealed."""
    content = places.content
    last = -1
    joined = False
    for chain in chains(content, start, end):
        joined = (joined and ";" not in content[last : chain.start]) or bool(
            _JOINED.search(content, start, chain.start)
        )
        if joined:
            last = chain.end
            continue
        if (
            chain.instrument is None
            or chain.in_title
            or chain.instrument.startswith(("uud-", "uuds-"))
        ):
            continue
        before = content[max(start, chain.start - 90) : chain.start]
        if _NOT_ITSELF.search(before):
            continue
        opens = last < 0 or _NEXT_NAMED.search(content, last, chain.start) is not None
        titled = _TITLED.search(content, max(start, chain.start - 180), chain.start)
        stands = opens and (titled is not None or chain.instrument.startswith("stb-"))
        if _inside_brackets(content, start, chain) and not stands:
            continue
        last = chain.end
        yield from _repeal(places, unit, chain, partly or _DEPENDS.search(before) is not None)


_TITLED = re.compile(r"[Uu]ndang\s?-\s?[Uu]ndang\s+tentang\s[^();]{3,140}\(\Z")
"""Before the number of a statute in brackets: *Undang-undang tentang Wajib Militer (*."""

_NEXT_NAMED = re.compile(r";|\)\s*,\s*(?:dan\s+)?[A-Z]")


def _repeal(places: Places, unit: Provision, chain: Chain, partly: bool) -> Iterator[Repeal]:
    line = places.line(chain.start)
    if chain.instrument is None:
        return
    if not chain.targets:
        yield Repeal(unit.path, line, chain.instrument, partial=partly)
    for path in chain.targets:
        yield Repeal(unit.path, line, chain.instrument, path, partial=True)


def _inside_brackets(content: str, start: int, chain: Chain) -> bool:
    """Whether brackets hold a citation, all of it: a remark on what stands before."""
    at = chain.start
    opened = content.rfind("(", max(start, at - 90), at)
    if opened < 0 or _AFTER_AYAT.search(content, max(start, opened - 6), opened):
        return False
    whole = content[opened : chain.end]
    leaves = opened == at - 1 and whole.count(")") >= whole.count("(")
    return content.find(")", opened, at) < 0 and not leaves


def _listed(places: Places, unit: Provision, partly: bool) -> Iterator[Repeal]:
    """What a list after *dicabut dan dinyatakan tidak berlaku:* names."""
    for item in places.children(unit.path):
        if item.kind in ("huruf", "angka"):
            start, end = places.span(item)
            found = list(_first_named(places, item, start, end, partly))
            if not found and not _cites(places.content, start, end):
                _unreadable(places, item)
            yield from found


def _unreadable(places: Places, item: Provision) -> None:
    """Say so where a listed item gives a number but no instrument can be read from it."""
    if _NUMBERED.search(places.content, item.start, item.end):
        places.remark("repeal", item.start, "an item of a repeal names no instrument we can read")


def _closed_list(places: Places, last: Provision, closing: Sequence[Repeal]) -> Iterator[Repeal]:
    """What the items before the last one name, where only the last has the verb.

    The last one may name the law of all: *a. Pasal 1; dan b. Pasal 3 Peraturan ..., dicabut*.
    """
    parent = places.get(last.parent)
    items = [one for one in places.children(last.parent) if one.kind == last.kind]
    if parent is None or len(items) < 2 or items[-1] is not last:
        return
    finite = re.compile(r"dinyatakan|dicabut|tetap\s+berlaku|wajib|harus|\bmulai\b")
    if any(finite.search(places.content, one.start, one.end) for one in items[:-1]):
        return
    named = {repeal.instrument for repeal in closing if repeal.path}
    law = named.pop() if len(named) == 1 else None
    for item in items[:-1]:
        start, end = places.span(item)
        found = list(_first_named(places, item, start, end, False))
        yield from found or (_places_of(places, item, law) if law else ())


def _places_of(places: Places, item: Provision, law: str) -> Iterator[Repeal]:
    """The places an item names without their law, as places of that law."""
    for chain in chains(places.content, *places.span(item)):
        for path in () if chain.instrument or chain.own else chain.targets:
            if path.startswith("pasal-"):
                line = places.line(chain.start)
                yield Repeal(item.path, line, law, path, partial=True)


def _first_named(
    places: Places, item: Provision, start: int, end: int, partly: bool
) -> Iterator[Repeal]:
    """The first instrument an item names; the others are its amendments.

    After a semicolon a further item begins whose letter was not read.
    """
    parts = [start, *(one.end() for one in _NEXT_ITEM.finditer(places.content, start, end)), end]
    for first, last in pairwise(parts):
        for repeal in _named(places, item, first, last, partly):
            yield repeal
            if not repeal.path:
                break


_NEXT_ITEM = re.compile(
    r";(?=\s+(?:\w{1,2}\s?[.)]\s*)?(?:Peraturan|Undang|Keputusan|Ketentuan|Pasal)\b)"
)
