"""A graph put into a SPARQL server, graph by graph, and compared with what stands there.

SPARQL 1.1 Graph Store HTTP Protocol (W3C, 21 March 2013). What the server already
holds is not sent again, so a load that broke off is resumed by running it again.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from simpul.engine.http import Reply, Request, checked_url, exchange
from simpul.engine.remote import MERGED, RemoteGraph, refused
from simpul.errors import EndpointFailed, WrongUse

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

__all__ = ["Loaded", "digest", "load_into"]

_BATCH = 20_000
_NUMBER = re.compile(
    r'"([^"]*)"\^\^<http://www\.w3\.org/2001/XMLSchema#(integer|boolean|decimal|dateTime)>'
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """One graph after its load: how much it holds, and the hash both sides agree on."""

    graph: str
    statements: int
    digest: str
    sent: bool


def load_into(remote: RemoteGraph, quads: Iterable[Quad], store: str | None) -> Iterator[Loaded]:
    """Puts every graph and their merge into a server; each is verified before the next.

    ``store`` is the address of the Graph Store Protocol, where it cannot be told from
    the address of the endpoint.
    """
    graphs: dict[str, set[Triple]] = defaultdict(set)
    for quad in quads:
        graphs[str(quad.graph_name)[1:-1]].add(quad.triple)
    there = checked_url(store or _store_of(remote))
    for name in sorted(graphs):
        yield _put(remote, there, name, graphs[name])
    yield _put_merge(remote, there, set().union(*graphs.values()))


def digest(triples: Iterable[object]) -> str:
    """A hash of a set of statements, the same whatever their order or the spelling of numbers."""
    lines = sorted(_NUMBER.sub(_value, str(triple)) for triple in triples)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _value(literal: re.Match[str]) -> str:
    """A server may write 1.50 as 1.5, and Virtuoso writes true as 1."""
    text, kind = literal[1], literal[2]
    if kind == "dateTime":
        return text.replace("+00:00", "Z")
    if text in ("true", "false"):
        return {"true": "1", "false": "0"}[text]
    sign = "-" if text.startswith("-") else ""
    whole, _, fraction = text.lstrip("+-").partition(".")
    fraction = fraction.rstrip("0")
    return f"{sign}{whole.lstrip('0') or '0'}{f'.{fraction}' if fraction else ''}"


def _put(remote: RemoteGraph, store: str, name: str | None, triples: set[Triple]) -> Loaded:
    wanted = digest(triples)
    sent = _held(remote, name) != (len(triples), wanted)
    if sent:
        reply = _send(remote, store, name, triples)
        if reply.status >= 300:
            raise refused(reply, store)
        held = _held(remote, name)
        if held != (len(triples), wanted):
            raise EndpointFailed(
                f"{len(triples)} statements were sent to {name or 'the default graph'}, "
                f"the server holds {held[0]}, and not the same ones",
                where=store,
                todo="Run the command again; if it persists, the server changes what it is given.",
            )
    return Loaded(name or "default graph", len(triples), wanted, sent)


def _put_merge(remote: RemoteGraph, store: str, triples: set[Triple]) -> Loaded:
    """The merge as default graph; as the graph ``MERGED`` on Virtuoso, which has none.

    Virtuoso takes a PUT of the default graph for one of a graph of its own naming.
    """
    if "virtuoso" not in remote.server.lower():
        return _put(remote, store, None, triples)
    loaded = _put(remote, store, MERGED, triples)
    remote.forget()
    return loaded


def _held(remote: RemoteGraph, name: str | None) -> tuple[int, str]:
    found = list(remote.statements(name))
    return len(found), digest(found)


def _send(remote: RemoteGraph, store: str, name: str | None, triples: set[Triple]) -> Reply:
    from pyoxigraph import RdfFormat, serialize

    ask = partial(Request, headers={"Content-Type": "application/n-triples"})
    joint = "&" if "?" in store else "?"
    place = f"graph={quote(name, safe='')}" if name else "default"
    url = f"{store}{joint}{place}"
    ordered = sorted(triples, key=str)
    for start in range(0, len(ordered), _BATCH):
        body = serialize(ordered[start : start + _BATCH], format=RdfFormat.N_TRIPLES) or b""
        reply = exchange(ask("POST" if start else "PUT", url, body), remote.bounds)
        if reply.status >= 300:
            break
    return reply


def _store_of(remote: RemoteGraph) -> str:
    """Where the servers we know keep their Graph Store, by what they call themselves."""
    server, url = remote.server.lower(), remote.url
    if "virtuoso" in server:
        return re.sub(r"/sparql/?$", "/sparql-graph-crud-auth", url)
    if "fuseki" in server:
        return re.sub(r"/(sparql|query)?/?$", "/data", url)
    if re.search(r"/query/?$", url):
        return re.sub(r"/query/?$", "/store", url)
    raise WrongUse(
        "the address of the Graph Store Protocol cannot be told from that of the endpoint",
        where=url,
        todo="Give it with --store URL; the manual of the server says where it is.",
    )
