"""``simpul corpus``: many laws in one store, and what they say together."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from simpul.cli.options import shared_options

__all__ = ["corpus"]


@click.group()
def corpus() -> None:
    """Build and study a store of many laws.

    Example: simpul corpus build laws/ -o laws.store
    """


@corpus.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-o", "--output", "store", required=True, type=click.Path(path_type=Path), help="Store.")
@click.option("--workers", type=click.IntRange(1), help="Processes that read; default all cores.")
@shared_options
def build(folder: Path, store: Path, workers: int | None) -> None:
    """Read a folder of laws into a store; run again, it reads only what changed.

    It may be stopped at any time, even killed: the next run goes on.

    Example: simpul corpus build laws/ -o laws.store
    """
    from simpul.laws import corpus as reading

    shown = sys.stderr.isatty()
    number = len(reading.texts(folder))
    with click.progressbar(length=number, label="Reading", file=sys.stderr, hidden=not shown) as bar:
        outcome = reading.build(folder, store, workers=workers, step=lambda: bar.update(1))
    for problem in outcome.problems:
        click.echo(f"Not read: {problem}", err=True)
    click.echo(
        f"{outcome.read} read, {outcome.unchanged} unchanged, {outcome.removed} removed, "
        f"{len(outcome.problems)} not read",
        err=True,
    )
    for name, value in (("laws", outcome.laws), *outcome.counts.items()):
        click.echo(f"{name}\t{value}")
