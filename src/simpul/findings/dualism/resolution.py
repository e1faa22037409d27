"""Which of two conflicting norms prevails, canon by canon.

In order: ``express`` (a conflict rule or ruling that settles the pair),
``superior`` (lex superior: UU 12/2011 art 7 to 8), ``specialis`` and
``posterior`` (same rank). Canons that point opposite ways leave the pair open.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from simpul.findings.dualism.decision import Resolution, Step
from simpul.findings.dualism.differences import BEARER_WAIVED, differ, of_kind
from simpul.findings.dualism.meeting import Relation, meet, one_day, overlap, relation
from simpul.findings.dualism.rulebook import Norm, RuleBook, Settlement, bilingual
from simpul.model import Bilingual

__all__ = ["resolve"]


@dataclass(frozen=True, slots=True)
class _Case:
    """A pair to be decided, on one day or over all the days both are in force."""

    kind: str
    a: Norm
    b: Norm
    book: RuleBook
    start: str
    end: str

    def name(self, norm: Norm) -> Bilingual:
        return bilingual(norm.labels, norm.iri)


def resolve(kind: str, a: Norm, b: Norm, book: RuleBook, *, as_of: str | None = None) -> Resolution:
    """The resolution of a conflicting pair, with every canon tried.

    With ``as_of`` only rulings and conflict rules in force on that day count;
    without, all that are in force while both norms are.
    """
    start, end = overlap(a, b) or (a.start, a.end)
    if as_of is not None:
        start, end = one_day(as_of)
    case = _Case(kind, a, b, book, start, end)
    trace: list[Step] = []
    for canon in _CANONS_OF.get(kind, _CANONS):
        steps, resolution = canon(case)
        trace += steps
        if resolution is not None:
            return _traced(resolution, trace)
    why = trace[-1].why if trace else Bilingual("Tidak ada asas yang berlaku.", "No canon applies.")
    contested = [step.why for step in trace if step.outcome == "contested"]
    return Resolution("open", "none", None, contested[0] if contested else why, tuple(trace))


def _traced(resolution: Resolution, trace: list[Step]) -> Resolution:
    return replace(resolution, trace=tuple(trace))


def _express(case: _Case) -> tuple[list[Step], Resolution | None]:
    rules = [rule for rule in case.book.settlements if _settles(rule, case)]
    if not rules:
        why = Bilingual(
            "Tidak ada aturan konflik atau putusan yang menyebut kedua norma.",
            "No conflict rule or ruling speaks to both norms.",
        )
        return [Step("express", "silent", None, why)], None
    winners = {_winner(rule, case) for rule in rules}
    names = tuple(rule.rule for rule in rules)
    if {case.a.iri, case.b.iri} <= winners:
        why = Bilingual(
            "Putusan atau aturan yang ada menunjuk ke arah yang berlawanan.",
            "The rulings or rules there are point opposite ways.",
        )
        return [Step("express", "contested", None, why, names)], Resolution(
            "open", "none", None, why, ()
        )
    if None in winners:
        why = Bilingual(
            "Sebuah aturan tegas membiarkan keduanya berlaku berdampingan.",
            "An express rule lets both stand side by side.",
        )
        step = Step("express", "parallel", None, why, names)
        return [step], Resolution("parallel", "express", None, why, ())
    prevails = next(iter(winners))
    winner = case.a if prevails == case.a.iri else case.b
    label = case.name(winner)
    why = Bilingual(
        f"Aturan atau putusan tegas mendahulukan {label.id}.",
        f"An express rule or ruling puts {label.en} first.",
    )
    step = Step("express", "decides", prevails, why, names)
    return [step], Resolution("resolved", "express", prevails, why, ())


def _settles(rule: Settlement, case: _Case) -> bool:
    timely = rule.start < case.end and case.start < rule.end
    return timely and bool(rule.settles & case.a.places) and bool(rule.settles & case.b.places)


def _winner(rule: Settlement, case: _Case) -> str | None:
    wins = [norm.iri for norm in (case.a, case.b) if rule.prevails & norm.places]
    return wins[0] if len(wins) == 1 else None


def _superior(case: _Case) -> tuple[list[Step], Resolution | None]:
    ranks = case.book.ranks
    rank_a, rank_b = ranks.get(case.a.instrument), ranks.get(case.b.instrument)
    if rank_a is None or rank_b is None:
        why = Bilingual(
            "Salah satu instrumen tidak punya tempat dalam hierarki, "
            "sehingga tingkat tidak menentukan.",
            "One instrument has no place in the hierarchy, so rank decides nothing.",
        )
        return [Step("superior", "silent", None, why)], None
    if rank_a == rank_b:
        why = Bilingual("Kedua instrumen setingkat.", "Both instruments have the same rank.")
        return [Step("superior", "silent", None, why)], None
    high, low = (case.a, case.b) if rank_a < rank_b else (case.b, case.a)
    backing = _backing(low, high, case)
    label = case.name(high)
    if backing is not None:
        return _between_statutes(low, high, backing, case)
    why = Bilingual(
        f"{label.id} lebih tinggi tingkatnya (lex superior).",
        f"{label.en} ranks higher (lex superior).",
    )
    step = Step("superior", "decides", high.iri, why)
    return [step], Resolution("resolved", "superior", high.iri, why, ())


def _between_statutes(
    low: Norm, high: Norm, backing: Norm, case: _Case
) -> tuple[list[Step], Resolution | None]:
    """The pair stands as the law behind the lower norm stands to the higher norm."""
    label, other = case.name(high), case.name(backing)
    why = Bilingual(
        f"{label.id} lebih tinggi, tetapi aturan yang lebih rendah melaksanakan {other.id} yang "
        "setingkat; pertentangannya ada di antara kedua undang-undang itu.",
        f"{label.en} ranks higher, but the lower rule implements {other.en}, which ranks as high; "
        "the conflict lies between those two.",
    )
    step = Step("superior", "contested", high.iri, why, (backing.iri,))
    behind = replace(case, a=backing, b=high)
    steps, found = _express(behind)
    if found is None:
        more, found = _specialis_and_posterior(behind)
        steps += more
    if found is None:
        return [step, *steps], Resolution("open", "none", None, why, ())
    prevails = low.iri if found.prevails == backing.iri else found.prevails
    return [step, *steps], replace(found, prevails=prevails)


def _backing(low: Norm, high: Norm, case: _Case) -> Norm | None:
    """A norm as high as ``high`` that the lower one implements and that conflicts alike."""
    book = case.book
    ceiling = book.ranks[high.instrument]
    waiting, seen = [low.instrument], {low.instrument}
    while waiting:
        for parent in sorted(book.implements.get(waiting.pop(), ())):
            if parent in seen:
                continue
            seen.add(parent)
            waiting.append(parent)
            if book.ranks.get(parent, ceiling + 1) > ceiling:
                continue
            for iri in book.by_instrument.get(parent, ()):
                norm = book.norms[iri]
                if _conflicts(norm, high, case):
                    return norm
    return None


def _conflicts(a: Norm, b: Norm, case: _Case) -> bool:
    bearer = case.kind not in BEARER_WAIVED
    return (
        of_kind(case.kind, a, b, case.book)
        and meet(a, b, case.book, bearer=bearer)
        and differ(case.kind, a, b, case.book)
    )


def _specialis_and_posterior(case: _Case) -> tuple[list[Step], Resolution | None]:
    if _unranked(case):
        return [], None
    if not _same_rank(case):
        why = Bilingual(
            "Lex specialis dan lex posterior hanya berlaku di antara aturan setingkat.",
            "Lex specialis and lex posterior apply between rules of one rank only.",
        )
        return [Step("specialis", "silent", None, why)], None
    special, scope = _specialis(case)
    later = _posterior(case)
    steps = [special, later]
    if special.favours and later.favours and special.favours != later.favours:
        why = Bilingual(
            "Yang lebih khusus lebih tua dan yang lebih umum lebih baru: kedua asas berlawanan.",
            "The narrower rule is older and the broader one later: the canons point opposite ways.",
        )
        return [*steps, Step("posterior", "contested", None, why)], None
    if special.favours:
        return steps, Resolution("resolved", "specialis", special.favours, special.why, ())
    if _are_rights(case) and scope == "equal" and later.favours is None:
        why = Bilingual(
            "Dua hak yang setingkat, seluas dan sama waktunya dapat dipakai berdampingan.",
            "Two rights of equal rank, scope and day may be used side by side.",
        )
        return steps, Resolution("parallel", "none", None, why, ())
    if later.favours and case.kind != "sanction":
        return steps, Resolution("resolved", "posterior", later.favours, later.why, ())
    if case.kind == "sanction":
        why = Bilingual(
            "Ruang lingkup kedua aturan pidana sama atau bersilangan; "
            "lex posterior saja tidak memutuskan.",
            "The scopes of the two penal rules are equal or cross; "
            "lex posterior alone does not decide.",
        )
        return [*steps, Step("posterior", "contested", None, why)], None
    return steps, None


def _unranked(case: _Case) -> bool:
    ranks = case.book.ranks
    return case.a.instrument not in ranks or case.b.instrument not in ranks


def _same_rank(case: _Case) -> bool:
    ranks = case.book.ranks
    rank = ranks.get(case.a.instrument)
    return rank is not None and rank == ranks.get(case.b.instrument)


def _are_rights(case: _Case) -> bool:
    return "Right" in case.a.types and "Right" in case.b.types


def _specialis(case: _Case) -> tuple[Step, str]:
    relations = scope_relations(case.a, case.b, case.book, case.kind)
    narrower = Relation.NARROWER in relations.values()
    broader = Relation.BROADER in relations.values()
    if narrower == broader or Relation.APART in relations.values():
        crossing = narrower or Relation.APART in relations.values()
        why = (
            Bilingual("Ruang lingkup keduanya bersilangan.", "Their scopes cross.")
            if crossing
            else Bilingual("Ruang lingkup keduanya sama.", "Their scopes are equal.")
        )
        return Step("specialis", "silent", None, why), "crossing" if crossing else "equal"
    special = case.a if narrower else case.b
    wanted = Relation.NARROWER if narrower else Relation.BROADER
    where = [name for name, found in relations.items() if found is wanted]
    label = case.name(special)
    in_id, in_en = (", ".join(_DIMENSIONS[name][lang] for name in where) for lang in ("id", "en"))
    why = Bilingual(
        f"{label.id} lebih khusus dalam {in_id} (lex specialis).",
        f"{label.en} is narrower in {in_en} (lex specialis).",
    )
    return Step("specialis", "favours", special.iri, why), "nested"


_DIMENSIONS = {
    "bearer": Bilingual("subjek", "bearer"),
    "conduct": Bilingual("perbuatan", "conduct"),
    "matter": Bilingual("materi", "matter"),
    "territory": Bilingual("wilayah", "territory"),
}


def scope_relations(a: Norm, b: Norm, book: RuleBook, kind: str) -> dict[str, Relation]:
    """How the scope of ``a`` stands to that of ``b``, dimension by dimension."""
    relations = {
        "bearer": relation(a.bearers, b.bearers, book),
        "conduct": relation(a.conducts, b.conducts, book),
        "matter": relation(a.matters, b.matters, book),
        "territory": relation(a.territories, b.territories, book),
    }
    if kind in BEARER_WAIVED:
        del relations["bearer"]
    return relations


def _posterior(case: _Case) -> Step:
    if case.a.begun == case.b.begun:
        why = Bilingual(
            "Keduanya berlaku sejak hari yang sama.", "Both are in force since the same day."
        )
        return Step("posterior", "silent", None, why)
    later = case.a if case.a.begun > case.b.begun else case.b
    label = case.name(later)
    why = Bilingual(
        f"{label.id} lebih baru, berlaku sejak {later.begun} (lex posterior).",
        f"{label.en} is later, in force since {later.begun} (lex posterior).",
    )
    return Step("posterior", "favours", later.iri, why)


_CANONS = (_express, _superior, _specialis_and_posterior)
_CANONS_OF = {"means": (_express,)}
"""Rank, breadth and date give no body the budget it lacks: only a rule can."""
