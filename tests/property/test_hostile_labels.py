"""Nothing in data becomes code: whatever a label holds, through every door of rows."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as some
from openpyxl import load_workbook

from simpul.views.rows import for_excel, guarded_cell, render
from simpul.views.spreadsheet import spreadsheet
from simpul.views.text import printable

LABELS = some.text(max_size=60) | some.sampled_from(
    [
        "<script>alert(1)</script>",
        "\x1b]0;owned\x07",
        "=1+1",
        "| a |",
        "\u202eevil",
        '"><img src=x>',
    ]
)
ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)


@settings(max_examples=300, deadline=None)
@given(label=LABELS)
def test_a_terminal_gets_no_escape(label: str) -> None:
    assert not ESCAPES.search(render("table", ["a"], [[label]]))
    assert not ESCAPES.search(printable(label))


@settings(max_examples=300, deadline=None)
@given(label=LABELS)
def test_a_page_gets_no_tag(label: str) -> None:
    tags = Tags()
    tags.feed(render("html", ["a"], [[label]], title=label))
    known = {"html", "head", "meta", "title", "style", "body", "main", "h1"}
    assert tags.seen <= known | {"table", "thead", "tbody", "tr", "th", "td"}


@settings(max_examples=300, deadline=None)
@given(label=LABELS)
def test_a_spreadsheet_gets_no_formula(label: str) -> None:
    assert not guarded_cell(label).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))


@settings(max_examples=300, deadline=None)
@given(label=LABELS, separator=some.sampled_from([",", ";"]))
def test_csv_for_excel_holds_no_formula_and_no_control_character(
    label: str, separator: str
) -> None:
    text = for_excel(["a", "b"], [[label, "x"]], separator)
    assert text.startswith("\ufeff")
    head, row = csv.reader(io.StringIO(text[1:], newline=""), delimiter=separator)
    assert (head, row[1]) == (["a", "b"], "x")
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert not ESCAPES.search(row[0])


@settings(max_examples=60, deadline=None)
@given(label=LABELS)
def test_a_workbook_holds_no_formula_and_no_control_character(label: str) -> None:
    book = load_workbook(io.BytesIO(spreadsheet({"a": (["a"], [[label], ["x"]])})))
    cells = [cell for row in book["a"].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert cells[-1].value == "x"


@settings(max_examples=200, deadline=None)
@given(label=some.text(some.characters(codec="utf-8"), max_size=60))
def test_csv_and_json_give_the_label_back(label: str) -> None:
    rows = list(csv.reader(io.StringIO(render("csv", ["a"], [[label]]), newline="")))
    assert rows[1:] in ([[label]], [[]] if not label else [])
    assert json.loads(render("json", ["a"], [[label]])) == [{"a": label}]
