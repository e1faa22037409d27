"""Repeals and days that no text of a corpus tells."""

from pathlib import Path

import pytest

from simpul.errors import UnreadableInput
from simpul.laws.study import Status, known_repeals, known_starts, load_status
from simpul.laws.study.status import Act

HEAD = "act,action,target,from,source,also,note_id,note_en\n"
ROW = "uu-9-2023,repeals,uu-7-2001,2023-08-08,https://a.example/1,https://b.example/2,,\n"


def table(folder: Path, rows: str) -> Path:
    path = folder / "repeals.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


def test_every_bundled_repeal_has_two_places_that_differ_or_the_text_of_the_act() -> None:
    found = list(known_repeals())
    assert len(found) > 200
    for act in found:
        places = act.places.split()
        assert len(set(places)) == len(places)
        kind, number, year = act.law.rsplit("-", 2)
        assert len(places) == 2 or f"/{kind}/{year}/{number}/" in places[0]
        assert act.day < "2027"
    assert len({(act.law, act.target) for act in found}) == len(found)


def test_a_law_annulled_by_a_court_is_gone_from_that_day(tmp_path: Path) -> None:
    rows = ROW.replace("uu-9-2023,repeals", "mk-85-puu-xi-2013,annuls")
    acts = list(known_repeals(table(tmp_path, rows)))
    status = Status([("uu-7-2001", "2001-05-04", "")], acts)
    assert status.state("uu-7-2001", "2023-08-07") == "in force"
    assert status.state("uu-7-2001", "2023-08-08") == "repealed"


def test_an_article_repealed_in_part_stays(tmp_path: Path) -> None:
    rows = ROW.replace("repeals,uu-7-2001", "repealsInPart,uu-7-2001/pasal-2")
    (act,) = known_repeals(table(tmp_path, rows))
    assert act == Act(
        "2023-08-08", "uu-9-2023", "repeals in part", "uu-7-2001/pasal-2",
        "https://a.example/1 https://b.example/2",
    )  # fmt: skip
    assert Status([("uu-7-2001", "2001-05-04", "")], [act]).state("uu-7-2001") == "amended"


@pytest.mark.parametrize(
    ("cell", "wrong", "told"),
    [
        ("uu-9-2023", "UU 9/2023", "act UU 9/2023"),
        ("repeals", "abolishes", "action abolishes"),
        ("2023-08-08", "8 Agustus 2023", "from 8 Agustus 2023"),
        ("https://b.example/2", "", "also is empty"),
        ("uu-7-2001", "uu-7-2001/Pasal 2", "target uu-7-2001/Pasal 2"),
    ],
)
def test_a_wrong_cell_is_told_with_its_row(
    tmp_path: Path, cell: str, wrong: str, told: str
) -> None:
    path = table(tmp_path, ROW + ROW.replace(cell, wrong))
    with pytest.raises(UnreadableInput) as caught:
        list(known_repeals(path))
    assert told in str(caught.value)
    assert f"{path}, line 3" in str(caught.value)


def test_the_text_of_the_act_itself_is_place_enough(tmp_path: Path) -> None:
    own = ROW.replace(
        "https://a.example/1,https://b.example/2", "https://a.example/uu/2023/9/text.md,"
    )
    (act,) = known_repeals(table(tmp_path, own))
    assert act.places == "https://a.example/uu/2023/9/text.md"
    with pytest.raises(UnreadableInput, match="also is empty"):
        list(known_repeals(table(tmp_path, own.replace("/uu/2023/9/", "/uu/2023/8/"))))


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        list(known_repeals(tmp_path / "none.csv"))


def test_a_day_the_text_lost_is_the_one_curated_for_the_law() -> None:
    """UU 1/2023 is in force from 2 January 2026 (art 624: three years after its promulgation)."""
    base = "https://w3id.org/simpul/id/"

    def select(query: str) -> list[dict[str, str]]:
        if "?signed" in query:
            return [
                {"law": f"{base}uu-1-2023"},
                {"law": f"{base}uu-7-2001", "from": "2001-05-04"},
            ]
        action = {
            "law": f"{base}uu-1-2023",
            "action": "http://data.europa.eu/eli/ontology#repeals",
            "target": f"{base}uu-7-2001",
        }
        return [action] if "?action" in query else []

    status = load_status(select, (), {**known_starts(), "uu-7-2001": "1999-01-01"})
    assert known_starts()["uu-1-2023"] == "2026-01-02"
    assert status.repealed("uu-7-2001") == "2026-01-02"
    assert status.start["uu-7-2001"] == "2001-05-04"
