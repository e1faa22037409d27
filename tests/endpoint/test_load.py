"""A load is verified, resumed, and refused where it must be."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from simpul.engine import EmbeddedGraph, RemoteGraph, StoredGraph, write_store
from simpul.engine.loading import digest, load_into
from simpul.errors import CannotWrite, SimpulError


@pytest.mark.server
def test_a_second_load_sends_nothing(empty_oxigraph: str, bundled: EmbeddedGraph) -> None:
    first = list(load_into(RemoteGraph(empty_oxigraph), bundled.quads, None))
    second = list(load_into(RemoteGraph(empty_oxigraph), bundled.quads, None))
    assert first[-1].statements == second[-1].statements > 0
    assert not any(graph.sent for graph in second)


@pytest.mark.server
def test_a_read_only_server_refuses_a_load(oxigraph: str, bundled: EmbeddedGraph) -> None:
    one = [quad for quad in bundled.quads if "polri" in str(quad.subject)]
    with pytest.raises(SimpulError):
        list(load_into(RemoteGraph(oxigraph), one, None))


def test_a_store_gives_the_rows_of_the_graph_it_was_made_of(
    tmp_path: Path, bundled: EmbeddedGraph
) -> None:
    write_store(tmp_path / "store", bundled.quads)
    stored = StoredGraph(tmp_path / "store")
    query = "SELECT ?a ?l WHERE { ?a a pol:Actor ; rdfs:label ?l } ORDER BY ?a ?l"
    assert stored.select(query) == bundled.select(query)
    assert digest(stored.quads) == digest(set(bundled.quads))


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(CannotWrite):
        write_store(tmp_path, [])
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_a_second_writer_is_told_so(tmp_path: Path) -> None:
    from pyoxigraph import Store

    writing = Store(str(tmp_path / ".store.new"))
    with pytest.raises(CannotWrite, match="another process"):
        write_store(tmp_path / "store", [])
    del writing


def test_load_asks_where_to(simpul: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    assert simpul("load").returncode == 2
