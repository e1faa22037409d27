"""``simpul corpus``: many laws in one store, and what they say together."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from simpul.cli.options import shared_options
from simpul.cli.output import counted, put_rows, row_options
from simpul.cli.scope import scope
from simpul.cli.studied import store_study

__all__ = ["corpus"]


@click.group()
def corpus() -> None:
    """Build and study a store of many laws.

    Example: simpul corpus build laws/ -o laws.store
    """


_APART = "homonym"
_ADJUSTED = "2026-01-02"
"""From this day UU 1/2026 arts I to III change penalties in statutes outside the Code."""


@corpus.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "store", required=True, type=click.Path(path_type=Path), help="Store."
)
@click.option("--workers", type=click.IntRange(1), help="Processes that read; default all cores.")
@shared_options
def build(folder: Path, store: Path, workers: int | None) -> None:
    """Read a folder of laws into a store; run again, it reads only what changed.

    It may be stopped at any time, even killed: the next run goes on.

    Example: simpul corpus build laws/ -o laws.store
    """
    from simpul.laws import corpus as reading

    shown = sys.stderr.isatty()
    number = len(reading.texts(folder))
    with click.progressbar(
        length=number, label="Reading", file=sys.stderr, hidden=not shown
    ) as bar:
        outcome = reading.build(folder, store, workers=workers, step=lambda: bar.update(1))
    for problem in outcome.problems:
        click.echo(f"Not read: {problem}", err=True)
    click.echo(
        f"{outcome.read} read, {outcome.unchanged} unchanged, {outcome.removed} removed, "
        f"{len(outcome.problems)} not read",
        err=True,
    )
    for name, value in (("laws", outcome.laws), *outcome.counts.items()):
        click.echo(f"{name}\t{value}")


@corpus.command()
@click.argument("names", nargs=-1)
@row_options
@shared_options
@click.pass_context
def status(
    ctx: click.Context, names: tuple[str, ...], form: str | None, output: str | None
) -> None:
    """Tell whether laws or articles are in force, amended or repealed, with the chain.

    Without NAMES, counts of all laws. Example: simpul --data laws.store corpus status uu-1-1974
    """
    _, found, as_of = store_study(ctx)
    if not names:
        states = Counter(found.state(name, as_of) for name in found.start)
        put_rows(
            ("state", "laws"),
            [(s, str(n)) for s, n in sorted(states.items())],
            form=form,
            output=output,
        )
        return
    rows = []
    for name in names:
        rows.append((name, found.state(name, as_of), "", "", "", ""))
        rows += [
            (name, "", act.day, act.action, f"{act.law} -> {act.target}", act.places or "text")
            for act in found.chain(name, as_of)
        ]
    put_rows(("name", "state", "date", "act", "by", "told by"), rows, form=form, output=output)


@corpus.command()
@click.argument("name")
@shared_options
@click.pass_context
def article(ctx: click.Context, name: str) -> None:
    """Print the wordings of an article, oldest first, or the one of --as-of.

    Example: simpul --data laws.store corpus article uu-1-1974/pasal-7
    """
    from simpul.errors import UnknownName
    from simpul.laws.study import versions

    select, found, as_of = store_study(ctx)
    known = versions(select, found, name)
    if not known:
        raise UnknownName("article of the store", name)
    if as_of:
        known = [one for one in known if one.since <= as_of][-1:]
    for one in known:
        click.echo(f"{one.since or 'unknown day'}, {one.law}\n{one.words}\n")


@corpus.command()
@row_options
@shared_options
@click.pass_context
def stale(ctx: click.Context, form: str | None, output: str | None) -> None:
    """List references of rules in force into repealed law.

    Example: simpul --data laws.store corpus stale -f csv
    """
    from simpul.laws.study import stale_references

    select, found, as_of = store_study(ctx)
    rows = [
        (one.source, one.target, one.since)
        for one in sorted(stale_references(select, found, as_of))
    ]
    put_rows(("provision", "repealed target", "since"), rows, form=form, output=output)
    click.echo(counted(len(rows), "stale reference"), err=True)


@corpus.command()
@row_options
@shared_options
@click.pass_context
def promised(ctx: click.Context, form: str | None, output: str | None) -> None:
    """List government regulations that statutes promise and the store does not hold.

    Example: simpul --data laws.store corpus promised
    """
    from simpul.laws import study

    select, found, as_of = store_study(ctx)
    rows = [
        (one.law, one.provision, one.found) for one in sorted(study.promised(select, found, as_of))
    ]
    put_rows(("law", "article", "found"), rows, form=form, output=output)
    click.echo(f"{counted(len(rows), 'promise')} not seen kept", err=True)


@corpus.command()
@click.option("--most", default=50, show_default=True, help="Show this many.")
@click.option("--kind", help="Only this kind: conflicting, narrower, wider, homonym ...")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also same meanings, linked laws, likely replaced ones.",
)
@row_options
@shared_options
@click.pass_context
def definitions(
    ctx: click.Context,
    most: int,
    kind: str | None,
    everything: bool,
    form: str | None,
    output: str | None,
) -> None:
    """List candidates of definition dualism: one term, two meanings in force.

    Machine-read; dualism accept ID takes one over. Of each term the most telling pair is
    shown, pairs of two statutes first; homonyms only with --kind homonym. Laws of a series,
    of two fields (no word of the titles in common), amendments, regulations beside the law
    they rest on, and laws whose subject a later one has taken up are left out. A note tells
    where a law's elucidation leaves other laws' rules as they are. A person judges each:
    most are wording, or each law's own matter.

    Example: simpul --data laws.store corpus definitions --kind conflicting
    """
    from simpul.laws.study import definition_candidates
    from simpul.laws.study.reservations import yielding
    from simpul.laws.study.rows import shortened

    select, status, as_of = store_study(ctx)
    found = definition_candidates(select, status, as_of, everything=everything)
    if kind or everything:
        pairs = [one for one in found if kind in (None, one.kind)]
    else:
        pairs = [one for one in found if one.kind != _APART]
    shown = pairs[:most]
    yields = yielding(select, (side.provision for one in shown for side in (one.one, one.other)))
    rows = [
        (one.id, one.kind, str(one.score), one.term, one.one.provision, shortened(one.one.words),
         one.other.provision, shortened(one.other.words),
         "; ".join(f"{side.provision} yields to other laws (elucidation)"
                   for side in (one.one, one.other) if side.provision in yields))
        for one in shown
    ]  # fmt: skip
    columns = (
        "id", "kind", "score", "term", "place", "meaning", "other place", "other meaning", "note",
    )  # fmt: skip
    put_rows(columns, rows, form=form, output=output)
    apart = sum(one.kind == _APART for one in found) - sum(one.kind == _APART for one in pairs)
    left = f"; {counted(apart, 'homonym')} not shown" if apart and not kind else ""
    click.echo(f"{counted(len(pairs), 'candidate')}, machine-read{left}", err=True)


@corpus.command()
@click.option("--most", default=50, show_default=True, help="Show this many.")
@click.option(
    "--all", "everything", is_flag=True, help="Also pairs where a later law likely replaced one."
)
@row_options
@shared_options
@click.pass_context
def penalties(
    ctx: click.Context, most: int, everything: bool, form: str | None, output: str | None
) -> None:
    """List candidates of sanction dualism: similar conduct, different punishment.

    Machine-read, with the amounts each text states: since 2 January 2026 UU 1/2026 has lifted
    special minimums and set fines by category in statutes outside the Criminal Code. Of two
    laws the two likest pairs are shown. Linked laws are left out, two special laws of two
    fields unless they say the same word for word, and laws whose subject a later one has
    taken up; with --all these are in.

    Example: simpul --data laws.store corpus penalties --most 20
    """
    from simpul.laws.study import penalty_candidates

    select, status, as_of = store_study(ctx)
    pairs = penalty_candidates(select, status, as_of, everything=everything)
    rows = [
        (one.id, str(one.score), one.one.provision, one.one.shown, one.other.provision,
         one.other.shown, one.link)
        for one in pairs[:most]
    ]  # fmt: skip
    put_rows(
        ("id", "score", "place", "penalty", "other place", "other penalty", "link"),
        rows,
        form=form,
        output=output,
    )
    click.echo(f"{counted(len(pairs), 'candidate')}, machine-read", err=True)
    if as_of is None or as_of >= _ADJUSTED:
        click.echo("amounts as the texts state them, before UU 1/2026 adjusted them", err=True)


@corpus.command()
@click.option("--most", default=50, show_default=True, help="Show this many.")
@click.option("--all", "everything", is_flag=True, help="Also pairs with a score below 0.5.")
@row_options
@shared_options
@click.pass_context
def licences(
    ctx: click.Context, most: int, everything: bool, form: str | None, output: str | None
) -> None:
    """List candidates of authority dualism: one licence, two issuers.

    Machine-read. The licence must have one object, both laws must tell who issues it (a
    minister by his field), and the two must surely differ. The score, 0.5 at least, is
    higher the more words name the object and where the laws share a field.

    Example: simpul --data laws.store corpus licences
    """
    from simpul.laws.study import licence_candidates

    pairs = licence_candidates(*store_study(ctx), everything=everything)
    rows = [
        (
            one.id,
            str(one.score),
            one.one.name,
            one.one.provision,
            one.one.issuer,
            one.other.provision,
            one.other.issuer,
        )
        for one in pairs[:most]
    ]
    columns = ("id", "score", "licence", "place", "issuer", "other place", "other issuer")
    put_rows(columns, rows, form=form, output=output)
    click.echo(f"{counted(len(pairs), 'candidate')}, machine-read", err=True)


@corpus.command()
@click.argument("gold", type=click.Path(path_type=Path, file_okay=False))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--slips", is_flag=True, help="Also list what was read wrongly or missed.")
@row_options
def accuracy(gold: Path, folder: Path, slips: bool, form: str | None, output: str | None) -> None:
    """Measure the reader against facts typed by hand: precision and recall by kind.

    GOLD is a folder of such facts (JSON), FOLDER the laws they were read from.

    Example: simpul corpus accuracy tests/laws/gold laws/
    """
    from simpul.laws.accuracy import measure

    scores = measure(gold, folder)
    rows = [
        (kind, str(s.right), str(len(s.wrong)), str(len(s.missed)), f"{s.precision:.3f}",
         f"{s.recall:.3f}")
        for kind, s in scores.items()
    ]  # fmt: skip
    columns = ("fact", "right", "wrong", "missed", "precision", "recall")
    put_rows(columns, rows, form=form, output=output)
    for kind, score in scores.items() if slips else ():
        for sign, facts in (("read wrongly", score.wrong), ("missed", score.missed)):
            for fact in facts:
                click.echo(f"{kind} {sign}: {fact}", err=True)


@corpus.command()
@click.argument("judged", type=click.Path(path_type=Path, dir_okay=False))
@row_options
def precision(judged: Path, form: str | None, output: str | None) -> None:
    """Sum up candidates that a person judged: how many are right, and why others are not.

    The table has the columns list, place, id and judgement; "right" is a true candidate.

    Example: simpul corpus precision tests/laws/judged.csv
    """
    from simpul.laws.accuracy import judgements

    rows = [
        (name, judgement, str(count), f"{share:.3f}")
        for name, judgement, count, share in judgements(judged)
    ]
    put_rows(("list", "judgement", "candidates", "share"), rows, form=form, output=output)


corpus.add_command(scope)
