from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simpul.laws import study
from simpul.laws.corpus import build
from simpul.laws.study import Status
from simpul.laws.study.status import Act

Select = Callable[[str], Iterator[dict[str, str]]]


@pytest.fixture(scope="module")
def select(tmp_path_factory: pytest.TempPathFactory, texts: Path) -> Select:
    from simpul.engine import StoredGraph

    store = tmp_path_factory.mktemp("corpus") / "s"
    build(texts, store, workers=1)
    graph = StoredGraph(store)

    def ask(query: str) -> Iterator[dict[str, str]]:
        for row in graph.select(query):
            yield {name: str(getattr(term, "value", term)) for name, term in row.items()}

    return ask


def test_an_amended_article_is_amended_from_the_day_of_the_change(select: Select) -> None:
    status = study.load_status(select)
    assert status.state("uu-7-2001/pasal-3", "2009-06-01") == "in force"
    assert status.state("uu-7-2001/pasal-3", "2009-06-02") == "amended"
    assert status.state("uu-7-2001/pasal-7", "2010-01-01") == "repealed"


def test_a_law_outside_the_corpus_is_unknown_unless_it_was_repealed(select: Select) -> None:
    status = study.load_status(select)
    assert status.state("uu-99-1999") == "unknown"
    assert status.state("uu-2-1970") == "repealed"


def test_an_article_has_its_wordings_in_order(select: Select) -> None:
    found = study.versions(select, study.load_status(select), "uu-7-2001/pasal-3")
    assert [one.law for one in found] == ["uu-7-2001", "uu-3-2009"]
    assert "di atas pasar" in found[0].words
    assert "(1) Setiap orang dilarang" in found[1].words


def test_a_promised_regulation_nobody_made_is_listed(select: Select) -> None:
    found = list(study.promised(select, study.load_status(select)))
    assert [(one.law, one.provision, one.found) for one in found] == [
        ("uu-7-2001", "uu-7-2001/pasal-2", "none")
    ]


def test_the_scope_of_a_phrase_begins_with_the_law_that_has_it_in_its_title(select: Select) -> None:
    found = study.scope(select, study.load_status(select), ["layang-layang"])
    assert found[0].titled
    assert {one.law for one in found} == {"uu-7-2001", "uu-3-2009"}


def test_a_later_repeal_of_the_repeal_does_not_revive() -> None:
    acts = [Act("1970-01-01", "uu-2-1970", "repeals", "uu-1-1960"),
            Act("1980-01-01", "uu-3-1980", "repeals", "uu-2-1970")]  # fmt: skip
    status = Status([("uu-1-1960", "1960-01-01", ""), ("uu-2-1970", "1970-01-01", "")], acts)
    assert status.repealed("uu-1-1960") == "1970-01-01"
    assert status.repealed("uu-1-1960", "1969-12-31") is None


def rows(**columns: list[str]) -> list[dict[str, str]]:
    return [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]


def test_two_meanings_of_one_term_are_a_candidate() -> None:
    base = "https://w3id.org/simpul/id/"
    found = rows(
        provision=[base + "uu-1-2000/pasal-1/angka-1", base + "uu-2-2001/pasal-1/angka-1"],
        term=["Anak", "Anak"],
        meaning=["seseorang yang belum berusia 18 tahun", "seseorang yang belum berusia 21 tahun"],
        threshold=["18", "21"],
    )
    (pair,) = study.definition_candidates(lambda query: found, Status([], []))
    assert pair.kind == "conflicting threshold"


def test_the_minister_of_a_law_is_no_candidate() -> None:
    base = "https://w3id.org/simpul/id/"
    found = rows(
        provision=[base + "uu-1-2000/pasal-1/angka-1", base + "uu-2-2001/pasal-1/angka-1"],
        term=["Menteri", "Menteri"],
        meaning=["menteri yang membidangi angin", "menteri yang membidangi air"],
    )
    assert study.definition_candidates(lambda query: found, Status([], [])) == []


def test_an_amendment_is_no_dualism_with_the_law_it_amends() -> None:
    base = "https://w3id.org/simpul/id/"
    found = rows(
        provision=[base + "uu-1-2000/pasal-1/angka-1", base + "uu-2-2001/pasal-i/pasal-1/angka-1"],
        term=["Tali", "Tali"],
        meaning=["benda panjang dari serat", "benda panjang dari serat atau plastik"],
    )
    status = Status([], [Act("2001-01-01", "uu-2-2001", "amends", "uu-1-2000")])
    assert study.definition_candidates(lambda query: found, status) == []


def test_new_text_for_a_law_falls_with_that_law() -> None:
    acts = [Act("2001-01-01", "uu-2-2001", "amends", "uu-1-1990"),
            Act("2010-01-01", "uu-3-2010", "repeals", "uu-1-1990")]  # fmt: skip
    laws = [(f"uu-{n}", day, "") for n, day in (("1-1990", "1990-01-01"), ("2-2001", "2001-01-01"))]
    status = Status(laws, acts)
    assert status.repealed("uu-2-2001/pasal-i/pasal-5") == "2010-01-01"
    assert status.repealed("uu-2-2001/pasal-i/pasal-5", "2009-01-01") is None
    assert status.repealed("uu-2-2001/pasal-ii") is None
