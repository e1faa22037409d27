"""Passages of a source text by locator: sections and paragraphs, articles and items.

A paper is cut into the sections its outline names (``LEG=Legal Improvement``) and
their paragraphs; paragraphs that a page break parted are joined. A law is cut by
the law reader. ``LEG-3`` is the third paragraph of LEG, ``Pasal 48 ayat (1)`` an
item with all that is in it, ``Penjelasan Pasal 48`` its elucidation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from simpul.laws import read_law

__all__ = ["LawPassages", "PaperPassages", "Passage", "Passages", "plain_text"]

_STEP = re.compile(r"(pasal|ayat|huruf|angka)\s*\(?\s*([0-9]+[a-z]?|[a-z]{1,3}|[ivx]+)\s*\)?", re.I)
_WHOLE = ("judul", "menimbang", "mengingat", "penutup", "lampiran", "isi")
_SENTENCE_END = re.compile(r"[.:;!?)\]\"”*]\s*$")
_MARKS = re.compile(r"<sup>.*?</sup>|[*_#`]|\\(?=[^\w\s])")
_RULE = re.compile(r"^[\W\d]*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words at a locator; ``exact`` is False where the text shows only what is around."""

    text: str
    exact: bool = True


class Passages(Protocol):
    """A text that can be asked for the passage at a locator."""

    def at(self, locator: str) -> Passage | None:
        """The passage at a locator, or None where there is no such place."""


def plain_text(text: str) -> str:
    """A text without line breaks, hyphenation at them, markup and footnote marks."""
    text = re.sub(r"(?<=\w)-\s*\n\s*(?=[a-z])", "-", text)
    return re.sub(r"\s+", " ", _MARKS.sub("", text)).replace("’", "'").strip()


class PaperPassages:
    """Sections and paragraphs of a paper, by the codes of its outline."""

    def __init__(self, text: str, outline: Mapping[str, str]) -> None:
        self.sections = _sections(text, outline)
        self.whole = plain_text(text)

    def at(self, locator: str) -> Passage | None:
        """The paragraph of ``CODE-n``, or the whole section of ``CODE``."""
        code, _, number = locator.partition("-")
        paragraphs = self.sections.get(code)
        if paragraphs is None:
            return None
        if not number:
            return Passage(" ".join(paragraphs))
        index = int(number) - 1 if number.isdigit() else -1
        return Passage(paragraphs[index]) if 0 <= index < len(paragraphs) else None


class LawPassages:
    """Articles, items and elucidations of a law, as the law reader cuts them.

    Scans lose marks such as (1): an item the reader does not see is looked for in
    the nearest unit around it that it does see, and told as not exact.
    """

    def __init__(self, text: str, file: str) -> None:
        law = read_law(text, file)
        self.text = law.text
        self.parts: dict[str, tuple[int, int]] = {}
        for part in sorted(law.provisions, key=lambda part: part.quoted):
            path = part.path[part.path.rfind("/pasal-") + 1 :] if part.quoted else part.path
            start, end = self.parts.get(path, (part.start, part.end))
            self.parts[path] = (start, end)
        self.notes = {note.path: note.text for note in law.elucidation}
        self.last = max((_article(path) for path in self.parts), default=0)

    def at(self, locator: str) -> Passage | None:
        """The words of an item with all its parts, of a note, or of the law as a whole."""
        if locator.casefold().startswith(_WHOLE):
            return Passage(plain_text(self.text))
        path = "/".join(f"{kind.lower()}-{value.lower()}" for kind, value in _STEP.findall(locator))
        if locator.casefold().startswith("penjelasan"):
            return self._note(path)
        around = path
        while around and around not in self.parts:
            around = around.rpartition("/")[0]
        if not around:
            known = 0 < _article(path) <= self.last
            return Passage(plain_text(self.text), exact=False) if known else None
        return Passage(self._words(around), exact=around == path)

    def _words(self, path: str) -> str:
        spans = [s for key, s in self.parts.items() if key == path or key.startswith(path + "/")]
        return plain_text(self.text[min(s for s, _ in spans) : max(e for _, e in spans)])

    def _note(self, path: str) -> Passage | None:
        inside = [text for key, text in self.notes.items() if (key + "/").startswith(path + "/")]
        above = [text for key, text in self.notes.items() if (path + "/").startswith(key + "/")]
        if not inside and not above:
            return None
        return Passage(plain_text("\n".join(inside or above)), exact=bool(inside))


def _article(path: str) -> int:
    found = re.match(r"pasal-(\d+)", path)
    return int(found[1]) if found else 0


def _sections(text: str, outline: Mapping[str, str]) -> dict[str, list[str]]:
    titles = {_letters(title): code for code, title in outline.items()}
    found: dict[str, list[str]] = {"HEAD": []}
    code = "HEAD"
    for block in _blocks(text):
        heading = _heading(block, titles) if block.startswith("#") else None
        if heading:
            code = heading
            found[code] = []
        elif block.startswith("#") and code != "HEAD":
            found[code].append(plain_text(block))
        else:
            _add(found[code], block)
    return {name: [plain_text(part) for part in parts] for name, parts in found.items()}


def _heading(block: str, titles: Mapping[str, str]) -> str | None:
    letters = _letters(block)
    return next((code for title, code in titles.items() if title in letters), None)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


def _blocks(text: str) -> Sequence[str]:
    """Blocks between blank lines, without running heads, rules and bare addresses."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text)]
    kept = [block for block in blocks if not _RULE.match(block) and not _furniture(block)]
    return list(dict.fromkeys(kept))


def _furniture(block: str) -> bool:
    if re.fullmatch(r"https?://\S+", block):
        return True
    return "\n" not in block and not block.startswith("#") and block.isupper()


def _add(paragraphs: list[str], block: str) -> None:
    """A table, or the rest of a sentence that a page broke, joins what stands before it."""
    last = paragraphs[-1].rpartition("\n")[2] if paragraphs else ""
    broken = bool(last) and "\t" not in last and not _SENTENCE_END.search(last)
    if paragraphs and ("\t" in block or broken):
        paragraphs[-1] += "\n" + block
    else:
        paragraphs.append(block)
