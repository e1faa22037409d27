"""The reference page as one HTML file: no script, no network, two languages by a switch."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from simpul import resources
from simpul.engine import Graph
from simpul.findings.entities import Entity, describe
from simpul.model import IRI, Bilingual
from simpul.questions import questions
from simpul.tables import Column, Table, read_metadata
from simpul.terms import PREFIXES, curie, local_name
from simpul.views.reference.diagram import diagram
from simpul.views.reference.terms import Concept, Term, concept_trees, terms

__all__ = ["reference_page"]

EXAMPLE = "n-tppo-4"
"""The norm of the bundled graph that shows how a law is modelled."""

_HEADER = re.compile(r"^#\s*(title|why|fix):\s*(.+?)\s*$", re.MULTILINE)


def reference_page(graph: Graph, *, folders: Sequence[Path] = ()) -> str:
    """Terms, concept trees, one worked example, rules, checks, questions and tables.

    ``folders`` are those the graph was read from, where it is not the bundled one:
    their questions and the meaning of their columns are told.
    """
    known = terms(graph)
    parts = [
        ("model", Bilingual("Model", "The model"), diagram()),
        ("example", Bilingual("Satu norma, baris demi baris", "One norm, line by line"), ""),
        ("classes", Bilingual("Kelas", "Classes"), _terms(t for t in known if t.kind == "Class")),
        (
            "properties",
            Bilingual("Sifat", "Properties"),
            _terms(t for t in known if t.kind != "Class"),
        ),
        ("concepts", Bilingual("Pohon konsep", "Concept trees"), _trees(graph)),
        ("dualism", Bilingual("Aturan dualisme", "Rules of dualism"), _rules("dualism")),
        ("checks", Bilingual("Pemeriksaan", "Checks"), _rules("checks")),
        ("questions", Bilingual("Pertanyaan", "Questions"), _questions(folders)),
        ("tables", Bilingual("Tabel data", "Data tables"), _tables(folders)),
    ]
    norm = _worked(graph)
    shown = {"example": _example(describe(graph, norm)) if norm else "<p>-</p>"}
    sections = "".join(
        f'<section id="{name}"><h2>{_two(title)}</h2>{shown.get(name, body)}</section>\n'
        for name, title, body in parts
    )
    links = "".join(f'<a href="#{name}">{_two(title)}</a>' for name, title, _ in parts)
    return _PAGE.format(style=_STYLE, links=links, sections=sections, prefixes=_prefixes())


def _worked(graph: Graph) -> str | None:
    """The norm that is shown: ``EXAMPLE``, else the one that says most, else none."""
    if graph.ask(f"ASK {{ id:{EXAMPLE} a pol:Norm }}"):
        return EXAMPLE
    rows = graph.select(
        "SELECT ?norm (COUNT(?value) AS ?said) WHERE { ?norm a pol:Norm ; ?property ?value }"
        " GROUP BY ?norm ORDER BY DESC(?said) ?norm LIMIT 1"
    )
    return next((str(row["norm"]) for row in rows), None)


def _two(text: Bilingual) -> str:
    """Both languages, of which the switch shows one."""
    return f'<span lang="id">{_e(text.id)}</span><span lang="en">{_e(text.en)}</span>'


def _e(text: str) -> str:
    return html.escape(text)


def _terms(found: Iterable[Term]) -> str:
    return "".join(_term(term) for term in found)


def _term(term: Term) -> str:
    facts = [("⊂", term.parents), ("from", term.domains), ("to", term.ranges)]
    told = "".join(
        f"<dt>{sign}</dt><dd>{', '.join(_link(iri) for iri in iris)}</dd>"
        for sign, iris in facts
        if iris
    )
    comment = f"<p>{_two(term.comment)}</p>" if term.comment.en else ""
    return (
        f'<article id="{_e(local_name(term.iri))}"><h3><code>{_e(curie(term.iri))}</code> '
        f"{_two(term.label)}</h3><p>{_two(term.definition)}</p>{comment}<dl>{told}</dl></article>"
    )


def _link(iri: str) -> str:
    name = _e(curie(iri))
    if name.startswith(("pol:", "tip:")):
        return f'<a href="#{_e(local_name(iri))}"><code>{name}</code></a>'
    return f"<code>{name}</code>"


def _trees(graph: Graph) -> str:
    return "".join(
        f"<h3><code>{_e(curie(scheme))}</code> {_two(label)}</h3>{_branch(tops)}"
        for scheme, label, tops in concept_trees(graph)
    )


def _branch(concepts: Sequence[Concept]) -> str:
    items = "".join(
        f"<li><code>{_e(local_name(c.iri))}</code> {_two(c.label)}"
        f"<small> {_two(c.definition)}</small>{_branch(c.narrower)}</li>"
        for c in concepts
    )
    return f"<ul>{items}</ul>" if items else ""


def _rules(folder: str) -> str:
    rows = []
    for path in sorted((resources.ontology() / folder).glob("*.rq")):
        header = dict(_HEADER.findall(path.read_text("utf-8")))
        if "why" in header:
            cells = (path.stem, header.get("title", ""), header["why"], header.get("fix", ""))
            rows.append("".join(f"<td>{_e(cell)}</td>" for cell in cells))
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table lang="en"><tbody>{body}</tbody></table>'


def _questions(folders: Sequence[Path]) -> str:
    rows = "".join(
        f"<tr><td><code>simpul ask {_e(q.name)}</code></td><td>{_two(q.text)}</td></tr>"
        for q in questions(folders)
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _tables(folders: Sequence[Path]) -> str:
    own = [path for folder in folders if (path := folder / "tables.json").is_file()]
    metadata = read_metadata(next(iter(own), resources.bundled_data() / "tables.json"))
    return "".join(_table(table) for table in metadata.tables)


def _table(table: Table) -> str:
    rows = "".join(_column(column) for column in table.written)
    return (
        f"<h3><code>{_e(Path(table.url).name)}</code></h3><p>{_two(table.description)}</p>"
        f"<table><tbody>{rows}</tbody></table>"
    )


def _column(column: Column) -> str:
    holds = column.datatype.format or column.datatype.base
    needed = Bilingual("wajib", "required") if column.required else Bilingual("", "")
    becomes = curie(column.property.text) if column.property else ""
    titles = ", ".join(column.titles)
    cells = (
        f"<code>{_e(column.name)}</code>",
        _two(column.description) if column.description.en else _e(titles),
        _e(holds),
    )
    ends = (_two(needed), f"<code>{_e(becomes)}</code>")
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in (*cells, *ends)) + "</tr>"


def _example(entity: Entity) -> str:
    rows = []
    for said in entity.said:
        if said.incoming:
            continue
        value = curie(said.value) if isinstance(said.value, IRI) else str(said.value)
        graph = local_name(said.graph)
        cells = (curie(said.predicate), value, graph)
        rows.append("<tr>" + "".join(f"<td>{_e(cell)}</td>" for cell in cells) + "</tr>")
    evidence = "".join(
        f"<li>{_e(local_name(e.source))}, {_e(e.locator)} ({_e(e.confidence)})</li>"
        for e in entity.evidence
    )
    return (
        f"<p><code>{_e(curie(entity.iri))}</code></p><table><tbody>{''.join(rows)}</tbody></table>"
        f"<ul>{evidence}</ul>"
    )


def _prefixes() -> str:
    return "".join(
        f"<li><code>{_e(prefix)}:</code> {_e(str(space))}</li>"
        for prefix, space in PREFIXES.items()
    )


_STYLE = (
    ":root{color-scheme:light dark}body{font:16px/1.55 system-ui,sans-serif;margin:0 auto;"
    "max-width:60rem;padding:1rem;color:#1d2330;background:#fff}nav a{margin-right:1rem}"
    "h1,h2,h3{line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid #ccd2dd}"
    "code{font:.9em ui-monospace,monospace}small{color:#4a5568}article{margin:1rem 0}"
    "dl{display:grid;grid-template-columns:3rem 1fr;margin:0}dd{margin:0}"
    "table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}"
    "td{border-bottom:1px solid #e2e6ed;padding:.25rem .6rem;vertical-align:top}"
    "svg{max-width:100%;height:auto}a{color:#1d5c99}"
    "body:has(#in-en:checked) span[lang=id],body:has(#in-id:checked) span[lang=en]{display:none}"
    "@media(prefers-color-scheme:dark){body{background:#14181f;color:#e6e9ef}small{color:#a8b3c5}"
    "a{color:#8fc1f0}td{border-color:#343b48}svg{background:#fff}}"
    "@media print{nav,fieldset{display:none}}"
)
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>simpul: reference</title>
<style>{style}</style></head>
<body><header><h1>simpul: reference</h1>
<fieldset><legend>Bahasa / Language</legend>
<label><input type="radio" name="in" id="in-id"> Indonesia</label>
<label><input type="radio" name="in" id="in-en" checked> English</label></fieldset>
<nav>{links}</nav></header>
<main>
{sections}</main>
<footer><ul>{prefixes}</ul></footer>
</body></html>
"""
