"""Bits of an input are flipped: the answer is a result or a sentence, never a traceback."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simpul.cli import cli
from simpul.errors import SimpulError

FLIPS = 200
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:u#">\n'
TURTLE = (
    "@prefix id: <https://w3id.org/simpul/id/> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    'id:polri <urn:u#label> "Kepolisian \\u00e9 \\" satu"@id , "Police"@en ;\n'
    '  <urn:u#from> "2023-05-10"^^xsd:date ; <urn:u#n> 1.50 , true , [ <urn:u#in> ( 1 2 ) ] .\n'
)
LINE = '<urn:a> <urn:u#label> "Kepolisian \\u00e9"@id {}.\n_:b <urn:u#n> "1"^^<urn:t> {}.\n'
GOOD = {
    "a.ttl": TURTLE.encode(),
    "a.trig": (TURTLE + '<urn:g> { <urn:a> <urn:b> """x\ny""" }').encode(),
    "a.nt": LINE.format("", "").encode(),
    "a.nq": LINE.format("<urn:g> ", "").encode(),
    "a.rdf": (
        RDF + '<rdf:Description rdf:about="urn:a" u:n="1"><u:label xml:lang="id">Polri &amp; x'
        '</u:label><u:in rdf:parseType="Collection"><u:T/></u:in></rdf:Description></rdf:RDF>'
    ).encode(),
    "a.jsonld": b'{"@context": {"u": "urn:u#", "label": {"@id": "u:label", "@language": "id"}},'
    b' "@graph": [{"@id": "urn:a", "label": "Polri", "u:in": {"@list": [1, 2.5, true]}}]}',
    "a.ttl.gz": gzip.compress(TURTLE.encode(), mtime=0),
}
QUERY = (
    "PREFIX u: <urn:u#> SELECT ?a (COUNT(*) AS ?n) WHERE { ?a u:label|^u:in* ?l ."
    ' OPTIONAL { ?a u:n 1.5 } FILTER (LANG(?l) = "id" && ?l != """x""") } GROUP BY ?a LIMIT 5'
)
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
TABLE = """id;label_id;label_en;kind;source;confidence
kota-x;Kota X;X City;city;khoerunisa-2025;likely
"""


def flipped(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def expected(done: Result) -> bool:
    """Done, or an error the user is told of: any other is a traceback."""
    if done.exception is None:
        return done.exit_code == 0
    known = isinstance(done.exception, SimpulError | SystemExit)
    return known and getattr(done.exception, "exit_code", 2) in (2, 4)


def swept(write: Callable[[bytes], None], good: bytes, *arguments: str, flips: int = FLIPS) -> int:
    """The number of damaged inputs that were refused; fails at the first surprise."""
    refused = 0
    for seed in range(flips):
        damaged = flipped(good, random.Random(seed))
        write(damaged)
        done = CliRunner().invoke(cli, arguments, standalone_mode=False)
        assert expected(done), (seed, damaged, done.exception)
        refused += done.exception is not None
    return refused


@pytest.mark.parametrize("name", GOOD)
def test_damaged_rdf_is_read_or_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    query = ("query", "--bare", "--data", str(path), COUNT, "-f", "csv")
    path.write_bytes(GOOD[name])
    assert CliRunner().invoke(cli, query, standalone_mode=False).exception is None
    assert swept(path.write_bytes, GOOD[name], *query) > 10


def test_a_damaged_query_is_answered_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    query = ("query", "--bare", f"@{path}", "-f", "json")
    assert swept(path.write_bytes, QUERY.encode(), *query, flips=2 * FLIPS) > 50


def test_a_damaged_query_is_explained_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    query = ("--endpoint", "http://127.0.0.1:9/", "query", "--explain", f"@{path}")
    assert swept(path.write_bytes, QUERY.encode(), *query, flips=100) > 20


@pytest.fixture
def workbook(tmp_path: Path) -> bytes:
    path = tmp_path / "good.xlsx"
    made = CliRunner().invoke(cli, ["add", "--template", "-o", str(path)], standalone_mode=False)
    assert made.exception is None
    return path.read_bytes()


def test_a_damaged_table_is_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    assert swept(path.write_bytes, TABLE.encode(), "add", str(path), flips=40) > 5


def test_a_damaged_workbook_is_read_or_refused(tmp_path: Path, workbook: bytes) -> None:
    path = tmp_path / "tables.xlsx"
    assert swept(path.write_bytes, workbook, "add", str(path), flips=40) > 5


def test_a_damaged_description_of_tables_is_read_or_refused(tmp_path: Path) -> None:
    from simpul import resources

    good = (resources.bundled_data() / "tables.json").read_bytes()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "places.csv").write_text(TABLE.replace(";", ","))
    path = tmp_path / "data" / "tables.json"
    query = ("query", "--bare", "--data", str(tmp_path / "data"), COUNT)
    swept(path.write_bytes, good, *query, flips=60)


def test_a_damaged_law_is_read_or_refused(tmp_path: Path, root: Path) -> None:
    good = (root / "tests" / "laws" / "texts" / "uu-7-2001.md").read_bytes()
    path, out = tmp_path / "uu-7-2001.md", tmp_path / "law.ttl"
    swept(path.write_bytes, good, "read", str(path), "-o", str(out), flips=60)
