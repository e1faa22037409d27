"""Joins the page's style sheets and script modules into one of each.

The modules under ``assets/js`` are plain ES modules that import each other by
name. A browser loads no modules from a file, so they are joined into one
script: each becomes a function of its own, in order of need, that returns what
the module exports.
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

_IMPORT = re.compile(r'^import (?P<names>\{[^}]*\}) from "\./(?P<module>\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const) (?P<name>\w+))", re.MULTILINE)
_SHEETS = ("tokens", "page", "parts", "views", "print")


@cache
def script() -> str:
    """Every module of the page as one script, ``main`` last."""
    modules = "\n".join(_enclosed(name) for name in _in_order("main"))
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


def _enclosed(name: str) -> str:
    """A module as a function that returns its exports, under its own name."""
    source = _source(name)
    offered = ", ".join(match["name"] for match in _EXPORT.finditer(source))
    inside = _IMPORT.sub(r"const \g<names> = $\g<module>;", _EXPORT.sub("", source))
    return f"const ${name} = (() => {{\n{inside}\nreturn {{ {offered} }};\n}})();\n"


def _source(name: str) -> str:
    return (ASSETS / "js" / f"{name}.js").read_text("utf-8")
