"""Quoted articles that an order announces and whose heading a scan garbled or lost."""

import pytest

from simpul.laws import Law, read_law

HEAD = (
    "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 8 TAHUN 2016 TENTANG PERUBAHAN ATAS UNDANG-UNDANG\n"
    "NOMOR 5 TAHUN 2003 TENTANG KINCIR\n\nMenimbang :\n\na. bahwa kincir perlu diatur;\n"
    "MEMUTUSKAN :\n Menetapkan : UNDANG-UNDANG TENTANG PERUBAHAN KINCIR.\n"
    "Pasal I\nBeberapa ketentuan dalam Undang-Undang Nomor 5 Tahun 2003 tentang Kincir diubah "
    "sebagai berikut:\n"
)
TAIL = "\nPasal II\nUndang-Undang ini mulai berlaku pada tanggal diundangkan.\n"
CHANGED = "1. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:\n"
INSERTED = (
    "2. Di antara Pasal 9 dan Pasal 10 disisipkan 2 (dua) pasal, yakni Pasal 9A dan Pasal 9B "
    "sehingga berbunyi sebagai berikut:\n"
)
FOURTH = "Pasal 4\nKincir dicat putih setiap tahun.\n"


def read(body: str) -> Law:
    return read_law(HEAD + body + TAIL, "uu-8-2016.md")


def quoted(law: Law) -> list[str]:
    return [one.number for one in law.provisions if one.kind == "pasal" and one.quoted]


def remarks(law: Law) -> str:
    return " | ".join(one.what for one in law.unread)


@pytest.mark.parametrize("heading", ["Pasal 9,{", "Pasa] 9A", "Pasal 9 A", "Pasal 9,4'"])
def test_a_garbled_heading_is_the_one_that_is_announced(heading: str) -> None:
    text = f"{INSERTED}{heading} Kincir dijaga penjaga.\nPasal 9B\nPenjaga digaji.\n"
    law = read(CHANGED + FOURTH + text)
    assert quoted(law) == ["4", "9A", "9B"]
    assert law.words(next(one for one in law.provisions if one.number == "9A")) == (
        "Kincir dijaga penjaga."
    )


def test_a_letter_that_a_scan_reads_as_a_figure_is_told() -> None:
    law = read(f"{INSERTED}Pasal 94\nKincir dijaga.\nPasal 98\nPenjaga digaji.\n")
    assert quoted(law) == ["9A", "9B"]
    assert "the heading says 94, where 9A is announced" in remarks(law)
    assert [(one.action, one.path) for one in law.amendments if one.path] == [
        ("inserts", "pasal-9a"), ("inserts", "pasal-9b"),
    ]  # fmt: skip


def test_a_letter_in_a_heading_is_believed_against_the_order() -> None:
    order = CHANGED.replace("Pasal 4", "Pasal 98")
    assert quoted(read(order + "Pasal 9B\nPenjaga digaji.\n")) == ["9B"]


def test_new_text_without_heading_is_the_article_announced_where_others_have_theirs() -> None:
    bare = "2. Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:\n(1) Penjaga digaji.\n"
    more = bare.replace("2. ", "3. ").replace("Pasal 7", "Pasal 8\t").replace("\t", "")
    headed = more.replace("(1) ", "Pasal 8\n(1) ")
    law = read(CHANGED + FOURTH + bare + "(2) Gaji dibayar setiap bulan.\n" + headed)
    assert quoted(law) == ["4", "7", "8"]
    assert "Pasal 7: its heading is lost; the order before it announces it" in remarks(law)
    assert {"pasal-i/pasal-7/ayat-1", "pasal-i/pasal-7/ayat-2"} <= {
        one.path for one in law.provisions
    }


def test_a_law_that_quotes_without_headings_is_left_as_it_is() -> None:
    assert quoted(read(CHANGED + "Kincir dicat putih setiap tahun.\n")) == []


def test_new_words_of_an_ayat_alone_are_no_article() -> None:
    ayat = "2. Ketentuan Pasal 7 ayat (2) diubah sehingga berbunyi sebagai berikut:\n"
    law = read(CHANGED + FOURTH + ayat + "(2) Gaji dibayar setiap bulan.\n")
    assert quoted(law) == ["4"]


def test_a_reference_to_an_announced_article_is_no_heading() -> None:
    text = f"{INSERTED}Pasal 9A\nKincir menurut Pasal 9 B dijaga.\n"
    assert quoted(read(text)) == ["9A"]


def test_the_first_article_may_be_glued_to_its_number() -> None:
    law = read_law(
        (HEAD + CHANGED + FOURTH + TAIL).replace("Pasal I\nB", "Pasali B"), "uu-8-2016.md"
    )
    assert [one.number for one in law.provisions if one.kind == "pasal"] == ["I", "4", "II"]


def test_the_second_sentence_between_two_articles_is_the_one_without_heading() -> None:
    order = (
        "2. Di antara Pasal 9 dan Pasal 10 disisipkan 3 (tiga) pasal, yakni Pasal 9A, Pasal 9B, "
        "dan Pasal 9C sehingga berbunyi sebagai berikut:\n"
    )
    first = "Kincir dijaga oleh penjaga yang diangkat bupati setempat."
    second = "Penjaga kincir digaji setiap bulan menurut peraturan daerah."
    third = "\nPasal 9C\nKincir dicat.\n"
    law = read(f"{CHANGED}{FOURTH}{order}Pasal 9A\n{first} {second}{third}")
    assert quoted(law) == ["4", "9A", "9B", "9C"]
    words = {one.number: law.words(one) for one in law.provisions if one.quoted}
    assert (words["9A"], words["9B"]) == (first, second)
    assert "Pasal 9B: its heading is lost; it runs on from Pasal 9A" in remarks(law)
    more = read(f"{CHANGED}{FOURTH}{order}Pasal 9A\n{first} {second} {first}{third}")
    assert "9B" not in quoted(more)


def test_the_first_heading_of_new_text_may_have_lost_the_letter_announced() -> None:
    order = (
        "8. Menambah ketentuan baru di antara Pasal 9 dan Pasal 10 yang dijadikan Pasal 9A, yang "
        "berbunyi sebagai berikut: "
    )
    law = read(f'{CHANGED}{FOURTH}{order}"Pasal 9 (1) Kincir dijaga. (2) Penjaga digaji."\n')
    assert quoted(law) == ["4", "9A"]
    assert "the heading says 9, where 9A is announced" in remarks(law)
    assert [(one.action, one.path) for one in law.amendments if one.path][1:] == [
        ("inserts", "pasal-9a")
    ]


def test_an_article_named_in_the_next_order_is_no_heading() -> None:
    part = "5. Ketentuan Pasal 10 ayat (1) diubah sehingga berbunyi sebagai berikut: (1) Tali.\n"
    named = (
        "7. Di antara Pasal 10 dan Pasal 11 disisipkan Pasal 10 A yang berbunyi sebagai berikut: "
    )
    law = read(f'{CHANGED}{FOURTH}{part}{named}"Pasal 10A Kincir dijaga."\n')
    assert quoted(law) == ["4", "10A"]
