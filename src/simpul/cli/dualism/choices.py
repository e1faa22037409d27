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


def study_of(chosen: Settings, assumptions: Sequence[str] = ()) -> Study:
    """The study of the graph the settings name, under assumed changes if any."""
    from simpul.findings.dualism import read_change, study

    found = study(chosen.graph())
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
