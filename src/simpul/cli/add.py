"""``simpul add``: rows of a workbook or table into the tables; the workbook itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpul.cli.options import Settings, settings, shared_options
from simpul.cli.output import counted, put, write_all
from simpul.errors import UnreadableInput, WrongUse

if TYPE_CHECKING:
    from simpul.tables import Metadata, Row, Table

__all__ = ["add"]


@click.command()
@click.argument("source", required=False, metavar="[FILE.xlsx|FILE.csv|DIR]")
@click.option("--write", is_flag=True, help="Write the rows into the tables; else only say so.")
@click.option("--template", is_flag=True, help="Make the workbook to fill in.")
@click.option("--filled", is_flag=True, help="With --template: with the rows there are.")
@click.option("-o", "--output", metavar="FILE.xlsx", help="Where the workbook goes.")
@shared_options
@click.pass_context
def add(
    ctx: click.Context,
    /,
    source: str | None,
    *,
    write: bool,
    template: bool,
    filled: bool,
    output: str | None,
) -> None:
    """Check rows and say what they change; with --write, put them into the tables.

    The tables are those of --data DIR, else those that come with simpul. Every fault
    is shown with sheet, row and column; nothing is written while there is one.

    Example: simpul add --template -o tables.xlsx
    """
    folder = _folder(settings(ctx))
    metadata = _metadata(folder)
    if template:
        _put_template(folder, metadata, filled, output)
        return
    if source is None:
        raise WrongUse("no file is given", todo="Give FILE.xlsx, FILE.csv, a folder or --template.")
    from simpul.tables.adding import plan

    found = plan(folder, metadata, _given(Path(source), metadata))
    for warning in found.warnings:
        click.echo(f"Warning: {warning}", err=True)
    for change in found.changes:
        click.echo(str(change))
    if write:
        write_all({folder / name: content for name, content in found.files.items()})
    done = "written" if write else "would be written; add --write to do it"
    rows, tables = counted(len(found.changes), "row"), counted(len(found.files), "table")
    click.echo(f"{rows} in {tables} {done}", err=True)


def _folder(chosen: Settings) -> Path:
    from simpul import resources

    folder = chosen.data[0] if chosen.data else resources.bundled_data()
    if len(chosen.data) > 1 or not folder.is_dir():
        raise WrongUse("rows go into one folder of tables", todo="Give --data DIR once.")
    return folder


def _metadata(folder: Path) -> Metadata:
    from simpul import resources
    from simpul.tables import read_metadata

    own = folder / "tables.json"
    return read_metadata(own if own.exists() else resources.bundled_data() / "tables.json")


def _given(path: Path, metadata: Metadata) -> list[tuple[Table, list[Row]]]:
    from simpul.tables import read_rows
    from simpul.tables.workbook import read_workbook

    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return read_workbook(path, metadata)
    files = sorted(path.glob("*.csv")) if path.is_dir() else [path]
    found = [
        (table, read_rows(file, table)) for file in files if (table := metadata.table(file.name))
    ]
    if not found:
        raise UnreadableInput(
            "no table has that name",
            where=str(path),
            todo=f"Tables are called {', '.join(table.url for table in metadata.tables)}.",
        )
    return found


def _put_template(folder: Path, metadata: Metadata, filled: bool, output: str | None) -> None:
    from simpul.tables.concepts import read_schemes
    from simpul.tables.template import Template, make_workbook
    from simpul.views.spreadsheet import fixed_bytes

    if not output or (output != "-" and not output.endswith(".xlsx")):
        raise WrongUse("where does the workbook go?", todo="Give -o FILE.xlsx.")
    held = _held(folder, metadata)
    rows = held if filled else {}
    schemes = read_schemes(folder, [(t, held.get(t.url, [])) for t in metadata.tables])
    template = Template(metadata, schemes, held, rows, _examples(metadata, held))
    put(fixed_bytes(make_workbook(template)), output)


def _held(folder: Path, metadata: Metadata) -> dict[str, list[Row]]:
    from simpul.tables import read_rows

    return {
        table.url: read_rows(folder / table.url, table)
        for table in metadata.tables
        if (folder / table.url).exists()
    }


def _examples(metadata: Metadata, held: Mapping[str, list[Row]]) -> dict[str, Row]:
    """For each table the row that says most, from the bundled tables where it has none."""
    from simpul import resources

    known = _held(resources.bundled_data(), _metadata(resources.bundled_data()))
    found = {}
    for table in metadata.tables:
        rows = held.get(table.url) or known.get(table.url, [])
        if rows:
            found[table.url] = max(rows, key=lambda row: sum(map(bool, row.cells.values())))
    return found
