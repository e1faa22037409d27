"""Every question, rule and export gives the same on a server as embedded."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Callable

import pytest

from simpul import questions, resources
from simpul.engine import EmbeddedGraph, RemoteGraph
from simpul.engine.loading import digest
from simpul.model import Answers
from simpul.views.rdf import written

pytestmark = pytest.mark.server

RULES = sorted((resources.ontology() / "dualism").glob("*.rq"))
QUESTIONS = [found.name for found in questions.questions()]


def rows(answers: object) -> Counter[tuple[str, ...]]:
    """Rows without their order, each as often as it stands; Virtuoso spells true as 1."""
    found = answers.rows  # type: ignore[attr-defined]
    return Counter(tuple(SPELLED.get(str(t), str(t)) for t in row) for row in found)


SPELLED = {"true": "1", "false": "0"}


def test_a_doubled_row_is_seen() -> None:
    once, twice = Answers(("a",), [("x",)]), Answers(("a",), [("x",), ("x",)])
    assert rows(once) != rows(twice)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_the_same_rows(name: str, endpoint: str, bundled: EmbeddedGraph) -> None:
    asked = questions.question(name)
    assert rows(questions.ask(RemoteGraph(endpoint), asked)) == rows(questions.ask(bundled, asked))


@pytest.mark.parametrize("rule", RULES, ids=lambda path: path.stem)
def test_a_rule_of_dualism_has_the_same_pairs(rule, endpoint: str, bundled: EmbeddedGraph) -> None:
    query = rule.read_text("utf-8")
    assert rows(RemoteGraph(endpoint).select(query)) == rows(bundled.select(query))


VERBS = (
    ("dualism", "find", "-f", "json"),
    ("dualism", "explain", "uu-21-2007/pasal-4", "uu-18-2017/pasal-81", "-f", "json"),
    ("coverage", "-f", "csv"),
    ("timeline", "-f", "csv"),
    ("stats", "-f", "csv"),
    ("show", "polri", "-f", "csv"),
    ("find", "perdagangan orang", "-f", "csv"),
    ("export", "-f", "graphml", "-o", "-"),
    ("query", "SELECT ?a WHERE { ?a a pol:Actor } ORDER BY ?a", "-f", "csv"),
    ("query", "SELECT ?g WHERE { GRAPH ?g { id:polri a ?c } } ORDER BY ?g", "-f", "tsv"),
)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: " ".join(verb[:2]))
def test_a_command_prints_the_same(
    verb: tuple[str, ...], endpoint: str, simpul: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    here = simpul(*verb)
    if "no verb is called" in here.stderr:
        pytest.skip(f"{verb[0]} is not there yet")
    there = simpul("--endpoint", endpoint, *verb)
    assert (there.returncode, there.stdout) == (here.returncode, here.stdout), there.stderr


def test_all_statements_come_back(endpoint: str, bundled: EmbeddedGraph) -> None:
    assert digest(RemoteGraph(endpoint).quads) == digest(set(bundled.quads))


def test_an_export_from_oxigraph_has_equal_bytes(oxigraph: str, bundled: EmbeddedGraph) -> None:
    assert written(RemoteGraph(oxigraph).quads, "nq") == written(bundled.quads, "nq")
