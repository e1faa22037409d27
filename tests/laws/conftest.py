"""Invented laws: small texts with the shapes and slips of the real ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simpul.laws import Law, read_law

TEXTS = Path(__file__).parent / "texts"


@pytest.fixture(scope="session")
def law_of() -> Callable[[str], Law]:
    """Reads one of the invented laws by its name."""

    def read(name: str) -> Law:
        return read_law((TEXTS / f"{name}.md").read_text(encoding="utf-8"), f"{name}.md")

    return read


@pytest.fixture(scope="session")
def kites(law_of: Callable[[str], Law]) -> Law:
    """A whole modern law, with an empty article and one that is missing."""
    return law_of("uu-7-2001")


@pytest.fixture(scope="session")
def amendment(law_of: Callable[[str], Law]) -> Law:
    """A law that changes, inserts and deletes articles of the law on kites."""
    return law_of("uu-3-2009")


@pytest.fixture(scope="session")
def gates(law_of: Callable[[str], Law]) -> Law:
    """A law of the 1950s: inline headings, amounts in words, old month names."""
    return law_of("uu-12-1951")


@pytest.fixture(scope="session")
def texts() -> Path:
    """The folder of the invented laws."""
    return TEXTS
