"""``simpul show`` and ``simpul find``: one entity, and the search that finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simpul.cli.options import settings, shared_options
from simpul.cli.output import counted, put_rows, row_options
from simpul.terms import GRAPHS, curie, local_name

if TYPE_CHECKING:
    from simpul.findings.entities import Entity, Said

__all__ = ["find", "show"]


@click.command()
@click.argument("entity")
@row_options
@shared_options
@click.pass_context
def show(ctx: click.Context, entity: str, form: str | None, output: str | None) -> None:
    """Show one entity with all it says and each source.

    ENTITY is a short name (polri, uu-21-2007/pasal-4), a CURIE or an IRI.

    Example: simpul show perpres-19-2023
    """
    from simpul.findings.entities import describe
    from simpul.model import Literal

    chosen = settings(ctx)
    found = describe(chosen.graph(), entity)
    rows = []
    for said in found.said:
        other = isinstance(said.value, Literal) and said.value.language
        if other and other != chosen.lang and chosen.lang in found.labels:
            continue
        rows.append(_row(said, found))
    rows += [
        ["pol:evidence", e.label, _place(e.source, e.locator, e.confidence)] for e in found.evidence
    ]
    put_rows(("property", "value", "source"), rows, form=form, output=output, title=entity)
    title = found.labels.get(chosen.lang) or next(
        iter(found.labels.values()), local_name(found.iri)
    )
    click.echo(f"{title} <{found.iri}>", err=True)


@click.command()
@click.argument("text")
@click.option("--most", default=20, show_default=True, help="How many hits to list.")
@row_options
@shared_options
@click.pass_context
def find(ctx: click.Context, text: str, most: int, form: str | None, output: str | None) -> int:
    """Search labels in both languages; a typing slip does no harm.

    Example: simpul find "perdagangan orang"
    """
    from simpul.findings.entities import search

    hits = search(settings(ctx).graph(), text, most=most)
    rows = [[local_name(hit.iri), hit.label, curie(hit.type), f"{hit.score:.2f}"] for hit in hits]
    put_rows(("name", "label", "type", "score"), rows, form=form, output=output, title=text)
    none = "nothing found; try a shorter word, or the other language"
    click.echo(counted(len(hits), "hit") if hits else none, err=True)
    return 0


def _row(said: Said, entity: Entity) -> list[str]:
    from simpul.model import IRI

    value = curie(said.value) if isinstance(said.value, IRI) else str(said.value)
    predicate = curie(said.predicate)
    if said.incoming:
        predicate = f"is {predicate} of"
    places = [_place(e.source, e.locator, e.confidence) for e in said.evidence]
    return [predicate, value, "; ".join(places) or said.graph.removeprefix(GRAPHS)]


def _place(source: str, locator: str, confidence: str) -> str:
    place = " ".join(part for part in (local_name(source), locator) if part)
    return ", ".join(part for part in (place, confidence) if part)
