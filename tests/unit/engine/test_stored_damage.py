"""What a killed writer of a store leaves behind does not stop the next one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from simpul.engine.stored import write_store

QUADS = [
    Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), Literal(n), NamedNode("urn:g"))
    for n in range(50)
]


@pytest.mark.parametrize("gone", ["MANIFEST-*", "*.sst"])
def test_a_half_removed_store_is_written_anew(gone: str, tmp_path: Path) -> None:
    store = tmp_path / "store"
    write_store(store, QUADS)
    left = shutil.copytree(store, tmp_path / ".store.new")
    lost = sorted(left.glob(gone))
    assert lost
    for path in lost:
        path.unlink()
    assert write_store(store, QUADS) == len(QUADS)
