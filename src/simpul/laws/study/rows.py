"""How a study asks its store: a function from a SELECT query to rows of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256

from simpul.terms import DATA

__all__ = ["Select", "candidate_id", "instrument_of", "name_of", "shortened"]

Select = Callable[[str], Iterable[Mapping[str, str]]]
"""Runs a SELECT and gives its rows: column name to IRI or literal value."""

_INSTRUMENT = re.compile(r"[^/]+")


def name_of(iri: str) -> str:
    """The name of a thing without the data namespace."""
    return iri.removeprefix(DATA)


def instrument_of(name: str) -> str:
    """The instrument a provision belongs to.

    >>> instrument_of("uu-21-2007/pasal-4")
    'uu-21-2007'
    """
    found = _INSTRUMENT.match(name)
    return found.group() if found else name


def candidate_id(kind: str, *places: str) -> str:
    """The short name of a candidate: the same pair has the same name in every build.

    >>> candidate_id("lic", "uu-1-2000/pasal-4", "uu-2-2001/pasal-7")
    'lic-4df4242cd5'
    """
    return f"{kind}-{sha256('|'.join(places).encode()).hexdigest()[:10]}"


def shortened(text: str, words: int = 16) -> str:
    """The first words of a passage."""
    parts = text.split()
    return " ".join(parts[:words]) + (" ..." if len(parts) > words else "")
