"""The store of laws that --data names, as the studies of it ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from simpul.cli.options import settings
from simpul.errors import WrongUse

if TYPE_CHECKING:
    from simpul.laws.study import Status
    from simpul.laws.study.rows import Select

__all__ = ["store_study"]


def store_study(ctx: click.Context) -> tuple[Select, Status, str | None]:
    """The store given by --data, as the studies ask it, and its status."""
    from simpul.laws.study import known_repeals, known_starts, load_status

    chosen = settings(ctx)
    if not chosen.data:
        raise WrongUse("a study needs a store", todo="Give it with --data STORE.")
    graph = chosen.graph()

    def select(query: str) -> Iterator[dict[str, str]]:
        for row in graph.select(query):
            yield {name: str(getattr(term, "value", term)) for name, term in row.items()}

    return select, load_status(select, known_repeals(), known_starts()), chosen.as_of
