"""Reference managers read every source, its authors in the order printed."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest

from simpul import resources
from simpul.engine import EmbeddedGraph
from simpul.views.references import references

MANY = "khoerunisa-2025"


@pytest.fixture(scope="module")
def authors() -> dict[str, list[str]]:
    """Family names by source, in the order of the table."""
    with (resources.bundled_data() / "sources.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["id"]: [name.partition(",")[0].strip() for name in row["authors"].split(";")]
        for row in rows
        if "," in row["authors"]
    }


@pytest.fixture(scope="module")
def items(bundled: EmbeddedGraph) -> list[dict[str, object]]:
    return json.loads(references(bundled, "csl"))


def test_csl_keeps_the_order_of_authors(items, authors) -> None:
    found = {
        item["id"]: [name.get("family") or name.get("literal") for name in item.get("author", [])]
        for item in items
    }
    assert {source: found[source] for source in authors} == authors
    assert max(map(len, authors.values())) > 3


def test_bibtexparser_finds_the_authors_in_their_order(bundled: EmbeddedGraph, authors) -> None:
    bibtexparser = pytest.importorskip("bibtexparser", minversion="2")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = bibtexparser.parse_string(references(bundled, "bib").decode())
    assert not found.failed_blocks
    printed = {entry.key: entry.get("author", "") for entry in found.entries}
    names = {
        key: [
            part.partition(",")[0].strip()
            for part in str(getattr(field, "value", field)).split(" and ")
        ]
        for key, field in printed.items()
    }
    assert {source: names[source] for source in authors} == authors


def test_rispy_finds_the_authors_in_their_order(bundled: EmbeddedGraph, authors) -> None:
    rispy = pytest.importorskip("rispy")
    found = {
        entry["id"]: [name.partition(",")[0] for name in entry.get("authors", [])]
        for entry in rispy.loads(references(bundled, "ris").decode())
    }
    assert {source: found[source] for source in authors} == authors


@pytest.mark.filterwarnings("ignore")
def test_a_csl_processor_cites_every_source(items) -> None:
    citeproc = pytest.importorskip("citeproc")
    source = pytest.importorskip("citeproc.source.json").CiteProcJSON(items)
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    shelf = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    for item in items:
        shelf.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
    shelf.sort()
    shown = [str(entry) for entry in shelf.bibliography()]
    assert len(shown) == len(items)
    assert any(re.search(r"Aniche, E\.?, Iwuoha, V\.?\s?C\.?,? and Isike", line) for line in shown)


CITE = """
const CSL = require('citeproc'), fs = require('fs');
const [file, style, locale] = process.argv.slice(2);
const items = {}; for (const item of JSON.parse(fs.readFileSync(file))) items[item.id] = item;
const engine = new CSL.Engine({
  retrieveLocale: () => fs.readFileSync(locale, 'utf8'), retrieveItem: id => items[id],
}, fs.readFileSync(style, 'utf8'));
engine.updateItems(Object.keys(items)); engine.setOutputFormat('text');
console.log(engine.makeBibliography()[1].length);
"""


def test_the_processor_of_zotero_cites_every_source(items, tmp_path: Path) -> None:
    """citeproc-js, where node finds it: ``NODE_PATH=DIR/node_modules``."""
    node = shutil.which("node")
    if not node or subprocess.run([node, "-e", "require('citeproc')"], check=False).returncode:
        pytest.skip("citeproc-js is not installed")
    data = Path(pytest.importorskip("citeproc").__file__).parent / "data"
    (tmp_path / "items.json").write_text(json.dumps(items))
    (tmp_path / "cite.js").write_text(CITE)
    style, locale = data / "styles/harvard-cite-them-right.csl", data / "locales/locales-en-GB.xml"
    done = subprocess.run(
        [node, str(tmp_path / "cite.js"), str(tmp_path / "items.json"), str(style), str(locale)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) == len(items)
