"""One test asked in two ways: of the command, as a user runs it, and of the engine alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from answers import Answer, answered, read_answer
from manifests import Case
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

__all__ = ["Outcome", "by_command", "by_engine", "by_process"]

_FORMS = {".srx": "xml", ".srj": "json", ".csv": "csv", ".tsv": "tsv"}
_ENDINGS = {"xml": ".srx", "json": ".srj", "csv": ".csv", "tsv": ".tsv", "ttl": ".ttl"}
_MEDIA = {
    ".ttl": RdfFormat.TURTLE,
    ".n3": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".rdf": RdfFormat.RDF_XML,
    ".trig": RdfFormat.TRIG,
}

_QUIET = re.compile(r"<[^<>\s]*>|#[^\n]*|\"[^\"\n]*\"")
_MAKES_TRIPLES = re.compile(r"(?<![\w:?$])(CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer, or why there is none; ``fault`` if the query was told to be no SPARQL."""

    answer: Answer | None = None
    fault: bool = False
    said: str = ""


def by_engine(case: Case) -> Outcome:
    """What pyoxigraph's Store answers, with nothing of simpul's in between."""
    store = Store()
    try:
        for path in case.data:
            _load(store, path, path.as_uri(), DefaultGraph())
        for name, path in case.named:
            store.add_graph(NamedNode(name))
            if path.exists():
                _load(store, path, name, NamedNode(name))
        found = store.query(case.text, base_iri=case.base)
        return Outcome(answered(found) if case.kind == "evaluation" else Answer())
    except SyntaxError as error:
        return Outcome(fault=True, said=str(error.msg))
    except (ValueError, OSError, RuntimeError) as error:
        return Outcome(said=str(error))


def by_command(case: Case) -> Outcome:
    """What ``simpul query`` answers: ``main`` in a fork, its worker process and all."""
    with tempfile.TemporaryDirectory() as folder:
        return _read(case, *_forked(_arguments(case, Path(folder)), Path(folder)))


def by_process(case: Case) -> Outcome:
    """The same in a Python of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "simpul", *_arguments(case, Path(folder))]
        done = subprocess.run(command, capture_output=True, check=False, timeout=120)
        return _read(case, done.returncode, done.stdout, done.stderr.decode())


def _load(store: Store, path: Path, base: str, graph: DefaultGraph | NamedNode) -> None:
    form = _MEDIA[path.suffix]
    store.bulk_load(path.read_bytes(), format=form, base_iri=base, to_graph=graph)


def _form(case: Case) -> str:
    ending = case.result.suffix if case.result else ""
    if ending in _FORMS:
        return _FORMS[ending]
    return "ttl" if _MAKES_TRIPLES.search(_QUIET.sub(" ", case.text)) else "json"


def _arguments(case: Case, folder: Path) -> list[str]:
    arguments = ["query", "--bare", "--timeout", "30", "--base", case.base, "-f", _form(case)]
    for path in case.data:
        arguments += ["--data", str(_known(path, folder))]
    for name, path in case.named:
        arguments += ["--graph", f"{name}={_known(path, folder)}"]
    return [*arguments, f"@{case.query}"]


def _known(path: Path, folder: Path) -> Path:
    """The file under an ending simpul knows; an empty one where the suite has none."""
    if path.exists() and path.suffix != ".n3":
        return path
    made = folder / f"{path.stem}.ttl"
    made.write_bytes(path.read_bytes() if path.exists() else b"")
    return made


def _forked(arguments: list[str], folder: Path) -> tuple[int, bytes, str]:
    child = os.fork()
    if child == 0:
        _become(arguments, folder)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return code, (folder / "out").read_bytes(), (folder / "err").read_text("utf-8")


def _become(arguments: list[str], folder: Path) -> None:
    from simpul.cli import main

    code = 70
    try:
        for name, number in (("out", 1), ("err", 2)):
            os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT), number)
        sys.argv = ["simpul", *arguments]
        main()
    except SystemExit as end:
        code = int(end.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _read(case: Case, code: int, out: bytes, said: str) -> Outcome:
    if code == 0:
        ending = _ENDINGS[_form(case)]
        return Outcome(read_answer(out, ending) if case.kind == "evaluation" else Answer())
    return Outcome(fault="not valid SPARQL" in said, said=said.strip().partition("\n")[0])
