"""How a query is answered: the engine's own plan where it can be had, else the algebra.

pyoxigraph shows no plan; the program ``oxigraph`` (on PyPI) of the same engine does.
Where it is installed it runs the query on the same data and says what each step gave.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from simpul.engine.admission import admit, asks_service
from simpul.engine.algebra import algebra, short
from simpul.engine.embedded import run
from simpul.engine.graph import Graph, prefixed
from simpul.engine.stored import StoredGraph
from simpul.errors import LimitReached

__all__ = ["explained"]

_PROGRAM = "oxigraph"
_MADE = re.compile(r"\?([0-9a-f]{31,32})\b")


def explained(
    query: str, graph: Graph | None, *, base: str | None = None, seconds: float = 60.0
) -> str:
    """How a query is answered; without a graph, its algebra, and nothing is asked."""
    if graph is not None:
        admit(query, graph, base=base)
    triples = _makes_triples(query, base)
    if graph is not None:
        plan = _plan(query, graph, base, seconds, "nt" if triples else "json")
        if plan:
            return plan
    lines = algebra(query, base=base, count=lambda pattern: _count(pattern, graph))
    head = "The algebra of the query; the engine chooses its own order of joins."
    if graph is not None:
        head += "\nIn brackets: how often the pattern alone is matched."
        head += f"\nThe engine's own plan is shown where the program {_PROGRAM} is installed."
    return "\n".join([head, "", *lines, ""])


def _count(pattern: str, graph: Graph | None) -> int | None:
    if graph is None:
        return None
    rows = graph.select(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}").rows
    return int(str(rows[0][0]))


def _plan(query: str, graph: Graph, base: str | None, seconds: float, form: str) -> str:
    """The plan as Oxigraph ran it, or an empty text where it cannot be had."""
    program = shutil.which(_PROGRAM, path=Path(sys.executable).parent) or shutil.which(_PROGRAM)
    store = getattr(graph, "store", None)
    if program is None or store is None:
        return ""
    with tempfile.TemporaryDirectory(prefix="simpul-") as folder:
        here = graph.path if isinstance(graph, StoredGraph) else _copied(store, Path(folder))
        command = [program, "query", "--location", str(here), "--query", prefixed(query)]
        command += ["--results-file", str(Path(folder, "answer")), "--stats"]
        command += ["--explain-file", str(Path(folder, "plan.json"))]
        command += ["--results-format", form]
        command += ["--query-base", base] if base else []
        try:
            done = subprocess.run(command, capture_output=True, timeout=seconds, check=False)
        except subprocess.TimeoutExpired as error:
            raise LimitReached(
                f"no plan after {seconds:g} seconds; the query is run for it",
                todo="Raise --timeout.",
            ) from error
        if done.returncode:
            return ""
        found = json.loads(Path(folder, "plan.json").read_text("utf-8"))
    head = (
        "The plan of Oxigraph as it ran: solutions and milliseconds of each step, parts below it."
    )
    return "\n".join([head, "", *_steps(found["plan"], 0, {}), ""])


def _copied(store: Any, folder: Path) -> Path:
    from pyoxigraph import Store

    made = Store(str(folder / "store"))
    made.bulk_extend(store)
    made.flush()
    return folder / "store"


def _makes_triples(query: str, base: str | None) -> bool:
    """Whether a query gives triples; errors in it are told with line and column.

    It is put to an empty store. What asks another server is not put to any.
    """
    from pyoxigraph import QueryTriples, Store

    return not asks_service(query) and isinstance(run(Store(), query, base=base), QueryTriples)


def _steps(step: dict[str, Any], depth: int, names: dict[str, str]) -> Iterator[str]:
    """One step a line; the names Oxigraph makes up are numbered."""

    def numbered(hit: re.Match[str]) -> str:
        return names.setdefault(hit[1], f"?made{len(names) + 1}")

    name = _MADE.sub(numbered, short(step["name"]))
    milliseconds = 1000 * step.get("duration in seconds", 0.0)
    yield f"{step.get('number of results', 0):>9} {milliseconds:>9.1f}  {'  ' * depth}{name}"
    for part in step.get("children", ()):
        yield from _steps(part, depth + 1, names)
