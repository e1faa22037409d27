"""The text layer of a PDF, without what only belongs to its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from simpul.errors import Place, UnreadableInput

__all__ = ["pdf_text", "running_text"]

_PAGE_NUMBER = re.compile(
    r"\W*(?:halaman\s+)?\d{1,4}(?:\s*(?:/|dari)\s*\d{1,4})?\W*", re.IGNORECASE
)
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_]-)\n(?=[^\W\d_])")
_FEWEST_WORDS = 20
_EDGE = 3
"""Lines at the head and foot of a page among which running heads are looked for."""


def pdf_text(path: Path) -> str:
    """The words of a PDF; raises UnreadableInput where it has none to give."""
    pages = _pages(path)
    text = running_text(pages)
    if len(text.split()) < _FEWEST_WORDS:
        raise UnreadableInput(
            "the PDF holds pictures and no text",
            where=Place(str(path)),
            todo="Run a text recognition over it first.",
        )
    return text


def running_text(pages: Sequence[str]) -> str:
    r"""The text of pages without page numbers and heads that stand on most of them.

    >>> running_text(["PRESIDEN\n- 2 -\nUndang-", "PRESIDEN\n- 3 -\nundang ini"])
    'Undang-undang ini'
    """
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    heads = Counter(line for lines in split for line in {*lines[:_EDGE], *lines[-_EDGE:]})
    running = {line for line, count in heads.items() if count > max(1, len(pages) / 2)}
    kept = []
    for lines in split:
        last = len(lines) - _EDGE
        for place, line in enumerate(lines):
            edge = place < _EDGE or place >= last
            if not (edge and (line in running or _PAGE_NUMBER.fullmatch(line))):
                kept.append(line)
    return _BROKEN_WORD.sub("", "\n".join(kept))


def _pages(path: Path) -> list[str]:
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
    except ImportError as error:
        raise UnreadableInput(
            "reading PDF needs the package pypdf",
            where=Place(str(path)),
            todo="Install simpul with its pdf extra, or give the text of the law.",
        ) from error
    try:
        return [page.extract_text() for page in PdfReader(str(path)).pages]
    except (FileNotDecryptedError, DependencyError) as error:
        raise UnreadableInput(
            "the PDF is encrypted", where=Place(str(path)), todo="Save it without a password."
        ) from error
    except RecursionError as error:
        raise UnreadableInput("the PDF is nested too deeply", where=Place(str(path))) from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnreadableInput("the PDF is damaged", where=Place(str(path))) from error
