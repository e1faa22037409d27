"""``simpul export``: the whole graph out, in equal bytes for an equal graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpul.cli.options import Settings, settings, shared_options
from simpul.cli.output import form_of, put, write_whole
from simpul.errors import CannotWrite, WrongUse

if TYPE_CHECKING:
    from simpul.engine import Graph

__all__ = ["export"]

RDF = ("ttl", "trig", "nt", "nq", "jsonld", "rdfxml")
NETWORK = ("graphml", "gexf", "csv", "xlsx")
REFERENCES = ("bib", "csl", "ris")
FORMS = (*RDF, *NETWORK, *REFERENCES, "html")


@click.command()
@click.option("-f", "--format", "form", type=click.Choice(FORMS), help="Form; else by -o.")
@click.option("-o", "--output", metavar="PATH", required=True, help="File to write, - for stdout.")
@shared_options
@click.pass_context
def export(ctx: click.Context, form: str | None, output: str) -> None:
    """Write the whole graph out: ontology, data and what follows from them.

    csv writes nodes.csv and edges.csv into the folder PATH; bib, csl and ris hold the
    sources; html is the interactive page.

    Example: simpul export -f ttl -o tppo.ttl
    """
    chosen = settings(ctx)
    form = form_of(form, output, FORMS, "")
    if form == "html":
        from simpul.cli.graph import graph

        ctx.invoke(graph, entity="", depth=2, layer="all", console=False, show=False, output=output)
    elif form == "csv":
        _folder(chosen, output)
    else:
        put(_content(chosen, form), output)


def _content(chosen: Settings, form: str) -> bytes:
    graph = chosen.graph()
    if form in RDF:
        return _rdf(graph, form)
    if form in REFERENCES:
        from simpul.views.references import references

        return references(graph, form)
    from simpul.network import network
    from simpul.views.graph_files import gexf, graphml
    from simpul.views.node_tables import workbook

    writers = {"graphml": graphml, "gexf": gexf, "xlsx": workbook}
    if form not in writers:
        raise WrongUse("the form is not given", todo=f"Add -f with one of {', '.join(FORMS)}.")
    return writers[form](network(graph), lang=chosen.lang)


def _rdf(graph: Graph, form: str) -> bytes:
    """The statements; where the form has comments, the first line names the dataset's hash."""
    from simpul.findings.statistics import canonical_hash
    from simpul.views.rdf import written

    content = written(graph.quads, form)
    if form not in ("ttl", "trig", "nt", "nq"):
        return content
    return f"# RDFC-1.0, SHA-256: {canonical_hash(graph.quads)}\n".encode() + content


def _folder(chosen: Settings, output: str) -> None:
    from simpul.network import network
    from simpul.views.node_tables import csv_pair

    folder = Path(output)
    if output == "-" or folder.is_file() or folder.suffix == ".csv":
        raise WrongUse("csv is two files, nodes and edges", todo="Give -o the name of a folder.")
    files = csv_pair(network(chosen.graph()), lang=chosen.lang)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            f"cannot make the folder: {error.strerror}", where=output, todo="Name another one."
        ) from error
    for name, content in files.items():
        write_whole(folder / name, content)
