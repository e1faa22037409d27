"""Tests of a W3C SPARQL suite, as its manifests list them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

__all__ = ["Case", "cases"]

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
DAWGT = "http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SD = "http://www.w3.org/ns/sparql-service-description#"

_FROM = re.compile(
    r"(?<![\w:?$])FROM\s+(?:NAMED\s+)?(?:<([^<>\s]*)>|([\w-]*):([\w-]+))", re.IGNORECASE
)
_PREFIX = re.compile(r"\bPREFIX\s+([\w-]*):\s*<([^<>\s]*)>", re.IGNORECASE)
_COMMENT = re.compile(r"(<[^<>\s]*>|\"[^\"\n]*\")|#[^\n]*")
_KINDS = {
    "QueryEvaluationTest": "evaluation",
    "CSVResultFormatTest": "evaluation",
    "PositiveSyntaxTest": "accept",
    "PositiveSyntaxTest11": "accept",
    "NegativeSyntaxTest": "refuse",
    "NegativeSyntaxTest11": "refuse",
}
_OLDER = ("Withdrawn", "Rejected", "Obsoleted")


@dataclass(frozen=True, slots=True)
class Case:
    """One test: what is asked of which files, and what should come of it."""

    name: str
    kind: str
    query: Path
    result: Path | None = None
    data: tuple[Path, ...] = ()
    named: tuple[tuple[str, Path], ...] = ()
    lax: bool = False
    not_run: str = ""
    text: str = field(default="", repr=False)

    @property
    def base(self) -> str:
        """The address of the query file."""
        return self.query.as_uri()


def cases(folder: Path) -> Iterator[Case]:
    """Every test of every manifest in a folder and below."""
    for path in sorted(folder.resolve().rglob("manifest*.ttl")):
        base = path.as_uri()
        store = Store()
        store.bulk_extend(
            Quad(quad.subject, quad.predicate, quad.object)
            for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE, base_iri=base)
        )
        lists = [quad.object for quad in store.quads_for_pattern(None, _node(MF, "entries"), None)]
        for entry in (entry for found in lists for entry in _members(store, found)):
            yield _case(store, entry, f"{path.parent.name}/{_short(entry)}")


def _case(store: Store, entry: Any, name: str) -> Case:
    kinds = [_short(term) for term in _values(store, entry, RDF, "type")]
    kind = next((_KINDS[found] for found in kinds if found in _KINDS), "")
    action = _value(store, entry, MF, "action")
    query = _value(store, action, QT, "query") or action
    if not kind or not isinstance(query, NamedNode):
        return Case(name, "other", Path(), not_run=f"no query: {' '.join(kinds) or 'no type'}")
    path = _path(query)
    text = path.read_bytes().decode("utf-8", "replace")
    named = {
        term.value: _path(term)
        for term in _values(store, action, QT, "graphData")
        if isinstance(term, NamedNode)
    }
    named |= {name: _path(NamedNode(name)) for name in _from(text, query.value)}
    result = _value(store, entry, MF, "result")
    return Case(
        name,
        kind,
        path,
        _path(result) if isinstance(result, NamedNode) else None,
        tuple(_path(term) for term in _values(store, action, QT, "data")),
        tuple(sorted(named.items())),
        _short(_value(store, entry, MF, "resultCardinality")) == "LaxCardinality",
        _not_run(store, entry, action, text),
        text,
    )


def _not_run(store: Store, entry: Any, action: Any, text: str) -> str:
    """Why a test cannot be asked of either, or an empty text."""
    if _short(_value(store, entry, DAWGT, "approval")) in _OLDER:
        return "withdrawn by the working group"
    regimes = [*_values(store, entry, SD, "entailmentRegime")]
    if regimes or [*_values(store, action, SD, "entailmentRegime")]:
        return "asks for an entailment regime"
    if re.search(r"(?<![\w:?$])SERVICE\b", _COMMENT.sub(r"\1", text), re.IGNORECASE):
        return "asks another server (SERVICE)"
    return ""


def _from(text: str, base: str) -> Iterator[str]:
    """The graphs a query names in FROM; the suite means the files of these names."""
    bare = _COMMENT.sub(r"\1", text)
    spaces = dict(_PREFIX.findall(bare))
    for iri, prefix, rest in _FROM.findall(bare):
        yield urljoin(base, spaces[prefix] + rest if rest else iri)


def _members(store: Store, head: Any) -> Iterator[Any]:
    while head is not None and head != NamedNode(RDF + "nil"):
        yield _value(store, head, RDF, "first")
        head = _value(store, head, RDF, "rest")


def _values(store: Store, subject: Any, space: str, name: str) -> list[Any]:
    if subject is None:
        return []
    return [q.object for q in store.quads_for_pattern(subject, _node(space, name), None)]


def _value(store: Store, subject: Any, space: str, name: str) -> Any:
    return next(iter(_values(store, subject, space, name)), None)


def _node(space: str, name: str) -> NamedNode:
    return NamedNode(space + name)


def _short(term: Any) -> str:
    return re.split(r"[#/]", term.value)[-1] if isinstance(term, NamedNode) else ""


def _path(term: NamedNode) -> Path:
    return Path(unquote(urlsplit(term.value).path))
