"""The explorer: a scene of the graph as one HTML page that opens anywhere.

pyvis builds the network; the page draws it on a plain canvas with code of its
own. Without a GPU, as on a ministry's remote desktop, 10,000 nodes with 30,000
relations pan at about 50 frames a second so, against about one with sigma 3
(WebGL, emulated), and no library has to be carried. ``tests/speed/pages.py``
measures this beside pyvis's own page, sigma and cytoscape.
"""

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
