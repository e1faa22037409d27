"""A law that was read, as statements in the ontology of this project.

Terms are written as N-Triples, ready to print; there is no blank node. The
instrument and its tree stand here, the facts in ``fact_statements``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from simpul.laws.model import Law
from simpul.laws.rdf.fact_statements import fact_statements
from simpul.laws.rdf.terms import (
    Statement,
    day,
    evidence_iri,
    iri,
    literal,
    number,
    source_iri,
    spoken,
    term,
)
from simpul.laws.written.names import RANKS

__all__ = ["graph_iri", "locator", "statements"]

_CLASSES = {
    "uu": "Statute", "uudrt": "Statute", "perpu": "Statute", "pp": "GovernmentRegulation",
    "perpres": "PresidentialRegulation", "keppres": "Decree",
}  # fmt: skip
_A = term("rdf:type")
_READER = iri("law-reader")
_NOT_WORTH = re.compile(r"^Cukup\s*jelas\W*$", re.IGNORECASE)


def graph_iri(law: Law) -> str:
    """The named graph that holds what was read from the text of a law."""
    return iri(f"graph/source/{law.name}-text")


def statements(law: Law) -> Iterator[Statement]:
    """All that was read, as subject, predicate, object."""
    yield from _instrument(law)
    yield from _tree(law)
    yield from _elucidation(law)
    seen: set[str] = set()
    yield from fact_statements(law, lambda path: _evidence(law, path, seen))
    for path in sorted(seen):
        yield from _evidence_node(law, path)
    yield from _changes(law)
    yield from _remarks(law)


def locator(path: str) -> str:
    """A path as lawyers cite it.

    >>> locator("pasal-i/pasal-48/ayat-1/huruf-a")
    'Pasal I Pasal 48 ayat (1) huruf a'
    """
    if not path:
        return "Judul"
    return " ".join(_step(step) for step in path.split("/"))


def _step(step: str) -> str:
    kind, _, rest = step.partition("-")
    if kind == "pasal":
        return f"Pasal {rest.upper()}"
    if kind == "ayat":
        return f"ayat ({rest})"
    return f"{kind.upper() if kind == 'bab' else kind} {rest}"


def _instrument(law: Law) -> Iterator[Statement]:
    subject, head = iri(law.name), law.heading
    kind = head.kind.split("-")[0]
    shown = f"{kind.upper()} {head.number}/{head.year}"
    yield subject, _A, term(f"pol:{_CLASSES.get(kind, 'MinisterialRegulation')}")
    yield subject, _A, term("pol:Instrument")
    yield subject, term("rdfs:label"), spoken(shown, "id")
    yield subject, term("rdfs:label"), spoken(shown, "en")
    if head.title:
        yield subject, term("dcterms:title"), spoken(head.title, "id")
    yield subject, term("eli:number"), literal(head.number)
    yield subject, term("pol:year"), number(head.year)
    if kind in RANKS or head.kind.startswith("permen"):
        yield subject, term("pol:rank"), number(RANKS.get(kind, RANKS["permen"]))
    dates = (("eli:date_document", head.signed), ("pol:promulgated", head.promulgated),
             ("eli:first_date_entry_in_force", law.in_force))  # fmt: skip
    for name, when in dates:
        if when:
            yield subject, term(name), day(when)
    for name, text in (
        ("pol:gazette", head.gazette),
        ("pol:gazetteSupplement", head.gazette_supplement),
    ):
        if text:
            yield subject, term(name), literal(text)
    source = source_iri(law.name)
    yield subject, term("pol:evidence"), evidence_iri(law.name, "")
    yield from _evidence_node(law, "")
    yield source, _A, term("pol:Source")
    yield source, term("pol:textOf"), subject
    yield source, term("rdfs:label"), spoken(f"Naskah {shown}", "id")
    yield source, term("rdfs:label"), spoken(f"Text of {shown}", "en")
    yield source, term("pol:path"), literal(law.source)
    yield source, term("pol:lines"), number(law.lines)


def _tree(law: Law) -> Iterator[Statement]:
    """The provisions: what each is part of, its number, line and words."""
    a, part, numbered = _A, term("eli:is_part_of"), term("eli:number")
    line, text, label = term("pol:line"), term("pol:text"), term("rdfs:label")
    provision, heading, whole = term("pol:Provision"), term("dcterms:title"), iri(law.name)
    kind = law.heading.kind.split("-")[0].upper()
    shown = f"{kind} {law.heading.number}/{law.heading.year}"
    amended = {one.provision: one.instrument for one in law.amendments if not one.path}
    for one in law.provisions:
        subject = iri(f"{law.name}/{one.path}")
        yield subject, a, provision
        yield subject, part, iri(f"{law.name}/{one.parent}") if one.parent else whole
        if one.within:
            yield subject, part, iri(f"{law.name}/{one.within}")
        yield subject, numbered, literal(one.number)
        yield subject, line, number(one.line)
        if one.quoted and one.kind == "pasal" and (target := amended.get(one.path.split("/")[0])):
            yield subject, term("pol:newTextOf"), iri(f"{target}/pasal-{one.number.lower()}")
        if one.kind == "pasal":
            yield subject, label, spoken(f"{shown} {locator(one.path)}", "id")
        if one.heading:
            yield subject, heading, spoken(one.heading, "id")
        elif words := law.words(one):
            yield subject, text, spoken(words, "id")


def _elucidation(law: Law) -> Iterator[Statement]:
    for note in law.elucidation:
        if note.text and not _NOT_WORTH.match(note.text):
            subject = iri(f"{law.name}/{note.path}" if note.path else law.name)
            yield subject, term("pol:elucidation"), spoken(note.text, "id")


def _evidence(law: Law, path: str, seen: set[str]) -> str:
    seen.add(path)
    return evidence_iri(law.name, path)


def _evidence_node(law: Law, path: str) -> Iterator[Statement]:
    node = evidence_iri(law.name, path)
    yield node, _A, term("pol:Evidence")
    yield node, term("oa:hasSource"), source_iri(law.name)
    yield node, term("pol:locator"), literal(locator(path))
    yield node, term("pol:confidence"), literal("unverified")
    yield node, term("pol:assertedBy"), _READER


def _changes(law: Law) -> Iterator[Statement]:
    """Amendments, repeals and the legal basis, each with its claim."""
    whole = iri(law.name)
    for base in law.based_on:
        target = f"{base.instrument}/{base.path}" if base.path else base.instrument
        yield whole, term("eli:based_on"), iri(target)
    for change in law.amendments:
        target = f"{change.instrument}/{change.path}" if change.path else change.instrument
        yield from _claim(law, "eli:amends", iri(target), change.provision, change.line)
        yield whole, term(f"pol:{change.action}"), iri(target)
    for repeal in law.repeals:
        target = f"{repeal.instrument}/{repeal.path}" if repeal.path else repeal.instrument
        whole_law = not repeal.path and repeal.partial
        predicate = "pol:repealsInPart" if whole_law else "eli:repeals"
        yield from _claim(law, predicate, iri(target), repeal.provision, repeal.line)


def _claim(law: Law, predicate: str, target: str, path: str, line: int) -> Iterator[Statement]:
    """An edge and beside it the claim that carries its evidence."""
    subject = iri(law.name)
    key = sha256(f"{subject} {predicate} {target}".encode()).hexdigest()[:16]
    claim, proof = iri(f"claim/read-{key}"), iri(f"evidence/read/claim-{key}")
    yield subject, term(predicate), target
    yield claim, _A, term("pol:Claim")
    yield claim, term("rdf:subject"), subject
    yield claim, term("rdf:predicate"), term(predicate)
    yield claim, term("rdf:object"), target
    yield claim, term("pol:evidence"), proof
    yield proof, _A, term("pol:Evidence")
    yield proof, term("oa:hasSource"), source_iri(law.name)
    yield proof, term("pol:locator"), literal(locator(path))
    yield proof, term("pol:line"), number(line)
    yield proof, term("pol:confidence"), literal("unverified")
    yield proof, term("pol:assertedBy"), _READER


def _remarks(law: Law) -> Iterator[Statement]:
    """What could not be read, never a silent gap."""
    for place, remark in enumerate(law.unread, 1):
        node = iri(f"{law.name}-text/remark-{place}")
        yield node, _A, term("pol:ReadingRemark")
        yield node, term("oa:hasSource"), source_iri(law.name)
        yield node, term("pol:remarkKind"), literal(remark.kind)
        yield node, term("pol:line"), number(remark.line)
        yield node, term("rdfs:comment"), spoken(remark.what, "en")
