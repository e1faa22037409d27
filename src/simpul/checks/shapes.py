"""SHACL shapes run over a graph by pyshacl; nothing is fetched, nothing inferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simpul import resources
from simpul.checks.fault import Fault
from simpul.errors import UnreadableInput
from simpul.terms import Namespace, curie

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import Quad

__all__ = ["run_shapes"]

_SH = Namespace("http://www.w3.org/ns/shacl#")


def run_shapes(quads: Iterable[Quad], shapes: Iterable[Path] | None = None) -> Iterator[Fault]:
    """The faults that SHACL shapes find in the merge of all graphs."""
    import pyshacl

    if shapes is None:
        shapes = sorted((resources.ontology() / "shapes").glob("*.ttl"))
    rules = _merged(shapes)
    if not len(rules):
        return
    _, report, _ = pyshacl.validate(
        _rdflib(quads), shacl_graph=rules, advanced=True, inference="none", do_owl_imports=False
    )
    for result in sorted(report.subjects(_node(_SH["resultSeverity"]))):
        yield _fault(report, result)


def _fault(report: Any, result: Any) -> Fault:
    def value(name: str) -> str:
        found = report.value(result, _node(_SH[name]))
        return "" if found is None else str(found)

    path = value("resultPath")
    shown = f" ({curie(path)})" if path else ""
    shape = value("sourceShape")
    return Fault(
        check=f"shape {curie(shape)}" if "://" in shape else "shape",
        what=f"{value('resultMessage')}{shown}",
        where=curie(value("focusNode")),
        grave=value("resultSeverity") == _SH["Violation"],
    )


def _merged(paths: Iterable[Path]) -> rdflib.Graph:
    import rdflib

    rules = rdflib.Graph()
    for path in paths:
        try:
            rules.parse(data=path.read_text("utf-8-sig"), format="turtle", publicID="urn:shapes")
        except OSError as error:
            raise UnreadableInput(
                f"cannot open the shapes: {error.strerror}", where=str(path)
            ) from error
        except Exception as error:
            raise UnreadableInput(
                f"the shapes are not valid Turtle: {error}", where=str(path)
            ) from error
    return rules


def _rdflib(quads: Iterable[Quad]) -> rdflib.Graph:
    """The merge of quads as an rdflib graph, literals as they are written."""
    import rdflib
    from pyoxigraph import RdfFormat, Triple, serialize

    triples = {Triple(quad.subject, quad.predicate, quad.object) for quad in quads}
    text = serialize(sorted(triples, key=str), format=RdfFormat.N_TRIPLES) or b""
    merged = rdflib.Graph()
    merged.parse(data=text, format="nt")
    return merged


def _node(iri: str) -> Any:
    import rdflib

    return rdflib.URIRef(iri)
