"""Ayat whose numbers a scan garbled, or drew apart from their words."""

import pytest

from simpul.laws import Law, read_law

HEAD = (
    "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 5 TAHUN 2016 TENTANG KINCIR\n\nMenimbang :\n\n"
    "a. bahwa kincir perlu diatur;\nMEMUTUSKAN :\n Menetapkan : UNDANG-UNDANG TENTANG KINCIR.\n"
    "Pasal 1\nKincir itu berputar.\n"
)
ONE = "Kincir wajib dicat putih setiap tahun. "
TWO = "Cat sebagaimana dimaksud pada ayat (1) harus tahan air. "
THREE = "Penjaga mengawasi cat sebagaimana dimaksud pada ayat (2). "


def read(body: str) -> Law:
    return read_law(HEAD + body, "uu-5-2016.md")


def ayat(law: Law, article: str = "pasal-2") -> dict[str, str]:
    inside = (one for one in law.provisions if one.path.startswith(f"{article}/"))
    return {one.number: law.words(one) for one in inside if one.kind == "ayat"}


@pytest.mark.parametrize("second", ["(2\\", "{2)", "(21", "(2t", "l2l"])
def test_a_garbled_second_number_is_read(second: str) -> None:
    assert list(ayat(read(f"Pasal 2\n(1) {ONE}{second} {TWO}\nPasal 3\nCukup.\n"))) == ["1", "2"]


@pytest.mark.parametrize("first", ["(U", "(i)"])
def test_a_garbled_first_number_is_read(first: str) -> None:
    words = ayat(read(f"Pasal 2\n{first} {ONE}(2) {TWO}\nPasal 3\nCukup.\n"))
    assert words["1"] == ONE.strip()
    assert ayat(read(f"Pasal 2\n{first} {ONE}\nPasal 3\nCukup.\n")) == {}


def test_a_full_stop_read_as_a_dash_ends_an_ayat() -> None:
    assert (
        len(ayat(read(f"Pasal 2\n(1) {ONE}(2) Cat tahan air- (3) {THREE}\nPasal 3\nCukup.\n"))) == 3
    )


def test_numbers_above_the_heading_of_a_chapter_count_the_sentences() -> None:
    one, two = "Penjaga kincir diangkat oleh bupati. ", "Penjaga kincir digaji setiap bulan. "
    body = f"(1) (2)\nBagian Kesatu Cat Pasal 2 {one}{two}\nPasal 3\nCukup.\n"
    assert list(ayat(read(body)).values()) == [one.strip(), two.strip()]
    assert ayat(read(body.replace("(1) (2)", "(1) (2) (3)"))) == {}


def test_numbers_before_and_after_the_words_count_together() -> None:
    body = f"(1) (2)\nPasal 2\n{ONE}{TWO}{THREE}\n(3)\nPasal 3\nCukup.\n"
    assert ayat(read(body)) == {"1": ONE.strip(), "2": TWO.strip(), "3": f"{THREE.strip()} (3)"}


def test_of_two_runs_before_a_heading_the_one_that_fits_counts() -> None:
    body = f"Pasal 2\n(1) (2) (3) (1) (2)\nPasal 2\n{ONE}{TWO}{THREE}\nPasal 3\nCukup.\n"
    assert len(ayat(read(body))) == 3


def test_a_catchword_and_the_numbers_after_it_are_not_the_article_before() -> None:
    body = f"Pasal 2\n{ONE}{TWO}{THREE}\nPasal 3\n(1) (2)     4-\nPasal 3\n(1) {ONE}(2) {TWO}\n"
    law = read(body)
    assert len(ayat(law)) == 3
    assert len(ayat(law, "pasal-3")) == 2


def test_the_head_of_a_page_may_part_a_catchword_from_its_heading() -> None:
    body = f"Pasal 2\nPRESIDEI..I REPUBLIK INDONESIA Pasal 2 (1) {ONE}(2) {TWO}\nPasal 3\nCukup.\n"
    assert list(ayat(read(body))) == ["1", "2"]


def test_the_foot_of_a_page_printed_from_a_browser_is_no_text() -> None:
    foot = "UNDANG-UNDANG REPUBLIK INDONESIA file: ///C|/x/UU%205.htm[14/10/2011 15: 59: 21] "
    assert list(ayat(read(f"Pasal 2\n{foot}(1) {ONE}\n(2) {TWO}\nPasal 3\nCukup.\n"))) == ["1", "2"]


def test_the_ayat_of_an_old_law_may_give_the_orders() -> None:
    old = HEAD.replace("TENTANG KINCIR", "TENTANG PERUBAHAN UNDANG-UNDANG NOMOR 4 TAHUN 2001")
    body = (
        "Pasal 2.\n(1) Pasal 7 ayat 1 ditambah dengan kalimat yang berbunyi: Kincir dicat. "
        '(2) Dalam pasal 8 ayat 3, perkataan "putih" diganti dengan: "kuning".\nPasal 3\nCukup.\n'
    )
    law = read_law(old + body, "uu-5-2016.md")
    assert list(ayat(law)) == ["1", "2"]
    assert {one.path for one in law.amendments if one.path} == {"pasal-7/ayat-1", "pasal-8/ayat-3"}


def test_a_sentence_may_end_with_the_number_of_an_article() -> None:
    one, two = (
        "Bupati menjaga cat sebagaimana dimaksud dalam Pasal 13. ",
        "Bupati menggaji penjaga setiap bulan. ",
    )
    body = f"Pasal 2\n(1) (2t\nPasal 2\n{one}{two}\nPasal 3\nCukup.\n"
    assert list(ayat(read(body)).values()) == [one.strip(), two.strip()]


def test_a_bracket_read_as_a_letter_is_no_letter_of_the_number() -> None:
    law = read("Pasal 2\nCat sebagaimana dimaksud dalam Pasal 7 ayat (2t,, tahan air.\n")
    assert [one.path for one in law.references] == ["pasal-7/ayat-2"]
