"""The promises of SECURITY.md: no request, no foreign file, no change, an end, a sentence."""

from __future__ import annotations

import hashlib
import random
import subprocess
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

Simpul = Callable[..., subprocess.CompletedProcess[str]]
Run = Callable[..., object]
SECRET = "kata-sandi-rahasia"
GOOD = """@prefix id: <https://w3id.org/simpul/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
id:polri rdfs:label "Kepolisian"@id , "Police"@en ; rdfs:comment "baris \\" satu" .
"""


class Canary(BaseHTTPRequestHandler):
    """Counts what it is asked, and answers nothing."""

    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    do_POST = do_HEAD = do_GET

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def canary() -> Iterator[str]:
    Canary.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Canary)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.ttl"
    path.write_text(f'<urn:s> <urn:p> "{SECRET}" .')
    return path


QUERIES = (
    "ASK {{ SERVICE <{there}/sparql> {{ ?s ?p ?o }} }}",
    "ASK {{ SERVICE SILENT <{there}/sparql> {{ ?s ?p ?o }} }}",
    "SELECT * FROM <{there}/a.ttl> WHERE {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <{there}/a.ttl> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "LOAD <{there}/a.ttl>",
    "PREFIX x: <urn:x> # comment\nLOAD <{there}/a.ttl>",
    "CLEAR ALL",
    # Oxigraph reads these as SERVICE too.
    "SELECT * {{ ?s ?p 1SERVICE<{there}/a>{{ ?a ?b ?c }} }}",
    "SELECT * {{ ?s ?p trueSERVICE<{there}/a>{{ ?a ?b ?c }} }}",
    "SELECT * {{ SERVICESILENT<{there}/a>{{ ?a ?b ?c }} }}",
    "PREFIX s: <{there}/> SELECT * {{ SERVICEs:x{{ ?a ?b ?c }} }}",
    "SELECT * {{ SERVICE # {{\n SILENT # {{\n ?x\u00b7 # {{\n {{ ?a ?b ?c }}"
    " BIND (<{there}> AS ?x\u00b7) }}",
    "SELECT * {{ ?s ?p ?o FILTER (?o<?b#>\n) SERVICE <{there}/a> {{ ?a ?b ?c }} }}",
    'SELECT * {{ FILTER (?o<?b#>"""\n) SERVICE <{there}/a> {{ ?a ?b ?c }} }} # """',
)


@pytest.mark.parametrize("query", QUERIES)
def test_no_query_leaves_the_machine(query: str, canary: str, simpul: Simpul) -> None:
    done = simpul("query", query.format(there=canary))
    assert done.returncode == 2
    assert Canary.asked == []


@pytest.mark.parametrize("query", QUERIES[2:6])
def test_no_query_reads_a_file(query: str, secret: Path, simpul: Simpul) -> None:
    done = simpul("query", query.format(there=secret.as_uri()).replace("/a.ttl", ""))
    assert done.returncode == 2
    assert SECRET not in done.stdout + done.stderr


def test_allow_service_is_the_one_door(canary: str, simpul: Simpul) -> None:
    simpul("query", "--allow-service", QUERIES[0].format(there=canary), "--timeout", "20")
    assert Canary.asked


DATA = {
    "context.jsonld": '{{"@context": "{there}/c.jsonld", "@id": "urn:a", "label": "x"}}',
    "entity.rdf": '<!DOCTYPE r [<!ENTITY e SYSTEM "{file}">]><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    'rdf:about="urn:a"><rdf:value>&e;</rdf:value></rdf:Description></rdf:RDF>',
    "imports.ttl": "<urn:a> <http://www.w3.org/2002/07/owl#imports> <{there}/o.ttl> .",
}


@pytest.mark.parametrize("name", DATA)
def test_no_data_file_leaves_the_machine(
    name: str, canary: str, secret: Path, tmp_path: Path, simpul: Simpul
) -> None:
    (tmp_path / name).write_text(DATA[name].format(there=canary, file=secret.as_uri()))
    done = simpul("query", "--data", str(tmp_path / name), "SELECT ?v { ?s ?p ?v }", "-f", "csv")
    assert Canary.asked == []
    assert SECRET not in done.stdout + done.stderr


READERS = (
    *(("ask",), ("show", "polri"), ("find", "polisi"), ("coverage",), ("timeline",), ("stats",)),
    *(("dualism", "find"), ("check",), ("query", "ASK {}"), ("query", "--explain", "ASK {}")),
    *(("export", "-f", form, "-o", "-") for form in ("nq", "xlsx", "html")),
    *(("query", text) for text in ("DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "DROP ALL")),
)


@pytest.mark.parametrize("verb", READERS, ids=" ".join)
def test_no_command_changes_its_input(verb: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.ttl").write_text(GOOD)
    before = hashlib.sha256((tmp_path / "a.ttl").read_bytes()).hexdigest()
    run("--data", str(tmp_path / "a.ttl"), *verb)
    assert hashlib.sha256((tmp_path / "a.ttl").read_bytes()).hexdigest() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.ttl"]


def test_no_command_changes_a_store(tmp_path: Path, simpul: Simpul) -> None:
    (tmp_path / "a.ttl").write_text(GOOD)
    store = tmp_path / "store"
    assert simpul("load", "--data", str(tmp_path / "a.ttl"), "-o", str(store)).returncode == 0
    before = {path.name: path.read_bytes() for path in store.iterdir()}
    for verb in (("show", "polri"), ("query", "SELECT * { ?s ?p ?o }"), ("query", "CLEAR ALL")):
        simpul("--data", str(store), *verb)
    assert {path.name: path.read_bytes() for path in store.iterdir()} == before


ENDLESS = {
    "a join": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "braces": "ASK " + "{" * 3000 + "}" * 3000,
    "brackets": "SELECT (" + "(" * 6000 + "1" + ")" * 6000 + " AS ?x) {}",
}


@pytest.mark.parametrize("what", ENDLESS)
def test_what_has_no_end_is_ended(what: str, simpul: Simpul) -> None:
    done = simpul("query", ENDLESS[what], "--timeout", "2")
    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr


def test_too_many_rows_are_said_to_be_cut(simpul: Simpul) -> None:
    done = simpul("query", "SELECT * { ?s ?p ?o }", "--max-rows", "3", "-f", "csv")
    assert done.returncode == 4
    assert len(done.stdout.splitlines()) == 4


@pytest.mark.parametrize("seed", range(12))
def test_damaged_data_gives_a_sentence(seed: int, tmp_path: Path, simpul: Simpul) -> None:
    chance = random.Random(seed)
    damaged = bytearray(GOOD.encode())
    for _ in range(chance.randint(1, 5)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    path = tmp_path / "damaged.ttl"
    path.write_bytes(damaged)
    done = simpul("query", "--data", str(path), "SELECT * { ?s rdfs:label ?o }", "-f", "json")
    assert done.returncode in (0, 2, 4)
    assert "Traceback" not in done.stderr
    assert "simpul itself failed" not in done.stderr
