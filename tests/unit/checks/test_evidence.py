"""Locators and phrases are found where they are, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from simpul.checks import check_evidence
from simpul.checks.passages import LawPassages, PaperPassages, plain_text
from simpul.engine import EmbeddedGraph
from simpul.errors import UnreadableInput

PAPER = """# A paper about ferries

Ann Author

#### **Abstract**

Ferries sink.

#### INTRODUCTION

Boats are old. (Author, 2001) Crews are

https://example.org/journal

few and badly paid.

The second paragraph speaks of
life jackets<sup>1</sup>.

Source\tCount

Port office\t12 boats

The third paragraph ends it.
"""
OUTLINE = {"ABS": "Abstract", "INT": "Introduction"}
LAW = """UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 5 TAHUN 1999 TENTANG PERAHU
BAB I KETENTUAN UMUM
Pasal 1
Perahu adalah kapal kecil.
Pasal 2
(1) Setiap perahu wajib membawa pelampung.
(2) Pelampung diperiksa setiap tahun.
Pasal 3
Undang-Undang ini mulai berlaku pada tanggal diundangkan.
"""
GRAPH = """
@prefix pol: <https://w3id.org/simpul/policy#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix id: <https://w3id.org/simpul/id/> .
id:ferries-2001 a pol:Source ; pol:outline "ABS=Abstract" , "INT=Introduction" .
id:duty pol:evidence <https://w3id.org/simpul/id/evidence/duty> .
<https://w3id.org/simpul/id/evidence/duty> oa:hasSource id:ferries-2001 ;
  pol:locator "%s" ; pol:phrase "%s" .
"""


@pytest.fixture
def paper() -> PaperPassages:
    return PaperPassages(PAPER, OUTLINE)


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("HEAD", "Ann Author"),
        ("ABS", "Ferries sink."),
        ("INT-1", "Crews are few and badly paid"),
        ("INT-2", "life jackets."),
        ("INT-2", "Port office"),
        ("INT-3", "ends it"),
    ],
)
def test_a_paragraph_is_found_by_section_and_number(
    paper: PaperPassages, locator: str, words: str
) -> None:
    passage = paper.at(locator)
    assert passage is not None
    assert plain_text(words) in passage.text


@pytest.mark.parametrize("locator", ["INT-4", "RES-1", "INT-0", "INT-x"])
def test_a_place_that_is_not_there_is_none(paper: PaperPassages, locator: str) -> None:
    assert paper.at(locator) is None


def test_an_item_of_a_law_is_found_with_its_words() -> None:
    passage = LawPassages(LAW, "uu/1999/5.md").at("Pasal 2 ayat (1)")
    assert passage is not None and passage.exact
    assert "wajib membawa pelampung" in passage.text
    assert "setiap tahun" not in passage.text


def test_an_item_the_scan_lost_is_looked_for_around_it() -> None:
    passage = LawPassages(LAW, "uu/1999/5.md").at("Pasal 1 ayat (1)")
    assert passage is not None and not passage.exact
    assert "kapal kecil" in passage.text


def test_an_article_beyond_the_last_is_none() -> None:
    assert LawPassages(LAW, "uu/1999/5.md").at("Pasal 44") is None


def graph_of(tmp_path: Path, locator: str, phrase: str) -> EmbeddedGraph:
    from simpul.engine import load

    path = tmp_path / "data.ttl"
    path.write_text(GRAPH % (locator, phrase), "utf-8")
    return load([path], bundled=False)


@pytest.mark.parametrize(
    ("locator", "phrase", "fault"),
    [
        ("INT-2", "speaks of life jackets", None),
        ("INT-3", "speaks of life jackets", "is not in ferries-2001 INT-3"),
        ("INT-9", "", "ferries-2001 has no INT-9"),
        ("", "", "no place in ferries-2001 is named"),
        ("INT-1", "Crews are few and badly paid. The", "more than 6 words"),
    ],
)
def test_a_wrong_locator_or_phrase_is_told(
    tmp_path: Path, locator: str, phrase: str, fault: str | None
) -> None:
    text = tmp_path / "ferries-2001.txt"
    text.write_text(PAPER, "utf-8")
    found = check_evidence(graph_of(tmp_path, locator, phrase), [str(text)])
    whats = [f.what for f in found.faults]
    assert any(fault in what for what in whats) if fault else whats == [], whats


def test_a_statement_without_its_text_is_counted(tmp_path: Path) -> None:
    found = check_evidence(graph_of(tmp_path, "INT-1", ""), [])
    assert found.faults == () and sum(found.unchecked.values()) == 1


def test_a_text_of_no_source_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "other.txt"
    text.write_text("x", "utf-8")
    with pytest.raises(UnreadableInput, match="belongs to no source"):
        check_evidence(graph_of(tmp_path, "INT-1", ""), [str(text)])
