"""``simpul corpus scope``: the laws of a policy field, and what a curated graph overlooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpul.cli.options import Settings, settings, shared_options
from simpul.cli.output import counted, put, put_rows
from simpul.cli.studied import store_study
from simpul.terms import DATA
from simpul.views.rows import FORMATS

if TYPE_CHECKING:
    from simpul.engine import Graph
    from simpul.laws.study.around import Around
    from simpul.laws.study.scope import Touching

__all__ = ["scope"]


@click.command()
@click.argument("phrases", nargs=-1, required=True)
@click.option(
    "--curated",
    type=click.Path(path_type=Path),
    help="The graph in the middle; default the one that comes with simpul.",
)
@click.option("--most", default=60, show_default=True, help="Draw this many laws around it.")
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Form.")
@click.option("-o", "--output", metavar="FILE", help="Write here; FILE.html is the page.")
@shared_options
@click.pass_context
def scope(
    ctx: click.Context,
    /,
    phrases: tuple[str, ...],
    curated: Path | None,
    most: int,
    form: str | None,
    output: str | None,
) -> None:
    """List the laws that touch a policy field and say which a curated graph lacks.

    With -o FILE.html, draw the curated graph with those laws around it.

    Example: simpul --data laws.store corpus scope "perdagangan orang" -o around.html
    """
    from simpul.engine import load
    from simpul.laws import study
    from simpul.laws.study.around import around

    select, found, as_of = store_study(ctx)
    touching = study.scope(select, found, phrases, as_of)
    graph = load([curated] if curated else [])
    held = {str(row["law"]).removeprefix(DATA) for row in graph.select(_INSTRUMENTS)}
    lacking = around(select, found, touching, held, as_of)
    if output and output.endswith((".html", ".htm")) and form in (None, "html"):
        _draw_around(settings(ctx), graph, lacking[:most], phrases, output, bundled=not curated)
        rows = [
            (one.law.law, one.law.title, str(one.law.provisions), str(one.weight), one.why)
            for one in lacking[:most]
        ]
        put_rows(("law", "title", "provisions", "ties", "how"), rows, form="table", output=None)
    else:
        ties = {one.law.law: one for one in lacking}
        put_rows(_SCOPE, _scope_rows(touching, held, ties), form=form, output=output)
    _tell_lacking(touching, held, lacking)


_INSTRUMENTS = "SELECT DISTINCT ?law WHERE { ?law a pol:Instrument }"
_SCOPE = ("law", "title", "state", "in title", "provisions", "references to it", "curated", "ties")


def _scope_rows(
    touching: Sequence[Touching], held: set[str], ties: Mapping[str, Around]
) -> list[tuple[str, ...]]:
    return [
        (
            one.law,
            one.title,
            one.state,
            "yes" if one.titled else "",
            str(one.provisions),
            str(one.pointing),
            "yes" if one.law in held else "",
            ties[one.law].why if one.law in ties else "",
        )
        for one in touching
    ]


def _draw_around(
    chosen: Settings,
    graph: Graph,
    lacking: Sequence[Around],
    phrases: Sequence[str],
    output: str,
    *,
    bundled: bool,
) -> None:
    from simpul.views.explorer import page
    from simpul.views.explorer.around import with_laws_around
    from simpul.views.explorer.gather import Scope
    from simpul.views.explorer.opening import scene_of

    scene = scene_of(
        graph,
        Scope(layer="instruments"),
        language="id" if chosen.lang == "id" else "en",
        as_of=chosen.as_of or "",
        bundled=bundled,
    )
    put(page(with_laws_around(scene, lacking, phrases)), output)


def _tell_lacking(touching: Sequence[Touching], held: set[str], lacking: Sequence[Around]) -> None:
    """What the curated graph overlooks, in words."""
    inside = sum(one.law in held for one in touching)
    touch = counted(len(touching), "law touches", "laws touch")
    click.echo(f"{touch} the field; {inside} are in the curated graph", err=True)
    named = [one for one in lacking if one.law.titled or one.law.provisions or one.law.pointing]
    for what, these in (
        ("touch it and are not", named),
        ("do not name it but change a law of the graph", [o for o in lacking if o not in named]),
    ):
        if these:
            first = ", ".join(f"{o.law.law} ({counted(o.weight, 'tie')})" for o in these[:10])
            more = f" and {len(these) - 10} more" if len(these) > 10 else ""
            click.echo(f"{len(these)} in force {what}: {first}{more}", err=True)
