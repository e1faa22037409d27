"""The house: imports go down the list of rooms only, and the start path stays light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import simpul

ROOMS = (
    ("errors", "terms", "model", "resources"),
    ("tables",),
    ("sources", "laws"),
    ("engine",),
    ("questions", "checks", "network"),
    ("findings",),
    ("views",),
    ("cli",),
)
READER = (("written",), ("model",), ("tree", "rdf"), ("facts", "study"), ("reader",))
"""The rooms of ``laws``; what is not named here stands above them all."""

LEVEL = {room: level for level, rooms in enumerate(ROOMS) for room in rooms}
SOURCE = Path(simpul.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
HEAVY = ("rdflib", "networkx", "pyvis", "pyoxigraph", "pyshacl", "openpyxl", "jinja2")


def room_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "simpul" and len(parts) > 1 else None


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if room_of(name) in LEVEL}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_down_only(path: Path) -> None:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    if parts[0] not in LEVEL:
        assert parts[0] in ("__init__", "__main__", "library")
        return
    up = {
        name
        for name in imported(path)
        if room_of(name) != parts[0] and LEVEL[room_of(name) or ""] > LEVEL[parts[0]]
    }
    assert not up, f"{path.name} imports from above: {sorted(up)}"


def siblings(room: str) -> list[tuple[Path, str]]:
    folder = SOURCE / room
    return [
        (path, path.relative_to(folder).parts[0].removesuffix(".py"))
        for path in folder.rglob("*.py")
    ]


def test_the_reader_of_laws_goes_down_only() -> None:
    level = {room: height for height, rooms in enumerate(READER) for room in rooms}
    top = len(READER)
    for path, own in siblings("laws"):
        height = level.get(own, top)
        used = {name.split(".")[2] for name in imported(path) if name.startswith("simpul.laws.")}
        up = {one for one in used if one != own and level.get(one, top) > height}
        assert not up, f"{path.name} imports from above: {sorted(up)}"


@pytest.mark.parametrize("room", ["findings"])
def test_findings_do_not_import_each_other(room: str) -> None:
    for path, own in siblings(room):
        others = {
            name.split(".")[2]
            for name in imported(path)
            if name.startswith(f"simpul.{room}.") and name.split(".")[2] != own
        }
        assert not others, f"{path} imports {others}"


def test_help_imports_no_heavy_library() -> None:
    code = (
        "import sys\nsys.argv=['simpul','--help']\n"
        "from simpul.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.rstrip().endswith("[]")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))
