"""``simpul coverage``, ``timeline`` and ``stats``: the graph from above."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simpul.cli.options import settings, shared_options
from simpul.cli.output import counted, form_of, put, put_rows, row_options
from simpul.errors import LimitReached
from simpul.views.rows import FORMATS

if TYPE_CHECKING:
    from simpul.engine import Graph

__all__ = ["coverage", "stats", "timeline"]

AXES = ("type", "stage", "dimension")


@click.command()
@click.option("--rows", type=click.Choice(AXES), default="type", show_default=True)
@click.option("--columns", type=click.Choice(AXES), default="dimension", show_default=True)
@row_options
@shared_options
@click.pass_context
def coverage(
    ctx: click.Context, rows: str, columns: str, form: str | None, output: str | None
) -> None:
    """Count measures by response type, stage and human-security dimension.

    A zero is a gap: nothing is done there, as far as the record goes.

    Example: simpul coverage --rows stage --columns type
    """
    from simpul.findings.coverage import coverage as covered

    chosen = settings(ctx)
    found = covered(chosen.graph(), rows, columns)
    names = [found.labels[column][chosen.lang] for column in found.columns]
    table = [
        [
            found.labels[r][chosen.lang],
            *(str(len(found.counts.get((r, c), ()))) for c in found.columns),
        ]
        for r in found.rows
    ]
    put_rows((rows, *names), table, form=form, output=output, title="simpul coverage")
    click.echo(
        f"{len(found.gaps)} of {counted(len(found.rows) * len(found.columns), 'cell')} empty",
        err=True,
    )


@click.command()
@click.option("-f", "--format", "form", type=click.Choice([*FORMATS, "svg"]), help="Form.")
@click.option("-o", "--output", metavar="FILE", help="Write to this file.")
@shared_options
@click.pass_context
def timeline(ctx: click.Context, form: str | None, output: str | None) -> None:
    """List dated events, holdings, laws in force and figures; as table, SVG or HTML.

    Example: simpul timeline -o timeline.svg
    """
    from simpul.findings.timeline import timeline as dated_things
    from simpul.views.timeline import timeline_html, timeline_svg

    chosen = settings(ctx)
    dated = dated_things(chosen.graph(), lang=chosen.lang, as_of=chosen.as_of)
    shape = form_of(form, output, [*FORMATS, "svg"], "table")
    title = {"id": "Garis waktu", "en": "Timeline"}[chosen.lang]
    if shape == "svg":
        put(timeline_svg(dated, title=title), output)
    elif shape == "html":
        put(timeline_html(dated, title=title, lang=chosen.lang), output)
    else:
        rows = [[d.start, d.until, d.kind, d.label, "; ".join(d.sources)] for d in dated]
        columns = ("from", "until", "kind", "what", "sources")
        put_rows(columns, rows, form=shape, output=output, title=title)


@click.command()
@click.option("--centre", is_flag=True, help="Rank things by betweenness instead of counting.")
@click.option("--verify", is_flag=True, help="Also read the graph with rdflib and compare.")
@row_options
@shared_options
@click.pass_context
def stats(
    ctx: click.Context, centre: bool, verify: bool, form: str | None, output: str | None
) -> int:
    """Count the things of each class, and name the graph by its canonical hash.

    With --verify, rdflib reads the same graph; exit with 1 if its hash differs.

    Example: simpul stats --centre
    """
    from simpul.findings import statistics

    chosen = settings(ctx)
    graph = chosen.graph()
    large = _size_if_large(graph)
    if large and (centre or verify):
        raise LimitReached(
            f"a store of {large} statements is too large to be ranked or read again",
            todo="Draw the neighbourhood of one thing with simpul graph ENTITY.",
        )
    if centre:
        ranked = statistics.centralities(graph, lang=chosen.lang)
        rows = [[c.label, c.kind, str(c.degree), f"{c.betweenness:.4f}"] for c in ranked]
        put_rows(("thing", "kind", "degree", "betweenness"), rows, form=form, output=output)
        return 0
    counts = [[name, str(number)] for name, number in statistics.class_counts(graph)]
    put_rows(("class", "things"), counts, form=form, output=output, title="simpul stats")
    if large:
        click.echo(f"{large} statements in the store, too many to be hashed", err=True)
        return 0
    own = statistics.canonical_hash(graph.quads)
    click.echo(
        f"{counted(len(graph.quads), 'statement')}, canonical hash (RDFC-1.0) {own}", err=True
    )
    if not verify:
        return 0
    other = statistics.read_by_rdflib(graph.quads)
    click.echo(f"read by rdflib: {'the same' if other == own else other}", err=True)
    return int(other != own)


def _size_if_large(graph: Graph) -> int:
    """The statements of a store that is too large to be held at once, else 0."""
    from simpul.engine import StoredGraph
    from simpul.engine.nearby import LARGE

    size = len(graph.store) if isinstance(graph, StoredGraph) else 0
    return size if size > LARGE else 0
