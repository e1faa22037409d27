"""Which provision an offset stands in, and the sentences of a provision."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from simpul.laws.model import Provision, Unread
from simpul.laws.tree.text import Text

__all__ = ["Places", "article_of"]

_SENTENCE = re.compile(
    r"(?<=[a-z)\d])(?<!\bNo)(?<!\bNr)[.;]\s+(?!Tambahan|Tahun|Nomor|No\b)(?=[A-Z(\"“])"
)


class Places:
    """The provisions of one law in the order of the text, and the remarks on them."""

    def __init__(self, text: Text, provisions: Sequence[Provision], unread: list[Unread]) -> None:
        self.text = text
        self.content = text.content
        self.provisions = sorted(provisions, key=lambda one: one.start)
        self.unread = unread
        self._starts = [one.start for one in self.provisions]
        self._by_path = {one.path: one for one in provisions}
        self._children: dict[str, list[Provision]] = {}
        for one in self.provisions:
            if one.path:
                self._children.setdefault(one.parent, []).append(one)

    def at(self, offset: int) -> Provision:
        """The provision whose own words hold an offset."""
        return self.provisions[max(bisect_right(self._starts, offset) - 1, 0)]

    def get(self, path: str) -> Provision | None:
        """The provision of a path, or None."""
        return self._by_path.get(path)

    def children(self, path: str) -> Sequence[Provision]:
        """The units directly under a provision."""
        return self._children.get(path, ())

    def units(self) -> Iterator[Provision]:
        """Articles and the units in them, in order."""
        return (one for one in self.provisions if one.kind in ("pasal", "ayat", "huruf", "angka"))

    def span(self, provision: Provision) -> tuple[int, int]:
        """The words of a provision with all its units (not of quoted articles)."""
        end = provision.end
        for child in self.children(provision.path):
            if child.kind in ("ayat", "huruf", "angka"):
                end = max(end, self.span(child)[1])
        return provision.start, end

    def line(self, offset: int) -> int:
        """The line an offset stands on."""
        return self.text.line(offset)

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences of a stretch of text, as offsets."""
        at = start
        for found in _SENTENCE.finditer(self.content, start, end):
            yield at, found.start() + 1
            at = found.end()
        if at < end:
            yield at, end

    def remark(self, kind: str, offset: int, what: str) -> None:
        """Tell that something could not be read."""
        self.unread.append(Unread(kind, self.line(offset), what))


def article_of(path: str) -> str:
    """The path of the article a unit belongs to.

    >>> article_of("pasal-i/pasal-13/ayat-2"), article_of("pasal-4/huruf-a")
    ('pasal-i/pasal-13', 'pasal-4')
    """
    steps = path.split("/")
    last = max((n for n, step in enumerate(steps) if step.startswith("pasal-")), default=-1)
    return "/".join(steps[: last + 1])
