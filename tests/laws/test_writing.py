from simpul.laws import Law, to_quads, to_triples, to_turtle


def parsed(text: str, form: str) -> set[tuple[object, object, object]]:
    from pyoxigraph import RdfFormat, parse

    quads = parse(text.encode(), format=getattr(RdfFormat, form))
    return {(one.subject, one.predicate, one.object) for one in quads}


def test_turtle_quads_and_triples_say_the_same(kites: Law) -> None:
    turtle = parsed("".join(to_turtle([kites])), "TURTLE")
    assert turtle == parsed(to_triples(kites), "N_TRIPLES") == parsed(to_quads(kites), "N_QUADS")


def test_there_is_no_blank_node(kites: Law, amendment: Law) -> None:
    assert "_:" not in to_quads(kites).replace("https://", "") + to_quads(amendment)


def test_equal_texts_give_equal_bytes(law_of) -> None:  # type: ignore[no-untyped-def]
    assert to_quads(law_of("uu-7-2001")) == to_quads(law_of("uu-7-2001"))


def test_a_penalty_leads_back_to_its_place(kites: Law) -> None:
    text = "".join(to_turtle([kites]))
    assert "<uu-7-2001/pasal-4/ayat-1/penalty> a pol:Penalty" in text
    assert 'pol:locator "Pasal 4 ayat (1)"' in text
    assert "pol:maxFine 2500000" in text


def test_hostile_words_stay_inside_their_literal() -> None:
    from simpul.laws import read_law

    head = "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 1 TAHUN 2000 TENTANG UJI\nMEMUTUSKAN:\n"
    raw = head + 'Pasal 1\n"> . <x> \\ \t'
    law = read_law(raw, "uu-1-2000.md")
    assert parsed(to_triples(law), "N_TRIPLES")
