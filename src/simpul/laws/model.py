"""What reading a law yields: its parts, its facts, and what could not be read.

Every fact names its provision by path (``pasal-48/ayat-1``, empty for the
law as a whole) and its line in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simpul.laws.written.dates import Period
from simpul.laws.written.names import instrument_name

__all__ = [
    "Amendment",
    "Commencement",
    "Definition",
    "Delegation",
    "Heading",
    "Law",
    "Licence",
    "Norm",
    "Note",
    "Penalty",
    "Provision",
    "Reference",
    "Repeal",
    "Transition",
    "Unread",
]


@dataclass(frozen=True, slots=True)
class Unread:
    """Something the reader could not read or does not trust, and where it stands."""

    kind: str
    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit of the tree with its own words, without those of its parts.

    ``parent`` is the unit it is part of; an article also stands ``within`` a
    chapter. ``quoted`` marks the new text of another law in an amendment.
    """

    path: str
    kind: str
    number: str
    line: int
    start: int
    end: int
    parent: str = ""
    within: str = ""
    heading: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """The elucidation (Penjelasan) of one provision, or of the law as a whole."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """How a law names itself: kind, number, year, title, dates and gazette numbers."""

    kind: str
    number: str
    year: int
    title: str
    line: int
    signed: date | None = None
    signed_line: int = 0
    promulgated: date | None = None
    promulgated_line: int = 0
    gazette: str | None = None
    gazette_supplement: str | None = None

    @property
    def name(self) -> str:
        """The name of the instrument in the graph, ``uu-21-2007``."""
        return instrument_name(self.kind, self.number, self.year)


@dataclass(frozen=True, slots=True)
class Reference:
    """A provision points at an instrument or, with ``path``, at one of its provisions."""

    provision: str
    line: int
    instrument: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a term means in this law."""

    provision: str
    line: int
    term: str
    meaning: str
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Penalty:
    """A punishment: terms in months (or days), fines in rupiah, absent = none."""

    provision: str
    line: int
    min_months: int | None = None
    max_months: int | None = None
    max_days: int | None = None
    life: bool = False
    death: bool = False
    custody: str | None = None
    min_fine: int | None = None
    max_fine: int | None = None
    join: str | None = None
    substitute_months: int | None = None
    factor: str | None = None
    corporate: bool = False
    same_as: bool = False
    punishes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Norm:
    """A rule by its modal word: obligation, prohibition, permission, power or right."""

    provision: str
    line: int
    kind: str
    word: str
    bearer: str


@dataclass(frozen=True, slots=True)
class Delegation:
    """A matter left to a later regulation of the kind named."""

    provision: str
    line: int
    to: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change this law makes: ``changes``, ``inserts`` or ``deletes`` a provision."""

    provision: str
    line: int
    action: str
    instrument: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Repeal:
    """An instrument, or with ``path`` a provision of it, that this law repeals."""

    provision: str
    line: int
    instrument: str
    path: str = ""
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Transition:
    """A passage from the old law to the new one, with the period allowed."""

    provision: str
    line: int
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence and who issues it."""

    provision: str
    line: int
    name: str
    issuer: str


@dataclass(frozen=True, slots=True)
class Commencement:
    """When the law, or the part named by ``path``, enters into force."""

    provision: str
    line: int
    rule: str
    day: date | None = None
    retroactive: date | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """One law as read from one text."""

    source: str
    heading: Heading
    text: str
    lines: int
    provisions: tuple[Provision, ...]
    considerations: tuple[Note, ...] = ()
    based_on: tuple[Reference, ...] = ()
    elucidation: tuple[Note, ...] = ()
    definitions: tuple[Definition, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    norms: tuple[Norm, ...] = ()
    references: tuple[Reference, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    repeals: tuple[Repeal, ...] = ()
    transitions: tuple[Transition, ...] = ()
    licences: tuple[Licence, ...] = ()
    commencement: tuple[Commencement, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def name(self) -> str:
        """The name of the instrument in the graph."""
        return self.heading.name

    @property
    def in_force(self) -> date | None:
        """The day the law as a whole entered into force, where the text says so."""
        days = [rule.day for rule in self.commencement if rule.day is not None]
        return days[0] if days else None

    @property
    def articles(self) -> tuple[Provision, ...]:
        """The articles of the law itself, without those it quotes into another law."""
        return tuple(one for one in self.provisions if one.kind == "pasal" and not one.quoted)

    def words(self, provision: Provision) -> str:
        """The own words of a provision, as in the text."""
        return " ".join(self.text[provision.start : provision.end].split())
