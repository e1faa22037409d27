"""Sentences about norms and their differences, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from simpul.findings.dualism.acts import Act
from simpul.findings.dualism.decision import Citation, Step
from simpul.findings.dualism.rulebook import ALWAYS, NEVER, Norm, Penalty
from simpul.model import Bilingual

__all__ = ["Names", "changes", "cited", "difference", "penalty", "period"]

Names = Callable[[str], Bilingual]
"""Gives the label of any IRI."""


def penalty(found: Penalty) -> Bilingual:
    """A penalty in words: imprisonment in years or months, fines in rupiah."""
    return Bilingual(_penalty(found, "id"), _penalty(found, "en"))


def _penalty(found: Penalty, language: str) -> str:
    prison, fine = _prison(found, language), _fine(found, language)
    if not prison or not fine:
        return prison or fine or {"id": "tidak disebut", "en": "not stated"}[language]
    joins = {
        "and": {"id": " dan ", "en": " and "},
        "or": {"id": " atau ", "en": " or "},
        "and_or": {"id": " dan/atau ", "en": " and/or "},
    }
    return prison + joins.get(found.join or "", {"id": "; ", "en": "; "})[language] + fine


def _prison(found: Penalty, language: str) -> str:
    if found.min_months is None and found.max_months is None and not found.life:
        return ""
    term = _term(found, language) if found.min_months or found.max_months else ""
    life = {"id": "seumur hidup", "en": "life"}[language] if found.life else ""
    either = {"id": " atau ", "en": " or "}[language].join(filter(None, (term, life)))
    none = "" if found.min_months else {"id": " (tanpa minimum)", "en": " (no minimum)"}[language]
    return {"id": "penjara ", "en": "prison "}[language] + either + none


def _term(found: Penalty, language: str) -> str:
    """A term of prison from its minimum to its maximum, either of which may be absent."""
    low, high = (_months(n, language) if n else "" for n in (found.min_months, found.max_months))
    if not low:
        return {"id": "paling lama ", "en": "up to "}[language] + high
    if not high:
        return {"id": "paling singkat ", "en": "at least "}[language] + low
    return low + {"id": " sampai ", "en": " to "}[language] + high


def _months(months: int, language: str) -> str:
    years, rest = divmod(months, 12)
    names = {"id": ("tahun", "bulan"), "en": ("years", "months")}[language]
    if rest:
        return f"{months} {names[1]}"
    return f"{years} {names[0] if language == 'id' or years > 1 else 'year'}"


def _fine(found: Penalty, language: str) -> str:
    if found.min_fine is None and found.max_fine is None:
        return ""
    word = {"id": "denda ", "en": "fine "}[language]
    if found.min_fine is None:
        upto = {"id": "sampai ", "en": "up to "}[language]
        return word + upto + _rupiah(found.max_fine or 0, language)
    low = _rupiah(found.min_fine, language)
    if found.max_fine is None:
        return word + {"id": "sekurangnya ", "en": "at least "}[language] + low
    to = {"id": " sampai ", "en": " to "}[language]
    return word + low + to + _rupiah(found.max_fine, language)


def _rupiah(amount: int, language: str) -> str:
    for size, names in ((10**9, ("miliar", "billion")), (10**6, ("juta", "million"))):
        if amount >= size and amount % (size // 1000) == 0:
            number = f"{amount / size:g}"
            return (
                f"Rp{number.replace('.', ',') if language == 'id' else number} "
                + names[language == "en"]
            )
    return f"Rp{amount:,}".replace(",", "." if language == "id" else ",")


def cited(step: Step, names: Names) -> Bilingual:
    """Why a canon is weighed so, with the places that state it; their days if there are several."""
    if not step.citations:
        return step.why
    told = [_citation(one, names, dated=len(step.citations) > 1) for one in step.citations]
    return Bilingual(
        f"{step.why.id} [{'; '.join(one.id for one in told)}]",
        f"{step.why.en} [{'; '.join(one.en for one in told)}]",
    )


def _citation(one: Citation, names: Names, *, dated: bool) -> Bilingual:
    label, days = names(one.place), period(one.start, one.end)
    if not dated or (one.start == ALWAYS and one.end == NEVER):
        return label
    return Bilingual(f"{label.id}, {days.id}", f"{label.en}, {days.en}")


def changes(acts: Sequence[Act], names: Names, *, remarks: bool = True) -> Bilingual:
    """What changed a provision, or what contains it, after its norm began; with remarks."""
    told = [(names(act.act), names(act.place), act.day) for act in acts]
    listed_id = "; ".join(f"{by.id} mengubah {place.id} ({day})" for by, place, day in told)
    listed_en = "; ".join(f"{by.en} changed {place.en} ({day})" for by, place, day in told)
    notes = list(dict.fromkeys(act.note for act in acts if act.note and remarks))
    return Bilingual(
        " ".join([f"Periksa teks terbaru: {listed_id}.", *(note.id for note in notes)]),
        " ".join([f"Check the latest text: {listed_en}.", *(note.en for note in notes)]),
    )


def period(start: str, end: str) -> Bilingual:
    """A half-open interval in words; the end day itself is not in it."""
    if start == ALWAYS and end == NEVER:
        return Bilingual("tanpa batas waktu", "without limit in time")
    if end == NEVER:
        return Bilingual(f"sejak {start}", f"since {start}")
    if start == ALWAYS:
        return Bilingual(f"sebelum {end}", f"before {end}")
    return Bilingual(f"{start} sampai sebelum {end}", f"{start} until before {end}")


def difference(kind: str, a: Norm, b: Norm, names: Names) -> Bilingual:
    """One sentence on what the two norms of a dualism differ in."""
    return _SENTENCES[kind](a, b, names)


def _sanction(a: Norm, b: Norm, names: Names) -> Bilingual:
    left, right = penalty(a.penalty or Penalty()), penalty(b.penalty or Penalty())
    return Bilingual(
        f"Satu perbuatan, dua ancaman: {left.id}; {right.id}.",
        f"One conduct, two penalties: {left.en}; {right.en}.",
    )


def _authority(a: Norm, b: Norm, names: Names) -> Bilingual:
    left, right = _joined(a.authorities, names), _joined(b.authorities, names)
    return Bilingual(
        f"Satu kewenangan pada dua instansi: {left.id}; {right.id}.",
        f"One decision, two authorities: {left.en}; {right.en}.",
    )


def _procedure(a: Norm, b: Norm, names: Names) -> Bilingual:
    if a.deadline is not None and b.deadline is not None and a.deadline != b.deadline:
        return Bilingual(
            f"Tenggat berbeda: {a.deadline} hari; {b.deadline} hari.",
            f"Different deadlines: {a.deadline} days; {b.deadline} days.",
        )
    if a.procedures and b.procedures and a.procedures.isdisjoint(b.procedures):
        left, right = _joined(a.procedures, names), _joined(b.procedures, names)
        return Bilingual(
            f"Dua jalur: {left.id}; {right.id}.", f"Two procedures: {left.en}; {right.en}."
        )
    left, right = _joined(a.authorities, names), _joined(b.authorities, names)
    return Bilingual(f"Dua forum: {left.id}; {right.id}.", f"Two forums: {left.en}; {right.en}.")


def _deontic(a: Norm, b: Norm, names: Names) -> Bilingual:
    forbids = b if b.types & {"Prohibition", "Penalty"} else a
    allows = a if forbids is b else b
    left, right = names(allows.iri), names(forbids.iri)
    return Bilingual(
        f"Yang diperbolehkan atau diwajibkan oleh {left.id} "
        f"dilarang atau dipidana oleh {right.id}.",
        f"What {left.en} allows or orders, {right.en} forbids or punishes.",
    )


def _office(a: Norm, b: Norm, names: Names) -> Bilingual:
    left, right = _joined(a.authorities, names), _joined(b.authorities, names)
    return Bilingual(
        f"Satu jabatan, dua pemegang: {left.id}; {right.id}.",
        f"One function, two holders: {left.en}; {right.en}.",
    )


def _mandate(a: Norm, b: Norm, names: Names) -> Bilingual:
    left, right = _joined(a.bearers, names), _joined(b.bearers, names)
    return Bilingual(
        f"Satu tugas, dua badan: {left.id}; {right.id}.",
        f"One task, two bodies: {left.en}; {right.en}.",
    )


def _definition(a: Norm, b: Norm, names: Names) -> Bilingual:
    if a.threshold and b.threshold:
        return Bilingual(
            f"Satu istilah, dua batas: {a.threshold}; {b.threshold}.",
            f"One term, two thresholds: {a.threshold}; {b.threshold}.",
        )
    return Bilingual(
        "Satu istilah, dua arti: " + _meanings(a, b, "id"),
        "One term, two meanings: " + _meanings(a, b, "en"),
    )


def _meanings(a: Norm, b: Norm, language: str) -> str:
    found = [
        norm.definitions.get(language) or next(iter(norm.definitions.values()), "?")
        for norm in (a, b)
    ]
    return "; ".join(text.rstrip(".") for text in found) + "."


def _means(a: Norm, b: Norm, names: Names) -> Bilingual:
    duty, grant = (a, b) if "Obligation" in a.types and a.requires else (b, a)
    owner, receiver = _joined(duty.bearers, names), _joined(grant.bearers, names)
    if not grant.bearers:
        receiver = Bilingual("tidak kepada siapa pun", "nobody")
    return Bilingual(
        f"Kewajiban ada pada {owner.id}; sarananya diberikan kepada {receiver.id}.",
        f"The duty lies with {owner.en}; the means go to {receiver.en}.",
    )


def _joined(iris: Iterable[str], names: Names) -> Bilingual:
    labels = [names(iri) for iri in sorted(iris)]
    return Bilingual(", ".join(x.id for x in labels), ", ".join(x.en for x in labels))


_SENTENCES: Mapping[str, Callable[[Norm, Norm, Names], Bilingual]] = {
    "sanction": _sanction,
    "authority": _authority,
    "procedure": _procedure,
    "deontic": _deontic,
    "office": _office,
    "mandate": _mandate,
    "definition": _definition,
    "means": _means,
}
