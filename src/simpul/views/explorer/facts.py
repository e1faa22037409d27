"""Reads from the graph what the page says of things: facts, evidence, names of relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from simpul.engine import Graph
from simpul.model import Literal, Term
from simpul.terms import DCTERMS, ELI, OA, ORG, POL, RDFS, SKOS, local_name
from simpul.views.explorer.scene import Evidence, Fact, Text

__all__ = ["Names", "alternatives", "evidence_of_claims", "evidence_of_things", "literals", "names"]

Claim = tuple[str, str, str]

_SAID_ELSEWHERE = {
    RDFS["label"],
    SKOS["prefLabel"],
    SKOS["altLabel"],
    POL["inForceFrom"],
    POL["inForceUntil"],
    ELI["first_date_entry_in_force"],
    ELI["date_no_longer_in_force"],
    POL["locator"],
    POL["phrase"],
    POL["confidence"],
    POL["precision"],
    POL["order"],
}
_FIRST = (DCTERMS["title"], SKOS["definition"], DCTERMS["description"])
"""What a reader wants to know first."""


_REUSED = {
    DCTERMS["title"]: Text("judul", "title"),
    DCTERMS["description"]: Text("uraian", "description"),
    DCTERMS["creator"]: Text("penulis", "author"),
    DCTERMS["issued"]: Text("terbit", "published"),
    DCTERMS["isPartOf"]: Text("bagian dari", "part of"),
    DCTERMS["isVersionOf"]: Text("versi dari", "version of"),
    ELI["amends"]: Text("mengubah", "amends"),
    ELI["based_on"]: Text("berdasarkan", "based on"),
    ELI["date_document"]: Text("tanggal ditandatangani", "signed on"),
    ELI["is_part_of"]: Text("bagian dari", "part of"),
    ELI["number"]: Text("nomor", "number"),
    ELI["passed_by"]: Text("ditetapkan oleh", "passed by"),
    ELI["repeals"]: Text("mencabut", "repeals"),
    ORG["linkedTo"]: Text("bekerja sama dengan", "works with"),
    ORG["originalOrganization"]: Text("lembaga semula", "original body"),
    ORG["postIn"]: Text("jabatan pada", "post in"),
    ORG["resultingOrganization"]: Text("lembaga hasil", "resulting body"),
    ORG["subOrganizationOf"]: Text("bagian dari", "part of"),
    SKOS["broader"]: Text("lebih luas", "broader"),
    SKOS["definition"]: Text("definisi", "definition"),
    SKOS["note"]: Text("catatan", "note"),
}
"""Names of terms reused from other vocabularies, which our ontology does not label."""


class Names:
    """The names of everything the graph names, in both languages."""

    def __init__(self, texts: Mapping[str, Mapping[str, str]]) -> None:
        self._texts = texts

    def __call__(self, iri: str) -> Text:
        """The name of a thing or of a relation; without a label, the end of its IRI."""
        if iri in self._texts:
            return _text(self._texts[iri], "")
        return _REUSED.get(iri) or Text.same(local_name(iri).rpartition("/")[2].replace("_", " "))


def names(graph: Graph) -> Names:
    """The labels of all things and terms of a graph."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for row in graph.select(_LABELS):
        label = row["label"]
        if isinstance(label, Literal):
            known = texts[str(row["thing"])]
            language = label.language or ""
            known[language] = min(known.get(language, label.value), label.value)
    return Names(texts)


def literals(graph: Graph, named: Names) -> dict[str, tuple[Fact, ...]]:
    """The written values of each thing, titles and definitions first."""
    values: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(dict)
    for row in graph.select("SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER (isLiteral(?o)) }"):
        predicate, value = str(row["p"]), row["o"]
        if predicate not in _SAID_ELSEWHERE and isinstance(value, Literal):
            spoken = values[str(row["s"])].setdefault(predicate, defaultdict(set))
            spoken[value.language or ""].add(value.value)
    return {thing: tuple(_facts(said, named)) for thing, said in values.items()}


def _facts(said: Mapping[str, Mapping[str, set[str]]], named: Names) -> Iterable[Fact]:
    for predicate in sorted(said, key=lambda p: (p not in _FIRST, named(p).en, p)):
        joined = {language: "; ".join(sorted(found)) for language, found in said[predicate].items()}
        yield Fact(named(predicate), _measured(predicate, _text(joined, "")))


def _measured(predicate: str, value: Text) -> Text:
    """A bare number with its unit: months, days, rupiah."""
    if not value.en.isdigit():
        return value
    number = int(value.en)
    if predicate in (POL["minImprisonment"], POL["maxImprisonment"]):
        return Text(f"{number} bulan", f"{number} months")
    if predicate in (POL["minFine"], POL["maxFine"]):
        return Text(f"Rp{number:,}".replace(",", "."), f"Rp{number:,}")
    if predicate == POL["deadlineDays"]:
        return Text(f"{number} hari", f"{number} days")
    return value


def alternatives(graph: Graph) -> dict[str, tuple[Text, ...]]:
    """Other names by which each thing is known, those of the two languages side by side."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in graph.select("SELECT ?s ?o (LANG(?o) AS ?in) WHERE { ?s skos:altLabel ?o }"):
        found[str(row["s"])][str(row["in"])].add(str(row["o"]))
    return {thing: _side_by_side(named) for thing, named in found.items()}


def _side_by_side(named: dict[str, set[str]]) -> tuple[Text, ...]:
    """Pairs of names; where one language has fewer, its last stands again."""
    both = named.pop("", set())
    in_id, in_en = (sorted(both | named.get(language, set())) for language in ("id", "en"))
    in_id, in_en = in_id or in_en, in_en or in_id
    count = max(len(in_id), len(in_en))
    return tuple(
        Text(in_id[min(i, len(in_id) - 1)], in_en[min(i, len(in_en) - 1)]) for i in range(count)
    )


def evidence_of_things(graph: Graph, named: Names) -> dict[str, tuple[Evidence, ...]]:
    """What each thing rests on."""
    pieces: dict[str, set[Evidence]] = defaultdict(set)
    for row in graph.select(_EVIDENCE.replace("# who", "?x pol:evidence ?e .")):
        pieces[str(row["x"])].add(_piece(row, named))
    return {thing: _sorted(found) for thing, found in pieces.items()}


def evidence_of_claims(graph: Graph, named: Names) -> dict[Claim, tuple[Evidence, ...]]:
    """What each relation rests on: by subject, predicate and object."""
    claim = "?x pol:evidence ?e ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ."
    pieces: dict[Claim, set[Evidence]] = defaultdict(set)
    for row in graph.select(_EVIDENCE.replace("# who", claim)):
        pieces[str(row["s"]), str(row["p"]), str(row["o"])].add(_piece(row, named))
    return {key: _sorted(found) for key, found in pieces.items()}


def _sorted(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(pieces, key=lambda e: (e.source.en, e.locator, e.phrase)))


def _piece(row: Mapping[str, Term], named: Names) -> Evidence:
    doi = row.get("doi")
    return Evidence(
        source=named(str(row["source"])),
        locator=str(row.get("locator", "")).strip(),
        phrase=str(row.get("phrase", "")),
        confidence=str(row.get("confidence", "")),
        url=f"https://doi.org/{doi}" if doi else str(row.get("url", "")),
    )


def _text(spoken: Mapping[str, str], otherwise: str) -> Text:
    plain = spoken.get("", otherwise)
    in_id, in_en = spoken.get("id", plain), spoken.get("en", plain)
    return Text(in_id or in_en, in_en or in_id)


_LABELS = """
SELECT ?thing ?label WHERE {
  { ?thing rdfs:label ?label } UNION { ?thing skos:prefLabel ?label }
}
"""
_EVIDENCE = f"""
SELECT * WHERE {{
  # who
  ?e <{OA["hasSource"]}> ?source .
  OPTIONAL {{ ?e pol:locator ?locator }} OPTIONAL {{ ?e pol:confidence ?confidence }}
  OPTIONAL {{ ?e pol:phrase ?phrase }}
  OPTIONAL {{ ?source pol:url ?url }} OPTIONAL {{ ?source pol:doi ?doi }}
}}
"""
