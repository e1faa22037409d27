"""What a check finds: one fault, how grave, where, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["Fault", "Severity"]


class Severity(Enum):
    """How grave a fault is, in the words of SHACL."""

    VIOLATION = "violation"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: the check that found it, what is wrong, where, what to do."""

    check: str
    what: str
    where: str
    todo: str = ""
    grave: bool = True

    @property
    def severity(self) -> Severity:
        """Violation when grave, else warning."""
        return Severity.VIOLATION if self.grave else Severity.WARNING
