"""``simpul query``: data from standard input, and what relative IRIs are resolved against."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

ALL = "SELECT ?s ?o { ?s <urn:b> ?o }"
BASE = "https://example.org/laws/list"
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:">'
    '<rdf:Description rdf:about="a"><u:b>x</u:b></rdf:Description></rdf:RDF>'
)
RELATIVE = {
    "ttl": '<a> <urn:b> "x" .',
    "trig": '{ <a> <urn:b> "x" }',
    "jsonld": '{"@id": "a", "urn:b": "x"}',
    "rdf": RDF,
}


def asked(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "simpul", "query", "--bare", "-f", "json", *arguments]
    return subprocess.run(command, input=given, capture_output=True, timeout=60, check=False)


def rows(done: subprocess.CompletedProcess[bytes]) -> list[tuple[str, ...]]:
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    names = found["head"]["vars"]
    return [tuple(row[name]["value"] for name in names) for row in found["results"]["bindings"]]


@pytest.mark.parametrize("form", RELATIVE)
def test_stdin_is_read_in_the_format_said(form: str) -> None:
    arguments = ("--data", "-", "--data-format", form, "--base", BASE, ALL)
    assert rows(asked(*arguments, given=RELATIVE[form].encode())) == [
        ("https://example.org/laws/a", "x")
    ]


@pytest.mark.parametrize("given", [b'<urn:a> <urn:b> "x" .', b'{ <urn:a> <urn:b> "x" }'])
def test_stdin_is_turtle_or_trig_unless_said(given: bytes) -> None:
    assert rows(asked("--data", "-", ALL, given=given)) == [("urn:a", "x")]


def test_packed_stdin_is_unpacked() -> None:
    given = gzip.compress(b'<urn:a> <urn:b> "x" .')
    assert rows(asked("--data", "-", ALL, given=given)) == [("urn:a", "x")]


def test_stdin_holds_the_data_or_the_query() -> None:
    done = asked("--data", "-", "-", given=b"")
    assert done.returncode == 2
    assert b"stdin holds the data" in done.stderr


def test_a_fault_of_stdin_is_told_by_line() -> None:
    done = asked("--data", "-", ALL, given=b'<urn:a> <urn:b> "x" .\nno')
    assert done.returncode == 2
    assert b"<stdin>, line 2" in done.stderr


@pytest.mark.parametrize("form", RELATIVE)
def test_a_relative_name_without_a_base_is_refused(form: str, tmp_path: Path) -> None:
    (tmp_path / f"a.{form}").write_text(RELATIVE[form])
    done = asked("--data", str(tmp_path / f"a.{form}"), ALL)
    assert done.returncode == 2
    assert b"--base IRI" in done.stderr
    assert str(tmp_path).encode() not in done.stdout


def test_a_named_graph_is_the_base_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<> <urn:b> "x" .')
    query = "SELECT ?s ?g { GRAPH ?g { ?s <urn:b> ?o } }"
    done = asked("--graph", f"{BASE}={tmp_path / 'a.ttl'}", "--base", "urn:other", query)
    assert rows(done) == [(BASE, BASE)]


def test_blank_nodes_of_two_files_are_two(tmp_path: Path) -> None:
    for name, value in (("a.ttl", "x"), ("b.ttl", "y")):
        (tmp_path / name).write_text(f'_:n <urn:b> "{value}" .')
    files = ("--data", str(tmp_path / "a.ttl"), "--data", str(tmp_path / "b.ttl"))
    both = "SELECT ?x ?y { ?s <urn:b> ?x , ?y FILTER (?x != ?y) }"
    assert rows(asked(*files, both)) == []


def test_a_name_with_a_space_is_a_file_like_others(tmp_path: Path) -> None:
    (tmp_path / "my laws.ttl").write_text('<urn:a> <urn:b> "x" .')
    command = [sys.executable, "-m", "simpul", "--data", str(tmp_path / "my laws.ttl"), "query"]
    done = subprocess.run([*command, ALL, "-f", "csv"], capture_output=True, timeout=60, check=True)
    assert done.stdout.split() == [b"s,o", b"urn:a,x"]


def test_a_damaged_gzip_is_told(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(b'<urn:a> <urn:b> "x" .' * 100))
    packed[len(packed) // 2] ^= 0xFF
    (tmp_path / "a.ttl.gz").write_bytes(packed)
    done = asked("--data", str(tmp_path / "a.ttl.gz"), ALL)
    assert done.returncode == 2
    assert b"cannot open the file" in done.stderr
