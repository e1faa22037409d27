"""SPARQL 1.1 query results in JSON, XML, CSV and TSV (W3C, 21 March 2013)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

__all__ = ["serialized", "serialized_boolean"]

_XMLNS = "http://www.w3.org/2005/sparql-results#"
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def serialized(columns: Sequence[str], rows: Sequence[Sequence[Any]], form: str) -> bytes:
    """Rows of pyoxigraph terms in one of json, xml, csv, tsv."""
    writers = {"json": _json, "xml": _xml, "csv": _csv, "tsv": _tsv}
    return writers[form](columns, rows).encode()


def serialized_boolean(value: bool, form: str) -> bytes:
    """The answer of an ASK in one of json, xml, csv, tsv."""
    word = "true" if value else "false"
    if form == "json":
        return json.dumps({"head": {}, "boolean": value}).encode() + b"\n"
    if form == "xml":
        return (
            f'<?xml version="1.0"?>\n<sparql xmlns="{_XMLNS}"><head/>'
            f"<boolean>{word}</boolean></sparql>\n"
        ).encode()
    return f"{word}\n".encode()


def _json(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    bindings = [
        {name: _binding(term) for name, term in zip(columns, row, strict=True) if term is not None}
        for row in rows
    ]
    return json.dumps({"head": {"vars": list(columns)}, "results": {"bindings": bindings}}) + "\n"


def _binding(term: Any) -> dict[str, Any]:
    kind = type(term).__name__
    if kind == "NamedNode":
        return {"type": "uri", "value": term.value}
    if kind == "BlankNode":
        return {"type": "bnode", "value": term.value}
    found: dict[str, Any] = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        found["datatype"] = term.datatype.value
    return found


def _xml(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in columns)
    results = "".join(
        "<result>"
        + "".join(
            f"<binding name={quoteattr(name)}>{_element(term)}</binding>"
            for name, term in zip(columns, row, strict=True)
            if term is not None
        )
        + "</result>\n"
        for row in rows
    )
    return (
        f'<?xml version="1.0"?>\n<sparql xmlns="{_XMLNS}"><head>{head}</head>\n'
        f"<results>\n{results}</results></sparql>\n"
    )


def _element(term: Any) -> str:
    found = _binding(term)
    value = escape(found["value"])
    if found["type"] != "literal":
        return f"<{found['type']}>{value}</{found['type']}>"
    if "xml:lang" in found:
        return f"<literal xml:lang={quoteattr(found['xml:lang'])}>{value}</literal>"
    datatype = f" datatype={quoteattr(found['datatype'])}" if "datatype" in found else ""
    return f"<literal{datatype}>{value}</literal>"


def _csv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_bare(term) for term in row] for row in rows)
    return out.getvalue()


def _bare(term: Any) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if type(term).__name__ == "BlankNode" else str(term.value)


def _tsv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    lines = ["\t".join(f"?{name}" for name in columns)]
    lines += ["\t".join("" if term is None else _turtle(term) for term in row) for row in rows]
    return "\n".join(lines) + "\n"


def _turtle(term: Any) -> str:
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
