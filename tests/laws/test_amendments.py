"""What an amending law changes, inserts and deletes, through the slips of scans."""

import pytest

from simpul.laws import Law, read_law
from simpul.laws.written.numerals import next_letter

HEAD = (
    "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 4 TAHUN 2017 TENTANG {title}\n\nMenimbang :\n\n"
    "a. bahwa tali perlu diatur;\nMengingat :\n\n1. Pasal 5 ayat (1) Undang-Undang Dasar 1945;\n"
    "MEMUTUSKAN :\n Menetapkan : UNDANG-UNDANG TENTANG PERUBAHAN.\n"
)
TITLE = "PERUBAHAN ATAS UNDANG-UNDANG NOMOR 3 TAHUN 1990 TENTANG TALI"
ORDER = (
    "Beberapa ketentuan dalam Undang-Undang Nomor 3 Tahun 1990 tentang Tali diubah sebagai"
    " berikut:\n"
)
CLOSE = "Pasal II\nUndang-Undang ini mulai berlaku pada tanggal diundangkan.\n"
TAIL = "\nDisahkan di Jakarta pada tanggal 4 Mei 2017\n"


def read(body: str, *, title: str = TITLE) -> Law:
    return read_law(HEAD.format(title=title) + body + TAIL, "uu-4-2017.md")


def changes(law: Law) -> set[str]:
    return {f"{one.instrument} {one.action} {one.path}" for one in law.amendments if one.path}


def test_figures_drawn_apart_are_one_number() -> None:
    law = read(
        f"Pasal I\n{ORDER}1. Pasal 20 3 dihapus.\n2. Ketentuan Pasal l 12B dihapus.\n{CLOSE}"
    )
    assert changes(law) == {"uu-3-1990 deletes pasal-203", "uu-3-1990 deletes pasal-112b"}


@pytest.mark.parametrize("named", ["Pasal 1OA", "Pasal lOA", "Pasal 10A"])
def test_letters_read_for_figures_are_figures(named: str) -> None:
    law = read(
        f"Pasal I\n{ORDER}1. Di antara Pasal 10 dan Pasal 11 disisipkan 1 (satu) pasal, yakni"
        f" {named} sehingga berbunyi sebagai berikut:\n{named}\nTali diikat.\n{CLOSE}"
    )
    assert changes(law) == {"uu-3-1990 inserts pasal-10a"}


def test_a_letter_read_as_a_figure_is_told_by_the_article_before() -> None:
    law = read(
        f"Pasal I\n{ORDER}1. Di antara Pasal 26 dan Pasal 27 disisipkan 2 (dua) pasal, yakni Pasal"
        " 26A dan Pasal 268 sehingga berbunyi sebagai berikut:\nPasal 26A\nTali diikat.\nPasal"
        f" 268\nTali dijual.\n{CLOSE}"
    )
    assert changes(law) == {"uu-3-1990 inserts pasal-26a", "uu-3-1990 inserts pasal-26b"}
    assert any("268" in one.what for one in law.unread)


def test_a_letter_is_read_only_where_it_is_the_next() -> None:
    assert next_letter("26B", "26S") is None
    assert next_letter("26", "268") is None


def test_an_article_may_order_its_change_in_one_sentence() -> None:
    law = read(
        "Pasal 1\nPasal 2 ayat (1) Undang-Undang Nomor 3 Tahun 1990 tentang Tali diubah hingga"
        ' berbunyi: "Tali itu pendek".\nPasal 2\nUndang-Undang ini mulai berlaku pada tanggal'
        " diundangkan.\n",
        title="UKURAN TALI",
    )
    assert changes(law) == {"uu-3-1990 changes pasal-2/ayat-1"}


def test_small_letters_may_order_when_they_are_numbered() -> None:
    law = read(
        f"Pasal I\n{ORDER}a. pasal 1 dihapuskan;\nb. pasal 2 diubah sehingga berbunyi demikian:\n"
        f"Tali itu pendek.\n{CLOSE}"
    )
    assert changes(law) == {"uu-3-1990 deletes pasal-1", "uu-3-1990 changes pasal-2"}


def test_a_statute_whose_name_lost_a_word_is_still_the_law_changed() -> None:
    law = read(
        "Pasal I\nBeberapa ketentuan dalam Undang Nomor 3 Tahun 1990 tentang Tali sebagaimana telah"
        " diubah dengan Undang-Undang Nomor 9 Tahun 2015 diubah sebagai berikut:\n1. Pasal 7"
        f" dihapus.\n{CLOSE}",
        title="TALI",
    )
    assert changes(law) == {"uu-3-1990 deletes pasal-7"}


def test_a_changed_elucidation_changes_no_article() -> None:
    law = read(
        f"Pasal I\n{ORDER}1. Penjelasan Pasal 21 diubah.\n2. Ketentuan Pasal 22 diubah sehingga "
        f"berbunyi sebagai berikut:\nPasal 22\nTali putih.\n{CLOSE}"
    )
    assert changes(law) == {"uu-3-1990 changes pasal-22"}


def test_what_is_changed_beside_an_insertion_is_not_inserted() -> None:
    law = read(
        f"Pasal I\n{ORDER}1. Di antara ayat (2) dan ayat (3) Pasal 25 disisipkan 1 (satu) ayat, "
        "yakni ayat (2a) dan Ketentuan Pasal 25 ayat (3) diubah, sehingga Pasal 25 berbunyi "
        f"sebagai berikut:\nPasal 25\n(1) Tali putih.\n{CLOSE}"
    )
    assert changes(law) == {
        "uu-3-1990 inserts pasal-25/ayat-2a", "uu-3-1990 changes pasal-25/ayat-3",
    }  # fmt: skip


def test_what_is_deleted_and_replaced_is_changed() -> None:
    law = read(
        f"Pasal I\n{ORDER}1. Ketentuan Pasal 15 dihapus dan diganti dengan ketentuan Pasal 15 baru "
        f'yang berbunyi sebagai berikut : "Pasal 15 Tali putih."\n{CLOSE}'
    )
    assert changes(law) == {"uu-3-1990 changes pasal-15"}


def test_all_chapters_put_in_are_named() -> None:
    law = read(
        f"Pasal I\n{ORDER}1. Di antara BAB IV dan BAB V disisipkan 3 (tiga) bab baru, yakni "
        f"BAB IVA, BAB IVB, dan BAB IVC yang berbunyi sebagai berikut:\nBAB IVA SIMPUL\n{CLOSE}"
    )
    assert changes(law) == {f"uu-3-1990 inserts bab-iv{letter}" for letter in "abc"}
