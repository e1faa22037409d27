"""``simpul dualism score``: the detector against a table of expectations."""

from __future__ import annotations

from pathlib import Path

import click

from simpul.cli.dualism.choices import study_of
from simpul.cli.options import settings, shared_options
from simpul.cli.output import put_rows, row_options
from simpul.terms import local_name

__all__ = ["score"]


@click.command()
@click.argument("table", metavar="TABLE.csv")
@row_options
@shared_options
@click.pass_context
def score(ctx: click.Context, table: str, form: str | None, output: str | None) -> int:
    """Hold the findings against a table of expected pairs; exit with 1 where they differ.

    The table has the columns id, kind, a, b, expected: two provisions, norms or
    instruments, and open, parallel, resolved, yes (any status) or no.

    Example: simpul dualism score tests/dualism/expected.csv
    """
    from simpul.findings.dualism import read_expectations, score

    study = study_of(settings(ctx))
    rows = read_expectations(Path(table))
    found = score(study, rows)
    outcomes = (
        ("found", found.found),
        ("quiet", found.quiet),
        ("MISSED", found.missed),
        ("WRONG", found.wrong),
    )
    shown = [
        [row.id, row.kind, row.a, row.b, row.expected, outcome]
        for outcome, members in outcomes
        for row in members
    ]
    shown += [["", kind, local_name(a), local_name(b), "", "EXTRA"] for kind, a, b in found.extra]
    put_rows(("id", "kind", "a", "b", "expected", "outcome"), shown, form=form, output=output)
    click.echo(
        f"{len(found.found)} found, {len(found.quiet)} rightly quiet, {len(found.missed)} missed, "
        f"{len(found.wrong)} wrong, {len(found.extra)} extra; "
        f"precision {found.precision:.3f}, recall {found.recall:.3f}",
        err=True,
    )
    return 1 if found.missed or found.wrong or found.extra else 0
