"""``simpul query``: raw SPARQL 1.1, read-only, within limits."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from simpul.cli.options import settings, shared_options
from simpul.cli.output import form_of, put, put_rows
from simpul.errors import LimitReached, UnreadableInput, WrongUse

__all__ = ["query"]

ROWS = ("table", "csv", "tsv", "json", "jsonl", "xml", "md", "html")
TRIPLES = ("ttl", "nt", "jsonld")


@click.command()
@click.argument("sparql", required=False, default="-", metavar="[SPARQL|@FILE|-]")
@click.option("--timeout", default=60.0, show_default=True, metavar="SECONDS", help="Stop after this.")
@click.option("--max-rows", type=int, metavar="N", help="Stop with exit code 4 after N rows.")
@click.option("-f", "--format", "form", type=click.Choice([*ROWS, *TRIPLES]), help="Form of the answer.")
@click.option("-o", "--output", metavar="FILE", help="Write to this file.")
@shared_options
@click.pass_context
def query(
    ctx: click.Context,
    sparql: str,
    timeout: float,
    max_rows: int | None,
    form: str | None,
    output: str | None,
) -> None:
    """Run a SPARQL 1.1 query over the whole graph; known prefixes need no PREFIX.

    Example: simpul query "SELECT ?l WHERE { id:polri rdfs:label ?l }"
    """
    from simpul.engine.results import Triples, answer

    text = _text(sparql)
    chosen = form_of(form, output, [*ROWS, *TRIPLES], "")
    found = answer(settings(ctx).graph(), text)
    if isinstance(found, Triples):
        put(found.serialized(chosen or "ttl"), output)
        return
    rows = found.limited(max_rows)
    if chosen in ("json", "xml", "csv", "tsv"):
        put(rows.serialized(chosen), output)
    else:
        put_rows(rows.columns, rows.shown(), form=chosen or "table", output=output, title="simpul query")
    if rows.cut:
        raise LimitReached(
            f"only the first {max_rows} rows are shown", todo="Raise --max-rows, or add a LIMIT."
        )


def _text(sparql: str) -> str:
    if sparql == "-":
        return sys.stdin.read()
    if not sparql.startswith("@"):
        if not sparql.strip():
            raise WrongUse("the query is empty", todo="Give SPARQL text, @FILE or - for stdin.")
        return sparql
    path = Path(sparql[1:])
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UnreadableInput(f"cannot open the query: {error.strerror}", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise UnreadableInput("the query is not UTF-8", where=str(path)) from error
