"""``simpul dualism accept``: a machine-read candidate as rows for a person to complete."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpul.cli.options import shared_options
from simpul.cli.output import counted, put_rows, write_all
from simpul.cli.studied import store_study
from simpul.errors import CannotWrite, UnreadableInput, WrongUse

if TYPE_CHECKING:
    from simpul.laws.study.acceptance import Acceptance
    from simpul.tables import Metadata

__all__ = ["accept"]


@click.command()
@click.argument("name", metavar="ID")
@click.option(
    "--tables",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the tables the rows are for; default those that come with simpul.",
)
@click.option(
    "-o", "--output", metavar="DIR|FILE.xlsx", type=click.Path(path_type=Path), help="Write here."
)
@shared_options
@click.pass_context
def accept(ctx: click.Context, name: str, tables: Path | None, output: Path | None) -> None:
    """Turn a candidate of corpus definitions, penalties or licences into rows of tables.

    The rows are unverified and incomplete: what is still to be filled in is listed.
    Without -o nothing is written. Complete them, then put them in with simpul add.

    Example: simpul --data laws.store dualism accept def-1f2e3d4c5b -o accepted/
    """
    from simpul.laws.study import acceptance

    folder, metadata, known = _tables(tables)
    if output:
        _refuse(output, folder)
    select, status, as_of = store_study(ctx)
    found = acceptance.accept(select, acceptance.candidate(select, status, name, as_of), known)
    for held in found.held:
        click.echo(f"{held} is in norms.csv already: compare it with the text", err=True)
    if not found.rows:
        raise WrongUse("the tables hold both sides already", todo="simpul dualism find")
    if output:
        _write(found, metadata, output)
    gaps = {(gap.table, gap.row, gap.column): gap.todo for gap in found.gaps}
    shown = [key for key in gaps if output] or [*_cells(found, metadata), *gaps]
    values = _cells(found, metadata)
    rows = [[*key, values.get(key) or f"TO FILL IN: {gaps[key]}"] for key in dict.fromkeys(shown)]
    put_rows(("table", "row", "column", "value"), rows, form=None, output=None)
    done = f"written to {output}" if output else "would be written; add -o to do it"
    click.echo(
        f"{counted(_count(found), 'row')} {done}; {counted(len(gaps), 'cell')} to fill in", err=True
    )


def _tables(given: Path | None) -> tuple[Path, Metadata, dict[str, list[dict[str, str]]]]:
    """The folder of tables, its metadata, and the rows it holds."""
    from simpul import resources
    from simpul.tables import read_metadata, read_rows

    folder = given or resources.bundled_data()
    if not folder.is_dir():
        raise UnreadableInput("there is no such folder", where=str(folder))
    own = folder / "tables.json"
    metadata = read_metadata(own if own.exists() else resources.bundled_data() / "tables.json")
    known = {
        table.url: [row.cells for row in read_rows(folder / table.url, table)]
        for table in metadata.tables
        if (folder / table.url).exists()
    }
    return folder, metadata, known


def _refuse(output: Path, folder: Path) -> None:
    """Nothing is written over work of a person, nor into the tables themselves."""
    place = output.absolute().resolve()
    if place == folder.resolve() or folder.resolve() in place.parents:
        raise CannotWrite(
            "rows to be completed do not go into the tables",
            where=str(output),
            todo="Name another folder; put them in later with simpul add --write.",
        )
    if output.is_file() or (output.is_dir() and any(output.iterdir())):
        raise CannotWrite(
            "there is something already", where=str(output), todo="Name a new folder or file."
        )


def _write(found: Acceptance, metadata: Metadata, output: Path) -> None:
    if output.suffix.lower() == ".xlsx":
        from simpul.tables import Row
        from simpul.tables.template import Template, make_workbook
        from simpul.views.spreadsheet import fixed_bytes

        rows = {url: [Row(url, 0, cells) for cells in made] for url, made in found.rows.items()}
        write_all({output: fixed_bytes(make_workbook(Template(metadata, filled=rows)))})
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"cannot make the folder: {error.strerror}", where=str(output)) from error
    write_all({output / url: _csv(metadata, url, rows) for url, rows in found.rows.items()})


def _csv(metadata: Metadata, url: str, rows: list[dict[str, str]]) -> bytes:
    import csv
    import io

    out = io.StringIO()
    writer = csv.DictWriter(out, _columns(metadata, url), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _columns(metadata: Metadata, url: str) -> list[str]:
    table = metadata.table(url)
    if table is None:
        raise UnreadableInput(f"the tables have no {url}", todo="Give --tables another folder.")
    return [column.name for column in table.written]


def _cells(found: Acceptance, metadata: Metadata) -> dict[tuple[str, str, str], str]:
    """Every filled cell by table, row and column, in the order of the tables."""
    return {
        (url, row.get("id") or f"{row['subject']} {row['predicate']} {row['object']}", name): row[
            name
        ]
        for url, rows in found.rows.items()
        for row in rows
        for name in _columns(metadata, url)
        if row.get(name)
    }


def _count(found: Acceptance) -> int:
    return sum(map(len, found.rows.values()))
