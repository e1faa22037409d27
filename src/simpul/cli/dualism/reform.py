"""``simpul dualism reform``: the smallest changes that close all open findings of a matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simpul.cli.dualism.choices import KINDS, study_of
from simpul.cli.options import settings, shared_options
from simpul.cli.output import put_rows, row_options
from simpul.terms import local_name

if TYPE_CHECKING:
    from simpul.findings.dualism import Plan, Study

__all__ = ["reform"]


@click.command()
@click.option("--matter", metavar="CONCEPT", help="Only open findings on this matter or within it.")
@click.option("--most", default=5, show_default=True, help="How many plans to show.")
@row_options
@shared_options
@click.pass_context
def reform(
    ctx: click.Context, matter: str | None, most: int, form: str | None, output: str | None
) -> None:
    """Name the smallest sets of changes that close all open findings.

    A change repeals a provision or settles which of two provisions or instruments
    prevails. Each plan is shown with what else it would do.

    Example: simpul dualism reform --matter crew-placement-licensing
    """
    from simpul.findings.dualism import plans

    chosen = settings(ctx)
    study = study_of(chosen)
    wanted = study.concept(matter) if matter else None
    found = plans(study.book, KINDS, matter=wanted, as_of=chosen.as_of, most=most)
    rows = [_row(number, plan, study, chosen.lang) for number, plan in enumerate(found, 1)]
    put_rows(("plan", "changes", "opens", "repealed"), rows, form=form, output=output)
    if not found:
        click.echo("nothing is open", err=True)
    elif found[0].exact:
        click.echo(f"no smaller set than {len(found[0].changes)} closes all (exact)", err=True)
    else:
        click.echo("too many sets to try all: found step by step, maybe not the smallest", err=True)


def _row(number: int, plan: Plan, study: Study, lang: str) -> list[str]:
    opens = [f"{kind}: {_pair(a, b, study, lang)}" for kind, a, b in sorted(plan.opens)]
    leaves = [study.name(iri)[lang] for iri in sorted(plan.leaves)]
    return [
        str(number),
        "; ".join(str(change) for change in plan.changes),
        "; ".join(opens) or "nothing",
        "; ".join(leaves) or "nothing",
    ]


def _pair(a: str, b: str, study: Study, lang: str) -> str:
    return " / ".join(study.name(iri)[lang] or local_name(iri) for iri in (a, b))
