"""What many laws say together: status, stale references, and candidates of dualism.

Everything here is machine-read: candidates with a score and both places, for a
person to judge, never mixed with curated findings.
"""

from __future__ import annotations

from simpul.laws.study.article import versions
from simpul.laws.study.known import known_repeals, known_starts
from simpul.laws.study.licences import licence_candidates
from simpul.laws.study.meanings import definition_candidates
from simpul.laws.study.penalties import penalty_candidates
from simpul.laws.study.promised import promised
from simpul.laws.study.scope import scope
from simpul.laws.study.stale import stale_references
from simpul.laws.study.status import Status, load_status

__all__ = [
    "Status",
    "definition_candidates",
    "known_repeals",
    "known_starts",
    "licence_candidates",
    "load_status",
    "penalty_candidates",
    "promised",
    "scope",
    "stale_references",
    "versions",
]
