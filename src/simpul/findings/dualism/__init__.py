"""Regulatory dualism: two rules that pull in different directions.

Two norms *meet* when bearer, conduct, matter and territory are each equal or
one within the other and their days in force overlap. A meeting is a *dualism*
when they stand in different instruments, no link excuses the difference, and
they differ in one of eight ways. ``find`` lists the dualisms of a graph,
``explain`` says for any two norms which test holds and which fails.
"""

from simpul.findings.dualism.assumptions import Change, assume, read_change
from simpul.findings.dualism.comparison import Comparison, compare
from simpul.findings.dualism.decision import Citation, Resolution, Step
from simpul.findings.dualism.differences import KINDS
from simpul.findings.dualism.explanation import Explanation, Test
from simpul.findings.dualism.finding import Finding
from simpul.findings.dualism.history import Moment
from simpul.findings.dualism.reform import Plan, closers, plans
from simpul.findings.dualism.rulebook import Norm, Penalty, RuleBook, read_rulebook
from simpul.findings.dualism.scoring import Expectation, Score, read_expectations, score
from simpul.findings.dualism.search import Pair, conflicts, pairs_by_groups, pairs_by_rules
from simpul.findings.dualism.severity import Severity, severity
from simpul.findings.dualism.side import Side
from simpul.findings.dualism.study import Study, study

__all__ = [
    "KINDS",
    "Change",
    "Citation",
    "Comparison",
    "Expectation",
    "Explanation",
    "Finding",
    "Moment",
    "Norm",
    "Pair",
    "Penalty",
    "Plan",
    "Resolution",
    "RuleBook",
    "Score",
    "Severity",
    "Side",
    "Step",
    "Study",
    "Test",
    "assume",
    "closers",
    "compare",
    "conflicts",
    "pairs_by_groups",
    "pairs_by_rules",
    "plans",
    "read_change",
    "read_expectations",
    "read_rulebook",
    "score",
    "severity",
    "study",
]
