from dataclasses import asdict
from datetime import date

import pytest

from simpul.laws import Law, read_law
from simpul.laws.model import Penalty


def test_definitions_carry_term_meaning_and_short_name(kites: Law) -> None:
    found = {one.term: one for one in kites.definitions}
    assert list(found) == ["Layang-layang", "Penerbang Layang-layang", "Anak"]
    assert found["Penerbang Layang-layang"].short == ("Penerbang",)
    assert found["Anak"].provision == "pasal-1/angka-3"


def test_a_penalty_has_bounds_in_months_and_rupiah(kites: Law) -> None:
    penalty = kites.penalties[0]
    assert (penalty.min_months, penalty.max_months) == (2, 12)
    assert (penalty.min_fine, penalty.max_fine) == (1_000_000, 2_500_000)
    assert (penalty.join, penalty.punishes) == ("and_or", ("pasal-2/ayat-1",))


def test_a_clause_that_closes_a_list_punishes_the_whole_ayat(kites: Law) -> None:
    penalty = kites.penalties[1]
    assert penalty.provision == "pasal-4/ayat-2"
    assert (penalty.min_months, penalty.max_months, penalty.join) == (None, 3, "or")
    assert penalty.custody == "kurungan"


def test_an_aggravation_is_a_factor(kites: Law) -> None:
    assert (kites.penalties[2].factor, kites.penalties[2].corporate) == ("1/3", True)


def test_amounts_in_words_are_read(gates: Law) -> None:
    (penalty,) = gates.penalties
    assert (penalty.max_months, penalty.max_fine, penalty.join) == (9, 10_000, "or")


def test_modal_words_become_norms(kites: Law) -> None:
    found = {(one.provision, one.kind, one.word) for one in kites.norms}
    assert ("pasal-2/ayat-1", "Obligation", "wajib") in found
    assert ("pasal-3", "Prohibition", "dilarang") in found


def test_references_resolve_inside_and_across_laws(kites: Law) -> None:
    found = {(one.provision, one.instrument, one.path) for one in kites.references}
    assert ("pasal-2/ayat-2", "uu-7-2001", "pasal-2/ayat-1") in found
    assert ("pasal-8", "uu-9-1980", "pasal-6") in found


def test_the_legal_basis_leaves_out_later_changes(kites: Law) -> None:
    found = [(one.instrument, one.path) for one in kites.based_on]
    assert found == [
        ("uud-1945", "pasal-5/ayat-1"),
        ("uud-1945", "pasal-20"),
        ("uu-3-1990", ""),
    ]


def test_repeals_are_whole_or_in_part(kites: Law) -> None:
    found = [(one.instrument, one.path, one.partial) for one in kites.repeals]
    assert found == [("uu-2-1970", "", False), ("uu-9-1980", "pasal-6", True)]


def test_a_repeal_may_follow_its_verb_and_share_one_kind(gates: Law) -> None:
    assert [one.instrument for one in gates.repeals] == ["uu-4-1947", "uu-9-1948"]


def test_entry_into_force_may_be_years_after_promulgation(kites: Law) -> None:
    assert kites.in_force == date(2004, 5, 6)


def test_entry_into_force_may_be_a_date(gates: Law) -> None:
    assert gates.in_force == date(1952, 2, 1)


def test_a_transition_has_its_period(kites: Law) -> None:
    found = {one.provision: one.period for one in kites.transitions}
    assert found["pasal-7"] is not None
    assert found["pasal-7"].months == 24


def test_delegation_and_licence_are_found(kites: Law) -> None:
    assert [(one.provision, one.to) for one in kites.delegations] == [
        ("pasal-2/ayat-3", "Peraturan Pemerintah")
    ]
    assert ("Izin terbang", "Menteri Angin") in {(one.name, one.issuer) for one in kites.licences}


def test_amendments_change_insert_and_delete(amendment: Law) -> None:
    found = {(one.action, one.instrument, one.path) for one in amendment.amendments}
    assert {
        ("changes", "uu-7-2001", ""),
        ("changes", "uu-7-2001", "pasal-3"),
        ("inserts", "uu-7-2001", "pasal-3a"),
        ("deletes", "uu-7-2001", "pasal-7"),
    } <= found


def test_a_reference_in_a_quoted_article_means_the_amended_law(amendment: Law) -> None:
    found = {(one.provision, one.instrument, one.path) for one in amendment.references}
    assert ("pasal-i/pasal-3/ayat-2", "uu-7-2001", "pasal-3/ayat-1") in found


@pytest.mark.parametrize("kind", ["definitions", "penalties", "references", "repeals", "norms"])
def test_every_fact_carries_its_line(kites: Law, kind: str) -> None:
    assert all(0 < asdict(one)["line"] <= kites.lines for one in getattr(kites, kind))


PENAL = (
    "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 5 TAHUN 2003 TENTANG TALI\n\nMengingat :\n\n1. Pasal 5"
    " Undang-Undang Dasar 1945;\nMEMUTUSKAN :\n Menetapkan : UNDANG-UNDANG TENTANG TALI.\nPasal 1\n"
)


def punishments(words: str) -> list[Penalty]:
    return list(read_law(f"{PENAL}{words}\nPasal 2\nTali dijual.\n", "uu-5-2003.md").penalties)


def test_years_and_months_make_one_term() -> None:
    (found,) = punishments(
        "Setiap orang yang memotong tali dipidana dengan pidana penjara paling lama 2 (dua) tahun 6"
        " (enam) bulan."
    )
    assert (found.max_months, found.custody) == (30, "penjara")


def test_a_term_without_the_word_prison_is_a_term() -> None:
    (found,) = punishments(
        "Barang siapa memotong tali dipidana dengan pidana paling lama 1 (satu) tahun datau denda"
        " paling banyak Rp 5.000.000,00 (lima juta rupiah)."
    )
    assert (found.max_months, found.max_fine, found.join) == (12, 5_000_000, "and_or")


def test_detention_for_an_unpaid_fine_is_its_substitute() -> None:
    (found,) = punishments(
        "Dalam hal tidak mampu membayar denda, terpidana dipidana dengan kurungan paling lama 6"
        " (enam) bulan."
    )
    assert (found.substitute_months, found.max_months) == (6, None)


def test_a_fine_of_a_corporation_is_a_penalty() -> None:
    (found,) = punishments(
        "Pidana pokok yang dijatuhkan terhadap Korporasi adalah pidana denda paling banyak"
        " Rp100.000.000,00 (seratus juta rupiah)."
    )
    assert found.max_fine == 100_000_000


def test_a_condition_of_being_punished_is_no_penalty() -> None:
    assert not punishments(
        "Permintaan ditolak jika tindak pidana yang terhadap orang tersebut diancam dengan pidana"
        " mati."
    )


@pytest.mark.parametrize(
    "words",
    [
        "Percobaan tindak pidana yang hanya diancam dengan pidana denda paling banyak Rp100,00"
        " (seratus rupiah), tidak dipidana.",
        "Izin dicabut jika orang itu dipidana karena melakukan tindak pidana yang diancam dengan"
        " pidana penjara paling lama 5 (lima) tahun.",
        "Dalam hal dijatuhi pidana penjara, izin dicabut paling lama 5 (lima) tahun.",
    ],
)
def test_a_rule_about_punished_persons_is_no_penalty(words: str) -> None:
    assert not punishments(words)


def test_a_unit_of_time_with_a_capital_is_read() -> None:
    (penalty,) = punishments(
        "Setiap orang yang menjual tali, dipidana dengan pidana penjara paling lama 1 (satu) tahun"
        " 6 (enam) Bulan."
    )
    assert penalty.max_months == 18


def test_the_enacting_formula_may_repeal() -> None:
    law = read_law(
        PENAL.replace(
            "MEMUTUSKAN :\n",
            "MEMUTUSKAN :\n Dengan mencabut :\n1. Undang-undang Nomor 12 Tahun 1953 tentang"
            " Serat;\n2. Ordonansi Kain (Staatsblad Tahun 1922 Nomor 69);\n",
        )
        + "Tali dijual.\n",
        "uu-5-2003.md",
    )
    assert [one.instrument for one in law.repeals] == ["uu-12-1953", "stb-1922-69"]


def test_a_letter_means_the_innermost_list_that_has_it() -> None:
    law = read_law(
        f"{PENAL}Tali adalah:\n1. serat;\n2. kain:\na. halus; atau\nb. kasar sebagaimana dimaksud"
        " dalam huruf a.\nPasal 2\nTali dijual.\n",
        "uu-5-2003.md",
    )
    assert "pasal-1/angka-2/huruf-a" in {one.path for one in law.references}


def test_a_day_of_another_century_is_of_the_year_of_the_law() -> None:
    text = f"{PENAL}Tali dijual.\nDisahkan di Jakarta pada tanggal 22 November 2077\n"
    law = read_law(text, "uu-5-2003.md")
    assert law.heading.signed == date(2003, 11, 22)
    assert any("2077" in one.what for one in law.unread)


def test_one_clause_may_punish_twice() -> None:
    found = punishments(
        "Dipidana dengan pidana penjara paling lama 5 (lima) tahun dan/atau denda paling banyak "
        "Rp1.000.000,00 (satu juta rupiah) untuk radio dan dipidana dengan pidana penjara paling "
        "lama 2 (dua) tahun dan/atau denda paling banyak Rp2.000.000,00 (dua juta rupiah) untuk "
        "televisi, setiap orang yang memotong tali."
    )
    assert [(one.max_months, one.max_fine, one.join) for one in found] == [
        (60, 1_000_000, "and_or"), (24, 2_000_000, "and_or"),
    ]  # fmt: skip


def test_detention_that_replaces_a_fine_is_no_sentence_of_its_own() -> None:
    (penalty,) = punishments(
        "Dalam hal harta terpidana tidak cukup untuk membayar pidana denda, denda tersebut "
        "diganti dengan pidana kurungan paling lama 1 (satu) tahun 4 (empat) bulan."
    )
    assert (penalty.max_months, penalty.substitute_months) == (None, 16)


def test_a_sentence_that_forgot_to_say_imprisonment_is_one() -> None:
    (penalty,) = punishments(
        "Pelanggaran dipidana dengan pidana selama-lamanya enam bulan atau didenda "
        "sebanyak-banyaknya 5 (lima) juta rupiah."
    )
    assert (penalty.max_months, penalty.max_fine, penalty.join) == (6, 5_000_000, "or")


@pytest.mark.parametrize(
    "words",
    [
        "Anggota diberhentikan karena dipidana penjara berdasarkan putusan pengadilan karena "
        "melakukan tindak pidana yang diancam dengan pidana penjara paling singkat 5 (lima) tahun.",
        "Pegawai diberhentikan karena dipidana dengan pidana penjara berdasarkan keputusan hakim "
        "paling singkat 2 (dua) tahun.",
    ],
)
def test_a_sentence_that_costs_an_office_is_no_penalty(words: str) -> None:
    assert not punishments(words)


@pytest.mark.parametrize(
    ("words", "months", "fine"),
    [
        ("diancam dengan pidana penjara selamalamanya 1 (satu) tahun atau denda sctinggi- "
         "tingginya Rp 1.000,- (seribu rupiah)", 12, 1_000),
        ("dipidana dengan pidana kurangan selama-lamanya tiga bulan atau denda "
         "setinggi-tingginya seribu rupiah", 3, 1_000),
        ("diberi pidana penjara selama-lamanya satu tahun atau denda setinggi-tingginya "
         "seribu rupiah", 12, 1_000),
    ],
)  # fmt: skip
def test_slips_of_a_scan_hide_no_term_and_no_fine(words: str, months: int, fine: int) -> None:
    (penalty,) = punishments(f"Barangsiapa memotong tali, {words}.")
    assert (penalty.max_months, penalty.max_fine, penalty.join) == (months, fine, "or")


def test_fines_of_two_kinds_of_offender_are_two_penalties() -> None:
    found = punishments(
        "Setiap orang yang memotong tali dipidana dengan pidana denda paling banyak Rp1.000,00 "
        "(seribu rupiah) untuk tali radio dan paling banyak Rp2.000,00 (dua ribu rupiah) untuk "
        "tali televisi."
    )
    assert [one.max_fine for one in found] == [1_000, 2_000]


def test_the_least_term_may_lack_its_ending() -> None:
    (penalty,) = punishments(
        "Setiap Orang yang memotong tali dipidana dengan pidana penjara sekurang-kurang 3 (tiga) "
        "tahun dan paling lama 8 (delapan) tahun."
    )
    assert (penalty.min_months, penalty.max_months) == (36, 96)


@pytest.mark.parametrize(
    ("words", "factor"),
    [
        ("ancaman pidana sebagaimana dimaksud dalam Pasal 2 ditambah seperempat", "1/4"),
        ("korporasi dipidana dengan pidana denda maksimum ditamb ah I I 3 (sepertiga)", "1/3"),
        ("pidananya ditambah dengan 1/3 (sepertiga)", "1/3"),
    ],
)
def test_a_raised_penalty_says_by_how_much(words: str, factor: str) -> None:
    (penalty,) = punishments(f"Dalam hal tali putus, {words}.")
    assert penalty.factor == factor


def test_a_penalty_may_be_raised_to_a_term() -> None:
    (penalty,) = punishments(
        "Dalam keadaan perang, ancaman pidana sebagaimana dimaksud dalam Pasal 39 dinaikkan "
        "menjadi selama-lamanya delapan tahun enam bulan."
    )
    assert penalty.max_months == 102


def test_a_penalty_raised_in_two_steps_is_two_penalties() -> None:
    found = punishments(
        "Ancaman pidana sebagaimana dimaksud dalam Pasal 2 ditambah seperempat apabila "
        "menimbulkan luka berat atau sepertiga apabila menimbulkan kematian."
    )
    assert [one.factor for one in found] == ["1/4", "1/3"]
