"""Several norms against several: which pairs are a dualism, and why the others are none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

import click

from simpul.cli.output import counted, form_of, put, put_rows
from simpul.views.rows import FORMATS

if TYPE_CHECKING:
    from simpul.cli.options import Settings
    from simpul.findings.dualism import Explanation, Norm, Study

__all__ = ["put_pairs"]

_ALL = 12
"""Above so many pairs those that are about other things are counted, not listed."""
_COLUMNS = ("a", "b", "dualism", "fails", "why")


def put_pairs(
    study: Study,
    names: tuple[Sequence[Norm], Sequence[Norm]],
    chosen: Settings,
    *,
    form: str | None,
    output: str | None,
    title: str,
) -> None:
    """A row for each pair: whether it is a dualism, else which tests fail, and why."""
    pairs = {frozenset((a.iri, b.iri)): (a, b) for a, b in product(*names) if a.iri != b.iri}
    found = [study.explain(a.iri, b.iri, as_of=chosen.as_of) for a, b in pairs.values()]
    told = found if len(found) <= _ALL else [one for one in found if _about_one_thing(one)]
    if form_of(form, output, [*FORMATS], "table") == "json":
        put(json.dumps(_as_json(told), indent=1) + "\n", output)
    else:
        rows = [_row(one, study, chosen.lang) for one in told]
        put_rows(_COLUMNS, rows, form=form, output=output, title=title)
    count = sum(one.dualism for one in found)
    click.echo(
        f"{counted(len(found), 'pair')}, {counted(count, 'dualism')} among them"
        f"{_left_out(found, told)}",
        err=True,
    )


def _about_one_thing(found: Explanation) -> bool:
    return all(test.holds for test in found.tests if test.test in ("conduct", "matter"))


def _left_out(found: Sequence[Explanation], told: Sequence[Explanation]) -> str:
    count = len(found) - len(told)
    return f"; {count} about different conduct or matter not shown" if count else ""


def _row(found: Explanation, study: Study, lang: str) -> list[str]:
    failed = [test for test in found.tests if not test.holds]
    if failed:
        verdict, why = "no", failed[0].why[lang]
    else:
        kinds = found.resolutions.items()
        verdict = "; ".join(f"{kind} ({stands.status})" for kind, stands in kinds)
        why = " ".join(dict.fromkeys(stands.why[lang] for _, stands in kinds))
    sides = [
        f"{study.name(norm.provision)[lang]}: {study.name(norm.iri)[lang]}"
        for norm in (found.a, found.b)
    ]
    return [*sides, verdict, ", ".join(test.test for test in failed), why]


def _as_json(told: Sequence[Explanation]) -> dict[str, object]:
    return {
        "dualism": any(one.dualism for one in told),
        "pairs": [{"a": one.a.iri, "b": one.b.iri, **one.as_json()} for one in told],
    }
