"""``simpul serve``: a read-only SPARQL 1.1 endpoint and two pages on this machine."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, Any

import click

from simpul.cli.options import settings, shared_options
from simpul.errors import CannotWrite

if TYPE_CHECKING:
    from simpul.views.serving import Server

__all__ = ["serve"]


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="Port."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Listen here; 0.0.0.0 lets other machines ask.",
)
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="Let pages of this website read answers.",
)
@click.option(
    "--timeout", default=30.0, show_default=True, metavar="SECONDS", help="For one query."
)
@click.option(
    "--max-rows", type=click.IntRange(1), default=100_000, show_default=True, help="Of one."
)
@shared_options
@click.pass_context
def serve(
    ctx: click.Context, /, *, port: int, timeout: float, max_rows: int, **access: Any
) -> None:
    """Serve the graph on http://127.0.0.1:PORT until Ctrl-C.

    / is the explorer, /sparql the SPARQL endpoint and, in a browser, a page to ask
    it; &format=csv asks for CSV where a program cannot send a header.

    Only programs on this machine reach it, and no page of a website, unless you
    say so: a request that names another host is refused.

    Example: simpul serve --port 8000
    """
    from simpul.views.serving import Access, Served

    chosen = settings(ctx)
    served = Served(
        chosen.graph(),
        timeout,
        max_rows,
        language="id" if chosen.lang == "id" else "en",
        as_of=chosen.as_of or "",
        bundled=not chosen.data and not chosen.endpoint,
        folders=tuple(chosen.data),
    )
    here = _listening(port, served, Access(**access))
    host, _ = here.server_address[:2]
    click.echo(f"http://{host!s}:{here.server_port}/ and /sparql (Ctrl-C ends it)", err=True)
    _until_told(here, timeout)


def _listening(port: int, served: Any, access: Any) -> Server:
    from simpul.views.serving import server

    try:
        return server(port, served, access)
    except OSError as error:
        raise CannotWrite(
            f"cannot listen there: {error.strerror}",
            where=f"{access.host}:{port}",
            todo="Try another --port.",
        ) from error


def _until_told(here: Server, seconds: float) -> None:
    """Serves until Ctrl-C or SIGTERM; answers under way may end, unless told again."""
    told = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: told.set())
    running = threading.Thread(target=here.serve_forever, daemon=True)
    running.start()
    told.wait()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    here.shutdown()
    here.finish(seconds)
    here.server_close()
