"""``simpul new``: a folder for a field of one's own."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import click

from simpul.cli.options import shared_options
from simpul.cli.output import counted
from simpul.errors import CannotWrite, WrongUse

__all__ = ["new"]


@click.command()
@click.argument("folder", metavar="DIR")
@click.option("--empty", is_flag=True, help="Leave the example rows out.")
@shared_options
def new(folder: str, empty: bool) -> None:
    """Make a folder for a field of your own: tables, trees of concepts, a question, a guide.

    Its name becomes that of the field. Every command works on it with --data DIR; the
    README in it says, in both languages, how to fill it in. A few example rows show how.

    Example: simpul new kehutanan
    """
    from simpul import resources
    from simpul.tables.starting import field_name, starter

    path = Path(folder)
    if path.is_file() or (path.is_dir() and any(path.iterdir())):
        raise WrongUse(
            "there is something already", where=folder, todo="Name a new folder, or an empty one."
        )
    field = field_name(path.resolve().name)
    metadata = resources.bundled_data() / "tables.json"
    files = starter(field, folder, metadata, examples=not empty)
    try:
        _put(path, files)
    except OSError as error:
        raise CannotWrite(
            f"cannot make the folder: {error.strerror}",
            where=folder,
            todo="Check that the folder above it exists and may be written to.",
        ) from error
    click.echo(
        f"{counted(len(files), 'file')} in {folder}; read {path / 'README.md'} first", err=True
    )


def _put(path: Path, files: Mapping[str, bytes]) -> None:
    """All files at once: made beside their place, then moved there."""
    home = path.resolve()
    made = Path(tempfile.mkdtemp(prefix=f".{home.name}.", dir=home.parent))
    try:
        for name, content in files.items():
            target = made / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content)
        if home.exists():
            _fill(home, made)
        else:
            made.chmod(0o755)
            made.rename(home)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _fill(home: Path, made: Path) -> None:
    """Moves what was made into an empty folder, which may be the one we stand in."""
    moved: list[Path] = []
    try:
        for part in sorted(made.iterdir()):
            part.rename(home / part.name)
            moved.append(home / part.name)
    except OSError:
        for part in moved:
            shutil.rmtree(part) if part.is_dir() else part.unlink()
        raise
