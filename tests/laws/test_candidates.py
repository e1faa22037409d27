"""What the lists of candidates hold, and what they leave out."""

from collections.abc import Callable, Iterable

import pytest

from simpul.laws.study import definition_candidates, licence_candidates, penalty_candidates
from simpul.laws.study.kinship import Kinship, subject_words
from simpul.laws.study.licences import licence_object
from simpul.laws.study.offices import office_of, told_apart
from simpul.laws.study.reservations import yielding
from simpul.laws.study.status import Act, Status

Rows = list[dict[str, str]]
Select = Callable[[str], Iterable[dict[str, str]]]

BASE = "https://w3id.org/simpul/id/"


def status_of(titles: dict[str, str], bases: dict[str, set[str]] | None = None) -> Status:
    status = Status([(name, f"{name[-4:]}-01-01", "") for name in titles], [])
    status.titles, status.bases = titles, bases or {}
    return status


def definitions(*meanings: tuple[str, str, str]) -> Select:
    rows = [
        {"provision": f"{BASE}{law}/pasal-1/angka-1", "term": term, "meaning": meaning}
        for law, term, meaning in meanings
    ]
    return lambda query: rows


def licences(rows: Rows, ministers: Rows) -> Select:
    return lambda query: ministers if "pol:Definition" in query else rows


def licence(law: str, name: str, issuer: str) -> dict[str, str]:
    return {"provision": f"{BASE}{law}/pasal-5", "name": name, "issuer": issuer}


def minister(law: str, field: str) -> dict[str, str]:
    meaning = f"menteri yang menyelenggarakan urusan pemerintahan di bidang {field}"
    return {"provision": f"{BASE}{law}/pasal-1/angka-9", "term": "Menteri", "meaning": meaning}


def penalties(*clauses: tuple[str, str, str]) -> Select:
    rows = [
        {"n": f"{BASE}{law}/pasal-9/penalty", "provision": f"{BASE}{law}/pasal-9", "text": text,
         "max": months}
        for law, text, months in clauses
    ]  # fmt: skip
    return lambda query: rows if "pol:minImprisonment" in query else []


KITE = "Setiap orang yang menerbangkan layangan bertali kawat dekat tiang listrik kota dipidana"


def test_one_licence_of_two_ministers_is_a_candidate() -> None:
    select = licences(
        [licence("uu-1-2000", "Izin Layangan Malam", "Menteri"),
         licence("uu-2-2005", "izin layangan malam apabila", "Menteri")],
        [minister("uu-1-2000", "angin"), minister("uu-2-2005", "permainan")],
    )  # fmt: skip
    (pair,) = licence_candidates(select, status_of({}))
    assert pair.score >= 0.5


@pytest.mark.parametrize(
    ("name", "issuer", "field"),
    [("Izin Layangan Malam", "Menteri", "angin"),
     ("Izin Layangan Malam", "pejabat yang berwenang", "permainan"),
     ("Izin Layangan", "Menteri", "permainan"), ("Izin Usaha", "Menteri", "permainan")],
    ids=["same minister", "issuer not told", "other object", "no object"],
)  # fmt: skip
def test_a_licence_that_may_be_another_or_of_one_office_is_none(
    name: str, issuer: str, field: str
) -> None:
    select = licences(
        [
            licence("uu-1-2000", "Izin Layangan Malam", "Menteri"),
            licence("uu-2-2005", name, issuer),
        ],
        [minister("uu-1-2000", "angin"), minister("uu-2-2005", field)],
    )
    assert licence_candidates(select, status_of({})) == []


def test_a_bare_business_licence_has_no_object() -> None:
    assert licence_object("Izin Usaha") == ()
    assert licence_object("Surat Ijin Usaha Perkebunan setelah") == ("perkebunan",)


def test_the_government_may_be_any_minister_but_no_regent() -> None:
    central = office_of("Pemerintah", "uu-1-2000", {})
    regent = office_of("bupati/wali kota", "uu-1-2000", {})
    named = office_of("Menteri Kesehatan", "uu-1-2000", {})
    assert told_apart(central, regent)
    assert not told_apart(central, named)


def test_a_later_law_of_the_same_title_takes_the_place_of_the_older() -> None:
    titles = {"uu-1-2000": "LAYANGAN MALAM", "uu-2-2010": "LAYANGAN MALAM"}
    kin = Kinship(status_of(titles))
    assert kin.superseded("uu-1-2000/pasal-3") == "uu-2-2010"
    assert kin.superseded("uu-1-2000", "2009-12-31") == ""
    assert kin.superseded("uu-2-2010") == ""


def test_an_amendment_is_about_what_it_amends_and_replaces_nothing() -> None:
    amending = "PERUBAHAN ATAS UNDANG-UNDANG NOMOR 1 TAHUN 2000 TENTANG LAYANGAN MALAM"
    assert subject_words(amending) == ("layangan", "malam")
    kin = Kinship(status_of({"uu-1-2000": "LAYANGAN MALAM", "uu-2-2010": amending}))
    assert kin.superseded("uu-1-2000") == ""


def test_a_regulation_rests_on_the_law_it_implements() -> None:
    titles = {"uu-1-2000": "LAYANGAN", "pp-2-2001": "TALI LAYANGAN"}
    kin = Kinship(status_of(titles, {"pp-2-2001": {"uu-1-2000"}}))
    assert kin.between("pp-2-2001/pasal-1", "uu-1-2000/pasal-1") == "implementation"


def test_words_an_amendment_replaced_are_no_longer_the_law() -> None:
    act = Act("2005-01-01", "uu-3-2005", "amends", "uu-1-2000/pasal-4")
    status = Status([("uu-1-2000", "2000-01-01", "")], [act])
    assert status.reworded("uu-1-2000/pasal-4/ayat-2") == "2005-01-01"
    assert status.reworded("uu-1-2000/pasal-4", "2004-12-31") is None
    assert status.reworded("uu-1-2000/pasal-5") is None


def test_similar_conduct_with_other_punishment_is_a_candidate() -> None:
    select = penalties(("uu-1-2000", KITE, "12"), ("uu-2-2005", KITE, "60"))
    (pair,) = penalty_candidates(select, status_of({"uu-1-2000": "ANGIN", "uu-2-2005": "TIANG"}))
    assert pair.link == ""


def test_a_successor_is_shown_only_where_everything_is_asked_for() -> None:
    select = penalties(("uu-1-2000", KITE, "12"), ("uu-2-2005", KITE, "60"))
    status = status_of({"uu-1-2000": "ANGIN MALAM", "uu-2-2005": "ANGIN MALAM"})
    assert penalty_candidates(select, status) == []
    (pair,) = penalty_candidates(select, status, everything=True)
    assert pair.link == "likely successor"


def test_a_clause_of_formulas_only_is_no_conduct() -> None:
    text = "Setiap orang yang dengan sengaja melanggar ketentuan Pasal 3 ayat (1) dipidana"
    select = penalties(("uu-1-2000", text, "12"), ("uu-2-2005", text, "60"))
    assert penalty_candidates(select, status_of({})) == []


@pytest.mark.parametrize(
    "other",
    ["benda ringan yang terbang karena angin malam dan tali panjang",
     "benda r ingan y ang terbang k arena angin malam dan tali p anjang",
     "benda ringan yang terbang karena angin malam dan tali panjang. 4. Ekor adalah kain merah"],
    ids=["the same", "split by a scan", "runs into the next item"],
)  # fmt: skip
def test_meanings_that_say_the_same_are_identical(other: str) -> None:
    select = definitions(
        (
            "uu-1-2000",
            "Layangan Malam",
            "benda ringan yang terbang oleh angin malam dan tali panjang",
        ),
        ("uu-2-2005", "Layangan Malam", other),
    )
    assert definition_candidates(select, status_of({})) == []
    (pair,) = definition_candidates(select, status_of({}), everything=True)
    assert pair.kind == "identical"


def test_a_term_each_law_means_anew_is_no_candidate() -> None:
    meanings = [
        (f"uu-{n}-2000", "Pelaku Layangan", f"orang yang {word}i {word}an {word}nya besar sekali")
        for n, word in enumerate(("tarik", "lepas", "ikat", "jual", "tiup", "warna", "gulung",
                                  "lipat"), 1)
    ]  # fmt: skip
    assert definition_candidates(definitions(*meanings), status_of({})) == []


WIND = "benda ringan bertali yang terbang melawan angin di atas pantai dan taman kota"
SEA = "benda ringan bertali yang ditarik perahu cepat di atas ombak laut lepas"


@pytest.mark.parametrize(
    ("title", "listed"), [("LAYANGAN PANTAI", 1), ("PERKAPALAN", 0)], ids=["one field", "two"]
)
def test_a_term_of_two_fields_is_meant_by_each_law_for_itself(title: str, listed: int) -> None:
    select = definitions(
        ("uu-1-2000", "Layang Gantung", WIND), ("uu-2-2010", "Layang Gantung", SEA)
    )
    status = status_of({"uu-1-2000": "LAYANGAN MALAM", "uu-2-2010": title})
    telling = [
        one for one in definition_candidates(select, status) if one.kind in ("conflicting", "wider")
    ]
    assert len(telling) == listed


@pytest.mark.parametrize(
    ("title", "listed"),
    [("KITAB UNDANG-UNDANG HUKUM PIDANA", 1), ("KETENAGALISTRIKAN", 0)],
    ids=["a code", "another special law"],
)
def test_a_code_may_punish_what_a_special_law_punishes(title: str, listed: int) -> None:
    other = KITE.replace("kota", "desa")
    apart = "Barang siapa menjual benih palsu kepada petani miskin pegunungan dipidana"
    select = penalties(
        ("uu-1-2000", KITE, "12"), ("uu-2-2010", other, "24"), ("uu-3-2011", apart, "6")
    )
    status = status_of({"uu-1-2000": "LAYANGAN MALAM", "uu-2-2010": title})
    found = penalty_candidates(select, status)
    assert len(found) == listed
    assert all(one.score < 0.85 for one in found)


def test_of_meanings_that_say_the_same_the_statute_is_shown() -> None:
    kite = "benda ringan dari kertas yang diterbangkan orang di lapangan terbuka pada siang hari"
    other = "benda ringan dari plastik yang dinaikkan badan hukum di pantai pada malam hari libur"
    select = definitions(
        ("uu-1-2000", "Layangan", kite), ("pp-9-2005", "Layangan", kite),
        ("uu-2-2010", "Layangan", other),
    )  # fmt: skip
    (pair,) = definition_candidates(select, status_of({}))
    assert {pair.one.provision, pair.other.provision} == {
        "uu-1-2000/pasal-1/angka-1", "uu-2-2010/pasal-1/angka-1",
    }  # fmt: skip


@pytest.mark.parametrize("defined", [True, False])
def test_two_meanings_that_each_name_a_thing_of_their_law_are_its_own_matter(
    defined: bool,
) -> None:
    own = "bantuan bagi pemilik kandang merpati yang sakit akibat hujan lebat musim ini"
    other = "bantuan bagi pemilik tambak udang yang sakit akibat kemarau panjang musim ini"
    things = [("uu-1-2000", "kandang merpati", "rumah"), ("uu-2-2010", "tambak udang", "kolam")]
    select = definitions(
        ("uu-1-2000", "Santunan", own), ("uu-2-2010", "Santunan", other),
        *(things if defined else []),
    )  # fmt: skip
    pairs = [one for one in definition_candidates(select, status_of({})) if one.kind != "homonym"]
    assert len(pairs) == (0 if defined else 1)


def test_a_provision_yields_whose_elucidation_leaves_other_laws_as_they_are() -> None:
    notes = [
        {"provision": f"{BASE}uu-1-2000/pasal-1/angka-2",
         "note": "Batas ini tidak mengurangi batas umur dalam peraturan lainnya."},
        {"provision": f"{BASE}uu-2-2000/pasal-1/angka-2",
         "note": "Batas ini tidak mengurangi hak anak."},
    ]  # fmt: skip
    names = [f"uu-{number}-2000/pasal-1/angka-2" for number in (1, 2)]
    assert yielding(lambda query: notes, names) == {names[0]}


def test_two_statutes_come_before_a_regulation() -> None:
    words = "benda ringan dari kertas yang diterbangkan orang di lapangan terbuka"
    other = "benda ringan dari plastik yang dinaikkan badan hukum di pantai malam hari"
    select = definitions(
        ("pp-1-2000", "Alas", words), ("uu-2-2005", "Alas", other),
        ("uu-3-2001", "Zat", words), ("uu-4-2006", "Zat", other),
    )  # fmt: skip
    assert [one.term for one in definition_candidates(select, status_of({}))] == ["Zat", "Alas"]
