"""The CSVW metadata file, read into frozen descriptions of tables and columns.

Source: W3C "Metadata Vocabulary for Tabular Data" (17 December 2015). What of
it is supported is listed in graph_data/README.md; anything else is refused, so
that no instruction in the metadata is passed over in silence.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simpul.errors import Place, UnreadableInput
from simpul.model import Bilingual
from simpul.tables.templates import Template
from simpul.terms import POL

__all__ = ["Column", "Datatype", "ForeignKey", "Metadata", "Table", "read_metadata"]

_BASES = {"string", "date", "integer", "decimal", "boolean", "anyURI", "gYear"}
_GRAPH = POL["graph"]
_OFFERS = POL["offers"]
_UNLESS = POL["unless"]
_SILENT = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Datatype:
    """What a cell may hold: a base type, and for strings a pattern."""

    base: str = "string"
    format: str | None = None
    minimum: str | None = None
    maximum: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the cells it admits and the statement they make."""

    name: str
    titles: tuple[str, ...] = ()
    description: Bilingual = _SILENT
    datatype: Datatype = Datatype()
    separator: str | None = None
    required: bool = False
    lang: str | None = None
    about: Template | None = None
    property: Template | None = None
    value: Template | None = None
    virtual: bool = False
    default: str = ""
    suppressed: bool = False
    graph: Template | None = None
    unless: tuple[tuple[str, str], ...] = ()
    offers: tuple[str, ...] = ()
    """Schemes of concepts (IRIs), tables (file names) or words that a cell is chosen from."""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Cells of a column must be found in a column of another table."""

    column: str
    table: str
    target: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, its key and the IRI of a row."""

    url: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    about: Template | None = None
    graph: Template | None = None
    description: Bilingual = _SILENT

    @property
    def written(self) -> tuple[Column, ...]:
        """The columns that stand in the file."""
        return tuple(column for column in self.columns if not column.virtual)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when there is none."""
        return next(column for column in self.columns if column.name == name)


@dataclass(frozen=True, slots=True)
class Metadata:
    """All tables one metadata file describes, in its order."""

    path: Path
    tables: tuple[Table, ...]

    def table(self, url: str) -> Table | None:
        """The table of that file name, or None."""
        return next((table for table in self.tables if table.url == url), None)


def read_metadata(path: Path) -> Metadata:
    """The tables that a CSVW metadata file describes."""
    try:
        spec = json.loads(path.read_text("utf-8-sig"))
        tables = spec.get("tables", [spec])
        return Metadata(path, tuple(_table(table) for table in tables))
    except OSError as error:
        raise UnreadableInput(
            f"cannot open the table metadata: {error.strerror}", where=str(path)
        ) from error
    except json.JSONDecodeError as error:
        raise UnreadableInput(
            f"the table metadata is not JSON: {error.msg}",
            where=Place(str(path), error.lineno, str(error.colno)),
        ) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableInput(
            f"the table metadata cannot be used: {error}",
            where=str(path),
            todo="graph_data/README.md lists what of CSVW is supported.",
        ) from error


def _table(spec: Mapping[str, Any]) -> Table:
    schema = spec["tableSchema"]
    key = schema.get("primaryKey", ())
    return Table(
        url=spec["url"],
        columns=tuple(_column(column) for column in schema["columns"]),
        primary_key=(key,) if isinstance(key, str) else tuple(key),
        foreign_keys=tuple(_foreign_key(entry) for entry in schema.get("foreignKeys", ())),
        about=_template(schema.get("aboutUrl") or spec.get("aboutUrl")),
        graph=_template(spec.get(_GRAPH) or schema.get(_GRAPH)),
        description=_texts(spec.get("dc:description") or schema.get("dc:description")),
    )


def _column(spec: Mapping[str, Any]) -> Column:
    titles = spec.get("titles", ())
    if isinstance(titles, Mapping):
        titles = [title for found in titles.values() for title in _listed(found)]
    return Column(
        name=spec["name"],
        titles=tuple(_listed(titles)),
        description=_texts(spec.get("dc:description")),
        datatype=_datatype(spec.get("datatype", "string")),
        separator=spec.get("separator"),
        required=bool(spec.get("required", False)),
        lang=spec.get("lang"),
        about=_template(spec.get("aboutUrl")),
        property=_template(spec.get("propertyUrl")),
        value=_template(spec.get("valueUrl")),
        virtual=bool(spec.get("virtual", False)),
        default=spec.get("default", ""),
        suppressed=bool(spec.get("suppressOutput", False)),
        graph=_template(spec.get(_GRAPH)),
        unless=tuple(_conditions(spec.get(_UNLESS, ""))),
        offers=tuple(spec.get(_OFFERS, "").split()),
    )


def _conditions(text: str) -> list[tuple[str, str]]:
    pairs = [condition.partition("=") for condition in text.split("|") if condition]
    return [(name, value) for name, _, value in pairs]


def _datatype(spec: str | Mapping[str, Any]) -> Datatype:
    if isinstance(spec, str):
        spec = {"base": spec}
    base = spec.get("base", "string")
    if base not in _BASES:
        raise ValueError(f"datatype {base!r} is not supported")
    limits = {edge: str(spec[edge]) for edge in ("minimum", "maximum") if edge in spec}
    return Datatype(base=base, format=spec.get("format"), **limits)


def _foreign_key(spec: Mapping[str, Any]) -> ForeignKey:
    reference = spec["reference"]
    column, target = spec["columnReference"], reference["columnReference"]
    return ForeignKey(_one(column), reference["resource"], _one(target))


def _template(text: str | None) -> Template | None:
    return Template.of(text) if text else None


def _listed(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(part) for part in value or ()]  # type: ignore[attr-defined]


def _one(value: object) -> str:
    names = _listed(value)
    if len(names) != 1:
        raise ValueError("a foreign key over several columns is not supported")
    return names[0]


def _texts(value: object) -> Bilingual:
    """A description, which may be one text or a text for each language."""
    given = value if isinstance(value, list) else [value] if value else []
    texts = {
        part.get("@language", "en"): str(part.get("@value", ""))
        for part in (part if isinstance(part, Mapping) else {"@value": part} for part in given)
    }
    first = next(iter(texts.values()), "")
    return Bilingual(texts.get("id", first), texts.get("en", first))
