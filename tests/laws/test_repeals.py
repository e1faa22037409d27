"""Which instruments a law repeals, however it says so."""

import pytest

from simpul.laws import Law, read_law
from simpul.laws.written.names import CITATION, cited

HEAD = (
    "PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 4 TAHUN 2017 TENTANG {title}\n\nMenimbang :\n\n"
    "a. bahwa tali perlu diatur;\nMengingat :\n\n1. Pasal 5 ayat (2) Undang-Undang Dasar 1945;\n"
    "MEMUTUSKAN :\n {formula}Menetapkan : PERATURAN PEMERINTAH TENTANG TALI.\n"
    "Pasal 1\nTali itu panjang.\n"
)
TAIL = "\nDitetapkan di Jakarta pada tanggal 4 Mei 2017\n"


def read(closing: str, *, title: str = "TALI", formula: str = "") -> Law:
    text = HEAD.format(title=title, formula=formula) + closing + TAIL
    return read_law(text, "pp-4-2017.md")


def repealed(law: Law) -> list[str]:
    return [f"{one.instrument}/{one.path}".rstrip("/") for one in law.repeals]


def test_a_point_inside_a_title_or_brackets_ends_no_sentence() -> None:
    law = read(
        "Pasal 2\nPeraturan Pemerintah Nomor 9 Tahun 2010 tentang Simpul. Ikatan dan Serat"
        " (Lembaran Negara. Tahun 2010 Nomor 3) dicabut dan dinyatakan tidak berlaku.\n"
    )
    assert repealed(law) == ["pp-9-2010"]


def test_what_is_cancelled_in_a_list_is_repealed() -> None:
    law = read(
        "Pasal 2\nDengan ini dibatalkan peraturan-peraturan yang berikut:\na. Peraturan Pemerintah"
        " Nomor 2 Tahun 1964;\nb. Peraturan Pemerintah Nomor 3 Tahun 1964.\n"
    )
    assert repealed(law) == ["pp-2-1964", "pp-3-1964"]


def test_a_formula_in_capitals_repeals_what_it_names_and_no_title() -> None:
    law = read(
        "",
        formula="Mencabut : PERATURAN PEMERINTAH PENGGANTI UNDANG-UNDANG NO. 1 TAHUN 1963;"
        " menetapkan : PERATURAN TENTANG BERLAKUNYA PERATURAN PEMERINTAH NO. 8 TAHUN 1950. ",
    )
    assert repealed(law) == ["perpu-1-1963"]


def test_what_is_read_together_with_the_repealed_stays() -> None:
    law = read(
        "Pasal 2\nPasal 7 dan Pasal 9 Kitab Undang-undang Hukum Pidana jis. Undang-undang Nomor 5"
        " Tahun 1946 tentang Tali, Undang-undang Nomor 6 Tahun 1958 tentang Simpul, dinyatakan"
        " tidak berlaku.\n"
    )
    assert repealed(law) == ["kuhp/pasal-7", "kuhp/pasal-9"]


def test_a_title_gives_the_repeal_and_not_its_other_aim() -> None:
    law = read(
        "", title="PENCABUTAN PERATURAN PEMERINTAH NOMOR 7 TAHUN 1952 DAN PENETAPAN PERATURAN"
        " PEMERINTAH NOMOR 8 TAHUN 1950",
    )  # fmt: skip
    assert repealed(law) == ["pp-7-1952"]


def test_a_rule_laid_down_in_a_law_is_repealed_in_part() -> None:
    law = read(
        "Pasal 2\nKetentuan tentang serat sebagaimana diatur dalam Peraturan Pemerintah Nomor 9"
        " Tahun 2010 dicabut dan dinyatakan tidak berlaku.\n"
    )
    assert [(one.instrument, one.partial) for one in law.repeals] == [("pp-9-2010", True)]


def test_new_text_of_an_amended_law_may_repeal() -> None:
    law = read_law(
        HEAD.format(
            title="PERUBAHAN ATAS PERATURAN PEMERINTAH NOMOR 1 TAHUN 2005", formula=""
        ).replace("Pasal 1\nTali itu panjang.\n", "Pasal I\n")
        + "Beberapa ketentuan dalam Peraturan Pemerintah Nomor 1 Tahun 2005 tentang Tali diubah"
        " sebagai berikut:\n1. Di antara Pasal 7 dan Pasal 8 disisipkan 1 (satu) pasal, yakni Pasal"
        " 7A sehingga berbunyi sebagai berikut:\nPasal 7A\nPeraturan Pemerintah Nomor 9 Tahun 2010"
        " dicabut dan dinyatakan tidak berlaku.\nPasal II\nPeraturan Pemerintah ini mulai berlaku"
        " pada tanggal diundangkan.\n" + TAIL,
        "pp-4-2017.md",
    )
    assert [(one.provision, one.instrument) for one in law.repeals] == [
        ("pasal-i/pasal-7a", "pp-9-2010")
    ]


def test_articles_in_brackets_belong_to_the_law_after_them() -> None:
    law = read(
        "Pasal 2\nAnggaran dasar dalam BAB II (Pasal 2 sampai dengan Pasal 4) Peraturan Pemerintah"
        " Nomor 9 Tahun 1961 (Lembaran Negara Tahun 1961 Nomor 3) dinyatakan tidak berlaku.\n"
    )
    assert repealed(law) == [f"pp-9-1961/pasal-{number}" for number in (2, 3, 4)]


def test_words_taken_out_of_an_article_are_no_repeal() -> None:
    law = read(
        'Pasal 2\nPerkataan "serat" dalam Pasal 2 Peraturan Pemerintah Nomor 4 Tahun 1950'
        " dicabut.\n"
    )
    assert repealed(law) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Peraturan Menteri Keuangan Nomor 97/PMK.01/2017", "permen-keuangan-97-2017"),
        ("Peraturan Pernerintah Nomor 5 Tahun 20 16", "pp-5-2016"),
        ("undang-Undang Nomor 18 Tahun lggg", "uu-18-1999"),
        ("Undang-Undarrg Nomor 5 rahun 1999", "uu-5-1999"),
        ("Staatsbald 1934 No. 720", "stb-1934-720"),
        ("Staatsblad 1854-39", "stb-1854-39"),
        ("Undang-undang No. 10 tanggal 20 Oktober 1946", "uu-10-1946"),
    ],
)
def test_a_citation_is_read_through_the_slips_of_a_scan(words: str, name: str) -> None:
    found = CITATION.search(words)
    assert found is not None
    assert cited(found) == name


def test_other_regulations_are_no_government_regulations() -> None:
    assert CITATION.search("Peraturan Daerah Nomor 3 Tahun 2011") is None


def test_an_item_whose_letter_was_lost_is_repealed_too() -> None:
    law = read(
        "Pasal 2\nPada saat Peraturan Pemerintah ini mulai berlaku:\na. Peraturan Pemerintah Nomor"
        " 8 Tahun 1992 sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 9 Tahun 1999;"
        " Peraturan Pemerintah Nomor 3 Tahun 1993;\nb. Peraturan Pemerintah Nomor 4 Tahun 1994;\n"
        "dicabut dan dinyatakan tidak berlaku.\n"
    )
    assert set(repealed(law)) == {"pp-8-1992", "pp-3-1993", "pp-4-1994"}


def test_the_last_item_of_a_list_may_name_the_law_of_all() -> None:
    law = read(
        "Pasal 2\nPada saat Peraturan Pemerintah ini mulai berlaku:\na. ketentuan tentang tali"
        " dalam Pasal 1 angka 1;\nb. Pasal 1 angka 4, dan angka 6; dan\nc. Pasal 3 angka 1, dan"
        " angka 2, Peraturan Pemerintah Nomor 8 Tahun 1992, dicabut dan dinyatakan tidak berlaku.\n"
    )
    assert {(one.instrument, one.path) for one in law.repeals} == {
        ("pp-8-1992", f"pasal-{path}")
        for path in ("1/angka-1", "1/angka-4", "1/angka-6", "3/angka-1", "3/angka-2")
    }


def test_a_suspension_is_no_repeal() -> None:
    said = "Pasal 2\nPeraturan Pemerintah Nomor 9 Tahun 2010 tidak berlaku lagi{until}.\n"
    assert repealed(read(said.format(until=""))) == ["pp-9-2010"]
    assert repealed(read(said.format(until=" sampai waktu yang ditentukan"))) == []


def test_ordinances_named_in_brackets_after_their_names_are_each_repealed() -> None:
    law = read(
        "Pasal 2\nKitab Undang-undang Hukum Perdata (Burgerlijk Wetboek), Ordonansi Tali (Touw"
        " Ordonantie S.1933 No. 74), Peraturan Simpul (Regeling op de Knopen S. 1898 No. 158),"
        " sejauh telah diatur dalam Peraturan ini, dinyatakan tidak berlaku.\n"
    )
    assert repealed(law) == ["kuhperdata", "stb-1933-74", "stb-1898-158"]
    assert all(one.partial for one in law.repeals)
