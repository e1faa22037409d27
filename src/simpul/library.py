"""simpul from Python: one graph, asked as from the command line.

>>> import simpul
>>> graph = simpul.open()
>>> graph.ask("who-chaired-the-task-force").columns[0]
'period'
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simpul.engine import Graph, RemoteGraph, StoredGraph, is_store, load
from simpul.errors import WrongUse
from simpul.model import IRI, Answers, Term
from simpul.terms import curie

if TYPE_CHECKING:
    import networkx
    import rdflib

    from simpul.findings.dualism import Finding

__all__ = ["Dualisms", "PolicyGraph", "Table", "open"]

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of answers; iterating gives one mapping a row."""

    answers: Answers

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self.answers.columns

    def __iter__(self) -> Iterator[dict[str, Term]]:
        return iter(self.answers)

    def __len__(self) -> int:
        return len(self.answers)

    def _repr_html_(self) -> str:
        rows = [["" if term is None else _short(term) for term in row] for row in self.answers.rows]
        return _html(self.columns, rows)


@dataclass(frozen=True, slots=True)
class Dualisms:
    """Findings of dualism, each with its sides, its status and why."""

    findings: Sequence[Finding]
    lang: str = "en"

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, index: int) -> Finding:
        return self.findings[index]

    def _repr_html_(self) -> str:
        rows = [
            [f.status, f.kind, " / ".join(_short(IRI(side.norm)) for side in f.sides), f.id]
            for f in self.findings
        ]
        return _html(("status", "kind", "sides", "finding"), rows)


class PolicyGraph:
    """A policy-response graph in memory, on disk or behind an endpoint."""

    def __init__(self, graph: Graph, *, lang: str = "en") -> None:
        self.graph, self.lang = graph, lang

    def query(self, sparql: str) -> Table:
        """The rows of a SELECT query; known prefixes need no PREFIX."""
        from simpul.engine.admission import admit

        admit(sparql, self.graph)
        return Table(self.graph.select(sparql))

    def ask(
        self, name: str, values: Mapping[str, str] | None = None, *, as_of: str | None = None
    ) -> Table:
        """The rows of a named question."""
        from simpul import questions

        asked = questions.question(name)
        return Table(questions.ask(self.graph, asked, values=values, lang=self.lang, as_of=as_of))

    def dualisms(
        self, *, kind: str | None = None, status: str | None = None, as_of: str | None = None
    ) -> Dualisms:
        """The dualisms of the graph, grouped by matter."""
        from simpul.findings.dualism import KINDS, study

        kinds = (kind,) if kind else KINDS
        return Dualisms(study(self.graph).find(kinds=kinds, status=status, as_of=as_of), self.lang)

    def to_networkx(self) -> networkx.MultiDiGraph:
        """Labelled things as nodes, statements as edges."""
        from simpul.network import network

        return network(self.graph)

    @property
    def rdflib(self) -> rdflib.Dataset:
        """A copy as rdflib Dataset, named graphs kept; change it as you like."""
        import rdflib

        from simpul.views.rdf import written

        found = rdflib.Dataset(default_union=True)
        found.parse(data=written(self.graph.quads, "nq"), format="nquads")
        return found

    def __len__(self) -> int:
        return len(self.graph.quads)

    def _repr_html_(self) -> str:
        rows = self.graph.select(
            "SELECT ?kind (COUNT(DISTINCT ?thing) AS ?number) WHERE { ?thing a ?kind ;"
            " pol:evidence ?evidence } GROUP BY ?kind ORDER BY DESC(?number) ?kind"
        )
        return Table(rows)._repr_html_()


def open(
    *sources: str | Path, endpoint: str | None = None, with_bundled: bool = False, lang: str = "en"
) -> PolicyGraph:
    """The bundled graph; or that of folders and files, of a store, or of an endpoint."""
    paths = [Path(source) for source in sources]
    if endpoint and paths:
        raise WrongUse("endpoint and sources name two different graphs", todo="Give one of them.")
    if endpoint:
        return PolicyGraph(RemoteGraph(endpoint), lang=lang)
    if len(paths) == 1 and is_store(paths[0]) and not with_bundled:
        return PolicyGraph(StoredGraph(paths[0]), lang=lang)
    return PolicyGraph(load(paths, bundled=with_bundled or not paths), lang=lang)


def _short(term: Term) -> str:
    return curie(term) if isinstance(term, IRI) else str(term)


def _html(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{html.escape(name)}</th>" for name in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows[:_SHOWN]
    )
    more = f"<p>... and {len(rows) - _SHOWN} more</p>" if len(rows) > _SHOWN else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
