"""Opens pages in Debian's Chromium, offline: any request a page makes fails its test."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from simpul.terms import RDF
from simpul.views.explorer import (
    Change,
    Edge,
    Event,
    Evidence,
    Fact,
    Finding,
    Node,
    Penalty,
    Question,
    Resolution,
    Scene,
    Side,
    Test,
    Text,
    page,
)

CHROMIUM = shutil.which("chromium")
ID = "https://w3id.org/simpul/id/"
PAPER = Evidence(Text.same("Khoerunisa et al. 2025"), "LEG-4", "", "verified", "https://doi.org/x")

Opened = Any
Until = Callable[[Any, str], None]
Open = Callable[..., Opened]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder opens a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests; absent it skips them, but never under CI."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: install the Debian package chromium")
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Open]:
    """Writes a scene as a page and opens it; fails on any request or script error."""
    faults: list[str] = []
    contexts = []

    def opened(scene: Scene, fragment: str = "", **options: Any) -> Opened:
        console = options.pop("console", False)
        size = options.pop("size", (1440, 900))
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(page(scene, console=console), encoding="utf-8")
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, accept_downloads=True, **options
        )
        contexts.append(context)
        context.set_default_timeout(8_000)
        tab = context.new_page()
        tab.on("request", lambda request: _allowed(request.url, file, faults))
        tab.on("pageerror", lambda error: faults.append(f"script error: {error}"))
        tab.on("console", lambda line: line.type == "error" and faults.append(line.text))
        tab.goto(file.as_uri() + fragment)
        tab.wait_for_selector("html[data-ready]", state="attached")
        if tab.get_attribute("body", "data-view") == "graph":
            tab.wait_for_selector("html[data-drawn]", state="attached")
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def until() -> Until:
    """Waits until an expression holds in the page, asking from outside its policy."""

    def wait(tab: Opened, expression: str) -> None:
        for _ in range(100):
            if tab.evaluate(expression):
                return
            tab.wait_for_timeout(100)
        pytest.fail(f"never came true: {expression}")

    return wait


def _allowed(url: str, file: Path, faults: list[str]) -> None:
    if not url.startswith((file.as_uri(), "data:", "blob:")):
        faults.append(f"the page asked for {url}")


@pytest.fixture(scope="session")
def small() -> Scene:
    """Two laws that punish one conduct, the bodies they name, and a measure."""
    laws = [
        Node(ID + "uu-21-2007", "instrument", Text.same("UU 21/2007"), begins="2007-04-19"),
        Node(ID + "uu-18-2017", "instrument", Text.same("UU 18/2017"), begins="2017-11-22"),
        Node(ID + "uu-39-2004", "instrument", Text.same("UU 39/2004"), ends="2017-11-22"),
    ]
    norms = [
        Node(
            ID + "n-4",
            "norm",
            Text("Pidana membawa WNI ke luar negeri", "Penalty for taking citizens abroad"),
            facts=(Fact(Text("subjek", "bearer"), Text("setiap orang", "anyone")),),
            evidence=(PAPER,),
            begins="2007-04-19",
        ),
        Node(
            ID + "n-81",
            "norm",
            Text("Pidana penempatan perseorangan", "Penalty for individual placement"),
            begins="2017-11-22",
        ),
    ]
    others = [
        Node(ID + "polri", "actor", Text("Kepolisian", "Police"), (Text.same("Polri"),)),
        Node(ID + "bp2mi", "actor", Text.same("BP2MI")),
        Node(ID + "evakuasi", "measure", Text("Evakuasi WNI", "Evacuation of citizens")),
        Node(ID + "ego", "problem", Text("Ego sektoral", "Sectoral ego")),
    ]
    part, body = Text("terdapat dalam", "stands in"), Text("kewenangan", "authority")
    edges = (
        Edge(ID + "n-4", ID + "uu-21-2007", "in", part),
        Edge(ID + "n-81", ID + "uu-18-2017", "in", part),
        Edge(ID + "n-4", ID + "polri", "authority", body, evidence=(PAPER,)),
        Edge(ID + "n-81", ID + "bp2mi", "authority", body),
        Edge(ID + "polri", ID + "bp2mi", "linkedTo", Text("bekerja sama", "works with")),
        Edge(ID + "polri", ID + "bp2mi", "coordinates", Text("mengoordinasi", "coordinates")),
        Edge(ID + "evakuasi", ID + "ego", "addresses", Text("menjawab", "addresses")),
        Edge(ID + "uu-18-2017", ID + "uu-39-2004", "repeals", Text("mencabut", "repeals")),
    )
    return Scene(
        Text("Graf uji", "Test graph"),
        (*laws, *norms, *others),
        edges,
        findings=(_finding(),),
        events=(
            Event("2007-04-19", Text("UU 21/2007 berlaku", "Law 21/2007 in force"), laws[0].iri),
        ),
        citation="simpul test",
        questions=(
            Question("kinds", Text("Jenis apa?", "Which kinds?"), "SELECT ?s WHERE { ?s a ?k }"),
        ),
        nquads=f"<{ID}polri> <{RDF['type']}> <urn:Actor> <urn:g> .\n",
    )


def _finding() -> Finding:
    return Finding(
        "sanction-1",
        "sanction",
        "open",
        Text("Penempatan ilegal", "Illegal placement"),
        begins="2017-11-22",
        sides=(
            Side(
                ID + "n-4",
                Text("Pidana membawa WNI ke luar negeri", "Penalty for taking citizens abroad"),
                instrument=Text.same("UU 21/2007"),
                penalty=Penalty(36, 180, min_fine=120_000_000, max_fine=600_000_000, join="and"),
                evidence=(PAPER,),
            ),
            Side(
                ID + "n-81",
                Text("Pidana penempatan perseorangan", "Penalty for individual placement"),
                instrument=Text.same("UU 18/2017"),
                penalty=Penalty(None, 120, max_fine=15_000_000_000, join="and"),
            ),
        ),
        resolution=Resolution(why=Text("Asas berlawanan.", "The canons point opposite ways.")),
        trace=(Test("time", True, Text("Berlaku bersama.", "Both are in force.")),),
        history=(Change("2017-11-22", Text("Mulai.", "It opens.")),),
    )


@pytest.fixture(scope="session")
def large() -> Scene:
    """Two thousand things with three relations each, most of them within their group."""
    return big_scene(2000)


@pytest.fixture(scope="session")
def scene_of_size() -> Callable[[int], Scene]:
    """Makes a scene of so many nodes with three relations each."""
    return big_scene


def big_scene(count: int) -> Scene:
    rng = random.Random(7)
    kinds = ("actor", "instrument", "norm", "measure", "problem")
    nodes = tuple(
        Node(f"{ID}thing-{i}", kinds[i % len(kinds)], Text.same(f"Thing {i}")) for i in range(count)
    )
    edges = []
    for i in range(count):
        for _ in range(3):
            near = (
                (i // 40) * 40 + rng.randrange(40) if rng.random() < 0.9 else rng.randrange(count)
            )
            other = nodes[min(near, count - 1)].iri
            edges.append(Edge(nodes[i].iri, other, "refersTo", Text("merujuk", "refers to")))
    return Scene(Text("Graf besar", "Large graph"), nodes, tuple(edges))


@pytest.fixture(scope="session")
def hostile() -> Scene:
    """Labels, addresses and names made to break out of where they are written."""
    attack = "</script><script>window.broken=1</script><img src=x onerror='window.broken=1'>"
    twisted = "UU 1/2020" + chr(0x202E) + "0202/1 UU" + chr(0x2066) + chr(7)
    evil = Evidence(Text.same(attack), attack, attack, "verified", "javascript:window.broken=1")
    label = Text.same(f"'{attack}")
    address = "javascript:window.broken=1"
    link = f'<a href="{address}" onmouseover="window.broken=1">x</a>'
    nodes = (
        Node(
            ID + "a\"><img src=x onerror='window.broken=1'>",
            "norm",
            label,
            (label,),
            (Fact(label, label, address),),
            (evil,),
        ),
        Node(ID + "b", "norm", Text.same(twisted), evidence=(evil,)),
        Node(ID + "c", attack, Text.same("=HYPERLINK(1)")),
        Node(address, "actor", Text.same(link)),
    )
    edges = (
        Edge(nodes[0].iri, nodes[1].iri, attack, label, (evil,)),
        Edge(nodes[0].iri, nodes[3].iri, attack, label, (evil,)),
    )
    finding = Finding(
        attack,
        attack,
        "open",
        label,
        label,
        sides=tuple(
            Side(node.iri, label, label, label, label, evidence=(evil,)) for node in nodes[:2]
        ),
        resolution=Resolution(why=label),
        trace=(Test(attack, True, label),),
        history=(Change(attack, label),),
    )
    return Scene(
        label,
        nodes,
        edges,
        (finding,),
        (Event("2020-01-01", label, evidence=(evil,)),),
        description=label,
        licence=attack,
        citation=attack,
        questions=(Question(attack, label, attack),),
    )
