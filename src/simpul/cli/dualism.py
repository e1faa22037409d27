"""``simpul dualism``: find conflicting rules, explain any pair of norms."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from simpul.cli.options import Settings, settings, shared_options
from simpul.cli.output import form_of, put, put_rows
from simpul.views.rows import FORMATS

if TYPE_CHECKING:
    from simpul.findings.dualism import Explanation, Finding, Study

__all__ = ["dualism"]

KINDS = (
    "sanction",
    "authority",
    "procedure",
    "deontic",
    "office",
    "mandate",
    "definition",
    "means",
)
STATUSES = ("open", "parallel", "resolved")


@click.group()
def dualism() -> None:
    """Find where two rules pull in different directions.

    Example: simpul dualism find --as-of 2023-07-01
    """


@dualism.command()
@click.option("--kind", type=click.Choice(KINDS), multiple=True, help="Only this kind; repeatable.")
@click.option("--status", type=click.Choice(STATUSES), help="Only findings that stand like this.")
@click.option("--matter", metavar="CONCEPT", help="Only findings on this matter or within it.")
@click.option("--fail-on", type=click.Choice(["open", "any"]), help="Exit with 1 if there are such.")
@click.option("-f", "--format", "form", type=click.Choice([*FORMATS]), help="Form of the answer.")
@click.option("-o", "--output", metavar="FILE", help="Write to this file.")
@shared_options
@click.pass_context
def find(
    ctx: click.Context,
    kind: Sequence[str],
    status: str | None,
    matter: str | None,
    fail_on: str | None,
    form: str | None,
    output: str | None,
) -> int:
    """List the dualisms, grouped by matter, each side with article and source.

    Example: simpul dualism find --kind sanction -f json
    """
    from simpul.views.findings import COLUMNS, report, side_rows

    chosen = settings(ctx)
    study = _study(chosen)
    found = study.find(kinds=kind or KINDS, status=status, matter=matter, as_of=chosen.as_of)
    shape = form_of(form, output, [*FORMATS], "table")
    if shape == "json":
        answer = {"as_of": chosen.as_of, "findings": [finding.as_json() for finding in found]}
        put(json.dumps(answer, indent=1) + "\n", output)
    elif shape == "table":
        across = shutil.get_terminal_size((100, 24)).columns
        put(report(found, study.name, chosen.lang, across=across), output)
    else:
        rows = side_rows(found, study.name, chosen.lang)
        put_rows(COLUMNS, rows, form=shape, output=output, title="simpul dualism find")
    click.echo(_summary(found), err=True)
    wanted = [finding for finding in found if fail_on == "any" or finding.status == "open"]
    return 1 if fail_on and wanted else 0


@dualism.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("-f", "--format", "form", type=click.Choice([*FORMATS]), help="Form of the answer.")
@click.option("-o", "--output", metavar="FILE", help="Write to this file.")
@shared_options
@click.pass_context
def explain(
    ctx: click.Context, a: str, b: str, form: str | None, output: str | None
) -> None:
    """Say for two norms which test of a dualism holds and which fails.

    A and B are norms or provisions, by IRI or short name.

    Example: simpul dualism explain uu-21-2007/pasal-4 uu-18-2017/pasal-81
    """
    chosen = settings(ctx)
    study = _study(chosen)
    found = study.explain(a, b, as_of=chosen.as_of)
    if form_of(form, output, [*FORMATS], "table") == "json":
        put(json.dumps(found.as_json(), indent=1) + "\n", output)
        return
    columns, rows = _tests(found, chosen.lang)
    put_rows(columns, rows, form=form, output=output, title=f"{a} / {b}")
    click.echo(_verdict(found, study, chosen.lang), err=True)


def _study(chosen: Settings) -> Study:
    from simpul.findings.dualism import study

    return study(chosen.graph())


def _summary(found: Sequence[Finding]) -> str:
    counts = {status: sum(f.status == status for f in found) for status in STATUSES}
    told = ", ".join(f"{number} {status}" for status, number in counts.items())
    return f"{len(found)} findings: {told}"


def _tests(found: Explanation, lang: str) -> tuple[tuple[str, ...], list[list[str]]]:
    rows = [[t.test, "yes" if t.holds else "NO", t.why[lang]] for t in found.tests]
    for kind, resolution in found.resolutions.items():
        rows += [[step.canon, step.outcome, step.why[lang]] for step in resolution.trace]
        rows.append([kind, resolution.status, resolution.why[lang]])
    return ("test", "holds", "why"), rows


def _verdict(found: Explanation, study: Study, lang: str) -> str:
    left, right = study.name(found.a.iri)[lang], study.name(found.b.iri)[lang]
    if found.dualism:
        return f"dualism: {left} / {right}"
    failed = ", ".join(t.test for t in found.tests if not t.holds)
    return f"no dualism: {left} / {right} (fails: {failed})"
