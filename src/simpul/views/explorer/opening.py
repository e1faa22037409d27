"""The scene of a graph as the command line, the server and notebooks all show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from simpul import __version__
from simpul.errors import LimitReached
from simpul.terms import expand
from simpul.views.explorer.gather import Scope, gather
from simpul.views.explorer.scene import Question, Scene, Text

if TYPE_CHECKING:
    from simpul.engine import Graph

__all__ = ["scene_of"]


def scene_of(
    graph: Graph,
    scope: Scope | None = None,
    *,
    language: Literal["id", "en"] = "en",
    as_of: str = "",
    bundled: bool = False,
    console: bool = False,
    folders: Sequence[Path] = (),
) -> Scene:
    """What a page shows of a graph; for a console, with its quads and named questions.

    ``bundled`` says that the graph is the one that comes with simpul, whose title
    and licence are known; ``folders`` are those of the data, which may bring questions.
    """
    whole = not (scope and scope.entity)
    scene = gather(
        _manageable(graph, scope or Scope()),
        scope,
        title=_TITLE if bundled and whole else None,
        language=language,
        as_of=as_of,
    )
    licence = _LICENCE if bundled else ""
    scene = replace(scene, citation=f"simpul {__version__}", licence=licence)
    return _with_console(scene, graph, folders) if console else scene


def _manageable(graph: Graph, scope: Scope) -> Graph:
    """The graph, or of a large store only what lies near the entity."""
    from simpul.engine import StoredGraph
    from simpul.engine.nearby import LARGE, nearby

    if not isinstance(graph, StoredGraph) or len(graph.store) < LARGE:
        return graph
    if not scope.entity:
        raise LimitReached(
            f"a store of {len(graph.store)} statements is too large for one page",
            todo="Name an ENTITY: what lies around it is drawn.",
        )
    return nearby(graph, expand(scope.entity), scope.depth)


def _with_console(scene: Scene, graph: Graph, folders: Sequence[Path]) -> Scene:
    from simpul.engine.graph import prefixed
    from simpul.questions import questions
    from simpul.views.rdf import written

    quads = written(graph.quads, "nq")
    asked = tuple(
        Question(q.name, Text(q.text.id, q.text.en), prefixed(q.query)) for q in questions(folders)
    )
    return replace(
        scene, nquads=quads if isinstance(quads, str) else quads.decode("utf-8"), questions=asked
    )


_TITLE = Text(
    "Respons Indonesia terhadap perdagangan orang",
    "Indonesia's response to trafficking in persons",
)
_LICENCE = "Data: CC BY 4.0"
