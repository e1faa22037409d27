"""Divides the sheet into one region per kind, larger where there is more.

A squarified treemap (Bruls, Huizing, van Wijk 2000): regions stay close to
square, keep the order they are given in and leave nothing of the sheet unused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Region", "divide", "flank"]


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the sheet."""

    left: float
    top: float
    width: float
    height: float

    def inset(self, side: float, *, top: float) -> Region:
        """The rectangle inside this one that leaves room for a margin and a heading."""
        side_x, side_y = min(side, self.width / 4), min(side, self.height / 6)
        top = min(top, self.height / 3)
        return Region(
            self.left + side_x,
            self.top + top,
            self.width - 2 * side_x,
            self.height - top - side_y,
        )


def divide(sheet: Region, weights: Mapping[str, float]) -> dict[str, Region]:
    """A region of the sheet for each name, its area in proportion to its weight."""
    total = sum(weights.values())
    scale = sheet.width * sheet.height / total if total else 0.0
    areas = [(name, weight * scale) for name, weight in weights.items()]
    regions: dict[str, Region] = {}
    while areas:
        strip = _best_strip(areas, min(sheet.width, sheet.height))
        sheet = _lay(strip, sheet, regions)
        areas = areas[len(strip) :]
    return regions


def flank(
    sheet: Region, sides: Mapping[str, float], inner: float
) -> tuple[dict[str, Region], Region]:
    """Columns at the left and the right for the names given, and the sheet between them.

    >>> columns, middle = flank(Region(0, 0, 100, 50), {"a": 1, "b": 1}, 2)
    >>> (columns["a"].left, columns["b"].left, middle.left, middle.width)
    (0.0, 75.0, 25.0, 50.0)
    """
    total = sum(sides.values()) + inner
    regions: dict[str, Region] = {}
    for place, (name, weight) in enumerate(sides.items()):
        width = weight / total * sheet.width if total else 0.0
        total, left = total - weight, sheet.left + (sheet.width - width) * (place % 2)
        regions[name] = Region(left, sheet.top, width, sheet.height)
        start = sheet.left if place % 2 else sheet.left + width
        sheet = Region(start, sheet.top, sheet.width - width, sheet.height)
    return regions, sheet


def _best_strip(areas: list[tuple[str, float]], side: float) -> list[tuple[str, float]]:
    """The first areas that, laid along the shorter side, stay closest to squares."""
    best = 1
    while best < len(areas) and _worst(areas[: best + 1], side) <= _worst(areas[:best], side):
        best += 1
    return areas[:best]


def _worst(strip: list[tuple[str, float]], side: float) -> float:
    """The most elongated ratio of a strip's rectangles."""
    total = sum(area for _, area in strip)
    return max(max(side**2 * area / total**2, total**2 / (side**2 * area)) for _, area in strip)


def _lay(strip: list[tuple[str, float]], sheet: Region, regions: dict[str, Region]) -> Region:
    """Place a strip along the shorter side of the sheet and return what is left of it."""
    total = sum(area for _, area in strip)
    upright = sheet.width >= sheet.height
    depth = total / (sheet.height if upright else sheet.width)
    offset = 0.0
    for name, area in strip:
        length = area / depth
        if upright:
            regions[name] = Region(sheet.left, sheet.top + offset, depth, length)
        else:
            regions[name] = Region(sheet.left + offset, sheet.top, length, depth)
        offset += length
    if upright:
        return Region(sheet.left + depth, sheet.top, sheet.width - depth, sheet.height)
    return Region(sheet.left, sheet.top + depth, sheet.width, sheet.height - depth)
