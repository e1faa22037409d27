"""What one machine holds: loads and queries, in files, in a store, and in two servers.

    python tests/speed/scaling.py [NORMS ...] [--servers]

Prints, for synthetic norms (see norms.py), whole processes with their memory; with
``--servers`` also ``oxigraph serve`` and Virtuoso 7 on loopback, where installed.
Asserts nothing. ``.github/scaling.md`` cites what it printed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SIMPUL = [sys.executable, "-m", "simpul"]
NORMS = Path(__file__).with_name("norms.py")
POINT = "SELECT ?p ?o WHERE { id:norm-7 ?p ?o }"
COUNT = (
    "SELECT ?m (COUNT(*) AS ?n) WHERE { ?x pol:matter ?m } GROUP BY ?m ORDER BY DESC(?n) LIMIT 5"
)
JOIN = (
    "SELECT (COUNT(*) AS ?n) WHERE { ?x pol:matter/skos:broader ?m ; pol:conduct ?c ;"
    ' pol:inForceFrom ?d FILTER (?d < "2000-01-01"^^xsd:date) }'
)
QUERIES = {"one thing": POINT, "count of all": COUNT, "join of all": JOIN}
VIRTUOSO = Path(__file__).with_name("virtuoso.ini")


@dataclass(frozen=True, slots=True)
class Run:
    """One process and all it started: seconds by the clock, of the processors, and memory."""

    seconds: float
    cpu: float
    megabytes: float
    code: int
    said: str

    def __str__(self) -> str:
        failed = f"  exit {self.code}: {self.said}" if self.code else ""
        return f"{self.seconds:>8.2f} s {self.cpu:>8.2f} cpu s {self.megabytes:>7.0f} MB{failed}"


def measured(*arguments: str, **environment: str) -> Run:
    """A run of the command line."""
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        process = subprocess.Popen(
            [*SIMPUL, *arguments],
            stdout=subprocess.DEVNULL,
            stderr=said,
            env={**os.environ, **environment},
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
        said.seek(0)
        last = said.read().decode().strip().partition("\n")[0]
    cpu = usage.ru_utime + usage.ru_stime
    return Run(seconds, cpu, usage.ru_maxrss / 1024, process.returncode, last)


def tell(what: str, run: Run, statements: int = 0) -> None:
    rate = f" {statements / run.seconds:>9.0f} statements/s" if statements and not run.code else ""
    print(f"  {what:<34} {run}{rate}", flush=True)


def queried(*where: str, **environment: str) -> None:
    for name, text in QUERIES.items():
        tell(f"query, {name}", measured(*where, "query", "--timeout", "600", text, **environment))


def scale(norms: int, servers: bool) -> None:
    """Prints the figures of one size."""
    with tempfile.TemporaryDirectory(prefix="simpul-scaling-") as name:
        folder = Path(name)
        data, store = folder / "norms.nq", folder / "store"
        subprocess.run([sys.executable, str(NORMS), str(norms), "-o", str(data)], check=True)
        loaded = measured("load", "--data", str(data), "-o", str(store))
        statements = int(loaded.said.split()[0]) if not loaded.code else 0
        print(f"{norms} norms, {statements} statements with all that follows from them")
        print(f" files ({data.stat().st_size >> 20} MB)")
        queried("--data", str(data))
        print(" store on disk")
        tell("load -o", loaded, statements)
        size = sum(path.stat().st_size for path in store.rglob("*") if path.is_file())
        print(f"  {'size':<34} {size >> 20} MB, {size / max(statements, 1):.0f} bytes a statement")
        queried("--data", str(store))
        if servers:
            for started in (oxigraph, virtuoso):
                served(started, folder, data, statements)


def served(started: object, folder: Path, data: Path, statements: int) -> None:
    """Prints the figures of one server."""
    with started(folder) as found:  # type: ignore[operator]
        if found is None:
            return
        url, environment = found
        arguments = ("load", "--data", str(data), "--endpoint", url)
        tell("load --endpoint, and compare", measured(*arguments, **environment), statements)
        queried("--endpoint", url, **environment)


Server = tuple[str, Mapping[str, str]] | None


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """``oxigraph serve`` on an empty store."""
    beside = Path(sys.executable).with_name("oxigraph")
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    print(f" oxigraph serve{'' if program else ': not installed'}")
    here = f"127.0.0.1:{free_port()}"
    command = [program or "", "serve", "-l", str(folder / "served"), "-b", here]
    with running(command, folder, f"http://{here}/query") as url:
        yield (url, {}) if url else None


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """Virtuoso 7 on an empty database."""
    program = shutil.which("virtuoso-t")
    print(f" Virtuoso 7{'' if program else ': not installed'}")
    http, sql = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(
        VIRTUOSO.read_text("utf-8").format(http=http, sql=sql, folder=folder)
    )
    command = [program or "", "+foreground", "+configfile", "virtuoso.ini"]
    with running(command, folder, f"http://127.0.0.1:{http}/sparql") as url:
        yield (url, {"SIMPUL_USER": "dba", "SIMPUL_PASSWORD": "dba"}) if url else None


@contextmanager
def running(command: list[str], folder: Path, url: str) -> Iterator[str | None]:
    """A server from its first answer on; None if the program is missing."""
    if not command[0]:
        yield None
        return
    with (folder / "server.txt").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        while server.poll() is None and not _answers(url):
            time.sleep(0.2)
        yield url if server.poll() is None else None
    finally:
        server.terminate()
        server.wait(60)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}?query=ASK%7B%7D", timeout=5):
            return True
    except OSError:
        return False


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("norms", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--servers", action="store_true")
    given = parser.parse_args()
    for norms in given.norms:
        scale(norms, given.servers)


if __name__ == "__main__":
    main()
