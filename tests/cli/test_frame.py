"""The frame: help, languages, exit codes, errors without traceback."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from simpul.cli.frame import VERBS

Simpul = Callable[..., subprocess.CompletedProcess[str]]


def test_help_lists_every_verb_that_is_there(simpul: Simpul) -> None:
    shown = simpul("--help").stdout
    assert all(f"  {verb} " in shown for verb in VERBS)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_verb_explains_itself_with_an_example(simpul: Simpul, verb: str) -> None:
    done = simpul(verb, "--help")
    assert done.returncode == 0
    assert f"Example: simpul {verb}" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("shwo", "polri"), 2, "Did you mean show"),
        (("show", "poolri"), 2, "Did you mean polri"),
        (("ask", "who-chaired-the-taskforce"), 2, "who-chaired-the-task-force"),
        (("ask", "who-chaired-the-task-force", "-p", "date=1 July"), 2, "is a date"),
        (("query", "SELECT nothing"), 2, "not valid SPARQL"),
        (("--as-of", "July", "stats"), 2, "2023-07-01"),
        (("--data", "/nowhere", "stats"), 2, "there is no such file or folder"),
        (("check", "/nowhere.ttl"), 2, "there is no such file or folder"),
        (("check", "--source", "/nowhere.txt"), 2, "there is no such file or folder"),
        (("query", "@/nowhere.rq"), 2, "Check the name"),
        (("ask", "who-chaired"), 2, "who-chaired-the-task-force"),
        (("ask", "nothing-like-it"), 2, "simpul ask lists them"),
        (("dualism", "explain", "uu-21-2007/pasal-4"), 2, "name both"),
        (("dualism", "find", "--matter", "crew"), 2, "crew-placement-licensing"),
        (("dualism", "find", "--assume", "nonsense"), 2, "repeal X"),
        (("dualism", "find", "--between", "2026-01-02", "2025-12-31"), 2, "earlier day first"),
        (("export", "-f", "nt", "-o", "/nowhere/x.nt"), 5, "/nowhere/x.nt"),
    ],
)
def test_a_mistake_ends_in_one_clear_error(
    simpul: Simpul, arguments: tuple[str, ...], code: int, told: str
) -> None:
    done = simpul(*arguments)
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_shared_options_stand_before_and_after_the_verb(simpul: Simpul) -> None:
    before = simpul("--lang", "id", "ask").stdout
    assert before == simpul("ask", "--lang", "id").stdout
    assert before != simpul("ask", "--lang", "en").stdout


def test_debug_shows_the_traceback(simpul: Simpul) -> None:
    assert "Traceback" in simpul("--debug", "show", "poolri").stderr


def test_a_runaway_query_is_stopped(simpul: Simpul) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    done = simpul("query", "--timeout", "1", endless)
    assert (done.returncode, done.stdout) == (4, "")
    assert "no answer after 1 seconds" in done.stderr


def test_numbers_and_their_nouns_agree(simpul: Simpul) -> None:
    one = simpul("dualism", "find", "--kind", "office", "--as-of", "2023-07-01").stderr
    assert one.startswith("1 finding:")
    assert simpul("find", "zzzzqq").stderr.startswith("nothing found")


def test_a_reader_that_closes_the_pipe_is_no_finding() -> None:
    line = f"set -o pipefail; {sys.executable} -m simpul stats 2>/dev/null | head -1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("class")
