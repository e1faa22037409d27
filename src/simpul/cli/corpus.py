"""``simpul corpus``: many laws in one store, and what they say together."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpul.cli.options import Settings, settings, shared_options
from simpul.cli.output import put, put_rows, row_options
from simpul.errors import WrongUse
from simpul.terms import DATA
from simpul.views.rows import FORMATS

if TYPE_CHECKING:
    from simpul.engine import Graph
    from simpul.laws.study import Status
    from simpul.laws.study.around import Around
    from simpul.laws.study.rows import Select
    from simpul.laws.study.scope import Touching

__all__ = ["corpus", "store_study"]


@click.group()
def corpus() -> None:
    """Build and study a store of many laws.

    Example: simpul corpus build laws/ -o laws.store
    """


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


def store_study(ctx: click.Context) -> tuple[Select, Status, str | None]:
    """The store given by --data, as the studies ask it, and its status."""
    from simpul.laws.study import load_status

    chosen = settings(ctx)
    if not chosen.data:
        raise WrongUse("a study needs a store", todo="Give it with --data STORE.")
    graph = chosen.graph()

    def select(query: str) -> Iterator[dict[str, str]]:
        for row in graph.select(query):
            yield {name: str(getattr(term, "value", term)) for name, term in row.items()}

    return select, load_status(select), chosen.as_of


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
        rows.append((name, found.state(name, as_of), "", "", ""))
        rows += [
            (name, "", act.day, act.action, f"{act.law} -> {act.target}")
            for act in found.chain(name, as_of)
        ]
    put_rows(("name", "state", "date", "act", "by"), rows, form=form, output=output)


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
    click.echo(f"{len(rows)} stale references", err=True)


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
    click.echo(f"{len(rows)} promises not seen kept", err=True)


@corpus.command()
@click.option("--most", default=50, show_default=True, help="Show this many.")
@click.option("--kind", help="Only this kind: conflicting, narrower, wider, homonym ...")
@row_options
@shared_options
@click.pass_context
def definitions(
    ctx: click.Context, most: int, kind: str | None, form: str | None, output: str | None
) -> None:
    """List candidates of definition dualism: one term, two meanings in force.

    Machine-read; dualism accept ID takes one over.

    Example: simpul --data laws.store corpus definitions --kind conflicting
    """
    from simpul.laws.study import definition_candidates
    from simpul.laws.study.rows import shortened

    pairs = [one for one in definition_candidates(*store_study(ctx)) if kind in (None, one.kind)]
    rows = [
        (one.id, one.kind, str(one.score), one.term, one.one.provision, shortened(one.one.words),
         one.other.provision, shortened(one.other.words))
        for one in pairs[:most]
    ]  # fmt: skip
    columns = ("id", "kind", "score", "term", "place", "meaning", "other place", "other meaning")
    put_rows(columns, rows, form=form, output=output)
    click.echo(f"{len(pairs)} candidates, machine-read", err=True)


@corpus.command()
@click.option("--most", default=50, show_default=True, help="Show this many.")
@row_options
@shared_options
@click.pass_context
def penalties(ctx: click.Context, most: int, form: str | None, output: str | None) -> None:
    """List candidates of sanction dualism: similar conduct, different punishment.

    Machine-read. Example: simpul --data laws.store corpus penalties --most 20
    """
    from simpul.laws.study import penalty_candidates

    pairs = penalty_candidates(*store_study(ctx))
    rows = [
        (one.id, str(one.score), one.one.provision, one.one.shown, one.other.provision,
         one.other.shown)
        for one in pairs[:most]
    ]  # fmt: skip
    put_rows(
        ("id", "score", "place", "penalty", "other place", "other penalty"),
        rows,
        form=form,
        output=output,
    )
    click.echo(f"{len(pairs)} candidates, machine-read", err=True)


@corpus.command()
@click.option("--most", default=50, show_default=True, help="Show this many.")
@row_options
@shared_options
@click.pass_context
def licences(ctx: click.Context, most: int, form: str | None, output: str | None) -> None:
    """List candidates of authority dualism: one licence, two issuers.

    Machine-read. Example: simpul --data laws.store corpus licences
    """
    from simpul.laws.study import licence_candidates

    pairs = licence_candidates(*store_study(ctx))
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
    click.echo(f"{len(pairs)} candidates, machine-read", err=True)


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
@click.argument("phrases", nargs=-1, required=True)
@click.option(
    "--curated",
    type=click.Path(path_type=Path),
    help="The graph in the middle; default the one that comes with simpul.",
)
@click.option("--most", default=60, show_default=True, help="Draw this many laws around it.")
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Form.")
@click.option("-o", "--output", metavar="FILE", help="Write here; FILE.html is the page.")
@shared_options
@click.pass_context
def scope(
    ctx: click.Context,
    /,
    phrases: tuple[str, ...],
    curated: Path | None,
    most: int,
    form: str | None,
    output: str | None,
) -> None:
    """List the laws that touch a policy field and say which a curated graph lacks.

    With -o FILE.html, draw the curated graph with those laws around it.

    Example: simpul --data laws.store corpus scope "perdagangan orang" -o around.html
    """
    from simpul.engine import load
    from simpul.laws import study
    from simpul.laws.study.around import around

    select, found, as_of = store_study(ctx)
    touching = study.scope(select, found, phrases, as_of)
    graph = load([curated] if curated else [])
    held = {str(row["law"]).removeprefix(DATA) for row in graph.select(_INSTRUMENTS)}
    lacking = around(select, found, touching, held, as_of)
    if output and output.endswith((".html", ".htm")) and form in (None, "html"):
        _draw_around(settings(ctx), graph, lacking[:most], phrases, output, bundled=not curated)
        rows = [
            (one.law.law, one.law.title, str(one.law.provisions), str(one.weight), one.why)
            for one in lacking[:most]
        ]
        put_rows(("law", "title", "provisions", "ties", "how"), rows, form="table", output=None)
    else:
        ties = {one.law.law: one for one in lacking}
        put_rows(_SCOPE, _scope_rows(touching, held, ties), form=form, output=output)
    _tell_lacking(touching, held, lacking)


_INSTRUMENTS = "SELECT DISTINCT ?law WHERE { ?law a pol:Instrument }"
_SCOPE = ("law", "title", "state", "in title", "provisions", "references to it", "curated", "ties")


def _scope_rows(
    touching: Sequence[Touching], held: set[str], ties: Mapping[str, Around]
) -> list[tuple[str, ...]]:
    return [
        (
            one.law,
            one.title,
            one.state,
            "yes" if one.titled else "",
            str(one.provisions),
            str(one.pointing),
            "yes" if one.law in held else "",
            ties[one.law].why if one.law in ties else "",
        )
        for one in touching
    ]


def _draw_around(
    chosen: Settings,
    graph: Graph,
    lacking: Sequence[Around],
    phrases: Sequence[str],
    output: str,
    *,
    bundled: bool,
) -> None:
    from simpul.views.explorer import page
    from simpul.views.explorer.around import with_laws_around
    from simpul.views.explorer.gather import Scope
    from simpul.views.explorer.opening import scene_of

    scene = scene_of(
        graph,
        Scope(layer="instruments"),
        language="id" if chosen.lang == "id" else "en",
        as_of=chosen.as_of or "",
        bundled=bundled,
    )
    put(page(with_laws_around(scene, lacking, phrases)), output)


def _tell_lacking(touching: Sequence[Touching], held: set[str], lacking: Sequence[Around]) -> None:
    """What the curated graph overlooks, in words."""
    inside = sum(one.law in held for one in touching)
    click.echo(f"{len(touching)} laws touch the field; {inside} are in the curated graph", err=True)
    named = [one for one in lacking if one.law.titled or one.law.provisions or one.law.pointing]
    for what, these in (
        ("touch it and are not", named),
        ("do not name it but change a law of the graph", [o for o in lacking if o not in named]),
    ):
        if these:
            first = ", ".join(f"{o.law.law} ({o.weight} ties)" for o in these[:10])
            more = f" and {len(these) - 10} more" if len(these) > 10 else ""
            click.echo(f"{len(these)} in force {what}: {first}{more}", err=True)
