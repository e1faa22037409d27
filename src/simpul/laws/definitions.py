"""The terms a law defines, as a rule in its Pasal 1 (UU 12/2011, Annex II, 98 to 109)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.laws.model import Definition, Provision
from simpul.laws.places import Places
from simpul.laws.text import squeeze

__all__ = ["read_definitions"]

_LEAD = re.compile(
    r"(?<!sebagaimana )[Yy]ang\s+(?:di\s?)?maksud(?:kan)?\s*(?:di\s?sini|ialah)?\s*(?:dengan"
    r"|dalam|oleh|:|$)"
    r"|(?<!sebagaimana )(?<!sebagaimana)\bdimaksud(?:kan)?\s+dengan|diartikan|berarti\s*:"
    r"|\b[Pp]engertian\b"
    r"|[Dd]alam\s+[\w\s-]{5,60}\s+ini\s*,?\s*:?\s*$"
)
_VERB = (
    r"(?:adalah|ialah|yaitu|merupakan|berarti|adaiah|adalatr|adaJah|adalal\w|adala[n\\]"
    r"|iaIah|meliputi|mencakup)"
)
_BODY = re.compile(
    rf"^\W*(?P<term>[^;:]{{2,260}}?)\s*[,:]?\s*(?:\b{_VERB}\b|=)\s*:?\s*(?P<meaning>.+)$", re.DOTALL
)
_ALIAS = re.compile(
    r",?\s*(?:yang\s+)?(?:dalam\s+[\w\s-]{5,40}\s+ini\s+)?(?:untuk\s+)?(?:selanjutnya|seterusnya"
    r"|selandjutnja)"
    r"(?:\s+dalam\s+[\w\s-]{5,40}?\s+ini)?\s+(?:di\s?sebut(?:\s+(?:juga|dengan|sebagai))?"
    r"|di\s?singkat|disingkat\s+dengan)"
    r"\s*(?:dengan\s+)?:?\s*(?P<alias>.+)$",
    re.DOTALL,
)
_MORE = re.compile(
    r"\s+(?:dan|atau)\s+(?:selanjutnya\s+)?(?:disebut|disingkat)\s+|\s+atau\s+disingkat\s+"
)
_INLINE = re.compile(
    r"dimaksud(?:kan)?\s+(?:dengan|dalam)\s+(?!ayat|Pasal|pasal|huruf"
    r"|angka)(?:[\w\s-]{4,40}\s+ini\s+dengan\s+)?"
    r"(?P<term>[^;:.]{2,300}?)\s*,?\s*\b(?:adalah|ialah|yaitu)\b\s*:?\s*(?P<meaning>[^.]{5,})"
)
_SINGLE = re.compile(
    r"dimaksud(?:kan)?\s+dengan\s+(?P<term>[^;:.]{2,200}?)\s*,?\s*\b(?:adalah|ialah|yaitu"
    r"|meliputi)\b[^.;:]{0,60}:\s*$"
)
_NAMED_FIRST = re.compile(
    r"(?P<term>[A-Z][^.;:,()]{2,80}?)\s+yang\s+dimaksud(?:kan)?\s+(?:dalam|oleh)\s+"
    r"(?:[Uu]ndang-[Uu]ndang|[Pp]eraturan\s+\w+)\s+ini\s+(?:adalah|ialah"
    r"|yaitu)\s+(?P<meaning>[^.]{5,})"
)
_QUOTES = " \t\n\"“”'‘’.,;:`"


def read_definitions(places: Places) -> Iterator[Definition]:
    """The definitions of a law: in lists under a defining lead, or in one sentence."""
    seen: set[tuple[str, str]] = set()
    for article in places.provisions:
        for one in _defined_in(places, article) if article.kind == "pasal" else ():
            if (one.provision, one.term) not in seen:
                seen.add((one.provision, one.term))
                yield one
        if article.number == "1" and article.kind == "pasal" and not seen:
            _tell_lost(places, article)


def _tell_lost(places: Places, article: Provision) -> None:
    """Pasal 1 announces definitions and none could be read: a scan lost their numbers."""
    start, end = places.span(article)
    lead = _ANNOUNCED.search(places.content, start, end)
    if lead:
        places.remark("definitions", lead.start(), "definitions are announced, none could be read")


_ANNOUNCED = re.compile(
    r"[Yy]ang\s+(?:di\s?)?maksud(?:kan)?\s+dengan\s*:?\s+(?:\d|[a-z]\.|[A-Z]\w+[^.;]{0,60}\badalah)"
)


def _defined_in(places: Places, article: Provision) -> Iterator[Definition]:
    """The definitions of one article, whose lead or ayat leads announce them."""
    for lead in (article, *places.children(article.path)):
        if lead.kind not in ("pasal", "ayat"):
            continue
        words = places.content[lead.start : lead.end]
        items = [
            one for one in places.children(lead.path) if one.kind in ("angka", "huruf", "ayat")
        ]
        announced = _LEAD.search(words[-220:]) is not None
        listed = all(one.kind != "ayat" for one in items)
        if items and (announced or (article.number == "1" and lead is article and listed)):
            found = (
                []
                if _SINGLE.search(words)
                else [one for stretch in _stretches(places, items) if (one := _from_item(*stretch))]
            )
            if announced or len(found) * 2 > len(items):
                yield from _without_plain_sentences(found, announced)
                if announced:
                    continue
        single = _SINGLE.search(words) if items else None
        if single:
            yield from _one_list(places, lead, single)
        elif not (items and announced):
            yield from _inline(places, lead, announced)


def _one_list(places: Places, lead: Provision, found: re.Match[str]) -> Iterator[Definition]:
    """One term whose meaning is the list that follows: *yang dimaksud dengan X adalah:*."""
    term, aliases = _names(found["term"])
    start, end = places.span(lead)
    meaning = squeeze(places.content[start + found.end() : end]).rstrip(" .;")
    if term and meaning:
        yield Definition(lead.path, lead.line, term, meaning, aliases)


def _without_plain_sentences(found: list[Definition], announced: bool) -> Iterator[Definition]:
    """Definitions only: without an announcing lead a long subject is an ordinary sentence."""
    for one in found:
        if announced or len(one.term.split()) <= 12:
            yield one


def _stretches(
    places: Places, items: list[Provision]
) -> Iterator[tuple[Places, Provision, int, int, str]]:
    """Each item with its words; where numbers are missing, also the items that lost theirs.

    They stand in the words of the item before, as sentences that define a term: as many
    as the list lacks numbers, or with a number the reader took for text.
    """
    for item, after in zip(items, [*items[1:], None], strict=True):
        start, end = places.span(item)
        cuts = _lost(places.content, start, end, item, after)
        yield places, item, start, cuts[0][0] if cuts else end, item.path
        for place, (at, number) in enumerate(cuts):
            path = f"{item.path.rpartition('-')[0]}-{number}"
            places.remark("definitions", at, f"an item that lost its number, taken for {number}")
            yield places, item, at, cuts[place + 1][0] if place + 1 < len(cuts) else end, path


def _lost(
    content: str, start: int, end: int, item: Provision, after: Provision | None
) -> list[tuple[int, int]]:
    """Where items without a heading of their own begin within another, and their numbers."""
    if not item.number.isdigit() or item.kind != "angka":
        return []
    number = int(item.number)
    if after is not None and after.number.isdigit():
        lacking = int(after.number) - number - 1
        found = [one.start() for one in _SENTENCE_DEFINES.finditer(content, start + _OWN, end)]
        if 0 < lacking == len(found):
            return [(at, number + place) for place, at in enumerate(found, 1)]
        if lacking < 1:
            return []
    cuts = []
    for one in _NUMBER_DEFINES.finditer(content, start, end):
        if int(one["number"]) == number + 1:
            number += 1
            cuts.append((one.end(), number))
    return cuts


_DEFINES = (
    r"[A-Z][\w/()-]*(?:\s+[\w/()-]+){0,9}?,?\s+(?:yang\s+selanjutnya\s+di(?:sebut|singkat)[^.;:]{2,60}?,?\s+)?"
    rf"{_VERB}\s"
)
_OWN = 6
"""So many signs hold an item's own number, whose full stop ends no sentence."""

_SENTENCE_DEFINES = re.compile(rf"(?<=\.\s)(?={_DEFINES})")
_NUMBER_DEFINES = re.compile(rf"(?<=[\w.;])\s+(?P<number>\d{{1,2}})\s?\.\s+(?={_DEFINES})")


def _from_item(
    places: Places, item: Provision, start: int, end: int, path: str
) -> Definition | None:
    found = _BODY.match(places.content[start:end])
    if found is None or not found["meaning"].strip():
        return None
    term, aliases = _names(found["term"])
    amount = found["meaning"].lstrip().startswith(("sebesar", "Rp", "sebagai berikut"))
    if not term or amount or len(term.split()) > 25:
        return None
    line = item.line if path == item.path else places.line(start)
    return Definition(path, line, term, squeeze(found["meaning"]).rstrip(" .;"), aliases)


def _inline(places: Places, lead: Provision, announced: bool) -> Iterator[Definition]:
    words = places.content[lead.start : lead.end]
    if "maksud" not in words:
        return
    here = " ini " in words
    for found in (
        *(_INLINE.finditer(places.content, lead.start, lead.end) if announced else ()),
        *(_NAMED_FIRST.finditer(places.content, lead.start, lead.end) if here else ()),
    ):
        term, aliases = _names(found["term"])
        if term:
            line = places.line(found.start("term"))
            meaning = squeeze(found["meaning"]).rstrip(" .;")
            yield Definition(lead.path, line, term, meaning, aliases)


def _names(words: str) -> tuple[str, tuple[str, ...]]:
    """The term and the shorter names it goes by."""
    found = _ALIAS.search(words)
    term = squeeze(words[: found.start()] if found else words).strip(_QUOTES)
    if not found:
        return term, ()
    aliases = (squeeze(one).strip(_QUOTES) for one in _MORE.split(found["alias"]))
    return term, tuple(one for one in aliases if one and one != term)
