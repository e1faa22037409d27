"""What a terminal is told while a command takes its time; a pipe is told nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TypeVar

import click

__all__ = ["counted", "patience"]

T = TypeVar("T")

_SOON, _STEP, _LOOK = 1.0, 0.5, 4096
"""Seconds before the first word and between two; items between two looks at the clock."""


def counted(items: Iterable[T], what: str) -> Iterator[T]:
    """The items, with their number on the terminal once a second has gone by."""
    if not sys.stderr.isatty():
        yield from items
        return
    next_word, shown = time.monotonic() + _SOON, False
    for number, item in enumerate(items):
        if number % _LOOK == 0 and time.monotonic() >= next_word:
            click.echo(f"\r{what}: {number:,} ", nl=False, err=True)
            next_word, shown = time.monotonic() + _STEP, True
        yield item
    if shown:
        click.echo("\r\x1b[K", nl=False, err=True)


@contextmanager
def patience(what: str) -> Iterator[None]:
    """Says on the terminal what is being done, if it takes more than a second."""
    timer = Timer(_SOON, lambda: click.echo(f"{what} ...", err=True))
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()
