"""What a reader takes away: images, tables, citations and links."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any


def _saved(tab: Any, rank: int) -> bytes:
    tab.click("#save summary")
    with tab.expect_download() as download:
        tab.click(f"#save .menu-items button >> nth={rank}")
    return Path(download.value.path()).read_bytes()


def test_png_is_three_times_as_sharp_as_the_screen(open_page: Any, small: Any) -> None:
    tab = open_page(small)
    png = _saved(tab, 0)
    width = tab.evaluate("document.getElementById('sheet').clientWidth")
    assert png.startswith(b"\x89PNG") and int.from_bytes(png[16:20], "big") == width * 3


def test_svg_is_well_formed_and_names_the_nodes(open_page: Any, small: Any, hostile: Any) -> None:
    text = _saved(open_page(small), 1).decode("utf-8")
    root = ET.fromstring(text)
    assert "UU 21/2007" in "".join(root.itertext())
    attacked = ET.fromstring(_saved(open_page(hostile), 1))
    assert not [part for part in attacked.iter() if part.tag.endswith(("script", "img"))]


def test_csv_reads_back_and_guards_formulas(open_page: Any, small: Any, hostile: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(_saved(open_page(small), 2).decode("utf-8-sig"))))
    assert {row["Label (en)"] for row in rows} == {node.label.en for node in small.nodes}
    rows = list(csv.DictReader(io.StringIO(_saved(open_page(small), 3).decode("utf-8-sig"))))
    assert len(rows) == len(small.edges) + 1
    rows = list(csv.DictReader(io.StringIO(_saved(open_page(hostile), 2).decode("utf-8-sig"))))
    assert any(row["Label"] == "'=HYPERLINK(1)" for row in rows)


def test_citation_names_thing_source_page_and_day(open_page: Any, small: Any, until: Any) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    tab = open_page(small, "#node=n-4&date=2018-01-01", permissions=allowed)
    tab.get_by_role("button", name="Copy citation").click()
    until(tab, "document.getElementById('announcer').textContent === 'Citation copied'")
    assert tab.evaluate("navigator.clipboard.readText()") == (
        "Penalty for taking citizens abroad <https://w3id.org/simpul/id/n-4>. "
        "Khoerunisa et al. 2025, LEG-4. Test graph (as of 2018-01-01). simpul test."
    )
    tab.get_by_role("button", name="Copy link").click()
    until(tab, "document.getElementById('announcer').textContent === 'Link copied'")
    assert tab.evaluate("navigator.clipboard.readText()").endswith("#node=n-4&date=2018-01-01")
