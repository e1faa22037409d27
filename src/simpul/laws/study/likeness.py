"""How alike two passages are: words that count, weighed by how rare they are."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["content_words", "likeness", "pairs_alike", "root"]

_WORD = re.compile(r"[a-z]{3,}")
_EMPTY = frozenset(
    """
    ada adalah akan angka antara atas atau ayat bagi baik barangsiapa dalam dan dapat dari
    dengan dilakukan dimaksud dimaksudkan dua hal huruf ialah ini itu juga karena kepada
    ketentuan lain lainnya masing maupun melakukan oleh orang pada para pasal peraturan
    perundang saja satu sebagai sebagaimana secara sehingga sengaja serta sesuai setiap
    siapa suatu tanpa telah terhadap termasuk tersebut tidak tiga undang undangan untuk
    yaitu yang
    """.split()  # noqa: SIM905
)


def content_words(text: str) -> list[str]:
    """The words that carry a meaning, in order."""
    return [word for word in _WORD.findall(text.lower()) if word not in _EMPTY]


_BEFORE = re.compile(
    r"^(?:meng|meny|mem|men|me|ber|ter|peng|peny|pem|pen|per|pe|di|ke|se)(?=\w{4})"
)
_AFTER = re.compile(r"(?<=\w{4})(?:kannya|annya|kan|an|nya|i)$")


def root(word: str) -> str:
    """A word without the affixes of Indonesian, near enough to compare forms of one word.

    >>> root("penyelenggaraan") == root("menyelenggarakan")
    True
    """
    bare = word
    for _ in range(2):
        bare = _BEFORE.sub("", bare)
    return _AFTER.sub("", bare)


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of words two passages have in common, 0 to 1."""
    left, right = set(one), set(other)
    return len(left & right) / len(left | right) if left or right else 1.0


def pairs_alike(
    passages: Sequence[Sequence[str]], *, least: float, most_common: int = 400
) -> Iterator[tuple[int, int, float]]:
    """Pairs of passages whose weighed likeness (TF-IDF cosine) reaches a bound."""
    weights = _weights(passages)
    holders: dict[str, list[int]] = defaultdict(list)
    for place, vector in enumerate(weights):
        scores: Counter[int] = Counter()
        for word, weight in vector.items():
            if len(holders[word]) <= most_common:
                for other in holders[word]:
                    scores[other] += weight * weights[other][word]  # type: ignore[assignment]
            holders[word].append(place)
        for other, score in sorted(scores.items()):
            if score >= least:
                yield other, place, score


def _weights(passages: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """Each passage as a vector of length one."""
    spread = Counter(word for words in passages for word in set(words))
    total = len(passages)
    vectors = []
    for words in passages:
        raw = {
            word: count * math.log((1 + total) / spread[word])
            for word, count in sorted(Counter(words).items())
        }
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        vectors.append({word: value / length for word, value in raw.items()})
    return vectors
