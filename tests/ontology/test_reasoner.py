"""HermiT finds the ontology and the whole graph consistent, and a planted fault not."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad

from simpul.engine import EmbeddedGraph
from simpul.terms import DATA, POL, RDF, RDFS

# Not in the datatype map of OWL 2 (W3C OWL 2 Structural Specification, section 4),
# so that HermiT refuses them; the shapes hold dates and years instead.
_OUTSIDE = ("#date", "#gYear")


def outcome(quads: Iterable[Quad], folder: Path, *extra: str) -> set[str]:
    """Names of unsatisfiable classes, or {"inconsistent"}."""
    owlready2 = pytest.importorskip("owlready2")
    if not shutil.which("java"):
        pytest.skip("HermiT runs on Java")

    lines = {
        f"{quad.subject} {quad.predicate} {quad.object} ."
        for quad in quads
        if not (isinstance(quad.object, Literal) and quad.object.datatype.value.endswith(_OUTSIDE))
    }
    file = folder / "graph.nt"
    file.write_text("\n".join([*sorted(lines), *extra]) + "\n", "utf-8")
    world = owlready2.World()
    ontology = world.get_ontology(file.as_uri()).load()
    try:
        with ontology:
            owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return {"inconsistent"}
    return {str(one.iri) for one in world.inconsistent_classes()}


pytestmark = pytest.mark.filterwarnings("ignore")


def test_ontology_is_consistent_and_no_class_is_empty(
    ontology_quads: list[Quad], tmp_path: Path
) -> None:
    assert outcome(ontology_quads, tmp_path) == set()


def test_whole_graph_is_consistent(bundled: EmbeddedGraph, tmp_path: Path) -> None:
    assert outcome(bundled.quads, tmp_path) == set()


def test_body_that_is_also_a_norm_is_caught(bundled: EmbeddedGraph, tmp_path: Path) -> None:
    planted = f"<{DATA}polri> <{RDF}type> <{POL}Norm> ."
    assert outcome(bundled.quads, tmp_path, planted) == {"inconsistent"}


def test_class_below_two_disjoint_ones_is_caught(
    ontology_quads: list[Quad], tmp_path: Path
) -> None:
    impossible = f"<{POL}Chimera>"
    planted = [
        f"{impossible} <{RDF}type> <http://www.w3.org/2002/07/owl#Class> .",
        f"{impossible} <{RDFS}subClassOf> <{POL}Norm> .",
        f"{impossible} <{RDFS}subClassOf> <{POL}Source> .",
    ]
    assert POL["Chimera"] in outcome(ontology_quads, tmp_path, *planted)
