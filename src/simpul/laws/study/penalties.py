"""Similar conduct, different punishment: candidates of sanction dualism."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from simpul.laws.study.likeness import content_words, pairs_alike
from simpul.laws.study.rows import Select, candidate_id, instrument_of, name_of
from simpul.laws.study.status import Status, place_of

__all__ = ["PenaltyPair", "Punished", "penalty_candidates"]

_PENALTIES = """SELECT ?n ?provision ?text ?min ?max ?minFine ?maxFine ?join ?life WHERE {
  ?n a pol:Penalty ; pol:provision ?provision .
  OPTIONAL { ?provision pol:text ?text } OPTIONAL { ?n pol:minImprisonment ?min }
  OPTIONAL { ?n pol:maxImprisonment ?max } OPTIONAL { ?n pol:minFine ?minFine }
  OPTIONAL { ?n pol:maxFine ?maxFine } OPTIONAL { ?n pol:penaltyJoin ?join }
  OPTIONAL { ?n pol:lifeImprisonment ?life } }"""
_BREACHED = """SELECT ?n ?text WHERE {
  ?n a pol:Penalty ; pol:punishesBreachOf ?p . ?p pol:text ?text }"""
_LISTED = """SELECT ?n ?text WHERE {
  ?n a pol:Penalty ; pol:provision ?provision . ?item eli:is_part_of ?provision ; pol:text ?text }
  ORDER BY ?item"""
_FORMULA = re.compile(
    r"^\W*[Dd]i(?:\s?pidana|hukum|ancam)\b.*?(?=[Ss]etiap\s+[Oo]rang|[Bb]arang\s?siapa|[Bb]adan\s"
    r"|[Pp]egawai\s|[Pp]e[jg]\w+\s+yang|karena\s|jika\s|:|$)",
    re.DOTALL,
)
"""The punishment where a sentence begins with it; the conduct follows."""

_PUNISHED = re.compile(r"\b(?:di\s?pidana|dihukum|diancam|dikenakan|dijatuhi)\b.*", re.DOTALL)
_FIELDS = ("min", "max", "minFine", "maxFine", "join", "life")
_LEAST = 0.42
_FEWEST_WORDS = 5
_OF_TWO_LAWS = 2


@dataclass(frozen=True, slots=True)
class Punished:
    """A conduct and its punishment at one place."""

    provision: str
    conduct: str
    penalty: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The punishment in short: months and rupiah."""
        low, high, fine_low, fine_high, join, life = self.penalty
        months = f"{low or '-'}..{'life' if life else high or '-'} months"
        fine = f"{fine_low or '-'}..{fine_high or '-'} rupiah"
        return f"{months} {join or ''} {fine}".replace("  ", " ")


@dataclass(frozen=True, slots=True)
class PenaltyPair:
    """Two places that punish similar conduct differently."""

    score: float
    one: Punished
    other: Punished

    @property
    def id(self) -> str:
        """The name by which the candidate can be accepted."""
        return candidate_id(
            "pen", self.one.provision, *self.one.penalty, self.other.provision, *self.other.penalty
        )


def penalty_candidates(
    select: Select, status: Status, as_of: str | None = None
) -> list[PenaltyPair]:
    """Pairs of penalties in force for similar conduct in different laws, likest first."""
    breached: dict[str, str] = {}
    for row in select(_BREACHED):
        breached[row["n"]] = f"{breached.get(row['n'], '')} {row['text']}"
    punished = []
    listed: dict[str, str] = defaultdict(str)
    for row in select(_LISTED):
        listed[row["n"]] += f" {row['text']}"
    for row in select(_PENALTIES):
        text = _FORMULA.sub("", row.get("text", ""))
        if text.rstrip().endswith(":"):
            text += listed[row["n"]]
        conduct = _PUNISHED.sub("", text) + breached.get(row["n"], "")
        amounts = tuple(row.get(name, "") for name in _FIELDS)
        one = Punished(name_of(row["provision"]), conduct, amounts)
        if any(amounts) and not status.repealed(one.provision, as_of):
            punished.append(one)
    punished.sort(key=lambda one: (one.provision, one.penalty))
    words = [content_words(one.conduct) for one in punished]
    return _differing(punished, words, status)


def _differing(
    punished: list[Punished], words: list[list[str]], status: Status
) -> list[PenaltyPair]:
    found = []
    for a, b, score in pairs_alike(words, least=_LEAST):
        one, other = punished[a], punished[b]
        short = min(len(set(words[a])), len(set(words[b]))) < _FEWEST_WORDS
        same_law = instrument_of(one.provision) == instrument_of(other.provision)
        excused = same_law or status.related(one.provision, other.provision)
        excused = excused or _rewritten(one.provision, other.provision)
        if not (short or excused) and one.penalty != other.penalty:
            found.append(PenaltyPair(round(score, 3), one, other))
    found.sort(key=lambda pair: (-pair.score, pair.one.provision, pair.other.provision))
    return _spread(found)


def _rewritten(one: str, other: str) -> bool:
    """Whether like conduct stands in one article, here and as new text: an amendment."""
    return place_of(one) == place_of(other) and one.count("pasal-") != other.count("pasal-")


def _spread(pairs: list[PenaltyPair]) -> list[PenaltyPair]:
    """Pairs likest first, but of any two laws only a few before the others have theirs."""
    seen: Counter[tuple[str, str]] = Counter()
    ranked = []
    for place, pair in enumerate(pairs):
        laws = (instrument_of(pair.one.provision), instrument_of(pair.other.provision))
        ranked.append((seen[laws] // _OF_TWO_LAWS, place, pair))
        seen[laws] += 1
    return [pair for *_, pair in sorted(ranked, key=lambda one: one[:2])]
