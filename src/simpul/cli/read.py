"""``simpul read``: the text of laws into the terms of the graph."""

from __future__ import annotations

from pathlib import Path

import click

from simpul.cli.options import shared_options
from simpul.cli.output import counted, form_of, put

__all__ = ["read"]

FORMS = ("ttl", "nt", "nq")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMS), help="Form; else by the ending of -o."
)
@click.option("-o", "--output", metavar="OUT", help="File to write; without it, the terminal.")
@click.option("--remarks/--no-remarks", default=True, help="Tell what could not be read.")
@shared_options
def read(files: tuple[Path, ...], form: str | None, output: str | None, remarks: bool) -> None:
    """Read laws from Markdown, plain text or PDF into RDF, each fact with its line.

    What could not be read is told on stderr with its line, and stands in the
    output as well.

    Example: simpul read uu-21-2007.md -o uu-21-2007.ttl
    """
    from simpul.laws import to_quads, to_triples, to_turtle
    from simpul.laws.files import read_files

    chosen = form_of(form, output, FORMS, "ttl")
    laws = read_files(files)
    if chosen == "ttl":
        put("".join(to_turtle(laws)), output)
    else:
        write = to_triples if chosen == "nt" else to_quads
        put("".join(write(law) for law in laws), output)
    for law in laws if remarks else ():
        for one in law.unread:
            click.echo(f"{law.source}:{one.line}: {one.kind}: {one.what}", err=True)
    for law in laws:
        click.echo(
            f"{law.name}: {counted(len(law.articles), 'article')}, "
            f"{counted(len(law.definitions), 'definition')}, "
            f"{counted(len(law.penalties), 'penalty', 'penalties')}, "
            f"{counted(len(law.references), 'reference')}, {counted(len(law.unread), 'remark')}",
            err=True,
        )
