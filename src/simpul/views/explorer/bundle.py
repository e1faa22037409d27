"""Joins the page's style sheets and script modules into one of each.

The modules under ``assets/js`` are plain ES modules that import each other by
name; joined in order of need, with ``import`` and ``export`` taken off, they
are one script that runs from a file, where a browser loads no modules. Names
at the top of a module are therefore unique across modules; a test holds them so.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

__all__ = ["ASSETS", "fingerprint", "script", "style"]

ASSETS = Path(__file__).parent / "assets"

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<module>[a-z-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.MULTILINE)
_SHEETS = ("tokens", "page", "parts", "views", "print")


@cache
def script() -> str:
    """Every module of the page as one script, ``main`` last."""
    modules = "\n".join(_without_doors(_source(name)) for name in _in_order("main"))
    return f'(() => {{\n"use strict";\n{modules}}})();\n'


@cache
def style() -> str:
    """Every style sheet of the page, tokens first."""
    return "\n".join((ASSETS / "css" / f"{name}.css").read_text("utf-8") for name in _SHEETS)


def fingerprint(text: str) -> str:
    """The hash by which a Content-Security-Policy lets an inline block in."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _in_order(name: str) -> list[str]:
    """A module and all it imports, each after those it needs."""
    order: list[str] = []
    _visit(name, order, ())
    return order


def _visit(name: str, order: list[str], path: tuple[str, ...]) -> None:
    if name in path:
        raise ValueError(f"modules import each other in a circle: {' -> '.join([*path, name])}")
    if name in order:
        return
    for needed in _needs(_source(name)):
        _visit(needed, order, (*path, name))
    order.append(name)


def _needs(source: str) -> Iterator[str]:
    return (match["module"] for match in _IMPORT.finditer(source))


def _without_doors(source: str) -> str:
    return _EXPORT.sub("", _IMPORT.sub("", source))


def _source(name: str) -> str:
    return (ASSETS / "js" / f"{name}.js").read_text("utf-8")
