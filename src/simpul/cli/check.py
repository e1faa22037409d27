"""``simpul check``: data, shapes, rules, vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpul.cli.options import Settings, settings, shared_options
from simpul.cli.output import put_rows, row_options

if TYPE_CHECKING:
    from simpul.checks import Fault

__all__ = ["check"]


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE..]")
@click.option("--shapes", multiple=True, metavar="FILE", help="Use these SHACL shapes instead.")
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
    fail_on: str,
    form: str | None,
    output: str | None,
) -> int:
    """Check tables, shapes, rules and vocabulary of the graph or of files.

    Example: simpul check --fail-on warning
    """
    chosen = settings(ctx)
    chosen.data += [Path(file) for file in files]
    faults = sorted(_faults(chosen, shapes))
    rows = [[f.severity.value, f.check, f.where, f.what, f.todo] for f in faults]
    if rows:
        columns = ("severity", "check", "where", "what", "todo")
        put_rows(columns, rows, form=form, output=output, title="simpul check")
    grave = sum(fault.grave for fault in faults)
    click.echo(f"{grave} violations, {len(faults) - grave} warnings", err=True)
    failed = {"violation": grave, "warning": len(faults), "none": 0}[fail_on]
    return 1 if failed else 0


def _faults(chosen: Settings, shapes: Sequence[str]) -> Iterator[Fault]:
    from simpul.checks import drift, run_rules, run_shapes

    graph = chosen.graph()
    yield from run_shapes(graph.quads, [Path(file) for file in shapes] or None)  # type: ignore[attr-defined]
    yield from run_rules(graph)
    yield from drift(graph.quads)  # type: ignore[attr-defined]
