"""Options every verb shares, accepted before and after the verb."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from simpul.errors import UnreadableInput, WrongUse

if TYPE_CHECKING:
    from simpul.engine import Graph
    from simpul.sources import Reading

__all__ = ["Day", "Settings", "existing", "settings", "shared_options"]

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Settings:
    """What the shared options say: data, endpoint, language, day."""

    data: list[Path] = field(default_factory=list)
    with_bundled: bool = False
    endpoint: str | None = None
    lang: str = "en"
    as_of: str | None = None
    debug: bool = False
    timeout: float = 60.0
    base: str | None = None
    data_format: str = "trig"

    @property
    def reads_stdin(self) -> bool:
        """Whether data comes from stdin."""
        if not self.data:
            return False
        from simpul.sources import STDIN

        return STDIN in self.data

    def reading(self) -> Reading:
        """How data files are read."""
        from simpul.sources import Reading

        return Reading(self.base, self.data_format)

    def graph(self) -> Graph:
        """The graph these settings name, read now."""
        if self.endpoint:
            return self._remote()
        from simpul.engine import StoredGraph, is_store, load

        stores = [path for path in self.data if is_store(path)]
        if not stores:
            reading = self.reading() if self.data else None
            return load(self.data, bundled=self.with_bundled or not self.data, reading=reading)
        if len(self.data) > 1 or self.with_bundled:
            raise WrongUse("a store is asked alone", todo=f"Give only --data {stores[0]}.")
        return StoredGraph(stores[0])

    def _remote(self) -> Graph:
        from simpul.engine import RemoteGraph
        from simpul.engine.http import Bounds

        if self.data:
            raise WrongUse(
                "--endpoint and --data name two different graphs", todo="Give one of the two."
            )
        return RemoteGraph(str(self.endpoint), Bounds(seconds=self.timeout))


class Day(click.ParamType[str]):
    """A date as 2023-07-01, kept as text."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date in ISO form; anything else is refused."""
        try:
            if len(value) != 10:
                raise ValueError
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as 2023-07-01", param, ctx)


def settings(ctx: click.Context) -> Settings:
    """The one Settings object of a run."""
    root = ctx.find_root()
    if not isinstance(root.obj, Settings):
        root.obj = Settings(lang=_language())
    return root.obj


def shared_options(function: F) -> F:
    """Adds the shared options to a verb or to the group of verbs."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def _language() -> str:
    spoken = os.environ.get("SIMPUL_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    return "id" if spoken.lower().startswith("id") else "en"


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if value is None or value == () or value is False:
        return
    found = settings(ctx)
    if param.name == "data":
        found.data += [_named(part) for part in value]
    else:
        setattr(found, str(param.name), value)


def _named(part: str) -> Path:
    from simpul.sources import STDIN

    return STDIN if part == "-" else existing(part)


def existing(name: str) -> Path:
    """The path of a file or folder that is there."""
    path = Path(name)
    if not path.exists():
        raise UnreadableInput(
            "there is no such file or folder",
            where=name,
            todo="Check the name and the folder you are in.",
        )
    return path


def _option(*names: str, **kind: Any) -> Callable[[F], F]:
    return click.option(*names, expose_value=False, callback=_keep, **kind)


_OPTIONS = (
    _option(
        "--data",
        multiple=True,
        metavar="DIR|FILE|-",
        help="Ask this folder, table or RDF file (- is stdin) instead of the bundled graph.",
    ),
    _option(
        "--data-format",
        type=click.Choice(["ttl", "trig", "nt", "nq", "rdf", "jsonld"]),
        help="Format of --data -; without it TriG, and so Turtle and N-Triples.",
    ),
    _option("--with-bundled", is_flag=True, help="Keep the bundled graph beside --data."),
    _option("--endpoint", metavar="URL", help="Ask a SPARQL 1.1 endpoint instead."),
    _option("--lang", type=click.Choice(["id", "en"]), help="Language of labels and sentences."),
    _option("--as-of", type=Day(), help="Count only what is in force on this day."),
    _option("--debug", is_flag=True, help="Show the traceback of an error."),
)
