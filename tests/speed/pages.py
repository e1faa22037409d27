"""Measures how soon a page is drawn and how smoothly it pans, beside other libraries.

Run on a quiet machine: ``python tests/speed/pages.py``. Needs Chromium and npm;
sigma, graphology and cytoscape are fetched into a temporary folder. One graph
of each size, three relations a node, the same places for all but pyvis, whose
default page lays the graph out itself in the browser. No GPU is used.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from simpul.views.explorer import Edge, Node, Scene, Text, page

PACKAGES = ("sigma@3.0.3", "graphology@0.26.0", "cytoscape@3.34.4")
KINDS = ("actor", "instrument", "norm", "measure", "problem")
COLOURS = ("#1f6fb2", "#0b7a69", "#7a4bb0", "#a8690a", "#a03a6b")
PATIENCE = 120
PAN_MS = 3000


@dataclass(frozen=True)
class Measured:
    """One page, opened once."""

    name: str
    nodes: int
    build_s: float
    kilobytes: float
    drawn_s: float
    frames: float


def scene(count: int) -> Scene:
    """A graph with communities, as a legal graph has them."""
    rng = random.Random(7)
    nodes = tuple(
        Node(f"urn:{i}", KINDS[i % 5], Text.same(f"Thing number {i}")) for i in range(count)
    )
    edges = []
    for i in range(count):
        for _ in range(3):
            near = min(i // 50 * 50 + rng.randrange(50), count - 1)
            other = near if rng.random() < 0.85 else rng.randrange(count)
            edges.append(Edge(f"urn:{i}", f"urn:{other}", "refersTo", Text.same("refers to")))
    return Scene(Text.same("Benchmark"), nodes, tuple(edges))


def pages(count: int, libraries: Path) -> Iterator[tuple[str, str, float, str]]:
    """Name, HTML, seconds to build and fragment of each page to open."""
    shown = scene(count)
    began = time.perf_counter()
    ours = page(shown)
    built = time.perf_counter() - began
    yield "simpul", ours, built, ""
    if '"communities":[]' not in ours:
        yield "simpul, all open", ours, built, "#open=all"
    data = json.loads(re.search(r'id="data">(.*?)</script>', ours, re.DOTALL)[1])  # type: ignore[index]
    for name, write in (("sigma 3", _sigma), ("cytoscape", _cytoscape)):
        began = time.perf_counter()
        html = write(data, libraries)
        yield name, html, time.perf_counter() - began, ""
    began = time.perf_counter()
    yield "pyvis default", _pyvis(data), time.perf_counter() - began, ""


def _pyvis(data: dict[str, Any]) -> str:
    """Pyvis's own page, its lists filled directly, its remote style sheets taken out."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [{"id": n["id"], "label": n["label"], "shape": "dot"} for n in data["nodes"]]
    network.edges = [{"from": e["from"], "to": e["to"], "arrows": "to"} for e in data["edges"]]
    html = network.generate_html()
    html = re.sub(r'<link\s[^>]*href="http[^>]*>', "", html)
    html = re.sub(r'<script\s[^>]*src="http[^>]*></script>', "", html)
    probe = """<script>network.once("stabilizationIterationsDone", () => {
      network.once("afterDrawing", () => { window.drawn = performance.now(); }); });
      window.pan = (step) => network.moveTo({ offset: { x: step, y: 0 }, animation: false });
    </script></body>"""
    return str(html.replace("</body>", probe))


def _sigma(data: dict[str, Any], libraries: Path) -> str:
    scripts = ("graphology/dist/graphology.umd.min.js", "sigma/dist/sigma.min.js")
    draw = """
      const graph = new graphology.MultiDirectedGraph();
      for (const [x, y, label, color] of N)
        graph.addNode(graph.order, { x, y: -y, label, color, size: 4 });
      for (const [from, to] of E)
        graph.addEdge(from, to, { type: "arrow", color: "#bbb", size: 1 });
      const sigma = new Sigma(graph, document.getElementById("g"));
      requestAnimationFrame(() => { sigma.refresh(); window.drawn = performance.now(); });
      window.pan = (step) => { const c = sigma.getCamera(); c.setState({ x: c.x + step / 2000 }); };
    """
    return _own_page(data, [libraries / script for script in scripts], draw)


def _cytoscape(data: dict[str, Any], libraries: Path) -> str:
    draw = """
      const cy = cytoscape({ container: document.getElementById("g"), layout: { name: "preset" },
        elements: [
          ...N.map(([x, y, label, color], id) =>
            ({ data: { id: `${id}`, label, color }, position: { x, y } })),
          ...E.map(([from, to]) => ({ data: { source: `${from}`, target: `${to}` } })) ],
        style: [
          { selector: "node", style: { label: "data(label)", "background-color": "data(color)" } },
          { selector: "edge",
            style: { width: 1, "target-arrow-shape": "triangle", "curve-style": "bezier" } } ] });
      cy.fit();
      cy.once("render", () => { window.drawn = performance.now(); });
      window.pan = (step) => cy.panBy({ x: step, y: 0 });
    """
    return _own_page(data, [libraries / "cytoscape/dist/cytoscape.min.js"], draw)


def _own_page(data: dict[str, Any], scripts: list[Path], draw: str) -> str:
    nodes = [[n["x"], n["y"], n["label"], COLOURS[KINDS.index(n["group"])]] for n in data["nodes"]]
    edges = [[e["from"], e["to"]] for e in data["edges"]]
    libraries = "".join(f"<script>{script.read_text('utf-8')}</script>" for script in scripts)
    return (
        "<!doctype html><meta charset=utf-8><style>html,body,#g{margin:0;height:100%}</style>"
        f"<div id=g></div>{libraries}<script>const N={json.dumps(nodes)},E={json.dumps(edges)};"
        f"{draw}</script>"
    )


DRAWN = "window.drawn || Number(document.documentElement.dataset.drawn) || 0"
FRAMES = """async (time) => {
  const keys = document.querySelector(".sheet-keys");
  const drag = (kind, at) => keys.dispatchEvent(new PointerEvent(kind, {
    pointerId: 1, clientX: 700 + at, clientY: 420, bubbles: true }));
  if (keys) { keys.setPointerCapture = () => {}; drag("pointerdown", 0); }
  const began = performance.now();
  let frames = 0;
  while (performance.now() - began < time) {
    const at = Math.round(Math.sin(frames / 25) * 180);
    if (keys) drag("pointermove", at);
    else window.pan(frames % 2 ? 3 : -2);
    await new Promise((done) => requestAnimationFrame(done));
    frames += 1;
  }
  return (frames * 1000) / (performance.now() - began);
}"""


def measure(browser: Any, name: str, html: str, fragment: str) -> tuple[float, float]:
    """Seconds until drawn and frames a second while panning; NaN where it never was."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        try:
            tab.goto(file.as_uri() + fragment, wait_until="commit")
            drawn = _patiently(tab)
            frames = tab.evaluate(FRAMES, PAN_MS) if isfinite(drawn) else float("nan")
        finally:
            tab.close()
    return drawn, frames


def _patiently(tab: Any) -> float:
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        drawn = tab.evaluate(DRAWN)
        if drawn:
            return float(drawn) / 1000
        time.sleep(0.1)
    return float("nan")


def run(sizes: list[int], libraries: Path) -> Iterator[Measured]:
    """Every page of every size, each in a fresh browser without a GPU."""
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"]
    with sync_playwright() as tools:
        for count in sizes:
            for name, html, built, fragment in pages(count, libraries):
                browser = tools.chromium.launch(
                    executable_path=shutil.which("chromium"), args=arguments
                )
                drawn, frames = measure(browser, name, html, fragment)
                browser.close()
                yield Measured(name, count, built, len(html.encode()) / 1000, drawn, frames)


def main() -> None:
    """Print one line a page, and the load of the machine before and after."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[300, 2000, 10000])
    options.add_argument("--libraries", type=Path, help="a node_modules folder, not fetched anew")
    chosen = options.parse_args()
    print(f"load before: {os.getloadavg()}")
    print(f"{'nodes':>6}  {'page':18}{'build s':>8}{'kB':>8}{'drawn s':>9}{'frames/s':>9}")
    with tempfile.TemporaryDirectory() as folder:
        libraries = chosen.libraries or _fetched(Path(folder))
        for row in run(chosen.sizes, libraries):
            print(
                f"{row.nodes:>6}  {row.name:18}{row.build_s:>8.2f}{row.kilobytes:>8.0f}"
                f"{row.drawn_s:>9.2f}{row.frames:>9.1f}",
                flush=True,
            )
    print(f"load after: {os.getloadavg()}")


def _fetched(folder: Path) -> Path:
    command = ["npm", "install", "--silent", "--prefix", str(folder), *PACKAGES]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "node_modules"


if __name__ == "__main__":
    main()
