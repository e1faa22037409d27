"""simpul from Python: one graph, asked as from the command line.

>>> import simpul
>>> graph = simpul.open()
>>> chairs = graph.ask("who-chaired-the-task-force", as_of="2023-07-01")
>>> [row["holder"] for row in chairs.records()][1]
'Chief of the National Police (Kapolri)'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from simpul.engine import Graph, RemoteGraph, StoredGraph, is_store, load
from simpul.errors import WrongUse
from simpul.library.results import Dualisms, Explorer, Table

if TYPE_CHECKING:
    import networkx
    import rdflib

    from simpul.findings.dualism.explanation import Explanation
    from simpul.views.explorer.gather import Layer

__all__ = ["Dualisms", "Explorer", "PolicyGraph", "Table", "open"]

_DRAWN = 100_000


class PolicyGraph:
    """A policy-response graph in memory, on disk or behind an endpoint."""

    def __init__(
        self,
        graph: Graph,
        *,
        lang: str = "en",
        bundled: bool = False,
        folders: Sequence[Path] = (),
    ) -> None:
        self.graph, self.lang, self.bundled, self.folders = graph, lang, bundled, folders

    def query(self, sparql: str) -> Table:
        """The rows of a SELECT query; known prefixes need no PREFIX."""
        from simpul.engine.admission import admit

        admit(sparql, self.graph)
        return Table(self.graph.select(sparql))

    def holds(self, sparql: str) -> bool:
        """The answer of an ASK query."""
        from simpul.engine.admission import admit

        admit(sparql, self.graph)
        return self.graph.ask(sparql)

    def construct(self, sparql: str) -> rdflib.Graph:
        """The triples of a CONSTRUCT or DESCRIBE query."""
        import rdflib

        from simpul.engine.results import Triples, answer

        found = answer(self.graph, sparql)
        if not isinstance(found, Triples):
            raise WrongUse("the query gives no triples", todo="Begin it with CONSTRUCT.")
        return rdflib.Graph().parse(data=found.serialized("nt"), format="nt")

    def ask(
        self, name: str, values: Mapping[str, str] | None = None, *, as_of: str | None = None
    ) -> Table:
        """The rows of a named question, one of simpul's or one that the data bring."""
        from simpul import questions

        asked = questions.question(name, self.folders)
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

    def explain(self, a: str, b: str, *, as_of: str | None = None) -> Explanation:
        """For two norms or articles which test of a dualism holds, which fails, and why."""
        from simpul.findings.dualism import study

        return study(self.graph).explain(a, b, as_of=as_of)

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
            folders=self.folders,
        )
        return Explorer(page(scene, console=console))

    def __len__(self) -> int:
        return len(self.graph.quads)

    def __repr__(self) -> str:
        return f"<PolicyGraph: {type(self.graph).__name__}>"

    def _fits_a_page(self) -> bool:
        """Whether all may be drawn, told without reading a large store or a whole server."""
        if isinstance(self.graph, StoredGraph):
            return len(self.graph.store) <= 2 * _DRAWN  # every statement and its merge
        return not isinstance(self.graph, RemoteGraph) and len(self) <= _DRAWN

    def _repr_html_(self) -> str:
        """The explorer; for a graph too large to draw at once, a table of what it holds."""
        if self._fits_a_page():
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
    return PolicyGraph(read, lang=lang, bundled=not paths, folders=paths)
