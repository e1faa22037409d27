"""The SPARQL checks of ``ontology/checks``: one fault a file, no rows is a pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from simpul import resources
from simpul.checks.fault import Fault
from simpul.engine import Graph
from simpul.model import IRI
from simpul.terms import curie

__all__ = ["run_rules"]

_HEADER = re.compile(r"^#\s*(title|why|fix):\s*(.+?)\s*$", re.MULTILINE)


def run_rules(graph: Graph, rules: Iterable[Path] | None = None) -> Iterator[Fault]:
    """The faults that the checks find; the suffix of a file is its severity.

    The first column of a row is what is at fault, the others say in what.
    """
    if rules is None:
        rules = sorted((resources.ontology() / "checks").glob("*.rq"))
    for path in rules:
        query = path.read_text("utf-8")
        header = dict(_HEADER.findall(query))
        answers = graph.select(query)
        for row in answers.rows:
            shown = [curie(term) if isinstance(term, IRI) else str(term) for term in row if term]
            detail = f": {', '.join(shown[1:])}" if shown[1:] else ""
            yield Fault(
                check=path.stem,
                what=f"{header.get('title', path.stem)}{detail}",
                where=shown[0] if shown else "",
                todo=header.get("fix", ""),
                grave=path.stem.endswith("-violation"),
            )
