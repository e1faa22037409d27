"""A reader without a mouse: where the keyboard is after each act, and what is said aloud."""

from __future__ import annotations

from typing import Any

HERE = """() => {
  const { id, dataset, className } = document.activeElement;
  return id || dataset.key || className;
}"""
SAID = "document.getElementById('announcer').textContent"


def test_search_leads_to_the_details_and_escape_back_to_the_graph(
    open_page: Any, small: Any
) -> None:
    tab = open_page(small)
    tab.keyboard.press("/")
    tab.keyboard.type("polic")
    tab.keyboard.press("Enter")
    assert tab.evaluate(HERE) == "panel"
    tab.keyboard.press("Escape")
    assert tab.evaluate(HERE) == "sheet-keys"
    assert tab.inner_text("#panel h2") == "Police"


def test_list_of_hits_is_not_cut_off_by_the_tools(open_page: Any, small: Any) -> None:
    tab = open_page(small)
    tab.fill("#search-field", "penalty")
    box = tab.locator(".hits").bounding_box()
    assert box["width"] > tab.locator("#side").bounding_box()["width"]
    right = [box["x"] + box["width"] - 20, box["y"] + 20]
    assert tab.evaluate(
        "([x, y]) => Boolean(document.elementFromPoint(x, y).closest('.hits'))", right
    )


def test_closing_the_details_leads_back_to_the_graph(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#node=polri")
    tab.focus("#panel .close")
    tab.keyboard.press("Enter")
    assert tab.evaluate(HERE) == "sheet-keys"


def test_chosen_row_of_the_table_keeps_the_keyboard(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=table")
    tab.focus("tbody button >> nth=1")
    tab.keyboard.press("Enter")
    row = tab.evaluate(HERE)
    assert row.startswith("node-")
    tab.focus("#panel")
    tab.keyboard.press("Escape")
    assert tab.evaluate(HERE) == row


def test_comparing_the_sides_leads_to_the_finding(open_page: Any, small: Any, until: Any) -> None:
    tab = open_page(small)
    tab.focus(".card")
    tab.keyboard.press("Enter")
    assert tab.evaluate(HERE) == "panel"
    tab.focus("#panel .button.main")
    tab.keyboard.press("Enter")
    until(tab, "document.activeElement.classList.contains('finding')")


def test_escape_closes_the_menu_and_the_tools(open_page: Any, small: Any) -> None:
    tab = open_page(small, size=(375, 720))
    tab.focus("[data-key=save]")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.getElementById('save').open") is False
    assert tab.evaluate(HERE) == "save"
    tab.click("[data-key=tools]")
    assert tab.get_attribute("[data-key=tools]", "aria-expanded") == "true"
    tab.focus("#search-field")
    tab.keyboard.press("Escape")
    assert tab.get_attribute("[data-key=tools]", "aria-expanded") == "false"
    assert tab.evaluate(HERE) == "tools"


def test_path_is_said_aloud_and_stands_under_the_sheet_on_a_phone(
    open_page: Any, small: Any
) -> None:
    tab = open_page(small, "#node=polri", size=(375, 720))
    tab.click("[data-key=pathFrom]")
    assert tab.evaluate(SAID) == "Path starts at Police. Choose its end."
    assert "Choose its end" in tab.inner_text("#way")
    tab.goto(tab.url.split("#")[0] + "#from=polri&to=bp2mi&node=bp2mi")
    assert tab.evaluate(SAID) == "Directly connected."
    assert tab.locator("#way .go").count() == 2


def test_filter_of_dualisms_finds_words_of_the_sides_and_says_how_many(
    open_page: Any, small: Any
) -> None:
    tab = open_page(small, "#view=dualisms")
    tab.focus("[data-key=text]")
    tab.keyboard.type("individual 18/2017")
    assert tab.evaluate(SAID) == "1 of 1 dualisms"
    assert tab.locator(".finding").count() == 1
    tab.keyboard.type(" nothing")
    assert tab.evaluate(SAID) == "0 of 1 dualisms"
    assert tab.evaluate(HERE) == "text"


def test_date_can_be_chosen_in_the_dualism_view(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=dualisms")
    tab.fill("#day", "2010-01-01")
    assert "No dualisms" in tab.inner_text("#view-dualisms")


def test_copied_citation_of_a_finding_shows_on_its_button(
    open_page: Any, small: Any, until: Any
) -> None:
    tab = open_page(small, "#view=dualisms")
    tab.click("[data-key=cite-sanction-1]")
    until(tab, f"{SAID} === 'Citation copied'")
    assert tab.inner_text("[data-key=cite-sanction-1]") == "Citation copied"
