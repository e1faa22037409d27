"""Whatever a server sends, the answer is one sentence and exit code 3 or 4."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs

import pytest

from simpul.engine import RemoteGraph
from simpul.engine.http import Bounds
from simpul.errors import EndpointFailed, LimitReached, WrongUse

GOOD = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"a"}}]}}'
JSON = "application/sparql-results+json"
Answer = Callable[[BaseHTTPRequestHandler], None]


def says(status: int, media: str, body: bytes, claimed: int | None = None, **more: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", media)
        handler.send_header("Content-Length", str(len(body) if claimed is None else claimed))
        for name, value in more.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def drips(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.end_headers()
    while True:
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def floods(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.end_headers()
    while True:
        handler.wfile.write(b" " * 65536)


BROKEN = {
    "an HTML page": says(200, "text/html", b"<html>Welcome</html>"),
    "an HTML error page": says(500, "text/html", b"<html>Oops</html>"),
    "a garbled body": says(200, JSON, b'{"head": nonsense'),
    "a cut body": says(200, JSON, GOOD[:40]),
    "a body shorter than it claims": says(200, JSON, GOOD[:40], claimed=len(GOOD)),
    "a login": says(401, "text/plain", b"", WWW_Authenticate='Basic realm="x"'),
    "no endpoint": says(404, "text/plain", b"not here"),
    "a foreign redirect": says(302, "text/plain", b"", Location="http://evil.example/"),
    "an endless redirect": says(307, "text/plain", b"", Location="/again"),
    "no HTTP": lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n") and None,
    "a slow drip": drips,
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_answer_fails_in_one_sentence(what: str, canned) -> None:
    canned.answer = BROKEN[what]
    with pytest.raises(EndpointFailed) as failed:
        RemoteGraph(canned.url, Bounds(seconds=1.0, tries=1)).select("SELECT ?x {}")
    assert len(failed.value.problems) == 1
    assert "\n" not in failed.value.problems[0].what


def test_a_flood_is_cut_off(canned) -> None:
    canned.answer = floods
    with pytest.raises(LimitReached):
        RemoteGraph(canned.url, Bounds(seconds=20, most_bytes=1 << 20)).select("SELECT ?x {}")


def test_a_cut_result_of_virtuoso_is_not_passed_off_as_whole(canned) -> None:
    canned.answer = says(200, JSON, GOOD, X_SPARQL_MaxRows="1")
    with pytest.raises(LimitReached, match="cut the answer at 1 rows"):
        RemoteGraph(canned.url).select("SELECT ?x {}")


@pytest.mark.parametrize("most", [3, 1000])
def test_statements_a_server_gives_in_part_are_fetched_in_pages(
    most: int, canned, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that gives no more than ``most`` rows at a time holds seven statements."""
    from pyoxigraph import NamedNode, Quad, QueryResultsFormat, Store

    monkeypatch.setattr("simpul.engine.remote._PAGE", 2)
    store = Store()
    store.extend(
        Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), NamedNode("urn:o"), NamedNode("urn:g"))
        for n in range(7)
    )

    def cut(handler: BaseHTTPRequestHandler) -> None:
        found = store.query(parse_qs(handler.asked)["query"][0])  # type: ignore[attr-defined]
        body = json.loads(found.serialize(format=QueryResultsFormat.JSON))
        body["results"]["bindings"] = body["results"]["bindings"][:most]
        says(200, JSON, json.dumps(body).encode())(handler)

    canned.answer = cut
    found = list(RemoteGraph(canned.url).statements("urn:g"))
    assert sorted(triple.subject.value for triple in found) == [f"urn:{n}" for n in range(7)]
    assert canned.requests == (2 if most == 1000 else 6)


def test_a_busy_server_is_asked_again(canned) -> None:
    def busy_twice(handler: BaseHTTPRequestHandler) -> None:
        busy = canned.requests <= 2
        says(503 if busy else 200, JSON, b"" if busy else GOOD, Retry_After="0")(handler)

    canned.answer = busy_twice
    graph = RemoteGraph(canned.url)
    graph.__dict__["merged"] = False
    assert len(graph.select("SELECT ?x {}")) == 1
    assert canned.requests == 3


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
def test_credentials_come_from_the_environment(
    scheme: str, canned, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def guarded(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers.get("Authorization", ""))
        if seen[-1].startswith(scheme):
            return says(200, JSON, GOOD)(handler)
        challenge = {
            "Basic": 'Basic realm="r"',
            "Digest": 'Digest realm="r", nonce="n", qop="auth"',
        }
        return says(401, "text/plain", b"", WWW_Authenticate=challenge[scheme])(handler)

    canned.answer = guarded
    monkeypatch.setenv("SIMPUL_USER", "ani")
    monkeypatch.setenv("SIMPUL_PASSWORD", "rahasia")
    graph = RemoteGraph(canned.url)
    graph.__dict__["merged"] = False
    assert len(graph.select("SELECT ?x {}")) == 1
    assert seen[0] == ""
    assert "rahasia" not in seen[1]


@pytest.mark.parametrize("url", ["ftp://x/", "http://ani:rahasia@x/", "/etc/passwd", "file:///etc"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(WrongUse):
        RemoteGraph(url)


def test_a_dead_server_is_exit_3(simpul: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = simpul("--endpoint", "http://127.0.0.1:9/", "query", "SELECT * {}")
    assert done.returncode == 3
    assert "cannot be reached" in done.stderr
    assert "Traceback" not in done.stderr
