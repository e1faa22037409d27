"""Which provisions yield to other laws: their elucidation says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from simpul.laws.study.rows import Select, name_of
from simpul.terms import DATA

__all__ = ["yielding"]

_NOTES = """SELECT ?provision ?note WHERE {
  VALUES ?provision { %s }
  ?provision pol:elucidation ?note }"""
_YIELDS = re.compile(
    r"(?i)\btidak\s+(?:\w+\s+)?mengurangi\s+(?:ketentuan|batas|pengertian|arti|berlaku)[^.]{0,120}?"
    r"(?:peraturan|undang)\S*\s+lain"
)


def yielding(select: Select, provisions: Iterable[str]) -> frozenset[str]:
    """Those of the provisions whose elucidation leaves the rules of other laws as they are.

    So does UU 4/1979 with its age of children (elucidation of article 1 number 2).
    """
    named = " ".join(f"<{DATA}{name}>" for name in sorted(set(provisions)))
    return frozenset(
        name_of(row["provision"])
        for row in (select(_NOTES % named) if named else ())
        if _YIELDS.search(row["note"])
    )
