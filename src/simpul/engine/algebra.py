"""The algebra of a query in words, with the number of matches of each triple pattern.

The algebra of SPARQL 1.1 (W3C, 21 March 2013, section 18.2) as rdflib's parser makes
it. It says what is asked; an engine chooses its own order of joins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from simpul.engine.graph import prefixed
from simpul.errors import UnreadableInput
from simpul.terms import curie

__all__ = ["algebra", "short"]

Count = Callable[[str], int | None]
"""The number of solutions of a group graph pattern, or None where it is not counted."""

_NAMES = {
    "Join": "join",
    "Union": "union",
    "Minus": "minus",
    "Distinct": "distinct",
    "Reduced": "reduced",
    "SelectQuery": "select",
    "AskQuery": "ask whether there is",
    "ConstructQuery": "construct",
    "DescribeQuery": "describe",
    "ServiceGraphPattern": "ask another server",
}
_IRI = re.compile(r"<([^<>\s]*)>")
_HIDDEN = re.compile(r"\?__agg_(\d+)__")


def algebra(query: str, *, base: str | None = None, count: Count) -> list[str]:
    """The lines of a query's algebra, the outermost step first."""
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        found = translateQuery(parseQuery(prefixed(query)), base=base).algebra
    except Exception as error:  # rdflib raises bare Exception for an unknown prefix
        raise UnreadableInput(f"rdflib cannot make an algebra of the query: {error}") from error
    return list(_steps(found, 0, "", count))


def short(text: str) -> str:
    """A text with its IRIs in short form where they have one."""
    return _IRI.sub(lambda hit: hit[0] if curie(hit[1]) == hit[1] else curie(hit[1]), text)


def _steps(node: Any, depth: int, graph: str, count: Count) -> Iterator[str]:
    deeper = partial(_steps, depth=depth + 1, graph=graph, count=count)
    if node.name == "BGP":
        yield from _patterns(node, depth, graph, count)
        return
    yield "  " * depth + _step(node)
    if node.name == "Graph":
        deeper = partial(deeper, graph=_said(node.term))
    for key in ("p", "p1", "p2"):
        if hasattr(node.get(key), "name"):
            yield from deeper(node[key])


def _patterns(node: Any, depth: int, graph: str, count: Count) -> Iterator[str]:
    if len(node.triples) > 1:
        yield "  " * depth + "all of"
        depth += 1
    for triple in node.triples:
        pattern = _row(triple)
        whole = " ".join(_spelled(term) for term in triple)
        number = count(f"GRAPH {graph} {{ {whole} }}" if graph else whole)
        found = "" if number is None else f"    [{number}]"
        yield "  " * depth + pattern + found
    if not node.triples:
        yield "  " * depth + "nothing asked: one empty solution"


def _step(node: Any) -> str:
    name = node.name
    if name == "DescribeQuery":
        return f"describe {_said(node.PV)}"
    if name == "ConstructQuery" and node.template:
        return f"construct {{ {' . '.join(_row(row) for row in node.template)} }}"
    if name == "Slice":
        most = "" if node.length is None else f", at most {node.length}"
        return f"rows from {node.start + 1}{most}"
    if name == "Project":
        return f"columns {' '.join(_said(term) for term in node.PV)}"
    if name == "OrderBy":
        return f"order by {', '.join(_order(key) for key in node.expr)}"
    if name == "Extend":
        return f"{_said(node.expr)} as {_said(node.var)}"
    if name == "Filter":
        return f"only where {_said(node.expr)}"
    if name == "Group":
        return (
            f"group by {', '.join(_said(key) for key in node.expr or ()) or 'nothing: one group'}"
        )
    if name == "AggregateJoin":
        return f"aggregate {', '.join(_aggregate(found) for found in node.A)}"
    if name == "LeftJoin":
        where = _said(node.expr)
        return "left join (OPTIONAL)" + ("" if "TrueFilter" in where else f" where {where}")
    if name == "Graph":
        return f"in graph {_said(node.term)}"
    if name == "ToMultiSet":
        return "subquery" if hasattr(node.p, "name") and node.p.name != "values" else "values"
    if name == "values":
        return f"{len(node.res)} rows"
    return _NAMES.get(name, str(name))


def _order(key: Any) -> str:
    if getattr(key, "name", "") != "OrderCondition":
        return _said(key)
    return f"{_said(key.expr)}{' descending' if key.order == 'DESC' else ''}"


def _aggregate(found: Any) -> str:
    kind = found.name.removeprefix("Aggregate_").upper()
    each = "distinct " if found.distinct else ""
    return f"{kind}({each}{_said(found.vars)}) as {_said(found.res)}"


def _said(term: Any) -> str:
    """A term, path or expression in short form."""
    name = getattr(term, "name", None)
    if isinstance(term, list | tuple):
        return ", ".join(_said(part) for part in term)
    if name is None:
        text = term.n3() if hasattr(term, "n3") else str(term)
        return _HIDDEN.sub(r"?agg\1", short(text))
    if name in ("ConditionalAndExpression", "ConditionalOrExpression"):
        sign = " && " if "And" in name else " || "
        return f"({sign.join(_said(part) for part in (term.expr, *term.other))})"
    if name in ("AdditiveExpression", "MultiplicativeExpression"):
        more = zip(term.op, term.other, strict=True)
        return f"({_said(term.expr)}{''.join(f' {op} {_said(other)}' for op, other in more)})"
    if name == "RelationalExpression":
        other = f"({_said(term.other)})" if isinstance(term.other, list) else _said(term.other)
        return f"{_said(term.expr)} {term.op} {other}"
    if name.startswith("Unary"):
        return {"UnaryNot": "!", "UnaryMinus": "-"}.get(name, "+") + _said(term.expr)
    if name in ("Builtin_EXISTS", "Builtin_NOTEXISTS"):
        inner = " . ".join(_row(row) for row in _triples(term.graph))
        return f"{'not exists' if 'NOT' in name else 'exists'} {{ {inner} }}"
    if name == "Function":
        return f"{_said(term.iri)}({_said(term.expr)})"
    values = [value for key, value in term.items() if key != "_vars" and value is not None]
    return f"{name.removeprefix('Builtin_')}({', '.join(_said(value) for value in values)})"


def _row(triple: Any) -> str:
    return " ".join(_said(part) for part in triple)


def _spelled(term: Any) -> str:
    """A term or path as SPARQL reads it."""
    from rdflib.term import BNode

    return f"?b{term}" if isinstance(term, BNode) else str(term.n3())


def _triples(node: Any) -> Iterator[Any]:
    """All triples of a pattern that has not been translated."""
    if isinstance(node, list | tuple):
        for part in node:
            yield from _triples(part)
        return
    if not hasattr(node, "items"):
        return
    for key, value in node.items():
        if key == "triples":
            for row in value:
                yield from (row[start : start + 3] for start in range(0, len(row), 3))
        else:
            yield from _triples(value)
