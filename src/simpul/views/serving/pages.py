"""The pages of the local server: the explorer, and a query page that needs no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from simpul.views.templates import inert, template

if TYPE_CHECKING:
    from simpul.engine import Graph

__all__ = ["Page", "asset", "explorer_page", "query_page"]

_ASSETS = Path(__file__).parent / "assets"
_FILES = {
    "yasgui.min.js": ("vendor/yasgui/yasgui.min.js", "text/javascript; charset=utf-8"),
    "yasgui.min.css": ("vendor/yasgui/yasgui.min.css", "text/css; charset=utf-8"),
    "query.js": ("query.js", "text/javascript; charset=utf-8"),
    "query.css": ("query.css", "text/css; charset=utf-8"),
}
_QUERY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_FIRST = """\
SELECT ?label ?kind WHERE {
  ?thing a ?kind ; rdfs:label ?label .
  FILTER(LANG(?label) = "%s")
} ORDER BY ?label LIMIT 50
"""
_WORDS = {
    "en": {
        "title": "Ask the graph in SPARQL",
        "lede": "The endpoint is /sparql; known prefixes need no PREFIX.",
        "explorer": "See the graph",
        "question": "A named question:",
        "own": "a query of your own",
        "noscript": "The editor needs scripts; the endpoint itself does not.",
    },
    "id": {
        "title": "Tanyai graf dengan SPARQL",
        "lede": "Titik aksesnya /sparql; prefiks yang dikenal tidak perlu PREFIX.",
        "explorer": "Lihat grafnya",
        "question": "Pertanyaan bernama:",
        "own": "kueri sendiri",
        "noscript": "Penyunting perlu skrip; titik aksesnya sendiri tidak.",
    },
}


@dataclass(frozen=True, slots=True)
class Page:
    """A document as the server sends it; ``policy`` is its Content-Security-Policy."""

    media: str
    body: bytes
    policy: str = ""


def explorer_page(
    graph: Graph, *, language: Literal["id", "en"], as_of: str, bundled: bool
) -> Page:
    """The explorer of the whole graph, with a link to the query page."""
    from simpul.views.explorer import page
    from simpul.views.explorer.opening import scene_of

    scene = scene_of(graph, language=language, as_of=as_of, bundled=bundled)
    return Page("text/html; charset=utf-8", page(scene, queries="/sparql").encode("utf-8"))


def query_page(language: Literal["id", "en"], folders: Sequence[Path] = ()) -> Page:
    """The query page: an editor, a table of rows, and the named questions.

    ``folders`` are those of the data, which may bring questions of their own.
    """
    from simpul.engine.graph import prefixed
    from simpul.questions import questions

    asked = list(questions(folders))
    html = template(_ASSETS / "query.html.jinja").render(
        language=language,
        words=_WORDS[language],
        questions=[{"name": q.name, "title": getattr(q.text, language)} for q in asked],
        data=inert(
            {
                "first": prefixed(_FIRST % language).lstrip(),
                "named": {q.name: prefixed(q.query) for q in asked},
            }
        ),
    )
    return Page("text/html; charset=utf-8", html.encode("utf-8"), _QUERY_POLICY)


@cache
def asset(name: str) -> Page | None:
    """A script or style sheet of the query page; None for any other name."""
    if name not in _FILES:
        return None
    path, media = _FILES[name]
    return Page(media, (_ASSETS / path).read_bytes())
