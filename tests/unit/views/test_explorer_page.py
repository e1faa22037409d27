"""The explorer's page as text: complete, closed, the same for the same scene."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest

from simpul.views.explorer import Edge, Finding, Node, Scene, Side, Text, bundle, page
from simpul.views.explorer.palette import KINDS

ONE = Node("urn:a", "actor", Text("Polri", "Police"))
TWO = Node("urn:b", "norm", Text.same("Pasal 4"))


def _scene(**parts: Any) -> Scene:
    return Scene(Text("Judul", "Title"), (ONE, TWO), **parts)


def _data(html: str) -> Any:
    return json.loads(re.search(r'id="data">(.*?)</script>', html, re.DOTALL)[1])  # type: ignore[index]


def test_same_scene_gives_the_same_bytes() -> None:
    code = (
        "from simpul.views.explorer import *;import hashlib;"
        "n=tuple(Node(f'urn:{i}','norm' if i%2 else 'actor',Text.same(str(i))) for i in range(60));"
        "e=tuple(Edge(n[i].iri,n[i*7%60].iri,'p',Text.same('p')) for i in range(60));"
        "print(hashlib.sha256(page(Scene(Text.same('t'),n,e)).encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "LC_ALL": "C"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_page_refers_to_nothing_outside() -> None:
    html = page(_scene())
    assert not re.findall(r'(?:src|href|action)="(?!#|data:)', html)
    assert "@import" not in html and "url(" not in html


def test_page_opens_in_the_language_of_its_scene() -> None:
    html = page(_scene(language="id"))
    assert '<html lang="id">' in html and "<title>Judul</title>" in html


def test_page_without_console_is_small_and_with_it_below_the_limit() -> None:
    assert len(page(_scene())) < 200_000
    assert len(page(_scene(), console=True)) < 2_500_000


def test_relations_that_lead_out_of_the_scene_are_left_out() -> None:
    edges = (Edge("urn:a", "urn:b", "p", Text.same("p")), Edge("urn:a", "urn:x", "p", Text()))
    assert len(_data(page(_scene(edges=edges)))["edges"]) == 1


def test_parallel_relations_are_all_kept() -> None:
    edges = tuple(Edge("urn:a", "urn:b", name, Text.same(name)) for name in "pqr")
    assert [edge.get("bend", 0) for edge in _data(page(_scene(edges=edges)))["edges"]] == [0, 1, 2]


def test_finding_becomes_a_marked_edge_between_its_sides() -> None:
    sides = (Side("urn:a", Text.same("a")), Side("urn:b", Text.same("b")))
    finding = Finding("f", "sanction", "open", Text.same("m"), sides=sides)
    (edge,) = _data(page(_scene(findings=(finding,))))["edges"]
    assert edge["finding"] == 0


def test_every_kind_and_unknown_kinds_are_drawn() -> None:
    nodes = tuple(Node(f"urn:{kind}", kind, Text.same(kind)) for kind in [*KINDS, "comet"])
    data = _data(page(Scene(Text.same("t"), nodes)))
    assert [kind["name"] for kind in data["kinds"]] == [*KINDS, "comet"]


def test_empty_scene_still_gives_a_page() -> None:
    assert _data(page(Scene(Text.same("t"), ())))["nodes"] == []


def test_modules_are_short_and_open_with_what_they_are_for() -> None:
    for module in (bundle.ASSETS / "js").glob("*.js"):
        lines = module.read_text("utf-8").splitlines()
        assert lines[0].startswith("// "), module.name
        assert len(lines) <= 250, module.name


def test_every_module_is_part_of_the_page() -> None:
    names = {module.stem for module in (bundle.ASSETS / "js").glob("*.js")}
    assert {name for name in names if f"const ${name} = " in bundle.script()} == names


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_stand_out_from_the_sheet_and_its_regions(theme: str) -> None:
    """WCAG 2.2, 1.4.11: at least 3 to 1 for what carries meaning."""
    tokens = (bundle.ASSETS / "css" / "tokens.css").read_text("utf-8")
    block = tokens.split("data-theme")[1 if theme == "dark" else 0]
    for ground in re.findall(r"--(?:sheet|region): (#\w{6})", block):
        for kind in KINDS.values():
            assert _contrast(getattr(kind, theme), ground) >= 3, (kind.name, ground)


def test_each_kind_has_its_own_shape() -> None:
    shapes = [kind.shape for kind in KINDS.values() if kind.name not in ("holding", "concept")]
    assert len(set(shapes)) == len(shapes)


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
