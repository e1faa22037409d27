"""Forms of the laws of the 1940s to 1960s: invented texts."""

import pytest

from simpul.laws import Law, read_law


def law(body: str) -> Law:
    head = "PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 4 TAHUN 1955 TENTANG KINCIR\n"
    return read_law(
        f"{head}Mengingat : pasal 98 Undang-undang Dasar;\nMEMUTUSKAN :\n{body}", "x.md"
    )


def paths(read: Law) -> list[str]:
    return [one.path for one in read.provisions if one.kind in ("pasal", "ayat")]


def test_a_closing_article_may_bear_a_name() -> None:
    read = law("Pasal 1. Kincir berputar. Pasal penutup. Peraturan ini mulai berlaku besok.")
    assert paths(read) == ["pasal-1", "pasal-penutup"]


def test_a_heading_is_not_the_name_of_the_article_under_it() -> None:
    read = law("Pasal 1. Kincir berputar. PASAL PENUTUP Pasal 2. Peraturan ini mulai berlaku.")
    assert paths(read) == ["pasal-1", "pasal-2"]


def test_the_only_article_of_what_is_enacted_is_quoted_and_the_closing_found() -> None:
    read = law(
        "Pasal I. Peraturan Pemerintah No. 3 tahun 1954 diubah, sehingga berbunyi sebagai berikut :"
        " Pasal tunggal. Kincir angin berhenti malam. Peraturan ini mulai berlaku besok."
    )
    assert paths(read) == ["pasal-i", "pasal-i/pasal-tunggal", "pasal-ii"]
    assert "sequence" in {one.kind for one in read.unread}


def test_ayat_with_half_a_bracket_are_ayat_where_the_law_calls_them_so() -> None:
    articles = (
        "Pasal 1.\n1) Kincir berputar.\n2) Kincir berhenti.\n"
        "Pasal 2.\n1) Menurut ayat 1 pasal ini :\na. siang,\nb. malam. 2) Kincir dicat.\n"
    )
    assert [one for one in paths(law(articles)) if "ayat" in one] == [
        "pasal-1/ayat-1", "pasal-1/ayat-2", "pasal-2/ayat-1", "pasal-2/ayat-2",
    ]  # fmt: skip
    assert "pasal-1/ayat-1" not in paths(law(articles.replace("ayat 1", "angka 1")))


def test_numbers_share_their_year_and_an_article_is_cited_of_each() -> None:
    read = law(
        "Pasal 1. Kincir dalam pasal 6 Undang-undang No. 2 jo. No. 18 tahun 1950, No. 10 dan 11"
        " tahun 1951 tetap berputar."
    )
    assert {(one.instrument, one.path) for one in read.references} == {
        ("uu-2-1950", "pasal-6"), ("uu-18-1950", ""), ("uu-10-1951", "pasal-6"),
        ("uu-11-1951", "pasal-6"),
    }  # fmt: skip


def test_a_heading_may_follow_an_amount() -> None:
    read = law(
        "Pasal 1. Denda sebanyak-banyaknya Rp. 100,- Pasal 2. Kincir dicat. Pasal 3. Selesai."
    )
    assert paths(read) == ["pasal-1", "pasal-2", "pasal-3"]


def test_a_fine_may_be_a_multiple_or_lack_its_name() -> None:
    read = law(
        "Pasal 1. Barangsiapa merusak kincir dipidana dengan pidana penjara paling lama 2 tahun dan"
        " denda paling banyak 4 (empat) kali harga kincir. Pasal 2. Barangsiapa mencuri kincir"
        " dipidana dengan pidana penjara paling lama 1 tahun atau dengan paling banyak Rp. 500,-."
    )
    multiple, unnamed = read.penalties
    assert (multiple.max_months, multiple.factor, multiple.join) == (24, "4", "and")
    assert (unnamed.max_months, unnamed.max_fine, unnamed.join) == (12, 500, "or")


def test_numbers_in_whole_brackets_may_be_a_list_among_letters() -> None:
    body = (
        "Pasal 1.\na. Kincir ialah:\n(1) roda;\n(2) layar.\nb. Angin ialah udara yang bergerak;\n"
        "c. Hujan ialah air yang jatuh.\n"
    )
    read = law(body)
    assert [one.provision for one in read.definitions] == [
        f"pasal-1/huruf-{letter}" for letter in "abc"
    ]
    assert not [path for path in paths(read) if "ayat" in path]
    assert "pasal-1/ayat-2" in paths(law(body.replace("c. Hujan", "c. Menurut ayat (1) hujan")))


def test_articles_announced_as_several_are_each_an_article() -> None:
    text = "Pasal 1. Menurut pasal-pasal 5 ayat (1), 18 dan 20 ayat (2) Undang-undang Dasar."
    assert [one.path for one in law(text).references] == [
        "pasal-5/ayat-1", "pasal-18", "pasal-20/ayat-2",
    ]  # fmt: skip


def test_a_law_with_a_name_and_brackets_is_the_law_in_the_brackets() -> None:
    read = law(
        "Pasal 1. Menurut Undang-undang Kincir (Undang-undang No. 7 tahun 1951) dan pasal 3"
        " Undang-undang Kincir kincir dicat."
    )
    assert ("uu-7-1951", "pasal-3") in {(one.instrument, one.path) for one in read.references}


def test_a_part_of_a_budget_is_no_heading() -> None:
    read = law(
        "Pasal 1.\nBagian VII (Kementerian Kincir) dari anggaran tahun 1953 ditetapkan atas"
        " Undang-undang tahun 1954 Nomor 46 diubah. Pasal 2. Selesai."
    )
    assert [one.path for one in read.provisions] == ["pasal-1", "pasal-2"]
    assert ("pasal-1", "uu-46-1954") in {(one.provision, one.instrument) for one in read.references}


def test_quoted_terms_in_a_list_need_no_colon_before_them() -> None:
    read = law(
        'Pasal 1. (1) Cukup. (2) Dalam peraturan ini yang dimaksud dengan a. "Menteri" ialah'
        ' Menteri Angin; b, "Kincir" ialah roda;\nc. "Tiang" ialah kayu.'
    )
    assert [one.provision for one in read.definitions] == [
        f"pasal-1/ayat-2/huruf-{letter}" for letter in "abc"
    ]


def test_an_article_of_an_ordinance_is_cited_by_name_and_gazette() -> None:
    read = law("Pasal 1. Menurut pasal 11 ,,Kincir Ordonnantie 1937' (Stbl. 1937 No. 604) dicat.")
    assert ("stb-1937-604", "pasal-11") in {(one.instrument, one.path) for one in read.references}


def test_a_tax_ordinance_is_the_law_changed_and_not_the_law_that_changed_it_last() -> None:
    read = law(
        "Pasal I. Ordonansi Pajak Perseroan 1925, sebagaimana telah diubah terakhir dengan"
        " Undang-undang No. 8 tahun 1953 diubah sebagai berikut: I. Pasal 4 dihapus."
    )
    assert {one.instrument for one in read.amendments} == {"stb-1925-319"}


def test_a_law_named_without_number_is_not_the_law_that_changed_it_last() -> None:
    read = law(
        "Pasal I. Ordonansi Kincir 1925, sebagaimana telah diubah terakhir dengan"
        " Undang-undang No. 8 tahun 1953 diubah sebagai berikut: I. Pasal 4 dihapus."
    )
    assert not read.amendments


def test_laws_that_only_changed_a_basis_are_no_basis() -> None:
    read = read_law(
        "PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 4 TAHUN 1960 TENTANG KINCIR\nMengingat :\n"
        "1. Undang-undang No. 2 tahun 1950 sebagaimana diubah/ditambah Undang-undang No. 5 tahun"
        " 1951 (LN 1951 No. 7), Undang-undang No. 6 tahun 1952 dan Undang-undang No. 9 tahun 1953;"
        "\n2. Undang-undang No. 7 tahun 1957 (LN 1957 No. 1) jo. Kincir Regeling (Staatsblad 1934"
        " No. 147).\nMEMUTUSKAN :\nPasal 1. Kincir berputar.",
        "x.md",
    )
    assert [one.instrument for one in read.based_on] == ["uu-2-1950", "uu-7-1957", "stb-1934-147"]


def test_the_same_number_twice_is_the_number_due_where_the_next_but_one_follows() -> None:
    body = "".join(f"\nPasal {number}\nKincir ke-{number} berputar.\n" for number in (1, 2, 2, 4))
    read = law(body)
    assert paths(read) == ["pasal-1", "pasal-2", "pasal-3", "pasal-4"]
    assert any("where 3 is due" in one.what for one in read.unread)


def test_a_number_with_a_figure_too_many_is_the_number_due() -> None:
    body = "".join(f"\nPasal {number}\nKincir {number} berputar.\n" for number in range(1, 15))
    read = law(body.replace("Pasal 13\n", "Pasal 153\n"))
    assert paths(read) == [f"pasal-{number}" for number in range(1, 15)]


def test_a_letter_lies_within_the_number_named_before_it() -> None:
    read = law("Pasal 1. Kincir. Pasal 2. Menurut Pasal 1 angka 2 huruf a atau huruf b dicat.")
    assert {one.path for one in read.references} == {
        "pasal-1/angka-2/huruf-a", "pasal-1/angka-2/huruf-b",
    }  # fmt: skip


def test_a_full_stop_printed_for_a_comma_ends_no_list_of_articles() -> None:
    text = "Pasal 1. Menurut Pasal 2, 3, 6. 12, 14 dan Pasal 15 dicat."
    assert [one.path for one in law(text).references] == [
        "pasal-2", "pasal-3", "pasal-6", "pasal-12", "pasal-14", "pasal-15",
    ]  # fmt: skip


def test_no_word_that_ends_like_ayat_is_one() -> None:
    assert not law("Pasal 1. Untuk sekolah yang sederajat 15 : 1.").references


def test_ayat_one_may_follow_the_title_of_its_article() -> None:
    read = law(
        "Pasal 1\nTentang tunjangan dan uang duduk (1) Kincir menerima Rp. 9,-.\n(2) Selesai.\n"
    )
    assert paths(read) == ["pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2"]
    assert not [one for one in read.unread if one.kind == "numbering"]


def test_the_letter_l_stands_for_one_in_an_article_of_letters() -> None:
    read = law("Pasal 1. Menurut Pasal 9 ayat (2) huruf k, huruf 1, dan huruf m dicat.")
    assert {one.path for one in read.references} == {
        "pasal-9/ayat-2/huruf-k", "pasal-9/ayat-2/huruf-l", "pasal-9/ayat-2/huruf-m",
    }  # fmt: skip


def test_a_letter_at_the_end_of_a_paragraph_closes_a_list_of_letters() -> None:
    read = law("Pasal 1.\n(1) Menurut Pasal 3 huruf a dan c.\n(2) Menurut Pasal 4 h uruf b.\n")
    assert {one.path for one in read.references} == {
        "pasal-3/huruf-a", "pasal-3/huruf-c", "pasal-4/huruf-b",
    }  # fmt: skip


def test_a_decision_may_bear_its_day_before_its_number() -> None:
    read = law("Pasal 1. Menurut Keputusan Presiden RI tanggal 4-6-1954 No. 13 tahun 1954 dicat.")
    assert [one.instrument for one in read.references] == ["keppres-13-1954"]


def test_decrees_share_their_year_and_a_chapter_may_stand_between_article_and_law() -> None:
    read = law(
        "Pasal 1. Penetapan Presiden nomor 8, 9 dan 10 tahun 1955 dicabut. Pasal 2. Ketentuan Pasal"
        " 5 sampai dengan Pasal 6 dari Bab VII mengenai roda yang diatur dalam Undang-Undang Nomor"
        " 3 Tahun 1952 dicabut."
    )
    assert {(one.instrument, one.path) for one in read.repeals} == {
        ("penpres-8-1955", ""), ("penpres-9-1955", ""), ("penpres-10-1955", ""),
        ("uu-3-1952", "pasal-5"), ("uu-3-1952", "pasal-6"),
    }  # fmt: skip


def test_substitute_detention_of_years_and_months_is_one_term() -> None:
    read = law(
        "Pasal 1. Barangsiapa merusak kincir dipidana dengan pidana denda paling banyak Rp. 500,-."
        " Pasal 2. Dalam hal denda tidak dibayar, diganti dengan pidana kurungan paling lama 1"
        " (satu) tahun 4 (empat) bulan."
    )
    assert 16 in {one.substitute_months for one in read.penalties}


def test_a_law_that_adopted_what_is_repealed_stays() -> None:
    read = law(
        "Pasal 1. Pasal 11 Undang-undang Darurat Nomor 1 Tahun 1952 yang telah ditetapkan menjadi"
        " Undang-Undang dengan Undang–Undang Nomor 15 Tahun 1953 dinyatakan tidak berlaku."
    )
    assert {(one.instrument, one.path) for one in read.repeals} == {("uudrt-1-1952", "pasal-11")}


def test_what_a_scan_ran_on_to_a_title_is_cut_off() -> None:
    read = read_law(
        "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 4 TAHUN 1968 TENTANG KINCIR ANGIN DENGAN RACHMAT"
        " TUHAN YANG MAHA ESA\nMengingat : pasal 5 Undang-undang Dasar;\nMEMUTUSKAN :\nPasal 1."
        " Kincir berputar.",
        "x.md",
    )
    assert read.heading.title == "KINCIR ANGIN"


def test_a_bare_number_below_the_article_in_hand_is_an_ayat() -> None:
    read = law(
        "Pasal 1. Menurut pasal-pasal 16, 20 ayat 1, 2, 4 dan 21 Undang-undang No. 7 tahun 1950."
    )
    assert {one.path for one in read.references if one.instrument == "uu-7-1950"} == {
        "pasal-16", "pasal-20/ayat-1", "pasal-20/ayat-2", "pasal-20/ayat-4", "pasal-21",
    }  # fmt: skip


def test_a_statute_may_be_cited_by_a_name_and_its_number() -> None:
    read = law("Pasal 1. Menurut pasal 32 Undang-undang Kincir Angin No. 29 tahun 1954.")
    assert {(one.instrument, one.path) for one in read.references} == {("uu-29-1954", "pasal-32")}
    named = "pasal 17 Undang-undang tentang Pokok Kincir (Undang-undang No. 1 tahun 1953)"
    read = law(f"Pasal 1. Menurut {named}.")
    assert {(one.instrument, one.path) for one in read.references} == {("uu-1-1953", "pasal-17")}


def test_an_order_may_only_say_how_an_article_reads() -> None:
    read = law(
        "Pasal 1. Undang-undang No. 15 tahun 1950 diubah sebagai berikut :\n"
        '1. Pasal 1 berbunyi : "Kincir berputar".\n2. Pasal 2 ayat (1) berbunyi : "Kincir dicat".\n'
    )
    assert [(one.instrument, one.path) for one in read.amendments if one.path] == [
        ("uu-15-1950", "pasal-1"), ("uu-15-1950", "pasal-2/ayat-1"),
    ]  # fmt: skip


def test_garbled_places_stay_in_their_list() -> None:
    read = law(
        "Pasal 1. Menurut Pasal 20, Pasal 2 1 , Pasal 28 I ayaL (1) dan ayat (2), dan Pasal 29 "
        "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945."
    )
    assert {one.path for one in read.references if one.instrument == "uud-1945"} == {
        "pasal-20", "pasal-21", "pasal-28i/ayat-1", "pasal-28i/ayat-2", "pasal-29",
    }  # fmt: skip


def test_the_enacting_words_may_cancel_statutes_named_by_title_and_year() -> None:
    read = read_law(
        "UNDANG-UNDANG NOMOR 6 TAHUN 1963 TENTANG KINCIR\nMengingat : Pasal 5 UUD 1945;\n"
        "Memutuskan: I. Membatalkan :\n1. Ketentuan-ketentuan dalam Het Molenreglement;\n"
        "2. Undang-undang tentang pembagian kincir (Undang-undang tahun 1951 No. 9);\n"
        "3. Undang-undang tentang tali (Undang-undang tahun 1951 No. 10);\n"
        "II. Menetapkan : Undang-undang tentang Kincir.\nPasal 1. Kincir berputar.\n",
        "uu/1963/6.md",
    )
    assert [one.instrument for one in read.repeals] == ["uu-9-1951", "uu-10-1951"]


@pytest.mark.parametrize("garbled", ["hurrf", "hunrf", "humf", "truruf", "hurui"])
def test_a_garbled_word_for_a_letter_is_read(garbled: str) -> None:
    read = law(f"Pasal 1. Kincir sebagaimana dimaksud dalam Pasal 5 {garbled} a dicat putih.")
    assert [one.path for one in read.references] == ["pasal-5/huruf-a"]
