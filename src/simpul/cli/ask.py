"""``simpul ask``: the named questions."""

from __future__ import annotations

from collections.abc import Sequence

import click

from simpul.cli.options import settings, shared_options
from simpul.cli.output import counted, put_rows, row_options
from simpul.errors import WrongUse
from simpul.terms import curie

__all__ = ["ask"]


@click.command()
@click.argument("name", required=False)
@click.option("-p", "parameters", multiple=True, metavar="NAME=VALUE", help="Fill a parameter.")
@row_options
@shared_options
@click.pass_context
def ask(
    ctx: click.Context,
    name: str | None,
    parameters: Sequence[str],
    form: str | None,
    output: str | None,
) -> None:
    """Ask a named question; without NAME, list the questions.

    A folder given with --data may bring its own in DIR/questions/NAME.rq.

    Example: simpul ask who-chaired-the-task-force --as-of 2023-09-01
    """
    from simpul import questions

    chosen = settings(ctx)
    if name is None:
        rows = [_listed(found, chosen.lang) for found in questions.questions(chosen.data)]
        put_rows(("name", "question", "parameters"), rows, form=form, output=output)
        return
    asked = questions.question(name, chosen.data)
    answers = questions.ask(
        chosen.graph(), asked, values=_pairs(parameters), lang=chosen.lang, as_of=chosen.as_of
    )
    rows = [["" if term is None else _shown(term) for term in row] for row in answers.rows]
    put_rows(answers.columns, rows, form=form, output=output, title=asked.text[chosen.lang])
    click.echo(f"{asked.text[chosen.lang]} {counted(len(rows), 'row')}", err=True)


def _listed(found: object, lang: str) -> list[str]:
    defaults = ", ".join(f"{key}={curie_of(value)}" for key, value in found.parameters.items())  # type: ignore[attr-defined]
    return [found.name, found.text[lang], defaults]  # type: ignore[attr-defined]


def curie_of(value: str) -> str:
    """A default as one would type it: without quotes, datatype and prefix."""
    if value.startswith('"'):
        return value[1 : value.rindex('"')]
    return value.removeprefix("id:").strip("<>")


def _pairs(parameters: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for parameter in parameters:
        name, equals, value = parameter.partition("=")
        if not equals:
            raise WrongUse(f"{parameter!r} has no value", todo="Write it as -p name=value.")
        pairs[name] = value
    return pairs


def _shown(term: object) -> str:
    from simpul.model import IRI

    return curie(term) if isinstance(term, IRI) else str(term)
