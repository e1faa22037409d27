"""Values the rooms pass to each other: terms, tables of answers, findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

__all__ = [
    "IRI",
    "Answers",
    "Bilingual",
    "Evidence",
    "Literal",
    "Term",
]


class IRI(str):
    """The name of a thing in the graph."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Literal:
    """A value in the graph, as written: text, number, date."""

    value: str
    datatype: str = "http://www.w3.org/2001/XMLSchema#string"
    language: str | None = None

    def __str__(self) -> str:
        return self.value


Term = IRI | Literal


@dataclass(frozen=True, slots=True)
class Answers:
    """A table of answers: column names, and rows of terms (None where unbound)."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Term | None, ...]]

    def __iter__(self) -> Iterator[dict[str, Term]]:
        for row in self.rows:
            yield {
                name: term for name, term in zip(self.columns, row, strict=True) if term is not None
            }

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same sentence or label in Indonesian and in English."""

    id: str
    en: str

    def __getitem__(self, language: str) -> str:
        return self.id if language == "id" else self.en

    def as_json(self) -> dict[str, str]:
        """Both languages under their codes."""
        return {"id": self.id, "en": self.en}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a statement comes from: source, place in it, how sure we are."""

    source: str
    locator: str
    confidence: str
    phrase: str = ""
    label: str = field(default="", compare=False)


def day(text: str) -> date:
    """The date an ``xsd:date`` spells."""
    return date.fromisoformat(text[:10])
