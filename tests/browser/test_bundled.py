"""The page of the bundled graph, made by the command a user types."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of ``simpul graph`` with and without console, made under an ASCII locale."""
    folder = tmp_path_factory.mktemp("pages")
    for name, options in (("plain", ()), ("console", ("--console",)), ("near", ("polri",))):
        command = [sys.executable, "-m", "simpul", "graph", *options, "-o", f"{name}.html"]
        environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0"}
        subprocess.run(command, cwd=folder, check=True, env=environment, capture_output=True)
    return folder


@pytest.fixture
def tab(chromium: Any) -> Iterator[Any]:
    """A tab that must ask for nothing but the file it opens."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(15_000)
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.partition(":")[0]))
    yield tab
    context.close()
    assert set(asked) <= {"file", "blob", "data"}


def test_pages_stay_below_their_limits_and_alone(made: Path) -> None:
    assert sorted(file.name for file in made.iterdir()) == [
        "console.html",
        "near.html",
        "plain.html",
    ]
    assert (made / "plain.html").stat().st_size < 1_500_000
    assert (made / "console.html").stat().st_size < 3_500_000


def test_law_is_found_with_its_evidence_and_dualisms(made: Path, tab: Any) -> None:
    tab.goto((made / "plain.html").as_uri())
    tab.wait_for_selector("html[data-drawn]", state="attached")
    tab.fill("#search-field", "UU 21/2007")
    tab.press("#search-field", "Enter")
    told = tab.inner_text("#panel")
    assert "Pemberantasan Tindak Pidana Perdagangan Orang" in told or "Trafficking" in told
    assert "Pasal" in told or "Article" in told
    tab.click("#tab-dualisms")
    assert tab.locator("article.finding").count() > 10


def test_entity_page_opens_on_its_entity(made: Path, tab: Any) -> None:
    tab.goto((made / "near.html").as_uri())
    tab.wait_for_selector("html[data-ready]", state="attached")
    assert "Polri" in tab.inner_text("#panel h2")


def test_every_named_question_is_answered_in_the_console(made: Path, tab: Any) -> None:
    tab.goto((made / "console.html").as_uri() + "#view=console")
    names = tab.locator("#question option").evaluate_all("all => all.map((one) => one.value)")
    assert len(names) > 10
    for name in filter(None, names):
        tab.wait_for_selector("[data-key=run]:enabled")
        tab.select_option("#question", name)
        tab.click("[data-key=run]")
        tab.wait_for_selector("#view-console .note[role=status], #view-console .note.bad")
        assert tab.locator(".note.bad").count() == 0, name
