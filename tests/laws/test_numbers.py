from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.laws.written.dates import DATE, PERIOD, Period, later, read_date, read_period
from simpul.laws.written.money import RUPIAH, read_rupiah
from simpul.laws.written.names import CITATION, cited
from simpul.laws.written.numerals import digits, roman, words_to_number


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("Rp120.000.000,00 (seratus dua puluh juta rupiah)", 120_000_000),
        ("Rp. 5.000,- (lima ribu rupiah)", 5_000),
        ("350.000.000,00 (tiga ratus lima puluh juta rupiah)", 350_000_000),
        ("limaratus rupiah", 500),
        ("RpS.000.000,00 (lima juta rupiah)", 5_000_000),
        ("3 0 (tiga puluh) juta rupiah", 30_000_000),
        ("Rp 150.000.000,000 (seratus lima puluh juta rupiah)", 150_000_000),
        ("Rpf 5.000.000.000,00 (lima belas miliar rupiah)", 15_000_000_000),
        ("Rp I 5. 000. 000.000,00  (lima belas miliar  rupiah)", 15_000_000_000),
    ],
)
def test_sums_are_read_in_figures_and_words(text: str, rupiah: int) -> None:
    found = RUPIAH.search(text)
    assert found is not None
    assert read_rupiah(found)[0] == rupiah


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Undang-Undang Nomor 13 Tahun 2003", "uu-13-2003"),
        ("Undang-undang No. 10 Prp tahun 1960", "perpu-10-1960"),
        ("Undang-undang Nomor 11 Drt. Tahun 1955", "uudrt-11-1955"),
        ("Undang-Undang Nomor 32 Tahun 2Ol4", "uu-32-2014"),
        ("Undang-Undang Nomor lT Tahun 2008", "uu-17-2008"),
        ("Undang-Undang Nomor 18 Tahun 2073", "uu-18-2013"),
        ("Undang-undang Nomor 9 tahun 1.969", "uu-9-1969"),
        ("Staatsblad Tahun 1847 Nomor 23", "stb-1847-23"),
        ("Undang-undang tahun 1961 No. 8", "uu-8-1961"),
        ("Kitab Undang-undang Hukum Acara Pidana", "uu-8-1981"),
        ("Ketetapan MPRS No. VI/MPRS/1965", "tap-mprs-vi-1965"),
        ("Undang-undang Dasar Sementera Republik Indonesia", "uuds-1950"),
        ("Undang-undang pasar Sementara", "uuds-1950"),
        ("K.U.H.P.", "kuhp"),
        (
            "Peraturan Menteri Riset, Teknologi, dan Pendidikan Tinggi Nomor 4 Tahun 2016",
            "permen-riset-teknologi-dan-pendidikan-tinggi-4-2016",
        ),
    ],
)
def test_citations_name_their_instrument(text: str, name: str) -> None:
    found = CITATION.search(text)
    assert found is not None
    assert cited(found) == name


def test_a_date_that_does_not_exist_is_no_date() -> None:
    found = DATE.search("31 Pebruari 1960")
    assert found is not None
    assert read_date(found) is None


def test_figures_and_words_of_a_period_are_compared() -> None:
    found = PERIOD.search("selama 3 (empat) tahun")
    assert found is not None
    assert read_period(found) == (Period(3, "tahun"), False)


def test_a_month_after_the_last_of_january_is_the_last_of_february() -> None:
    assert later(date(2023, 1, 31), Period(1, "bulan")) == date(2023, 2, 28)


@given(st.integers(1, 9_999))
def test_digits_survive_look_alike_letters(value: int) -> None:
    garbled = str(value).replace("0", "O").replace("1", "l")
    assert digits(garbled) == value


@given(st.text(max_size=40))
def test_no_text_breaks_the_number_readers(text: str) -> None:
    assert digits(text) is None or digits(text) >= 0
    assert words_to_number(text) is None or words_to_number(text) >= 0
    assert roman(text) is None or roman(text) > 0
