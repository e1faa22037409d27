"""The other views: table, timeline, dualisms, console, and links that lead to them."""

from __future__ import annotations

import re
from typing import Any

import pytest


def test_table_tells_all_that_the_graph_shows(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=table")
    told = tab.inner_text("#view-table")
    for node in small.nodes:
        assert node.label.en in told
    assert "bearer: anyone" in told and "Illegal placement (open)" in told and "LEG-4" in told
    tab.click("[data-key=what-links]")
    told = tab.inner_text("#view-table")
    for edge in small.edges:
        assert edge.label.en in told
    assert "dualism: Illegal placement" in told


def test_table_sorts_and_filters(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=table")
    tab.click("[data-key=sort-name]")
    names = tab.locator("#view-table tbody td:first-child").all_inner_texts()
    assert names == sorted(names)
    tab.click("[data-key=sort-name]")
    assert tab.locator("#view-table tbody td:first-child").all_inner_texts() == names[::-1]
    assert tab.get_attribute("th >> nth=0", "aria-sort") == "descending"
    tab.type("[data-key=filter]", "placement")
    assert tab.locator("#view-table tbody tr").count() == 2
    tab.select_option("[data-key=kind]", "measure")
    assert tab.locator("#view-table tbody tr").count() == 0


def test_table_of_a_large_graph_comes_in_pages(open_page: Any, large: Any) -> None:
    tab = open_page(large, "#view=table")
    assert tab.locator("#view-table tbody tr").count() == 100
    tab.click("[data-key=next]")
    assert "101–200 of 2,000" in tab.inner_text(".pager")


def test_dualism_view_sets_the_sides_face_to_face(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=dualisms&finding=sanction-1")
    faces = tab.locator(".finding.chosen .face").all_inner_texts()
    assert "3 years – 15 years" in faces[0] and "Rp120,000,000 – Rp600,000,000" in faces[0]
    assert "up to 10 years (no minimum)" in faces[1]
    told = tab.inner_text(".finding.chosen")
    for part in ("The canons point opposite ways.", "Both are in force.", "It opens.", "LEG-4"):
        assert part in told
    tab.click(".finding.chosen .reason .button")
    assert tab.get_attribute("body", "data-view") == "graph"
    assert "Illegal placement" in tab.inner_text("#panel h2")


def test_timeline_shows_events_and_time_in_force(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=timeline&date=2010-01-01")
    assert "Law 21/2007 in force" in tab.inner_text(".years")
    bars = tab.locator(".spans [role=button]")
    labels = [bars.nth(at).get_attribute("aria-label") for at in range(bars.count())]
    assert "UU 39/2004, until before 2017-11-22" in labels
    assert tab.locator(".spans .now").count() == 1


def test_language_switch_changes_every_word(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#node=polri")
    tab.click("[data-key=language-id]")
    assert tab.get_attribute("html", "lang") == "id"
    assert tab.inner_text("#panel h2") == "Kepolisian"
    assert tab.inner_text("#tab-dualisms") == "Dualisme"
    assert tab.title() == "Graf uji"
    assert "lang=id" in tab.url


@pytest.mark.parametrize("view", ["graph", "table", "timeline", "dualisms"])
def test_link_leads_back_to_node_view_and_date(open_page: Any, small: Any, view: str) -> None:
    tab = open_page(small, f"#view={view}&node=polri&date=2018-01-01")
    assert tab.get_attribute("body", "data-view") == view
    assert tab.inner_text("#panel h2") == "Police"
    assert tab.input_value("#day") == "2018-01-01"


def test_back_button_returns_to_the_node_before(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#node=polri")
    tab.click("#panel .ties .go >> nth=0")
    assert tab.inner_text("#panel h2") != "Police"
    tab.go_back()
    assert tab.inner_text("#panel h2") == "Police"


def test_fragment_that_names_nothing_does_no_harm(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=zzz&node=nobody&date=13-13&depth=99&off=a,b&finding=x&lang=fr")
    assert tab.get_attribute("body", "data-view") == "graph"
    assert tab.inner_text("#panel .kicker") == "Start here"


def test_console_answers_from_the_pages_own_quads(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=console", console=True)
    tab.wait_for_selector("[data-key=run]:enabled")
    tab.select_option("#question", "kinds")
    tab.click("[data-key=run]")
    tab.wait_for_selector("#view-console tbody tr")
    assert tab.inner_text("#view-console tbody").strip() == "Police"
    assert "Their nodes are marked" in tab.inner_text("#view-console")
    tab.fill(".query", "SELECT nonsense")
    tab.click("[data-key=run]")
    tab.wait_for_selector(".note.bad")


def test_console_can_be_stopped(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=console", console=True)
    tab.wait_for_selector("[data-key=run]:enabled")
    values = " ".join(str(number) for number in range(60))
    joins = " ".join(f"VALUES ?v{at} {{ {values} }}" for at in range(6))
    tab.fill(".query", f"SELECT (COUNT(*) AS ?n) WHERE {{ {joins} }}")
    tab.click("[data-key=run]")
    tab.click("[data-key=stop]")
    assert "Stopped." in tab.inner_text("#view-console")
    tab.wait_for_selector("[data-key=run]:enabled")


def test_page_without_console_has_no_engine(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=console")
    assert tab.locator("#tab-console").count() == 0
    assert "wasm" not in tab.content()


def test_views_print_without_their_controls(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=dualisms")
    tab.emulate_media(media="print")
    assert tab.is_hidden("#tabs") and tab.is_hidden("#side")
    assert re.search("Illegal placement", tab.inner_text("#view-dualisms"))
