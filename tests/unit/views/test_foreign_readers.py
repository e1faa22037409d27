"""What we export is read by the programs it is meant for, and nothing is lost."""

from __future__ import annotations

import csv
import io
import json
import warnings
from collections import Counter
from pathlib import Path

import networkx
import pytest
from openpyxl import load_workbook
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from simpul.engine import EmbeddedGraph
from simpul.network import network
from simpul.views.graph_files import gexf, graphml
from simpul.views.node_tables import csv_pair, workbook
from simpul.views.rdf import FORMATS, written
from simpul.views.references import references

HOSTILE = "=HYPERLINK(\"x\")\x07 <b>&amp;</b> ]]> \u202e \U0001f600 'quoted'"


@pytest.fixture(scope="session")
def drawn(bundled: EmbeddedGraph) -> networkx.MultiDiGraph:
    return network(bundled)


@pytest.fixture
def hostile() -> networkx.MultiDiGraph:
    graph = networkx.MultiDiGraph()
    names = {"label_id": HOSTILE, "label_en": HOSTILE, "kind": "actor"}
    graph.add_node("urn:a", **names, start="2020-01-01", end="2021-01-01")
    graph.add_node("urn:b", **names)
    graph.add_edge("urn:a", "urn:b", key="urn:p", predicate="p")
    graph.add_edge("urn:a", "urn:b", key="urn:q", predicate="q")
    return graph


def counts(graph: networkx.MultiDiGraph) -> tuple[int, int]:
    return graph.number_of_nodes(), graph.number_of_edges()


def test_networkx_reads_graphml_with_all_parallel_edges(drawn, tmp_path: Path) -> None:
    (tmp_path / "g.graphml").write_bytes(graphml(drawn))
    assert counts(networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)) == counts(
        drawn
    )


def test_igraph_reads_graphml(drawn, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    (tmp_path / "g.graphml").write_bytes(graphml(drawn))
    read = igraph.Graph.Read_GraphML(str(tmp_path / "g.graphml"))
    assert (read.vcount(), read.ecount()) == counts(drawn)
    assert set(read.vs["label_id"]) == {names["label_id"] for _, names in drawn.nodes(data=True)}


def test_networkx_reads_gexf_with_days(drawn, tmp_path: Path) -> None:
    (tmp_path / "g.gexf").write_bytes(gexf(drawn))
    networkx.readwrite.gexf.GEXF.versions["1.3"] = {
        "NS_GEXF": "http://gexf.net/1.3",
        "NS_VIZ": "http://gexf.net/1.3/viz",
        "NS_XSI": "http://www.w3.org/2001/XMLSchema-instance",
        "SCHEMALOCATION": "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd",
        "VERSION": "1.3",
    }
    read = networkx.read_gexf(tmp_path / "g.gexf", version="1.3")
    assert counts(read) == counts(drawn)
    started = {iri for iri, known in drawn.nodes(data=True) if known.get("start")}
    assert {iri for iri, known in read.nodes(data=True) if known.get("start")} == started


@pytest.mark.parametrize("writer", [graphml, gexf])
def test_hostile_labels_stay_well_formed(writer, hostile, tmp_path: Path) -> None:
    from xml.etree import ElementTree

    ElementTree.fromstring(writer(hostile))


def test_a_gexf_interval_ends_on_the_last_day_in_force(hostile) -> None:
    assert b'start="2020-01-01" end="2020-12-31"' in gexf(hostile)


def test_the_csv_pair_has_one_row_a_node_and_an_edge(drawn) -> None:
    files = csv_pair(drawn)
    rows = {name: list(csv.reader(io.StringIO(body.decode()))) for name, body in files.items()}
    assert (len(rows["nodes.csv"]) - 1, len(rows["edges.csv"]) - 1) == counts(drawn)
    assert rows["edges.csv"][0][:2] == ["Source", "Target"]


def test_no_cell_of_the_workbook_is_a_formula(hostile) -> None:
    book = load_workbook(io.BytesIO(workbook(hostile)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}


def test_a_workbook_has_equal_bytes_for_an_equal_graph(hostile) -> None:
    assert workbook(hostile) == workbook(hostile)


def canonical(quads) -> Counter[str]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return Counter(str(quad) for quad in dataset)


@pytest.mark.parametrize("form", FORMATS)
def test_oxigraph_reads_what_was_written(form: str, bundled: EmbeddedGraph) -> None:
    from simpul.engine.embedded import merged

    kind = RdfFormat.from_media_type(FORMATS[form])
    read = list(parse(written(bundled.quads, form), format=kind))
    wanted = bundled.quads if form in ("trig", "nq", "jsonld") else merged(bundled.quads)
    assert canonical(read) == canonical(wanted)


def test_rdflib_reads_the_turtle(bundled: EmbeddedGraph) -> None:
    import rdflib

    small = [quad for quad in bundled.quads if "polri" in str(quad.subject)]
    graph = rdflib.Graph().parse(data=written(small, "ttl"), format="turtle")
    assert len(graph) == len({quad.triple for quad in small})


def test_bibtexparser_reads_every_source(bundled: EmbeddedGraph) -> None:
    parser = pytest.importorskip("bibtexparser")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = references(bundled, "bib").decode()
        found = parser.parse_string(text) if hasattr(parser, "parse_string") else parser.loads(text)
    assert len(found.entries) == text.count("\n@") + 1
    assert not getattr(found, "failed_blocks", [])


def test_rispy_reads_every_source(bundled: EmbeddedGraph) -> None:
    rispy = pytest.importorskip("rispy")
    text = references(bundled, "ris").decode()
    assert len(rispy.loads(text)) == text.count("TY  - ")


def test_csl_items_have_what_a_processor_needs(bundled: EmbeddedGraph) -> None:
    items = json.loads(references(bundled, "csl"))
    assert all(item["id"] and item["type"] and item["title"] for item in items)
    assert len(items) == len(bundled.select("SELECT DISTINCT ?s { ?s a pol:Source }"))
