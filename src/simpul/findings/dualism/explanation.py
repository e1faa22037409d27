"""Why two norms are a dualism, or why not: every test, with its outcome in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from simpul.findings.dualism.canons import Canons
from simpul.findings.dualism.decision import Resolution
from simpul.findings.dualism.differences import BEARER_WAIVED, KINDS, differ, of_kind
from simpul.findings.dualism.meeting import comparable, excused, one_day, overlap
from simpul.findings.dualism.resolution import resolve
from simpul.findings.dualism.rulebook import Norm, RuleBook
from simpul.findings.dualism.words import Names, difference, period
from simpul.model import Bilingual

__all__ = ["Explanation", "Test", "explain"]


@dataclass(frozen=True, slots=True)
class Test:
    """One test of the detector on a pair of norms."""

    __test__ = False

    test: str
    holds: bool
    why: Bilingual


@dataclass(frozen=True, slots=True)
class Explanation:
    """All tests of a pair; the kinds in which it is a dualism, with resolutions."""

    a: Norm
    b: Norm
    tests: tuple[Test, ...]
    resolutions: dict[str, Resolution]

    @property
    def dualism(self) -> bool:
        """Whether every test holds."""
        return all(test.holds for test in self.tests)

    def as_json(self) -> dict[str, Any]:
        """The explanation under the keys of the command line."""
        return {
            "dualism": self.dualism,
            "kinds": sorted(self.resolutions),
            "tests": [
                {"test": t.test, "holds": t.holds, "why": t.why.as_json()} for t in self.tests
            ],
        }


def explain(
    a: Norm,
    b: Norm,
    book: RuleBook,
    names: Names,
    *,
    canons: Canons | None = None,
    as_of: str | None = None,
) -> Explanation:
    """Every test of the detector on two norms, in the order of the definition.

    Where all hold, each resolution tells where its canons are stated.
    """
    kinds = [kind for kind in KINDS if of_kind(kind, a, b, book)]
    waived = bool(kinds) and not _bearers_meet(a, b, book) and set(kinds) & BEARER_WAIVED
    if waived:
        kinds = [kind for kind in kinds if kind in BEARER_WAIVED]
    apart = [kind for kind in kinds if differ(kind, a, b, book)]
    tests = (
        _time(a, b, as_of),
        _scope("territory", a.territories, b.territories, book, names),
        _bearer(a, b, book, names, waived=bool(waived)),
        _scope("conduct", a.conducts, b.conducts, book, names, needed=True),
        _scope("matter", a.matters, b.matters, book, names, needed=True),
        _instrument(a, b, names),
        _link(a, b, book, names),
        _difference(a, b, kinds, apart, names),
    )
    resolutions = {}
    if all(test.holds for test in tests):
        days = one_day(as_of) if as_of else overlap(a, b) or (a.start, a.end)
        resolutions = {
            kind: (canons or Canons()).cited(resolve(kind, a, b, book, as_of=as_of), kind, *days)
            for kind in apart
        }
    return Explanation(a, b, tests, resolutions)


def _time(a: Norm, b: Norm, as_of: str | None) -> Test:
    left, right = period(a.start, a.end), period(b.start, b.end)
    if as_of is not None:
        holds = a.holds_on(as_of) and b.holds_on(as_of)
        word = Bilingual("berlaku", "are") if holds else Bilingual("tidak berlaku", "are not")
        why = Bilingual(
            f"Keduanya {word.id} pada {as_of}: {left.id}; {right.id}.",
            f"Both {word.en} in force on {as_of}: {left.en}; {right.en}.",
        )
        return Test("time", holds, why)
    shared = overlap(a, b)
    if shared is None:
        why = Bilingual(
            f"Tidak pernah berlaku bersamaan: {left.id}; {right.id}.",
            f"Never in force together: {left.en}; {right.en}.",
        )
        return Test("time", False, why)
    both = period(*shared)
    return Test(
        "time", True, Bilingual(f"Berlaku bersama {both.id}.", f"In force together {both.en}.")
    )


_WORDS = {
    "territory": Bilingual("Wilayah", "Territory"),
    "bearer": Bilingual("Subjek", "Bearer"),
    "conduct": Bilingual("Perbuatan", "Conduct"),
    "matter": Bilingual("Materi", "Matter"),
}


def _scope(
    test: str,
    a: frozenset[str],
    b: frozenset[str],
    book: RuleBook,
    names: Names,
    *,
    needed: bool = False,
) -> Test:
    word = _WORDS[test]
    if not a or not b:
        return Test(test, not needed, _unstated(word, needed=needed))
    left, right = _joined(a, names), _joined(b, names)
    if comparable(a, b, book):
        same = Bilingual("sama", "the same") if a == b else Bilingual("bertingkat", "nested")
        why = Bilingual(
            f"{word.id} {same.id}: {left.id}; {right.id}.",
            f"{word.en} {same.en}: {left.en}; {right.en}.",
        )
        return Test(test, True, why)
    why = Bilingual(
        f"{word.id} berbeda: {left.id} bukan bagian dari {right.id}, dan sebaliknya.",
        f"{word.en} differs: neither of {left.en} and {right.en} is within the other.",
    )
    return Test(test, False, why)


def _unstated(word: Bilingual, *, needed: bool) -> Bilingual:
    if needed:
        return Bilingual(
            f"{word.id} salah satu norma tidak dicatat, sehingga keduanya tidak dapat bertemu.",
            f"{word.en} of one norm is not recorded, so the two cannot meet.",
        )
    return Bilingual(
        f"{word.id} salah satu norma tidak dibatasi.", f"{word.en} of one norm is not limited."
    )


def _bearers_meet(a: Norm, b: Norm, book: RuleBook) -> bool:
    return not a.bearers or not b.bearers or comparable(a.bearers, b.bearers, book)


def _bearer(a: Norm, b: Norm, book: RuleBook, names: Names, *, waived: bool) -> Test:
    if waived:
        why = Bilingual(
            "Subjek berbeda, dan justru itulah yang dibandingkan.",
            "The bearers differ, and that is what is compared.",
        )
        return Test("bearer", True, why)
    return _scope("bearer", a.bearers, b.bearers, book, names)


def _instrument(a: Norm, b: Norm, names: Names) -> Test:
    left, right = names(a.instrument), names(b.instrument)
    if a.instrument == b.instrument:
        why = Bilingual(f"Keduanya ada dalam {left.id}.", f"Both stand in {left.en}.")
        return Test("instrument", False, why)
    why = Bilingual(f"{left.id} dan {right.id}.", f"{left.en} and {right.en}.")
    return Test("instrument", True, why)


def _link(a: Norm, b: Norm, book: RuleBook, names: Names) -> Test:
    joined = excused(a, b, book)
    if joined is None:
        why = Bilingual(
            "Tidak ada hubungan yang menjelaskan perbedaannya.",
            "No link explains the difference away.",
        )
        return Test("link", True, why)
    left, right = names(joined[0]), names(joined[1])
    why = Bilingual(
        f"Sebuah hubungan menyambung {left.id} dan {right.id}.",
        f"A link joins {left.en} and {right.en}.",
    )
    return Test("link", False, why)


def _difference(a: Norm, b: Norm, kinds: list[str], apart: list[str], names: Names) -> Test:
    if apart:
        return Test("difference", True, difference(apart[0], a, b, names))
    if kinds:
        why = Bilingual(
            "Keduanya dapat dibandingkan, tetapi tidak berbeda.",
            "The two can be compared, but do not differ.",
        )
        return Test("difference", False, why)
    left, right = ", ".join(_types(a)), ", ".join(_types(b))
    why = Bilingual(
        f"Jenis norma ini tidak dibandingkan: {left}; {right}.",
        f"Norms of these types are not compared: {left}; {right}.",
    )
    return Test("difference", False, why)


def _types(norm: Norm) -> Iterator[str]:
    yield from sorted(norm.types - {"Norm"})


def _joined(iris: Iterable[str], names: Names) -> Bilingual:
    labels = [names(iri) for iri in sorted(iris)]
    return Bilingual(", ".join(x.id for x in labels), ", ".join(x.en for x in labels))
