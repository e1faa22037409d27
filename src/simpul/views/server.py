"""The SPARQL 1.1 Protocol (W3C, 21 March 2013) on loopback, read-only.

Each query runs in a process of its own that is killed at its limit, so that no
query takes the server down or keeps it from answering others.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from simpul import __version__
from simpul.engine import Graph, Limits, guarded
from simpul.errors import LimitReached, SimpulError, UnreadableInput, WrongUse

__all__ = ["Served", "server"]

_ROWS = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
_TRIPLES = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
}
_MOST_BODY = 1 << 20
_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Served:
    """What is served: a graph, seconds and rows for one query, and how many at once."""

    graph: Graph
    seconds: float
    rows: int
    turns: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(_AT_ONCE))

    def answer(self, query: str, accept: str) -> tuple[str, bytes]:
        """Media type and body of the answer to a query."""
        with self.turns:
            return guarded(
                lambda: _answered(self.graph, query, accept, self.rows), Limits(self.seconds)
            )


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    served: Served


def server(port: int, served: Served) -> _Server:
    """A server bound to loopback; port 0 takes a free one."""
    here = _Server(("127.0.0.1", port), _Handler)
    here.served = served
    return here


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = f"simpul/{__version__}"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """A query in the URL."""
        self._serve(parse_qs(urlsplit(self.path).query))

    do_HEAD = do_GET

    def do_POST(self) -> None:
        """A query as a form, or as the body itself."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > _MOST_BODY:
            self.close_connection = True
            self._put(413, "text/plain", b"Send a Content-Length of at most 1 MB.\n")
            return
        body = self.rfile.read(int(length)).decode("utf-8", "replace")
        media = self.headers.get_content_type()
        if media == "application/sparql-query":
            self._serve({"query": [body]})
        elif media == "application/x-www-form-urlencoded":
            self._serve(parse_qs(body))
        else:
            self._put(415, "text/plain", b"Send application/sparql-query or a form.\n")

    def _serve(self, fields: Mapping[str, list[str]]) -> None:
        names = {f"{name}:{self.server.server_port}" for name in ("127.0.0.1", "localhost")}
        if self.headers.get("Host") not in names:
            return self._put(403, "text/plain", b"This server answers this machine only.\n")
        if urlsplit(self.path).path not in ("/sparql", "/query"):
            return self._put(404, "text/plain", b"The endpoint is /sparql.\n")
        if "update" in fields:
            return self._put(403, "text/plain", b"The graph is read-only.\n")
        if len(fields.get("query", [])) != 1:
            return self._put(400, "text/plain", b"Give one query.\n")
        if {"default-graph-uri", "named-graph-uri"} & set(fields):
            return self._put(400, "text/plain", b"Say FROM in the query instead.\n")
        try:
            media, body = self.server.served.answer(
                fields["query"][0], self.headers.get("Accept", "*/*")
            )
            self._put(200, media, body)
        except SimpulError as error:
            self._put(_status(error), "text/plain; charset=utf-8", f"{error}\n".encode())
        except Exception as error:
            self._put(
                500, "text/plain", f"simpul itself failed ({type(error).__name__})\n".encode()
            )

    def _put(self, status: int, media: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is logged: queries may be private."""


def _status(error: SimpulError) -> int:
    if isinstance(error, LimitReached):
        return 503
    return 400 if isinstance(error, UnreadableInput | WrongUse) else 500


def _answered(graph: Graph, query: str, accept: str, most: int) -> tuple[str, bytes]:
    from simpul.engine.results import Triples, answer

    found = answer(graph, query, most=most)
    if isinstance(found, Triples):
        media = _chosen(accept, _TRIPLES)
        return media, found.serialized(_TRIPLES[media])
    if found.cut:
        raise LimitReached(f"the answer has more than {most} rows", todo="Add a LIMIT.")
    media = _chosen(accept, _ROWS)
    return media, found.serialized(_ROWS[media])


def _chosen(accept: str, known: Mapping[str, str]) -> str:
    """The media type a client likes best of those we write; ours where it likes none."""
    liked: list[tuple[float, str]] = []
    for part in accept.split(","):
        media, _, parameters = part.strip().partition(";")
        quality = parameters.partition("q=")[2].strip() or "1"
        if media in known and quality.replace(".", "", 1).isdigit():
            liked.append((float(quality), media))
    return max(liked, key=lambda like: like[0])[1] if liked else next(iter(known))
