"""Each shape lets through what it should and stops what it should not."""

from __future__ import annotations

from pathlib import Path

import pytest

from simpul import resources
from simpul.checks import run_shapes
from simpul.engine import EmbeddedGraph
from simpul.sources import read_source

SHAPES = sorted((resources.ontology() / "shapes").glob("*.ttl"))
EXAMPLES = Path(__file__).resolve().parent / "shapes"

by_shape = pytest.mark.parametrize("shape", SHAPES, ids=lambda path: path.stem)


def faults(shape: Path, kind: str) -> list[str]:
    example = read_source(EXAMPLES / f"{shape.stem}-{kind}.ttl")
    return [fault.what for fault in run_shapes(example, [shape])]


@by_shape
def test_shape_lets_through_the_conforming_example(shape: Path) -> None:
    assert faults(shape, "conforming") == []


@by_shape
def test_shape_stops_the_violating_example(shape: Path) -> None:
    assert len(faults(shape, "violating")) == 1


def test_bundled_graph_conforms_to_every_shape(bundled: EmbeddedGraph) -> None:
    assert [f"{fault.where} {fault.what}" for fault in run_shapes(bundled.quads)] == []


@by_shape
def test_shape_is_closed_or_about_persons(shape: Path) -> None:
    """An open shape would let a mistyped property pass in silence."""
    assert "sh:closed true" in shape.read_text("utf-8") or shape.stem == "person"
