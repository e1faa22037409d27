"""Changes to the law, made in memory: repealed, amended, linked, settled.

repeal PLACE                      a norm, a provision with all in it, an instrument
amend NORM property=value ...     penalty, deadline, authority, scope or dates
link PLACE PREDICATE PLACE        an excusing link between two places
settle PLACE PLACE [prevails PLACE]   a conflict rule; without a winner both stand
"""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from simpul.errors import UnknownName, WrongUse
from simpul.findings.dualism.rulebook import Norm, Penalty, RuleBook, Settlement
from simpul.terms import expand, local_name

__all__ = ["LINKS", "Change", "assume", "read_change"]

LINKS = (
    "amends",
    "repeals",
    "implements",
    "delegatesTo",
    "succeeds",
    "exempts",
    "transitions",
    "aggravates",
    "refersTo",
)
"""Links that excuse a difference, by the last part of their names."""

_PENALTY = {
    "min_imprisonment": "min_months",
    "max_imprisonment": "max_months",
    "min_fine": "min_fine",
    "max_fine": "max_fine",
}
_SETS = {
    "authority": "authorities",
    "bearer": "bearers",
    "conduct": "conducts",
    "matter": "matters",
    "procedure": "procedures",
    "territory": "territories",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One assumed change: the verb and its arguments, as written."""

    verb: str
    arguments: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join((self.verb, *self.arguments))


def read_change(text: str) -> Change:
    """The change a line spells; a verb that is none offers the nearest."""
    try:
        words = shlex.split(text, comments=True)
    except ValueError as error:
        raise WrongUse(f"the change cannot be read: {error}", where=text) from error
    if not words or words[0] not in _VERBS:
        raise UnknownName("change", words[0] if words else text, sorted(_VERBS))
    return Change(words[0], tuple(words[1:]))


def assume(book: RuleBook, changes: Iterable[Change]) -> RuleBook:
    """The rule book as it would be after the changes, one after the other."""
    for change in changes:
        book = _VERBS[change.verb](book, change)
    return book


def _repeal(book: RuleBook, change: Change) -> RuleBook:
    if len(change.arguments) != 1:
        raise _form(change, "repeal PLACE")
    place = _place(change.arguments[0], book)
    return book.with_norms(norm for norm in book.norms.values() if place not in norm.places)


def _amend(book: RuleBook, change: Change) -> RuleBook:
    if len(change.arguments) < 2 or not all("=" in part for part in change.arguments[1:]):
        raise _form(change, "amend NORM property=value")
    place = _place(change.arguments[0], book)
    changed = {
        norm.iri: norm for norm in book.norms.values() if place in (norm.iri, norm.provision)
    }
    if not changed:
        raise UnknownName("norm", change.arguments[0], [local_name(iri) for iri in book.norms])
    for part in change.arguments[1:]:
        name, _, value = part.partition("=")
        changed = {iri: _amended(norm, name, value, change) for iri, norm in changed.items()}
    return book.with_norms(changed.get(norm.iri, norm) for norm in book.norms.values())


def _amended(norm: Norm, name: str, value: str, change: Change) -> Norm:
    if name in _PENALTY or name in ("life", "join"):
        return replace(norm, penalty=_punished(norm.penalty or Penalty(), name, value, change))
    if name in _SETS:
        found = frozenset(expand(part) for part in value.split(",") if part)
        return replace(norm, **{_SETS[name]: found})  # type: ignore[arg-type]
    if name == "deadline_days":
        return replace(norm, deadline=_whole(value, change))
    if name in ("from", "until"):
        key = "start" if name == "from" else "end"
        return replace(norm, **{key: _day(value, change)})  # type: ignore[arg-type]
    known = [*_PENALTY, "life", "join", *_SETS, "deadline_days", "from", "until"]
    raise UnknownName("property of a norm", name, known)


def _punished(penalty: Penalty, name: str, value: str, change: Change) -> Penalty:
    if name == "life":
        return replace(penalty, life=value == "true")
    if name == "join":
        if value not in ("and", "or", "and_or"):
            raise WrongUse(
                f"{value!r} joins nothing", where=str(change), todo="Use and, or, and_or."
            )
        return replace(penalty, join=value)
    return replace(penalty, **{_PENALTY[name]: _whole(value, change)})  # type: ignore[arg-type]


def _whole(value: str, change: Change) -> int | None:
    if value in ("", "none"):
        return None
    if not value.isascii() or not value.isdigit():
        raise WrongUse(f"{value!r} is not a whole number", where=str(change))
    return int(value)


def _day(value: str, change: Change) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise WrongUse(
            f"{value!r} is not a date", where=str(change), todo="Write it as 2023-07-01."
        ) from None


def _link(book: RuleBook, change: Change) -> RuleBook:
    if len(change.arguments) != 3:
        raise _form(change, "link PLACE PREDICATE PLACE")
    first, predicate, second = change.arguments
    if predicate.rpartition(":")[2] not in LINKS:
        raise UnknownName("excusing link", predicate, LINKS)
    a, b = _place(first, book), _place(second, book)
    excuses: dict[str, frozenset[str]] = defaultdict(frozenset, book.excuses)
    excuses[a] |= {b}
    excuses[b] |= {a}
    return replace(book, excuses=dict(excuses))


def _settle(book: RuleBook, change: Change) -> RuleBook:
    words = change.arguments
    if len(words) not in (2, 4) or (len(words) == 4 and words[2] != "prevails"):
        raise _form(change, "settle PLACE PLACE [prevails PLACE]")
    sides = frozenset(_place(word, book) for word in words[:2])
    prevails = frozenset(_place(word, book) for word in words[3:])
    if not prevails <= sides:
        raise WrongUse("the place that prevails is none of the two", where=str(change))
    rule = Settlement(f"urn:assumed:{change}", sides, prevails)
    return replace(book, settlements=(*_unsettled(book, sides), rule))


def _unsettled(book: RuleBook, sides: frozenset[str]) -> Iterable[Settlement]:
    """The rules there are; an assumed rule is later and takes the place of those it repeats."""
    return (rule for rule in book.settlements if not sides <= rule.settles)


def _place(name: str, book: RuleBook) -> str:
    """The norm, provision or instrument of a name; it must hold a norm."""
    iri = expand(name)
    if any(iri in norm.places for norm in book.norms.values()):
        return iri
    known = {local_name(place) for norm in book.norms.values() for place in norm.places}
    raise UnknownName("norm, provision or instrument with norms", name, sorted(known))


def _form(change: Change, form: str) -> WrongUse:
    return WrongUse("the change cannot be read", where=str(change), todo=f"Write it as: {form}")


_VERBS: Mapping[str, Callable[[RuleBook, Change], RuleBook]] = {
    "repeal": _repeal,
    "amend": _amend,
    "link": _link,
    "settle": _settle,
}
