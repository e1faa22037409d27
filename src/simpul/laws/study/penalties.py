"""Similar conduct, different punishment: candidates of sanction dualism."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from simpul.laws.study.kinship import Kinship
from simpul.laws.study.likeness import content_words, pairs_alike
from simpul.laws.study.rows import Select, candidate_id, instrument_of, name_of, shortened
from simpul.laws.study.status import Status, place_of

__all__ = ["PenaltyPair", "Punished", "penalty_candidates"]

_PENALTIES = """SELECT ?n ?provision ?text ?min ?max ?minFine ?maxFine ?join ?life WHERE {
  ?n a pol:Penalty ; pol:provision ?provision .
  OPTIONAL { ?provision pol:text ?text } OPTIONAL { ?n pol:minImprisonment ?min }
  OPTIONAL { ?n pol:maxImprisonment ?max } OPTIONAL { ?n pol:minFine ?minFine }
  OPTIONAL { ?n pol:maxFine ?maxFine } OPTIONAL { ?n pol:penaltyJoin ?join }
  OPTIONAL { ?n pol:lifeImprisonment ?life } }"""
_BREACHED = """SELECT ?n ?p ?text WHERE {
  ?n a pol:Penalty ; pol:punishesBreachOf ?p . ?p pol:text ?text }"""
_BREACHED_UNITS = """SELECT ?n ?p ?text WHERE {
  ?n a pol:Penalty ; pol:punishesBreachOf ?p . ?unit eli:is_part_of ?p ; pol:text ?text }
  ORDER BY ?n ?unit"""
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
_LEAST = 0.52
_FEWEST_WORDS, _FEWEST_SHARED = 6, 5
_BOILERPLATE = frozenset(
    """
    hukum melawan melanggar pelanggaran pidana penjara kurungan denda dipidana diancam dihukum
    barang siapa perbuatan tindak perseorangan korporasi badan kejahatan rupiah tahun bulan
    paling banyak singkat sedikit kesengajaan kelalaian kelalaiannya kealpaan kealpaannya lalai
    mengakibatkan berdasarkan larangan kewajiban wajib dilarang diatur ditetapkan berlaku
    pelaku pelanggar seseorang sendiri bersama maksud diketahui diketahuinya patut diduga
    memenuhi mematuhi menaati mentaati menurut diwajibkan wilayah negara kesatuan republik
    indonesia menteri pemerintah izin memiliki mati matinya kematian luka berat timbulnya
    bahaya kerugian korban harta benda
    """.split()  # noqa: SIM905
)
_TELLS_ITSELF = 7
"""A clause with fewer words of its own is read together with the article it cites."""

_CARELESS = re.compile(r"\b(?:lalai|ke(?:lalai|alpa)an)", re.IGNORECASE)
_NO_CONDUCT = re.compile(
    r"^\W*(?:pidana\s+)?(?:penjara|kurungan|denda)\b|\bdiubah\b.{0,40}berbunyi", re.IGNORECASE
)
"""Only the measure of the punishment, or an order to change an article."""

_ENOUGH_OF_AN_ARTICLE, _MOST_ARTICLES = 120, 4
_AGGRAVATED = re.compile(
    r"^\W*(?:jika|jikalau|apabila|bila|dalam\s+hal)\b|mengakibatkan|menyebabkan\s+(?:mati|luka|cacat)"
    r"|\bkorban\s+(?:mati|luka)",
    re.IGNORECASE,
)

_OF_TWO_LAWS = 2
_WORD_FOR_WORD = 0.85
"""From this likeness on two conducts are one in all but a word."""


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
    link: str = ""

    @property
    def id(self) -> str:
        """The name by which the candidate can be accepted."""
        return candidate_id(
            "pen", self.one.provision, *self.one.penalty, self.other.provision, *self.other.penalty
        )


def penalty_candidates(
    select: Select, status: Status, as_of: str | None = None, *, everything: bool = False
) -> list[PenaltyPair]:
    """Pairs of penalties in force for similar conduct in different laws, likest first.

    Pairs in which a later law on the same subject most likely replaced one are told
    only where everything is asked for.
    """
    kin = Kinship(status)
    punished = []
    for one in _read(select):
        gone = status.repealed(one.provision, as_of) or status.reworded(one.provision, as_of)
        if any(one.penalty) and not gone:
            punished.append(one)
    if not everything:
        punished = [one for one in punished if not kin.superseded(one.provision, as_of)]
    punished.sort(key=lambda one: (one.provision, one.penalty))
    words = [_conduct_words(one.conduct) for one in punished]
    return _differing(punished, words, kin, everything)


def _read(select: Select) -> Iterator[Punished]:
    """Each penalty with the conduct it punishes: its own words, and the article they cite."""
    breached, listed = _cited(select), defaultdict[str, str](str)
    for row in select(_LISTED):
        listed[row["n"]] += f" {row['text']}"
    for row in select(_PENALTIES):
        text = _FORMULA.sub("", row.get("text", ""))
        if text.rstrip().endswith(":"):
            text += listed[row["n"]]
        conduct = "" if _NO_CONDUCT.search(text) else _PUNISHED.sub("", text)
        if conduct and len(set(_conduct_words(conduct))) < _TELLS_ITSELF:
            conduct += breached.get(row["n"], "")
        amounts = tuple(row.get(name, "") for name in _FIELDS)
        yield Punished(name_of(row["provision"]), conduct, amounts)


def _cited(select: Select) -> dict[str, str]:
    """The words of the articles a penalty cites; none where it cites half of the law."""
    articles: dict[str, dict[str, str]] = defaultdict(dict)
    for query in (_BREACHED, _BREACHED_UNITS):
        for row in select(query):
            if _of_one_text(name_of(row["n"]), name_of(row["p"])):
                held = articles[row["n"]]
                held[row["p"]] = f"{held.get(row['p'], '')} {row['text']}"
    return {
        name: " ".join(shortened(text, _ENOUGH_OF_AN_ARTICLE) for text in held.values())
        for name, held in articles.items()
        if len(held) <= _MOST_ARTICLES
    }


def _of_one_text(penalty: str, breached: str) -> bool:
    """Not where new text for another law cites its own article: that is not one of this law."""
    return penalty.count("pasal-") == breached.count("pasal-")


def _conduct_words(text: str) -> list[str]:
    """The words that tell what was done, without those any penal clause has."""
    return [word for word in content_words(text) if word not in _BOILERPLATE]


def _differing(
    punished: list[Punished], words: list[list[str]], kin: Kinship, everything: bool
) -> list[PenaltyPair]:
    found = []
    for a, b, score in pairs_alike(words, least=_LEAST):
        one, other = punished[a], punished[b]
        left, right = set(words[a]), set(words[b])
        if _aggravated(one) != _aggravated(other) or _careless(one) != _careless(other):
            continue
        short = min(len(left), len(right)) < _FEWEST_WORDS or len(left & right) < _FEWEST_SHARED
        if short or one.penalty == other.penalty or _rewritten(one.provision, other.provision):
            continue
        if not everything and score < _WORD_FOR_WORD and _two_matters(one, other, kin):
            continue
        link = kin.between(one.provision, other.provision)
        if not link or (everything and link == "likely successor"):
            found.append(PenaltyPair(round(score, 3), one, other, link))
    found.sort(key=lambda pair: (-pair.score, pair.one.provision, pair.other.provision))
    return _spread(found, everything)


def _two_matters(one: Punished, other: Punished, kin: Kinship) -> bool:
    """Whether two special laws share no matter: each punishes what concerns its own.

    A code is of no special matter, so what it punishes may meet any special law.
    """
    left, right = set(kin.subject(one.provision)), set(kin.subject(other.provision))
    return bool(left and right) and not (left & right) and "kitab" not in left | right


def _aggravated(one: Punished) -> bool:
    """Whether what is punished is the outcome of a conduct, or the worse case of it."""
    return _AGGRAVATED.search(one.conduct) is not None


def _careless(one: Punished) -> bool:
    """Whether negligence is punished rather than intent."""
    return _CARELESS.search(one.conduct) is not None


def _rewritten(one: str, other: str) -> bool:
    """Whether like conduct stands in one article, here and as new text: an amendment."""
    left, right = (place_of(name).split("/")[0] for name in (one, other))
    return left == right and one.count("pasal-") != other.count("pasal-")


def _spread(pairs: list[PenaltyPair], everything: bool) -> list[PenaltyPair]:
    """Pairs likest first; of any two laws only a few, or a few before others have theirs."""
    seen: Counter[tuple[str, str]] = Counter()
    ranked = []
    for place, pair in enumerate(pairs):
        laws = (instrument_of(pair.one.provision), instrument_of(pair.other.provision))
        ranked.append((seen[laws] // _OF_TWO_LAWS, place, pair))
        seen[laws] += 1
    ranked.sort(key=lambda one: one[:2])
    return [pair for turn, _, pair in ranked if everything or turn == 0]
