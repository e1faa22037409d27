"""Answers of raw queries in the W3C result formats and as rows of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from simpul.engine.admission import admit
from simpul.engine.graph import Graph, plain
from simpul.errors import EndpointFailed, UnreadableInput, WrongUse
from simpul.model import IRI
from simpul.terms import PREFIXES, curie

if TYPE_CHECKING:
    from pyoxigraph import Triple

__all__ = ["Boolean", "Rows", "Triples", "answer"]


@dataclass(frozen=True, slots=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE."""

    triples: Sequence[Triple]

    def serialized(self, form: str) -> bytes:
        """Turtle, N-Triples or JSON-LD; sorted, so that equal graphs give equal bytes."""
        from pyoxigraph import RdfFormat, serialize

        media = {
            "ttl": "text/turtle",
            "nt": "application/n-triples",
            "jsonld": "application/ld+json",
        }
        if form not in media:
            raise WrongUse(f"triples cannot be written as {form}", todo="Use ttl, nt or jsonld.")
        prefixes = {name: str(space) for name, space in PREFIXES.items()} if form == "ttl" else None
        ordered = sorted(self.triples, key=str)
        return (
            serialize(ordered, format=RdfFormat.from_media_type(media[form]), prefixes=prefixes)
            or b""
        )


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a SELECT, or the one row of an ASK."""

    columns: tuple[str, ...]
    found: Sequence[Any]
    cut: bool = False

    def shown(self) -> list[list[str]]:
        """The rows as text, IRIs in short form."""
        return [[_text(term) for term in row] for row in self.found]

    def serialized(self, form: str) -> bytes:
        """SPARQL results JSON, XML, CSV or TSV."""
        from simpul.engine.formats import serialized

        return serialized(self.columns, self.found, form)


@dataclass(frozen=True, slots=True)
class Boolean(Rows):
    """The answer of an ASK."""

    value: bool = False

    def serialized(self, form: str) -> bytes:
        """SPARQL results JSON or XML; in CSV and TSV the word alone."""
        from simpul.engine.formats import serialized_boolean

        return serialized_boolean(self.value, form)


def answer(
    graph: Graph,
    query: str,
    *,
    most: int | None = None,
    base: str | None = None,
    allow_service: bool = False,
) -> Rows | Triples:
    """The answer of any read-only query on any engine; no more than ``most`` rows are read."""
    admit(query, graph, base=base, allow_service=allow_service)
    try:
        return _read(graph.solutions(query, base=base), most)
    except OSError as error:
        if not allow_service:
            raise UnreadableInput(f"the store cannot be read: {error}") from error
        raise EndpointFailed(f"a server the query asks gave no answer: {error}") from error


def _read(found: Any, most: int | None) -> Rows | Triples:
    from pyoxigraph import QueryBoolean, QuerySolutions

    if isinstance(found, QueryBoolean):
        return Boolean(("answer",), [[bool(found)]], value=bool(found))
    if isinstance(found, QuerySolutions):
        names = tuple(variable.value for variable in found.variables)
        rows = ([row[name] for name in names] for row in found)
        read = list(rows if most is None else islice(rows, most + 1))
        return Rows(names, read[:most], cut=most is not None and len(read) > most)
    return Triples(list(found))


def _text(term: Any) -> str:
    if term is None:
        return ""
    if isinstance(term, bool):
        return "true" if term else "false"
    value = plain(term)
    return curie(value) if isinstance(value, IRI) else str(value)
