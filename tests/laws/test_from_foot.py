"""Scans whose pages stand from the foot up."""

from simpul.laws import Law, read_law

HEAD = (
    "PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 4 TAHUN 2013 TENTANG KINCIR\n\nMenimbang :\n\n"
    "a. bahwa kincir perlu diatur;\nMEMUTUSKAN :\n Menetapkan : PERATURAN PEMERINTAH.\n"
)
ENTERS = "Peraturan Pemerintah ini mulai berlaku pada tanggal diundangkan.\n"


def read(body: str) -> Law:
    return read_law(HEAD + body, "pp-4-2013.md")


def words(law: Law) -> dict[str, str]:
    return {one.path: law.words(one) for one in law.provisions if one.kind in ("pasal", "ayat")}


def test_articles_may_stand_in_falling_order() -> None:
    law = read(
        "Pasal 3\n(1) Kincir dicat.\n(2) Cat putih.\nPasal 2\nKincir berputar.\nPasal 1\n"
        f"Kincir itu tinggi.\nPasal 5\n{ENTERS}Pasal 4\nPenjaga digaji.\n"
    )
    assert words(law)["pasal-2"] == "Kincir berputar."
    assert words(law)["pasal-3/ayat-2"] == "Cat putih."
    assert words(law)["pasal-5"] == ENTERS.strip()
    told = [one.what for one in law.unread if one.kind == "sequence"]
    assert len(told) == 5
    assert all("from its foot up" in one for one in told)


def test_a_heading_may_stand_after_its_text() -> None:
    law = read(
        "Kincir itu tinggi.\nPasal 1\nKETENTUAN UMUM\nBAB I (1) Penjaga digaji.\n"
        "(2) Gaji dibayar.\nPasal 4\nKincir dijaga.\nPasal 3\nKincir dicat.\nPasal 2\n"
        f"{ENTERS}Pasal 7\nTali diikat.\nPasal 6\nKincir dihitung.\nPasal 5\n"
    )
    assert words(law)["pasal-1"] == "Kincir itu tinggi."
    assert words(law)["pasal-4/ayat-2"] == "Gaji dibayar."
    assert words(law)["pasal-3"] == "Kincir dijaga."
    assert words(law)["pasal-6"] == "Tali diikat."


def test_two_articles_out_of_turn_are_no_falling_order() -> None:
    law = read(f"Pasal 2\nKincir berputar.\nPasal 1\nKincir tinggi.\nPasal 3\n{ENTERS}")
    assert not any("foot" in one.what for one in law.unread)
