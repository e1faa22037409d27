"""Whatever a user can feed, the command ends: by an answer, or by one sentence and code 4."""

from __future__ import annotations

import faulthandler
import gzip
import itertools
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from simpul.engine import Limits, guarded
from simpul.engine.canonical import canonicalized
from simpul.errors import LimitReached

Simpul = Callable[..., subprocess.CompletedProcess[str]]
BOMB = (
    '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
)


def test_work_without_end_is_killed() -> None:
    with pytest.raises(LimitReached, match="no answer after"):
        guarded(lambda: time.sleep(600), Limits(seconds=0.5))


def test_work_without_measure_is_killed() -> None:
    with pytest.raises(LimitReached, match="memory ran out"):
        guarded(lambda: len(bytearray(8 << 30)), Limits(memory=4 << 30))


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL])
def test_work_that_dies_is_told(number: int) -> None:
    with pytest.raises(LimitReached):
        guarded(lambda: (faulthandler.disable(), os.kill(os.getpid(), number)))


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        guarded(lambda: 1 // 0)


NESTED = {
    "deep.jsonld": '{"@id":"urn:a","urn:b":' * 5000 + "1" + "}" * 5000,
    "deep.ttl": "<urn:a> <urn:b> " + "[ <urn:b> " * 20_000 + "1" + " ]" * 20_000 + " .",
    "deep.nt": "<urn:a> <urn:b> " + "<" * 20_000 + " .",
    "bomb.rdf": BOMB,
}


@pytest.mark.parametrize("name", NESTED)
def test_nested_and_swollen_files_are_ended(name: str, tmp_path: Path, simpul: Simpul) -> None:
    (tmp_path / name).write_text(NESTED[name])
    done = simpul("query", "--bare", "--data", str(tmp_path / name), "ASK {}")
    assert done.returncode in (0, 2, 4)
    assert "Traceback" not in done.stderr
    assert "itself failed" not in done.stderr


def test_a_packed_file_that_never_ends_is_ended(tmp_path: Path, simpul: Simpul) -> None:
    with gzip.open(tmp_path / "bomb.ttl.gz", "wb", compresslevel=1) as packed:
        for _ in range(2100):
            packed.write(b" " * (1 << 20))
    done = simpul("query", "--bare", "--data", str(tmp_path / "bomb.ttl.gz"), "ASK {}")
    assert done.returncode == 4
    assert "longer than 2048 MB" in done.stderr


def test_a_regular_expression_that_explodes_elsewhere_is_answered(simpul: Simpul) -> None:
    query = f'ASK {{ FILTER REGEX("{"a" * 40}!", "^(a+)+$") }}'
    done = simpul("query", "--bare", query, "-f", "csv")
    assert (done.returncode, done.stdout.split()) == (0, ["false"])


def test_blank_nodes_that_cannot_be_told_apart_are_given_up() -> None:
    """RDFC-1.0 calls such a dataset poison (section 5)."""
    from pyoxigraph import BlankNode, NamedNode, Quad

    nodes = [BlankNode(f"b{number}") for number in range(11)]
    quads = [Quad(a, NamedNode("urn:p"), b) for a, b in itertools.permutations(nodes, 2)]
    with pytest.raises(LimitReached, match="could not be told apart"):
        canonicalized(quads, seconds=1.0)
