"""Ayat, letters and numbers whose own mark a scan lost."""

from simpul.laws import read_law

HEAD = (
    "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 5 TAHUN 2003 TENTANG KINCIR\n\nMenimbang :\n\n"
    "a. bahwa kincir perlu diatur;\nMEMUTUSKAN :\n Menetapkan : UNDANG-UNDANG TENTANG KINCIR.\n"
)


def test_the_words_before_the_second_ayat_are_the_first_that_lost_its_number() -> None:
    read = read_law(
        HEAD + "Pasal 1\nKincir wajib memenuhi syarat:\na. kuat; dan\nb. tinggi.\n"
        "(2) Kincir sebagaimana dimaksud pada ayat (1) dicat putih.\nPasal 2\nCukup.\n",
        "x.md",
    )
    assert [one.path for one in read.provisions if one.path.startswith("pasal-1/")] == [
        "pasal-1/ayat-1", "pasal-1/ayat-1/huruf-a", "pasal-1/ayat-1/huruf-b", "pasal-1/ayat-2",
    ]  # fmt: skip
    assert "ayat (1) has lost its number" in " ".join(one.what for one in read.unread)


def test_the_second_of_two_sentences_is_the_ayat_between_that_lost_its_number() -> None:
    body = (
        "Pasal 1\n(1) Kincir berputar bila angin bertiup. Kincir berhenti bila angin reda lagi.\n"
        "(3) Kincir dicat putih.\n(4) Kincir dijaga.\nPasal 2\nCukup.\n"
    )
    read = read_law(HEAD + body, "x.md")
    words = {one.path: read.words(one) for one in read.provisions}
    assert words["pasal-1/ayat-1"] == "Kincir berputar bila angin bertiup."
    assert words["pasal-1/ayat-2"] == "Kincir berhenti bila angin reda lagi."
    one_sentence = body.replace(" bertiup. Kincir", " bertiup, kincir")
    assert "pasal-1/ayat-2" not in {
        one.path for one in read_law(HEAD + one_sentence, "x.md").provisions
    }


def test_an_article_may_have_a_title_before_its_first_ayat() -> None:
    body = "Pasal 1. Gaji penjaga kincir. (1) Penjaga digaji. (2) Gaji dibayar. Pasal 2. Cukup.\n"
    read = read_law(HEAD + body, "x.md")
    assert [one.path for one in read.provisions if one.kind == "ayat"] == [
        "pasal-1/ayat-1", "pasal-1/ayat-2",
    ]  # fmt: skip


def test_an_item_amid_the_words_of_the_one_before_is_put_in() -> None:
    body = (
        "Pasal 1\nKincir wajib:\na. kuat;\nb. tinggi c. putih;\nd. bersih.\n"
        "Pasal 2\nKincir terdiri atas:\n1. roda;\n2. layar 3. tiang, menurut Pasal 4. Ayat;\n"
        "4. atap.\nPasal 3\nCukup.\n"
    )
    read = read_law(HEAD + body, "x.md")
    words = {one.path: read.words(one) for one in read.provisions}
    assert (words["pasal-1/huruf-b"], words["pasal-1/huruf-c"]) == ("tinggi", "putih;")
    assert words["pasal-2/angka-3"] == "tiang, menurut Pasal 4. Ayat;"
    assert [one.what for one in read.unread if one.kind == "numbering"] == [
        "Pasal 1: huruf c stands amid the words of b",
        "Pasal 2: angka 3 stands amid the words of 2",
    ]


def test_a_letter_that_stands_twice_amid_the_words_is_not_guessed() -> None:
    body = "Pasal 1\nKincir wajib:\na. kuat b. tinggi b. putih;\nc. bersih.\nPasal 2\nCukup.\n"
    read = read_law(HEAD + body, "x.md")
    assert "pasal-1/huruf-b" not in {one.path for one in read.provisions}
    assert "huruf c follows 1" in " ".join(one.what for one in read.unread)


def test_one_number_at_every_ayat_is_a_misprint_and_they_are_counted() -> None:
    body = (
        "Pasal 1\n(3) Kincir wajib dicat putih.\n(3) Penjaga dijaga, menurut ayat (3).\n"
        "(3) Gaji dibayar.\nPasal 2\n(2) Kincir dicat.\nPasal 3\nCukup.\n"
    )
    read = read_law(HEAD + body, "x.md")
    assert [one.path for one in read.provisions if one.path.startswith("pasal-1/")] == [
        "pasal-1/ayat-1", "pasal-1/ayat-2", "pasal-1/ayat-3",
    ]  # fmt: skip
    assert "stands at each of its ayat, taken for (2)" in " ".join(one.what for one in read.unread)
    assert "pasal-2/ayat-2" in {one.path for one in read.provisions}
