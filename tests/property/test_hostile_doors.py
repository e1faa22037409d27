"""Hostile labels through every door of the command line: what they hold stays text."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from simpul.cli import cli
from simpul.errors import WrongUse

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>'--><!--",
    "\x1b]0;owned\x07\x1b[2J",
    "\u202eevil\u2066",
    '=HYPERLINK("http://evil.example")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "{{7*7}}${7*7}[red]bold[/red]",
    "a\tb\nc\r| d |",
    "]]>&amp;&#x0;%00\\",
    "\U0001f600 e\u0301",
)
ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def data(labels: tuple[str, ...]) -> str:
    """Bodies, an instrument, an event and a source that bear the labels."""
    lines = [
        "@prefix id: <https://w3id.org/simpul/id/> .",
        "@prefix pol: <https://w3id.org/simpul/policy#> .",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
        "@prefix eli: <http://data.europa.eu/eli/ontology#> .",
        "@prefix dcterms: <http://purl.org/dc/terms/> .",
    ]
    kinds = ("Actor", "Instrument", "Event", "Source", "Measure", "Norm")
    for number, label in enumerate(labels):
        text = json.dumps(label, ensure_ascii=False)  # JSON's escapes are Turtle's too
        for kind in kinds:
            name = f"id:{kind.lower()}-{number}"
            lines.append(f"{name} a pol:{kind} ; rdfs:label {text}@id , {text}@en ;")
            lines.append(f"  dcterms:title {text} ; dcterms:creator {text} ; rdfs:comment {text} ;")
            lines.append(
                f'  pol:date "2023-0{number % 9 + 1}-01"^^xsd:date ; pol:within id:actor-0 .'
            )
    return "\n".join(lines)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    (tmp_path / "hostile.ttl").write_text(data(HOSTILE))
    return tmp_path / "hostile.ttl"


@pytest.fixture
def tame(tmp_path: Path) -> Path:
    (tmp_path / "tame.ttl").write_text(data(tuple(f"label {n}" for n in range(len(HOSTILE)))))
    return tmp_path / "tame.ttl"


def said(path: Path, *arguments: str) -> str:
    done = CliRunner().invoke(cli, ["--data", str(path), *arguments], standalone_mode=False)
    assert done.exception is None, (arguments, done.exception)
    return done.stdout


class Tags(HTMLParser):
    """Every tag with the names of its attributes, counted."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: Counter[tuple[str, ...]] = Counter()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[(tag, *(name for name, _ in attrs))] += 1


SHOWN = (
    ("show", "actor-0"),
    ("show", "actor-3"),
    ("find", "owned"),
    ("find", "evil"),
    ("timeline",),
    ("coverage",),
    ("stats",),
    ("check", "--fail-on", "none"),
    ("query", "SELECT ?l { ?s rdfs:label ?l } ORDER BY ?l"),
)


@pytest.mark.parametrize("verb", SHOWN, ids=" ".join)
def test_a_terminal_gets_no_escape(verb: tuple[str, ...], hostile: Path) -> None:
    assert not ESCAPES.search(said(hostile, *verb))


@pytest.mark.parametrize("verb", [*SHOWN[2:7], SHOWN[8]], ids=" ".join)
def test_a_page_of_rows_gets_no_tag(verb: tuple[str, ...], hostile: Path, tame: Path) -> None:
    wild = set(Tags(said(hostile, *verb, "-f", "html")).seen)
    known = {"html", "head", "meta", "title", "style", "body", "main", "h1", "p", "a"}
    known |= {
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "svg",
        "g",
        "text",
        "line",
        "rect",
        "circle",
    }
    assert {tag for tag, *_ in wild} <= known
    assert not {name for _, *names in wild for name in names if name.startswith("on")}


def test_the_drawn_page_has_the_tags_of_a_tame_one(hostile: Path, tame: Path) -> None:
    wild = Tags(said(hostile, "export", "-f", "html", "-o", "-"))
    assert wild.seen == Tags(said(tame, "export", "-f", "html", "-o", "-")).seen


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_xml_is_well_formed_and_has_the_tags_of_a_tame_one(
    form: str, hostile: Path, tame: Path
) -> None:
    trees = [ET.fromstring(said(path, "export", "-f", form, "-o", "-")) for path in (hostile, tame)]
    wild, usual = (Counter(element.tag for element in tree.iter()) for tree in trees)
    assert wild == usual


def test_rdf_xml_refuses_what_xml_cannot_hold(hostile: Path) -> None:
    arguments = ["--data", str(hostile), "export", "-f", "rdfxml", "-o", "-"]
    done = CliRunner().invoke(cli, arguments, standalone_mode=False)
    assert isinstance(done.exception, WrongUse)
    assert "U+001B" in str(done.exception)


def test_rdf_xml_gives_every_other_label_back(tmp_path: Path) -> None:
    path, out = tmp_path / "in.ttl", tmp_path / "out.rdf"
    labels = tuple(label for label in HOSTILE if "\x1b" not in label)
    path.write_text(data(labels))
    said(path, "export", "-f", "rdfxml", "-o", str(out))
    assert labels_in(out) == set(labels)


@pytest.mark.parametrize("form", ["ttl", "trig", "nt", "nq", "jsonld"])
def test_rdf_gives_every_label_back(form: str, hostile: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out.{form}"
    said(hostile, "export", "-f", form, "-o", str(out))
    assert labels_in(out) == set(HOSTILE)


def labels_in(path: Path) -> set[str]:
    query = "SELECT ?l { ?s a pol:Actor ; rdfs:label ?l }"
    found = json.loads(said(path, "query", query, "-f", "json"))
    return {row["l"]["value"] for row in found["results"]["bindings"]}


def test_csv_for_a_network_program_gives_every_label_back(hostile: Path, tmp_path: Path) -> None:
    said(hostile, "export", "-f", "csv", "-o", str(tmp_path / "out"))
    text = (tmp_path / "out" / "nodes.csv").read_bytes().decode("utf-8-sig")
    cells = {cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row}
    assert {"<script>alert(1)</script>", HOSTILE[6]} <= cells


def test_no_cell_of_a_workbook_is_a_formula(hostile: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    out = tmp_path / "out.xlsx"
    said(hostile, "export", "-f", "xlsx", "-o", str(out))
    book = load_workbook(out)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert cells
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    texts = [str(cell.value) for cell in cells if cell.value is not None]
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_an_error_that_repeats_data_has_no_escape(tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text("<urn:a> <urn:b> \x1b]0;owned\x07 .")
    command = [sys.executable, "-m", "simpul", "query", "--bare", "--data", str(path)]
    for query in ("ASK {}", "SELECT \x1b[2J", "ASK { SERVICE \x1b[2J }"):
        done = subprocess.run([*command, query], capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert not ESCAPES.search(done.stderr)
