"""Fixtures of the promises about the ontology and the bundled tables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Quad

from simpul import resources
from simpul.sources import read_source

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def ontology_quads() -> list[Quad]:
    """The statements of the ontology files alone."""
    return [
        quad
        for path in sorted(resources.ontology().glob("*.ttl"))
        for quad in read_source(path, graph="urn:ontology")
    ]


def small_graphs(folder: str, names: Iterable[str]) -> list[Path]:
    """The Turtle files of a folder beside the tests, by name."""
    return [HERE / folder / f"{name}.ttl" for name in names]
