"""Whole commands against bare scripts, side by side in one run.

    python tests/speed/commands.py [--rounds 7]

Prints the median and the least CPU seconds of each command, and the ratios that
simpul promises: ``--help`` within 1.5 times ``import click``; ``ask`` within 1.5
times a bare click and pyoxigraph script that parses the same triples and asks the
same question, and 15 times faster than rdflib; the worker of ``query`` adds less
than one bare start of Python. CPU time of the process and its children, so that a
busy machine tells much the same as a quiet one.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

QUESTION = "who-chaired-the-task-force"
BARE = """
import sys, click, pyoxigraph
@click.command()
@click.argument("data")
@click.argument("query")
def main(data, query):
    store = pyoxigraph.Store()
    store.bulk_load(path=data, format=pyoxigraph.RdfFormat.N_TRIPLES)
    for row in store.query(open(query).read()):
        click.echo("\\t".join(str(term) for term in row))
main()
"""
RDFLIB = """
import sys, rdflib
graph = rdflib.Graph().parse(sys.argv[1], format="nt")
for row in graph.query(open(sys.argv[2]).read()):
    print(*row, sep="\\t")
"""


def spent(command: list[str]) -> float:
    """CPU seconds of a command and all its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commands(folder: Path) -> dict[str, list[str]]:
    """Each command by name; those of programs that are not installed are left out."""
    from simpul import questions
    from simpul.engine import load
    from simpul.engine.graph import prefixed
    from simpul.views.rdf import written

    data, query = folder / "graph.nt", folder / "question.rq"
    data.write_bytes(written(load().quads, "nt"))
    query.write_text(prefixed(questions.question(QUESTION).query))
    (folder / "bare.py").write_text(BARE)
    (folder / "rdf.py").write_text(RDFLIB)
    python, simpul = sys.executable, [sys.executable, "-m", "simpul"]
    files = [str(data), str(query)]
    found = {
        "python -c pass": [python, "-c", "pass"],
        "import click": [python, "-c", "import click"],
        "simpul --help": [*simpul, "--help"],
        "bare click + pyoxigraph": [python, str(folder / "bare.py"), *files],
        f"simpul ask {QUESTION}": [*simpul, "ask", QUESTION],
        "simpul query": [*simpul, "query", f"@{query}"],
        "simpul dualism find": [*simpul, "dualism", "find"],
        "rdflib": [python, str(folder / "rdf.py"), *files],
    }
    oxigraph = shutil.which("oxigraph", path=str(Path(python).parent)) or shutil.which("oxigraph")
    if oxigraph:
        subprocess.run(
            [oxigraph, "load", "-l", str(folder / "store"), "-f", str(data)],
            check=True,
            capture_output=True,
        )
        ask = ["query", "-l", str(folder / "store"), "--query-file", str(query)]
        found["oxigraph query (on disk)"] = [oxigraph, *ask, "--results-format", "csv"]
    if roqet := shutil.which("roqet"):
        found["roqet"] = [roqet, "-q", "-D", str(data), str(query)]
    if comunica := shutil.which("comunica-sparql-file"):
        found["comunica-sparql-file"] = [comunica, str(data), "-f", str(query)]
    return found


def main() -> None:
    """Prints the table and the ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        found = commands(Path(folder))
        times: dict[str, list[float]] = {name: [] for name in found}
        for _ in range(rounds):
            for name, command in found.items():
                times[name].append(spent(command))
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    for name, taken in times.items():
        print(f"{name:<40} {middle[name]:7.3f} s  least {min(taken):7.3f} s")
    ask = middle[f"simpul ask {QUESTION}"]
    print(f"--help / import click           {middle['simpul --help'] / middle['import click']:.2f}")
    print(f"ask / bare script               {ask / middle['bare click + pyoxigraph']:.2f}")
    print(f"rdflib / ask                    {middle['rdflib'] / ask:.1f}")
    print(f"query - ask                     {middle['simpul query'] - ask:.3f} s")


if __name__ == "__main__":
    main()
