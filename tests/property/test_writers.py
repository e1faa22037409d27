"""An output file is the old one or the whole new one, whatever befalls its writer."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simpul.cli.output import write_all, write_whole
from simpul.errors import CannotWrite

OLD, NEW = b"old\n", b"new\n" * 500_000
WRITER = """
import sys
from pathlib import Path
from simpul.cli.output import write_whole
print("ready", flush=True)
while True:
    write_whole(Path(sys.argv[1]), b"new\\n" * 500_000)
    write_whole(Path(sys.argv[1]), b"old\\n")
"""


@pytest.mark.parametrize("seed", range(20))
def test_kill_9_leaves_a_whole_file(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "out.ttl"
    path.write_bytes(OLD)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout and writer.stdout.readline()
        time.sleep(random.Random(seed).random() * 0.05)
        writer.send_signal(signal.SIGKILL)
    assert path.read_bytes() in (OLD, NEW)


def test_eight_writers_leave_one_whole_file(tmp_path: Path) -> None:
    path, each = tmp_path / "out.ttl", [bytes([65 + number]) * 300_000 for number in range(8)]
    code = "import sys; from pathlib import Path; from simpul.cli.output import write_whole\n"
    code += "for _ in range(20): write_whole(Path(sys.argv[1]), sys.argv[2].encode() * 300_000)"
    started = [
        subprocess.Popen([sys.executable, "-c", code, str(path), chr(65 + number)])
        for number in range(8)
    ]
    while any(writer.poll() is None for writer in started):
        assert not path.exists() or path.read_bytes() in each
    assert [writer.wait() for writer in started] == [0] * 8
    assert path.read_bytes() in each
    assert [found.name for found in tmp_path.iterdir()] == ["out.ttl"]


@pytest.mark.parametrize("call", ["open", "fsync", "replace", "chmod", "fdopen"])
def test_a_failing_call_keeps_the_old_file(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.ttl"
    path.write_bytes(OLD)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, call, full)
        with pytest.raises(CannotWrite, match="No space left"):
            write_whole(path, NEW)
    assert path.read_bytes() == OLD
    assert [found.name for found in tmp_path.iterdir()] == ["out.ttl"]


def test_several_files_are_written_together_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(OLD)
    with pytest.raises(CannotWrite):
        write_all({tmp_path / "a": NEW, tmp_path / "missing" / "b": NEW})
    assert (tmp_path / "a").read_bytes() == OLD
    assert [found.name for found in tmp_path.iterdir()] == ["a"]


def test_a_link_is_kept_and_its_target_replaced(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(OLD)
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_whole(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"x"
