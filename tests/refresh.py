"""Rebuilds what the tests compare: ``python3 tests/refresh.py``, then read the diff.

README sessions, expected rows of the questions and the samples in exports/ are
made by the commands themselves; a change in them is a change somebody must mean.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ROOT / "tests" / "questions" / "expected"
SESSION = re.compile(r"(```console\n\$ (simpul [^\n]+)\n)(.*?)(```)", re.DOTALL)
EXPORTS = {
    "tppo.ttl": ("export", "-f", "ttl"),
    "tppo.graphml": ("export", "-f", "graphml"),
    "dualism.csv": ("dualism", "find"),
    "tppo.html": ("graph", "--layer", "all"),
    "reference.html": ("reference",),
}


def run(*arguments: str) -> str:
    """What a command prints on stdout, on a terminal of 100 columns, in English."""
    environment = {**os.environ, "COLUMNS": "100", "SIMPUL_LANG": "en", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "simpul", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=environment,
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"simpul {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def refreshed(text: str) -> str:
    """A page with the output of each session replaced by what the command prints now."""

    def session(hit: re.Match[str]) -> str:
        return hit[1] + run(*shlex.split(hit[2])[1:]) + hit[4]

    return SESSION.sub(session, text)


def main() -> None:
    """Writes all of it anew."""
    readme = ROOT / "README.md"
    readme.write_text(refreshed(readme.read_text("utf-8")), "utf-8")
    QUESTIONS.mkdir(exist_ok=True)
    for path in sorted((ROOT / "ontology" / "questions").glob("*.rq")):
        run("ask", path.stem, "-o", str(QUESTIONS / f"{path.stem}.csv"))
    for name, arguments in EXPORTS.items():
        run(*arguments, "-o", str(ROOT / "exports" / name))


if __name__ == "__main__":
    main()
