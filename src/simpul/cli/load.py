"""``simpul load``: the graph into a SPARQL server, or into a store on disk."""

from __future__ import annotations

from pathlib import Path

import click

from simpul.cli.options import Settings, settings, shared_options
from simpul.cli.output import counted
from simpul.errors import WrongUse

__all__ = ["load"]


@click.command()
@click.option("-o", "--output", metavar="STORE", help="Make an Oxigraph store in this folder.")
@click.option("--store", metavar="URL", help="Graph Store address, where it is not known.")
@shared_options
@click.pass_context
def load(ctx: click.Context, output: str | None, store: str | None) -> None:
    """Put the graph into the server of --endpoint, or into a store on disk.

    What the server holds already is not sent again. A store on disk is asked with
    --data STORE, or served with oxigraph serve-read-only.

    Example: simpul load --endpoint http://localhost:7878/query
    """
    chosen = settings(ctx)
    url, chosen.endpoint = chosen.endpoint, None
    if bool(url) == bool(output):
        raise WrongUse("where to?", todo="Give --endpoint URL for a server, or -o for a folder.")
    if output:
        from simpul.engine import write_store

        number = write_store(Path(output), chosen.graph().quads)
        click.echo(f"{counted(number, 'statement')} in {output}", err=True)
        return
    _load_server(chosen, str(url), store)


def _load_server(chosen: Settings, url: str, store: str | None) -> None:
    from simpul.engine import RemoteGraph
    from simpul.engine.loading import load_into

    loaded = []
    for graph in load_into(RemoteGraph(url), chosen.graph().quads, store):
        loaded.append(graph)
        done = "sent" if graph.sent else "held"
        click.echo(f"{done}  {graph.statements:>8}  {graph.digest}  {graph.graph}", err=True)
    click.echo(
        f"{counted(len(loaded), 'graph')}, each compared with the server by count and hash",
        err=True,
    )
