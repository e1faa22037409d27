"""Runs the tests in an environment of their own: ``python3 tests [PYTEST ARGUMENTS]``.

Makes ``.venv-tests`` beside pyproject.toml the first time and whenever the locked
versions change, then hands over to pytest. Browser tests need Debian's chromium
and server tests need virtuoso; where a part is missing they are skipped and
counted, and with CI set in the environment they fail instead.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv-tests"
STAMP = HOME / "made-from"


def main() -> int:
    """The exit code of pytest in the environment of the tests."""
    wanted = hashlib.sha256(
        b"".join((ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt"))
    ).hexdigest()
    if not STAMP.exists() or STAMP.read_text() != wanted:
        make()
        STAMP.write_text(wanted)
    arguments = sys.argv[1:] or ["-n", str(os.cpu_count() or 2)]
    return subprocess.call([python(), "-m", "pytest", *arguments], cwd=ROOT)


def make() -> None:
    """A fresh environment with simpul and all the tests use, in locked versions."""
    print("making the environment of the tests ...", flush=True)
    venv.create(HOME, clear=True, with_pip=True)
    pip = [python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.check_call([*pip, "pip>=25.1"], cwd=ROOT)
    subprocess.check_call([*pip, "-c", "constraints.txt", "--group", "dev", "-e", "."], cwd=ROOT)


def python() -> str:
    """The interpreter of that environment."""
    return str(HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


if __name__ == "__main__":
    sys.exit(main())
