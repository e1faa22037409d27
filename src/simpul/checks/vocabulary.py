"""Vocabulary drift: terms nobody declares, and namespaces that are nearly right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from simpul import resources
from simpul.checks.fault import Fault
from simpul.engine import Graph
from simpul.engine.admission import unused_terms
from simpul.errors import nearest
from simpul.terms import POL, PREFIXES, RDF, TIP, curie

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["drift", "unused_in_queries"]

_FOLDERS = ("questions", "checks", "dualism")


def drift(quads: Iterable[Quad]) -> Iterator[Fault]:
    """Terms that are used but declared nowhere, and near misses of known namespaces.

    Undeclared terms are looked for in simpul's own vocabularies; near misses among
    all predicates and classes (http for https, a hyphen, a slash for a hash).
    """
    declared: set[str] = set()
    used: Counter[str] = Counter()
    for quad in quads:
        declared.add(_iri(quad.subject))
        used[quad.predicate.value] += 1
        iri = _iri(quad.object)
        if quad.predicate.value == RDF["type"] or iri.startswith((POL, TIP)):
            used[iri] += 1
    for iri in sorted(used):
        if iri.startswith((POL, TIP)):
            if iri not in declared:
                yield _undeclared(iri, declared, used[iri])
        else:
            yield from _near_miss(iri)


def unused_in_queries(graph: Graph, queries: Iterable[Path] | None = None) -> Iterator[Fault]:
    """Names that simpul's own queries ask for and the graph never uses.

    A question about what no data says is a typing slip or an empty promise.
    """
    if queries is None:
        queries = sorted(
            path for name in _FOLDERS for path in (resources.ontology() / name).glob("*.rq")
        )
    for path in queries:
        for name, close in unused_terms(path.read_text("utf-8"), graph):
            todo = f"Did you mean {close[0]}?" if close else "Take it out, or add the data."
            what = "a query names what the graph never uses"
            yield Fault(
                "unused-in-query", what, f"{path.parent.name}/{path.name}: {name}", todo, False
            )


def _iri(term: object) -> str:
    return str(getattr(term, "value", "")) if type(term).__name__ == "NamedNode" else ""


def _undeclared(iri: str, declared: set[str], uses: int) -> Fault:
    space = POL if iri.startswith(POL) else TIP
    close = nearest(iri, [name for name in declared if name.startswith(space)], most=1)
    hint = f"Did you mean {curie(close[0])}?" if close else "Declare it in ontology/."
    return Fault(
        "undeclared-term", f"a term is used {uses} times and declared nowhere", curie(iri), hint
    )


def _near_miss(iri: str) -> Iterator[Fault]:
    space = _space(iri)
    if not space or space in PREFIXES.values():
        return
    bare = _bare(space)
    for prefix, known in PREFIXES.items():
        if bare == _bare(known):
            yield Fault(
                "near-miss-namespace",
                f"the namespace is nearly that of {prefix}:, but not quite",
                iri,
                f"Write {known}.",
            )


def _space(iri: str) -> str:
    end = max(iri.rfind("#"), iri.rfind("/")) + 1
    return iri[:end] if end > len("https://") else ""


def _bare(space: str) -> str:
    text = space.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return text.rstrip("#/").replace("-", "").replace("_", "")
