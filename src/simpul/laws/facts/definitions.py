"""The terms a law defines, as a rule in its Pasal 1 (UU 12/2011, Annex II, 98 to 109)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from simpul.laws.model import Definition, Provision
from simpul.laws.tree.places import Places
from simpul.laws.tree.text import squeeze

__all__ = ["read_definitions"]

_LEAD = re.compile(
    r"(?<!sebagaimana )[Yy]ang\s+(?:di\s?)?maksud(?:kan)?\s*(?:di\s?sini|ialah)?\s*(?:dengan"
    r"|(?:di\s?)?dalam|oleh|:|$)"
    r"|(?<!sebagaimana )(?<!sebagaimana)\bdimaksud(?:kan)?\s+dengan|diartikan|berarti\s*:"
    r"|\b[Pp]engertian\b"
    r"|[Dd]alam\s+[\w\s-]{5,60}\s+ini\s*,?\s*:?\s*$"
)
_IS = r"(?:ada[lJiI1t]a(?:h|tr|l\w|[n\\])|adaiah|adala|adlah|a[Cc]alah|i[aA][lI]ah|[yj]alah|yaitu)"
_VERB = rf"(?:{_IS}|merupakan|berarti|meliputi|mencakup)"
_BODY = re.compile(
    rf"^\W*(?P<term>[^;:]{{2,260}}?)\s*[,:]?\s*(?:\b{_VERB}\b|=)\s*:?\s*(?P<meaning>.+)$", re.DOTALL
)
_COLON = re.compile(
    r"^\W*(?P<term>[^;:.,]{2,80}?)[\s\"”]*:\s*(?P<meaning>[^\W\d_].{8,})$", re.DOTALL
)
"""A term with its meaning after a colon, as laws of the 1950s and 1960s define."""

_ONLY_NAMED = re.compile(
    r"^\W*(?P<term>[A-Z][^;:]{2,200}?,?\s+(?:yang\s+)?selanjutnya\s[^;:]{0,60}?\bdi\s?(?:sebut|singkat)"
    r"\s+[^;:,.]{1,80}?)(?P<meaning>(?:,|\s+sebagaimana\b|\s*[;.]?\s*$).*)$",
    re.DOTALL,
)
"""A term that is only given a short name, with no verb (*selanjutnya disebut KPU*)."""

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
    r"(?<!sebagaimana )(?<!sebagaimana)(?:dimaksud(?:kan)?|diartikan)\s+"
    r"(?:(?:dengan|oleh)\s+|dalam\s+(?!ayat|[Pp]asal|huruf|angka)[\w\s-]{4,40}\s+ini\s+dengan\s+)"
    r"(?P<term>[^;:.]{2,300}?)\s*,?\s*\b(?:adalah|ialah|yaitu)\b\s*:?\s*(?P<meaning>[^.]{5,})"
)
_WITHIN = re.compile(
    r"\s+(?:di)?dalam\s+(?:[Uu]ndang-\s?[Uu]ndang|[Pp]eraturan(?:\s+\w+)?)\s+in[ti]?\s*$"
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
        items = [one for each in places.children(lead.path) for one in _said(places, each)]
        single = _SINGLE.search(words) if items else None
        if single:
            yield from _one_list(places, lead, single)
            continue
        announced = _LEAD.search(words[-220:]) is not None
        listed = all(one.kind != "ayat" for one in items)
        if items and (announced or (article.number == "1" and listed)):
            found = [
                one
                for stretch in _stretches(places, items)
                if (one := _from_item(*stretch, announced))
            ]
            enough = len(found) * 2 > len(items) if lead is article else _all(places, found, items)
            if announced or enough:
                yield from _without_plain_sentences(found, announced)
                if announced:
                    continue
        listing = [] if items else list(_unnumbered(places, lead))
        found = listing or list(_inline(places, lead))
        if not found and article.number == "1" and lead is article:
            found = list(_short_named(places, lead))
        yield from found


def _said(places: Places, item: Provision) -> list[Provision]:
    """An item of a list; one that holds only a list of its own is that list (*1.a., 1.b.*)."""
    if item.kind not in ("angka", "huruf", "ayat"):
        return []
    inner = [one for one in places.children(item.path) if one.kind == "huruf"]
    bare = item.kind == "angka" and not _LETTERS.search(places.content, item.start, item.end)
    return inner if bare and inner else [item]


def _all(places: Places, found: list[Definition], items: list[Provision]) -> bool:
    """Whether every item of a longer list says what a term is: an ayat may not announce it."""
    return len(found) == len(items) >= _LIST and all(
        _STATES.search(places.content, *places.span(one)) for one in items
    )


def _one_list(places: Places, lead: Provision, found: re.Match[str]) -> Iterator[Definition]:
    """One term whose meaning is the list that follows: *yang dimaksud dengan X adalah:*."""
    term, aliases = _names(_WITHIN.sub("", found["term"]))
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
    as the list lacks numbers, or with a number the reader took for text. Where a scan
    drew the numbers of a column together, sentences and numbers are matched in order.
    """
    counted = _counted(places, items)
    for place, (label, start) in enumerate(counted):
        path = f"{items[0].path.rpartition('-')[0]}-{label}"
        end = counted[place + 1][1] if place + 1 < len(counted) else places.span(items[-1])[1]
        yield places, items[0], start, end, path
    if counted:
        return
    worded = [one for one in items if _has_words(places, one)]
    bare = [
        int(one.number) for one in items if one.number.isdigit() and not _has_words(places, one)
    ]
    before = 0
    for item, after in zip_longest(worded, worded[1:]):
        start, end = places.span(item)
        cuts = _lost(places, item, after, bare, before)
        before = int(item.number) if item.number.isdigit() else before
        yield places, item, start, cuts[0][0] if cuts else end, item.path
        for place, (at, number) in enumerate(cuts):
            path = f"{item.path.rpartition('-')[0]}-{number}"
            places.remark("definitions", at, f"an item that lost its number, taken for {number}")
            yield places, item, at, cuts[place + 1][0] if place + 1 < len(cuts) else end, path


def _counted(places: Places, items: list[Provision]) -> list[tuple[str, int]]:
    """Numbers and starts of definitions whose numbers stand apart from them, or nothing."""
    bare = [one for one in items if not _has_words(places, one)]
    numbers = _all_numbers([one.number for one in items]) if bare else []
    if items[0].kind != "angka" or not numbers:
        return []
    start, end = places.span(items[0])[0] - 1, places.span(items[-1])[1]
    cuts = [one.end() for one in _ANY_DEFINES.finditer(places.content, start, end)]
    if len(cuts) != len(numbers):
        return []
    what = f"{len(bare)} definitions stand apart from their numbers"
    places.remark("definitions", places.span(bare[0])[0], what)
    return list(zip(numbers, cuts, strict=True))


def _all_numbers(said: list[str]) -> list[str]:
    """Every number from the first to the highest, those with a letter (*5a*) where they are said.

    Nothing where one of them is no number.
    """
    plain = [int(one) for one in said if one.isdigit()]
    lettered = sorted(one for one in said if _LETTERED.fullmatch(one))
    if len(plain) + len(lettered) != len(said) or not plain or plain[0] != min(plain):
        return []
    run = range(plain[0], max(plain) + 1)
    return [
        number
        for one in run
        for number in (str(one), *(each for each in lettered if each[:-1] == str(one)))
    ]


def _has_words(places: Places, item: Provision) -> bool:
    return _LETTERS.search(places.content, *places.span(item)) is not None


def _lost(
    places: Places, item: Provision, after: Provision | None, bare: list[int], before: int
) -> list[tuple[int, int]]:
    """Where items without a heading of their own begin within another, and their numbers.

    ``bare`` are the numbers that stand without words, ``before`` the last one with words.
    """
    if not item.number.isdigit() or item.kind != "angka":
        return []
    content, (start, end) = places.content, places.span(item)
    number = int(item.number)
    found = [one.start() for one in _SENTENCE_DEFINES.finditer(content, start + _OWN, end)]
    until = int(after.number) if after is not None and after.number.isdigit() else None
    apart = [one for one in bare if number < one < (until or one + 1)]
    if found and len(apart) == len(found):
        return list(zip(found, apart, strict=True))
    if _is_tail(content, start, found) and before < number - len(found) + 1 and bare:
        return [(at, number - len(found) + place) for place, at in enumerate(found, 1)]
    lacking = until - number - 1 if until is not None else len(found)
    at_the_end = _OPENS_LAW.fullmatch(item.path) and not _NUMBER_DEFINES.search(content, start, end)
    if 0 < lacking == len(found) and (until is not None or at_the_end):
        return [(at, number + place) for place, at in enumerate(found, 1)]
    if until is not None and lacking < 1:
        return []
    cuts = []
    for one in _NUMBER_DEFINES.finditer(content, start, end):
        if int(one["number"]) == number + 1:
            number += 1
            cuts.append((one.end(), number))
    return cuts


def _is_tail(content: str, start: int, found: list[int]) -> bool:
    """Whether a number stands before the end of another definition: *12. di luar negeri. Mitra*."""
    return len(found) > 1 and not _STATES.search(content, start, found[0])


_DEFINES = (
    r"[A-Z][\w/()-]*(?:\s+[\w/()-]+){0,9}?,?\s+(?:yang\s+selan\w{3,9}\s+di(?:sebut|singkat)[^.;:]{2,60}?,?\s+)?"
    rf"{_IS}\s"
)
_LETTERS = re.compile(r"[A-Za-z]{3}")
_LETTERED = re.compile(r"\d{1,3}[a-z]")
_LIST = 3
_STATES = re.compile(rf"\b{_IS}\b")
_OWN = 6
"""So many signs hold an item's own number, whose full stop ends no sentence."""

_SENTENCE_DEFINES = re.compile(rf"(?<=\.\s)(?={_DEFINES})")
_OPENS_LAW = re.compile(r"pasal-1/angka-\d+")
_LIST_LEAD = re.compile(r"(?:dimaksud(?:kan)?\s+dengan|diartikan\s+dengan)(?:\s*[:.]|(?=\s))")
_ANY_DEFINES = re.compile(
    rf"(?:(?<=:)|(?<=dengan)|(?<=[.;])|(?<=[.;]\s\w)|(?<=\s\d\d))[\s.]+"
    rf"(?:\d{{1,2}}\s?\.?\s+|\d{{1,2}}[a-z]\.\s*|[A-Za-z]\s?\.\s+)*(?={_DEFINES}|Dihapus\.)"
)
_SAID = re.compile(r"(\d{1,2})\s?\.?\s*$")
_NUMBER_DEFINES = re.compile(rf"(?<=[\w.;])\s+(?P<number>\d{{1,2}})\s?\.\s+(?={_DEFINES})")


def _from_item(
    places: Places, item: Provision, start: int, end: int, path: str, announced: bool
) -> Definition | None:
    """The definition an item holds; one without a verb only under a lead that announces it."""
    words = places.content[start:end]
    found = _BODY.match(words)
    if found is None and announced:
        found = _ONLY_NAMED.match(words) or _COLON.match(words)
    if found is None or not (found["meaning"].strip() or found.re is _ONLY_NAMED):
        return None
    term, aliases = _names(found["term"])
    amount = found["meaning"].lstrip().startswith(("sebesar", "Rp", "sebagai berikut"))
    if not term or amount or len(term.split()) > 25:
        return None
    line = item.line if path == item.path else places.line(start)
    return Definition(path, line, term, squeeze(found["meaning"]).rstrip(" .;"), aliases)


def _inline(places: Places, lead: Provision) -> Iterator[Definition]:
    """Definitions that are sentences: *yang dimaksud dengan X dalam undang-undang ini ialah Y*."""
    words = places.content[lead.start : lead.end]
    if "maksud" not in words and "artikan" not in words:
        return
    here = " ini " in words
    for found in (
        *_INLINE.finditer(places.content, lead.start, lead.end),
        *(_NAMED_FIRST.finditer(places.content, lead.start, lead.end) if here else ()),
    ):
        term, aliases = _names(_WITHIN.sub("", found["term"]))
        if term:
            line = places.line(found.start("term"))
            meaning = squeeze(found["meaning"]).rstrip(" .;")
            yield Definition(lead.path, line, term, meaning, aliases)


def _short_named(places: Places, lead: Provision) -> Iterator[Definition]:
    """The one term an article opens with: *X yang selanjutnya disebut Y adalah ...*."""
    start, end = places.span(lead)
    found = _OPENS_NAMED.match(places.content, start, end)
    if found:
        term, aliases = _names(found["term"])
        meaning = squeeze(found["meaning"]).rstrip(" .;")
        yield Definition(lead.path, lead.line, term, meaning, aliases)


_OPENS_NAMED = re.compile(
    rf"\W*(?P<term>[A-Z][^.;:]{{2,160}}?,?\s+(?:yang\s+)?selanjutnya\s+di(?:sebut|singkat)\s"
    rf"[^.;:]{{2,80}}?),?\s+{_IS}\s+(?P<meaning>.{{5,}})",
    re.DOTALL,
)


def _unnumbered(places: Places, lead: Provision) -> Iterator[Definition]:
    """The definitions of a list whose numbers a scan lost, numbered in their order; told."""
    opened = _LIST_LEAD.search(places.content, lead.start, min(lead.end, lead.start + 400))
    if opened is None:
        return
    cuts = list(_ANY_DEFINES.finditer(places.content, opened.end() - 1, lead.end))
    if len(cuts) < 2:
        return
    places.remark("definitions", opened.start(), f"{len(cuts)} definitions have lost their numbers")
    ends = [*(one.start() for one in cuts[1:]), lead.end]
    number = 0
    for cut, end in zip(cuts, ends, strict=True):
        said = _SAID.search(cut.group())
        number = int(said[1]) if said and number < int(said[1]) <= number + 3 else number + 1
        one = _from_item(places, lead, cut.end(), end, f"{lead.path}/angka-{number}", False)
        if one:
            yield one


def _names(words: str) -> tuple[str, tuple[str, ...]]:
    """The term and the shorter names it goes by."""
    found = _ALIAS.search(words)
    term = squeeze(words[: found.start()] if found else words).strip(_QUOTES)
    if not found:
        return term, ()
    aliases = (squeeze(one).strip(_QUOTES) for one in _MORE.split(found["alias"]))
    return term, tuple(one for one in aliases if one and one != term)
