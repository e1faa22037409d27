"""``simpul serve``: a read-only SPARQL 1.1 endpoint on this machine."""

from __future__ import annotations

import click

from simpul.cli.options import settings, shared_options
from simpul.errors import CannotWrite

__all__ = ["serve"]


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="Port."
)
@click.option(
    "--timeout", default=30.0, show_default=True, metavar="SECONDS", help="For one query."
)
@click.option(
    "--max-rows", type=click.IntRange(1), default=100_000, show_default=True, help="Of one."
)
@shared_options
@click.pass_context
def serve(ctx: click.Context, port: int, timeout: float, max_rows: int) -> None:
    """Answer SPARQL queries on http://127.0.0.1:PORT/sparql until Ctrl-C.

    Only programs on this machine reach it, and no page of a website: a request
    that names another host is refused, and no cross-origin header is sent.

    Example: simpul serve --port 8000
    """
    from simpul.views.server import Served, server

    graph = settings(ctx).graph()
    try:
        here = server(port, Served(graph, timeout, max_rows))
    except OSError as error:
        raise CannotWrite(
            f"the port cannot be used: {error.strerror}",
            where=str(port),
            todo="Try another --port.",
        ) from error
    click.echo(f"http://127.0.0.1:{here.server_port}/sparql (Ctrl-C ends it)", err=True)
    try:
        here.serve_forever()
    finally:
        here.server_close()
