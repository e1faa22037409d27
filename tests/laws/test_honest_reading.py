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
    law = read_law(HEAD + "Pasal 1\nUndang-undang Nomor 5 Tahun lggO dicabut.\n", "uu-1-2000.md")
    assert ("repeal", 4) in remarks(law)


def test_a_text_that_names_no_law_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="names no law"):
        read_law("Resep soto ayam.", "soup.md")
