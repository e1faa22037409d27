"""The sources as BibTeX, CSL JSON and RIS, for reference managers."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from simpul.engine import Graph
from simpul.model import Literal
from simpul.terms import DCTERMS, POL, RDFS, local_name

__all__ = ["FORMATS", "references"]

Reference = Mapping[str, str]

_FIELDS = {
    POL["sourceType"]: "type",
    DCTERMS["title"]: "title",
    POL["authorName"]: "authors",
    POL["year"]: "year",
    DCTERMS["issued"]: "issued",
    POL["container"]: "container",
    POL["volume"]: "volume",
    POL["issue"]: "issue",
    POL["pages"]: "pages",
    POL["publisherName"]: "publisher",
    POL["doi"]: "doi",
    POL["url"]: "url",
    RDFS["label"]: "label",
}
_KINDS = {
    "article": ("article", "article-journal", "JOUR"),
    "editorial": ("article", "article-journal", "JOUR"),
    "book": ("book", "book", "BOOK"),
    "conference": ("inproceedings", "paper-conference", "CONF"),
    "proceedings": ("proceedings", "book", "CONF"),
    "dataset": ("misc", "dataset", "DATA"),
    "law-text": ("misc", "legislation", "STAT"),
    "news": ("misc", "article-newspaper", "NEWS"),
    "report": ("techreport", "report", "RPRT"),
    "web": ("misc", "webpage", "ELEC"),
}
"""Kind of a source in BibTeX, CSL and RIS."""


def references(graph: Graph, form: str) -> bytes:
    """All sources of a graph, by name, in ``bib``, ``csl`` or ``ris``."""
    return FORMATS[form](_sources(graph)).encode("utf-8", "replace")


def _sources(graph: Graph) -> list[Reference]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    rows = graph.select("SELECT ?s ?p ?o WHERE { ?s a pol:Source ; ?p ?o } ORDER BY ?s ?p ?o")
    for row in rows:
        name, value = _FIELDS.get(str(row["p"])), row["o"]
        if name and isinstance(value, Literal) and (value.language or "en") == "en":
            found[str(row["s"])].setdefault(name, re.sub(r"\s+", " ", value.value))
    return [{"id": local_name(iri), **found[iri]} for iri in sorted(found)]


def _names(source: Reference) -> list[tuple[str, str]]:
    """Family and given names in the order printed; authors are parted by a semicolon."""
    parts = [part.strip() for part in source.get("authors", "").split(";")]
    pairs = [part.partition(",") for part in parts if part]
    return [(family.strip(), given.strip()) for family, _, given in pairs]


def _title(source: Reference) -> str:
    return source.get("title") or source.get("label") or source["id"]


def _kind(source: Reference) -> tuple[str, str, str]:
    return _KINDS.get(source.get("type", ""), _KINDS["web"])


def _bib(sources: Sequence[Reference]) -> str:
    return "\n".join(_bib_entry(source) for source in sources)


def _bib_entry(source: Reference) -> str:
    holder = "booktitle" if source.get("type") == "conference" else "journal"
    fields = {
        "author": " and ".join(
            f"{family}, {given}" if given else f"{{{_tex(family)}}}"
            for family, given in _names(source)
        ),
        "title": _title(source),
        holder: source.get("container", ""),
        "year": source.get("year", ""),
        "volume": source.get("volume", ""),
        "number": source.get("issue", ""),
        "pages": source.get("pages", "").replace("–", "--"),
        "publisher": source.get("publisher", ""),
        "doi": source.get("doi", ""),
        "url": source.get("url", ""),
    }
    lines = [
        f"  {name} = {{{value if name == 'author' else _tex(value)}}}"
        for name, value in fields.items()
        if value
    ]
    key = re.sub(r"[^A-Za-z0-9-]", "-", source["id"])
    return f"@{_kind(source)[0]}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _tex(text: str) -> str:
    return re.sub(r"([&%$#_])", r"\\\1", re.sub(r"[{}\\]", "", text))


def _csl(sources: Sequence[Reference]) -> str:
    return (
        json.dumps([_csl_item(source) for source in sources], indent=1, ensure_ascii=False) + "\n"
    )


def _csl_item(source: Reference) -> dict[str, object]:
    item: dict[str, object] = {
        "id": source["id"],
        "type": _kind(source)[1],
        "title": _title(source),
    }
    authors = [
        {"family": family, "given": given} if given else {"literal": family}
        for family, given in _names(source)
    ]
    when = source.get("issued") or source.get("year")
    if authors:
        item["author"] = authors
    if when:
        item["issued"] = {"date-parts": [[int(part) for part in when.split("-")]]}
    for name, theirs in _CSL.items():
        if source.get(name):
            item[theirs] = source[name]
    return item


_CSL = {
    "container": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "doi": "DOI",
    "url": "URL",
}


def _ris(sources: Sequence[Reference]) -> str:
    return "\n".join(_ris_entry(source) for source in sources)


def _ris_entry(source: Reference) -> str:
    first, _, last = source.get("pages", "").replace("–", "-").partition("-")
    lines = [("TY", _kind(source)[2]), ("ID", source["id"]), ("TI", _title(source))]
    lines += [("AU", ", ".join(part for part in name if part)) for name in _names(source)]
    lines += [
        ("PY", source.get("year", "")),
        ("DA", source.get("issued", "").replace("-", "/")),
        ("T2", source.get("container", "")),
        ("VL", source.get("volume", "")),
        ("IS", source.get("issue", "")),
        ("SP", first),
        ("EP", last),
        ("PB", source.get("publisher", "")),
        ("DO", source.get("doi", "")),
        ("UR", source.get("url", "")),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in lines if value) + "ER  - \n"


FORMATS = {"bib": _bib, "csl": _csl, "ris": _ris}
"""Writers by format name."""
