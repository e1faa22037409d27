"""Finding groups of conflicting norms: simpul beside other ways, in one run.

    python tests/speed/dualism.py --sizes 1000 10000 [--limit 120] [--only plain simpul]

For each size it makes norms (``norms.py``), stores them with what simpul derives, and
lets every contender (``contenders.py``) find the groups in a process of its own: CPU
seconds of the whole process (and of the server, where there is one) up to the answer,
wall time, peak memory. Groups are compared: ``same`` or ``OTHER``. It ends with the
growth of CPU time and the ratios that simpul promises. It asserts nothing.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
import norms  # noqa: E402

CHUNK = 50_000
RULED = 10_000
"""The most norms that are put into rdflib and Virtuoso."""
LOADED = 100_000
"""The most norms that are loaded from a file: their statements are all held in memory."""
MEMORY = 10
"""The most memory of a contender in GB."""
UNLIMITED = ("simpul", "simpul_file", "plain")
"""Contenders that may take as long as they take."""
NAMES = {
    "simpul": "simpul, from its store",
    "simpul_file": "simpul, from the file",
    "plain": "plain Python, by hand",
    "polars": "Polars, by hand",
    "duckdb": "DuckDB, by hand",
    "pyoxigraph_rules": "simpul's rules, pyoxigraph",
    "pyoxigraph_naive": "naive pair rule, pyoxigraph",
    "rdflib": "simpul's rules, rdflib",
    "oxigraph": "simpul's rules, oxigraph serve",
    "virtuoso": "simpul's rules, Virtuoso 7",
}
NEEDS = {"polars": "polars", "duckdb": "duckdb", "rdflib": "rdflib"}
TICK = os.sysconf("SC_CLK_TCK")
VIRTUOSO = Path(__file__).with_name("virtuoso.ini")


@dataclass(slots=True)
class Run:
    """What one contender took and found; ``note`` where it did not finish."""

    name: str
    size: int
    note: str = ""
    wall: float = 0.0
    cpu: float = 0.0
    peak: int = 0
    steps: dict[str, float] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)

    @property
    def work(self) -> float:
        """CPU seconds of reading rows and finding groups, without start and load."""
        return self.cpu - self.steps.get("start", 0.0)


def prepare(folder: Path, count: int, seed: int) -> None:
    """The file of norms, the store with what simpul derives, and its dump where asked for."""
    from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse

    from simpul import resources
    from simpul.sources import project, read_source

    store = Store(str(folder / "store"))
    ontology = [q for path in sorted(resources.ontology().glob("*.ttl")) for q in read_source(path)]
    common = list(parse("".join(norms.background(count, seed=seed)), format=RdfFormat.N_QUADS))
    with (folder / "norms.nq").open("w") as file:
        file.writelines(norms.background(count, seed=seed))
        for lines in _chunks(count, seed):
            file.write(lines)
            quads = [*ontology, *common, *parse(lines, format=RdfFormat.N_QUADS)]
            quads += project(quads)
            store.bulk_extend(Quad(q.subject, q.predicate, q.object) for q in quads)
    store.optimize()
    if count <= RULED:
        store.dump(str(folder / "graph.nt"), RdfFormat.N_TRIPLES, from_graph=DefaultGraph())


def _chunks(count: int, seed: int) -> Iterator[str]:
    """Norms in parts, since all that is derived of a million of them does not fit in memory."""
    part: list[str] = []
    for made in norms.drawn(count, seed=seed):
        part.extend(made.lines())
        if (made.index + 1) % CHUNK == 0:
            yield "".join(part)
            part = []
    yield "".join(part)


def contend(name: str, folder: Path, size: int, limit: int) -> Run:
    """One contender on one size."""
    if (needs := NEEDS.get(name)) and importlib.util.find_spec(needs) is None:
        return Run(name, size, "not here")
    if name == "simpul_file" and size > LOADED:
        return Run(name, size, f"not tried above {LOADED} norms: its statements fill the memory")
    if name in ("rdflib", "virtuoso") and size > RULED:
        return Run(name, size, f"not tried above {RULED} norms")
    if name == "oxigraph":
        return _served(name, size, limit, folder, oxigraph(folder))
    if name == "virtuoso":
        return _served(name, size, limit, folder, virtuoso(folder))
    return _alone(Run(name, size), folder, 10**6 if name in UNLIMITED else limit)


def _alone(run: Run, folder: Path, limit: int, *, contender: str = "", server: int = 0) -> Run:
    """The contender's process, stopped when it (with its server) has used up its seconds."""
    command = [sys.executable, str(HERE / "contenders.py"), contender or run.name, str(folder)]
    before, begun = _cpu_of(server), time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment()
    )
    stopped = ""
    while True:
        try:
            out, errors = process.communicate(timeout=0.5)
            break
        except subprocess.TimeoutExpired:
            spent = _cpu_of(process.pid) + _cpu_of(server) - before
            held = _peak_of(process.pid) + _peak_of(server)
            if not stopped and (spent > limit or held > MEMORY << 30):
                stopped = f"after {spent:.0f} s" + f" at {held >> 30} GB" * (spent <= limit)
                run.cpu = spent
                process.kill()
    run.wall = time.monotonic() - begun
    if stopped:
        run.note = f"stopped {stopped}"
    elif process.returncode:
        told = [told for told in errors.splitlines() if "Error" in told or "Exception" in told]
        run.note = told[-1][:90] if told else "failed"
    else:
        told = json.loads(out)
        run.steps, run.peak = told.pop("steps"), told.pop("peak") * 1024
        run.found = told
        run.cpu = sum(run.steps.values()) + _cpu_of(server) - before
    return run


def _environment() -> dict[str, str]:
    """One thread for all, so that CPU seconds compare."""
    return os.environ | {"POLARS_MAX_THREADS": "1"}


def _cpu_of(process: int) -> float:
    """User and system seconds of a running process and of its children that ended."""
    if not process:
        return 0.0
    try:
        told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, told[11:15])) / TICK


def _peak_of(process: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) * 1024
    return 0


def _served(name: str, size: int, limit: int, folder: Path, made: Any) -> Run:
    run = Run(name, size)
    try:
        with made as (process, url, load):
            (folder / "url").write_text(url)
            _alone(run, folder, limit, contender="server", server=process.pid)
            run.peak += _peak_of(process.pid)
            run.cpu += load
            run.steps["start"] = run.steps.get("start", 0.0) + load
    except FileNotFoundError:
        run.note = "not here"
    return run


@contextmanager
def oxigraph(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str, float]]:
    """``oxigraph serve-read-only`` over the prepared store."""
    at = f"127.0.0.1:{_port()}"
    command = [_program("oxigraph"), "serve-read-only", "-l", str(folder / "store"), "-b", at]
    with _running(command, folder, f"http://{at}/query") as process:
        yield process, f"http://{at}/query", _cpu_of(process.pid)


@contextmanager
def virtuoso(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str, float]]:
    """Virtuoso 7, filled over SQL with the dump of the store."""
    base = folder / "virtuoso"
    shutil.rmtree(base, ignore_errors=True)
    base.mkdir()
    http, sql = _port(), _port()
    settings = VIRTUOSO.read_text("utf-8").format(http=http, sql=sql, folder=folder)
    (base / "virtuoso.ini").write_text(settings)
    url = f"http://127.0.0.1:{http}/sparql"
    command = [_program("virtuoso-t"), "+foreground", "+configfile", "virtuoso.ini"]
    with _running(command, base, url) as process:
        graph = "https://w3id.org/simpul/id/graph/merged"
        dump = f"file_to_string_output('{folder}/graph.nt')"
        load = f"DB.DBA.TTLP_MT({dump}, '', '{graph}', 0, 1); checkpoint;"
        asked = [_program("isql-vt", "isql"), f"127.0.0.1:{sql}", "dba", "dba", f"exec={load}"]
        subprocess.run(asked, check=True, capture_output=True)
        yield process, f"{url}?default-graph-uri={graph}", _cpu_of(process.pid)


def _program(*names: str) -> str:
    here = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    for name in names:
        if found := shutil.which(name, path=here):
            return found
    raise FileNotFoundError(names[0])


def _port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def _running(command: list[str], folder: Path, url: str) -> Iterator[subprocess.Popen[bytes]]:
    with (folder / "out.txt").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        for _ in range(600):
            with suppress(OSError):
                with suppress(urllib.error.HTTPError):  # it answers, if only to complain
                    urllib.request.urlopen(f"{url}?query=ASK%7B%7D", timeout=5).close()
                break
            time.sleep(0.2)
        yield process
    finally:
        process.kill()
        process.wait()


HEAD = (
    f"{'':<33}{'start':>8}{'rows':>8}{'groups':>8}{'CPU':>9}{'wall':>8}{'peak':>9}{'a norm':>9}"
    f"{'groups':>9}{'members':>10}{'pairs':>11}"
)


def line(run: Run, truth: dict[str, int]) -> str:
    """A contender as one line of the table."""
    name = f"{NAMES[run.name]:<33}"
    if run.note:
        return f"{name}{run.note}"
    step = "".join(f"{run.steps.get(s, 0):8.2f}" for s in ("start", "rows"))
    groups = run.work - run.steps.get("rows", 0)
    same = all(run.found[key] == truth[key] for key in ("groups", "members", "check"))
    pairs = f"{run.found['pairs']:>11}" if "pairs" in run.found else f"{'-':>11}"
    return (
        f"{name}{step}{groups:8.2f}{run.cpu:9.2f}{run.wall:8.1f}{run.peak / 2**20:6.0f} MB"
        f"{run.peak / run.size / 1024:6.1f} kB{run.found['groups']:>9}{run.found['members']:>10}"
        f"{pairs}  {'same' if same else 'OTHER'}"
    )


def growth(runs: Sequence[Run]) -> Iterator[str]:
    """The exponents of CPU time in norms and confirmed members, from size to size."""
    for name in NAMES:
        done = [run for run in runs if run.name == name and not run.note]
        for less, more in pairwise(done):
            yield _exponent(less, more)
        large = [run for run in done if run.size >= 10_000]
        if len(large) > 2:
            yield _exponent(large[0], large[-1])


def _exponent(less: Run, more: Run) -> str:
    held = [run.size + run.found["members"] for run in (less, more)]
    told = [
        math.log(of(more) / of(less)) / math.log(held[1] / held[0])
        for of in (lambda run: run.work, lambda run: run.cpu)
    ]
    return (
        f"{NAMES[more.name]:<33}{less.size:>8} to {more.size:>8}: rows and groups {told[0]:.2f}, "
        f"whole process {told[1]:.2f}"
    )


def ratios(runs: Sequence[Run]) -> Iterator[str]:
    """How simpul stands to plain Python and to the rule on rdflib, at each size."""
    at = {(run.name, run.size): run for run in runs}
    for size in sorted({run.size for run in runs}):
        ours = at.get(("simpul", size))
        if ours is None or ours.note:
            continue
        for other in ("plain", "polars", "duckdb"):
            hand = at.get((other, size))
            if hand and not hand.note:
                times = f"{ours.work / hand.work:.1f} times (rows and groups)"
                yield f"{size:>8} norms: simpul / {NAMES[other]}: {times}"
        rule = at.get(("rdflib", size))
        if rule and (not rule.note or rule.note.startswith("stopped after")):
            yield from (
                f"{size:>8} norms: rule on rdflib / {NAMES[name]}: "
                f"{'more than ' if rule.note else ''}{rule.cpu / mine.cpu:.0f} times "
                "(whole process)"
                for name in ("simpul", "simpul_file")
                if (mine := at.get((name, size))) and not mine.note
            )


def measured(folder: Path, size: int, names: Sequence[str], limit: int) -> list[Run]:
    """Every contender on one size, printed as it ends."""
    runs: list[Run] = []
    truth: dict[str, int] = {}
    for name in names:
        run = contend(name, folder, size, limit)
        truth = truth or run.found
        runs.append(run)
        print(line(run, truth), flush=True)
    return runs


def main() -> None:
    """Prints the table, the exponents and the ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--limit", type=int, default=120, help="CPU seconds of a contender")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=list(NAMES))
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--folder", type=Path, help="keep what is prepared here")
    asked = parser.parse_args()
    runs: list[Run] = []
    with tempfile.TemporaryDirectory() as temporary:
        for size in asked.sizes:
            folder = (asked.folder or Path(temporary)) / f"{size}-{asked.seed}"
            print(f"\n{norms.sizes(size, seed=asked.seed)}")
            print(_prepared(folder, size, asked.seed))
            print(HEAD)
            runs += measured(folder, size, asked.only, asked.limit)
    print("\nCPU time grows with (norms + confirmed members) to the power of")
    print("\n".join(growth(runs)))
    print()
    print("\n".join(ratios(runs)))


def _prepared(folder: Path, size: int, seed: int) -> str:
    if (folder / "norms.nq").exists():
        return "prepared before"
    folder.mkdir(parents=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r}); import dualism; from pathlib import Path; "
    )
    code += f"dualism.prepare(Path({str(folder)!r}), {size}, {seed})"
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"made, derived and stored in {spent:.1f} CPU s"


if __name__ == "__main__":
    main()
