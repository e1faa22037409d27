"""The frame of the command line: the verbs, their order, and what errors become."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from simpul.cli.options import settings, shared_options
from simpul.errors import CannotWrite, SimpulError

__all__ = ["cli", "main"]

VERBS: dict[str, tuple[str, str]] = {
    "ask": ("ask", "Ask a named question; without a name, list them."),
    "query": ("query", "Run a SPARQL 1.1 query."),
    "show": ("show", "Show one entity with all it says and each source."),
    "find": ("show", "Search labels in both languages."),
    "dualism": ("dualism", "Find, explain and resolve regulatory dualism."),
    "coverage": ("overview", "Count measures: where is nothing done?"),
    "timeline": ("overview", "List dated events, holdings, laws and figures."),
    "stats": ("overview", "Count things; rank who stands at the centre."),
    "graph": ("graph", "Draw the interactive page."),
    "reference": ("reference", "Write terms, rules and tables on one page."),
    "export": ("export", "Write the whole graph out."),
    "new": ("new", "Make a folder for a field of your own."),
    "add": ("add", "Read a filled-in workbook or table; make the workbook."),
    "load": ("load", "Put the graph into a SPARQL server or a store on disk."),
    "serve": ("serve", "Serve the page and SPARQL on this machine."),
    "check": ("check", "Check data, shapes, rules and evidence."),
    "read": ("read", "Read the text of a law into the graph's terms."),
    "corpus": ("corpus", "Build and study a store of many laws."),
}
"""Verb: the module that holds it, and its line in the help."""


class Verbs(click.Group):
    """A group that imports a verb's module when the verb is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs that are there, in the order of the table."""
        return [name for name, (module, _) in VERBS.items() if _exists(module)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a verb, or None; a mistyped verb offers the nearest."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"simpul.cli.{VERBS[cmd_name][0]}")
        return getattr(module, cmd_name)  # type: ignore[no-any-return]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of verbs, without importing any."""
        with formatter.section("Verbs"):
            formatter.write_dl([(name, VERBS[name][1]) for name in self.list_commands(ctx)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that was typed; unknown verbs name the nearest known one."""
        from simpul.errors import UnknownName

        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            raise UnknownName("verb", args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)


def _exists(module: str) -> bool:
    here = Path(__file__).parent
    return (here / f"{module}.py").exists() or (here / module).is_dir()


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 findings or failed check, 2 wrong use or input, "
    "3 endpoint, 4 limit reached, 5 cannot write, 130 interrupted. "
    "Example: simpul dualism find --as-of 2023-07-01",
)
@shared_options
@click.version_option(package_name="simpul")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Ask what a state's rules say, on any day, and where they pull apart."""
    settings(ctx)


def main() -> NoReturn:
    """The console entry: runs the command line and turns errors into exit codes."""
    _make_output_safe()
    arguments = sys.argv[1:]
    sys.exit(_reported(lambda: _run(arguments), debug="--debug" in arguments))


def _run(arguments: list[str]) -> int:
    if not _is_foreign(arguments):
        return _invoke(arguments)
    from simpul.engine.guard import Limits, supervised

    limits = Limits(seconds=_timeout(arguments))
    debug = "--debug" in arguments
    return supervised(lambda: _reported(lambda: _invoke(arguments), debug=debug), limits)


def _is_foreign(arguments: list[str]) -> bool:
    """Whether the run touches what a user wrote: own data, own query, a remote answer."""
    wide = ("--data", "--endpoint", "--shapes")
    named = any(part.split("=")[0] in wide for part in arguments)
    return (named or "query" in arguments) and not {"-h", "--help"} & set(arguments)


def _timeout(arguments: list[str]) -> float | None:
    if "serve" in arguments:
        return None  # its --timeout is that of one query
    for index, part in enumerate(arguments):
        name, _, value = part.partition("=")
        if name == "--timeout":
            value = value or next(iter(arguments[index + 1 :]), "")
            try:
                return float(value)
            except ValueError:
                return None
    return 60.0 if "query" in arguments else None


def _invoke(arguments: list[str]) -> int:
    try:
        outcome = cli.main(arguments, prog_name="simpul", standalone_mode=False)
    except SystemExit:
        if type(sys.stdout).__name__ == "PacifyFlushWrapper":
            return 0  # the reader closed the pipe, as head does; click would say 1
        raise
    return outcome if isinstance(outcome, int) else 0


def _reported(run: Callable[[], int], *, debug: bool) -> int:
    try:
        return run()
    except SimpulError as error:
        if debug:
            raise
        _tell(error)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except RecursionError:
        click.echo("Error: the input is nested too deeply", err=True)
        return 4
    except MemoryError:
        click.echo("Error: memory ran out; ask for less", err=True)
        return 4
    except Exception as error:
        if debug:
            raise
        if _is_full(error):
            _tell(CannotWrite(f"cannot write: {error}", todo="Make room, then try again."))
            return CannotWrite.exit_code
        click.echo(f"Error: simpul itself failed ({type(error).__name__}: {error})", err=True)
        click.echo("  Run the command again with --debug and report what it prints.", err=True)
        return 2


_FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EROFS)
"""What a full or closed disk says, wherever a library meets it."""


def _is_full(error: Exception) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FULL
    return str(error) in ("IO_ENOSPC", "IO_EFBIG")  # lxml, within openpyxl


def _tell(error: SimpulError) -> None:
    from simpul.views.text import printable

    most = 50
    for problem in error.problems[:most]:
        click.echo(f"Error: {printable(str(problem), keep_lines=True)}", err=True)
        if not problem.todo and "No such file" in problem.what:
            click.echo("  Check the name and the folder you are in.", err=True)
    if len(error.problems) > most:
        click.echo(f"... and {len(error.problems) - most} more", err=True)


def _make_output_safe() -> None:
    stream: Any
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
