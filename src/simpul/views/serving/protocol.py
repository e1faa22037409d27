"""The SPARQL 1.1 Protocol (W3C, 21 March 2013) on loopback, read-only, and two pages.

Each query runs in a process of its own that is killed at its limit, so that no
query takes the server down or keeps it from answering others.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from simpul import __version__
from simpul.engine import Graph, Limits, guarded
from simpul.errors import LimitReached, SimpulError, UnreadableInput, WrongUse
from simpul.views.serving.pages import Page, asset, explorer_page, query_page

__all__ = ["Access", "Served", "Server", "server"]

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
_ENDPOINTS = ("/sparql", "/query")
_LOOPBACK = ("127.0.0.1", "localhost")
_MOST_BODY = 1 << 20
_AT_ONCE = 8
_PAGE_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Access:
    """Who may ask: the address listened on, and the websites that may read answers."""

    host: str = "127.0.0.1"
    origins: tuple[str, ...] = ()

    def known(self, host: str | None, port: int) -> bool:
        """Whether a request names us, so that no website can pass its name off as ours."""
        if self.host not in _LOOPBACK:
            return True
        return host in {f"{name}:{port}" for name in _LOOPBACK}


@dataclass(slots=True)
class Served:
    """What is served: a graph, seconds and rows for one query, and how its page is told.

    ``bundled`` says that the graph is the one that comes with simpul; ``folders`` are
    those it was read from, which may bring questions of their own.
    """

    graph: Graph
    seconds: float
    rows: int
    language: Literal["id", "en"] = "en"
    as_of: str = ""
    bundled: bool = False
    folders: tuple[Path, ...] = ()
    turns: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(_AT_ONCE))
    drawing: threading.Lock = field(default_factory=threading.Lock)
    drawn: Page | None = None

    def answer(self, query: str, accept: str) -> tuple[str, bytes]:
        """Media type and body of the answer to a query."""
        with self.turns:
            return guarded(
                lambda: _answered(self.graph, query, accept, self.rows), Limits(self.seconds)
            )

    def explorer(self) -> Page:
        """The explorer page, made when it is first asked for."""
        with self.drawing:
            if self.drawn is None:
                self.drawn = guarded(
                    lambda: explorer_page(
                        self.graph,
                        language=self.language,
                        as_of=self.as_of,
                        bundled=self.bundled,
                    ),
                    Limits(_PAGE_SECONDS),
                )
            return self.drawn


class Server(ThreadingHTTPServer):
    """A server that lets answers under way end before it stops."""

    daemon_threads = True
    request_queue_size = 128
    served: Served
    access: Access

    def __init__(self, address: tuple[str, int]) -> None:
        super().__init__(address, _Handler)
        self._idle = threading.Condition()
        self._under_way = 0

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that hangs up early is no fault of ours and nothing to tell."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def server_bind(self) -> None:
        """Takes the address as it is: the standard server asks the network for a name."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    @contextmanager
    def answering(self) -> Iterator[None]:
        """While an answer is made and sent."""
        with self._idle:
            self._under_way += 1
        try:
            yield
        finally:
            with self._idle:
                self._under_way -= 1
                self._idle.notify_all()

    def finish(self, seconds: float) -> bool:
        """Whether all answers under way ended within the time."""
        with self._idle:
            return self._idle.wait_for(lambda: self._under_way == 0, seconds)


def server(port: int, served: Served, access: Access = Access()) -> Server:
    """A server on loopback unless told otherwise; port 0 takes a free one."""
    here = Server((access.host, port))
    here.served, here.access = served, access
    return here


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = f"simpul/{__version__}"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """A query in the URL, or a page."""
        with self.server.answering():
            self._get()

    do_HEAD = do_GET

    def do_POST(self) -> None:
        """A query as a form, or as the body itself."""
        with self.server.answering():
            self._post()

    def do_OPTIONS(self) -> None:
        """What a website may send, asked by its browser beforehand."""
        self._put(204, "text/plain", b"")

    def _get(self) -> None:
        where = urlsplit(self.path)
        fields = parse_qs(where.query)
        page = self._page(where.path, fields)
        if page is not None and self._named():
            self._show(page)
        elif page is None:
            self._serve(fields)

    def _page(self, path: str, fields: Mapping[str, list[str]]) -> Page | str | None:
        """The page a path names: ready, or the name of one to make."""
        if path == "/":
            return "explorer"
        if path.startswith("/assets/"):
            return asset(path.removeprefix("/assets/"))
        wants_page = "text/html" in self.headers.get("Accept", "")
        return "query" if path in _ENDPOINTS and not fields and wants_page else None

    def _show(self, page: Page | str) -> None:
        try:
            if page == "explorer":
                page = self.server.served.explorer()
            elif isinstance(page, str):
                page = query_page(self.server.served.language, self.server.served.folders)
            self._put(200, page.media, page.body, page.policy)
        except SimpulError as error:
            self._refuse(error)

    def _post(self) -> None:
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

    def _named(self) -> bool:
        """Whether the request names this server; tells the client where it does not."""
        if self.server.access.known(self.headers.get("Host"), self.server.server_port):
            return True
        self._put(403, "text/plain", b"This server answers this machine only.\n")
        return False

    def _serve(self, fields: Mapping[str, list[str]]) -> None:
        if not self._named():
            return None
        if urlsplit(self.path).path not in _ENDPOINTS:
            return self._put(404, "text/plain", b"The endpoint is /sparql.\n")
        if "update" in fields:
            return self._put(403, "text/plain", b"The graph is read-only.\n")
        if len(fields.get("query", [])) != 1:
            return self._put(400, "text/plain", b"Give one query.\n")
        if {"default-graph-uri", "named-graph-uri"} & set(fields):
            return self._put(400, "text/plain", b"Say FROM in the query instead.\n")
        try:
            accept = _named_form(fields) or self.headers.get("Accept", "*/*")
            media, body = self.server.served.answer(fields["query"][0], accept)
            self._put(200, media, body)
        except SimpulError as error:
            self._refuse(error)
        except Exception as error:
            self._put(
                500, "text/plain", f"simpul itself failed ({type(error).__name__})\n".encode()
            )

    def _refuse(self, error: SimpulError) -> None:
        self._put(_status(error), "text/plain; charset=utf-8", f"{error}\n".encode())

    def _put(self, status: int, media: str, body: bytes, policy: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self._allow()
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _allow(self) -> None:
        """Lets a website read the answer if the server was told to (Fetch, CORS protocol)."""
        if self.server.access.origins:
            self.send_header("Vary", "Origin")
        origin = self.headers.get("Origin")
        if origin in self.server.access.origins:
            self.send_header("Access-Control-Allow-Origin", origin)
            self.send_header("Access-Control-Allow-Methods", "GET, POST, HEAD, OPTIONS")
            self.send_header("Access-Control-Allow-Headers", "Accept, Content-Type")

    def log_message(self, *_: object) -> None:
        """Nothing is logged: queries may be private."""


def _named_form(fields: Mapping[str, list[str]]) -> str:
    """The media types of ``format=csv`` and the like, for clients that send no header."""
    name = fields.get("format", [""])[0]
    return ", ".join(media for media, form in {**_ROWS, **_TRIPLES}.items() if form == name)


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
