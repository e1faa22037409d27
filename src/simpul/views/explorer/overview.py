"""Lays out a large graph as communities that open one by one.

Communities are found by the Louvain method; each is a disc whose members are
placed inside it, and the discs are packed so that none covers another. The
page first draws the discs and the relations between them in bulk.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin, sqrt
from typing import Any

__all__ = ["Community", "communities"]

MOST = 90
"""More communities than this cannot be told apart on one screen."""

SPACING = 46.0
"""Room around one member of a community, in CSS pixels at scale 1."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Community:
    """A disc of the overview and the positions of its members in the node list."""

    x: float
    y: float
    radius: float
    members: tuple[int, ...]


def communities(
    count: int, links: Sequence[tuple[int, int]], *, seed: int
) -> tuple[tuple[Point, ...], tuple[Community, ...]]:
    """A place for each node and the communities they stand in, largest first."""
    import igraph

    igraph.set_random_number_generator(random.Random(seed))
    graph: Any = igraph.Graph(count, links)
    groups = _groups(graph)
    radii = [SPACING * sqrt(len(group)) * 0.62 + 20 for group in groups]
    centres = _centres(graph, groups, radii)
    places: list[Point] = [(0.0, 0.0)] * count
    for group, centre, radius in zip(groups, centres, radii, strict=True):
        for member, place in _inside(graph, group, centre, radius - 14):
            places[member] = place
    discs = tuple(
        Community(round(x, 1), round(y, 1), round(radius, 1), tuple(group))
        for group, (x, y), radius in zip(groups, centres, radii, strict=True)
    )
    return tuple(places), discs


def _groups(graph: Any) -> list[list[int]]:
    """Members by community, largest first; what goes beyond the limit is one last group."""
    found = sorted(graph.community_multilevel(), key=lambda group: (-len(group), group[0]))
    if len(found) <= MOST:
        return [list(group) for group in found]
    rest = sorted(member for group in found[MOST - 1 :] for member in group)
    return [list(group) for group in found[: MOST - 1]] + [rest]


def _centres(graph: Any, groups: list[list[int]], radii: list[float]) -> list[Point]:
    """Where the discs stand: related ones near each other, none over another."""
    import igraph

    home = {member: index for index, group in enumerate(groups) for member in group}
    ties = Counter(
        (min(home[a], home[b]), max(home[a], home[b]))
        for a, b in graph.get_edgelist()
        if home[a] != home[b]
    )
    between: Any = igraph.Graph(len(groups), list(ties))
    weights = [sqrt(ties[tie]) for tie in ties] or None
    laid = between.layout_fruchterman_reingold(weights=weights, niter=500)
    size = max((abs(value) for place in laid.coords for value in place), default=1) or 1
    scale = sqrt(sum(radius**2 for radius in radii)) * 1.1 / size
    return _apart([(x * scale * 1.35, y * scale) for x, y in laid.coords], radii)


def _apart(centres: list[Point], radii: list[float]) -> list[Point]:
    """The centres pushed from each other until no two discs overlap."""
    places = [list(centre) for centre in centres]
    for _ in range(400):
        moved = False
        for i in range(len(places)):
            for j in range(i):
                moved |= _push(places[i], places[j], radii[i] + radii[j] + 30)
        if not moved:
            break
    return [(x, y) for x, y in places]


def _push(one: list[float], other: list[float], gap: float) -> bool:
    """Move two centres apart to the gap; whether they were too close."""
    dx, dy = one[0] - other[0], one[1] - other[1]
    distance = hypot(dx, dy)
    if distance >= gap - 0.5:
        return False
    angle = atan2(dy, dx) if distance else 1.0
    shift = (gap - distance) / 2
    one[0] += cos(angle) * shift
    one[1] += sin(angle) * shift
    other[0] -= cos(angle) * shift
    other[1] -= sin(angle) * shift
    return True


def _inside(graph: Any, group: list[int], centre: Point, radius: float) -> list[tuple[int, Point]]:
    """The members of a community on a sunflower's seeds, the best connected in the middle.

    Vogel's model (1979) spaces any number of seeds evenly over a disc.
    """
    degrees = graph.degree(group)
    order = sorted(range(len(group)), key=lambda index: (-degrees[index], group[index]))
    turn = pi * (3 - sqrt(5))
    placed = []
    for rank, index in enumerate(order):
        reach = radius * sqrt((rank + 0.5) / len(group))
        x = centre[0] + reach * cos(rank * turn)
        y = centre[1] + reach * sin(rank * turn)
        placed.append((group[index], (round(x, 1), round(y, 1))))
    return placed
