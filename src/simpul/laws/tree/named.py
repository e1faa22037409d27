"""Articles that bear a name and no number: *Pasal penutup*, *Pasal terakhir*, *Pasal tunggal*.

Laws of the 1940s and 1950s close with one, or enact an emergency law of one article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from simpul.laws.tree.sequence import Article

__all__ = ["with_named"]

_NAMED = re.compile(
    r"(?<=[.;:,\"]\s)\s*(?:Pasal|PASAL)\s+(?P<name>(?i:penutup|terakhir|tunggal))\b\.?"
    r"\s+(?!P(?:asal|ASAL)\b)(?=[A-Z])"
)
_CLOSES = re.compile(
    r"(?<=[.;]\s)(?:Undang\s?-\s?[Uu]ndang|Peraturan(?:\s+Pemerintah)?)\s+ini\s+mulai\s+berlaku"
)
_ONLY = "tunggal"
_SECOND = {"I": "II", "1": "2"}


def with_named(text: str, articles: Sequence[Article], start: int, end: int) -> list[Article]:
    """The articles in order, with those in a stretch of the text that bear a name.

    One that an article of the law itself encloses, as the only one of what that enacts, is
    quoted.
    """
    own = [one.start for one in articles if not one.quoted]
    named: list[Article] = []
    for found in _NAMED.finditer(text, start, end):
        name = found["name"].lower()
        enclosed = any(at > found.start() for at in own) or name == _ONLY
        quoted = enclosed and any(at < found.start() for at in own)
        named.append(Article(name, found.start(), found.end(), quoted=quoted))
    if named and named[-1].quoted and named[-1].start > max(own):
        named += _unheaded_closing(text, articles, named[-1], end)
    return sorted([*articles, *named], key=lambda one: one.start)


def _unheaded_closing(
    text: str, articles: Sequence[Article], enacted: Article, end: int
) -> Iterator[Article]:
    """The closing article after the only one a law enacts, where it lost its heading."""
    number = _SECOND.get(next((one.number for one in articles if not one.quoted), ""))
    closing = _CLOSES.search(text, enacted.text_start, end)
    if number and closing:
        at = closing.start()
        yield Article(number, at, at, remark="its heading is lost; its words close the law")
