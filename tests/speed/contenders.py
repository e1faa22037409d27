"""Those the detector is measured against: each finds the groups of one made graph.

A group is a kind, a matter and a conduct, with the norms that conflict there. Every
contender runs in a process of its own and reads the graph from what ``dualism.py``
prepared; ``python tests/speed/contenders.py NAME FOLDER`` prints one line of JSON.
CPU seconds are taken when the groups are there, before they are counted and compared.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from byhand import Groups, duckdb, plain, polars, rows, stored

KINDS = ("sanction", "authority", "deontic")
"""The kinds that penalties and powers can conflict in."""
ID = "https://w3id.org/simpul/id/"

NAIVE = """{ ?conductA skos:broader* ?conductB } UNION { ?conductB skos:broader* ?conductA }
  { ?matterA skos:broader* ?matterB } UNION { ?matterB skos:broader* ?matterA }"""
KEYS = (
    "{ ?a pol:anchor ?key . ?b pol:reach ?key } "
    "UNION { ?a pol:conductAnchor ?key . ?b pol:matterAnchor ?key }"
)


class Clock:
    """CPU seconds of each step of this process, and its peak memory at the last, in kB."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}
        self.last = 0.0
        self.peak = 0

    def __call__(self, step: str) -> None:
        now = time.process_time()
        self.steps[step] = round(now - self.last, 3)
        self.last = now
        self.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def simpul(folder: Path, clock: Clock) -> tuple[Groups, dict[str, int]]:
    """What ``dualism find`` does on a large store, up to its words."""
    from simpul.engine import StoredGraph
    from simpul.findings.dualism import study

    graph = StoredGraph(folder / "store")
    clock("start")
    read = study(graph)
    clock("rows")
    found = read.find()
    clock("groups")
    return _told(found)


def simpul_file(folder: Path, clock: Clock) -> tuple[Groups, dict[str, int]]:
    """The same from the file of norms, with all that loading derives and stores."""
    from simpul.engine import load
    from simpul.findings.dualism import study

    graph = load([folder / "norms.nq"], bundled=False)
    clock("start")
    read = study(graph)
    clock("rows")
    found = read.find()
    clock("groups")
    return _told(found)


def _told(found: Iterable[Any]) -> tuple[Groups, dict[str, int]]:
    groups: Groups = defaultdict(set)
    findings = pairs = 0
    for finding in found:
        groups[finding.kind, finding.matter, finding.conduct].update(finding.norms)
        findings, pairs = findings + 1, pairs + len(finding.pairs)
    return groups, {"findings": findings, "pairs": pairs}


def rules(*, naive: bool = False) -> Iterator[tuple[str, str]]:
    """The project's rules of the three kinds; ``naive`` compares concepts without keys."""
    from simpul import resources
    from simpul.engine import prefixed

    for kind in KINDS:
        text = (resources.ontology() / "dualism" / f"{kind}.rq").read_text("utf-8")
        if naive:
            assert KEYS in text
            both = " ".join(
                f"?{x} pol:conduct ?conduct{x.upper()} ; pol:matter ?matter{x.upper()} ."
                for x in "ab"
            )
            text = text.replace(KEYS, f"{both}\n  {NAIVE}")
        yield kind, prefixed(text)


def by_rules(
    ask: Callable[[str], Iterable[tuple[str, str]]], folder: Path, clock: Clock, *, naive: bool
) -> tuple[Groups, dict[str, int]]:
    """The pairs that the rules give, put into groups outside the measured time."""
    pairs = {(kind, *sorted(pair)) for kind, text in rules(naive=naive) for pair in ask(text)}
    clock("groups")
    about = {row.norm: row for row in rows(stored(folder))}
    groups: Groups = defaultdict(set)
    for kind, a, b in pairs:
        first, second = about[a], about[b]
        matter = max(first.matter, second.matter, key=len)
        groups[kind, matter, max(first.conduct, second.conduct, key=len)] |= {a, b}
    return groups, {"pairs": len(pairs)}


def pyoxigraph_naive(folder: Path, clock: Clock) -> tuple[Groups, dict[str, int]]:
    """The rules in SPARQL without keys, in this process."""
    return _in_store(folder, clock, naive=True)


def pyoxigraph_rules(folder: Path, clock: Clock) -> tuple[Groups, dict[str, int]]:
    """The project's rules in this process."""
    return _in_store(folder, clock, naive=False)


def _in_store(folder: Path, clock: Clock, *, naive: bool) -> tuple[Groups, dict[str, int]]:
    store = stored(folder)
    clock("start")

    def ask(text: str) -> list[tuple[str, str]]:
        return [(row["a"].value, row["b"].value) for row in store.query(text)]

    return by_rules(ask, folder, clock, naive=naive)


def rdflib(folder: Path, clock: Clock) -> tuple[Groups, dict[str, int]]:
    """The project's rules on rdflib's own memory and engine."""
    from rdflib import Graph

    graph = Graph()
    graph.parse(folder / "graph.nt", format="nt")
    clock("start")

    def ask(text: str) -> list[tuple[str, str]]:
        return [(str(row[0]), str(row[1])) for row in graph.query(text)]

    return by_rules(ask, folder, clock, naive=False)


def server(folder: Path, clock: Clock) -> tuple[Groups, dict[str, int]]:
    """The project's rules at the address in the file ``url``."""
    from urllib.parse import urlencode
    from urllib.request import Request, urlopen

    from pyoxigraph import QueryResultsFormat, parse_query_results

    url = (folder / "url").read_text()
    clock("start")

    def ask(text: str) -> list[tuple[str, str]]:
        head = {"Accept": "application/sparql-results+json"}
        asked = Request(url, urlencode({"query": text}).encode(), head)
        with urlopen(asked) as answer:
            found = parse_query_results(answer.read(), format=QueryResultsFormat.JSON)
        return [(row["a"].value, row["b"].value) for row in found]

    return by_rules(ask, folder, clock, naive=False)


def checked(groups: Groups) -> dict[str, int]:
    """How many groups and members there are, and a sum that tells other ones apart."""
    total = members = 0
    for place, norms in groups.items():
        base = "\n".join(place).removeprefix(ID)
        members += len(norms)
        for norm in norms:
            total += int.from_bytes(_hash(f"{base}\n{norm}"), "little")
    return {"groups": len(groups), "members": members, "check": total % (1 << 48)}


def _hash(text: str) -> bytes:
    import zlib

    data = text.encode()
    return zlib.crc32(data).to_bytes(4, "little") + zlib.adler32(data).to_bytes(4, "little")


CONTENDERS = {
    function.__name__: function
    for function in (
        simpul,
        simpul_file,
        plain,
        polars,
        duckdb,
        pyoxigraph_rules,
        pyoxigraph_naive,
        rdflib,
        server,
    )
}


def main() -> None:
    """Runs one contender and prints what it took and what it found."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    clock = Clock()
    groups, counts = CONTENDERS[name](folder, clock)
    print(json.dumps({"steps": clock.steps, "peak": clock.peak} | counts | checked(groups)))


if __name__ == "__main__":
    main()
