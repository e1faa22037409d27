"""Writes the page: one HTML file that needs nothing beside it.

The Content-Security-Policy names the hash of the one script and the one style
sheet; nothing else may run, load, connect or be framed in. Data sits in blocks
that no browser executes, with every ``<`` written as an escape.
"""

from __future__ import annotations

import json
from typing import Any

from simpul.views.explorer import bundle, engine
from simpul.views.explorer.drawing import payload
from simpul.views.explorer.layout import arrange
from simpul.views.explorer.plain import visible
from simpul.views.explorer.scene import Scene

__all__ = ["page"]


def page(scene: Scene, *, console: bool = False, seed: int = 1) -> str:
    """The whole page as HTML; the same scene and seed give the same bytes."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    scene = scene.complete()
    template = Environment(
        loader=FileSystemLoader(bundle.ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template("page.html.jinja")
    return template.render(
        language=scene.language,
        title=visible(getattr(scene.title, scene.language)),
        description=visible(getattr(scene.description, scene.language)),
        policy=_policy(console=console),
        style=Markup(bundle.style()),
        script=Markup(bundle.script()),
        data=Markup(_inert(payload(scene, arrange(scene, seed=seed)))),
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


def _inert(record: dict[str, Any]) -> str:
    """JSON in which no character can end the block it stands in."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return text.translate({ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
