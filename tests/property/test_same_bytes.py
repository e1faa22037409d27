"""Equal graphs give equal bytes, under any hash seed and locale."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simpul import resources

FORMS = (
    *("ttl", "trig", "nt", "nq", "jsonld", "rdfxml"),
    *("graphml", "gexf", "xlsx", "bib", "csl", "ris", "html"),
)
WORLDS = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "TZ": "Asia/Jakarta"},
)


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tables, so that both worlds read the same."""
    folder = tmp_path_factory.mktemp("still") / "data"
    shutil.copytree(resources.bundled_data(), folder)
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_an_export_has_the_same_bytes_in_another_world(form: str, still: Path) -> None:
    command = [sys.executable, "-m", "simpul", "--data", str(still), "--lang", "en"]
    runs = [
        subprocess.run(
            [*command, "export", "-f", form, "-o", "-"],
            env={**os.environ, **world},
            capture_output=True,
            check=True,
            timeout=300,
        ).stdout
        for world in WORLDS
    ]
    assert runs[0]
    assert runs[0] == runs[1]
