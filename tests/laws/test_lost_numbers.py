"""Items of definitions whose numbers a scan lost."""

import pytest

from simpul.laws import read_law

HEAD = (
    "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 5 TAHUN 2003 TENTANG TALI\n\nMenimbang :\n\n"
    "a. bahwa tali perlu diatur;\nMengingat :\n\n1. Pasal 5 Undang-Undang Dasar 1945;\n"
    "MEMUTUSKAN :\n Menetapkan : UNDANG-UNDANG TENTANG TALI. BAB I KETENTUAN UMUM\nPasal 1\n"
    "Dalam Undang-undang ini yang dimaksud dengan:\n"
)
TAIL = "\nPasal 2\nTali dibuat dari serat.\nDisahkan di Jakarta pada tanggal 4 Mei 2003\n"


def read(items: str) -> dict[str, str]:
    law = read_law(HEAD + items + TAIL, "uu-5-2003.md")
    return {one.provision: one.term for one in law.definitions}


COUNTED = (
    "1. Tali adalah benda panjang. Simpul adalah ikatan tali. Serat adalah bahan tali.\n"
    "4. Kain adalah anyaman serat."
)
APART = (
    "1. Tali adalah benda panjang. Kawat adalah tali dari logam. Dihapus. Benang adalah tali halus."
    "\n2.\n2a.\n3.\n4. Simpul adalah ikatan tali.\n"
)
BARE = (
    "1. Tali adalah benda panjang. Simpul adalah ikatan tali.\n2.\n"
    "3. Kain adalah anyaman serat. Serat adalah bahan tali.\n4.\n"
)
BEFORE_AN_END = (
    "1. Tali adalah benda\n2.\n3.\n4. yang panjang. Simpul adalah ikatan tali. "
    "Serat adalah bahan tali.\n5. Kain adalah anyaman serat."
)


@pytest.mark.parametrize(
    ("items", "terms"),
    [
        pytest.param(COUNTED, ("Tali", "Simpul", "Serat", "Kain"), id="just-as-many-lack"),
        pytest.param(APART, ("Tali", "Kawat", "Benang", "Simpul"), id="with-2a-and-one-deleted"),
        pytest.param(BARE, ("Tali", "Simpul", "Kain", "Serat"), id="numbers-without-words"),
    ],
)
def test_items_that_lost_their_numbers_are_counted(items: str, terms: tuple[str, ...]) -> None:
    assert read(items) == {f"pasal-1/angka-{n}": term for n, term in enumerate(terms, 1)}


def test_a_number_before_the_end_of_a_definition_counts_backwards() -> None:
    found = read(BEFORE_AN_END)
    assert [found[f"pasal-1/angka-{n}"] for n in (3, 4, 5)] == ["Simpul", "Serat", "Kain"]


def test_a_second_sentence_of_an_item_is_no_item_of_its_own() -> None:
    found = read(
        "1. Tali adalah benda panjang. Simpul adalah ikatan tali.\n2. Kain adalah anyaman."
    )
    assert found == {"pasal-1/angka-1": "Tali", "pasal-1/angka-2": "Kain"}


def test_a_list_of_numbers_without_words_defines_nothing() -> None:
    assert read("1.\n2.\n3.\n") == {}
