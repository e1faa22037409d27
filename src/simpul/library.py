"""simpul from Python: one graph, asked as from the command line.

>>> import simpul
>>> graph = simpul.open()
>>> chairs = graph.ask("who-chaired-the-task-force", as_of="2023-07-01")
>>> [row["holder"] for row in chairs.records()][1]
'Chief of the National Police (Kapolri)'
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simpul.engine import Graph, RemoteGraph, StoredGraph, is_store, load
from simpul.errors import WrongUse
from simpul.model import IRI, Answers, Bilingual, Term
from simpul.terms import XSD, curie

if TYPE_CHECKING:
    import networkx
    import rdflib

    from simpul.findings.dualism import Finding
    from simpul.views.explorer.gather import Layer

__all__ = ["Dualisms", "Explorer", "PolicyGraph", "Table", "open"]

_SHOWN = 100
_DRAWN = 100_000
_FRAME = 640
_FINDING = ("status", "kind", "matter", "from", "until", "sides", "why", "finding")


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

    def records(self) -> list[dict[str, Any]]:
        """Every row with all columns as plain values, as ``pandas.DataFrame`` takes them.

        Numbers, booleans and dates are Python's own; an unbound cell is None.

        >>> import simpul
        >>> simpul.open().query("SELECT (1 + 1 AS ?sum) ?other {}").records()
        [{'sum': 2, 'other': None}]
        """
        return [dict(zip(self.columns, map(_plain, row), strict=True)) for row in self.answers.rows]

    def _repr_html_(self) -> str:
        rows = [["" if term is None else _short(term) for term in row] for row in self.answers.rows]
        return _html(self.columns, rows)


@dataclass(frozen=True, slots=True)
class Dualisms:
    """Findings of dualism, each with its sides, its status and why."""

    findings: Sequence[Finding]
    name: Callable[[str], Bilingual]
    lang: str = "en"

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, index: int) -> Finding:
        return self.findings[index]

    def _repr_html_(self) -> str:
        return _html(_FINDING, [self._row(finding) for finding in self.findings[: _SHOWN + 1]])

    def _row(self, finding: Finding) -> list[str]:
        told = finding.as_json()
        sides = [side.provision[self.lang] for side in finding.sides]
        return [
            finding.status,
            finding.kind,
            self.name(finding.matter)[self.lang],
            told["from"] or "",
            told["until"] or "",
            " / ".join(dict.fromkeys(sides)),
            finding.resolution.why[self.lang],
            finding.id,
        ]


@dataclass(frozen=True, slots=True)
class Explorer:
    """The interactive page: shown in a notebook, or saved as a file that opens anywhere."""

    html: str

    def save(self, path: str | Path) -> Path:
        """The file, written whole or not at all."""
        from simpul.cli.output import write_whole

        write_whole(Path(path), self.html.encode("utf-8"))
        return Path(path)

    def _repr_html_(self) -> str:
        # The frame runs the page's own script and saves files, and reaches nothing else.
        return (
            f'<iframe title="simpul" srcdoc="{html.escape(self.html)}" width="100%"'
            f' height="{_FRAME}" style="border:1px solid #ddd8cf" allow="clipboard-write"'
            ' sandbox="allow-scripts allow-downloads allow-popups"></iframe>'
        )


class PolicyGraph:
    """A policy-response graph in memory, on disk or behind an endpoint."""

    def __init__(self, graph: Graph, *, lang: str = "en", bundled: bool = False) -> None:
        self.graph, self.lang, self.bundled = graph, lang, bundled

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
        read = study(self.graph)
        found = read.find(kinds=kinds, status=status, as_of=as_of)
        return Dualisms(found, read.name, self.lang)

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

    def explorer(
        self,
        entity: str = "",
        *,
        depth: int = 2,
        layer: Layer = "all",
        as_of: str = "",
        console: bool = False,
    ) -> Explorer:
        """The interactive page of the whole graph, of a layer, or of what lies near an entity."""
        from simpul.views.explorer import page
        from simpul.views.explorer.gather import Scope
        from simpul.views.explorer.opening import scene_of

        scene = scene_of(
            self.graph,
            Scope(layer, entity, depth),
            language="id" if self.lang == "id" else "en",
            as_of=as_of,
            bundled=self.bundled,
            console=console,
        )
        return Explorer(page(scene, console=console))

    def __len__(self) -> int:
        return len(self.graph.quads)

    def _repr_html_(self) -> str:
        """The explorer; for a graph too large to draw at once, a table of what it holds."""
        if len(self) <= _DRAWN:
            return self.explorer()._repr_html_()
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
    read = load(paths, bundled=with_bundled or not paths)
    return PolicyGraph(read, lang=lang, bundled=not paths)


_PLAIN: Mapping[str, Callable[[str], Any]] = {
    XSD["integer"]: int,
    XSD["decimal"]: Decimal,
    XSD["double"]: float,
    XSD["float"]: float,
    XSD["boolean"]: lambda text: text in ("true", "1"),
    XSD["date"]: date.fromisoformat,
}


def _plain(term: Term | None) -> Any:
    """A term as Python's own value; what does not read as its datatype stays text."""
    if term is None or isinstance(term, IRI):
        return None if term is None else str(term)
    try:
        return _PLAIN.get(term.datatype, str)(term.value)
    except (ValueError, ArithmeticError):
        return term.value


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
