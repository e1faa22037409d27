"""How many answers the local server gives: ``python tests/speed/serving.py [SECONDS]``.

Fifty clients, each asking again as soon as it is answered, on the bundled graph:
answers a second, and how long a client waits (seconds), for one short query and for
a named question.
"""

from __future__ import annotations

import statistics
import sys
import threading
import time
import urllib.request
from urllib.parse import quote

from simpul.engine import load
from simpul.engine.graph import prefixed
from simpul.questions import question
from simpul.views.serving import Served, server

CLIENTS = 50
QUERIES = {
    "a label": prefixed("SELECT ?l WHERE { id:polri rdfs:label ?l }"),
    "a named question": prefixed(question("who-chaired-the-task-force").query),
}


def main(seconds: float) -> None:
    running = server(0, Served(load(), seconds=30, rows=100_000))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    print(f"{CLIENTS} clients for {seconds:g} s each")
    for name, query in QUERIES.items():
        url = f"http://127.0.0.1:{running.server_port}/sparql?query={quote(query)}"
        waits, failed = asked(url, time.monotonic() + seconds)
        cut = statistics.quantiles(waits, n=100)
        print(
            f"{name:18} {len(waits):6} answers, {len(waits) / seconds:6.1f} a second, "
            f"{failed} failed; wait: median {cut[49]:.2f}, 95 % {cut[94]:.2f}, "
            f"most {max(waits):.2f}"
        )
    running.shutdown()


def asked(url: str, end: float) -> tuple[list[float], int]:
    waits: list[float] = []
    failed: list[str] = []

    def client() -> None:
        while time.monotonic() < end:
            began = time.monotonic()
            try:
                with urllib.request.urlopen(url, timeout=60) as reply:
                    reply.read()
                waits.append(time.monotonic() - began)
            except OSError as error:
                failed.append(str(error))

    clients = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    return waits, len(failed)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60)
