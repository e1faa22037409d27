"""Punishments: which clauses punish, whose they are, and what breach they punish.

A clause opens with *dipidana*, *dihukum* or *diancam*; what it says is read in
``punishment``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from simpul.laws.facts.punishment import PUNISHES, SUBSTITUTE, fine_categories, read_punishment
from simpul.laws.model import Penalty, Provision
from simpul.laws.tree.places import Places, article_of
from simpul.laws.written.chains import chains

__all__ = ["read_penalties"]

_TRIGGER = re.compile(
    r"(?:(?<!\w)Di\s?pidana(?:kan)?|Dapat\s+dipidana|(?<!\w)di\s?pidana(?:kan)?|Dihukum|dihukum|dihukumkan|diantjam|diancam"
    r"|dikenakan\s+(?:sanksi\s+)?(?:pidana|hukuman)"
    r"|(?:dikenai|diberi)\s+(?:sanksi\s+)?pidana|dijatuhi\s+(?:pidana|hukuman)|dapat\s+dijatuhi"
    r"|dapat\s+dijatuhkan|dijatuhkan\s+(?:pula\s+)?(?:pidana|hukuman)|didenda|[Dd]engan\s+hukuman"
    r"|diganti\s+dengan\s+(?:(?:pidana|hukuman)\s+)?(?:penjara|kurungan)"
    r"|dijatuhkan\s+(?:terhadap|kepada)\s+[Kk]orporasi\s+(?:adalah|berupa|hanya|ialah)"
    r"|[Kk]etentuan\s+pidana\s+sebagaimana\s+[^.;]{5,80}berlaku\s+(?:pula|juga)"
    r"|[Aa]ncaman\s+(?:pidana|hukuman)[^.;]{3,90}(?:dinaikkan\s+menjadi|dilipatkan)"
    r"|ancaman\s+(?:pidana|hukuman)nya|pidananya|hukumannya|ditambah\s+(?:dengan\s+)?(?:\d/\d|seper(?:tiga|empat)))"
)
_DESCRIBES = re.compile(
    r"(?:\byang\s+(?:dapat\s+|hanya\s+|terhadap\s+\w+\s+tersebut\s+)?|\bpernah\s+|\btidak\s+(?:dapat\s+)?|\bsedang\s+"
    r"|\bdapat\s+tidak\s+|\bapabila\s+|\btelah\s+"
    r"|\bbelum\s+|\bkarena\s+|\b[Dd]alam\s+hal\s+(?:\w+\s+){0,2})$"
)
_FOR_WHAT = re.compile(
    r"\s+karena\s+melakukan\s+[Tt]indak\s+[Pp]idana\s+yang\b|\s+kepada\s+terdakwa\b"
    r"|\s+(?:dengan\s+)?(?:pidana\s+)?(?:penjara\s+)?berdasarkan\s+(?:ke)?putusan\b"
)
"""After it a sentence says when a court may do something else: *jika dipidana karena* ..."""

_SIGNS = (
    "idana", "ihukum", "hukuman", "ancam", "antjam", "ijatuh", "didenda", "ditambah", "enjara",
    "urungan",
)  # fmt: skip
"""What every trigger holds: looking for them first is quick."""

_CUSTODY_OR_FINE = re.compile(r"(?:pidana|hukuman|penjara|kurungan|denda)\b")


def read_penalties(places: Places) -> Iterator[Penalty]:
    """The penalties of a law, one for each punishing clause."""
    if not any(sign in places.content for sign in _SIGNS):
        return
    categories = fine_categories(places.content)
    done: set[str] = set()
    for unit in places.units():
        words = places.content[unit.start : unit.end]
        if unit.path in done or not (any(sign in words for sign in _SIGNS)):
            continue
        yield from _of_unit(places, unit, categories, done)


def _of_unit(
    places: Places, unit: Provision, categories: Mapping[str, int], done: set[str]
) -> Iterator[Penalty]:
    for start, end in _clauses(places, unit):
        trigger = _punishing(places.content, start, end)
        if trigger is None:
            continue
        holder = _holder(places, unit, start, trigger)
        unpaid = SUBSTITUTE.search(places.content, start, trigger)
        opening = unpaid.start() if unpaid else trigger
        penalties = [
            one
            for span in _several(places.content, opening, end)
            if (one := read_punishment(places, holder, span, categories))
        ]
        for penalty in penalties:
            yield _with_targets(places, penalty, _opening(places, holder, start), trigger)
        if penalties:
            continue
        yield from _listed(places, unit, trigger, end, categories, done)


def _several(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The punishments of a clause: *dipidana dengan ... untuk radio dan dipidana dengan ...*.

    Or the steps by which one is raised: *ditambah seperempat ... atau sepertiga apabila ...*,
    or the fines of two offenders: *Rp200 ... untuk radio dan paling banyak Rp2.000 ... untuk*.
    """
    found = _AND_PUNISHED.finditer(content, start, end)
    cuts = [one.start("more") if one["more"] else one.start() for one in found]
    yield from pairwise((start, *cuts, end))


_AND_PUNISHED = re.compile(
    r"(?<=\w)\s+dan\s+dipidana\s+(?:dengan\s+)?pidana\s+(?:penjara|kurungan|denda)"
    r"|(?<=\w)\s+atau\s+sepertiga\s+apabila\b"
    r"|\)\s+(?:untuk|bagi)\s[^.;()]{3,60}?(?P<more>\s+dan\s+paling\s+banyak)(?=\s+Rp)"
)


def _clauses(places: Places, unit: Provision) -> Iterator[tuple[int, int]]:
    """Sentences of a unit; a semicolon inside a clause does not end it."""
    return places.sentences(unit.start, unit.end)


def _punishing(content: str, start: int, end: int) -> int | None:
    """Where the words that punish begin, or None when the sentence only describes."""
    for found in _TRIGGER.finditer(content, start, end):
        before = content[max(start, found.start() - 30) : found.start()]
        listed = "dijatuhkan" in found.group() and "hukuman" not in found.group()
        if (
            not listed
            and _DESCRIBES.search(before)
            and not re.search(r"tidak\s+di\s?pidana", before + found.group())
        ):
            continue
        if _FOR_WHAT.match(content, found.end(), end):
            continue
        return found.start()
    return None


def _holder(places: Places, unit: Provision, start: int, trigger: int) -> Provision:
    """The unit a penalty belongs to: a clause that closes a list is the list's."""
    if unit.kind not in ("huruf", "angka") or start != unit.start:
        return unit
    parent = places.get(unit.parent)
    if parent is None:
        return unit
    siblings = [one for one in places.children(parent.path) if one.kind == unit.kind]
    lead = places.content[parent.start : parent.end]
    alone = not any(PUNISHES.search(places.content[one.start : one.end]) for one in siblings[:-1])
    if (
        siblings
        and siblings[-1] is unit
        and len(siblings) > 1
        and alone
        and not _TRIGGER.search(lead)
    ):
        return parent
    return unit


def _opening(places: Places, holder: Provision, start: int) -> int:
    return min(holder.start, start) if holder.start <= start else start


def _listed(
    places: Places,
    unit: Provision,
    trigger: int,
    end: int,
    categories: Mapping[str, int],
    done: set[str],
) -> Iterator[Penalty]:
    """Penalties in a list under *dipidana dengan:*, one for each item with an amount."""
    if not places.content[trigger:end].rstrip().endswith((":", "karena", "jika", "apabila")):
        return
    for item in places.children(unit.path):
        if item.kind in ("huruf", "angka"):
            start, stop = places.span(item)
            at = _CUSTODY_OR_FINE.search(places.content, start, stop)
            if at is None or _described(places.content, start, stop):
                continue
            penalty = read_punishment(places, item, (at.start(), stop), categories)
            if penalty is not None:
                done.add(item.path)
                yield _with_targets(places, penalty, unit.start, trigger)


def _described(content: str, start: int, end: int) -> bool:
    """Whether an item only describes: *melakukan tindak pidana yang diancam dengan*."""
    found = _TRIGGER.search(content, start, end)
    return bool(found and _DESCRIBES.search(content, max(start, found.start() - 30), found.start()))


def _with_targets(places: Places, penalty: Penalty, start: int, trigger: int) -> Penalty:
    """The penalty with the provisions it punishes the breach of."""
    targets: list[str] = []
    if penalty.same_as:
        return penalty
    article = article_of(penalty.provision)
    own = article.rpartition("/pasal-")[2] if "/" in article else article.removeprefix("pasal-")
    for chain in chains(places.content, start, trigger):
        if chain.instrument is None:
            targets += [
                path if path.startswith("pasal-") else f"pasal-{own}/{path}"
                for path in chain.targets
            ]
    return replace(penalty, punishes=tuple(dict.fromkeys(targets)))
