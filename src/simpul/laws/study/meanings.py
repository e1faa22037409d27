"""One term, two meanings in force: candidates of definition dualism."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from itertools import combinations

from simpul.laws.study.kinship import STATUTES, Kinship
from simpul.laws.study.likeness import content_words, likeness, root
from simpul.laws.study.rows import Select, candidate_id, instrument_of, name_of
from simpul.laws.study.status import Status

__all__ = ["Meaning", "MeaningPair", "definition_candidates"]

_DEFINITIONS = """SELECT ?provision ?term ?meaning ?threshold WHERE {
  ?d a pol:Definition ; pol:provision ?provision ; skos:prefLabel ?term ; skos:definition ?meaning .
  OPTIONAL { ?d pol:threshold ?threshold } }"""
_RELATIVE = re.compile(
    r"^(?:menteri|presiden|pemerintah|pemerintahan|kepala|direktur|direksi|dewan|perusahaan|persero"
    r"|perseroan|perum|perjan|daerah|badan|rancangan|kementerian|instansi|ketua|majelis|panitia"
    r"|undang|peraturan|keputusan|hari|bupati|walikota|wali kota|gubernur|kabupaten|kota|provinsi"
    r"|propinsi|kecamatan|kelurahan|desa|departemen|pusat|kantor|unit|satuan|otoritas|instruksi"
    r"|lembaga|universitas|institut|fakultas|rektor|dekan|rapat|pejabat|komisi|sekretaris|wakil"
    r"|anggota|pegawai|gaji|pensiun|modal|saham|anggaran|tahun|bulan|setiap orang|orang|pemohon"
    r"|kepolisian|tentara|kejaksaan|mahkamah|komite|bank|direktorat|otorita"
    r"|penyidik|tersangka|terdakwa|terpidana|saksi|korban|hakim|pengadilan|qanun|kas|tim)\b"
    r"|^pe\w+an$|^(?:program|sistem|rencana|kebijakan|standar|izin|tarif|data|informasi|kerja)$"
)
"""Terms each law means of its own: offices, bodies, and doings whose object is its matter."""

_DEFERS = re.compile(
    r"^\S*\s*(?:\w+\s+){0,8}sebagaimana\s+(?:yang\s+)?(?:dimaksud|diatur|ditetapkan|tercantum"
    r"|termaksud)",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(
    r"\.\s*[`'‘\"]?\s*[\dlLIOJ][\s\dlLIOJ]{0,3}\.\s*(?=[A-Z])|\s\d{1,2}\.\s+(?=[A-Z])|\bSALINAN\b"
    r"|\.\s+(?=[A-Z][\w/]*(?:\s+[A-Z][\w/]*){0,5}\s+(?:yang\s+selanjutnya\s[^.]{5,60}\s)?adalah\b)"
)
_SAYS_NOTHING = re.compile(
    r"(?i)\b(?:se[bh]agaimana\s+(?:telah\s+)?(?:dimaksud|diatur|diubah|tercantum)|yang\s+selanjutnya"
    r"\s+disebut|sesuai\s+dengan\s+(?:ketentuan\s+)?(?:peraturan|undang)|berdasarkan\s+(?:ketentuan"
    r"\s+)?(?:peraturan|undang)|yang\s+(?:di)?atur\s+(?:di|me)\w+).*"
)
_WEIGHTLESS = frozenset(
    """
    tertentu bentuk berkenaan periode khusus umum ketentuan peraturan undang lain lainnya
    semua setiap seluruh hal terdiri suatu merupakan negara republik indonesia kesatuan nomor
    tahun dilaksanakan diadakan berupa meliputi mencakup sejenis jenis kegiatan usaha
    """.split()  # noqa: SIM905
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LAW_NUMBER = re.compile(r"(?i)\b(?:nomor|no\.?|tahun|pasal|ayat|angka)\s*\(?\d+\)?")
_MOST_HOLDERS = 60
_IDENTICAL, _HOMONYM, _MOST_TELLING = 0.82, 0.2, 0.55
_SHORTEST, _ONE_SCAN = 3, 0.9
_TELLING = frozenset(["conflicting", "narrower", "wider"])
_WHO_AND_WHERE = frozenset(
    """
    perseorangan perorangan individu keluarga rumah kelompok masyarakat korporasi badan hukum
    warga asing dalam luar laut darat perairan udara milik umur usia kawin sendiri swasta daerah
    """.split()  # noqa: SIM905
)
"""Words that tell whom or what a meaning covers: where they differ, a duty or right does."""

_MEANT_ANEW = 7
"""A term with more meanings than this is meant anew by each law: *Pelaku Usaha*."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one law means by a term."""

    provision: str
    term: str
    words: str
    threshold: str | None


@dataclass(frozen=True, slots=True)
class MeaningPair:
    """Two meanings of one term: how they differ, how sure, and both places."""

    kind: str
    score: float
    term: str
    one: Meaning
    other: Meaning

    @property
    def id(self) -> str:
        """The name by which the candidate can be accepted."""
        return candidate_id("def", self.one.provision, self.other.provision, self.term.lower())


def definition_candidates(
    select: Select, status: Status, as_of: str | None = None, *, everything: bool = False
) -> list[MeaningPair]:
    """Pairs of definitions in force that do not say the same, best candidates first.

    Where everything is asked for, also pairs that say the same, pairs of laws that are
    linked (the kind then names the link), and laws that were most likely replaced.
    """
    kin = Kinship(status)
    keys: dict[str, set[str]] = defaultdict(set)
    groups: dict[str, list[Meaning]] = defaultdict(list)
    for row in select(_DEFINITIONS):
        meaning = Meaning(
            name_of(row["provision"]), row["term"], row["meaning"], row.get("threshold")
        )
        key = " ".join(row["term"].lower().split())
        keys[instrument_of(meaning.provision)].add(key)
        relative = _RELATIVE.match(key) or _DEFERS.match(row["meaning"])
        if not relative and _holds(meaning.provision, status, as_of):
            groups[key].append(meaning)
    joined = frozenset() if everything else _joined(keys, kin, as_of)
    compare = _Comparison(kin, keys, as_of, everything, joined)
    found = [pair for term in sorted(groups) for pair in compare.pairs(groups[term])]
    found.sort(key=lambda pair: (-pair.score, pair.term, pair.one.provision, pair.other.provision))
    return found if everything else _best_of_each(found)


def _best_of_each(pairs: list[MeaningPair]) -> list[MeaningPair]:
    """The first pair of each term: two statutes first, homonyms last.

    What a regulation means by a term it means for the statute it carries out.
    """
    seen: set[str] = set()
    first = []
    for pair in pairs:
        key = pair.term.lower()
        if key not in seen or "threshold" in pair.kind:
            seen.add(key)
            first.append(pair)
    return sorted(first, key=lambda pair: (pair.kind == "homonym", not _of_statutes(pair)))


def _of_statutes(pair: MeaningPair) -> bool:
    """Whether both meanings stand in laws with the rank of a statute."""
    laws = (instrument_of(side.provision) for side in (pair.one, pair.other))
    return all(law.partition("-")[0] in STATUTES for law in laws)


def _holds(provision: str, status: Status, as_of: str | None) -> bool:
    """Whether the words of a provision are still the law, as far as the corpus tells."""
    return not (status.repealed(provision, as_of) or status.reworded(provision, as_of))


def _joined(keys: Mapping[str, set[str]], kin: Kinship, as_of: str | None) -> frozenset[str]:
    """The laws whose terms a later and larger law of their rank mostly defines again.

    Such a law gathers the matter of several; its list of repeals is often what a scan lost.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for law, held in keys.items():
        for key in held:
            holders[key].append(law)
    gone = set()
    for law, held in keys.items():
        if len(held) < _JOINED:
            continue
        shared = Counter(other for key in held for other in holders[key] if other != law)
        for other, count in shared.items():
            most = count >= max(_JOINED, len(held) * _MOSTLY)
            larger = len(keys[other]) >= len(held) * _LARGER
            if most and larger and kin.follows(other, law, _YEARS, as_of):
                gone.add(law)
                break
    return frozenset(gone)


_JOINED, _MOSTLY, _LARGER, _YEARS = 4, 0.5, 1.5, 3


class _Comparison:
    """Compares the meanings of a term, two by two."""

    def __init__(
        self,
        kin: Kinship,
        keys: Mapping[str, set[str]],
        as_of: str | None,
        everything: bool,
        joined: frozenset[str],
    ) -> None:
        self._kin, self._keys, self._as_of, self._everything = kin, keys, as_of, everything
        self._terms = {
            law: {word for key in held for word in content_words(key)} for law, held in keys.items()
        }
        self._joined = joined

    def pairs(self, meanings: list[Meaning]) -> Iterator[MeaningPair]:
        """The pairs of unlinked instruments, one for each two meanings."""
        alive = [one for one in meanings if self._everything or self._stands(one.provision)]
        distinct = list(
            {_squashed(one.words): one for one in sorted(alive, key=_foremost)}.values()
        )
        if not 1 < len(distinct) <= _MOST_HOLDERS:
            return
        said = [(one, self._words(one)) for one in distinct]
        if not self._everything:
            said = sorted(_told_once(said), key=_oldest)
        own = len(said) > _MEANT_ANEW
        for (one, left), (other, right) in combinations(said, 2):
            if instrument_of(one.provision) == instrument_of(other.provision):
                continue
            kind, score = _difference(left, right, one, other)
            if kind in _TELLING and self._own_matter(one, left, other, right):
                kind = "relative to its law"
            if kind == "relative to its law" and not self._everything:
                continue
            if not self._everything and (kind == "identical" or (own and "threshold" not in kind)):
                continue
            link = "" if kind == "identical" else self._kin.between(one.provision, other.provision)
            if self._everything or not link:
                score = round(score * self._weight(one, other), 3)
                yield MeaningPair(link or kind, score, one.term, one, other)

    def _stands(self, provision: str) -> bool:
        """Whether a law was not replaced, and speaks for more than the body it founds."""
        kin = self._kin
        if instrument_of(provision) in self._joined:
            return False
        return not (kin.superseded(provision, self._as_of) or kin.in_a_series(provision))

    def _words(self, one: Meaning) -> list[str]:
        """The words that tell a meaning, without those that only name the matter of its law."""
        said = [word for word in content_words(_core(one.words)) if word not in _WEIGHTLESS]
        own = set(self._kin.subject(one.provision)) - set(content_words(one.term))
        rest = [word for word in said if word not in own]
        return rest if len(set(rest)) >= _SHORTEST else said

    def _own_matter(self, one: Meaning, left: list[str], other: Meaning, right: list[str]) -> bool:
        """Whether each of two laws means its own matter by a term."""
        own_things = self._names_its_own(one, other) and self._names_its_own(other, one)
        return own_things or self._apart(one, other) or self._of_its_law(one, left, other, right)

    def _names_its_own(self, one: Meaning, other: Meaning) -> bool:
        """Whether a meaning names a thing that its law defines and the other law does not."""
        law, beside = instrument_of(one.provision), instrument_of(other.provision)
        here, there = _spaced(one.words), _spaced(other.words)
        return any(
            f" {key} " in here and f" {key} " not in there
            for key in self._keys[law] - self._keys[beside] - {_spaced(one.term).strip()}
        )

    def _apart(self, one: Meaning, other: Meaning) -> bool:
        """Whether the titles of two laws have no word in common: each means its own matter."""
        left, right = self._kin.subject(one.provision), self._kin.subject(other.provision)
        return bool(left and right) and not set(left) & set(right)

    def _of_its_law(self, one: Meaning, left: list[str], other: Meaning, right: list[str]) -> bool:
        """Whether two meanings differ only in words each law defines: its own matter."""
        key = set(content_words(one.term))
        rests = []
        for each, words in ((one, left), (other, right)):
            own = self._terms[instrument_of(each.provision)] - key
            rests.append(set(words) - own)
        return len(_extra(rests[0], right)) + len(_extra(rests[1], left)) < _SHORTEST

    def _weight(self, one: Meaning, other: Meaning) -> float:
        """Less for a term of one word, and for texts far apart in time.

        Two ages or amounts weigh full: they differ whatever the times.
        """
        if one.threshold and other.threshold and one.threshold != other.threshold:
            return 1.0
        years = [int(instrument_of(each.provision).rpartition("-")[2]) for each in (one, other)]
        single = 1.0 if " " in one.term.strip() else 0.85
        return single * (1 - abs(years[0] - years[1]) / 200)


def _told_once(said: list[tuple[Meaning, list[str]]]) -> list[tuple[Meaning, list[str]]]:
    """Of meanings that say the same the one of a statute, or else the newest."""
    kept: list[tuple[Meaning, list[str]]] = []
    for one, words in reversed(said):
        if all(_difference(words, other, one, known)[0] != "identical" for known, other in kept):
            kept.append((one, words))
    return kept[::-1]


def _core(meaning: str) -> str:
    """A meaning without the next item a scan ran into it, and without mere citations."""
    return _SAYS_NOTHING.sub("", _RUNS_ON.split(meaning)[0])


def _oldest(said: tuple[Meaning, list[str]]) -> tuple[str, str]:
    provision = said[0].provision
    return instrument_of(provision).rpartition("-")[2], provision


def _foremost(one: Meaning) -> tuple[bool, str, str]:
    """Orders meanings so that the one to be shown for all that say the same comes last."""
    law = instrument_of(one.provision)
    return law.partition("-")[0] in STATUTES, law.rpartition("-")[2], one.provision


def _difference(
    left: list[str], right: list[str], one: Meaning, other: Meaning
) -> tuple[str, float]:
    """How two meanings differ: identical, conflicting, narrower, wider, or a homonym.

    Pairs that share most and still differ in some words score highest; words
    that a scan only misspelt do not count as different.
    """
    left, right = _unabbreviated(left, right)
    share = likeness(left, right)
    if one.threshold and other.threshold and one.threshold != other.threshold:
        return "conflicting threshold", 0.9 + share / 10
    if min(len(set(left)), len(set(right))) < _SHORTEST:
        return "homonym", share / 2
    numbers = _numbers(one.words), _numbers(other.words)
    if (
        share < _IDENTICAL
        and all(numbers)
        and not set(numbers[0]) & set(numbers[1])
        and share > _HOMONYM
    ):
        return "conflicting", 0.8 + share / 10
    if share < _HOMONYM:
        return "homonym", share
    extra_left, extra_right = _extra(left, right), _extra(right, left)
    count = len(extra_left) + len(extra_right)
    if share >= _IDENTICAL or count < _SHORTEST or _one_scan(one.words, other.words):
        return "identical", share
    telling = 0.65 - abs(share - _MOST_TELLING) / 1.5
    telling += 0.1 * bool((extra_left | extra_right) & _WHO_AND_WHERE)
    if extra_left and extra_right:
        return "conflicting", telling
    return ("wider" if extra_right else "narrower"), telling


def _one_scan(one: str, other: str) -> bool:
    """Whether two meanings are letter for letter almost one: scans split and misread words."""
    left, right = _squashed(_core(one)), _squashed(_core(other))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= _ONE_SCAN <= matcher.ratio()


def _numbers(words: str) -> list[str]:
    """The amounts a meaning gives, numbers of laws left out."""
    return _NUMBER.findall(_LAW_NUMBER.sub("", _core(words)))


def _extra(words: Iterable[str], others: Iterable[str]) -> set[str]:
    """The words of one meaning the other lacks, its misspellings and other forms left out."""
    known = sorted(set(others))
    roots = {root(word) for word in known}
    lacking = {word for word in set(words) - set(others) if root(word) not in roots}
    return {word for word in lacking if not get_close_matches(word, known, 1, 0.8)}


def _unabbreviated(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """Two meanings where what one abbreviates (*APBD*) and the other spells out is left out."""
    for one, other in ((left, right), (right, left)):
        initials = "".join(word[0] for word in other)
        for short in [word for word in one if len(word) > _SHORTEST and word in initials]:
            at = initials.index(short)
            spelt = set(other[at : at + len(short)])
            left = [word for word in left if word != short and word not in spelt]
            right = [word for word in right if word != short and word not in spelt]
    return left, right


def _spaced(text: str) -> str:
    """A meaning as lower-case words between single spaces."""
    return f" {' '.join(_core(text).lower().split())} "


def _squashed(text: str) -> str:
    """A meaning without spaces and signs: scans differ in those."""
    return re.sub(r"[^a-z0-9]", "", text.lower())
