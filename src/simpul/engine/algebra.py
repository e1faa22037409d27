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
    say = _STEPS.get(node.name)
    return say(node) if say else _NAMES.get(node.name, str(node.name))


def _slice(node: Any) -> str:
    return f"rows from {node.start + 1}" + (
        f", at most {node.length}" if node.length is not None else ""
    )


def _left_join(node: Any) -> str:
    where = _said(node.expr)
    return "left join (OPTIONAL)" + ("" if "TrueFilter" in where else f" where {where}")


def _multiset(node: Any) -> str:
    return "subquery" if getattr(node.p, "name", "values") != "values" else "values"


def _group(node: Any) -> str:
    return f"group by {', '.join(_said(key) for key in node.expr or ()) or 'nothing: one group'}"


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


_STEPS: dict[str, Callable[[Any], str]] = {
    "AggregateJoin": lambda node: f"aggregate {', '.join(_aggregate(found) for found in node.A)}",
    "ConstructQuery": lambda node: f"construct {{ {' . '.join(map(_row, node.template or ()))} }}",
    "DescribeQuery": lambda node: f"describe {_said(node.PV)}",
    "Extend": lambda node: f"{_said(node.expr)} as {_said(node.var)}",
    "Filter": lambda node: f"only where {_said(node.expr)}",
    "Graph": lambda node: f"in graph {_said(node.term)}",
    "Group": _group,
    "LeftJoin": _left_join,
    "OrderBy": lambda node: f"order by {', '.join(_order(key) for key in node.expr)}",
    "Project": lambda node: f"columns {' '.join(_said(term) for term in node.PV)}",
    "Slice": _slice,
    "ToMultiSet": _multiset,
    "values": lambda node: f"{len(node.res)} rows",
}
