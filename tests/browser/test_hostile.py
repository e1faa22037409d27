"""Whatever labels, addresses and fragments say, nothing in them runs."""

from __future__ import annotations

import re
from typing import Any

import pytest

from simpul.views.explorer import page

VIEWS = ["graph", "table", "timeline", "dualisms"]


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_labels_stay_text(open_page: Any, hostile: Any, view: str) -> None:
    tab = open_page(hostile, f"#view={view}")
    for node in range(len(hostile.nodes)):
        tab.fill("#search-field", hostile.nodes[node].label.en[:9])
        tab.press("#search-field", "Enter")
        tab.hover("#panel h2")
    assert tab.evaluate("window.broken") is None
    assert tab.locator("img").count() == 0
    assert tab.locator("script").count() == 2


def test_only_web_addresses_become_links(open_page: Any, hostile: Any) -> None:
    tab = open_page(hostile, "#view=dualisms")
    links = tab.evaluate("[...document.links].map((link) => link.protocol)")
    assert set(links) <= {"https:", "http:", "file:"}


def test_hidden_direction_marks_are_shown(open_page: Any, hostile: Any) -> None:
    tab = open_page(hostile, "#view=table")
    told = tab.inner_text("#view-table tbody")
    assert "UU 1/2020�" in told
    assert not {chr(0x202E), chr(0x2066), chr(7)} & set(told)


@pytest.mark.parametrize(
    "fragment", ["#node=%22%3E%3Cimg%20src=x%20onerror=window.broken=1%3E", "#javascript:alert(1)"]
)
def test_hostile_fragment_stays_inert(open_page: Any, small: Any, fragment: str) -> None:
    tab = open_page(small, fragment)
    assert tab.evaluate("window.broken") is None
    assert tab.locator("img").count() == 0


def test_policy_stops_foreign_script_and_style(chromium: Any, tmp_path: Any, small: Any) -> None:
    text = page(small).replace(
        "<noscript>",
        "<script>window.broken=1</script><style>#title{color:red}</style><noscript>",
        1,
    )
    file = tmp_path / "tampered.html"
    file.write_text(text, encoding="utf-8")
    tab = chromium.new_page()
    tab.goto(file.as_uri())
    assert tab.evaluate("window.broken") is None
    assert (
        tab.evaluate("getComputedStyle(document.getElementById('title')).color") != "rgb(255, 0, 0)"
    )
    tab.close()


def test_policy_allows_nothing_unsafe(small: Any) -> None:
    policy = re.search('Policy" content="([^"]*)"', page(small))[1]
    assert policy.startswith("default-src &#39;none&#39;")
    assert "unsafe" not in policy and "http" not in policy and "blob:; base" in policy
    allowed = re.search('Policy" content="([^"]*)"', page(small, console=True))[1]
    assert "wasm-unsafe-eval" in allowed and "unsafe-inline" not in allowed
