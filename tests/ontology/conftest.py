"""Fixtures of the promises about the ontology and the bundled tables."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad

from simpul import resources
from simpul.sources import read_source


@pytest.fixture(scope="session")
def ontology_quads() -> list[Quad]:
    """The statements of the ontology files alone."""
    return [
        quad
        for path in sorted(resources.ontology().glob("*.ttl"))
        for quad in read_source(path, graph="urn:ontology")
    ]
