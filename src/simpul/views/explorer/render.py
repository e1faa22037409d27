"""Writes the page: one HTML file that needs nothing beside it.

The Content-Security-Policy names the hash of the one script and the one style
sheet; nothing else may run, load, connect or be framed in. Data sits in blocks
that no browser executes, with every ``<`` written as an escape.
"""

from __future__ import annotations

from simpul.views.explorer import bundle, engine
from simpul.views.explorer.drawing import payload
from simpul.views.explorer.layout import arrange
from simpul.views.explorer.plain import visible
from simpul.views.explorer.scene import Scene
from simpul.views.templates import inert, template

__all__ = ["page"]


def page(scene: Scene, *, console: bool = False, queries: str = "", seed: int = 1) -> str:
    """The whole page as HTML; the same scene and seed give the same bytes.

    ``queries`` is the address of a page that asks a server, where there is one.
    """
    from markupsafe import Markup

    scene = scene.complete()
    return template(bundle.ASSETS / "page.html.jinja").render(
        language=scene.language,
        title=visible(getattr(scene.title, scene.language)),
        description=visible(getattr(scene.description, scene.language)),
        policy=_policy(console=console),
        style=Markup(bundle.style()),
        script=Markup(bundle.script()),
        data=inert(payload(scene, arrange(scene, seed=seed))),
        queries=queries,
        engine=engine.blocks(scene.nquads) if console else None,
    )


def _policy(*, console: bool) -> str:
    """What the page may do: run its own script, use its own style, show its own images."""
    scripts = [bundle.fingerprint(bundle.script())]
    if console:
        scripts.append("'wasm-unsafe-eval'")
    rules = [
        "default-src 'none'",
        f"script-src {' '.join(scripts)}",
        f"style-src {bundle.fingerprint(bundle.style())}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if console:
        rules.append("worker-src blob:")
    return "; ".join(rules)
