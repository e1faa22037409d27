"""The graph: what is drawn, chosen, searched, switched, followed and dated."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from simpul.views.explorer import Node, Text

ID = "https://w3id.org/simpul/id/"
SIZES = [(375, 720), (1440, 900)]
DRAWN_SHARE = """() => {
  const canvas = document.querySelector("#sheet canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const colours = new Set();
  for (let at = 0; at < pixels.length; at += 16) colours.add(pixels.slice(at, at + 3).join());
  return colours.size;
}"""
MIDDLE_OF_A_LAW = """() => {
  const canvas = document.querySelector("#sheet canvas");
  const box = canvas.getBoundingClientRect();
  const pen = canvas.getContext("2d");
  const law = (x, y) => {
    const [r, g, b] = pen.getImageData(x, y, 1, 1).data;
    return r === 0x0b && g === 0x7a && b === 0x69;
  };
  for (let y = 10; y < canvas.height; y += 3) {
    for (let x = 10; x < canvas.width; x += 3) {
      const square = [0, 2, 4, 6].flatMap((dx) => [0, 2, 4, 6].map((dy) => [x + dx, y + dy]));
      if (square.every(([left, top]) => law(left, top))) return [box.x + x + 3, box.y + y + 3];
    }
  }
  return null;
}"""

SPREAD = """() => {
  const canvas = document.querySelector("#sheet canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let [left, right] = [canvas.width, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = pixels.slice(at, at + 3);
    if (Math.max(...colour) - Math.min(...colour) < 80) continue;
    const x = (at / 4) % canvas.width;
    [left, right] = [Math.min(left, x), Math.max(right, x)];
  }
  return (right - left) / canvas.width;
}"""

SLOW_PEN = """() => {
  const { fillText } = CanvasRenderingContext2D.prototype;
  window.written = [];
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const began = performance.now();
    while (performance.now() - began < 3);
    const { width } = this.measureText(text);
    const before = { left: 0, center: width / 2, right: width }[this.textAlign];
    const margin = -parseFloat(this.canvas.style.left || 0);
    const left = x - before - margin;
    window.written.push({ text, left, right: left + width, margin });
    return fillText.call(this, text, x, y);
  };
}"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_page_draws_in_both_themes_at_both_widths(
    open_page: Any, small: Any, size: tuple[int, int], theme: str
) -> None:
    tab = open_page(small, size=size, color_scheme=theme)
    assert tab.evaluate(DRAWN_SHARE) > 20
    assert tab.evaluate("document.documentElement.dataset.theme") == theme
    assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_names_of_what_is_in_view_are_in_view_however_slow_the_drawing(
    open_page: Any, small: Any, until: Any
) -> None:
    articles = [
        Node(f"{ID}uu-{number}-2007/pasal-1", "provision", Text.same(f"UU {number}/2007 Article 1"))
        for number in range(10, 110)
    ]
    tab = open_page(replace(small, nodes=(*small.nodes, *articles)), size=(1000, 700))
    tab.evaluate(SLOW_PEN)
    for width in (1001, 1000):
        tab.evaluate("window.written.length = 0")
        tab.set_viewport_size({"width": width, "height": 700})
        until(tab, "window.written.length > 8")
    width = tab.evaluate("document.querySelector('#sheet').clientWidth")
    written = [one for one in tab.evaluate("window.written") if one["margin"] > 0]
    assert len(written) > 8
    assert [one["text"] for one in written if one["left"] < 0 or one["right"] > width] == []


def test_everything_in_the_scene_is_counted(open_page: Any, small: Any) -> None:
    tab = open_page(small)
    assert tab.inner_text("#counts") == "9 nodes · 8 relations · 1 dualism"
    assert tab.get_attribute("#sheet", "data-says") == "9 nodes and 8 relations shown"


def test_search_finds_in_both_languages_and_forgives_a_slip(open_page: Any, small: Any) -> None:
    tab = open_page(small)
    for typed in ("kepolisian", "police", "polise", "POLRI"):
        tab.fill("#search-field", typed)
        assert "Police" in tab.inner_text("#search-hits li >> nth=0")
    tab.press("#search-field", "Enter")
    assert tab.inner_text("#panel h2") == "Police"


def test_panel_tells_facts_evidence_and_neighbours(open_page: Any, small: Any) -> None:
    panel = open_page(small, "#node=n-4").inner_text("#panel")
    for told in ("bearer", "anyone", "Khoerunisa et al. 2025", "LEG-4", "UU 21/2007", "Police"):
        assert told in panel


def test_click_on_a_node_chooses_it_and_on_nothing_clears(open_page: Any, small: Any) -> None:
    tab = open_page(small)
    spot = tab.evaluate(MIDDLE_OF_A_LAW)
    tab.mouse.click(*spot)
    assert "Instruments" in tab.inner_text("#panel .kicker")
    tab.keyboard.press("Escape")
    tab.mouse.click(spot[0], 890 - 60)
    assert tab.inner_text("#panel .kicker") == "Start here"


def test_arrow_keys_walk_the_graph(open_page: Any, small: Any) -> None:
    tab = open_page(small)
    tab.focus(".sheet-keys")
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        tab.keyboard.press(key)
    assert tab.evaluate("document.body.classList.contains('selected')")
    assert tab.inner_text("#announcer") != ""


def test_legend_switches_a_kind_off_and_on(open_page: Any, small: Any) -> None:
    tab = open_page(small)
    tab.uncheck("[data-key=kind-norm]")
    assert "off=norm" in tab.url
    assert tab.evaluate("document.activeElement.dataset.key") == "kind-norm"
    tab.check("[data-key=kind-norm]")
    assert "off" not in tab.url


def test_path_between_two_nodes_is_found(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#from=uu-21-2007&to=uu-18-2017")
    stops = tab.locator("#routes ol .go").all_inner_texts()
    assert [stops[0], stops[-1]] == ["UU 21/2007", "UU 18/2017"]
    tab = open_page(small, "#from=uu-21-2007&to=evakuasi")
    assert "No path" in tab.inner_text("#routes")


def test_surroundings_keep_only_what_is_near(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#node=ego")
    tab.click("[data-key=depth-1]")
    assert "depth=1" in tab.url
    tab.click("#tab-table")
    tab.click("#tab-graph")
    assert tab.evaluate("document.querySelector('[data-key=depth-1]').ariaPressed") == "true"


def test_date_takes_away_what_was_not_in_force(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#view=table&date=2016-01-01")
    shown = tab.inner_text("#view-table tbody")
    assert "UU 39/2004" in shown and "UU 18/2017" not in shown
    tab = open_page(small, "#view=table&date=2017-11-22")
    shown = tab.inner_text("#view-table tbody")
    assert "UU 39/2004" not in shown and "UU 18/2017" in shown


def test_play_moves_from_one_turning_day_to_the_next(
    open_page: Any, small: Any, until: Any
) -> None:
    tab = open_page(small)
    tab.click("#play")
    until(tab, "document.getElementById('day').value === '2017-11-22'")
    until(tab, "document.getElementById('play').textContent === 'Play'")


def test_parallel_relations_are_drawn_apart(open_page: Any, small: Any) -> None:
    tab = open_page(small)
    data = json.loads(tab.inner_text("#data") or tab.evaluate("data.textContent"))
    assert max(edge.get("bend", 0) for edge in data["edges"]) == 1


def test_large_graph_opens_as_an_overview_that_opens_on_demand(open_page: Any, large: Any) -> None:
    tab = open_page(large)
    assert tab.get_attribute("#sheet", "data-says") == "0 nodes and 0 relations shown"
    assert tab.evaluate(DRAWN_SHARE) > 20
    tab.focus(".sheet-keys")
    tab.keyboard.press("Enter")
    assert "Community opened" in tab.inner_text("#announcer")
    tab.keyboard.press("Escape")
    tab.fill("#search-field", "Thing 1999")
    tab.press("#search-field", "Enter")
    assert tab.inner_text("#panel h2") == "Thing 1999"


def test_tools_open_and_close_on_a_phone(open_page: Any, small: Any) -> None:
    tab = open_page(small, size=(375, 720))
    assert tab.is_hidden("#search-field")
    tab.click(".side-toggle")
    tab.fill("#search-field", "ego")
    tab.press("#search-field", "Enter")
    tab.wait_for_selector("#search-field", state="hidden")
    assert tab.inner_text("#panel h2") == "Sectoral ego"


def test_a_sheet_not_moved_fills_a_window_made_larger(open_page: Any, small: Any) -> None:
    tab = open_page(small, size=(500, 400))
    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.wait_for_timeout(500)
    assert tab.evaluate(SPREAD) > 0.5
