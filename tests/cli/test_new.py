"""``simpul new`` makes a folder on which every command works."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from simpul.errors import WrongUse
from simpul.tables.starting import field_name

Simpul = Callable[..., subprocess.CompletedProcess[str]]

COMMANDS = {
    "ask": (),
    "ask which-rules-on-a-matter": ("Pasal 1", "Pasal 2"),
    "ask which-rules-on-a-matter -p matter=part-of-the-field": (),
    "query SELECT*{?s?p?o}LIMIT3": ("http",),
    "show contoh-n-a-1": ("id:kehutanan/whole-field",),
    "show whole-field": ("skos:Concept", "The whole field"),
    "find contoh": ("contoh-uu-a",),
    "dualism find --matter whole-field": ("sanction",),
    "dualism find": ("sanction", "OPEN"),
    "dualism explain contoh-n-a-1 contoh-n-b-2": ("difference",),
    "coverage": ("Prevention",),
    "timeline": ("Example Law A",),
    "stats": ("pol:Norm",),
    "graph -o page.html": (),
    "reference -o reference.html": (),
    "load -o store": (),
    "add --template -o book.xlsx": (),
    "check": (),
}
"""Each command, and what its answer names."""
FORMS = (
    *("ttl", "trig", "nt", "nq", "jsonld", "rdfxml"),
    *("graphml", "gexf", "xlsx", "bib", "csl", "ris", "html"),
)


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from click.testing import CliRunner

    from simpul.cli import cli

    folder = tmp_path_factory.mktemp("new") / "kehutanan"
    CliRunner().invoke(cli, ["new", str(folder)], standalone_mode=False, catch_exceptions=False)
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_works_on_a_new_folder(
    command: str, field: Path, tmp_path: Path, simpul: Simpul
) -> None:
    done = simpul("--data", str(field), "--lang", "en", *command.split(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert all(word in done.stdout for word in COMMANDS[command]), done.stdout


@pytest.mark.parametrize("form", FORMS)
def test_a_new_folder_is_exported_in_every_form(form: str, field: Path, simpul: Simpul) -> None:
    done = simpul("--data", str(field), "export", "-f", form, "-o", str(field.parent / form))
    assert done.returncode == 0, done.stderr
    assert (field.parent / form).stat().st_size


def test_a_new_folder_is_exported_as_tables(field: Path, simpul: Simpul) -> None:
    out = field.parent / "pair"
    assert simpul("--data", str(field), "export", "-f", "csv", "-o", str(out)).returncode == 0
    assert "contoh-uu-a" in (out / "nodes.csv").read_text("utf-8")


def test_a_new_folder_is_served(field: Path) -> None:
    command = [sys.executable, "-m", "simpul", "--data", str(field), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr
            url = re.search(r"http://127\.0\.0\.1:\d+", server.stderr.readline())
            assert url
            asked = quote("SELECT ?norm { ?norm a pol:Penalty }")
            with urlopen(f"{url[0]}/sparql?query={asked}", timeout=30) as answer:
                assert b"contoh-n-b-2" in answer.read()
            page = Request(f"{url[0]}/sparql", headers={"Accept": "text/html"})
            with urlopen(page, timeout=30) as answer:
                assert b"which-rules-on-a-matter" in answer.read()
        finally:
            server.terminate()


def test_a_folder_lists_its_own_questions_before_the_others(field: Path, simpul: Simpul) -> None:
    listed = json.loads(simpul("--data", str(field), "ask", "-f", "json").stdout)
    assert listed[0]["name"] == "which-rules-on-a-matter"
    assert "who-held-which-post" in {question["name"] for question in listed}


def test_its_own_question_may_not_ask_another_server(tmp_path: Path, simpul: Simpul) -> None:
    assert simpul("new", str(tmp_path / "hutan")).returncode == 0
    sly = tmp_path / "hutan" / "questions" / "sly.rq"
    sly.write_text("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    done = simpul("--data", str(tmp_path / "hutan"), "ask", "sly")
    assert done.returncode == 2
    assert "SERVICE" in done.stderr


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, simpul: Simpul) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = simpul("new", str(tmp_path))
    assert done.returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path, simpul: Simpul) -> None:
    (tmp_path / "narkotika").mkdir()
    assert simpul("new", ".", cwd=tmp_path / "narkotika").returncode == 0
    assert "id/narkotika/" in (tmp_path / "narkotika" / "concepts.ttl").read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["narkotika"]


def test_a_folder_without_examples_has_no_fault(tmp_path: Path, simpul: Simpul) -> None:
    assert simpul("new", "hutan", "--empty", cwd=tmp_path).returncode == 0
    assert "contoh" not in (tmp_path / "hutan" / "norms.csv").read_text("utf-8")
    done = simpul("check", "--data", "hutan", cwd=tmp_path)
    assert done.stderr.endswith("0 violations, 0 warnings\n"), done.stdout
    assert simpul("dualism", "find", "--data", "hutan", cwd=tmp_path).returncode == 0


def test_a_concept_and_the_rule_coded_with_it_come_in_one_workbook(
    tmp_path: Path, simpul: Simpul
) -> None:
    """The concept is offered nowhere yet, and still no fault."""
    from openpyxl import load_workbook

    simpul("new", "hutan", cwd=tmp_path)
    simpul("add", "--data", "hutan", "--template", "-o", "book.xlsx", cwd=tmp_path)
    book = load_workbook(tmp_path / "book.xlsx")
    rows = {
        "concepts": ("burning", "conduct", None, "Membakar", "Burning", "Membakar.", "Burning."),
        "norms": (
            *("n-1", "Larangan membakar", "Ban on burning", "Prohibition", "contoh-uu-a/pasal-3"),
            *("any-person", "burning", "whole-field"),
        ),
    }
    for name, cells in rows.items():
        for index, cell in enumerate(cells, 1):
            book[name].cell(3, index).value = cell
    heads = [str(cell.value).partition("\n")[0].rstrip("* ") for cell in book["norms"][1]]
    for head, cell in (("source", "contoh-sumber-a"), ("confidence", "likely")):
        book["norms"].cell(3, heads.index(head) + 1).value = cell
    book.save(tmp_path / "book.xlsx")
    done = simpul("add", "--data", "hutan", "book.xlsx", "--write", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert simpul("check", "--data", "hutan", cwd=tmp_path).returncode == 0


def test_a_failure_leaves_nothing_behind(tmp_path: Path, run, monkeypatch) -> None:
    written = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == "sources.csv":
            raise OSError(28, "No space left on device")
        return written(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    result = run("new", str(tmp_path / "hutan"))
    assert "No space left" in str(result.exception)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["tip", "---", "森"])
def test_a_name_that_cannot_be_one_is_refused(name: str) -> None:
    with pytest.raises(WrongUse):
        field_name(name)


@pytest.mark.filterwarnings("ignore")
def test_the_tables_are_valid_for_another_csvw_reader(field: Path) -> None:
    metadata = pytest.importorskip("csvw.metadata")
    group = metadata.TableGroup.from_file(field / "tables.json")
    group.check_referential_integrity()
    assert {row["id"] for row in group.tabledict["norms.csv"].iterdicts(strict=True)} == {
        "contoh-n-a-1",
        "contoh-n-b-2",
    }


def test_its_questions_are_asked_from_python_too(field: Path) -> None:
    import simpul

    rows = simpul.open(field).ask("which-rules-on-a-matter")
    assert len(rows) == 2
