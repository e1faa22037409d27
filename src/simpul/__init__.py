"""simpul: a policy-response knowledge graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simpul.library import PolicyGraph, open

__version__ = "0.1.0"
__all__ = ["PolicyGraph", "__version__", "open"]


def __getattr__(name: str) -> Any:
    """The library face, imported when it is first used: the command line does without."""
    if name in ("PolicyGraph", "open"):
        from simpul import library

        return getattr(library, name)
    raise AttributeError(f"module 'simpul' has no attribute {name!r}")
