"""``simpul graph``: the graph as one interactive page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from simpul.cli.options import settings, shared_options
from simpul.cli.output import counted, put
from simpul.errors import WrongUse

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
    from simpul.views.explorer.gather import Scope
    from simpul.views.explorer.opening import scene_of

    if show and output == "-":
        raise WrongUse("a page on stdout cannot be opened", todo="Give -o a file name.")
    chosen = settings(ctx)
    scene = scene_of(
        chosen.graph(),
        Scope(**scope),
        language="id" if chosen.lang == "id" else "en",
        as_of=chosen.as_of or "",
        bundled=not chosen.data and not chosen.endpoint,
        console=console,
        folders=chosen.data,
    )
    put(page(scene, console=console), output)
    click.echo(
        f"{counted(len(scene.nodes), 'node')}, {counted(len(scene.edges), 'relation')}, "
        f"{counted(len(scene.findings), 'dualism')}",
        err=True,
    )
    if show:
        click.launch(Path(output).resolve().as_uri())
