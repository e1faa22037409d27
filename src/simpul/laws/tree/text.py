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
_FURNITURE = tuple(
    (sign, re.compile(rule))
    for sign, rule in (
        ("ditjen", r"ditjen Peraturan Perundang-undangan"),
        ("http", r"https?://[\w./-]+"),
        (
            "file: ",
            r"(?:UNDANG-UNDANG REPUBLIK INDONESIA )?file: ?///[^\[\n]{1,200}\[[\d/: ]{10,24}\]",
        ),
        ("www.", r"www\.[\w./-]+"),
        ("epkumham", r"[\w.]*\s?epkumham[.\w]*"),
        ("SK No", r"SK No ?\d{5,6} ?[A-Z]\b"),
        ("PRES", r"PRES ?I ?DEN REPUBL[I1]K INDONESIA\s+-\s*\d+\s*-"),
        ("PRES I", r"PRES I ?DEN(?: REP\w{3,6}K INDO\w{2,6})?(?:\s+-\s?[\dlIOt]{1,3}\b\s?-?)?"),
        ("DISTRIBUSI", r"DISTRIBUSI [IVX]{1,3}\b"),
        (" -", r" -\s?[0-9lIOt]{1,3}\s?-(?=\s)"),
        ("\n-", r"\n-\s?[0-9lIOt]{1,3}\s?-(?=\s)"),
        ("**", r"\*\*"),
        ("# ", r"(?<=\n)#+ "),
    )
)
"""What pages carry besides the law, each with a sign that is quick to look for."""

_ELLIPSIS = re.compile(r"[….](?:(?<=…)|\s?\.\s?\.|(?<=\s\.)\s\.|\s\.(?!\d))[ .…]*")
_CATCHWORD = re.compile(
    r"(?<!\w)(?:(?:Pasa[lI1]|BAB|Bagian|Paragraf) \w+|\(\w{1,3}\) \w+|\w{1,3}\. \w+|Agar)\s?$"
)
_DOUBLED = re.compile(r"((?:\(\w{1,3}\)|\b\w{1,3}\.) \w{3,})[ .]{1,6}(?:\d |\w )?(?=\1)")


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
        .replace("Undang–", "Undang-")
        .replace("\xad", "-")
    )
    if "](/" in text:
        text = _LINK.sub(lambda found: f" {found[1]} " + " " * (len(found[2]) + 2), text)
    for sign, rule in _FURNITURE:
        if sign in text:
            text = rule.sub(_blank, text)
    text = _DOUBLED.sub(_blank, _without_catchwords(text))
    return Text(text, tuple(found.start() for found in re.finditer("\n", text)))


def _without_catchwords(text: str) -> str:
    """The text without the words at the foot of a page that announce the next one."""
    pieces: list[str] = []
    at = 0
    for found in _ELLIPSIS.finditer(text):
        word = _CATCHWORD.search(text, max(at, found.start() - 40), found.start())
        if word:
            pieces += [text[at : word.start()], " " * (found.end() - word.start())]
            at = found.end()
    return "".join([*pieces, text[at:]]) if pieces else text


def squeeze(text: str) -> str:
    """The words of a passage with single spaces between them."""
    return " ".join(text.split())


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())
