"""URI templates of CSVW cells (RFC 6570 levels 1 and 2).

Two extensions, documented in graph_data/README.md: a cell that is a CURIE of a
known prefix stands for its IRI where the template ends in that one variable,
and a template that names an empty cell gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from simpul.terms import PREFIXES

__all__ = ["Template", "as_curie"]

_VARIABLE = re.compile(r"\{(\+?)([A-Za-z_][A-Za-z0-9_]*)\}")
_RESERVED = ":/?#[]@!$&'()*+,;="


@dataclass(frozen=True, slots=True)
class Template:
    """An IRI with gaps that the cells of a row fill."""

    text: str
    parts: tuple[tuple[str, str, bool], ...]
    tail: str

    @classmethod
    def of(cls, text: str) -> Template:
        """The template that a metadata string spells."""
        parts, start = [], 0
        for hit in _VARIABLE.finditer(text):
            parts.append((text[start : hit.start()], hit[2], hit[1] == "+"))
            start = hit.end()
        return cls(text, tuple(parts), text[start:])

    @property
    def variables(self) -> tuple[str, ...]:
        """Names of the cells the template needs."""
        return tuple(name for _, name, _ in self.parts)

    def fill(self, cells: Mapping[str, str]) -> str | None:
        """The IRI for one row, or None when a needed cell is empty."""
        if len(self.parts) == 1 and not self.tail:
            short = as_curie(cells.get(self.parts[0][1], ""))
            if short:
                return short
        pieces = []
        for before, name, raw in self.parts:
            value = cells.get(name)
            if not value:
                return None
            pieces += [before, quote(value, safe=_RESERVED if raw else "")]
        iri = "".join([*pieces, self.tail])
        return as_curie(iri) or iri


def as_curie(value: str) -> str | None:
    """The IRI of a CURIE with a known prefix, else None.

    >>> as_curie("eli:amends")
    'http://data.europa.eu/eli/ontology#amends'
    """
    prefix, colon, local = value.partition(":")
    if colon and prefix in PREFIXES and not local.startswith("//"):
        return PREFIXES[prefix] + local
    return None
