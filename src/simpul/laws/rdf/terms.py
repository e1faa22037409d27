"""RDF terms as N-Triples text: quick to make, escaped as the grammar asks."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from simpul.terms import DATA, XSD, expand

__all__ = [
    "Statement",
    "boolean",
    "day",
    "evidence_iri",
    "iri",
    "literal",
    "number",
    "source_iri",
    "spoken",
    "term",
]


Statement = tuple[str, str, str]
"""Subject, predicate and object as N-Triples terms."""

_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f\ud800-\udfff]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE = re.compile(r'[<>"{}|^`\\\x00-\x20]')
_PREFIX, _INTEGER = f"<{DATA}", f'"^^<{XSD["integer"]}>'
_BOOLEAN, _DATE = f'"^^<{XSD["boolean"]}>', f'"^^<{XSD["date"]}>'


def iri(name: str) -> str:
    """The IRI of a name in the data namespace."""
    return f"{_PREFIX}{_UNSAFE.sub('-', name)}>"


@lru_cache(maxsize=256)
def term(curie: str) -> str:
    """The IRI of a term of a known vocabulary."""
    return f"<{expand(curie)}>"


def literal(text: str) -> str:
    """A plain string."""
    return f'"{_escaped(text)}"'


def spoken(text: str, language: str) -> str:
    """A string in a language."""
    return f'"{_escaped(text)}"@{language}'


def number(value: int) -> str:
    """A whole number."""
    return f'"{value}{_INTEGER}'


def boolean(value: bool) -> str:
    """True or false."""
    return f'"{str(value).lower()}{_BOOLEAN}'


def day(value: date) -> str:
    """A date."""
    return f'"{value.isoformat()}{_DATE}'


def source_iri(name: str) -> str:
    """The source that is the text of an instrument."""
    return iri(f"{name}-text")


def evidence_iri(name: str, path: str) -> str:
    """The evidence node of a provision as the reader saw it."""
    return iri(f"evidence/read/{name}/{path}" if path else f"evidence/read/{name}")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(_escape, text) if _SPECIAL.search(text) else text


def _escape(found: re.Match[str]) -> str:
    sign = found.group()
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"
    return _ESCAPES.get(sign) or f"\\u{ord(sign):04X}"
