"""Killed at any step, or out of room, a command leaves the old output or the whole new one."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simpul import resources

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

OLD = b"old\n"
TINY = """@prefix id: <https://w3id.org/simpul/id/> .
@prefix pol: <https://w3id.org/simpul/policy#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
id:polri a pol:Actor ; rdfs:label "Kepolisian"@id , "Police"@en .
id:bp2mi a pol:Actor ; rdfs:label "BP2MI"@id , "BP2MI"@en ; pol:within id:polri .
"""
ONE_FILE = ("ttl", "trig", "nt", "nq", "jsonld", "rdfxml", "graphml", "gexf", "xlsx")
ONE_FILE += ("bib", "csl", "ris", "html")

Forked = Callable[..., int]


@pytest.fixture(scope="module")
def forked() -> Iterator[Forked]:
    """The exit code of a run: whole, killed at a step, or with so many bytes of room."""
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("dying.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:

        def run(arguments: list[str], folder: Path | str, *, step: int = 0, room: int = 0) -> int:
            asked = {"arguments": arguments, "folder": str(folder), "step": step, "room": room}
            assert server.stdin and server.stdout
            server.stdin.write(json.dumps(asked) + "\n")
            server.stdin.flush()
            return int(server.stdout.readline())

        yield run
        assert server.stdin
        server.stdin.close()


def steps() -> Iterator[int]:
    """Steps to be killed at; a run that takes more than 200 does not end."""
    yield from range(1, 200)
    pytest.fail("the command never got to its end")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    (tmp_path / "tiny.ttl").write_text(TINY)
    return tmp_path / "tiny.ttl"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def strays(out: Path, *known: str) -> list[str]:
    """What stands beside the results and could be taken for one."""
    names = {path.name for path in out.iterdir()} - set(known)
    return [n for n in names if not (n.startswith(".") and n.endswith((".tmp", ".new", ".old")))]


def command(kind: str, tiny: Path, out: Path) -> list[str]:
    if kind == "graph":
        return ["graph", "--data", str(tiny), "-o", str(out / "page.html")]
    return ["export", "--data", str(tiny), "-f", kind, "-o", str(out / f"all.{kind}")]


@pytest.mark.parametrize("kind", [*ONE_FILE, "graph"])
def test_killed_at_any_step_a_file_is_the_old_or_the_new(
    kind: str, tiny: Path, out: Path, forked: Forked
) -> None:
    arguments = command(kind, tiny, out)
    path = Path(arguments[-1])
    assert forked(arguments, out) == 0
    new = path.read_bytes()
    for step in steps():
        path.write_bytes(OLD)
        code = forked(arguments, out, step=step)
        assert path.read_bytes() in (OLD, new)
        assert strays(out, path.name) == []
        if code == 0:
            break
    assert path.read_bytes() == new
    assert step > 3


@pytest.mark.parametrize("kind", [*ONE_FILE, "graph"])
def test_without_room_the_old_file_stays(kind: str, tiny: Path, out: Path, forked: Forked) -> None:
    arguments = command(kind, tiny, out)
    path = Path(arguments[-1])
    assert forked(arguments, out) == 0
    if path.stat().st_size <= 200:
        pytest.skip("so small that it fits")
    path.write_bytes(OLD)
    assert forked(arguments, out, room=200) == 5
    assert path.read_bytes() == OLD
    assert [found.name for found in out.iterdir()] == [path.name]


def files(folder: Path) -> dict[str, bytes]:
    shown = (path for path in folder.iterdir() if not path.name.startswith("."))
    return {path.name: path.read_bytes() for path in shown if path.is_file()}


def test_killed_at_any_step_each_file_of_a_csv_export_is_whole(
    tiny: Path, out: Path, forked: Forked
) -> None:
    arguments = ["export", "--data", str(tiny), "-f", "csv", "-o", str(out)]
    assert forked(arguments, out) == 0
    new = files(out)
    for step in steps():
        for name in new:
            (out / name).write_bytes(OLD)
        code = forked(arguments, out, step=step)
        assert all(content in (OLD, new[name]) for name, content in files(out).items())
        assert strays(out, *new) == []
        if code == 0:
            break
    assert files(out) == new


def test_killed_at_any_step_add_leaves_whole_tables_and_adds_the_rest_when_run_again(
    tmp_path: Path, out: Path, forked: Forked
) -> None:
    shutil.copytree(resources.bundled_data(), out, dirs_exist_ok=True)
    old, given = files(out), tmp_path / "given"
    given.mkdir()
    for name in ("places.csv", "factors.csv"):
        head, *_, last = old[name].decode().splitlines()
        (given / name).write_text(f"{head}\nzz-new,{last.partition(',')[2]}\n")
    arguments = ["add", str(given), "--write", "--data", str(out)]
    assert forked(arguments, out) == 0
    new = files(out)
    changed = {name for name in new if new[name] != old[name]}
    assert changed == {"places.csv", "factors.csv"}
    for step in steps():
        for name in changed:
            (out / name).write_bytes(old[name])
        code = forked(arguments, f"{out}/.", step=step)
        assert all(found in (old[name], new[name]) for name, found in files(out).items())
        if code == 0:
            break
        if any(files(out)[name] == new[name] for name in changed):
            assert forked(arguments, out) == 0
            assert files(out) == new
    assert files(out) == new


def content(store: Path) -> set[str]:
    from pyoxigraph import Store

    return {str(quad) for quad in Store.read_only(str(store))}


def killed_after(seconds: float, arguments: list[str]) -> bool:
    """Kills a command and all it started after a time; whether it was still at work."""
    process = subprocess.Popen(
        [sys.executable, "-m", "simpul", *arguments],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(seconds)
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


def lasting(arguments: list[str]) -> float:
    start = time.monotonic()
    subprocess.run([sys.executable, "-m", "simpul", *arguments], check=True, capture_output=True)
    return time.monotonic() - start


def test_killed_at_any_moment_a_store_is_the_old_or_the_new(
    tiny: Path, out: Path, forked: Forked
) -> None:
    old_data = tiny.with_name("old.ttl")
    old_data.write_text(TINY.replace("bp2mi", "bnp2tki"))
    store = out / "store"
    loads = [["load", "--data", str(path), "-o", str(store)] for path in (tiny, old_data)]
    lasts = lasting(loads[0])
    new = content(store)
    lasting(loads[1])
    old = content(store)
    assert new != old
    chance = random.Random(9)
    for turn in range(14):
        killed_after(lasts * chance.uniform(0.4, 1.0), loads[turn % 2])
        assert content(store) in (old, new)
        assert strays(out, "store") == []
    lasting(loads[0])
    assert content(store) == new
    assert [path.name for path in out.iterdir()] == ["store"]


def test_killed_at_any_step_of_the_move_a_store_is_there(
    tiny: Path, out: Path, forked: Forked
) -> None:
    store = out / "store"
    arguments = ["load", "--data", str(tiny), "-o", str(store)]
    for step in steps():
        lasting(arguments)
        code = forked(arguments, out, step=step)
        assert content(store)
        if code == 0:
            break


def test_a_corpus_build_killed_at_any_moment_is_taken_up_again(tmp_path: Path, root: Path) -> None:
    laws = root / "tests" / "laws" / "texts"
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    arguments = ["corpus", "build", str(laws), "--workers", "1", "-o"]
    lasts = lasting([*arguments, str(whole)])
    chance = random.Random(9)
    for _ in range(10):
        killed_after(lasts * chance.uniform(0.3, 1.0), [*arguments, str(broken)])
    lasting([*arguments, str(broken)])
    assert content(broken) == content(whole)
