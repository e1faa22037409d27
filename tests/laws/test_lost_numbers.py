"""Items of definitions whose numbers a scan lost."""

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


def test_items_that_lost_their_numbers_are_counted_where_just_as_many_lack() -> None:
    found = read(
        "1. Tali adalah benda panjang. Simpul adalah ikatan tali. Serat adalah bahan tali.\n"
        "4. Kain adalah anyaman serat."
    )
    assert found == {
        "pasal-1/angka-1": "Tali", "pasal-1/angka-2": "Simpul", "pasal-1/angka-3": "Serat",
        "pasal-1/angka-4": "Kain",
    }  # fmt: skip


def test_a_second_sentence_of_an_item_is_no_item_of_its_own() -> None:
    found = read(
        "1. Tali adalah benda panjang. Simpul adalah ikatan tali.\n2. Kain adalah anyaman."
    )
    assert found == {"pasal-1/angka-1": "Tali", "pasal-1/angka-2": "Kain"}


def test_numbers_with_a_letter_and_deleted_items_count_among_definitions_apart() -> None:
    found = read(
        "1. Tali adalah benda panjang. Kawat adalah tali dari logam. Dihapus. "
        "Benang adalah tali halus.\n2.\n2a.\n3.\n4. Simpul adalah ikatan tali.\n"
    )
    assert found == {
        "pasal-1/angka-1": "Tali", "pasal-1/angka-2": "Kawat", "pasal-1/angka-3": "Benang",
        "pasal-1/angka-4": "Simpul",
    }  # fmt: skip


def test_a_number_without_words_belongs_to_the_sentence_before_it() -> None:
    found = read(
        "1. Tali adalah benda panjang. Simpul adalah ikatan tali.\n2.\n"
        "3. Kain adalah anyaman serat. Serat adalah bahan tali.\n4.\n"
    )
    assert found == {
        "pasal-1/angka-1": "Tali", "pasal-1/angka-2": "Simpul", "pasal-1/angka-3": "Kain",
        "pasal-1/angka-4": "Serat",
    }  # fmt: skip


def test_a_number_before_the_end_of_a_definition_counts_backwards() -> None:
    found = read(
        "1. Tali adalah benda\n2.\n3.\n4. yang panjang. Simpul adalah ikatan tali. "
        "Serat adalah bahan tali.\n5. Kain adalah anyaman serat."
    )
    assert found["pasal-1/angka-3"] == "Simpul"
    assert found["pasal-1/angka-4"] == "Serat"
    assert found["pasal-1/angka-5"] == "Kain"


def test_a_list_of_numbers_without_words_defines_nothing() -> None:
    assert read("1.\n2.\n3.\n") == {}
