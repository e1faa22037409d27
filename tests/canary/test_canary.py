"""The guard itself: what it refuses is refused, recorded, and fails the session."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

OUTSIDE = "import socket; socket.create_connection(('192.0.2.1', 80), 1)"
INSIDE = """import socket
listening = socket.create_server(('127.0.0.1', 0))
socket.create_connection(listening.getsockname())"""
NAMED = "import socket; socket.getaddrinfo('example.org', 80)"


def run(code: str, record: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "SIMPUL_CANARY": str(record)},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


@pytest.mark.parametrize("code", [OUTSIDE, NAMED])
def test_another_machine_is_refused_and_recorded(code: str, tmp_path: Path) -> None:
    done = run(code, tmp_path / "record")
    assert "the tests may not reach" in done.stderr
    assert (tmp_path / "record").read_text().count("\n") == 1


def test_loopback_is_let_through(tmp_path: Path) -> None:
    done = run(INSIDE, tmp_path / "record")
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "record").exists()


def test_a_session_in_which_a_connection_was_tried_fails(tmp_path: Path, root: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "import socket\n\ndef test_it():\n    try:\n        socket.getaddrinfo('example.org', 80)\n"
        "    except OSError:\n        pass\n"
    )
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("SIMPUL_CANARY", "PYTEST"))}
    clean.pop("PYTHONPATH", None)
    plugins = ["-c", str(root / "pyproject.toml"), "-p", "no:cacheprovider", "--noconftest"]
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            GUARDED,
            str(root / "tests" / "conftest.py"),
            *plugins,
            str(tmp_path),
        ],
        env=clean,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "1 passed" in done.stdout
    assert "example.org" in done.stdout
    assert done.returncode == 1, done.stdout


GUARDED = """
import importlib.util, sys, pytest
spec = importlib.util.spec_from_file_location("guard", sys.argv[1])
guard = importlib.util.module_from_spec(spec)
spec.loader.exec_module(guard)
sys.exit(pytest.main(sys.argv[2:], plugins=[guard]))
"""
