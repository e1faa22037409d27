"""Laws cited by a popular name without number: *Undang-Undang Perkawinan*.

The text itself often says which law is meant: it cites it elsewhere with number
and title, or gives it that name in a definition. Where it does not, this is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from simpul.laws.model import Unread
from simpul.laws.tree.text import Text, squeeze
from simpul.laws.written.names import CITATION, cited, titled_citations

__all__ = ["PopularNames", "unresolved"]

_NAMED = re.compile(
    r"Undang(?<![\w\"“(]Undang)\s?-\s?[Uu]ndang(?:\s+tentang)?\s+(?P<name>(?:pokok(?:-pokok)?\s+)?(?!Ini|Nomor|Nomer|No\b|Nr|Dasar"
    r"|Darurat|Pengganti|Republik|Negara|Tahun|Hukum|Pasal|Bab|Menteri|Presiden|Pemerintah\b"
    r"|Tentang|Yang|Dan|Atau|Menetapkan|Agar|Mengingat|Menimbang|Penetapan|Lembaran|Federal)"
    r"[A-Z][a-z][a-z-]{2,}(?:\s+(?:dan\s+)?[A-Z][a-z-]{2,}){0,4}|[A-Z]{2,5}[a-z]?\b)(?!\s*(?:[Nn]o|[Nn]r|\d))"
)
_TITLED = re.compile(r"\s*(?:,\s*)?[Tt]entang\s+(?P<title>[^(;,.:\n]{4,160})")
_CALLED = re.compile(
    r"selanjutnya\s+dis\w+\s+\"?(?:Undang\s?-\s?[Uu]ndang\s+)(?P<name>[A-Z][\w ]{3,50})"
)
_DEFINED = re.compile(
    r"(?:\d\s?\.|[a-z]\.|dengan|:)\s*[\"“]?Undang\s?-?\s?[Uu]ndang[\"”]?\s+(?:adalah|ialah)\s+(?=Undang)"
)
_SAYS = re.compile(
    r"Undang\s?-\s?[Uu]ndang\s+(?P<name>[A-Z][\w ]{2,60}?)\s+(?:yang\s+selanjutnya\s+dis\w+\s+"
    r"Undang\s?-\s?[Uu]ndang\s+(?P<short>[A-Z][\w ]{1,50}?)\s+)?adalah\s+(?=Undang)"
)
"""A law named by a definition: *Undang-Undang X selanjutnya disebut Undang-Undang Y adalah*."""

_BRACKETED = re.compile(
    r"Undang\s?-\s?[Uu]ndang\s+(?:tentang\s+)?"
    r"(?P<name>[A-Z][a-z-]+(?:\s+(?:dan\s+)?[A-Z][a-z-]+){0,4})\s*\((?=U)"
)
"""A name with the law in brackets after it: *Undang-undang Pos (Undang-undang No. 4 ...*."""

_OF = re.compile(r"\s*(?:dari\s+|dalam\s+)?")
_REACH = 220
_MOST = 40


class PopularNames:
    """The laws a text cites with number and title, by the words of the title."""

    def __init__(self, content: str) -> None:
        self._content = content

    @cached_property
    def _laws(self) -> dict[str, str]:
        """The laws by title, read when a name is first asked for: most texts use none."""
        laws: dict[str, str] = {}
        content = self._content
        for found in titled_citations(content):
            name = cited(found)
            title = _TITLED.match(content, found.end()) if name else None
            if not name or not title:
                continue
            laws.setdefault(_folded(title["title"]), name)
            called = _CALLED.search(content, title.end(), title.end() + _REACH)
            if called:
                laws.setdefault(_folded(called["name"]), name)
        return laws | dict(self._defined())

    def _defined(self) -> Iterator[tuple[str, str]]:
        """The names that the text defines, long and short, with the law of each."""
        for found in _SAYS.finditer(self._content):
            name = self._law_at(found.end())
            for said in (found["name"], found["short"]) if name else ():
                if said and name:
                    yield _folded(said), name
        for found in _BRACKETED.finditer(self._content):
            name = self._law_at(found.end())
            if name:
                yield _folded(found["name"]), name

    def _law_at(self, place: int) -> str | None:
        """The law cited at a place, if one is."""
        citation = CITATION.match(self._content, place)
        return cited(citation) if citation else None

    @cached_property
    def the_law(self) -> str | None:
        """The law a regulation calls *Undang-undang* and nothing more, by its definition."""
        found = _DEFINED.search(self._content)
        return self._law_at(found.end()) if found else None

    def named(self, popular: str) -> str | None:
        """The one cited law whose title begins with a popular name, or None."""
        wanted = _folded(popular)
        exact = self._laws.get(wanted)
        if exact:
            return exact
        near = {law for title, law in self._laws.items() if title.startswith(f"{wanted} ")}
        return near.pop() if len(near) == 1 else None

    def at(self, content: str, start: int) -> tuple[str, str | None] | None:
        """The popular name that stands at a place, and the law it means if the text tells."""
        found = _NAMED.match(content, start)
        return (squeeze(found["name"]), self.named(found["name"])) if found else None

    def after(self, content: str, place: int) -> str | None:
        """The law named after a place, *Pasal 19 dari Undang-undang Pos*, if the text tells it."""
        of = _OF.match(content, place)
        named = self.at(content, of.end()) if of else None
        return named[1] if named else None


def unresolved(text: Text, start: int, end: int, names: PopularNames) -> Iterator[Unread]:
    """A remark for each popular name that the text does not explain, where it first stands."""
    seen: set[str] = set()
    for found in _NAMED.finditer(text.content, start, end):
        name = squeeze(found["name"])
        spelt = name[1].islower()
        if spelt and name not in seen and names.named(name) is None and len(seen) < _MOST:
            seen.add(name)
            what = f"a law is named without its number: Undang-Undang {name}"
            yield Unread("unnamed-law", text.line(found.start()), what)


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
