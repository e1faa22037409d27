"""The pages of the local server, and the explorer inside a notebook, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import simpul
from simpul.engine import EmbeddedGraph
from simpul.views.serving import Served, server

WAIT = 15_000


@pytest.fixture(scope="module")
def here(bundled: EmbeddedGraph) -> Iterator[str]:
    running = server(0, Served(bundled, seconds=20, rows=1000, bundled=True))
    Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@pytest.fixture
def tab(chromium: Any, here: str) -> Iterator[Any]:
    """A tab that fails its test on a script error or a request to anything but the server."""
    context = chromium.new_context()
    context.set_default_timeout(WAIT)
    opened, faults = context.new_page(), []
    opened.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    opened.on("console", lambda line: line.type == "error" and faults.append(line.text))
    known = (here, "data:", "blob:", "file:", "about:")
    opened.on("request", lambda r: r.url.startswith(known) or faults.append(r.url))
    yield opened
    context.close()
    assert faults == []


def test_a_named_question_opens_in_a_tab_and_shows_its_rows(tab: Any, here: str) -> None:
    tab.goto(f"{here}/sparql")
    tab.select_option("#question", "who-chaired-the-task-force")
    tab.wait_for_selector(".yasr table tbody tr")
    assert tab.locator(".yasr table tbody tr").count() > 1
    assert "Polri" in tab.inner_text(".yasr table")


def test_a_typed_query_is_asked(tab: Any, here: str) -> None:
    tab.goto(f"{here}/sparql")
    edit = "([query]) => window.page.getTab().getYasqe().setValue(query)"
    tab.evaluate(edit, ["SELECT ?l { id:polri rdfs:label ?l }"])
    tab.click(".yasqe_queryButton")
    tab.wait_for_selector("text=Indonesian National Police")


def test_a_thing_in_the_rows_opens_in_the_explorer(tab: Any, here: str) -> None:
    tab.goto(f"{here}/sparql")
    edit = "([query]) => window.page.getTab().getYasqe().setValue(query)"
    tab.evaluate(edit, ["SELECT ?x { VALUES ?x { id:polri } }"])
    tab.click(".yasqe_queryButton")
    with tab.context.expect_page() as opened:
        tab.click(".yasr table a.iri")
    opened.value.wait_for_selector("html[data-ready]", state="attached")
    assert opened.value.url == f"{here}/#node=polri"
    assert "Polri" in opened.value.inner_text("#panel")


def test_the_explorer_leads_to_the_query_page(tab: Any, here: str) -> None:
    tab.goto(f"{here}/")
    tab.click("a.queries")
    tab.wait_for_selector(".yasqe")


def test_the_explorer_works_inside_a_notebook(tab: Any, tmp_path: Path) -> None:
    notebook = tmp_path / "cell.html"
    notebook.write_text(simpul.open()._repr_html_(), encoding="utf-8")
    tab.goto(notebook.as_uri())
    frame = tab.frames[1]
    frame.wait_for_selector("html[data-drawn]", state="attached")
    frame.fill("#search input", "Polri")
    frame.press("#search input", "Enter")
    frame.wait_for_selector("#panel h2")
    assert "Polri" in frame.inner_text("#panel")
    frame.click("#tab-dualisms")
    frame.wait_for_selector("#view-dualisms .card, #view-dualisms article")
