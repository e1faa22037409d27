"""``simpul dualism explain``: why a pair is a dualism or not, and one finding on a page."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import click

from simpul.cli.dualism.choices import study_of
from simpul.cli.dualism.explain_pairs import put_pairs
from simpul.cli.options import Settings, settings, shared_options
from simpul.cli.output import form_of, put, put_rows
from simpul.views.rows import FORMATS

if TYPE_CHECKING:
    from simpul.findings.dualism import Explanation, Study

__all__ = ["explain"]


@click.command()
@click.argument("a", metavar="A|FINDING")
@click.argument("b", metavar="[B]", required=False)
@click.option("-f", "--format", "form", type=click.Choice([*FORMATS]), help="Form of the answer.")
@click.option("-o", "--output", metavar="FILE", help="Write to this file.")
@shared_options
@click.pass_context
def explain(
    ctx: click.Context, a: str, b: str | None, form: str | None, output: str | None
) -> None:
    """Say for two norms which test of a dualism holds and which fails.

    A and B are norms or provisions, by IRI or short name. Where one stands for several
    norms (an article of many paragraphs, a law, a finding), each pair has a row. With
    the id of a finding alone, tell that finding on one page (md, html or json).

    Example: simpul dualism explain uu-21-2007/pasal-4 uu-18-2017/pasal-81
    """
    chosen = settings(ctx)
    if b is None:
        _put_finding(study_of(chosen), a, chosen, form, output)
        return
    study = study_of(chosen, places=(a, b))
    left, right = (study.norms(name, as_of=chosen.as_of) for name in (a, b))
    if len(left) > 1 or len(right) > 1:
        put_pairs(study, (left, right), chosen, form=form, output=output, title=f"{a} / {b}")
        return
    found = study.explain(left[0].iri, right[0].iri, as_of=chosen.as_of)
    if form_of(form, output, [*FORMATS], "table") == "json":
        put(json.dumps(found.as_json(), indent=1) + "\n", output)
        return
    columns, rows = _tests(found, study, chosen.lang)
    put_rows(columns, rows, form=form, output=output, title=f"{a} / {b}")
    click.echo(_verdict(found, study, chosen.lang), err=True)


def _put_finding(
    study: Study, name: str, chosen: Settings, form: str | None, output: str | None
) -> None:
    from simpul.views.finding_page import html_page, markdown_page

    finding = study.finding(name, as_of=chosen.as_of)
    history = study.history(finding)
    shape = form_of(form, output, ["md", "html", "json"], "md")
    if shape == "json":
        told = finding.as_json() | {"history": [moment.as_json() for moment in history]}
        put(json.dumps(told, indent=1) + "\n", output)
    elif shape == "html":
        put(html_page(finding, history, study, chosen.lang), output)
    else:
        across = shutil.get_terminal_size((100, 24)).columns if not output else None
        put(markdown_page(finding, history, study, chosen.lang, across=across), output)


def _tests(found: Explanation, study: Study, lang: str) -> tuple[tuple[str, ...], list[list[str]]]:
    from simpul.findings.dualism.words import cited

    rows = [[t.test, "yes" if t.holds else "NO", t.why[lang]] for t in found.tests]
    for kind, resolution in found.resolutions.items():
        rows += [
            [step.canon, step.outcome, cited(step, study.name)[lang]] for step in resolution.trace
        ]
        rows.append([kind, resolution.status, resolution.why[lang]])
    return ("test", "holds", "why"), rows


def _verdict(found: Explanation, study: Study, lang: str) -> str:
    left, right = study.name(found.a.iri)[lang], study.name(found.b.iri)[lang]
    if found.dualism:
        return f"dualism: {left} / {right}"
    failed = ", ".join(t.test for t in found.tests if not t.holds)
    return f"no dualism: {left} / {right} (fails: {failed})"
