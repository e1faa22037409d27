"""``simpul dualism find``: the dualisms, grouped by matter."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from simpul.cli.dualism.choices import KINDS, STATUSES, changes, study_of
from simpul.cli.options import Day, Settings, settings, shared_options
from simpul.cli.output import counted, form_of, put, put_rows
from simpul.errors import WrongUse
from simpul.views.rows import FORMATS

if TYPE_CHECKING:
    from simpul.findings.dualism import Comparison, Finding, Study

__all__ = ["find"]

FORMS = (*FORMATS, "ttl", "xlsx")


@click.command()
@click.option("--kind", type=click.Choice(KINDS), multiple=True, help="Only this kind; repeatable.")
@click.option("--status", type=click.Choice(STATUSES), help="Only findings that stand like this.")
@click.option("--matter", metavar="CONCEPT", help="Only findings on this matter or within it.")
@click.option(
    "--assume",
    "assumptions",
    multiple=True,
    metavar="CHANGE|@FILE",
    help='As if the law were changed: "repeal X", "amend X min_imprisonment=36", '
    '"link A implements B", "settle A B prevails A".',
)
@click.option(
    "--between", nargs=2, type=Day(), help="What opened, closed and stayed between two days."
)
@click.option(
    "--fail-on", type=click.Choice(["open", "any"]), help="Exit with 1 if there are such."
)
@click.option("--severity", is_flag=True, help="Add the stated measures of what is at stake.")
@click.option("-f", "--format", "form", type=click.Choice(FORMS), help="Form.")
@click.option("-o", "--output", metavar="FILE", help="Write to this file.")
@shared_options
@click.pass_context
def find(
    ctx: click.Context,
    kind: Sequence[str],
    status: str | None,
    matter: str | None,
    assumptions: Sequence[str],
    between: tuple[str, str] | None,
    fail_on: str | None,
    severity: bool,
    form: str | None,
    output: str | None,
) -> int:
    """List the dualisms, grouped by matter, each side with article and source.

    Example: simpul dualism find --kind sanction -f json
    """
    chosen = settings(ctx)
    study = study_of(chosen, assumptions)
    narrowed: dict[str, Any] = {"kinds": kind or KINDS, "status": status, "matter": matter}
    if between:
        if chosen.as_of:
            raise WrongUse("--between and --as-of exclude each other", todo="Give one of the two.")
        if between[0] > between[1]:
            raise WrongUse("the first day is after the second", todo="Give the earlier day first.")
        _put_between(study, between, narrowed, chosen, form, output)
        return 0
    found = study.find(**narrowed, as_of=chosen.as_of)
    _put_found(found, study, chosen, form, output, severity=severity)
    if study.grouped and not study.book.norms:
        click.echo(_NO_MATTER, err=True)
    if assumptions:
        _tell_change(chosen, study, narrowed, found, changes(assumptions))
    wanted = [finding for finding in found if fail_on == "any" or finding.status == "open"]
    return 1 if fail_on and wanted else 0


_NO_MATTER = (
    "No norm here is on a matter yet, so none can conflict. Machine-read candidates: simpul corpus"
    " definitions, penalties and licences; dualism accept ID takes one over."
)


def _put_found(
    found: Sequence[Finding],
    study: Study,
    chosen: Settings,
    form: str | None,
    output: str | None,
    *,
    severity: bool,
) -> None:
    from simpul.findings.dualism import severity as measured
    from simpul.views.findings import COLUMNS, MEASURES, measured_rows, report, side_rows

    shape = form_of(form, output, FORMS, "table")
    if shape == "json":
        told = [
            finding.as_json()
            | {"severity": measured(finding, study.book, until=chosen.as_of).as_json()}
            for finding in found
        ]
        answer = {"as_of": chosen.as_of, "findings": told}
        put(json.dumps(answer, indent=1) + "\n", output)
    elif shape == "ttl":
        from simpul.views.findings_rdf import turtle

        put(turtle(found), output)
    elif shape == "xlsx":
        from simpul.views.spreadsheet import spreadsheet

        measures = measured_rows(found, study, chosen.lang, until=chosen.as_of)
        sides = (COLUMNS, side_rows(found, study.name, chosen.lang))
        put(spreadsheet({"sides": sides, "measures": (MEASURES, measures)}), output)
    elif severity:
        rows = measured_rows(found, study, chosen.lang, until=chosen.as_of)
        put_rows(MEASURES, rows, form=shape, output=output, title="simpul dualism find")
    elif shape == "table":
        across = shutil.get_terminal_size((100, 24)).columns
        put(report(found, study.name, chosen.lang, across=across), output)
    else:
        rows = side_rows(found, study.name, chosen.lang)
        put_rows(COLUMNS, rows, form=shape, output=output, title="simpul dualism find")
    counts = ", ".join(f"{sum(f.status == s for f in found)} {s}" for s in STATUSES)
    click.echo(f"{counted(len(found), 'finding')}: {counts}", err=True)


def _put_between(
    study: Study,
    days: tuple[str, str],
    narrowed: dict[str, Any],
    chosen: Settings,
    form: str | None,
    output: str | None,
) -> None:
    from simpul.findings.dualism import compare

    before, after = (study.find(**narrowed, as_of=day) for day in days)
    rows = _compared(compare(before, after), study, chosen.lang)
    put_rows(_BETWEEN, rows, form=form, output=output, title=f"{days[0]} / {days[1]}")


_BETWEEN = ("change", "kind", "status", "matter", "sides", "finding")


def _compared(comparison: Comparison, study: Study, lang: str) -> list[list[str]]:
    found = [("closed", f) for f in comparison.closed] + [("opened", f) for f in comparison.opened]
    found += [(f"was {old.status}", new) for old, new in comparison.changed]
    found += [("stayed", f) for f in comparison.stayed]
    return [
        [
            change,
            finding.kind,
            finding.status,
            study.name(finding.matter)[lang],
            "; ".join(side.provision[lang] for side in finding.sides),
            finding.id,
        ]
        for change, finding in found
    ]


def _tell_change(
    chosen: Settings,
    after: Study,
    narrowed: dict[str, Any],
    found: Sequence[Finding],
    assumed: Sequence[str],
) -> None:
    from simpul.findings.dualism import compare, study

    before = study(after.graph).find(**narrowed, as_of=chosen.as_of)
    comparison = compare(before, found)
    click.echo(f"Assumed: {'; '.join(assumed)}", err=True)
    for change, kind, status, matter, sides, _ in _compared(comparison, after, chosen.lang):
        if change != "stayed":
            click.echo(f"  {change}: {kind} ({status}), {matter}: {sides}", err=True)
