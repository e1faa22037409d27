from simpul.laws import Law


def numbers(law: Law) -> list[str]:
    return [one.number for one in law.articles]


def test_articles_are_found_on_their_own_line_and_inside_a_line(kites: Law) -> None:
    assert numbers(kites) == ["1", "2", "3", "4", "5", "7", "8", "9"]


def test_units_have_paths_that_can_be_cited(kites: Law) -> None:
    paths = {one.path for one in kites.provisions}
    assert {"pasal-2/ayat-2/huruf-b", "pasal-1/angka-3", "pasal-4/ayat-3"} <= paths


def test_an_article_stands_within_its_chapter(kites: Law) -> None:
    within = {one.number: one.within for one in kites.articles}
    assert (within["1"], within["3"], within["4"]) == ("bab-1", "bab-2", "bab-3")


def test_every_provision_knows_its_line(kites: Law) -> None:
    lines = {one.path: one.line for one in kites.provisions}
    assert lines["pasal-1/angka-2"] == 15
    assert lines["pasal-3"] == 21


def test_the_heading_names_the_law(kites: Law) -> None:
    head = kites.heading
    assert (head.name, head.title) == ("uu-7-2001", "LAYANG-LAYANG")
    assert (str(head.signed), str(head.promulgated)) == ("2001-05-04", "2001-05-06")
    assert (head.gazette, head.gazette_supplement) == ("LN 2001/31", "TLN 4102")


def test_old_month_names_and_inline_articles_are_read(gates: Law) -> None:
    assert numbers(gates) == ["1", "2", "3", "4"]
    assert str(gates.heading.promulgated) == "1952-01-20"
    assert (gates.heading.gazette, gates.heading.gazette_supplement) == ("LN 1952/7", "TLN 203")


def test_quoted_articles_are_not_articles_of_the_amending_law(amendment: Law) -> None:
    assert numbers(amendment) == ["I", "II"]
    quoted = [one.path for one in amendment.provisions if one.quoted and one.kind == "pasal"]
    assert quoted == ["pasal-i/pasal-3", "pasal-i/pasal-3a"]


def test_the_elucidation_is_apart_and_tied_to_its_provision(kites: Law) -> None:
    notes = {one.path: one.text for one in kites.elucidation}
    assert notes["pasal-2/ayat-1"] == "Izin ini gratis."
    assert "gratis" not in " ".join(kites.words(one) for one in kites.provisions)


def test_the_elucidation_of_letters_and_numbers_is_tied_to_them() -> None:
    from simpul.laws import read_law

    law = read_law(
        "UNDANG-UNDANG NOMOR 1 TAHUN 2001 TENTANG KINCIR\nMenimbang: a. bahwa.\nMEMUTUSKAN:\n"
        "Pasal 1\nDalam Undang-Undang ini:\n1. Kincir adalah roda.\n2. Angin adalah udara.\n"
        "Pasal 2\n(1) Kincir:\na. berputar;\nb. berhenti.\n(2) Cukup.\nDisahkan di Jakarta\n"
        "PENJELASAN ATAS UNDANG-UNDANG NOMOR 1 TAHUN 2001\nPASAL DEMI PASAL\n"
        "Pasal 1\nAngka 1\nCukup jelas. Angka 2\nAngin laut juga.\n"
        "Pasal 2\nAyat (1) Huruf a Cepat. Huruf b Lambat. Huruf z Tidak ada. Ayat (2) Jelas.",
        "uu-1-2001.md",
    )
    assert {one.path: one.text for one in law.elucidation} == {
        "pasal-1/angka-1": "Cukup jelas.", "pasal-1/angka-2": "Angin laut juga.",
        "pasal-2/ayat-1/huruf-a": "Cepat.",
        "pasal-2/ayat-1/huruf-b": "Lambat. Huruf z Tidak ada.", "pasal-2/ayat-2": "Jelas.",
    }  # fmt: skip


def test_a_file_without_heading_is_named_by_its_place() -> None:
    from simpul.laws import read_law

    law = read_law("Menimbang: a. bahwa.\nMEMUTUSKAN:\nPasal 1\nSatu.\n", "corpus/pp/1961/9.md")
    assert law.name == "pp-9-1961"
    assert "no-heading" in {one.kind for one in law.unread}
