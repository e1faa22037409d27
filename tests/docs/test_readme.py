"""What README shows is what the commands print."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SESSIONS = re.findall(r"```console\n\$ simpul [^\n]+\n.*?```", README, re.DOTALL)


@pytest.fixture(scope="module")
def refresh() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "tests" / "refresh.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("session", SESSIONS, ids=lambda text: text.splitlines()[1][9:60])
def test_a_session_shows_what_the_command_prints(session: str, refresh: ModuleType) -> None:
    assert refresh.refreshed(session) == session


def test_there_are_four_sessions() -> None:
    assert len(SESSIONS) == 4


def test_the_two_commands_name_files_that_are_there() -> None:
    for name in re.findall(r"\]\(((?!http)[^)#]+)\)", README):
        assert (ROOT / name).exists(), name


@pytest.mark.parametrize(
    "name", ["tppo.ttl", "tppo.graphml", "dualism.csv", "tppo.html", "reference.html"]
)
def test_a_sample_in_exports_is_what_the_command_makes(
    name: str, refresh: ModuleType, tmp_path: Path
) -> None:
    refresh.run(*refresh.EXPORTS[name], "-o", str(tmp_path / name))
    assert (tmp_path / name).read_bytes() == (ROOT / "exports" / name).read_bytes()


def test_the_python_lines_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (lines,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(lines, "README.md", "exec"), {})
    assert (tmp_path / "uu-18-2017.html").stat().st_size > 100_000
