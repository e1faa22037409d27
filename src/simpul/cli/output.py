"""Where output goes: stdout or a file, whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from simpul.cli.options import settings
from simpul.errors import CannotWrite, WrongUse
from simpul.views.rows import FORMATS, for_excel, render

__all__ = ["counted", "form_of", "put", "put_rows", "row_options", "write_all", "write_whole"]

_EXCEL = "simpul.excel"

F = TypeVar("F", bound=Callable[..., Any])


def row_options(function: F) -> F:
    """Adds ``-f``, ``-o`` and ``--excel`` to a verb that answers in rows."""
    function = click.option(
        "--excel",
        is_flag=True,
        expose_value=False,
        callback=_keep_excel,
        help="CSV that Excel opens as it is; parted by ; with --lang id.",
    )(function)
    choice = click.Choice(list(FORMATS))
    function = click.option(
        "-o", "--output", metavar="FILE", help="Write to this file instead of the terminal."
    )(function)
    return click.option("-f", "--format", "form", type=choice, help="Form of the answer.")(function)


def _keep_excel(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    ctx.meta[_EXCEL] = value


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 finding, 2 findings, 1 entry, 2 entries."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def form_of(form: str | None, output: str | None, known: Sequence[str], default: str) -> str:
    """The format asked for: by ``-f``, by the ending of ``-o``, or the default."""
    if form:
        return form
    if not output or output == "-":
        return default
    ending = Path(output).suffix.removeprefix(".")
    ending = {"markdown": "md", "htm": "html", "txt": "table"}.get(ending, ending)
    if ending not in known:
        raise WrongUse(
            f"the ending of {output} tells no format",
            todo=f"Add -f with one of {', '.join(known)}.",
        )
    return ending


def put_rows(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    form: str | None,
    output: str | None,
    title: str = "",
) -> None:
    """Prints rows, or writes them to a file, in the format asked for."""
    ctx = click.get_current_context(silent=True)
    excel = bool(ctx and ctx.meta.get(_EXCEL))
    chosen = form_of(form, output, list(FORMATS), "csv" if excel else "table")
    if excel:
        if chosen != "csv":
            raise WrongUse("--excel is for CSV", todo="Add -f csv.")
        separator = ";" if ctx and settings(ctx).lang == "id" else ","
        put(for_excel(columns, rows, separator), output)
        return
    across = shutil.get_terminal_size((100, 24)).columns
    put(render(chosen, columns, rows, across=across, title=title), output)


def put(content: str | bytes | Iterable[bytes], output: str | None) -> None:
    """Prints content, or writes it whole to a file; content may come in pieces."""
    if output and output != "-":
        write_whole(Path(output), content.encode() if isinstance(content, str) else content)
    elif isinstance(content, str):
        click.echo(content, nl=False)
    else:
        sys.stdout.buffer.writelines(_pieces(content))


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Puts a file in place at once: what was there stays until all is written."""
    write_all({path: content})


def write_all(files: Mapping[Path, bytes | Iterable[bytes]]) -> None:
    """Puts several files in place; none is touched before all are written out."""
    made: list[tuple[str, Path]] = []
    path = Path()
    try:
        for path, content in files.items():
            target = Path(os.path.realpath(path))
            made.append((_written_beside(target, content), target))
        for name, path in made:
            os.replace(name, path)  # noqa: PTH105
    except OSError as error:
        raise _failed(path, error) from error
    finally:
        for name, _ in made:
            Path(name).unlink(missing_ok=True)


def _pieces(content: bytes | Iterable[bytes]) -> Iterable[bytes]:
    return [content] if isinstance(content, bytes) else content


def _written_beside(target: Path, content: bytes | Iterable[bytes]) -> str:
    """The name of a whole file with the content, in the folder of the target."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(_pieces(content))
            file.flush()
            os.fsync(file.fileno())
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        os.chmod(name, mode)  # noqa: PTH101
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return name


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _failed(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite(
        f"cannot write the file: {error.strerror}",
        where=str(path),
        todo="Check that the folder exists, may be written to and has room.",
    )
