"""``simpul query``: forms, files, and errors with their place."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Simpul = Callable[..., subprocess.CompletedProcess[str]]
LABEL = "SELECT ?l WHERE { <urn:a> <urn:b> ?l }"


def test_a_fault_of_the_query_is_told_by_line_and_column(simpul: Simpul) -> None:
    done = simpul("query", "SELECT ?x WHERE {\n  ?x pol:matter }")
    assert done.returncode == 2
    assert "query, line 2, column" in done.stderr


def test_a_fault_of_the_data_is_told_by_line(tmp_path: Path, simpul: Simpul) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a> <urn:b> 1 .\n<urn:a> <urn:b> oops .\n")
    done = simpul("query", "--data", str(tmp_path / "a.ttl"), "ASK {}")
    assert done.returncode == 2
    assert "a.ttl, line 2" in done.stderr


def test_a_name_the_graph_never_uses_is_told_with_the_nearest(simpul: Simpul) -> None:
    done = simpul("query", "SELECT ?l { id:polrri rdfs:label ?l }")
    assert "never uses id:polrri; did you mean id:polri" in done.stderr


def test_a_known_name_gives_no_warning(simpul: Simpul) -> None:
    done = simpul("query", 'SELECT ?l { id:polri rdfs:label ?l FILTER (?l != "id:polrri") }')
    assert done.stderr == ""


FILES = {
    "a.ttl": b'<urn:a> <urn:b> "x" .',
    "a.nt": b'<urn:a> <urn:b> "x" .',
    "a.nq": b'<urn:a> <urn:b> "x" <urn:g> .',
    "a.trig": b'<urn:g> { <urn:a> <urn:b> "x" }',
    "a.jsonld": b'{"@id": "urn:a", "urn:b": "x"}',
    "a.rdf": b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:">'
    b'<rdf:Description rdf:about="urn:a"><u:b>x</u:b></rdf:Description></rdf:RDF>',
    "a.ttl.gz": gzip.compress(b'<urn:a> <urn:b> "x" .'),
}


@pytest.mark.parametrize("name", FILES)
def test_every_format_is_read(name: str, tmp_path: Path, simpul: Simpul) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    done = simpul("query", "--data", str(tmp_path / name), LABEL, "-f", "json")
    assert [b["l"]["value"] for b in json.loads(done.stdout)["results"]["bindings"]] == ["x"]


def test_a_file_may_be_a_named_graph(tmp_path: Path, simpul: Simpul) -> None:
    (tmp_path / "a.ttl").write_bytes(FILES["a.ttl"])
    query = "SELECT ?g ?l { GRAPH ?g { ?s <urn:b> ?l } FILTER NOT EXISTS { ?s <urn:b> ?l } }"
    done = simpul("query", "--graph", f"urn:g={tmp_path / 'a.ttl'}", query, "-f", "csv")
    assert done.stdout.splitlines() == ["g,l", "urn:g,x"]


def test_relative_names_are_resolved_against_the_base(simpul: Simpul) -> None:
    query = "SELECT (<polri> AS ?x) {}"
    done = simpul("query", "--base", "https://w3id.org/simpul/id/", query, "-f", "csv")
    assert done.stdout.split() == ["x", "https://w3id.org/simpul/id/polri"]


@pytest.mark.parametrize("form", ["ttl", "nt", "jsonld"])
def test_construct_has_equal_bytes_each_time(form: str, simpul: Simpul) -> None:
    query = "CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s rdfs:label ?o }"
    assert (
        simpul("query", query, "-f", form).stdout == simpul("query", query, "-f", form).stdout != ""
    )
