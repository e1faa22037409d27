"""A law as PDF is read like its text; what has no text to give is refused in one sentence."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from simpul.cli import cli
from simpul.errors import UnreadableInput
from simpul.laws import Law
from simpul.laws.corpus import build
from simpul.laws.files import read_file

pypdf = pytest.importorskip("pypdf")

FACTS = (
    "definitions", "penalties", "norms", "references", "repeals", "amendments", "delegations",
    "licences", "based_on", "commencement", "transitions",
)  # fmt: skip


def pdf(pages: list[list[str]]) -> bytes:
    """A minimal PDF (ISO 32000) with a text layer: one line of text an operator."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
        stream = f"BT /F1 9 Tf 11 TL 50 800 Td {shown} ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 "
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> "
            f"/Contents {len(objects) + 2} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def _file(objects: list[str]) -> bytes:
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def printed(text: str) -> list[list[str]]:
    """A text as a printer lays it out: wrapped lines, numbered pages, a running head."""
    lines = [part for line in text.splitlines() for part in textwrap.wrap(line, 88)]
    size = 20
    cut = [lines[start : start + size] for start in range(0, len(lines), size)]
    return [["PRESIDEN REPUBLIK INDONESIA", f"- {n} -", *page] for n, page in enumerate(cut, 1)]


@pytest.mark.parametrize("name", ["uu-7-2001", "uu-3-2009", "uu-12-1951"])
def test_a_pdf_gives_the_facts_of_its_text(name: str, texts: Path, tmp_path: Path) -> None:
    source = texts / f"{name}.md"
    (tmp_path / f"{name}.pdf").write_bytes(pdf(printed(source.read_text())))
    found, expected = read_file(tmp_path / f"{name}.pdf"), read_file(source)
    for kind in FACTS:
        assert without_lines(found, kind) == without_lines(expected, kind), kind
    assert [one.path for one in found.provisions] == [one.path for one in expected.provisions]
    assert found.heading.title == expected.heading.title
    assert found.heading.gazette == expected.heading.gazette
    assert found.heading.signed == expected.heading.signed


def without_lines(law: Law, kind: str) -> list[object]:
    return [replace(one, line=0) for one in getattr(law, kind)]


@pytest.fixture
def law_as_pdf(tmp_path: Path, texts: Path) -> Path:
    path = tmp_path / "uu-7-2001.pdf"
    path.write_bytes(pdf(printed((texts / "uu-7-2001.md").read_text())))
    return path


def test_the_command_reads_a_pdf(law_as_pdf: Path) -> None:
    result = CliRunner().invoke(cli, ["read", str(law_as_pdf)])
    assert "pol:Penalty" in result.stdout
    assert "8 articles" in result.stderr


def test_a_corpus_may_hold_pdfs(law_as_pdf: Path, tmp_path: Path) -> None:
    (tmp_path / "uu-9-1999.pdf").write_bytes(pdf([[]]))
    outcome = build(tmp_path, tmp_path / "store", workers=1)
    assert (outcome.laws, len(outcome.problems)) == (1, 1)


def test_a_scan_without_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf([[], []]))
    with pytest.raises(UnreadableInput, match="pictures and no text"):
        read_file(tmp_path / "scan.pdf")


def test_a_locked_pdf_is_refused(law_as_pdf: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=law_as_pdf)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(law_as_pdf)
    with pytest.raises(UnreadableInput, match="encrypted"):
        read_file(law_as_pdf)


def test_a_pdf_that_anyone_may_open_is_read(law_as_pdf: Path) -> None:
    """Many official files are locked against editing only: their user password is empty."""
    writer = pypdf.PdfWriter(clone_from=law_as_pdf)
    writer.encrypt("", owner_password="secret", algorithm="RC4-128")
    writer.write(law_as_pdf)
    assert read_file(law_as_pdf).name == "uu-7-2001"


@pytest.mark.parametrize("share", [0, 10, 300, 2000])
def test_a_broken_pdf_is_refused(law_as_pdf: Path, share: int) -> None:
    law_as_pdf.write_bytes(law_as_pdf.read_bytes()[:share])
    with pytest.raises(UnreadableInput, match=r"damaged|no text"):
        read_file(law_as_pdf)
