"""What every engine can do: answer SPARQL 1.1 queries over the whole dataset."""

from __future__ import annotations

import re
from typing import Protocol

from simpul.model import Answers
from simpul.terms import PREFIXES

__all__ = ["Graph", "prefixed"]

_USED = re.compile(r"(?<![\w<:/#])([A-Za-z][\w-]*):(?!//)")
_DECLARED = re.compile(r"^\s*PREFIX\s+([\w-]*):", re.IGNORECASE | re.MULTILINE)


class Graph(Protocol):
    """A dataset that answers SPARQL; its default graph is the union of all graphs."""

    def select(self, query: str) -> Answers:
        """The rows of a SELECT query."""

    def ask(self, query: str) -> bool:
        """The answer of an ASK query."""

    def construct(self, query: str) -> list[tuple[object, object, object]]:
        """The triples of a CONSTRUCT or DESCRIBE query."""


def prefixed(query: str) -> str:
    """The query with a declaration for each known prefix it uses and does not declare.

    The declarations stand in one line before the query, so that line numbers in
    error messages need only one subtracted.
    """
    declared = set(_DECLARED.findall(query))
    used = [name for name in PREFIXES if name in set(_USED.findall(query)) - declared]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in used) + "\n" + query
