"""A SPARQL 1.1 endpoint as a graph: the same questions, the same rows.

Talks the SPARQL 1.1 Protocol (W3C, 21 March 2013) by POST. Where the server has no
default graph of its own (Virtuoso), the merge of all graphs stands in the graph
``MERGED``, which ``simpul load`` puts there; the endpoint is asked once for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from simpul.engine.graph import Answering, prefixed
from simpul.engine.http import Bounds, Reply, Request, checked_url, exchange
from simpul.errors import EndpointFailed, LimitReached
from simpul.model import Answers
from simpul.terms import GRAPHS

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

__all__ = ["MERGED", "RemoteGraph"]

MERGED = GRAPHS["merged"]
"""The graph that holds every statement once, on servers without a default graph."""

_RESULTS = "application/sparql-results+json"
_TRIPLES = {
    "application/n-triples": "nt",
    "text/plain": "nt",
    "text/turtle": "ttl",
    "application/x-turtle": "ttl",
}
_ACCEPT = f"{_RESULTS}, application/n-triples, text/turtle;q=0.8"
_NAMES_GRAPHS = re.compile(r"\bGRAPH\b", re.IGNORECASE)
_OWN_DATASET = re.compile(r"\bFROM\b", re.IGNORECASE)
_DISTINCT = re.compile(r"\bSELECT\s+DISTINCT\b", re.IGNORECASE)
_SERVERS_OWN = re.compile(
    r"http://(www\.openlinksw\.com/|localuriqaserver/|localhost:8890/|www\.w3\.org/ns/ldp#)|urn:core:"
)
"""Graphs a fresh Virtuoso keeps for itself."""
_PAGE = 10_000
_AT_ONCE = 1_000_000
"""So many rows are asked for at once: about 300 MB. A server may give fewer."""


class RemoteGraph(Answering):
    """The dataset behind an endpoint."""

    def __init__(self, url: str, bounds: Bounds | None = None) -> None:
        self.url, self.bounds = checked_url(url), bounds or Bounds()

    def solutions(self, query: str, *, base: str | None = None) -> Any:
        """What the endpoint answers, as pyoxigraph would give it."""
        start = f"BASE <{base}> " if base else ""
        reply = self._send(start + prefixed(query), self._dataset(query))
        if "x-sparql-maxrows" in reply.headers:
            raise LimitReached(
                f"the endpoint cut the answer at {reply.headers['x-sparql-maxrows']} rows",
                where=self.url,
                todo="Add a LIMIT, or have the server's own limit raised.",
            )
        return _read(reply, self.url)

    def select(self, query: str) -> Answers:
        """The rows of a SELECT query; DISTINCT is held to what it says.

        Virtuoso 7 gives a row again where two graphs hold its statements.
        """
        found = super().select(query)
        if not _DISTINCT.search(query):
            return found
        return Answers(found.columns, list(dict.fromkeys(found.rows)))

    @cached_property
    def quads(self) -> list[Quad]:
        """Every statement of every named graph, fetched and counted against the server."""
        from pyoxigraph import NamedNode, Quad

        return [
            Quad(found.subject, found.predicate, found.object, NamedNode(name))
            for name in self.graphs
            for found in self.statements(name)
        ]

    @cached_property
    def graphs(self) -> list[str]:
        """The named graphs, without the merge and without what the server keeps for itself.

        Grouped, because Virtuoso 7 works on DISTINCT for a minute where this takes no time.
        """
        reply = self._send("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g", [])
        names = {row["g"].value for row in _read(reply, self.url)} - {MERGED}
        return sorted(name for name in names if not _SERVERS_OWN.match(name))

    @cached_property
    def server(self) -> str:
        """What the server calls itself."""
        return self._send("ASK { }", []).headers.get("server", "")

    @cached_property
    def merged(self) -> bool:
        """Whether the default graph stands in the graph ``MERGED``."""
        asked = f"ASK {{ GRAPH <{MERGED}> {{ ?s ?p ?o }} }}"
        return bool(_read(self._send(asked, []), self.url))

    def forget(self) -> None:
        """Asks the endpoint anew for its graphs, after a load."""
        for known in ("graphs", "merged", "quads"):
            self.__dict__.pop(known, None)

    def statements(self, graph: str | None) -> Iterator[Triple]:
        """The statements of a named graph, or of the default graph.

        They are counted first; where the server cuts its answer, they are fetched in
        pages, and a server that then withholds some is not believed.
        """
        where = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        only = [("named-graph-uri", graph)] if graph else []
        count = self._send(f"SELECT (COUNT(*) AS ?n) WHERE {{ {where} }}", only)
        wanted = next((int(row["n"].value) for row in _read(count, self.url)), 0)
        whole = f"SELECT ?s ?p ?o WHERE {{ {where} }}"
        rows = list(_read(self._send(whole, only), self.url)) if wanted <= _AT_ONCE else []
        if len(rows) == wanted:
            yield from map(_triple, rows)
        else:
            del rows
            yield from self._pages(whole, only, wanted)

    def _pages(self, whole: str, only: list[tuple[str, str]], wanted: int) -> Iterator[Triple]:
        """The same page by page, each sorted anew by the server: slow, but never too long."""
        found = 0
        while found < wanted:
            page = f"{{ {whole} ORDER BY ?s ?p ?o }} }} OFFSET {found} LIMIT {_PAGE}"
            before = found
            for row in _read(self._send(f"SELECT * WHERE {{ {page}", only), self.url):
                found += 1
                yield _triple(row)
            if found == before:
                raise EndpointFailed(
                    f"the endpoint counts {wanted} statements and gives {found}",
                    where=self.url,
                    todo="Have the server's limit on rows raised.",
                )

    def _dataset(self, query: str) -> list[tuple[str, str]]:
        """The protocol's parameters that make the merge the default graph."""
        if not self.merged or _OWN_DATASET.search(query):
            return []
        named = self.graphs if _NAMES_GRAPHS.search(query) else []
        return [("default-graph-uri", MERGED), *(("named-graph-uri", name) for name in named)]

    def _send(self, query: str, dataset: list[tuple[str, str]]) -> Reply:
        body = urlencode([("query", query), *dataset]).encode()
        headers = {"Accept": _ACCEPT, "Content-Type": "application/x-www-form-urlencoded"}
        reply = exchange(Request("POST", self.url, body, headers), self.bounds)
        if reply.status >= 300:
            raise refused(reply, self.url)
        return reply


def refused(reply: Reply, url: str) -> EndpointFailed:
    """The error that a status other than success stands for."""
    if reply.status in (401, 403):
        return EndpointFailed(
            f"the endpoint does not let you in ({reply.status})",
            where=url,
            todo="Set SIMPUL_USER and SIMPUL_PASSWORD or SIMPUL_TOKEN, or use a netrc file.",
        )
    if reply.status == 404:
        return EndpointFailed(
            "there is no endpoint at this address (404)", where=url, todo="Check the path."
        )
    said = (
        ""
        if "html" in reply.media
        else " ".join(reply.body[:300].decode("utf-8", "replace").split())
    )
    return EndpointFailed(
        f"the endpoint refused the request ({reply.status}){f': {said}' if said else ''}", where=url
    )


def _triple(row: Any) -> Triple:
    from pyoxigraph import Triple

    return Triple(row["s"], row["p"], row["o"])


def _read(reply: Reply, url: str) -> Any:
    from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

    try:
        if reply.media in (_RESULTS, "application/json"):
            return parse_query_results(reply.body, format=QueryResultsFormat.JSON)
        if reply.media in _TRIPLES:
            form = RdfFormat.from_extension(_TRIPLES[reply.media])
            return [quad.triple for quad in parse(reply.body, format=form)]
    except (SyntaxError, ValueError) as error:
        raise EndpointFailed("the answer is cut off or garbled", where=url) from error
    raise EndpointFailed(
        f"the endpoint answers with {reply.media or 'no media type'}, not with SPARQL results",
        where=url,
        todo="Check that the address is that of a SPARQL endpoint.",
    )
