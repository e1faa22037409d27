"""Where everything stands on the sheet, decided before the page is opened.

A small graph has one region per kind: forces pull related things together
inside their regions, then each region's things are dealt out to evenly spaced
places in that order, so that no two touch and labels find room. A large graph
is laid out by community. Same scene and seed, same places.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any

from simpul.views.explorer.overview import Community, communities
from simpul.views.explorer.palette import KINDS
from simpul.views.explorer.regions import Region, divide, flank
from simpul.views.explorer.scene import Edge, Scene

__all__ = ["OVERVIEW_FROM", "Point", "Sheet", "arrange", "deal"]

OVERVIEW_FROM = 1200
"""Graphs of this many nodes or more open as communities."""

CELL_WIDTH, CELL_HEIGHT = 104.0, 62.0
"""Room for one node and its label, in CSS pixels at scale 1."""

SHEET_RATIO = 1.08
"""Width to height of the sheet: that of the stage beside the tools and the details."""

DUALISM_ROOM = 1.7
"""How much wider the nodes of a kind stand that dualisms are drawn between."""

DUALISM_PULL = 6.0
"""How much harder a dualism pulls its two sides together than a plain relation."""

AT_THE_SIDES = ("law-tied", "law-untied")
"""Kinds that stand left and right of all others: what lies around a curated graph."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The finished layout: a place for each node, in order, and what frames them."""

    places: tuple[Point, ...]
    regions: dict[str, Region]
    communities: tuple[Community, ...] = ()


def arrange(scene: Scene, *, seed: int = 1) -> Sheet:
    """The layout of a scene: by kind when small, by community when large."""
    links = _links(scene)
    if len(scene.nodes) >= OVERVIEW_FROM:
        places, groups = communities(len(scene.nodes), [(a, b) for a, b, _ in links], seed=seed)
        return Sheet(places, {}, groups)
    regions = _regions(scene)
    pulled = _forces(scene, links, regions, seed)
    return Sheet(_dealt(scene, pulled, regions), regions)


def _links(scene: Scene) -> list[tuple[int, int, float]]:
    """Each edge as two positions in the node list and its pull."""
    position = {node.iri: index for index, node in enumerate(scene.nodes)}
    return [(position[e.source], position[e.target], _pull(e)) for e in scene.edges]


def _pull(edge: Edge) -> float:
    return DUALISM_PULL if edge.is_dualism else 1.0


def _regions(scene: Scene) -> dict[str, Region]:
    """One region per kind, in the legend's order; more room where dualisms are drawn."""
    counts = Counter(node.kind for node in scene.nodes)
    sides = {end for edge in scene.edges if edge.is_dualism for end in (edge.source, edge.target)}
    busy = {node.kind for node in scene.nodes if node.iri in sides}
    room = {
        kind: (counts[kind] + 2.5) * (DUALISM_ROOM if kind in busy else 1)
        for kind in _in_order(set(counts))
    }
    area = sum(room.values()) * CELL_WIDTH * CELL_HEIGHT
    width = sqrt(area * SHEET_RATIO)
    sheet = Region(0, 0, width, area / width if width else 0)
    beside = {kind: room.pop(kind) for kind in AT_THE_SIDES if kind in room}
    flanks, middle = flank(sheet, beside, sum(room.values()))
    return divide(middle, room) | flanks


def _in_order(kinds: set[str]) -> list[str]:
    order = list(KINDS)
    return sorted(kinds, key=lambda k: (order.index(k) if k in KINDS else len(order), k))


def _forces(
    scene: Scene, links: list[tuple[int, int, float]], regions: dict[str, Region], seed: int
) -> list[Point]:
    """Where the relations pull each node, kept inside the region of its kind."""
    if not scene.nodes:
        return []
    import igraph

    rng = random.Random(seed)
    igraph.set_random_number_generator(rng)
    unit = 1 / sqrt(CELL_WIDTH * CELL_HEIGHT)
    bounds = [regions[node.kind] for node in scene.nodes]
    start = [
        ((b.left + rng.random() * b.width) * unit, (b.top + rng.random() * b.height) * unit)
        for b in bounds
    ]
    graph: Any = igraph.Graph(len(bounds), [(a, b) for a, b, _ in links])
    laid = graph.layout_fruchterman_reingold(
        weights=[pull for *_, pull in links] or None,
        seed=start,
        niter=400,
        start_temp=1.5,
        minx=[b.left * unit for b in bounds],
        maxx=[(b.left + b.width) * unit for b in bounds],
        miny=[b.top * unit for b in bounds],
        maxy=[(b.top + b.height) * unit for b in bounds],
    )
    return [(x / unit, y / unit) for x, y in laid.coords]


def _dealt(scene: Scene, pulled: list[Point], regions: dict[str, Region]) -> tuple[Point, ...]:
    """Each region's nodes on evenly spaced places, in the order the forces gave them."""
    places = list(pulled)
    for kind, region in regions.items():
        members = [index for index, node in enumerate(scene.nodes) if node.kind == kind]
        inner = region.inset(44, top=58)
        spread = deal([pulled[index] for index in members], inner)
        for index, place in zip(members, spread, strict=True):
            places[index] = place
    return tuple((round(x, 1), round(y, 1)) for x, y in places)


def deal(points: Sequence[Point], region: Region) -> list[Point]:
    """Evenly spaced places in a region, keeping who is left of and above whom.

    Columns are filled from left to right, each from top to bottom; every other
    column is lowered by half a step so that labels of neighbours do not meet.

    >>> deal([(5, 0), (0, 0)], Region(0, 0, 40, 10))
    [(30.0, 5.0), (10.0, 5.0)]
    """
    count = len(points)
    ratio = (region.width / region.height) * (CELL_HEIGHT / CELL_WIDTH) if region.height else 1
    columns = max(1, min(count, round(sqrt(count * ratio))))
    rows = ceil(count / columns)
    by_x = sorted(range(count), key=lambda index: points[index])
    places: list[Point] = [(0.0, 0.0)] * count
    for column, first in enumerate(range(0, count, rows)):
        members = sorted(by_x[first : first + rows], key=lambda index: points[index][1])
        x = region.left + region.width * (column + 0.5) / ceil(count / rows)
        for row, index in enumerate(members):
            places[index] = (x, region.top + region.height * _height(row, len(members), column))
    return places


def _height(row: int, rows: int, column: int) -> float:
    """How far down its column a node stands, from 0 to 1."""
    shift = 0.0 if rows == 1 else (0.25 if column % 2 else -0.25)
    return (row + 0.5 + shift) / rows
