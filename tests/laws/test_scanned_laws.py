"""What a scan does to a law, and what is read all the same."""

import pytest

from simpul.laws import Law, read_law

HEAD = (
    "PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 4 TAHUN 2017 TENTANG TALI\n\nMenimbang :\n\n"
    "a. bahwa tali perlu diatur;\nMengingat :\n\n1. Pasal 5 ayat (2) Undang-Undang Dasar 1945;\n"
    "{basis}MEMUTUSKAN :\n Menetapkan : PERATURAN PEMERINTAH TENTANG TALI.\n"
)
TAIL = "\nDitetapkan di Jakarta pada tanggal 4 Mei 2017\n"


def read(body: str, *, basis: str = "") -> Law:
    return read_law(HEAD.format(basis=basis) + body + TAIL, "pp-4-2017.md")


def articles(law: Law) -> list[str]:
    return [one.number for one in law.provisions if one.kind == "pasal" and not one.quoted]


def units(law: Law, kind: str) -> list[str]:
    return [one.path for one in law.provisions if one.kind == kind]


def targets(law: Law) -> set[tuple[str, str]]:
    return {(one.instrument, one.path) for one in law.references}


def told(law: Law, words: str) -> bool:
    return any(words in one.what for one in law.unread)


THREE = "Pasal 1\nTali itu panjang.\n{second} Tali diikat dengan simpul.\nPasal 3\nTali dijual.\n"


def test_a_garbled_heading_is_found_by_the_gap_in_the_numbers() -> None:
    law = read(THREE.format(second="Pasa] Z"))
    assert articles(law) == ["1", "2", "3"]
    assert told(law, "found by the gap in the numbers")


@pytest.mark.parametrize("after", ["huruf b sampai", "dalam", "- t7r -"])
def test_the_one_number_missing_heads_a_sentence_whatever_stands_before_it(after: str) -> None:
    law = read(THREE.format(second=f"Kincir menurut ayat {after} Pasal 2"))
    assert articles(law) == ["1", "2", "3"]
    assert told(law, "found by the gap in the numbers")


@pytest.mark.parametrize("named", ["Undang-Undang tentang Tali", "Peraturan tentang tali itu"])
def test_an_article_of_a_law_named_after_it_is_no_heading(named: str) -> None:
    law = read(f"Pasal 1\nTali menurut Pasal 2 {named}.\nPasal 3\nTali dijual.\n")
    assert articles(law) == ["1", "3"]


def test_a_reference_to_the_missing_article_is_no_heading() -> None:
    law = read(THREE.format(second="Sebagaimana dimaksud dalam Pasal Z"))
    assert articles(law) == ["1", "3"]
    assert told(law, "articles missing after 1")


def test_a_number_said_twice_is_the_number_that_is_due() -> None:
    law = read(
        "Pasal 1\nTali itu panjang dan kuat.\nPasal 3\nTali diikat dengan simpul yang tidak lepas"
        " sampai kapal berlabuh kembali di dermaga.\nPasal 3\nTali dijual.\n"
    )
    assert articles(law) == ["1", "2", "3"]
    assert told(law, "the heading says 3, where 2 is due")


def test_sentences_are_the_ayat_whose_numbers_stand_in_a_heap() -> None:
    law = read(
        "Pasal 1\n(1) (2)\nSetiap orang wajib menyimpan tali di gudang. Kewajiban sebagaimana"
        " dimaksud pada ayat (1) berlaku bagi nakhoda kapal.\nPasal 2\nTali dijual.\n"
    )
    assert units(law, "ayat") == ["pasal-1/ayat-1", "pasal-1/ayat-2"]
    assert told(law, "each sentence is taken for one")


def test_as_many_sentences_as_numbers_are_needed() -> None:
    law = read(
        "Pasal 1\n(1) (2) (3)\nSetiap orang wajib menyimpan tali di gudang. Kewajiban sebagaimana"
        " dimaksud pada ayat (1) berlaku bagi nakhoda kapal.\nPasal 2\nTali dijual.\n"
    )
    assert not told(law, "each sentence is taken for one")


def test_a_unit_said_again_below_a_page_head_is_one_unit() -> None:
    law = read(
        "Pasal 1\nTali terdiri atas:\na. serat; dan\nb. kawat FRES IDEN -2- b. kawat baja.\n"
    )
    assert units(law, "huruf") == ["pasal-1/huruf-a", "pasal-1/huruf-b"]


def test_definitions_glued_to_their_numbers_are_items() -> None:
    law = read(
        "Pasal 1\nDalam Peraturan Pemerintah ini yang dimaksud dengan:\n1.Tali adalah benda"
        " panjang;\n2.Simpul adalah ikatan tali.\nPasal 2\nTali dijual.\n"
    )
    assert [one.provision for one in law.definitions] == ["pasal-1/angka-1", "pasal-1/angka-2"]


def test_definitions_apart_from_their_numbers_are_matched_in_order() -> None:
    law = read(
        "Pasal 1\nDalam Peraturan Pemerintah ini yang dimaksud dengan:\n1.\n2.\n3. Tali adalah"
        " benda panjang. Simpul adalah ikatan tali. Serat adalah bahan tali.\n"
        "Pasal 2\nTali dijual.\n"
    )
    found = [(one.provision, one.term) for one in law.definitions]
    assert found == [
        ("pasal-1/angka-1", "Tali"), ("pasal-1/angka-2", "Simpul"), ("pasal-1/angka-3", "Serat"),
    ]  # fmt: skip
    assert told(law, "stand apart from their numbers")


def test_definitions_without_any_number_are_counted_and_told() -> None:
    law = read(
        "Pasal 1\nDalam Peraturan Pemerintah ini yang dimaksud dengan: Tali adalah benda panjang."
        " Simpul adalah ikatan tali.\nPasal 2\nTali dijual.\n"
    )
    assert [one.term for one in law.definitions] == ["Tali", "Simpul"]
    assert told(law, "2 definitions have lost their numbers")


def test_a_definition_may_be_one_long_sentence() -> None:
    law = read(
        "Pasal 1\nDalam Peraturan Pemerintah ini yang dimaksud dengan Tali adalah benda yang"
        " panjang, lentur dan kuat, yang dibuat dari serat tumbuhan, kulit hewan, kawat atau bahan"
        " lain, dan yang dipakai di kapal, di dermaga, di ladang dan di rumah untuk mengikat,"
        " menarik dan mengangkat barang yang berat.\nPasal 2\nTali dijual.\n"
    )
    assert [(one.provision, one.term) for one in law.definitions] == [("pasal-1", "Tali")]


def test_references_survive_wide_spaces_brackets_and_ranges_of_letters() -> None:
    law = read(
        "Pasal 1\nTali diatur.\nPasal 2\nTali dimaksud pada ayat  (1), Pasal 1 (ayat 3) dan"
        " Pasal 1 ayat (2) huruf a sampai dengan huruf c dijual.\n"
    )
    own = "pp-4-2017"
    assert {
        (own, "pasal-2/ayat-1"), (own, "pasal-1/ayat-3"), (own, "pasal-1/ayat-2/huruf-b"),
    } <= targets(law)  # fmt: skip


def test_a_law_called_by_a_defined_name_is_that_law() -> None:
    law = read(
        "Pasal 1\nDalam Peraturan Pemerintah ini yang dimaksud dengan:\n1. Undang-undang adalah"
        " Undang-undang Nomor 3 Tahun 1975 tentang Simpul;\n2. Tali adalah benda panjang.\n"
        "Pasal 2\nTali menurut Pasal 7 Undang-undang dijual.\n"
    )
    assert ("uu-3-1975", "pasal-7") in targets(law)


def test_an_article_alone_on_its_line_is_a_catchword_and_no_reference() -> None:
    law = read("Pasal 1\nTali itu panjang.\nPasal 2\nPRES IDEN -2-\nPasal 2\nTali dijual.\n")
    assert targets(law) == set()


def test_the_basis_after_a_garbled_ayat_and_letters_of_the_constitution_are_read() -> None:
    law = read(
        "Pasal 1\nTali dijual.\n",
        basis="2. Pasal 281 ayat (21 Undang-Undang Dasar 1945;\n3. Undang-Undang Nomor 9 Tahun"
        " 2O1 8 tentang Serat;\n4. Undang-Undang Nomor 7 Tahun 2012 tentang Kain;\n",
    )
    found = [(one.instrument, one.path) for one in law.based_on]
    assert found[1:3] == [("uud-1945", "pasal-28i/ayat-2"), ("uu-7-2012", "")]


AMENDING = (
    "PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 4 TAHUN 2017 TENTANG PERUBAHAN ATAS PERATURAN"
    " PEMERINTAH NOMOR 1 TAHUN 2001 TENTANG TALI\n\nMenimbang :\n\na. bahwa tali;\n"
    "Mengingat :\n\n1. Pasal 5 ayat (2) Undang-Undang Dasar 1945;\nMEMUTUSKAN :\n"
    " Menetapkan : PERATURAN PEMERINTAH TENTANG PERUBAHAN.\n"
    "Pasal 1\nBeberapa ketentuan dalam Peraturan Pemerintah Nomor 1 Tahun 2001 tentang Tali"
    " diubah lagi sebagai berikut:\n1. Ketentuan Pasal 9 diubah, sehingga berbunyi sebagai"
    " berikut:\nPasal 9\nTali dijual.\n"
    "Pasal 11\nPeraturan Pemerintah ini mulai berlaku pada tanggal diundangkan.\n"
)


def test_pasal_11_that_closes_an_amending_law_is_its_pasal_ii() -> None:
    law = read_law(AMENDING + TAIL, "pp-4-2017.md")
    assert articles(law) == ["I", "II"]
    assert ("changes", "pasal-9") in {(one.action, one.path) for one in law.amendments}


def test_a_law_that_counts_1_2_3_is_no_amending_law() -> None:
    body = "".join(f"Pasal {n}\nTali nomor itu dijual.\n" for n in ("I", "2", "3", "4", "5", "6"))
    assert articles(read(body)) == ["1", "2", "3", "4", "5", "6"]


def test_a_number_may_hold_only_a_list_of_letters() -> None:
    law = read(
        "Pasal 1\nYang dimaksud di dalam Peraturan Pemerintah ini dengan:\n1.a. Tali adalah benda"
        " panjang;\nb. Simpul adalah ikatan tali.\n2. Serat adalah bahan tali.\nPasal 2\nDijual.\n"
    )
    assert [(one.provision, one.term) for one in law.definitions] == [
        ("pasal-1/angka-1/huruf-a", "Tali"), ("pasal-1/angka-1/huruf-b", "Simpul"),
        ("pasal-1/angka-2", "Serat"),
    ]  # fmt: skip


def test_a_tenth_item_with_the_letter_o_is_ten() -> None:
    items = "".join(f"{n}. Simpul {n} adalah ikatan nomor {n} dari tali.\n" for n in range(1, 10))
    law = read(
        f"Pasal 1\nDalam Peraturan Pemerintah ini yang dimaksud dengan:\n{items}1O. Serat adalah"
        " bahan tali.\nPasal 2\nTali dijual.\n"
    )
    assert "pasal-1/angka-10" in units(law, "angka")


def test_the_fourth_ayat_may_be_read_as_a_letter() -> None:
    law = read(
        "Pasal 1\n(1) Tali itu panjang.\n(2) Tali diikat.\n(3) Tali dijual. (a) Tali dibeli"
        " pembeli.\nPasal 2\nTali dijual.\n"
    )
    assert units(law, "ayat")[-1] == "pasal-1/ayat-4"


def test_a_heading_with_one_wrong_figure_is_the_number_that_is_due() -> None:
    body = "".join(f"Pasal {n}\nTali {n} diikat.\n" for n in range(1, 20))
    law = read(body + "Pasal 70\nTali dibeli.\nPasal 21\nTali dijual.\nPasal 22\nTali lepas.\n")
    assert articles(law)[18:] == ["19", "20", "21", "22"]
    assert told(law, "the heading says 70, where 20 is due")


def test_the_head_of_a_page_said_twice_is_no_reference() -> None:
    law = read("Pasal 1\nTali itu panjang.\nPasal 2\nPasal 2 Tali diikat.\nPasal 3\nTali dijual.\n")
    assert targets(law) == set()


def test_lists_with_capital_letters_are_units() -> None:
    law = read(
        "Pasal 1\nTali dibagi atas: A. Tali serat, yaitu:\n1. rami;\n2. kapas. B. Tali kawat,"
        " yaitu:\n1. baja;\n2. tembaga.\nPasal 2\nTali dijual.\n"
    )
    assert "pasal-1/huruf-b/angka-2" in units(law, "angka")


def test_the_name_of_a_tax_is_no_reference() -> None:
    law = read("Pasal 1\nPPh Pasal 21 dipungut atas tali.\nPasal 2\nTali dijual.\n")
    assert targets(law) == set()


def test_a_law_named_in_a_definition_is_known_by_both_names() -> None:
    law = read(
        "Pasal 1\nDalam Peraturan Pemerintah ini yang dimaksud dengan:\n1. Undang-Undang Tali"
        " Temali yang selanjutnya disebut Undang-Undang TTM adalah Undang-Undang Nomor 3 Tahun 1990"
        " tentang Serat.\n2. Simpul adalah ikatan.\nPasal 2\nSimpul diikat menurut Pasal 7"
        " Undang-Undang TTM dan Pasal 9 Undang-Undang Tali Temali.\n"
    )
    assert {("uu-3-1990", "pasal-7"), ("uu-3-1990", "pasal-9")} <= targets(law)


def test_figures_of_a_day_drawn_apart_are_one_day() -> None:
    text = (HEAD.format(basis="") + "Pasal 1\nTali itu panjang.\n" + TAIL).replace(
        "4 Mei 2017", "1 7 Mei 20 1 7"
    )
    assert str(read_law(text, "pp-4-2017.md").heading.signed) == "2017-05-17"


def test_a_title_drawn_apart_is_one_word() -> None:
    text = (HEAD.format(basis="") + "Pasal 1\nTali itu panjang.\n" + TAIL).replace(
        "TENTANG TALI\n", "TENTANG T A L I T E M A L I\n"
    )
    assert read_law(text, "pp-4-2017.md").heading.title == "TALITEMALI"


def test_the_head_of_a_page_hides_no_unit() -> None:
    law = read(
        "Pasal 1\nTali terdiri atas:\na. rami; PRES I DEN REPUBLIK INDONESIA b. kapas;"
        " DISTRIBUSI II - 7 - c. baja.\nPasal 2\nTali dijual.\n"
    )
    assert units(law, "huruf") == ["pasal-1/huruf-a", "pasal-1/huruf-b", "pasal-1/huruf-c"]


def test_a_consideration_after_the_word_mengingat_is_no_basis() -> None:
    because = (
        "bahwa untuk melaksanakan ketentuan Pasal 82 Undang-Undang Nomor 11 Tahun 2010 tentang "
        "Serat, perlu menetapkan Peraturan Pemerintah;\n2. Undang-Undang Nomor 9 Tahun 2009;\n"
    )
    based = {
        (one.instrument, one.path) for one in read("Pasal 1\nCukup.\n", basis=because).based_on
    }
    assert based == {("uud-1945", "pasal-5/ayat-2"), ("uu-9-2009", "")}
    listed = because.replace(";\n2.", "\n2.")
    assert read("Pasal 1\nCukup.\n", basis=listed).based_on[-1].instrument == "uu-9-2009"


def test_an_article_may_open_with_the_one_term_it_defines() -> None:
    law = read("Pasal 1\nTali Pengikat yang selanjutnya disebut Tali adalah benda panjang untuk:\n"
               "1. kapal; atau\n2. kuda.\nPasal 2\nTali dijual.\n")  # fmt: skip
    assert [(one.provision, one.term, one.short) for one in law.definitions] == [
        ("pasal-1", "Tali Pengikat", ("Tali",)),
    ]  # fmt: skip


def test_a_garbled_word_for_promulgation_still_gives_the_day() -> None:
    text = HEAD.format(basis="") + "Pasal 1\nCukup.\n" + TAIL
    law = read_law(text + "Diunclangkan di Jakarta pada tanggal 5 Mei 2017\n", "pp-4-2017.md")
    assert str(law.heading.promulgated) == "2017-05-05"


@pytest.mark.parametrize(
    ("ends", "day"),
    [
        ("Diundangkan di Jakarta pada tanggal 5 Mei 217\n", "2017-05-05"),
        ("Diundangkan di Jakarta pada tanggal 5 Mei ?017\n", "2017-05-05"),
        ("Diundangkan di Jakarta pada tanggal 5 Mei 2107\n", "None"),
    ],
)
def test_a_year_that_lost_a_figure_is_that_of_the_law_and_told(ends: str, day: str) -> None:
    text = HEAD.format(basis="") + "Pasal 1\nCukup.\n" + TAIL
    law = read_law(text + ends, "pp-4-2017.md")
    assert str(law.heading.promulgated) == day
    assert told(law, "is taken for 2017") == (day != "None")


@pytest.mark.parametrize("rank", ["ke-30", "ketiga puluh", "ketigapuluhnya"])
def test_a_law_may_begin_on_a_counted_day_after_its_promulgation(rank: str) -> None:
    body = f"Pasal 1\nPeraturan ini mulai berlaku pada hari {rank} setelah diundangkan.\n"
    text = HEAD.format(basis="") + body + TAIL
    law = read_law(text + "Diundangkan di Jakarta pada tanggal 5 Mei 2017\n", "pp-4-2017.md")
    assert str(law.in_force) == "2017-06-04"


def test_stray_words_before_the_last_sentence_hide_no_commencement() -> None:
    stray = "Pasal 1\nTali dijual.\nPasal 2\nkehilangan peraturan mengenai "
    body = f"{stray}Peraturan Pemerintah m1 mulai berlaku pada tanggal diundangkan."
    text = HEAD.format(basis="") + body + TAIL
    law = read_law(text + "Diundangkan di Jakarta pada tanggal 5 Mei 2017\n", "pp-4-2017.md")
    assert str(law.in_force) == "2017-05-05"
