"""Fixtures every kind of test shares."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simpul.cli import cli
from simpul.engine import EmbeddedGraph, load

ROOT = Path(__file__).resolve().parent.parent
CANARY, RECORD = ROOT / "tests" / "canary", "SIMPUL_CANARY"


def pytest_configure(config: pytest.Config) -> None:
    """No test reaches another machine, and no Python it starts: see ``tests/canary``."""
    if RECORD not in os.environ:  # the workers of a parallel run have it from their parent
        handle, os.environ[RECORD] = tempfile.mkstemp(prefix="simpul-canary-")
        os.close(handle)
        others = os.environ.get("PYTHONPATH")
        os.environ["PYTHONPATH"] = os.pathsep.join([str(CANARY), *([others] if others else [])])
        config.stash[OWNER] = True
    runpy.run_path(str(CANARY / "sitecustomize.py"))


OWNER = pytest.StashKey[bool]()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fails the session if a connection was tried."""
    if not session.config.stash.get(OWNER, False):
        return
    tried = Path(os.environ[RECORD]).read_text("utf-8")
    Path(os.environ[RECORD]).unlink()
    if tried:
        print(f"\nconnections to other machines were tried and refused:\n{tried}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def bundled() -> EmbeddedGraph:
    """The graph that comes with simpul."""
    return load()


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs the command line in this process."""

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(cli, arguments, standalone_mode=False)

    return call


@pytest.fixture
def simpul() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command line as a user does, in a process of its own."""

    def call(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "simpul", *arguments],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            **options,  # type: ignore[call-overload]
        )

    return call


def needs(what: str, present: bool) -> None:
    """Skips a test whose part is missing; under CI it fails instead."""
    if present:
        return
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is not installed")
