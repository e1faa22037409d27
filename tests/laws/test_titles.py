"""Titles that a scan garbled, cut off or put amid other text."""

import pytest

from simpul.laws import read_law

ENACTED = "MEMUTUSKAN :\n Menetapkan : PERATURAN PEMERINTAH TENTANG {title}.\nPasal 1\nCukup.\n"
WEIGHED = "\n\nMenimbang :\n\na. bahwa kincir perlu diatur;\nMengingat :\n\n1. Pasal 5 UUD 1945;\n"


def title(heading: str, enacted: str = "PENYERTAAN KINCIR ANGIN DAN AIR") -> str:
    text = f"{heading}{WEIGHED}{ENACTED.format(title=enacted)}"
    return read_law(text, "pp/2016/4.md").heading.title


NUMBERED = "PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 4 TAHUN 2016 TENTANG "


@pytest.mark.parametrize("garbled", ["PEI{YERTAAN", "PEI.IYERTAAN", "PENYEzuAAN", "PENYERT,AAN"])
def test_a_title_garbled_in_the_heading_is_taken_from_the_enacting_words(garbled: str) -> None:
    assert title(f"{NUMBERED}{garbled} KINCIR ANGIN DAN AIR") == "PENYERTAAN KINCIR ANGIN DAN AIR"


@pytest.mark.parametrize("enacted", ["TALI DAN SIMPUL", "PENYERTAAN KINCIR"])
def test_another_or_shorter_title_is_no_better_one(enacted: str) -> None:
    garbled = "PEI{YERTAAN KINCIR ANGIN DAN AIR"
    assert title(f"{NUMBERED}{garbled}", enacted) == garbled


def test_an_abbreviation_is_not_garbled() -> None:
    said = "PENYERTAAN P.T. KINCIR ANGIN"
    assert title(f"{NUMBERED}{said}", "PENYERTAAN PT KINCIR ANGIN") == said


def test_a_title_cut_off_after_a_small_word_goes_on_in_the_enacting_words() -> None:
    heading = f"{NUMBERED}PENYERTAAN KINCIR ANGIN DAN"
    assert title(heading) == "PENYERTAAN KINCIR ANGIN DAN AIR"


def test_a_heading_amid_the_considerations_gives_the_title() -> None:
    text = (
        "2. Undang-Undang ...\na. bahwa kincir perlu diatur;\nDENGAN RAHMAT TUHAN YANG MAHA ESA\n"
        f"{NUMBERED}PENYERTAAN KINCIR Mengingat Menimbang\nMEMUTUSKAN :\n"
        "2. Undang-Undang Nomor 2 Tahun 2001 tentang Tali (Lembaran Negara 2001 Nomor 5);\n"
        "Pasal 1\nCukup.\n"
    )
    assert read_law(text, "pp/2016/4.md").heading.title == "PENYERTAAN KINCIR"


@pytest.mark.parametrize("said", ["PERATURAN TENTANG", "PERATUAN PEMERINTAH TENTANG"])
def test_the_enacting_words_may_name_their_kind_in_short_or_misspelt(said: str) -> None:
    enacted = ENACTED.replace("PERATURAN PEMERINTAH TENTANG", said).format(title="KINCIR")
    assert read_law(WEIGHED + enacted, "pp/2016/4.md").heading.title == "KINCIR"


def test_the_gazette_of_the_law_named_last_is_no_part_of_the_title() -> None:
    named = "PERUBAHAN PERATURAN PEMERINTAH NO. 14 TAHUN 1955"
    assert title("", f"{named} (Lembaran-Negara tahun 1955 No. 8)") == named


def test_words_that_lead_to_the_text_are_no_title() -> None:
    assert title("", "PENYERTAAN KINCIR, sebagai berikut") == "PENYERTAAN KINCIR"
    assert title("", "PENGUBAHAN PERATURAN PEMERINTAH NO. 14 TAHUN 1955") == (
        "PENGUBAHAN PERATURAN PEMERINTAH NO. 14 TAHUN 1955"
    )


def test_the_number_of_the_supplement_is_not_that_of_the_gazette() -> None:
    text = f"{NUMBERED}KINCIR{WEIGHED}{ENACTED.format(title='KINCIR')}"
    ends = (
        "\nDitetapkan di Jakarta pada tanggal 4 Mei 2016\n{}LEMBARAN NEGARA NOMOR 57 TAHUN 2016\n"
    )
    assert read_law(text + ends.format(""), "pp/2016/4.md").heading.gazette == "LN 2016/57"
    assert read_law(text + ends.format("TAMBAHAN "), "pp/2016/4.md").heading.gazette is None
