"""Checks of a graph: SHACL shapes, SPARQL checks, vocabulary drift, evidence.

Every check yields ``Fault`` values; none prints and none decides what is fatal.
"""

from simpul.checks.fault import Fault, Severity
from simpul.checks.rules import run_rules
from simpul.checks.shapes import run_shapes
from simpul.checks.vocabulary import drift

__all__ = ["Fault", "Severity", "drift", "run_rules", "run_shapes"]
