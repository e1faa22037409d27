"""``simpul export``: the whole graph out, in equal bytes for an equal graph."""

from __future__ import annotations

import click

from simpul.cli.options import settings, shared_options
from simpul.cli.output import put

__all__ = ["export"]

FORMS = ("ttl", "trig", "nt", "nq", "jsonld", "rdfxml", "graphml")


@click.command()
@click.option("-f", "--format", "form", type=click.Choice(FORMS), required=True, help="Form.")
@click.option("-o", "--output", metavar="PATH", required=True, help="File to write, - for stdout.")
@shared_options
@click.pass_context
def export(ctx: click.Context, form: str, output: str) -> None:
    """Write the whole graph out: ontology, data and what follows from them.

    Example: simpul export -f ttl -o tppo.ttl
    """
    chosen = settings(ctx)
    graph = chosen.graph()
    if form == "graphml":
        from simpul.network import network
        from simpul.views.graph_files import graphml

        put(graphml(network(graph), lang=chosen.lang), output)
        return
    from simpul.views.rdf import written

    put(written(graph.quads, form), output)  # type: ignore[attr-defined]
