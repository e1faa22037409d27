"""How a dualism stands: the canons weighed, their outcomes, and where each is stated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from simpul.findings.dualism.rulebook import ALWAYS, NEVER
from simpul.model import Bilingual, Evidence

__all__ = ["Citation", "Resolution", "Step"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One place that states a canon; ``place`` is its provision, or the work itself."""

    place: str
    start: str = ALWAYS
    end: str = NEVER
    evidence: Evidence | None = None

    @property
    def is_rule(self) -> bool:
        """Whether a rule states it, rather than a work of doctrine."""
        return self.evidence is None or self.evidence.source != self.place

    def as_json(self) -> dict[str, Any]:
        """The citation under the keys of the command line."""
        found = self.evidence
        return {
            "place": self.place,
            "from": None if self.start == ALWAYS else self.start,
            "until": None if self.end == NEVER else self.end,
            "source": found.source if found else None,
            "locator": found.locator if found else None,
            "confidence": found.confidence if found else None,
        }


@dataclass(frozen=True, slots=True)
class Step:
    """One canon tried: its outcome, whom it favours, on what premises."""

    canon: str
    outcome: str
    favours: str | None
    why: Bilingual
    premises: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The step under the keys of the command line."""
        return {
            "canon": self.canon,
            "outcome": self.outcome,
            "favours": self.favours,
            "premises": list(self.premises),
            "citations": [citation.as_json() for citation in self.citations],
            "why": self.why.as_json(),
        }


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a dualism stands: ``resolved``, ``parallel`` or ``open``."""

    status: str
    canon: str
    prevails: str | None
    why: Bilingual
    trace: tuple[Step, ...]
