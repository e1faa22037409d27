"""One machine-read candidate as rows of tables, for a person to complete.

What the machine cannot know is left open and told as a gap: what the rule is
about (conduct, matter), a meaning in our own words, who an issuer is. Every row
has the confidence ``unverified`` and a note that it was machine-read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from simpul.errors import UnknownName
from simpul.laws.rdf.statements import locator
from simpul.laws.study.licences import Issued, LicencePair, licence_candidates
from simpul.laws.study.meanings import Meaning, MeaningPair, definition_candidates
from simpul.laws.study.paperwork import Papers, instrument_rows, link_rows
from simpul.laws.study.penalties import PenaltyPair, Punished, penalty_candidates
from simpul.laws.study.rows import Select, instrument_of
from simpul.laws.study.status import Status

__all__ = ["Acceptance", "Candidate", "Gap", "accept", "candidate"]

Candidate = MeaningPair | PenaltyPair | LicencePair
Cells = dict[str, str]

_LISTS: dict[str, Callable[..., Sequence[Candidate]]] = {
    "def": definition_candidates,
    "pen": penalty_candidates,
    "lic": licence_candidates,
}
_PHRASE_WORDS = 6
_AMOUNT = re.compile(
    r"\S*(?:paling|minimum|minimal|maksimum|selama-lama|setinggi-tinggi)\S*\s.*", re.S
)


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell that a person has to fill in, and what belongs there."""

    table: str
    row: str
    column: str
    todo: str


@dataclass(slots=True)
class Acceptance:
    """Rows by table, the gaps in them, and the norms that the tables hold already."""

    rows: dict[str, list[Cells]] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)
    held: list[str] = field(default_factory=list)


def candidate(select: Select, status: Status, name: str, as_of: str | None = None) -> Candidate:
    """The candidate of that name; raises UnknownName with the nearest ones."""
    kind = name.partition("-")[0]
    wanted = [_LISTS[kind]] if kind in _LISTS else list(_LISTS.values())
    known: list[str] = []
    for everything in (False, True):
        for study in wanted:
            for one in study(select, status, as_of, everything=everything):
                if one.id == name:
                    return one
                known += [] if everything else [one.id]
    raise UnknownName("candidate", name, known)


def accept(select: Select, pair: Candidate, known: Mapping[str, Sequence[Cells]]) -> Acceptance:
    """The rows of a candidate that the tables ``known`` (rows by file) do not hold yet."""
    papers = Papers(select, pair.id)
    made = Acceptance()
    taken = {row["id"] for row in known.get("norms.csv", ())}
    for side in (pair.one, pair.other):
        place = papers.place(side.provision)
        there = _held(side, place, known.get("norms.csv", ()))
        if there:
            made.held.append(there)
            continue
        cells, gaps = _norm(side, pair, papers, known)
        cells["id"] = _free(cells["id"], taken)
        made.rows.setdefault("norms.csv", []).append(cells)
        made.gaps += [Gap("norms.csv", cells["id"], column, todo) for column, todo in gaps]
    if made.rows:
        _add_instruments(made, pair, papers, known)
        made.rows["claims.csv"] = list(link_rows(papers, pair.one.provision, pair.other.provision))
    made.rows = {table: rows for table, rows in made.rows.items() if rows}
    return made


def _add_instruments(
    made: Acceptance, pair: Candidate, papers: Papers, known: Mapping[str, Sequence[Cells]]
) -> None:
    """The laws of both sides and their texts, where the tables lack them."""
    present = {
        row["id"] for name in ("instruments.csv", "sources.csv") for row in known.get(name, ())
    }
    for side in (pair.one, pair.other):
        for name in dict.fromkeys(
            (instrument_of(side.provision), instrument_of(papers.place(side.provision)))
        ):
            for table, cells in instrument_rows(papers, name):
                if cells["id"] not in present:
                    present.add(cells["id"])
                    made.rows.setdefault(table, []).append(cells)
                    made.gaps += _open_cells(table, cells)


def _open_cells(table: str, cells: Cells) -> Iterator[Gap]:
    wanted = {
        "instruments.csv": {
            "title_en": "the title in English, in our words",
            "from": "the day it entered into force",
            "type": "the class of instrument",
        },
        "sources.csv": {"title": "the title of the text"},
    }
    for column, todo in wanted.get(table, {}).items():
        if not cells.get(column):
            yield Gap(table, cells["id"], column, todo)


def _held(side: object, place: str, norms: Sequence[Cells]) -> str:
    """The norm of this kind that the tables hold at the place already."""
    kind = _TYPES[type(side)]
    for row in norms:
        if row["provision"] == place and kind in row["type"].split():
            return row["id"]
    return ""


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where it is taken."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


_TYPES = {Meaning: "Definition", Punished: "Penalty", Issued: "Power"}
_CONDUCT = [
    ("conduct", "what is done: a concept of the tree of conducts"),
    ("matter", "about what: a concept of the tree of matters"),
]


def _norm(
    side: Meaning | Punished | Issued,
    pair: Candidate,
    papers: Papers,
    known: Mapping[str, Sequence[Cells]],
) -> tuple[Cells, list[tuple[str, str]]]:
    """The row of one side, and its open cells with what belongs there."""
    place = papers.place(side.provision)
    shown = f"{papers.shown(instrument_of(place))} {locator(place.partition('/')[2])}"
    text = papers.text(side.provision)
    steps = re.sub(r"\b(?:pasal|ayat|huruf|angka)-", "", place.partition("/")[2]).replace("/", "-")
    cells = {
        "id": f"n-{instrument_of(place)}-{steps}",
        "type": _TYPES[type(side)],
        "provision": place,
        "from": papers.start(side.provision),
        **papers.evidence(side.provision),
        "phrase": _phrase(text),
    }
    gaps = [] if cells["from"] else [("from", "the first day it was in force")]
    own, open_cells = _cells_of(side, text, shown, known)
    return cells | own, [*gaps, *open_cells, *_CONDUCT]


def _cells_of(
    side: Meaning | Punished | Issued, text: str, shown: str, known: Mapping[str, Sequence[Cells]]
) -> tuple[Cells, list[tuple[str, str]]]:
    """The cells that only a norm of the kind of this side has, and those left open."""
    if isinstance(side, Meaning):
        term = _first(side.term)
        return {
            "label_id": f"Arti {term} dalam {shown}",
            "label_en": f"Meaning of {term} in {shown}",
            "threshold": side.threshold or "",
            "phrase": _phrase(text or side.words),
        }, [
            ("definition_id", "the meaning, in our words"),
            ("definition_en", "the same in English"),
        ]
    if isinstance(side, Punished):
        told = _AMOUNT.search(text)
        return {
            "label_id": f"Ancaman pidana {shown}",
            "label_en": f"Penalty of {shown}",
            "phrase": _phrase(told.group() if told else text),
            **dict(zip(_AMOUNTS, side.penalty, strict=True)),
        }, [("bearer", "who is punished: a concept of the tree of bearers")]
    authority = _actor(side.issuer, known.get("actors.csv", ()))
    return {
        "label_id": f"{_first(side.name)} menurut {shown}",
        "label_en": f"{_first(side.name)} under {shown}",
        "authority": authority,
    }, [] if authority else [("authority", f"a row of actors.csv for {_first(side.issuer)}")]


_AMOUNTS = ("min_months", "max_months", "min_fine", "max_fine", "join", "life")


def _phrase(text: str) -> str:
    return " ".join(text.split()[:_PHRASE_WORDS])


def _first(text: str) -> str:
    """The first words of a name: no row holds a sentence of a law."""
    return " ".join(text.split()[:_PHRASE_WORDS])


def _actor(issuer: str, actors: Sequence[Cells]) -> str:
    """The body the tables know by the issuer's name; a minister is his ministry."""
    name = _plain(issuer)
    ministry = re.sub(r"^menteri\b", "kementerian", name)
    for row in actors:
        names = {_plain(row.get("label_id", "")), *map(_plain, row.get("alt_id", "").split("; "))}
        if {name, ministry} & (names - {""}):
            return row["id"]
    return ""


def _plain(text: str) -> str:
    return " ".join(re.sub(r"\([^)]*\)", " ", text).casefold().split())
