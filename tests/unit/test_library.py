"""``simpul.open()``: what the command line gives, as Python values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import simpul
from simpul.errors import UnknownName, WrongUse


@pytest.fixture(scope="module")
def graph() -> simpul.PolicyGraph:
    return simpul.open()


def test_a_question_gives_rows_by_name(graph: simpul.PolicyGraph) -> None:
    rows = list(graph.ask("who-chaired-the-task-force"))
    assert rows
    assert "holder" in rows[0]


def test_an_unknown_question_offers_the_nearest(graph: simpul.PolicyGraph) -> None:
    with pytest.raises(UnknownName, match="who-chaired-the-task-force"):
        graph.ask("who-chaired-task-force")


def test_dualisms_can_be_narrowed(graph: simpul.PolicyGraph) -> None:
    some = graph.dualisms(kind="sanction")
    assert {finding.kind for finding in some} == {"sanction"}
    assert 0 < len(some) < len(graph.dualisms())


def test_rdflib_and_networkx_hold_the_same_graph(graph: simpul.PolicyGraph) -> None:
    assert len(graph.rdflib) == len({quad.triple for quad in graph.graph.quads})
    assert graph.to_networkx().number_of_nodes() > 100


def test_a_notebook_shows_tables_without_markup_of_the_data(graph: simpul.PolicyGraph) -> None:
    shown = graph.query('SELECT ("<script>" AS ?x) {}')._repr_html_()
    assert "<script>" not in shown
    findings = graph.dualisms(kind="office")._repr_html_()
    assert "Perpres 22/2021" in findings
    assert "Norm(" not in findings


def test_a_query_changes_nothing(graph: simpul.PolicyGraph) -> None:
    with pytest.raises(WrongUse):
        graph.query("DELETE WHERE { ?s ?p ?o }")


def test_own_data_takes_the_place_of_the_bundled(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "A" .')
    own = simpul.open(tmp_path / "a.ttl")
    assert len(own.query("SELECT ?l { <urn:a> rdfs:label ?l }")) == 1
    assert len(own.query("SELECT ?l { id:polri rdfs:label ?l }")) == 0


def test_a_notebook_shows_the_explorer_in_a_frame_that_cannot_reach_it() -> None:
    shown = simpul.open()._repr_html_()
    assert shown.startswith("<iframe ")
    assert 'sandbox="allow-scripts allow-downloads allow-popups"' in shown
    assert shown.count("<") == 2, "the page stands escaped inside the attribute"


def test_the_explorer_of_an_entity_is_saved_as_the_page_the_command_makes(
    graph: simpul.PolicyGraph, tmp_path: Path
) -> None:
    from click.testing import CliRunner

    from simpul.cli import cli

    saved = graph.explorer("uu-21-2007", depth=1).save(tmp_path / "a.html")
    made = ["graph", "uu-21-2007", "--depth", "1", "-o", str(tmp_path / "b.html")]
    CliRunner().invoke(cli, made, catch_exceptions=False)
    assert saved.read_bytes() == (tmp_path / "b.html").read_bytes()


def test_records_hold_every_column_as_plain_values(graph: simpul.PolicyGraph) -> None:
    query = (
        'SELECT (3 AS ?n) (2.5 AS ?d) (true AS ?b) ("2026-01-02"^^xsd:date AS ?day)'
        ' ("no day"^^xsd:date AS ?odd) (id:polri AS ?iri) ?none {}'
    )
    assert graph.query(query).records() == [
        {
            "n": 3,
            "d": Decimal("2.5"),
            "b": True,
            "day": date(2026, 1, 2),
            "odd": "no day",
            "iri": "https://w3id.org/simpul/id/polri",
            "none": None,
        }
    ]


def test_what_a_python_prompt_shows_fits_in_a_line(graph: simpul.PolicyGraph) -> None:
    shown = (
        graph,
        graph.query("SELECT ?s {}"),
        graph.dualisms(kind="office"),
        graph.explorer("polri"),
    )
    for thing in shown:
        assert repr(thing).startswith(f"<{type(thing).__name__}")
        assert len(repr(thing)) < 100


def test_a_table_prints_as_one(graph: simpul.PolicyGraph) -> None:
    lines = str(graph.query('SELECT ("one" AS ?a) (2 AS ?b) {}')).splitlines()
    assert lines[0].split() == ["a", "b"]
    assert lines[-1].split() == ["one", "2"]


def test_yes_or_no_and_triples_can_be_asked_for(graph: simpul.PolicyGraph) -> None:
    assert graph.holds("ASK { id:polri a pol:Actor }") is True
    assert graph.holds("ASK { id:polri a pol:Norm }") is False
    labels = graph.construct("CONSTRUCT { id:polri rdfs:label ?l } { id:polri rdfs:label ?l }")
    assert len(labels) == 2
    with pytest.raises(WrongUse):
        graph.construct("SELECT ?s {}")


def test_a_pair_is_explained_by_short_names(graph: simpul.PolicyGraph) -> None:
    told = graph.explain("uu-21-2007/pasal-4", "uu-18-2017/pasal-81")
    assert told.as_json()["dualism"] is True


def test_showing_a_graph_reads_no_statement_of_a_server() -> None:
    elsewhere = simpul.open(endpoint="http://127.0.0.1:9/sparql")
    assert repr(elsewhere) == "<PolicyGraph: RemoteGraph>"
