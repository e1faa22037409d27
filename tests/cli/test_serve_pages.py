"""The pages of the local server, who may ask it, and how it stops."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest

from simpul.engine import EmbeddedGraph
from simpul.views.serving import Access, Served, Server, server

ASK = "/sparql?query=ASK%7B%7D"


@pytest.fixture
def started() -> Iterator[object]:
    """Starts servers on a free port and stops them after the test."""
    running: list[Server] = []

    def start(graph: EmbeddedGraph, **access: Any) -> str:
        here = server(0, Served(graph, seconds=20, rows=500, bundled=True), Access(**access))
        Thread(target=here.serve_forever, daemon=True).start()
        running.append(here)
        return f"http://127.0.0.1:{here.server_port}"

    yield start
    for here in running:
        here.shutdown()
        here.server_close()


def got(url: str, **headers: str) -> tuple[int, dict[str, str], str]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urllib.request.urlopen(
            urllib.request.Request(url, headers=named), timeout=60
        ) as reply:
            return reply.status, dict(reply.headers), reply.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read().decode()


def test_the_root_is_the_explorer_with_a_way_to_the_queries(started, bundled) -> None:
    status, headers, page = got(started(bundled) + "/")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "Indonesia's response to trafficking in persons" in page.replace("&#39;", "'")
    assert '<a class="queries" href="/sparql">' in page


def test_a_browser_at_the_endpoint_gets_the_query_page(started, bundled) -> None:
    status, headers, page = got(started(bundled) + "/sparql", Accept="text/html,*/*;q=0.8")
    assert status == 200
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "who-chaired-the-task-force" in page


def test_a_program_at_the_endpoint_is_told_to_give_a_query(started, bundled) -> None:
    assert got(started(bundled) + "/sparql", Accept="*/*")[0] == 400


@pytest.mark.parametrize("path", ["/assets/../pages.py", "/assets/query.html.jinja", "/etc/passwd"])
def test_no_other_file_is_handed_out(path: str, started, bundled) -> None:
    assert got(started(bundled) + path)[0] == 404


def test_a_page_is_refused_under_another_name(started, bundled) -> None:
    assert got(started(bundled) + "/", Host="evil.example")[0] == 403


def test_a_website_reads_answers_only_when_named(started, bundled) -> None:
    url = started(bundled, origins=("https://lab.example",))
    allowed = got(url + ASK, Origin="https://lab.example")[1]
    assert allowed["Access-Control-Allow-Origin"] == "https://lab.example"
    assert "Access-Control-Allow-Origin" not in got(url + ASK, Origin="https://other.example")[1]


def test_other_machines_are_answered_only_when_told(started, bundled) -> None:
    url = started(bundled, host="0.0.0.0")
    assert got(url + ASK, Host="graph.ministry.example")[0] == 200


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_told_after_the_answer_under_way(number: signal.Signals) -> None:
    command = [sys.executable, "-m", "simpul", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        url = running.stderr.readline().split()[0].rstrip("/")
        slow = "SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fa%20a%20%3Fx.%20%3Fb%20a%20%3Fy%7D"
        asking = HTTPConnection(urlsplit(url).netloc, timeout=60)
        asking.request("GET", f"/sparql?query={slow}")
        assert got(url + ASK)[0] == 200, "taken after the one that asks, which is so under way"
        running.send_signal(number)
        with asking.getresponse() as reply:
            assert reply.status == 200
            reply.read()
        asking.close()
        assert running.wait(timeout=60) == 0
        assert running.stderr.read() == ""
