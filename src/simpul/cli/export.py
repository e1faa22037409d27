"""``simpul export``: the whole graph out, in equal bytes for an equal graph."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpul.cli.options import Settings, settings, shared_options
from simpul.cli.output import form_of, put, write_all
from simpul.cli.progress import counted, patience
from simpul.errors import CannotWrite, WrongUse
from simpul.terms import DATA

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from simpul.engine import Graph

__all__ = ["export"]

RDF = ("ttl", "trig", "nt", "nq", "jsonld", "rdfxml")
WITH_GRAPHS = ("trig", "nq")
LINES = ("nt", "nq")
NETWORK = ("graphml", "gexf", "csv", "xlsx")
REFERENCES = ("bib", "csl", "ris")
FORMS = (*RDF, *NETWORK, *REFERENCES, "html")

_OURS = (
    "https://w3id.org/simpul/id/simpul-editors",
    "2026-11-24",
    "https://creativecommons.org/licenses/by/4.0/",
)
"""Who puts out the claims of the bundled graph, the day of the release, the licence."""


@click.command()
@click.option("-f", "--format", "form", type=click.Choice(FORMS), help="Form; else by -o.")
@click.option("-o", "--output", metavar="PATH", required=True, help="File to write, - for stdout.")
@click.option(
    "--nanopublications",
    is_flag=True,
    help="With trig or nq: each claim as a nanopublication, with its source and place.",
)
@shared_options
@click.pass_context
def export(ctx: click.Context, form: str | None, output: str, nanopublications: bool) -> None:
    """Write the whole graph out: ontology, data and what follows from them.

    csv writes nodes.csv, edges.csv and the datapackage.json that describes them into
    the folder PATH; bib, csl and ris hold the sources; html is the interactive page.

    Example: simpul export -f ttl -o tppo.ttl
    """
    chosen = settings(ctx)
    form = form_of(form, output, FORMS, "")
    if nanopublications and form not in WITH_GRAPHS:
        raise WrongUse("nanopublications are named graphs", todo="Add -f trig or -f nq.")
    if form == "html":
        from simpul.cli.graph import graph

        ctx.invoke(graph, entity="", depth=2, layer="all", console=False, show=False, output=output)
        return
    with patience(f"Writing {output}"):
        if nanopublications:
            put(_nanopublications(chosen, form), output)
        elif form == "csv":
            _folder(chosen, output)
        elif form in LINES:
            put(_lines(chosen.graph(), form), output)
        else:
            put(_content(chosen, form), output)


def _lines(graph: Graph, form: str) -> Iterator[bytes]:
    """The statements one a line, sorted on disk, after the hash of the dataset."""
    from simpul.engine import StoredGraph
    from simpul.engine.canonical import canonicalized, has_blank_nodes
    from simpul.views.rdf import lines

    def each() -> Iterable[Quad]:
        whole: Iterable[Quad] = graph.each_quad() if isinstance(graph, StoredGraph) else graph.quads
        return counted(whole, "Statements read")

    named = canonicalized(graph.quads) if has_blank_nodes(each()) else None
    found = hashlib.sha256()
    with tempfile.TemporaryFile() as sorted_quads:
        for line in lines(named or each(), "nq"):
            found.update(line)
            sorted_quads.write(line)
        yield _header(found.hexdigest())
        sorted_quads.seek(0)
        rest = sorted_quads if form == "nq" else lines(named or each(), form)
        yield from counted(rest, "Statements written")


def _nanopublications(chosen: Settings, form: str) -> bytes:
    from simpul.findings.statistics import canonical_hash
    from simpul.views.nanopublications import NP, Publication, nanopublications
    from simpul.views.rdf import written

    graph = chosen.graph()
    bundled = not chosen.data and not chosen.endpoint
    made = list(nanopublications(graph.quads, Publication(*_OURS) if bundled else None))
    if not made:
        raise WrongUse("the graph holds no claim", todo="Claims are rows of claims.csv.")
    return _header(canonical_hash(made)) + written(
        made, form, prefixes={"np": NP, "nano": DATA["np/"], "claim": DATA["claim/"]}
    )


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
    if form not in ("ttl", "trig"):
        return content
    return _header(canonical_hash(graph.quads)) + content


def _header(digest: str) -> bytes:
    return f"# RDFC-1.0, SHA-256: {digest}\n".encode()


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
    write_all({folder / name: content for name, content in files.items()})
