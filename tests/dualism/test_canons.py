"""A canon names who states it, and a side says when its text changed later."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simpul.engine import EmbeddedGraph, load
from simpul.findings.dualism import Resolution, Study, study
from simpul.findings.dualism.words import cited


@pytest.fixture(scope="module")
def read(bundled: EmbeddedGraph) -> Study:
    return study(bundled)


def steps(found: Resolution, canon: str) -> list[tuple[str, list[str]]]:
    """Outcome and places cited of each step of a canon, by short name."""
    return [
        (step.outcome, [one.place.rpartition("/id/")[2] for one in step.citations])
        for step in found.trace
        if step.canon == canon
    ]


def test_a_statute_is_cited_before_a_work_of_doctrine(read: Study) -> None:
    told = read.explain("n-pa-83-2026", "n-tppo-17-2026")
    assert steps(told.resolutions["sanction"], "specialis") == [
        ("favours", ["uu-1-2023/pasal-125/ayat-2"])
    ]


def test_doctrine_is_cited_where_no_rule_states_the_canon(read: Study) -> None:
    told = read.explain("n-tppo-4", "n-pmi-81")
    assert {
        place for _, places in steps(told.resolutions["sanction"], "posterior") for place in places
    } == {"irfani-2020"}


def test_the_rule_cited_is_the_one_in_force_on_the_day(read: Study) -> None:
    before = read.explain("n-tppo-4", "n-pmi-81", as_of="2025-12-31")
    after = read.explain("n-tppo-4-2026", "n-pmi-81-2026", as_of="2026-01-02")
    assert steps(before.resolutions["sanction"], "heaviest-penalty") == [
        ("informs", ["uu-1-1946/pasal-63/ayat-1"])
    ]
    assert steps(after.resolutions["sanction"], "heaviest-penalty") == [
        ("informs", ["uu-1-2023/pasal-125/ayat-1"])
    ]


def test_the_heaviest_penalty_is_told_of_open_sanctions_only(read: Study) -> None:
    told = {
        (finding.kind, finding.status)
        for finding in read.find()
        if steps(finding.resolution, "heaviest-penalty")
    }
    assert told == {("sanction", "open")}


def test_an_express_rule_is_its_own_citation(read: Study) -> None:
    express = [f for f in read.find() if f.resolution.canon == "express"]
    assert express
    for finding in express:
        assert all(places for _, places in steps(finding.resolution, "express"))


def test_citations_are_told_in_words_and_json(read: Study) -> None:
    told = read.explain("n-tppo-4", "n-pmi-81").resolutions["sanction"].trace[-1]
    assert "UU 1/1946 Article 63(1)" in cited(told, read.name).en
    assert told.as_json()["citations"][0]["until"] == "2026-01-02"
    told = read.explain("n-tppo-4-2026", "n-pmi-81-2026").resolutions["sanction"].trace[-1]
    assert "UU 1/2023 Article 125(1)" in cited(told, read.name).en


def sides(read: Study, norm: str, as_of: str | None = None) -> list[Any]:
    return [
        side
        for finding in read.find(as_of=as_of)
        for side in finding.sides
        if side.norm.iri.endswith(f"/{norm}")
    ]


LATER = """\
@prefix id: <https://w3id.org/simpul/id/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix pol: <https://w3id.org/simpul/policy#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
id:uu-9-2026 a pol:Statute ; eli:first_date_entry_in_force "2026-06-01"^^xsd:date ;
  eli:amends <https://w3id.org/simpul/id/uu-18-2017/pasal-81> .
"""


def test_a_later_change_makes_a_side_stale_from_its_day(tmp_path: Path) -> None:
    (tmp_path / "later.ttl").write_text(LATER, "utf-8")
    read = study(load([tmp_path / "later.ttl"]))
    changing = [act.act for side in sides(read, "n-pmi-81-2026") for act in side.changed_by]
    assert set(changing) == {"https://w3id.org/simpul/id/uu-9-2026"}
    assert not any(side.changed_by for side in sides(read, "n-pmi-81-2026", "2026-05-31"))


def test_an_act_that_names_other_articles_makes_nothing_else_stale(read: Study) -> None:
    changed = {
        act.act.rpartition("/")[2] for side in sides(read, "n-pmi-81") for act in side.changed_by
    }
    assert "uu-11-2020" not in changed


def test_a_change_that_was_looked_at_makes_nothing_stale(read: Study) -> None:
    changed = {
        act.act.rpartition("/")[2] for side in sides(read, "n-ship-33") for act in side.changed_by
    }
    assert sides(read, "n-ship-33")
    assert changed == set()


def test_a_finding_is_stale_by_its_sides(read: Study) -> None:
    for finding in read.find():
        told = {entry["norm"] for entry in finding.as_json()["stale"]}
        assert told == {side.norm.iri for side in finding.sides if side.changed_by}
        assert finding.stale == bool(told)


def test_a_finding_of_several_pairs_says_which_one_is_told(read: Study) -> None:
    for finding in read.find():
        assert (finding.told_of is None) == (len(finding.pairs) == 1)
        if finding.told_of:
            assert f"{len(finding.pairs)} pairs" in finding.told_of.en
