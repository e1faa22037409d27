"""The core of the model as a drawing: what stands where, and what ties it."""

from __future__ import annotations

from html import escape

__all__ = ["diagram"]

_BOXES = {
    "pol:Source": (20, 20),
    "pol:Evidence": (20, 130),
    "pol:Claim": (20, 240),
    "pol:Instrument": (270, 20),
    "pol:Provision": (270, 130),
    "pol:Norm": (270, 240),
    "skos:Concept": (270, 350),
    "pol:Actor": (520, 130),
    "org:Post": (520, 20),
    "pol:Measure": (520, 240),
    "pol:Problem": (520, 350),
    "pol:Dualism": (20, 350),
}
_TIES = (
    ("pol:Evidence", "pol:Source", "oa:hasSource"),
    ("pol:Claim", "pol:Evidence", "pol:evidence"),
    ("pol:Norm", "pol:Evidence", "pol:evidence"),
    ("pol:Provision", "pol:Instrument", "eli:is_part_of"),
    ("pol:Norm", "pol:Provision", "pol:provision"),
    ("pol:Norm", "skos:Concept", "pol:conduct, pol:matter"),
    ("pol:Norm", "pol:Actor", "pol:authority"),
    ("org:Post", "pol:Actor", "org:postIn"),
    ("pol:Measure", "pol:Actor", "pol:by"),
    ("pol:Measure", "pol:Problem", "pol:addresses"),
    ("pol:Dualism", "pol:Norm", "pol:side"),
)
_WIDE, _HIGH = 170, 46


def diagram() -> str:
    """An SVG of the core classes and the properties between them."""
    ties = "".join(_tie(*tie) for tie in _TIES)
    boxes = "".join(_box(name, *place) for name, place in _BOXES.items())
    title = "; ".join(f"{a} {label} {b}" for a, b, label in _TIES)
    return (
        '<svg viewBox="0 0 710 410" width="710" role="img" font-family="system-ui,sans-serif" '
        f'font-size="13"><title>{escape(title)}</title><defs><marker id="tip" viewBox="0 0 8 8" '
        'refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="#5a6475"/></marker></defs>{ties}{boxes}</svg>'
    )


def _box(name: str, x: int, y: int) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="6" fill="#eef3f9" '
        f'stroke="#1d5c99"/><text x="{x + _WIDE / 2}" y="{y + 28}" text-anchor="middle" '
        f'fill="#1d2330">{escape(name)}</text>'
    )


def _tie(start: str, end: str, label: str) -> str:
    (x1, y1), (x2, y2) = _edge(start, end), _edge(end, start)
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    anchor = "start" if x1 == x2 else "middle"
    return (
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#5a6475" marker-end="url(#tip)"/>'
        f'<text x="{x + (6 if x1 == x2 else 0)}" y="{y + (4 if x1 == x2 else -5)}" '
        f'text-anchor="{anchor}" font-size="11" fill="#5a6475">{escape(label)}</text>'
    )


def _edge(start: str, end: str) -> tuple[float, float]:
    """The middle of the side of a box that looks towards another."""
    (x, y), (other_x, other_y) = _BOXES[start], _BOXES[end]
    if x == other_x:
        return x + _WIDE / 2, y + (_HIGH if other_y > y else 0)
    return x + (_WIDE if other_x > x else 0), y + _HIGH / 2
