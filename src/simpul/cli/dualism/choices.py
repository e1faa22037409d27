"""Words the dualism commands choose between, and the study they work on.

The kinds stand here again, so that ``--help`` need not import the detector; a
test holds the two lists together.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from simpul.cli.options import Settings
from simpul.errors import UnreadableInput

if TYPE_CHECKING:
    from simpul.findings.dualism import Study

__all__ = ["KINDS", "STATUSES", "changes", "study_of"]

KINDS = (
    "sanction",
    "authority",
    "procedure",
    "deontic",
    "office",
    "mandate",
    "definition",
    "means",
)
STATUSES = ("open", "parallel", "resolved")


_MANY = 2_000
_UNPLACED = f"""SELECT ?norm WHERE {{
  ?norm a pol:Norm . FILTER NOT EXISTS {{ ?norm pol:matter ?matter }} }} LIMIT {_MANY}"""
"""Norms that nobody has put on a matter yet: a store of read laws has very many."""


def study_of(
    chosen: Settings, assumptions: Sequence[str] = (), *, places: Sequence[str] = ()
) -> Study:
    """The study of the graph the settings name, under assumed changes if any.

    Of norms on no matter only those of named places are read, unless changes are assumed.
    """
    from simpul.findings.dualism import read_change, study

    graph = chosen.graph()
    if assumptions or len(list(graph.solutions(_UNPLACED))) < _MANY:
        found = study(graph)
    else:
        findings = any(place.partition("-")[0] in KINDS for place in places)
        found = study(graph, meeting=True, places=() if findings else places)
    if not assumptions:
        return found
    return found.assuming([read_change(line) for line in changes(assumptions)])


def changes(assumptions: Sequence[str]) -> list[str]:
    """The lines of assumed changes, those in an ``@FILE`` among them."""
    lines: list[str] = []
    for text in assumptions:
        if not text.startswith("@"):
            lines.append(text)
            continue
        try:
            content = Path(text[1:]).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadableInput(f"cannot read the changes: {error}", where=text[1:]) from error
        kept = (line.partition("#")[0].strip() for line in content.splitlines())
        lines += [line for line in kept if line]
    return lines
