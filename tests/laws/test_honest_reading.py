import pytest

from simpul.errors import UnreadableInput
from simpul.laws import Law, read_law

HEAD = "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 1 TAHUN 2000 TENTANG UJI\nMEMUTUSKAN:\n"


def remarks(law: Law) -> list[tuple[str, int]]:
    return [(one.kind, one.line) for one in law.unread]


def test_an_empty_article_is_told(kites: Law) -> None:
    assert ("empty-article", 29) in remarks(kites)


def test_a_missing_article_is_told(kites: Law) -> None:
    assert ("sequence", 30) in remarks(kites)


def test_numbers_written_twice_that_differ_are_told() -> None:
    law = read_law(HEAD + "Pasal 1\nLamanya 3 (empat) tahun.\n", "uu-1-2000.md")
    assert ("number-twice", 4) in remarks(law)


def test_a_skipped_ayat_is_told_and_the_next_still_read() -> None:
    law = read_law(HEAD + "Pasal 1\n(1) Satu.\n(3) Tiga.\n", "uu-1-2000.md")
    assert ("numbering", 5) in remarks(law)
    assert [one.path for one in law.provisions][-1] == "pasal-1/ayat-3"


def test_letters_where_digits_stand_are_told() -> None:
    law = read_law(HEAD + "Pasal 1\nSejak Tahun 2OO1.\n", "uu-1-2000.md")
    assert ("ocr", 4) in remarks(law)


def test_a_repeal_that_names_nothing_readable_is_told() -> None:
    law = read_law(HEAD + "Pasal 1\nUndang-undang Nomor 5 Tahun x9y0 dicabut.\n", "uu-1-2000.md")
    assert ("repeal", 4) in remarks(law)


def test_a_text_that_names_no_law_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="names no law"):
        read_law("Resep soto ayam.", "soup.md")


def body(words: str) -> Law:
    return read_law(f"{HEAD}{words}\n", "uu-1-2000.md")


def test_an_empty_roman_article_is_told() -> None:
    law = body("Pasal I\nBeberapa ketentuan diubah sebagai berikut:\nPasal II\n")
    assert ("empty-article", 5) in remarks(law)


def test_a_law_named_without_its_number_is_told() -> None:
    law = body("Pasal 1\nIni diatur dalam Undang-Undang Layangan.")
    assert ("unnamed-law", 4) in remarks(law)
    assert law.references == ()


def test_a_law_named_without_its_number_is_the_one_the_text_cites() -> None:
    law = body(
        "Pasal 1\nMenurut Undang-Undang Nomor 4 Tahun 1990 tentang Layangan.\n"
        "Pasal 2\nSesuai Pasal 7 Undang-Undang Layangan."
    )
    assert ("uu-4-1990", "pasal-7") in {(one.instrument, one.path) for one in law.references}
    assert "unnamed-law" not in {one.kind for one in law.unread}


def test_a_legal_basis_that_was_lost_is_told() -> None:
    assert "legal-basis" in {one.kind for one in body("Pasal 1\nSatu.").unread}


def test_a_legal_basis_before_its_heading_is_read() -> None:
    law = read_law(
        "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 1 TAHUN 2000 TENTANG UJI\nMenimbang: bahwa perlu;\n"
        "1. Pasal 20 Undang-Undang Dasar 1945;\n2. Undang-Undang Nomor 4 Tahun 1990;\nMengingat :\n"
        "MEMUTUSKAN:\nPasal 1\nSatu.\n",
        "uu-1-2000.md",
    )
    assert [one.instrument for one in law.based_on] == ["uud-1945", "uu-4-1990"]


def test_definitions_that_a_scan_broke_are_told() -> None:
    law = body("Pasal 1\nYang dimaksud dengan 3. Tali adalah benda. Benang adalah tali.")
    assert ("definitions", 4) in remarks(law)


def test_a_year_in_letters_is_that_of_the_law_and_told() -> None:
    law = body("Pasal 1\nSatu.\nDisahkan di Jakarta pada tanggal 5 Marct'2OLL\n")
    assert str(law.heading.signed) == "2000-03-05"
    assert ("ocr", 5) in remarks(law)
