"""What was written is what comes back: spelling, language tags, dates, any text."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from simpul.sources import read_source
from simpul.views.rdf import FORMATS, written

TEXT = some.text(some.characters(codec="utf-8", exclude_characters="\x00\ufffe\uffff"), max_size=40)
XML_TEXT = TEXT.filter(lambda text: all(c >= " " or c in "\t\n" for c in text))
NAMES = some.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True).map(
    lambda n: NamedNode(f"urn:x:{n}")
)


def literals(text: some.SearchStrategy[str]) -> some.SearchStrategy[Literal]:
    tagged = some.builds(
        lambda t, tag: Literal(t, language=tag), text, some.sampled_from(["id", "en"])
    )
    numbers = some.sampled_from(["01", "+1", "1.50", "2023-05-10", "true"])
    kind = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    return text.map(Literal) | tagged | numbers.map(lambda n: Literal(n, datatype=kind))


def quads(text: some.SearchStrategy[str]) -> some.SearchStrategy[list[Quad]]:
    quad = some.builds(Quad, NAMES, NAMES, literals(text) | NAMES, NAMES)
    return some.lists(quad, min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(found=quads(TEXT), form=some.sampled_from(["trig", "nq"]))
def test_named_graphs_come_back_as_written(found: list[Quad], form: str) -> None:
    read = parse(written(found, form), format=RdfFormat.from_media_type(FORMATS[form]))
    assert set(read) == set(found)


@settings(max_examples=150, deadline=None)
@given(found=quads(XML_TEXT), form=some.sampled_from(["ttl", "nt"]))
def test_triples_come_back_as_written(found: list[Quad], form: str) -> None:
    read = parse(written(found, form), format=RdfFormat.from_media_type(FORMATS[form]))
    assert {quad.triple for quad in read} == {quad.triple for quad in found}


@settings(max_examples=100, deadline=None)
@given(found=quads(TEXT))
def test_the_order_of_statements_does_not_matter(found: list[Quad]) -> None:
    assert written(found, "trig") == written(reversed(found), "trig")


@pytest.mark.parametrize("value", ['"01"^^xsd:integer', '"1.50"^^xsd:decimal', '"x"@id'])
def test_spelling_survives_reading_and_writing(value: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.ttl")
        path.write_text(
            f"@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . <urn:a> <urn:b> {value} ."
        )
        assert value.partition("^^")[0] in written(read_source(path), "nt").decode()
