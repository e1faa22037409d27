"""What a query may do: read this graph. Anything else is refused before it runs.

Oxigraph would send SERVICE to any server, answer FROM an unknown graph with
nothing, and crash on deep nesting (measured: 2 200 braces); each is told instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from simpul.engine.graph import Graph
from simpul.errors import LimitReached, WrongUse, nearest
from simpul.terms import PREFIXES, XSD, curie, expand

__all__ = ["admit", "asks_service", "unused_terms"]

DEEPEST = 300
_UPDATE = re.compile(
    r"^\s*(?:(?:PREFIX|BASE)\b[^>]*>\s*)*"
    r"(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)
_GAP = r"(?:\s|\#[^\n\r]*[\n\r])*"
_SERVICE = re.compile(
    rf"(?<![?$:])SERVICE(?:{_GAP}SILENT)?{_GAP}"
    rf"(?:[?$][^\s{{#]+|<[^>]*>|[^\s<>{{}}:?$\"']*:[^\s{{]*){_GAP}\{{",
    re.IGNORECASE,
)
"""The clause anywhere in the text, strings and comments too.

Oxigraph reads without word boundaries: it takes ``1SERVICE<x>{}`` and ``SERVICESILENT``
for the clause, and what looks like an IRI to us may be a comparison to it. So the
text is not cut into pieces before it is searched.
"""
_FROM = re.compile(
    r"(?<![\w?$:@-])FROM\s*(?:\bNAMED\s*)?(<[^<>\s]*>|(?<=\s)[\w.-]*:[\w./-]*)", re.IGNORECASE
)
_PIECES = re.compile(
    r'("""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|\#[^\n]*)'
)
_PROLOGUE = re.compile(r"\b(?:PREFIX\s+[\w-]*:\s*|BASE\s+)<[^<>\s]*>", re.IGNORECASE)
_PREFIX = re.compile(r"\bPREFIX\s+([\w.-]*):\s*<([^<>\s]*)>", re.IGNORECASE)
_BASE = re.compile(r"\bBASE\s*<([^<>\s]*)>", re.IGNORECASE)
_NAME = re.compile(
    r"<([^<>\s]*)>(?!\s*\()"
    r"|(?<![\w:<?$@^])([A-Za-z][\w-]*:\w(?:[\w-]|\\/|\.(?=[\w-]))*)(?![\w-])(?!\s*\()"
)


def admit(
    query: str, graph: Graph, *, base: str | None = None, allow_service: bool = False
) -> None:
    """Refuses what would change data, leave the machine, or crash the parser."""
    quiet = _PIECES.sub(" ", query)
    _admit_depth(quiet)
    if _UPDATE.match(quiet):
        raise WrongUse("the graph is read-only", todo="Change the tables, then ask again.")
    if asks_service(query) and not allow_service:
        raise WrongUse(
            "the query asks another server (SERVICE), which simpul does not do",
            todo="Load the other data with --data, or let it with --allow-service.",
        )
    for name in _named_graphs(query, base):
        if "://" in name and not graph.holds(name):
            raise WrongUse(
                f"the graph {name} (FROM) is not held here, and simpul fetches nothing",
                todo="Download the file yourself and name it: --graph IRI=FILE.",
            )


def asks_service(query: str) -> bool:
    """Whether a query may ask another server."""
    return bool(_SERVICE.search(query))


def unused_terms(query: str, graph: Graph) -> Iterator[tuple[str, list[str]]]:
    """Names in a query that the graph never uses, each with the nearest that it does."""
    text = _PROLOGUE.sub(" ", _without_text(query))
    names = {hit[1] or expand(hit[2].replace("\\/", "/")) for hit in _NAME.finditer(text)}
    for name in sorted(names):
        known_space = any(name.startswith(space) for space in PREFIXES.values())
        if not known_space or name.startswith(XSD) or _used(name, graph):
            continue
        space = next(space for space in PREFIXES.values() if name.startswith(space))
        yield curie(name), [curie(near) for near in nearest(name, _terms(graph, space))]


def _named_graphs(query: str, base: str | None) -> Iterator[str]:
    """The graphs a query names in FROM, in full."""
    text = _without_text(query)
    spaces = {**PREFIXES, **dict(_PREFIX.findall(text))}
    own = _BASE.search(text)
    for hit in _FROM.finditer(text):
        prefix, _, rest = hit[1].partition(":")
        if hit[1].startswith("<"):
            yield urljoin(own[1] if own else base or "", hit[1].strip("<>"))
        elif prefix in spaces:
            yield spaces[prefix] + rest


def _admit_depth(quiet: str) -> None:
    depth = deepest = 0
    for character in quiet:
        if character in "{([":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "})]":
            depth -= 1
    if deepest > DEEPEST:
        raise LimitReached(f"the query is nested {deepest} deep", todo=f"Keep below {DEEPEST}.")


def _without_text(query: str) -> str:
    """The query without strings and comments; IRIs stay."""
    return _PIECES.sub(lambda hit: hit[0] if hit[0].startswith("<") else " ", query)


def _used(name: str, graph: Graph) -> bool:
    return graph.ask(
        f"ASK {{ {{ <{name}> ?p ?o }} UNION {{ ?s <{name}> ?o }} UNION {{ ?s ?p <{name}> }}"
        f" UNION {{ GRAPH <{name}> {{ ?s ?p ?o }} }} }}"
    )


def _terms(graph: Graph, space: str) -> list[str]:
    rows = graph.select(
        "SELECT DISTINCT ?t WHERE { { ?t ?p ?o } UNION { ?s ?t ?o } UNION { ?s a ?t }"
        f' FILTER (STRSTARTS(STR(?t), "{space}")) }}'
    )
    return [str(row["t"]) for row in rows]
