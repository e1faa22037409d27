"""Answers to a query, from result files, from the command and from the engine, compared.

Rows are compared without their order unless the query has ORDER BY, and blank
nodes by isomorphism, as the suite's own README asks.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

__all__ = ["Answer", "answered", "read_answer", "same"]

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
XSD = "http://www.w3.org/2001/XMLSchema#"
_TABLES = {
    ".srx": QueryResultsFormat.XML,
    ".srj": QueryResultsFormat.JSON,
    ".xml": QueryResultsFormat.XML,
    ".json": QueryResultsFormat.JSON,
    ".tsv": QueryResultsFormat.TSV,
}
_GRAPHS = {".ttl": RdfFormat.TURTLE, ".rdf": RdfFormat.RDF_XML, ".nt": RdfFormat.N_TRIPLES}
_WHOLE = ("integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger")
_WHOLE += ("nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedLong", "unsignedByte")
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A truth value, rows under columns, or triples."""

    truth: bool | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    triples: frozenset[Any] | None = None
    plain: bool = False


def answered(found: Any) -> Answer:
    """What pyoxigraph gives for a query, read to its end."""
    if isinstance(found, QueryBoolean):
        return Answer(truth=bool(found))
    if isinstance(found, QuerySolutions):
        names = sorted(variable.value for variable in found.variables)
        return Answer(columns=tuple(names), rows=tuple(tuple(r[n] for n in names) for r in found))
    return Answer(triples=frozenset(found))


def read_answer(content: bytes, ending: str, base: str | None = None) -> Answer:
    """The answer a result file holds; CSV keeps the text of terms only."""
    if ending == ".csv":
        return _csv(content)
    if ending in _TABLES:
        return answered(parse_query_results(content, format=_TABLES[ending]))
    quads = list(parse(content, format=_GRAPHS[ending], base_iri=base))
    triples = frozenset(quad.triple for quad in quads)
    if not any(RS in quad.predicate.value for quad in quads):
        return Answer(triples=triples)
    return _result_set(triples)


def same(wanted: Answer, found: Answer, *, ordered: bool, lax: bool, by_value: bool) -> bool:
    """Whether two answers are the same; ``by_value`` takes 1.0 for 1.00."""
    if wanted.truth is not None or found.truth is not None:
        return wanted.truth == found.truth
    if wanted.triples is not None or found.triples is not None:
        return _same_graph(wanted.triples or frozenset(), found.triples or frozenset(), by_value)
    if wanted.columns != found.columns:
        return False
    ours = [tuple(_key(term, by_value, wanted.plain) for term in row) for row in found.rows]
    theirs = [tuple(_key(term, by_value, wanted.plain) for term in row) for row in wanted.rows]
    if lax:
        ours, theirs = list(dict.fromkeys(ours)), list(dict.fromkeys(theirs))
    return len(ours) == len(theirs) and _same_rows(theirs, ours, ordered)


def _key(term: Any, by_value: bool, plain: bool) -> Any:
    if isinstance(term, BlankNode):
        return ("_:", term.value)
    if plain:
        return term if term is None or isinstance(term, str) else term.value
    if isinstance(term, Literal) and by_value:
        return (_value(term), term.datatype.value, (term.language or "").lower())
    return str(term)


def _value(term: Literal) -> Any:
    kind = term.datatype.value.removeprefix(XSD)
    try:
        if kind in _WHOLE:
            return int(term.value)
        if kind == "decimal":
            return Decimal(term.value).normalize()
        if kind in ("double", "float"):
            number = float(term.value)
            return "NaN" if math.isnan(number) else number
    except (ValueError, InvalidOperation):
        return term.value
    if kind == "boolean":
        return {"1": "true", "0": "false"}.get(term.value, term.value)
    if kind == "dateTime":
        return re.sub(r"\.0+(?=$|[Z+-])", "", term.value).replace("+00:00", "Z")
    return term.value


def _same_rows(wanted: Sequence[Row], found: Sequence[Row], ordered: bool) -> bool:
    if ordered:
        return _matched(list(wanted), [[row] for row in found], {})
    firm = Counter(row for row in wanted if not _blank(row))
    if firm != Counter(row for row in found if not _blank(row)):
        return False
    return _paired([r for r in wanted if _blank(r)], [r for r in found if _blank(r)], {})


def _matched(wanted: list[Row], choices: list[list[Row]], names: dict[str, str]) -> bool:
    for row, (other,) in zip(wanted, choices, strict=True):
        joined = _joined(row, other, names)
        if joined is None:
            return False
        names = joined
    return True


def _paired(wanted: list[Row], found: list[Row], names: dict[str, str]) -> bool:
    """Whether the rows can be paired off under one renaming of blank nodes."""
    if not wanted:
        return not found
    row = wanted[0]
    for place, other in enumerate(found):
        joined = _joined(row, other, names)
        rest = [*found[:place], *found[place + 1 :]]
        if joined is not None and _paired(wanted[1:], rest, joined):
            return True
    return False


def _joined(row: Row, other: Row, names: dict[str, str]) -> dict[str, str] | None:
    names = dict(names)
    for a, b in zip(row, other, strict=True):
        if _is_blank(a) and _is_blank(b):
            if names.setdefault(a[1], b[1]) != b[1]:
                return None
        elif a != b:
            return None
    return names if len(set(names.values())) == len(names) else None


def _blank(row: Row) -> bool:
    return any(_is_blank(key) for key in row)


def _is_blank(key: Any) -> bool:
    return isinstance(key, tuple) and key[0] == "_:" and len(key) == 2


def _same_graph(wanted: frozenset[Any], found: frozenset[Any], by_value: bool) -> bool:
    def canonical(triples: frozenset[Any]) -> list[str]:
        made = Dataset(Quad(t.subject, t.predicate, _plain(t.object, by_value)) for t in triples)
        made.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        return sorted(str(quad) for quad in made)

    return canonical(wanted) == canonical(found)


def _plain(term: Any, by_value: bool) -> Any:
    if not by_value or not isinstance(term, Literal) or term.language:
        return term
    return Literal(str(_value(term)), datatype=term.datatype)


def _csv(content: bytes) -> Answer:
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    order = sorted(range(len(head)), key=head.__getitem__)
    kept = [tuple(_csv_cell(row[place]) for place in order) for row in rows]
    return Answer(columns=tuple(sorted(head)), rows=tuple(kept), plain=True)


def _csv_cell(text: str) -> Any:
    return BlankNode(text[2:]) if text.startswith("_:") else text or None


def _result_set(triples: frozenset[Triple]) -> Answer:
    """Rows written as triples, as SPARQL 1.0 has them (DAWG result set vocabulary)."""

    def values(subject: Any, name: str) -> list[Any]:
        wanted = NamedNode(RS + name)
        return [t.object for t in triples if t.subject == subject and t.predicate == wanted]

    home = next(t.subject for t in triples if getattr(t.object, "value", "") == RS + "ResultSet")
    truth = values(home, "boolean")
    if truth:
        return Answer(truth=truth[0].value in ("true", "1"))
    names = sorted(term.value for term in values(home, "resultVariable"))
    rows = []
    for solution in values(home, "solution"):
        bound = {
            values(binding, "variable")[0].value: values(binding, "value")[0]
            for binding in values(solution, "binding")
        }
        place = values(solution, "index")
        rows.append((int(place[0].value) if place else 0, [bound.get(name) for name in names]))
    rows.sort(key=lambda row: row[0])
    return Answer(columns=tuple(names), rows=tuple(tuple(row) for _, row in rows))
