"""The facts of a law as norms: definitions, penalties, modal rules, delegations, licences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from simpul.laws.model import Definition, Law, Penalty
from simpul.laws.rdf.terms import Statement, boolean, day, iri, literal, number, spoken, term

__all__ = ["fact_statements"]

Evidence = Callable[[str], str]

_A = term("rdf:type")
_AGE = re.compile(
    r"(?:ber(?:usia|umur)|mencapai\s+(?:usia|umur)|umur)\D{0,30}?(\d{1,2})\s*\([a-z ]+\)\s*tahun"
)
_LABELS = {
    "Obligation": ("Kewajiban", "Obligation"), "Prohibition": ("Larangan", "Prohibition"),
    "Permission": ("Kebolehan", "Permission"), "Right": ("Hak", "Right"),
    "Power": ("Wewenang", "Power"), "Penalty": ("Sanksi pidana", "Penalty"),
    "Definition": ("Batasan pengertian", "Definition"), "Transition": ("Peralihan", "Transition"),
}  # fmt: skip


class _Names:
    """Names of norms: the provision, the kind, and a running number where needed."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.taken: Counter[str] = Counter()

    def norm(self, path: str, kind: str) -> str:
        base = f"{self.law.name}/{path}/{kind}" if path else f"{self.law.name}/{kind}"
        self.taken[base] += 1
        count = self.taken[base]
        return iri(base if count == 1 else f"{base}-{count}")


def fact_statements(law: Law, evidence: Evidence) -> Iterator[Statement]:
    """The statements of every fact; ``evidence`` gives the node of a provision."""
    names = _Names(law)
    for definition in law.definitions:
        yield from _definition(law, names, definition, evidence)
    for penalty in law.penalties:
        yield from _penalty(law, names, penalty, evidence)
    yield from _rules(law, names, evidence)
    yield from _pointers(law)
    yield from _others(law, names, evidence)


def _norm(
    law: Law, subject: str, kind: str, path: str, line: int, evidence: Evidence
) -> Iterator[Statement]:
    """What every norm says: kind, provision, line, evidence, time in force."""
    yield subject, _A, term(f"pol:{kind}")
    yield subject, _A, term("pol:Norm")
    yield subject, term("pol:provision"), iri(f"{law.name}/{path}" if path else law.name)
    yield subject, term("pol:line"), number(line)
    yield subject, term("pol:evidence"), evidence(path)
    if law.in_force:
        yield subject, term("pol:inForceFrom"), day(law.in_force)


def _labels(subject: str, kind: str, what: str) -> Iterator[Statement]:
    for label, language in zip(_LABELS[kind], ("id", "en"), strict=True):
        yield subject, term("rdfs:label"), spoken(f"{label}: {what}", language)


def _definition(
    law: Law, names: _Names, one: Definition, evidence: Evidence
) -> Iterator[Statement]:
    subject = names.norm(one.provision, "definition")
    yield from _norm(law, subject, "Definition", one.provision, one.line, evidence)
    yield from _labels(subject, "Definition", one.term)
    yield subject, term("skos:prefLabel"), spoken(one.term, "id")
    for short in one.short:
        yield subject, term("skos:altLabel"), spoken(short, "id")
    yield subject, term("skos:definition"), spoken(one.meaning, "id")
    age = _AGE.search(one.meaning)
    if age:
        yield subject, term("pol:threshold"), number(int(age[1]))


def _penalty(law: Law, names: _Names, one: Penalty, evidence: Evidence) -> Iterator[Statement]:
    subject = names.norm(one.provision, "penalty")
    yield from _norm(law, subject, "Penalty", one.provision, one.line, evidence)
    yield from _labels(subject, "Penalty", f"{law.name} {one.provision}")
    amounts = (
        ("pol:minImprisonment", one.min_months), ("pol:maxImprisonment", one.max_months),
        ("pol:maxImprisonmentDays", one.max_days), ("pol:minFine", one.min_fine),
        ("pol:maxFine", one.max_fine), ("pol:substituteDetention", one.substitute_months),
    )  # fmt: skip
    for name, value in amounts:
        if value is not None:
            yield subject, term(name), number(value)
    marks = (
        ("pol:lifeImprisonment", one.life), ("pol:deathPenalty", one.death),
        ("pol:samePenalty", one.same_as), ("pol:corporateLiability", one.corporate),
    )  # fmt: skip
    for name, holds in marks:
        if holds:
            yield subject, term(name), boolean(True)
    for name, word in (("pol:penaltyJoin", one.join), ("pol:custodyKind", one.custody),
                       ("pol:penaltyFactor", one.factor)):  # fmt: skip
        if word:
            yield subject, term(name), literal(word)
    for path in one.punishes:
        yield subject, term("pol:punishesBreachOf"), iri(f"{law.name}/{path}")


def _rules(law: Law, names: _Names, evidence: Evidence) -> Iterator[Statement]:
    for one in law.norms:
        subject = names.norm(one.provision, "norm")
        yield from _norm(law, subject, one.kind, one.provision, one.line, evidence)
        yield from _labels(subject, one.kind, one.bearer or one.word)
        yield subject, term("pol:modalWord"), literal(one.word)


def _pointers(law: Law) -> Iterator[Statement]:
    """References from a provision, or from the law as a whole."""
    for one in law.references:
        subject = iri(f"{law.name}/{one.provision}" if one.provision else law.name)
        target = f"{one.instrument}/{one.path}" if one.path else one.instrument
        yield subject, term("pol:refersTo"), iri(target)


def _others(law: Law, names: _Names, evidence: Evidence) -> Iterator[Statement]:
    for delegation in law.delegations:
        subject = names.norm(delegation.provision, "delegation")
        yield subject, _A, term("pol:Delegation")
        yield subject, term("pol:provision"), iri(f"{law.name}/{delegation.provision}")
        yield subject, term("pol:delegatedForm"), spoken(delegation.to, "id")
        yield subject, term("pol:line"), number(delegation.line)
        yield subject, term("pol:evidence"), evidence(delegation.provision)
    for licence in law.licences:
        subject = names.norm(licence.provision, "licence")
        yield subject, _A, term("pol:Licence")
        yield subject, term("rdfs:label"), spoken(licence.name, "id")
        yield subject, term("pol:issuerName"), spoken(licence.issuer, "id")
        yield subject, term("pol:provision"), iri(f"{law.name}/{licence.provision}")
        yield subject, term("pol:line"), number(licence.line)
        yield subject, term("pol:evidence"), evidence(licence.provision)
    for one in law.transitions:
        subject = names.norm(one.provision, "transition")
        yield from _norm(law, subject, "Transition", one.provision, one.line, evidence)
        yield from _labels(subject, "Transition", f"{law.name} {one.provision}")
        if one.period is not None and (months := one.period.months) is not None:
            yield subject, term("pol:deadlineMonths"), number(months)
        elif one.period is not None and one.period.days is not None:
            yield subject, term("pol:deadlineDays"), number(one.period.days)
