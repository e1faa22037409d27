"""The text of laws from files: Markdown, plain text, or PDF with a text layer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from simpul.errors import Place, Problem, SimpulError, UnreadableInput, WrongUse
from simpul.laws.model import Law
from simpul.laws.pdf import pdf_text
from simpul.laws.reader import read_law

__all__ = ["read_file", "read_files", "text_of"]

_LARGEST = 50_000_000


def read_files(paths: Iterable[Path]) -> list[Law]:
    """The laws in some files; all files that cannot be read are told together."""
    laws: list[Law] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            laws.append(read_file(path))
        except SimpulError as error:
            problems += error.problems
    if problems:
        raise UnreadableInput.of(problems)
    names = [law.name for law in laws]
    doubled = next((name for name in names if names.count(name) > 1), None)
    if doubled:
        raise WrongUse(f"two of the files are both {doubled}", todo="Give one text of each law.")
    return laws


def read_file(path: Path) -> Law:
    """The law in one file; its name may tell which law it is."""
    return read_law(text_of(path), "/".join(path.parts[-3:]))


def text_of(path: Path) -> str:
    """The words of a file.

    Raises UnreadableInput for what is no text: a missing file, another
    encoding, a PDF that is only a picture.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableInput("the file is too large to be a law", where=Place(str(path)))
        if path.suffix.lower() == ".pdf":
            return pdf_text(path)
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(
            "the file is not UTF-8 text", where=Place(str(path)), todo="Save it as UTF-8."
        ) from error
    except OSError as error:
        raise UnreadableInput(
            f"the file cannot be read: {error.strerror}", where=Place(str(path))
        ) from error
