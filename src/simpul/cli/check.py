"""``simpul check``: data, shapes, rules, vocabulary, evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpul.cli.options import existing, settings, shared_options
from simpul.cli.output import counted, put_rows, row_options

if TYPE_CHECKING:
    from simpul.checks import Fault
    from simpul.engine import Graph

__all__ = ["check"]


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE..]")
@click.option("--shapes", multiple=True, metavar="FILE", help="Use these SHACL shapes instead.")
@click.option(
    "--source",
    "texts",
    multiple=True,
    metavar="[ID=]TEXT|DIR",
    help="Hold locators and phrases against this source text, or a folder of laws.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["violation", "warning", "none"]),
    default="violation",
    show_default=True,
    help="Exit with 1 on a fault as grave as this.",
)
@row_options
@shared_options
@click.pass_context
def check(
    ctx: click.Context,
    files: Sequence[str],
    shapes: Sequence[str],
    texts: Sequence[str],
    fail_on: str,
    form: str | None,
    output: str | None,
) -> int:
    """Check tables, shapes, rules and vocabulary of the graph or of files.

    Example: simpul check --fail-on warning
    """
    chosen = settings(ctx)
    chosen.data += [existing(file) for file in files]
    for text in texts:
        existing(text.rpartition("=")[2])
    graph = chosen.graph()
    faults = sorted(_faults(graph, shapes, texts, bundled=not chosen.data and not chosen.endpoint))
    rows = [[f.severity.value, f.check, f.where, f.what, f.todo] for f in faults]
    if rows:
        columns = ("severity", "check", "where", "what", "todo")
        put_rows(columns, rows, form=form, output=output, title="simpul check")
    grave = sum(fault.grave for fault in faults)
    click.echo(
        f"{counted(grave, 'violation')}, {counted(len(faults) - grave, 'warning')}", err=True
    )
    failed = {"violation": grave, "warning": len(faults), "none": 0}[fail_on]
    return 1 if failed else 0


def _faults(
    graph: Graph, shapes: Sequence[str], texts: Sequence[str], *, bundled: bool
) -> Iterator[Fault]:
    from simpul.checks import check_evidence, drift, run_rules, run_shapes, unused_in_queries

    quads = list(graph.quads)
    yield from run_shapes(quads, [Path(file) for file in shapes] or None)
    yield from run_rules(graph)
    yield from drift(quads)
    if bundled:
        yield from unused_in_queries(graph)
    if texts:
        evidence = check_evidence(graph, texts)
        click.echo(evidence.summary(), err=True)
        yield from evidence.faults
