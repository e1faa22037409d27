"""Network programs read what we write: GEXF by its grammar and by Sigma's library, CSV in R."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest

from simpul.engine import EmbeddedGraph
from simpul.network import network
from simpul.views.graph_files import gexf, graphml
from simpul.views.node_tables import csv_pair

GEXF = "{http://gexf.net/1.3}"
GRAMMAR = {
    "gexf": ({"version"}, set(), ["meta", "graph"]),
    "graph": (set(), {"defaultedgetype", "idtype", "mode", "timeformat"}, None),
    "attributes": ({"class"}, set(), None),
    "attribute": ({"id", "title", "type"}, set(), None),
    "nodes": (set(), {"count"}, None),
    "node": ({"id"}, {"label", "start", "end"}, None),
    "attvalues": (set(), set(), None),
    "attvalue": ({"for", "value"}, {"start", "end"}, None),
    "edges": (set(), {"count"}, None),
    "edge": ({"source", "target"}, {"id", "type", "label", "weight", "kind", "start", "end"}, None),
}
"""Of the GEXF 1.3 grammar (gexf.rnc, dynamics.rnc): attributes needed and admitted, children."""
ORDER = {"graph": ["attributes", "nodes", "edges"]}


@pytest.fixture(scope="module")
def drawn(bundled: EmbeddedGraph) -> networkx.MultiDiGraph:
    return network(bundled)


@pytest.fixture(scope="module")
def tree(drawn) -> ElementTree.Element:
    return ElementTree.fromstring(gexf(drawn))


def test_gexf_follows_the_grammar_of_its_version(tree: ElementTree.Element) -> None:
    for element in tree.iter():
        needed, admitted, _ = GRAMMAR[element.tag.removeprefix(GEXF)]
        assert needed <= set(element.attrib) <= needed | admitted, element.tag
    assert tree.get("version") == "1.3"
    assert [child.tag.removeprefix(GEXF) for child in tree[0]] == ORDER["graph"]


def test_every_edge_joins_nodes_that_are_there(tree: ElementTree.Element) -> None:
    nodes = Counter(node.get("id") for node in tree.iter(f"{GEXF}node"))
    assert set(nodes.values()) == {1}
    ends = {edge.get(end) for edge in tree.iter(f"{GEXF}edge") for end in ("source", "target")}
    assert ends <= set(nodes)


def test_the_timeline_has_days_in_order(tree: ElementTree.Element) -> None:
    """Gephi needs mode and format, and an interval that does not end before it starts."""
    graph = tree[0]
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    dated = [node for node in tree.iter(f"{GEXF}node") if node.get("start")]
    assert len(dated) > 100
    for node in dated:
        first = date.fromisoformat(node.get("start", ""))
        assert first <= date.fromisoformat(node.get("end", "9999-12-31"))


def test_parallel_edges_differ_in_their_kind(tree: ElementTree.Element) -> None:
    pairs = Counter((e.get("source"), e.get("target")) for e in tree.iter(f"{GEXF}edge"))
    kinds = Counter(
        (e.get("source"), e.get("target"), e.get("kind")) for e in tree.iter(f"{GEXF}edge")
    )
    assert max(pairs.values()) > 1
    assert set(kinds.values()) == {1}


READ = """
const {MultiDirectedGraph} = require('graphology');
const {parse} = require('graphology-gexf');
const graph = parse(MultiDirectedGraph, require('fs').readFileSync(process.argv[2], 'utf8'));
console.log(JSON.stringify({
  nodes: graph.order, edges: graph.size, multi: graph.multi,
  labels: graph.mapNodes((id, known) => known.label_id), kinds: graph.mapEdges((e, k) => k.kind),
}));
"""


def test_graphology_reads_gexf_with_parallel_edges(drawn, tmp_path: Path) -> None:
    """The library behind Sigma, where node finds it: ``NODE_PATH=DIR/node_modules``."""
    node = shutil.which("node")
    found = node and subprocess.run([node, "-e", "require('graphology-gexf')"], check=False)
    if not node or not found or found.returncode:
        pytest.skip("graphology-gexf is not installed")
    (tmp_path / "g.gexf").write_bytes(gexf(drawn))
    (tmp_path / "read.js").write_text(READ)
    command = [node, str(tmp_path / "read.js"), str(tmp_path / "g.gexf")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    read = json.loads(done.stdout)
    assert (read["nodes"], read["edges"]) == (drawn.number_of_nodes(), drawn.number_of_edges())
    assert read["multi"]
    assert Counter(read["labels"]) == Counter(k["label_id"] for _, k in drawn.nodes(data=True))
    assert Counter(read["kinds"]) == Counter(key for _, _, key in drawn.edges(keys=True))


IN_R = """
folder <- commandArgs(trailingOnly = TRUE)[1]
nodes <- read.csv(file.path(folder, "nodes.csv"), encoding = "UTF-8")
edges <- read.csv(file.path(folder, "edges.csv"), encoding = "UTF-8")
cat(nrow(nodes), nrow(edges), all(edges$Source %in% nodes$Id), all(edges$Target %in% nodes$Id))
cat("", sum(!is.na(as.Date(nodes$Start, optional = TRUE))), paste(names(edges), collapse = ","))
cat("", nodes$Label_id[nodes$Id == "https://w3id.org/simpul/id/uu-21-2007"])
"""


def test_r_reads_the_csv_pair(drawn, tmp_path: Path) -> None:
    rscript = shutil.which("Rscript")
    if not rscript:
        pytest.skip("R is not installed")
    for name, content in csv_pair(drawn).items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "read.R").write_text(IN_R)
    done = subprocess.run(
        [rscript, "--vanilla", str(tmp_path / "read.R"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    dated = sum(bool(known.get("start")) for _, known in drawn.nodes(data=True))
    counts = f"{drawn.number_of_nodes()} {drawn.number_of_edges()} TRUE TRUE {dated} "
    assert done.stdout.startswith(counts + "Source,Target,Type,Label,Predicate ")
    assert done.stdout.endswith(drawn.nodes["https://w3id.org/simpul/id/uu-21-2007"]["label_id"])


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_no_fault_in_the_data_package(drawn, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    for name, content in csv_pair(drawn).items():
        (tmp_path / name).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]
    assert [task.stats["rows"] for task in report.tasks] == [
        drawn.number_of_nodes(),
        drawn.number_of_edges(),
    ]


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_an_edge_to_nowhere(drawn, tmp_path: Path) -> None:
    """The package says enough for its reader to notice a damaged table."""
    frictionless = pytest.importorskip("frictionless")
    files = csv_pair(drawn)
    lonely = files["edges.csv"] + b"urn:a,urn:b,Directed,x,urn:x\n"
    for name, content in {**files, "edges.csv": lonely}.items():
        (tmp_path / name).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert not report.valid


def test_graphml_keeps_days_and_both_labels(drawn, tmp_path: Path) -> None:
    (tmp_path / "g.graphml").write_bytes(graphml(drawn))
    read = networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    for iri, known in drawn.nodes(data=True):
        kept = {name: known[name] for name in ("label_id", "label_en", "start") if name in known}
        assert kept.items() <= read.nodes[iri].items()


def test_the_csv_pair_is_exact(drawn) -> None:
    """No cell is escaped for a spreadsheet; that is what XLSX is for."""
    text = csv_pair(drawn)["nodes.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["Id"]: row["Label_en"] for row in rows} == dict(drawn.nodes(data="label_en"))
    assert not re.search("\r", text)
