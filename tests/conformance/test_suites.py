"""The W3C suites, where they are at hand; and small cases for what they once showed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SUITES = "SIMPUL_W3C_SUITES"
HERE = Path(__file__).parent
Simpul = Callable[..., subprocess.CompletedProcess[str]]


def test_simpul_misses_nothing_that_its_engine_passes() -> None:
    named = os.environ.get(SUITES, "")
    if not named:
        pytest.skip(f"{SUITES} names no folder: about 600 W3C tests not run (see README.md here)")
    done = subprocess.run(
        [sys.executable, str(HERE), *named.split(os.pathsep)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "evaluation" in done.stdout


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, str]]:
    assert done.returncode == 0, done.stderr
    bindings = json.loads(done.stdout)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in bindings]


WORDS = {
    "a variable called service": "SELECT ?service { BIND (1 AS ?service) }",
    "a variable called from": "SELECT ?x { BIND (1 AS ?x) OPTIONAL { ?from <urn:p> ?x } }",
    "a name that ends in service": "SELECT ?x { BIND (1 AS ?x) OPTIONAL { ?x id:service ?y } }",
    "a short name after a slash of a path": "SELECT (COUNT(?y) + 1 AS ?x) { ?s a/skos:broader ?y }",
    "an IRI that speaks of a service": "SELECT ?x { BIND (1 AS ?x) "
    "OPTIONAL { <http://example.org/service#Foo> ?p ?y } }",
}


@pytest.mark.parametrize("what", WORDS)
def test_a_keyword_within_a_name_is_no_keyword(what: str, simpul: Simpul) -> None:
    found = rows(simpul("query", "--bare", WORDS[what], "-f", "json"))
    assert [list(row.values()) for row in found] == [["1"]]


def test_an_unknown_function_gives_no_value_and_a_warning(simpul: Simpul) -> None:
    """SPARQL 1.1 Query, section 17.6; Oxigraph alone stops."""
    done = simpul("query", "--bare", "SELECT (<urn:f>(1) AS ?x) (2 AS ?y) {}", "-f", "json")
    assert rows(done) == [{"y": "2"}]
    assert "no function <urn:f> is known" in done.stderr


def test_an_empty_graph_that_was_given_may_be_named(tmp_path: Path, simpul: Simpul) -> None:
    (tmp_path / "empty.ttl").write_text("")
    given = ("--graph", f"http://example.org/g={tmp_path / 'empty.ttl'}")
    query = "PREFIX e: <http://example.org/> SELECT * FROM e:g { ?s ?p ?o }"
    assert rows(simpul("query", *given, query, "-f", "json")) == []


def test_a_graph_named_by_a_short_name_must_be_held(simpul: Simpul) -> None:
    done = simpul("query", "PREFIX e: <http://example.org/> SELECT * FROM e:g { ?s ?p ?o }")
    assert done.returncode == 2
    assert "http://example.org/g (FROM) is not held" in done.stderr


def test_a_relative_graph_name_is_resolved_against_the_base(tmp_path: Path, simpul: Simpul) -> None:
    (tmp_path / "g.ttl").write_text('<a> <urn:p> "x" .')
    given = ("--base", "http://example.org/q", "--graph", f"http://example.org/g={tmp_path}/g.ttl")
    query = "SELECT ?s FROM <g> { ?s ?p ?o }"
    assert rows(simpul("query", *given, query, "-f", "json")) == [{"s": "http://example.org/a"}]


def test_a_line_end_within_a_text_of_a_query_is_kept(tmp_path: Path, simpul: Simpul) -> None:
    (tmp_path / "q.rq").write_bytes(b'SELECT ("""a\r\nb""" AS ?x) {}')
    done = simpul("query", "--bare", f"@{tmp_path / 'q.rq'}", "-f", "json")
    assert rows(done) == [{"x": "a\r\nb"}]


def test_a_server_that_is_not_there_is_exit_3(simpul: Simpul) -> None:
    query = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    done = simpul("query", "--bare", "--allow-service", query)
    assert done.returncode == 3
    assert "itself failed" not in done.stderr
