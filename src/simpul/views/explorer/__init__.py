"""The explorer: a scene of the graph as one HTML page that opens anywhere."""

from __future__ import annotations

from simpul.views.explorer.render import page
from simpul.views.explorer.scene import (
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
)

__all__ = [
    "Change",
    "Edge",
    "Event",
    "Evidence",
    "Fact",
    "Finding",
    "Node",
    "Penalty",
    "Question",
    "Resolution",
    "Scene",
    "Side",
    "Test",
    "Text",
    "page",
]
