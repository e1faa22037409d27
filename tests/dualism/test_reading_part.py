"""A study that reads only part of the norms tells the same of that part."""

from simpul.engine import Graph
from simpul.findings.dualism import study
from simpul.terms import DATA


def test_norms_on_a_matter_are_enough_for_every_finding(bundled: Graph) -> None:
    part, whole = study(bundled, meeting=True), study(bundled)
    assert len(part.book.norms) < len(whole.book.norms)
    assert [f.as_json() for f in part.find()] == [f.as_json() for f in whole.find()]


def test_norms_of_named_places_are_enough_to_explain_them(bundled: Graph) -> None:
    pair = ("uu-21-2007/pasal-4", "uu-18-2017/pasal-81")
    part, whole = study(bundled, places=pair), study(bundled)
    assert {norm.provision for norm in part.book.norms.values()} == {DATA + name for name in pair}
    sides = [next(iter(part.norms(name))).iri for name in pair]
    assert part.explain(*sides) == whole.explain(*sides)


def test_a_name_that_is_no_iri_names_no_norm(bundled: Graph) -> None:
    assert not study(bundled, places=["a>b"]).book.norms
