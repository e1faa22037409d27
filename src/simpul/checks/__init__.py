"""Checks of a graph: SHACL shapes, SPARQL checks, vocabulary drift, evidence.

Every check yields ``Fault`` values; none prints and none decides what is fatal.
"""

from simpul.checks.evidence import EvidenceCheck, check_evidence
from simpul.checks.fault import Fault, Severity
from simpul.checks.rules import run_rules
from simpul.checks.shapes import run_shapes
from simpul.checks.vocabulary import drift, unused_in_queries

__all__ = [
    "EvidenceCheck",
    "Fault",
    "Severity",
    "check_evidence",
    "drift",
    "run_rules",
    "run_shapes",
    "unused_in_queries",
]
