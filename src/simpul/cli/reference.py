"""``simpul reference``: terms, trees, rules and tables on one page."""

from __future__ import annotations

import click

from simpul.cli.options import settings, shared_options
from simpul.cli.output import put

__all__ = ["reference"]


@click.command()
@click.option("-o", "--output", metavar="FILE.html", required=True, help="File to write.")
@shared_options
@click.pass_context
def reference(ctx: click.Context, output: str) -> None:
    """Write the reference page: terms, concept trees, one worked norm, rules, tables.

    One file in both languages that needs no network.

    Example: simpul reference -o reference.html
    """
    from simpul.views.reference import reference_page

    chosen = settings(ctx)
    put(reference_page(chosen.graph(), folders=chosen.data), output)
