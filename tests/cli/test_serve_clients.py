"""Programs people use ask the local server, alone and fifty at once for a minute."""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from simpul.engine import EmbeddedGraph
from simpul.views.serving import Served, server

PREFIXES = (
    "PREFIX id: <https://w3id.org/simpul/id/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
)
LABELS = PREFIXES + "SELECT ?l WHERE { id:polri rdfs:label ?l } ORDER BY ?l"
CLIENTS, SECONDS = 50, 60


@pytest.fixture(scope="module")
def here(bundled: EmbeddedGraph) -> Iterator[str]:
    running = server(0, Served(bundled, seconds=30, rows=100_000))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/sparql"
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="module")
def labels(bundled: EmbeddedGraph) -> list[str]:
    return [str(row["l"]) for row in bundled.select(LABELS)]


def test_curl_can_ask_it(here: str, labels: list[str]) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")
    command = [curl, "-sf", here, "-H", "Accept: text/csv", "--data-urlencode", f"query={LABELS}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[1:] == labels


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_sparqlwrapper_can_ask_it(here: str, labels: list[str]) -> None:
    from SPARQLWrapper import JSON, SPARQLWrapper

    asking = SPARQLWrapper(here, returnFormat=JSON)
    asking.setQuery(LABELS)
    found = asking.queryAndConvert()
    assert [row["l"]["value"] for row in found["results"]["bindings"]] == labels


def test_pandas_reads_an_answer_as_a_table(here: str, labels: list[str]) -> None:
    import pandas

    table = pandas.read_csv(f"{here}?query={quote(LABELS)}&format=csv")
    assert list(table["l"]) == labels


def test_fifty_clients_are_answered_for_a_minute_without_an_error(
    here: str, labels: list[str]
) -> None:
    answers: Counter[str] = Counter()
    end = time.monotonic() + SECONDS
    clients = [
        threading.Thread(target=_asks_until, args=(end, here, labels, answers))
        for _ in range(CLIENTS)
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    assert set(answers) == {"right"}
    assert answers["right"] >= CLIENTS


def _asks_until(end: float, here: str, labels: list[str], answers: Counter[str]) -> None:
    asked = urllib.request.Request(f"{here}?query={quote(LABELS)}", headers={"Accept": "text/csv"})
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(asked, timeout=60) as reply:
                lines = reply.read().decode().splitlines()
            answers["right" if lines[1:] == labels else "wrong"] += 1
        except OSError as error:
            answers[repr(error)] += 1
