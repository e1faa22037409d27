"""Where the explorer puts things: apart, in the region of their kind, the same each time."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest

from simpul.views.explorer import Edge, Finding, Node, Scene, Side, Text
from simpul.views.explorer.layout import OVERVIEW_FROM, arrange
from simpul.views.explorer.regions import Region, divide


def _scene(count: int) -> Scene:
    nodes = tuple(
        Node(f"urn:{i}", ("actor", "norm", "problem")[i % 3], Text.same(str(i)))
        for i in range(count)
    )
    edges = tuple(
        Edge(f"urn:{i}", f"urn:{(i * 13 + 5) % count}", "p", Text.same("p")) for i in range(count)
    )
    return Scene(Text.same("t"), nodes, edges)


def test_each_node_stands_in_the_region_of_its_kind() -> None:
    scene = _scene(90)
    sheet = arrange(scene)
    for node, (x, y) in zip(scene.nodes, sheet.places, strict=True):
        region = sheet.regions[node.kind]
        assert region.left < x < region.left + region.width
        assert region.top < y < region.top + region.height


@pytest.mark.parametrize("count", [2, 9, 300])
def test_no_two_nodes_touch(count: int) -> None:
    places = arrange(_scene(count)).places
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(places, 2)) > 28


def test_seed_decides_the_layout() -> None:
    scene = _scene(60)
    assert arrange(scene, seed=1) == arrange(scene, seed=1)
    assert arrange(scene, seed=1) != arrange(scene, seed=2)


def test_large_graph_is_laid_out_as_communities_that_do_not_overlap() -> None:
    sheet = arrange(_scene(OVERVIEW_FROM))
    assert sum(len(group.members) for group in sheet.communities) == OVERVIEW_FROM
    for one, other in combinations(sheet.communities, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius


def test_members_stand_inside_their_community() -> None:
    sheet = arrange(_scene(OVERVIEW_FROM))
    for group in sheet.communities:
        for member in group.members:
            x, y = sheet.places[member]
            assert hypot(x - group.x, y - group.y) < group.radius


def test_regions_fill_the_sheet_and_do_not_overlap() -> None:
    regions = divide(Region(0, 0, 300, 200), {"a": 5, "b": 3, "c": 1, "d": 1})
    assert sum(r.width * r.height for r in regions.values()) == pytest.approx(60_000)
    for one, other in combinations(regions.values(), 2):
        across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
        down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
        assert across < 1e-6 or down < 1e-6


def test_finding_with_pairs_joins_just_those() -> None:
    nodes = tuple(Node(f"urn:{name}", "norm", Text.same(name)) for name in "abc")
    sides = tuple(Side(node.iri, node.label) for node in nodes)
    pairs = (("urn:a", "urn:b"), ("urn:b", "urn:c"))
    finding = Finding("f", "sanction", "open", Text.same("m"), sides=sides, pairs=pairs)
    edges = Scene(Text.same("t"), nodes, findings=(finding,)).complete().edges
    assert tuple((edge.source, edge.target) for edge in edges) == pairs
