"""Regulatory dualism: two rules that pull in different directions.

Two norms *meet* when bearer, conduct, matter and territory are each equal or
one within the other and their days in force overlap. A meeting is a *dualism*
when they stand in different instruments, no link excuses the difference, and
they differ in one of eight ways. ``find`` lists the dualisms of a graph,
``explain`` says for any two norms which test holds and which fails.
"""

from simpul.findings.dualism.differences import KINDS
from simpul.findings.dualism.explanation import Explanation, Test
from simpul.findings.dualism.finding import Finding, Side
from simpul.findings.dualism.resolution import Resolution, Step
from simpul.findings.dualism.rulebook import Norm, Penalty, RuleBook, read_rulebook
from simpul.findings.dualism.search import pairs_by_groups, pairs_by_rules
from simpul.findings.dualism.study import Study, study

__all__ = [
    "KINDS",
    "Explanation",
    "Finding",
    "Norm",
    "Penalty",
    "Resolution",
    "RuleBook",
    "Side",
    "Step",
    "Study",
    "Test",
    "pairs_by_groups",
    "pairs_by_rules",
    "read_rulebook",
    "study",
]
