"""``simpul query``: raw SPARQL 1.1, read-only, within limits."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simpul.cli.options import Settings, settings, shared_options
from simpul.cli.output import form_of, put, put_rows
from simpul.errors import LimitReached, UnreadableInput, WrongUse

if TYPE_CHECKING:
    from simpul.engine import Graph

__all__ = ["query"]

ROWS = ("table", "csv", "tsv", "json", "jsonl", "xml", "md", "html")
TRIPLES = ("ttl", "nt", "jsonld")


@click.command()
@click.argument("sparql", required=False, default="-", metavar="[SPARQL|@FILE|-]")
@click.option(
    "--timeout", default=60.0, show_default=True, metavar="SECONDS", help="Stop after this."
)
@click.option(
    "--max-rows",
    type=click.IntRange(1),
    default=100_000,
    show_default=True,
    metavar="N",
    help="Stop with exit code 4 after N rows.",
)
@click.option(
    "--base", metavar="IRI", help="Resolve relative IRIs of the query and of --data against this."
)
@click.option(
    "--graph",
    "named",
    multiple=True,
    metavar="IRI=FILE",
    help="Hold this file as a named graph, its base IRI; then only --data and --graph are asked.",
)
@click.option("--bare", is_flag=True, help="Ask the files of --data alone, without the ontology.")
@click.option(
    "--explain", is_flag=True, help="Show how the query is answered instead of the answer."
)
@click.option("--allow-service", is_flag=True, help="Let SERVICE ask other servers.")
@click.option("-f", "--format", "form", type=click.Choice([*ROWS, *TRIPLES]), help="Form.")
@click.option("-o", "--output", metavar="FILE", help="Write to this file.")
@shared_options
@click.pass_context
def query(ctx: click.Context, /, sparql: str, **options: Any) -> None:
    """Run a SPARQL 1.1 query over the whole graph; known prefixes need no PREFIX.

    --explain shows the plan of the engine with what each step gave, if the program
    oxigraph is installed beside simpul (pip install oxigraph); else, and always with
    --endpoint, the algebra of the query, which is what is asked and not how.

    Example: simpul query "SELECT ?l WHERE { id:polri rdfs:label ?l }"
    """
    from simpul.engine.results import Triples, answer

    if sparql == "-" and settings(ctx).reads_stdin:
        raise WrongUse("stdin holds the data", todo="Give the query as text or @FILE.")
    text, most, output = _text(sparql), options["max_rows"], options["output"]
    if options["explain"]:
        put(_explained(text, settings(ctx), options), output)
        return
    chosen = form_of(options["form"], output, [*ROWS, *TRIPLES], "")
    graph = _graph(settings(ctx), options)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        found = answer(
            graph, text, most=most, base=options["base"], allow_service=options["allow_service"]
        )
    if isinstance(found, Triples):
        put(found.serialized(chosen or "ttl"), output)
    elif chosen in TRIPLES:
        raise WrongUse(f"rows cannot be written as {chosen}", todo=f"Use {', '.join(ROWS)}.")
    elif chosen in ("json", "xml", "csv", "tsv"):
        put(found.serialized(chosen), output)
    else:
        form = chosen or "table"
        put_rows(found.columns, found.shown(), form=form, output=output, title="simpul query")
    for warning in told:
        click.echo(f"Warning: {warning.message}", err=True)
    if not settings(ctx).endpoint:  # which is not asked for each name
        _warn(text, graph)
    if not isinstance(found, Triples) and found.cut:
        raise LimitReached(
            f"only the first {most} rows are shown", todo="Raise --max-rows, or add a LIMIT."
        )


def _explained(text: str, chosen: Settings, options: dict[str, Any]) -> str:
    from simpul.engine.explaining import explained

    graph = None if chosen.endpoint else _graph(chosen, options)
    return explained(text, graph, base=options["base"], seconds=0.9 * options["timeout"])


def _graph(chosen: Settings, options: dict[str, Any]) -> Graph:
    chosen.timeout, chosen.base = options["timeout"], options["base"]
    if not options["named"] and not options["bare"]:
        return chosen.graph()
    from simpul.engine.bare import BareGraph

    named = []
    for given in options["named"]:
        name, equals, path = given.rpartition("=")
        if not equals:
            raise WrongUse(f"{given!r} names no file", todo="Write --graph IRI=FILE.")
        named.append((name, Path(path)))
    return BareGraph(chosen.data, named, chosen.reading())


def _warn(text: str, graph: Graph) -> None:
    """Tells names of the query that no statement uses."""
    from simpul.engine.admission import unused_terms

    for name, near in unused_terms(text, graph):
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        click.echo(f"Warning: the graph never uses {name}{hint}", err=True)


def _text(sparql: str) -> str:
    if sparql == "-":
        return sys.stdin.read()
    if not sparql.startswith("@"):
        if not sparql.strip():
            raise WrongUse("the query is empty", todo="Give SPARQL text, @FILE or - for stdin.")
        return sparql
    path = Path(sparql[1:])
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        what = f"cannot open the query: {error.strerror}"
        raise UnreadableInput(what, where=str(path)) from error
    except UnicodeDecodeError as error:
        raise UnreadableInput("the query is not UTF-8", where=str(path)) from error
