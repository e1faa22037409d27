"""``simpul query --explain``: the engine's plan where its program is, else the algebra."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simpul.engine import explaining
from simpul.engine.algebra import algebra
from simpul.errors import UnreadableInput

Simpul = Callable[..., subprocess.CompletedProcess[str]]
QUERY = """SELECT ?a (COUNT(?l) AS ?n) WHERE {
  ?a a pol:Actor ; rdfs:label ?l . OPTIONAL { ?a skos:note ?x }
  FILTER NOT EXISTS { ?a pol:within/skos:broader id:polri } FILTER (?l IN ("x", "y") || 1 + 1 = 2)
} GROUP BY ?a ORDER BY DESC(?n) LIMIT 3"""


def test_the_plan_of_the_engine_is_shown_with_what_each_step_gave(simpul: Simpul) -> None:
    beside = shutil.which("oxigraph", path=Path(sys.executable).parent)
    if not beside and not shutil.which("oxigraph"):
        pytest.skip("oxigraph is not installed")
    done = simpul("query", "--explain", "SELECT ?l { id:polri rdfs:label ?l }")
    assert done.returncode == 0, done.stderr
    step = next(line for line in done.stdout.splitlines() if "QuadPattern" in line)
    assert step.split()[0] == "2"
    assert "id:polri rdfs:label ?l" in step


def test_without_the_program_the_algebra_is_shown_with_counts(
    run: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explaining, "_PROGRAM", "no-such-program")
    done = run("query", "--explain", QUERY)
    lines = [line.strip() for line in done.output.splitlines()]
    assert "rows from 1, at most 3" in lines
    assert "order by ?n descending" in lines
    assert any(line.startswith("?a rdf:type pol:Actor    [") for line in lines)
    assert any("not exists { ?a pol:within/skos:broader id:polri }" in line for line in lines)


def test_an_endpoint_is_not_asked(simpul: Simpul) -> None:
    done = simpul("--endpoint", "http://127.0.0.1:9/", "query", "--explain", QUERY)
    assert done.returncode == 0, done.stderr
    assert "aggregate COUNT(?l) as" in done.stdout


def test_a_service_is_shown_and_not_asked(simpul: Simpul) -> None:
    query = "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    done = simpul("--endpoint", "http://127.0.0.1:9/", "query", "--explain", query)
    assert done.returncode == 0, done.stderr
    assert "ask another server" in done.stdout


def test_a_fault_of_the_query_is_told_by_line(simpul: Simpul) -> None:
    done = simpul("query", "--explain", "SELECT ?x WHERE {\n  ?x pol:matter }")
    assert done.returncode == 2
    assert "query, line 2, column" in done.stderr


def test_what_rdflib_cannot_read_is_a_sentence() -> None:
    with pytest.raises(UnreadableInput):
        algebra("SELECT ?x { ?x nope:y ?z }", count=lambda _: None)


FORMS = (
    "ASK { ?s ?p ?o }",
    "CONSTRUCT { ?s rdfs:label ?l } WHERE { GRAPH ?g { ?s rdfs:label ?l } }",
    "DESCRIBE id:polri",
    "SELECT DISTINCT ?s { { ?s a pol:Norm } UNION { ?s a pol:Actor } MINUS { ?s a tip:X } }",
    "SELECT ?s { VALUES ?s { id:a UNDEF } { SELECT ?s { ?s ?p [] } LIMIT 2 } BIND (-1 AS ?x) }",
    "SELECT REDUCED ?s { ?s pol:within+|^skos:broader ?o FILTER (!BOUND(?x) && ?o != 3 * 2) }",
)


@pytest.mark.parametrize("query", FORMS)
def test_every_form_of_query_has_an_algebra(query: str) -> None:
    lines = algebra(query, count=lambda _: 1)
    assert lines[0].split()[0] in ("ask", "construct", "describe", "select")
    assert not any("rdflib" in line or "CompValue" in line for line in lines)


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<urn:a> <urn:b> "x" .')
    command = [sys.executable, "-m", "simpul", "query", "--bare"]
    done = subprocess.run(
        [*command, "--data", str(tmp_path / "a.ttl"), "--explain", "SELECT * { ?s ?p ?o }"],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["a.ttl"]
