"""``simpul export``: nanopublications, data package, large graphs, what a terminal is told."""

from __future__ import annotations

import errno
import hashlib
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simpul.cli import progress
from simpul.cli.progress import counted, patience
from simpul.engine import write_store

Simpul = Callable[..., subprocess.CompletedProcess[str]]
GRAPH = """@prefix id: <https://w3id.org/simpul/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
id:polri rdfs:label "Kepolisian"@id , "Police"@en .
"""


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    (tmp_path / "a.ttl").write_text(GRAPH)
    return tmp_path / "a.ttl"


def test_the_hash_in_n_quads_is_that_of_the_lines_below(simpul: Simpul, tmp_path: Path) -> None:
    assert simpul("export", "-f", "nq", "-o", str(tmp_path / "a.nq")).returncode == 0
    head, _, rest = (tmp_path / "a.nq").read_bytes().partition(b"\n")
    assert head.decode().endswith(hashlib.sha256(rest).hexdigest())


@pytest.mark.parametrize("form", ["nt", "nq"])
def test_a_store_on_disk_gives_the_lines_of_the_file_it_was_made_of(
    form: str, graph: Path, simpul: Simpul, tmp_path: Path
) -> None:
    simpul("--data", str(graph), "load", "-o", str(tmp_path / "store"))
    outputs = [
        simpul("--data", str(source), "export", "-f", form, "-o", "-").stdout
        for source in (graph, tmp_path / "store")
    ]
    assert outputs[0] == outputs[1]
    assert "Kepolisian" in outputs[0]


def test_blank_nodes_of_a_store_are_named_the_same_each_time(
    simpul: Simpul, tmp_path: Path
) -> None:
    from pyoxigraph import BlankNode, Literal, NamedNode, Quad

    said = [(BlankNode(), Literal(f"x{n}")) for n in range(3)]
    for name, parts in (("one", said), ("two", [(BlankNode(), text) for _, text in said[::-1]])):
        quads = [Quad(node, NamedNode("urn:p"), text, NamedNode("urn:g")) for node, text in parts]
        write_store(tmp_path / name, quads)
    found = {
        simpul("--data", str(tmp_path / name), "export", "-f", "nq", "-o", "-").stdout
        for name in ("one", "two")
    }
    assert len(found) == 1
    assert "_:c14n0" in found.pop()


def test_nanopublications_come_as_named_graphs_only(simpul: Simpul, tmp_path: Path) -> None:
    made = simpul("export", "--nanopublications", "-f", "trig", "-o", str(tmp_path / "np.trig"))
    assert made.returncode == 0, made.stderr
    assert "np:hasPublicationInfo" in (tmp_path / "np.trig").read_text("utf-8")
    done = simpul("export", "--nanopublications", "-f", "ttl", "-o", str(tmp_path / "np.ttl"))
    assert done.returncode == 2
    assert "-f trig" in done.stderr


def test_a_graph_without_claims_has_no_nanopublication(graph: Path, simpul: Simpul) -> None:
    done = simpul("--data", str(graph), "export", "--nanopublications", "-f", "nq", "-o", "-")
    assert done.returncode == 2
    assert "no claim" in done.stderr


def test_the_csv_folder_describes_itself(simpul: Simpul, tmp_path: Path) -> None:
    assert simpul("export", "-f", "csv", "-o", str(tmp_path / "pair")).returncode == 0
    names = {path.name for path in (tmp_path / "pair").iterdir()}
    assert names == {"nodes.csv", "edges.csv", "datapackage.json"}


def test_a_full_disk_leaves_the_old_file(
    run, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "a.nq"
    old.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    result = run("--data", str(graph), "export", "-o", str(old))
    assert "No space left" in str(result.exception)
    assert old.read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"a.ttl", "a.nq"}


def test_a_pipe_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(counted(range(3), "Read")) == [0, 1, 2]
    with patience("Writing"):
        pass
    assert capsys.readouterr().err == ""


COUNT = """
import time
from simpul.cli import progress
progress._SOON = progress._STEP = 0.0
progress._LOOK = 1
list(progress.counted(range(3), "Statements"))
with progress.patience("Writing it"):
    time.sleep(0.2)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_a_terminal_is_told_how_far_it_is() -> None:
    ours, theirs = pty.openpty()
    try:
        subprocess.run([sys.executable, "-c", COUNT], stderr=theirs, check=True, timeout=60)
        said = os.read(ours, 4096).decode()
    finally:
        os.close(ours)
        os.close(theirs)
    assert "Statements: 2" in said
    assert "Writing it ..." in said


def test_nothing_is_said_within_the_first_second() -> None:
    assert progress._SOON >= 1.0
