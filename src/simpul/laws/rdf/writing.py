"""What was read, as N-Triples, N-Quads, TriG or Turtle text; equal input, equal bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from simpul.laws.model import Law
from simpul.laws.rdf.statements import graph_iri, statements
from simpul.laws.rdf.terms import Statement
from simpul.terms import DATA, PREFIXES

__all__ = ["to_quads", "to_triples", "to_turtle"]

_LOCAL = re.compile(r"[A-Za-z][\w-]*\Z")
_SHORT = {str(space): prefix for prefix, space in PREFIXES.items() if prefix != "id"}
_TYPED = re.compile(r'"(\d+)"\^\^<http://www\.w3\.org/2001/XMLSchema#integer>\Z')


def to_triples(law: Law) -> str:
    """N-Triples, in the order of the law."""
    return "".join([f"{s} {p} {o} .\n" for s, p, o in _once(statements(law))])


def to_quads(law: Law, *, merged: bool = False) -> str:
    """N-Quads in the graph of the law's text; ``merged`` adds them to the default graph too."""
    graph = graph_iri(law)
    triples = [f"{s} {p} {o} " for s, p, o in _once(statements(law))]
    quads = f"{graph} .\n".join(triples) + f"{graph} .\n"
    return quads + ".\n".join(triples) + ".\n" if merged else quads


def to_turtle(laws: Iterable[Law]) -> Iterator[str]:
    """Turtle text piece by piece, one subject a paragraph."""
    yield f"@base <{DATA}> .\n"
    for prefix, space in sorted(PREFIXES.items()):
        if prefix != "id":
            yield f"@prefix {prefix}: <{space}> .\n"
    for law in laws:
        for subject, group in groupby(_once(statements(law)), key=lambda one: one[0]):
            lines = [f"{_shorten(p)} {_shorten(o)}" for _, p, o in group]
            yield f"\n{_shorten(subject)} " + " ;\n    ".join(lines) + " .\n"


def _once(found: Iterable[Statement]) -> Iterable[Statement]:
    """Each statement once, in order of first mention."""
    return dict.fromkeys(found)


def _shorten(term: str) -> str:
    """A term as Turtle writes it: prefixed, relative, or a bare integer."""
    if term[0] == '"':
        whole = _TYPED.match(term)
        if whole:
            return whole[1]
        value, mark, datatype = term.rpartition("^^<")
        return f"{value}^^{_shorten('<' + datatype)}" if mark and value.endswith('"') else term
    name = term[1:-1]
    if name.startswith(DATA):
        return f"<{name[len(DATA) :]}>"
    for space, prefix in _SHORT.items():
        if name.startswith(space) and _LOCAL.match(name[len(space) :]):
            local = name[len(space) :]
            return "a" if (prefix, local) == ("rdf", "type") else f"{prefix}:{local}"
    return term
