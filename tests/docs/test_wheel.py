"""The built wheel carries ontology and data and works outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = ["pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet", "-w", str(folder)]
    subprocess.run([sys.executable, "-m", *build, str(root)], check=True, timeout=300)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_carries_every_file_of_ontology_and_data(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for room in ("ontology", "graph_data"):
        files = [path for path in (root / room).rglob("*") if path.is_file()]
        missing = {f"simpul/_bundled/{path.relative_to(root)}" for path in files} - names
        assert not missing
    assert "simpul/py.typed" in names


def test_the_wheel_answers_as_the_checkout_does(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(home)
    arguments = ["-m", "simpul", "dualism", "find", "-f", "csv"]

    def run(**environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "SIMPUL_LANG": "en", **environment},
            timeout=120,
        )

    assert run(PYTHONPATH=str(home)).stdout == run().stdout
    where = subprocess.run(
        [sys.executable, "-c", "from simpul import resources; print(resources.ontology())"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(home)},
    )
    assert where.stdout.startswith(str(home))
