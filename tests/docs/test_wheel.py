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


def test_the_wheel_carries_what_its_pages_are_made_of(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    source = root / "src"
    files = {
        str(path.relative_to(source))
        for path in (source / "simpul").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files <= names


@pytest.fixture(scope="module")
def home(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the wheel is unpacked."""
    folder = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def installed(home: Path, *arguments: str) -> bytes:
    """What the unpacked simpul prints."""
    return subprocess.run(
        [sys.executable, "-m", "simpul", *arguments],
        capture_output=True,
        check=True,
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(home)},
        timeout=120,
    ).stdout


@pytest.mark.parametrize(
    ("arguments", "sample"),
    [
        (["graph", "-o", "-"], "tppo.html"),
        (["reference", "-o", "-"], "reference.html"),
        (["export", "-f", "ttl", "-o", "-"], "tppo.ttl"),
    ],
)
def test_the_wheel_makes_the_samples(
    arguments: list[str], sample: str, home: Path, root: Path
) -> None:
    assert installed(home, *arguments) == (root / "exports" / sample).read_bytes()


def test_the_wheel_answers_as_the_checkout_does(home: Path, tmp_path: Path) -> None:
    find = ["dualism", "find", "-f", "csv"]
    here = subprocess.run(
        [sys.executable, "-m", "simpul", *find],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        timeout=120,
    ).stdout
    assert installed(home, *find) == here
    where = subprocess.run(
        [sys.executable, "-c", "from simpul import resources; print(resources.ontology())"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(home)},
    )
    assert where.stdout.startswith(str(home))


def test_the_wheel_makes_a_folder_for_a_new_field(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(home)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "simpul", *arguments],
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(home), "SIMPUL_LANG": "en"},
            timeout=120,
        )

    run("new", "hutan")
    assert "which-rules-on-a-matter" in run("--data", "hutan", "ask").stdout
    assert "OPEN" in run("--data", "hutan", "dualism", "find").stdout
