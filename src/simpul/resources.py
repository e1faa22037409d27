"""Where ontology/ and graph_data/ are: in a checkout or in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from simpul.errors import UnreadableInput

__all__ = ["bundled_data", "ontology"]

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "_bundled", _PACKAGE.parent.parent)


def ontology() -> Path:
    """The folder of terms, shapes, checks, questions and dualism rules."""
    return _room("ontology")


def bundled_data() -> Path:
    """The folder of the tables that come with simpul."""
    return _room("graph_data")


def _room(name: str) -> Path:
    for root in _ROOTS:
        if (root / name).is_dir():
            return root / name
    raise UnreadableInput(
        f"simpul's own folder {name}/ is missing",
        where=str(_PACKAGE),
        todo="Install simpul again; the installation is damaged.",
    )
