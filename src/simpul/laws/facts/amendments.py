"""What an amending law changes, inserts and deletes, and in which law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.laws.model import Amendment, Heading, Provision
from simpul.laws.tree.instructions import Instruction
from simpul.laws.tree.places import Places
from simpul.laws.tree.sequence import AMENDS
from simpul.laws.written.chains import chains
from simpul.laws.written.names import CITATION, cited
from simpul.laws.written.numerals import next_letter

__all__ = ["amended_laws", "enacted_laws", "read_amendments"]

_TITLE = re.compile(
    r"(?i)\b(?:per[uo]bahan|pengubahan|mengubah|mer[uo]bah|penambahan|tambahan|penyempurnaan)\b"
)
_AMENDS = re.compile(
    r"di[ru]bah|dirobah|ditambah|diganti|disisipkan|dihapus|perubahan|penambahan|[Mm]engubah"
    r"|[Mm]erubah|[Mm]enambah|dibaca|dinaikkan\s+sehingga"
)
_SIGNS = ("bah", "ganti", "sisip", "hapus", "baca", "naikkan")
_SWAPPED = re.compile(
    r"(?P<units>(?:(?:ayat\s*\(\w+\)|huruf\s+[a-z]|angka\s+\d+)(?:\s*(?:,|dan|,\s*dan)\s*)?)+)\s+"
    r"(?P<pasal>Pasal\s+\d+\s?[A-Z]?)\b"
)
_STEP = re.compile(
    r"(?P<insert>disisipkan|ditambah(?:kan)?|disisipi)|(?P<delete>dihapus(?:kan)?(?!\s+dan\s+diganti)|dicabut"
    r"|ditjabut|dihilangkan)"
    r"|(?P<change>di[ru]bah|dirobah|diganti|dibaca|diperbaharui|berbunyi)"
)
_NEW = re.compile(r"(?:yakni|yaitu|menjadi|baru)\b|\d\s*\([a-z]+\)\s*(?:pasal|ayat|huruf|angka)")
_NEW_CHAPTER = re.compile(r"(?:yakni|yaitu)\s+(?:BAB|Bab|Bagian|Paragraf)\b")
_BETWEEN = re.compile(
    r"(?:[Dd]i\s?antara|[Ss]etelah|[Ss]esudah|[Aa]ntara|[Ss]ebelum"
    r"|[Dd]i\s+belakang)\s+(?:ketentuan\s+)?(?:BAB\s\w+"
    r"|[^,;]{3,60}?)\s+dan\s+[^,;]{3,40}?(?=\s+(?:Pasal\s\w+\s+)?di)"
)
_UNIT = re.compile(
    r"(?P<kind>ayat)\s*\((?P<ayat>\d{1,2}[a-z]?)\)|huruf\s+(?P<huruf>[a-z]{1,2})\b"
    r"|angka\s+(?P<angka>\d+[a-z]?)"
)
_ARTICLE = re.compile(r"Pasal\s+(?P<number>\d+\s?[A-Z]{0,2})\b")
_CHAPTER = re.compile(
    r"(?P<kind>BAB|Bab|Bagian|Paragraf)\s+(?P<number>[IVXL]+(?:\s?[A-H]\b)?|Ke\w+|\d+\w?)"
)


def amended_laws(places: Places, heading: Heading) -> dict[str, str]:
    """The law's own amending articles, by path, with the instrument each changes."""
    titled = _from_title(heading.title)
    found: dict[str, str] = {}
    for article in places.provisions:
        if article.kind != "pasal" or article.quoted:
            continue
        start, end = places.span(article)
        words = places.content[start : min(end + 600, start + 1500)]
        if not any(sign in words for sign in _SIGNS) or not _AMENDS.search(words):
            continue
        quotes = any(one.quoted for one in places.children(article.path))
        has_orders = _CHANGES_A_LAW.search(words) is not None or (
            quotes and (titled is not None or AMENDS.search(words) is not None)
        )
        ordered = _ORDERS.match(words) if titled is not None else None
        if has_orders or ordered:
            target = _target(article, words, titled, ordered)
            if target and target != heading.name:
                found[article.path] = target
    return found


def _target(
    article: Provision, words: str, titled: str | None, order: re.Match[str] | None
) -> str | None:
    """The law an article changes: the one its order names, else that of the title."""
    if order is not None:
        return _first_citation(order.group()) or titled
    first = titled if article.number in ("I", "1") else None
    return first or _first_citation(words)


def enacted_laws(places: Places) -> dict[str, str]:
    """The law's own articles that enact an emergency law word for word, with that law."""
    found: dict[str, str] = {}
    for article in places.provisions:
        quotes = any(one.quoted for one in places.children(article.path))
        if article.kind == "pasal" and not article.quoted and quotes:
            words = places.content[article.start : article.start + _LEAD]
            named = _first_citation(words) if _ENACTS.search(words) else None
            if named:
                found[article.path] = named
    return found


_LEAD = 900
_ENACTS = re.compile(
    r"di(?:tetapkan|sahkan)\s+(?:men)?(?:jadi|sebagai)\s+[Uu]ndang"
    r"|[Mm]enyatakan\s(?:[^;]{10,300}\s)?berlaku\b"
)
_CHANGES_A_LAW = re.compile(
    r"(?:diubah|dirubah|dirobah|ditambah)\s*(?:lagi\s*|kembali\s*)?(?:dan\s+ditambah\s*)?,?\s*"
    r"(?:sebagai(?!mana)|(?:se)?hingga|seperti|:)"
    r"|\W*(?:Kata|Perkataan|Kalimat|Frasa)\b[^.;]{0,300}?(?:dicabut|ditjabut|dihapus(?:kan)?|diganti)"
)


_ACTIVE = re.compile(
    r"\W*(?:Mengubah|Merubah|Menambah(?:kan)?|Menghapus(?:kan)?)\b[^;:]{0,600}?"
    r"(?:sehingga|berbunyi|menjadi|sebagai\s+berikut)"
)
"""*Menambah huruf c pada ayat (1) Pasal 4 Peraturan ..., sehingga*."""


def _from_title(title: str) -> str | None:
    named = _TITLE.search(title)
    citation = CITATION.search(title, named.end()) if named else None
    return cited(citation) if citation else None


def _first_citation(words: str) -> str | None:
    for found in CITATION.finditer(words):
        name = cited(found)
        if name and not name.startswith("uud-"):
            return None if _AMENDED_BY.search(words, 0, found.start()) else name
    return None


_AMENDED_BY = re.compile(
    r"sebagaimana\s[^;:]{0,60}(?:di[ru]bah|ditambah|dirobah)\b[^;:]{0,40}\b(?:dengan|oleh)\s+\Z"
)
"""Words between a law named without number and the law that last amended it."""


def read_amendments(
    places: Places,
    heading: Heading,
    orders: list[tuple[str, Instruction]],
    amended: dict[str, str],
) -> Iterator[Amendment]:
    """The amendments of a law: each instrument, then each provision touched."""
    seen: set[tuple[str, str, str]] = set()

    def once(amendment: Amendment) -> Iterator[Amendment]:
        key = (amendment.action, amendment.instrument, amendment.path)
        if key not in seen:
            seen.add(key)
            yield amendment

    for path, instrument in amended.items():
        article = places.get(path)
        yield from once(Amendment(path, article.line if article else 1, "changes", instrument))
    titled = _from_title(heading.title)
    if titled and titled != heading.name:
        yield from once(Amendment("", heading.line, "changes", titled))
    for path, order in orders:
        article = places.get(path.split("/")[0])
        target = amended.get(path.split("/")[0])
        if target is None or _EXPLAINS.match(order.words):
            continue
        if article and _inside_new_text(places.content, article, order.start):
            continue
        line = places.line(order.start)
        for action, changed in _steps(order.words):
            yield from once(Amendment(path, line, action, target, changed))
    for amendment in _named_at_once(places, amended):
        yield from once(amendment)
    if titled:
        for amendment in _without_list(places, amended, titled, {path for path, _ in orders}):
            yield from once(amendment)
    yield from _quoted(places, amended, seen)


_EXPLAINS = re.compile(r"(?:Ketentuan\s+)?Penjelasan\s+(?:[Pp]asal|[Aa]yat|[Uu]mum)\b")
"""*Penjelasan Pasal 21 diubah*: the elucidation changes, the article does not."""


def _inside_new_text(content: str, article: Provision, at: int) -> bool:
    """Whether an order stands in text that the article adds: *Pasal 64 ditambah dengan:*."""
    added = _ADDS_TEXT.match(content, article.start)
    return added is not None and at >= added.end()


_ADDS_TEXT = re.compile(r"\W*[Pp]asal\s+\d+\w?\s+ditambah\s+dengan\s*:\s+[IVX]+\.\s")


def _named_at_once(places: Places, amended: dict[str, str]) -> Iterator[Amendment]:
    """Articles an article names with their law, before it says that they change."""
    for path, instrument in amended.items():
        article = places.get(path)
        if article is None:
            continue
        start, end = places.span(article)
        stop = min(end, start + _LEAD)
        change = _CHANGES_A_LAW.search(places.content, start, stop) or _ACTIVE.match(
            places.content, start, stop
        )
        for chain in chains(places.content, start, change.end()) if change else ():
            for target in chain.targets if chain.instrument == instrument else ():
                if target.startswith("pasal-"):
                    yield Amendment(path, article.line, "changes", instrument, target)


def _without_list(
    places: Places, amended: dict[str, str], titled: str, ordered: set[str]
) -> Iterator[Amendment]:
    """Changes that older laws order article by article: *Pasal 3 harus dibaca*."""
    done = {path.split("/")[0] for path in ordered}
    for article in places.provisions:
        if article.kind != "pasal" or article.quoted or not article.number[:1].isdigit():
            continue
        if article.path in done or amended.get(article.path, titled) != titled:
            continue
        for unit in _units_of(places, article):
            words = places.content[unit.start : unit.end]
            for named in () if unit.quoted else _RENUMBERED_OR_OPENED.finditer(words):
                yield Amendment(unit.path, unit.line, "changes", titled, _named_path(named))
            if not unit.quoted and _ORDERS.match(words):
                for action, changed in _steps(words):
                    if changed.startswith("pasal-"):
                        yield Amendment(unit.path, unit.line, action, titled, changed)


_ORDERS = re.compile(
    r"\W*(?:1\)\W*)?(?:(?:D|S)alam\s+)?[Pp]asal\s+\d+\w?\b[^.;]{0,90}?"
    r"(?:harus\s+di|diganti|ditambah|dihapus|diubah|dirobah|dibaca|menjadi)"
)


def _units_of(places: Places, article: Provision) -> Iterator[Provision]:
    """An article with all units of it that it does not quote."""
    yield article
    for one in places.children(article.path):
        if not one.quoted and one.kind != "pasal":
            yield from _units_of(places, one)


_RENUMBERED_OR_OPENED = re.compile(
    r"(?<=[;:.]\s)\W*[Pp]asal\s+(?P<number>\d+\s?[A-Za-z]?)\s+menjadi\s+(?:[Pp]asal\s+)?\d"
    r"|[Dd]alam\s+[Pp]asal\s+(?P<opened>\d+\s?[A-Za-z]?)\s*:\s*$"
)
"""*Pasal 39 menjadi pasal 38*, and *Dalam pasal 44:* before a list of changes of words."""


def _quoted(
    places: Places, amended: dict[str, str], seen: set[tuple[str, str, str]]
) -> Iterator[Amendment]:
    """Quoted articles that no instruction names: the scan lost the instruction."""
    touched = {(instrument, path.split("/")[0]) for _, instrument, path in seen}
    for one in places.provisions:
        target = amended.get(one.path.split("/")[0])
        if one.quoted and one.kind == "pasal" and target:
            name = f"pasal-{one.number.lower()}"
            if (target, name) not in touched and (target, _lettered(name)) not in touched:
                touched.add((target, name))
                action = (
                    "inserts" if one.number[-1].isalpha() and one.number[0].isdigit() else "changes"
                )
                yield Amendment(one.path, one.line, action, target, name)


def _lettered(name: str) -> str:
    """An article of four figures as its letter was before a scan: 3068 for 306B."""
    letters = {"0": "d", "4": "a", "8": "b"}
    long = len(name) == len("pasal-3068") and name[-1] in letters
    return name[:-1] + letters[name[-1]] if long else name


_WORDS_ADDED = re.compile(r"\s*(?:dengan\s+)?(?:kalimat|perkataan|kata|frasa)", re.IGNORECASE)


def _steps(words: str) -> Iterator[tuple[str, str]]:
    """The actions of one instruction with the paths they touch."""
    text = _SWAPPED.sub(lambda found: f"{found['pasal']} {found['units']}", words)
    at = 0
    article = ""
    steps = list(_STEP.finditer(text))
    for place, step in enumerate(steps):
        lead = text[at : step.start()]
        named = _ARTICLE.search(lead)
        if named:
            article = _article_path(named)
        if step["insert"]:
            until = steps[place + 1].start() if place + 1 < len(steps) else len(text)
            new = text[step.end() : until]
            if _WORDS_ADDED.match(new):
                yield from (("changes", path) for path in _touched(lead, article))
            else:
                yield from (("inserts", path) for path in _inserted(new, article))
            beside = _BESIDE.search(new)
            at = step.end() + (beside.start() if beside else 0)
        elif step["delete"]:
            yield from (("deletes", path) for path in _touched(lead, article))
            at = step.end()
        else:
            if step["change"] != "berbunyi" or _READS.match(text):
                yield from (("changes", path) for path in _touched(lead, article))
            at = step.end()


_READS = re.compile(r"[Pp]asal\s+\d+\s?[A-Z]?(?:\s+ayat\s+\S+)?\s+berbunyi\b")
"""*Pasal 2 ayat (1) berbunyi*: the whole order to change it."""


_BESIDE = re.compile(r"\bdan\s+[Kk]etentuan\b")
"""*Yakni ayat (2a) dan ketentuan ayat (3) diubah*: beside what is put in, something changes."""


def _article_path(found: re.Match[str]) -> str:
    return "pasal-" + found["number"].replace(" ", "").lower()


def _named_path(found: re.Match[str]) -> str:
    return "pasal-" + (found["number"] or found["opened"]).replace(" ", "").lower()


def _touched(lead: str, article: str) -> list[str]:
    """The paths named before a verb, without the neighbours of an insertion."""
    clean = _BETWEEN.sub(" ", lead)
    paths: list[str] = []
    for chain in chains(clean, 0, len(clean)):
        for target in chain.targets:
            paths.append(
                target if target.startswith("pasal-") or not article else f"{article}/{target}"
            )
    return paths or _chapters(clean)


def _inserted(new: str, article: str) -> list[str]:
    """The paths of what is put in, named after *yakni* or *yaitu*."""
    named = _NEW.search(new)
    words = new[named.start() :] if named else new
    words = re.split(r"\b(?:sehingga|(?:yang\s+)?berbunyi)\b", words)[0]
    words = _BESIDE.split(words)[0]
    articles: list[str] = []
    for one in _ARTICLE.finditer(words):
        number = one["number"].replace(" ", "").lower()
        before = articles[-1].removeprefix("pasal-") if articles else ""
        articles.append(f"pasal-{next_letter(before, number) or number}")
    if articles:
        return [*articles, *(_chapters(words) if _NEW_CHAPTER.match(words) else ())]
    units = []
    for one in _UNIT.finditer(words):
        kind = "ayat" if one["ayat"] else "huruf" if one["huruf"] else "angka"
        units.append(f"{kind}-{one['ayat'] or one['huruf'] or one['angka']}")
    if units:
        return [f"{article}/{unit}" if article else unit for unit in units]
    return _chapters(words)


def _chapters(words: str) -> list[str]:
    """The chapters that words name in a row: *BAB IVA, BAB IVB, dan BAB IVC*."""
    found: list[str] = []
    chapter = _CHAPTER.search(words)
    while chapter is not None:
        found.append(f"{chapter['kind'].lower()}-{chapter['number'].replace(' ', '').lower()}")
        chapter = _AND_CHAPTER.match(words, chapter.end())
    return found


_AND_CHAPTER = re.compile(rf"\s*(?:,|dan|,\s*dan)\s*{_CHAPTER.pattern}")
