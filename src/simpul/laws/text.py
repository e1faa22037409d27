"""The text of a law with page furniture blanked, every character in its place.

Blanking keeps the length, so that an offset in the cleaned text is an offset
in the file and every fact can name its line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["Text", "clean", "squeeze"]

_LINK = re.compile(r"\[([^\]\n]{1,200})\]\((/[^)\n]*)\)")
_FURNITURE = re.compile(
    r"ditjen Peraturan Perundang-undangan|(?:https?://|www\.)[\w./-]+"
    r"|PRES ?I ?DEN REPUBL[I1]K INDONESIA\s+-\s*\d+\s*-|SK No ?\d{5,6} ?[A-Z]\b"
    r"|(?<=\s)-\s?[0-9lIOt]{1,3}\s?-(?=\s)|^\s*#+ |\*\*|\bw?w?w?\.?d?jpp\.d?\s?epkumham[.\w]*"
    r"|\bepkumham\.go(?:\.id)?"
)
_GATES = ("ditjen", "http", "www.", "DEN REPU", "SK No", " -", "\n-", "#", "**", "epkumham")
_CATCHWORD = re.compile(
    r"(?:(?:Pasa[lI1]|BAB|Bagian|Paragraf) \w+|\(\w{1,3}\) \w+|\w{1,3}\. \w+|Agar)"
    r"\s?(?:…|\.\s?\.\s?\.|\.\s\.)[ .…^]*"
)
_DOUBLED = re.compile(r"((?:\(\w{1,3}\)|\b\w{1,3}\.) (?:\w{3,}))[ .^]{1,6}(?:\d |\w )?(?=\1)")


@dataclass(frozen=True, slots=True)
class Text:
    """Cleaned text that knows the line of every offset."""

    content: str
    breaks: tuple[int, ...]

    def line(self, offset: int) -> int:
        """The line number, from 1, that an offset stands on."""
        return bisect_right(self.breaks, offset - 1) + 1


def clean(raw: str) -> Text:
    """The text with emphasis, links, page numbers and catchwords blanked."""
    text = (
        raw.replace("\r\n", " \n")
        .replace("_", " ")
        .replace("^", " ")
        .replace("\xa0", " ")
        .replace("\xad", "-")
    )
    if "](/" in text:
        text = _LINK.sub(lambda found: f" {found[1]} " + " " * (len(found[2]) + 2), text)
    if any(gate in text for gate in _GATES):
        text = _FURNITURE.sub(_blank, text)
    text = _CATCHWORD.sub(_blank, text)
    text = _DOUBLED.sub(_blank, text)
    return Text(text, tuple(found.start() for found in re.finditer("\n", text)))


def squeeze(text: str) -> str:
    """The words of a passage with single spaces between them."""
    return " ".join(text.split())


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())
