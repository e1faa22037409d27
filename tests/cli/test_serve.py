"""The local server: the SPARQL protocol for this machine, and nothing else."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Thread
from urllib.parse import urlencode

import pytest

from simpul.engine import EmbeddedGraph, RemoteGraph
from simpul.views.serving import Served, server

LABELS = "SELECT ?l WHERE { id:polri rdfs:label ?l } ORDER BY ?l"


@pytest.fixture(scope="module")
def here(bundled: EmbeddedGraph) -> Iterator[str]:
    running = server(0, Served(bundled, seconds=5, rows=500))
    Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/sparql"
    running.shutdown()
    running.server_close()


def asked(url: str, data: bytes | None = None, **headers: str) -> tuple[int, str, bytes]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, data, named)
    try:
        with urllib.request.urlopen(request, timeout=30) as reply:
            return reply.status, reply.headers["Content-Type"], reply.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read()


def test_all_three_ways_to_ask_give_the_same(here: str) -> None:
    form = urlencode({"query": LABELS}).encode()
    ways = [
        asked(f"{here}?{form.decode()}"),
        asked(here, form),
        asked(here, LABELS.encode(), Content_Type="application/sparql-query"),
    ]
    assert {way[0] for way in ways} == {200}
    assert len({way[2] for way in ways}) == 1
    assert len(json.loads(ways[0][2])["results"]["bindings"]) == 2


@pytest.mark.parametrize(
    "media", ["text/csv", "text/tab-separated-values", "application/sparql-results+xml"]
)
def test_the_client_chooses_the_form(media: str, here: str) -> None:
    status, kind, _ = asked(
        here, urlencode({"query": LABELS}).encode(), Accept=f"{media}, */*;q=0.1"
    )
    assert (status, kind) == (200, media)


def test_simpul_itself_can_ask_it(here: str, bundled: EmbeddedGraph) -> None:
    assert RemoteGraph(here).select(LABELS) == bundled.select(LABELS)


def test_rdflib_can_ask_it(here: str) -> None:
    import rdflib
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = rdflib.Graph(SPARQLStore(here, returnFormat="json"))
    assert len(list(graph.query(f"PREFIX id: <https://w3id.org/simpul/id/> {LABELS}"))) == 2


@pytest.mark.parametrize(
    ("fields", "headers", "status"),
    [
        ({"query": "SELCT"}, {}, 400),
        ({"update": "CLEAR ALL"}, {}, 403),
        ({"query": "CLEAR ALL"}, {}, 400),
        ({"query": "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}, {}, 400),
        ({"query": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"}, {}, 400),
        ({"query": "ASK {}"}, {"Host": "evil.example"}, 403),
        ({"query": "SELECT * { ?a ?b ?c }"}, {}, 503),
        ({"query": "ASK " + "{" * 3000 + "}" * 3000}, {}, 503),
        ({}, {}, 400),
    ],
)
def test_what_is_refused(fields, headers, status: int, here: str) -> None:
    assert asked(here, urlencode(fields).encode(), **headers)[0] == status


def test_no_other_website_may_read_the_answer(here: str) -> None:
    request = urllib.request.Request(
        f"{here}?query=ASK%7B%7D", headers={"Origin": "http://evil.example"}
    )
    with urllib.request.urlopen(request, timeout=30) as reply:
        assert not [name for name in reply.headers if name.lower().startswith("access-control")]


def test_a_runaway_query_does_not_stop_the_others(here: str) -> None:
    endless = urlencode({"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"})
    with ThreadPoolExecutor(9) as pool:
        slow = pool.submit(asked, here, endless.encode())
        quick = list(
            pool.map(lambda _: asked(here, urlencode({"query": LABELS}).encode()), range(16))
        )
        assert {status for status, _, _ in quick} == {200}
        assert slow.result()[0] == 503
