"""Cross-references: which provision points at which, inside and across instruments.

Without an instrument the law itself is meant, in a quoted article the law that is
amended or enacted, and before *Undang-undang* alone the law a definition gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from simpul.laws.facts.popular import PopularNames
from simpul.laws.model import Provision, Reference
from simpul.laws.tree.places import Places, article_of
from simpul.laws.written.chains import Chain, chains

__all__ = ["read_references"]


def read_references(
    places: Places,
    span: tuple[int, int],
    own: str,
    amended: Mapping[str, str],
    headings: frozenset[int],
    popular: PopularNames,
) -> Iterator[Reference]:
    """The references of a stretch of text, each once per provision and target.

    ``amended`` maps the law's own amending articles to the law they change;
    ``popular`` knows the laws the text calls by a name without number.
    """
    seen: set[tuple[str, str, str]] = set()
    cited_last = own
    for chain in chains(places.content, *span, headings):
        if chain.in_title or _catchword(places.content, chain) or _tax(places.content, chain):
            continue
        provision = places.at(chain.start)
        order = provision.kind == "angka" and provision.parent in amended
        home = own
        if provision.quoted or order:
            home = amended.get(provision.path.split("/")[0], own)
        if chain.instrument:
            cited_last = chain.instrument
        instrument = chain.instrument or home
        if not chain.instrument and not chain.own and _of_that_law(places.content, chain.end):
            instrument = cited_last
        elif instrument == own and not chain.own and _of_the_law(places.content, chain, popular):
            instrument = popular.the_law or own
        elif (
            instrument in (own, home)
            and not chain.own
            and _of_an_unnamed_law(places.content, chain)
        ):
            known = _popular(places.content, chain.end, popular)
            if known is None:
                continue
            instrument = known
        for target in chain.targets or ("",):
            if order and not target.startswith("pasal-"):
                continue
            path = _absolute(target, places, provision) if target else ""
            if path.startswith("pasal-i/") or path == "pasal-i":
                path = path if places.get("pasal-i") or instrument != own else "pasal-1" + path[7:]
            key = (provision.path, instrument, path)
            if key not in seen and (path or (chain.instrument and instrument != own)):
                seen.add(key)
                yield Reference(provision.path, places.line(chain.start), instrument, path)


def _catchword(content: str, chain: Chain) -> bool:
    """Whether an article stands alone on its line: the foot of a page announces the next."""
    if chain.instrument or len(chain.targets) != 1 or "/" in chain.targets[0]:
        return False
    before = content[max(0, chain.start - 20) : chain.start].rstrip(" \t")
    return before.endswith("\n") and _ALONE.match(content, chain.end) is not None


def _tax(content: str, chain: Chain) -> bool:
    """Whether an article is part of the name of a tax: *PPh Pasal 21*."""
    before = content[max(0, chain.start - 30) : chain.start]
    return chain.instrument is None and _TAX.search(before) is not None


_TAX = re.compile(r"(?:\bPPh|\bPajak\s+Penghasilan)\s+\Z")
_ALONE = re.compile(r"[ \t.…]*(?:\n|\Z)")
_THAT_LAW = re.compile(
    r"\s*(?:dari\s+)?(?:[Uu]ndang\s?-\s?[Uu]ndang|[Pp]eraturan\s+\w+)\s+(?:tersebut|itu|dimaksud)\b"
)


def _popular(content: str, at: int, popular: PopularNames) -> str | None:
    """The law meant after a place by its popular name, if the text explains it."""
    found = _OF_UNNAMED.match(content, at)
    begin = content.find("ndang", at, found.end()) - 1 if found else -1
    named = popular.at(content, begin) if begin >= at else None
    return named[1] if named else None


def _of_that_law(content: str, at: int) -> bool:
    return _THAT_LAW.match(content, at) is not None


def _of_the_law(content: str, chain: Chain, popular: PopularNames) -> bool:
    """Whether *Undang-undang* alone follows, and the text defines which law that is."""
    named = chain.targets and chain.targets[0].startswith("pasal-")
    return bool(named and _THE_LAW.match(content, chain.end) and popular.the_law)


_THE_LAW = re.compile(
    r"\s*(?:dari\s+)?Undang\s?-?\s?[Uu]ndang(?!\s?-?\s*(?:ini|tersebut|itu|dimaksud|No|Nr|Dasar|[Tt]entang|[A-Z]))"
    r"(?=[\s.,;])"
)
_LAW_WITHOUT_NUMBER = (
    r"(?:Undang\s?-\s?[Uu]ndang|Ordonansi|ordonansi|Konvensi|Peraturan\s+Pemerintah)"
    r"\s+(?!Ini|INI|Pengganti)(?:[A-Z]\w+|kerja)|[\"“]?\w*(?:[Oo]rdonnantie|[Rr]eglement|wet)\b"
    r"|[\"“]?Indis\w+\s+\w*wet\b"
)
_OF_UNNAMED = re.compile(rf"\s*(?:dari\s+|dalam\s+)?(?:{_LAW_WITHOUT_NUMBER})")
_AFTER_UNNAMED = re.compile(
    rf"(?:{_LAW_WITHOUT_NUMBER})(?:\s+\w+){{0,4}}?\s+(?:[Tt]ahun\s+)?\d{{4}},?\s*\Z"
)


def _of_an_unnamed_law(content: str, chain: Chain) -> bool:
    """A law named without its number: *Undang-Undang Kerja tahun 1948 pasal 8*."""
    if not chain.targets or not chain.targets[0].startswith("pasal-"):
        return False
    if _OF_UNNAMED.match(content, chain.end):
        return True
    return _AFTER_UNNAMED.search(content, max(0, chain.start - 80), chain.start) is not None


def _absolute(target: str, places: Places, provision: Provision) -> str:
    """The full path of a target such as ``ayat-1`` said from inside an article.

    A letter or number is one of the innermost list around that has it.
    """
    if target.startswith("pasal-"):
        return target
    here, quoted = provision.path, provision.quoted
    article = article_of(here)
    steps = here.removeprefix(article).strip("/").split("/")
    if target.startswith(("huruf-", "angka-")):
        ayat = next((step for step in steps if step.startswith("ayat-")), "")
        inner = _list_around(places, here, article, target.partition("/")[0])
        article = inner or (f"{article}/{ayat}" if ayat else article)
    if quoted and "/pasal-" in article:
        article = article[article.rindex("/pasal-") + 1 :]
    return f"{article}/{target}" if article else ""


def _list_around(places: Places, here: str, article: str, unit: str) -> str:
    """The innermost unit around a place, within its article, that has such a letter or number."""
    around = here
    while len(around) > len(article):
        if places.get(f"{around}/{unit}"):
            return around
        around = around.rpartition("/")[0]
    return ""
