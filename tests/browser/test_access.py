"""Accessibility: axe-core finds nothing in any view, theme, language or width."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

VIEWS = ["graph", "table", "timeline", "dualisms", "console"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def axe(request: pytest.FixtureRequest) -> str:
    """axe-core's script, fetched once by npm; without it these tests skip, but not under CI."""
    assert request.config.cache is not None
    place = Path(request.config.cache.mkdir("axe"))
    script = place / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists() and shutil.which("npm"):
        command = ["npm", "install", "--silent", "--prefix", str(place), "axe-core@4.14.1"]
        subprocess.run(command, capture_output=True, timeout=120, check=False)
    if not script.exists():
        if os.environ.get("CI"):
            pytest.fail("axe-core could not be fetched with npm")
        pytest.skip("axe-core is not at hand")
    return script.read_text("utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(open_page: Any, small: Any, axe: str, view: str, theme: str) -> None:
    fragment = f"#view={view}&node=n-4" if view in ("graph", "table") else f"#view={view}"
    tab = open_page(small, fragment, console=view == "console", color_scheme=theme)
    if view == "console":
        tab.wait_for_selector("[data-key=run]:enabled")
    assert _violations(tab, axe) == []


def test_axe_finds_nothing_on_a_phone_in_indonesian(open_page: Any, small: Any, axe: str) -> None:
    tab = open_page(small, "#view=dualisms&lang=id", size=(375, 720))
    assert _violations(tab, axe) == []


def test_whole_page_can_be_walked_by_keyboard(open_page: Any, small: Any) -> None:
    tab = open_page(small)
    seen = set()
    for _ in range(60):
        tab.keyboard.press("Tab")
        seen.add(
            tab.evaluate(
                """() => {
                  const { id, dataset, className } = document.activeElement;
                  return id || dataset.key || className;
                }"""
            )
        )
        ring = tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        here = tab.evaluate("document.activeElement.outerHTML.slice(0, 90)")
        inside = here.startswith(("<body", '<input type="date"'))  # its own parts show the ring
        assert ring != "none" or inside, here
    assert {"skip", "tab-graph", "language-en", "search-field", "sheet-keys", "play"} <= seen


def test_reduced_motion_is_kept(open_page: Any, small: Any) -> None:
    tab = open_page(small, "#node=polri", reduced_motion="reduce")
    assert (
        tab.evaluate("getComputedStyle(document.getElementById('side')).transitionDuration") == "0s"
    )


def _violations(tab: Any, axe: str) -> list[str]:
    tab.evaluate(axe)
    found = tab.evaluate(
        "(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } })", RULES
    )
    return [
        f"{fault['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
