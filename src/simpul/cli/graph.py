"""``simpul graph``: the graph as one interactive page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simpul.cli.options import Settings, settings, shared_options
from simpul.cli.output import put
from simpul.errors import WrongUse

if TYPE_CHECKING:
    from simpul.views.explorer import Scene

__all__ = ["graph"]

_LAYERS = ("actors", "instruments", "norms", "dualisms", "measures", "all")


@click.command()
@click.argument("entity", required=False, default="")
@click.option(
    "--depth",
    type=click.IntRange(1, 6),
    default=2,
    show_default=True,
    help="Steps around ENTITY.",
)
@click.option(
    "--layer",
    type=click.Choice(_LAYERS),
    default="all",
    show_default=True,
    help="Part of the graph.",
)
@click.option("--console", is_flag=True, help="Put a SPARQL console into the page.")
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
@click.option("-o", "--output", metavar="FILE.html", required=True, help="Page, - for stdout.")
@shared_options
@click.pass_context
def graph(ctx: click.Context, /, *, console: bool, show: bool, output: str, **scope: Any) -> None:
    """Draw the interactive page: one HTML file that opens anywhere, offline.

    ENTITY is a short name, a CURIE or an IRI; without one, all is drawn.

    Example: simpul graph uu-21-2007 --depth 2 -o uu-21-2007.html
    """
    from simpul.views.explorer import page

    if show and output == "-":
        raise WrongUse("a page on stdout cannot be opened", todo="Give -o a file name.")
    scene = _scene(settings(ctx), console=console, **scope)
    put(page(scene, console=console), output)
    click.echo(
        f"{len(scene.nodes)} nodes, {len(scene.edges)} relations, {len(scene.findings)} dualisms",
        err=True,
    )
    if show:
        click.launch(Path(output).resolve().as_uri())


def _scene(chosen: Settings, *, console: bool, **scope: Any) -> Scene:
    """The scene the options ask for, with the quads and questions a console needs."""
    from dataclasses import replace

    from simpul import __version__
    from simpul.views.explorer import Question, Text
    from simpul.views.explorer.gather import Scope, gather

    read = chosen.graph()
    bundled = not chosen.data and not chosen.endpoint and not scope["entity"]
    scene = gather(
        read,
        Scope(**scope),
        title=Text(*_TITLE) if bundled else None,
        language="id" if chosen.lang == "id" else "en",
        as_of=chosen.as_of or "",
    )
    scene = replace(scene, citation=f"simpul {__version__}", licence=_LICENCE if bundled else "")
    if not console:
        return scene
    from simpul.engine.graph import prefixed
    from simpul.questions import questions
    from simpul.views.rdf import written

    quads = written(read.quads, "nq")
    asked = tuple(
        Question(q.name, Text(q.text.id, q.text.en), prefixed(q.query)) for q in questions()
    )
    return replace(
        scene, nquads=quads if isinstance(quads, str) else quads.decode("utf-8"), questions=asked
    )


_TITLE = (
    "Respons Indonesia terhadap perdagangan orang",
    "Indonesia's response to trafficking in persons",
)
_LICENCE = "Data: CC BY 4.0"
