"""What a cell may hold: checked against its datatype, put into canonical form."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from simpul.model import Bilingual
from simpul.tables.metadata import Column, Datatype

__all__ = ["BadCell", "values", "wanted"]

_BOOLEANS = {"true": "true", "1": "true", "ya": "true", "yes": "true"} | {
    "false": "false",
    "0": "false",
    "tidak": "false",
    "no": "false",
}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class BadCell(ValueError):
    """A cell that its column does not admit: what is wrong, what to do."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what, self.todo = what, todo


def values(column: Column, cell: str) -> list[str]:
    """The values of a cell in canonical form: none, one, or several by separator."""
    cell = cell or column.default
    if not cell:
        if column.required:
            raise BadCell(f"{column.name} is empty", f"Fill it in: {wanted(column.datatype).en}.")
        return []
    parts = cell.split(column.separator) if column.separator else [cell]
    return [_canonical(column.datatype, part.strip()) for part in parts if part.strip()]


def _canonical(datatype: Datatype, text: str) -> str:
    if _UNPRINTABLE.search(text):
        raise BadCell("the cell holds a control character", "Type the text again by hand.")
    text = _READERS[datatype.base](text)
    pattern = datatype.format if datatype.base == "string" else None
    if pattern and not _pattern(pattern).fullmatch(text):
        raise BadCell(f"{text!r} is not admitted here", f"Write {wanted(datatype).en}.")
    _within(datatype, text)
    return text


def _within(datatype: Datatype, text: str) -> None:
    if datatype.minimum is not None and _before(datatype, text, datatype.minimum):
        raise BadCell(f"{text} is too small", f"Write {datatype.minimum} or more.")
    if datatype.maximum is not None and _before(datatype, datatype.maximum, text):
        raise BadCell(f"{text} is too large", f"Write {datatype.maximum} or less.")


def _before(datatype: Datatype, first: str, second: str) -> bool:
    if datatype.base in ("integer", "decimal"):
        return float(first) < float(second)
    return first < second


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb pebruari",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu aug",
            "september sep",
            "oktober october okt oct",
            "november nov nopember",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}


def _date(text: str) -> str:
    """A day as 2007-04-19 or, in words, as 19 April 2007; 4/19/2007 is not guessed at."""
    told = re.fullmatch(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})", text)
    try:
        if told:
            return date(int(told[3]), _MONTHS[told[2].casefold()], int(told[1])).isoformat()
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError
        return date.fromisoformat(text).isoformat()
    except (KeyError, ValueError):
        raise BadCell(f"{text!r} is not a date", "Write it as 2007-04-19.") from None


def _integer(text: str) -> str:
    if not re.fullmatch(r"[+-]?\d+", text, re.ASCII):
        raise BadCell(f"{text!r} is not a whole number", "Write digits only, as 120000000.")
    return str(int(text))


def _decimal(text: str) -> str:
    if re.fullmatch(r"[+-]?\d+,(\d{1,2}|\d{4,})", text, re.ASCII):
        text = text.replace(",", ".")  # a decimal comma; 1,387 may be a thousand and is refused
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", text, re.ASCII):
        raise BadCell(f"{text!r} is not a number", "Write it with a point, as 0.5.")
    return text


def _boolean(text: str) -> str:
    try:
        return _BOOLEANS[text.casefold()]
    except KeyError:
        raise BadCell(f"{text!r} is neither true nor false", "Write true or false.") from None


def _iri(text: str) -> str:
    if not re.fullmatch(r'[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+', text):
        raise BadCell(f"{text!r} is not a web address", "Write it whole, as https://example.org/a.")
    return text


def _year(text: str) -> str:
    if not re.fullmatch(r"\d{4}", text, re.ASCII):
        raise BadCell(f"{text!r} is not a year", "Write four digits, as 2007.")
    return text


_READERS: dict[str, Callable[[str], str]] = {
    "string": str,
    "date": _date,
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "anyURI": _iri,
    "gYear": _year,
}


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def wanted(datatype: Datatype) -> Bilingual:
    """What a cell of this type is to hold, in words."""
    if datatype.format and re.fullmatch(r"[\w|-]+", datatype.format):
        words = ", ".join(datatype.format.split("|"))
        return Bilingual(f"salah satu dari {words}", f"one of {words}")
    if datatype.format:
        form = _FORMS.get(datatype.format, Bilingual(datatype.format, datatype.format))
        return Bilingual(f"teks berbentuk {form.id}", f"text of the form {form.en}")
    return _WANTED[datatype.base]


_FORMS = {
    "[a-z0-9]+(-[a-z0-9]+)*": Bilingual(
        "uu-21-2007 (huruf kecil, angka, tanda hubung)",
        "uu-21-2007 (lower-case letters, digits, hyphens)",
    ),
    "[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+": Bilingual(
        "instrumen/bagian, seperti uu-21-2007/pasal-48",
        "instrument/part, as uu-21-2007/pasal-48",
    ),
    "[a-z]+:[A-Za-z_]+": Bilingual("awalan:nama, seperti eli:amends", "prefix:name, as eli:amends"),
}
"""What a reader is told in place of a pattern."""

_WANTED = {
    "string": Bilingual("teks", "text"),
    "date": Bilingual("tanggal, 2007-04-19", "a date as 2007-04-19"),
    "integer": Bilingual("bilangan bulat", "a whole number"),
    "decimal": Bilingual("bilangan", "a number"),
    "boolean": Bilingual("true (ya) atau false (tidak)", "true or false"),
    "anyURI": Bilingual("alamat web lengkap", "a web address"),
    "gYear": Bilingual("tahun empat angka", "a year of four digits"),
}
