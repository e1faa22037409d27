"""Synthetic norms for the benchmarks: seeded, with few large groups and many small ones.

    python tests/speed/norms.py 10000 [--seed 7] [-o FILE]

Matters and conducts are trees several levels deep whose members are drawn by Zipf's
law, so that a few of them, anywhere in the tree, hold very many norms. One norm in
ten amends an earlier one on the same matter, and one in five has ended. The same
count and seed give the same bytes. The command states how large the groups are.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

POL = "https://w3id.org/simpul/policy#"
ELI = "http://data.europa.eu/eli/ontology#"
BROADER = "http://www.w3.org/2004/02/skos/core#broader"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
XSD = "http://www.w3.org/2001/XMLSchema#"
ID = "https://w3id.org/simpul/id/"
BRANCHES = 6
BODIES = 30


@dataclass(frozen=True, slots=True)
class Made:
    """One norm: what it is about, where it stands, when it holds, what it says."""

    index: int
    law: int
    matter: str
    conduct: str
    start: int
    end: int | None
    months: int | None
    body: int | None
    amends: int | None

    def lines(self) -> Iterator[str]:
        """Its statements as N-Quads."""
        name = f"norm-{self.index}"
        kind = "Penalty" if self.body is None else "Power"
        yield said(name, RDF_TYPE, node(f"{POL}Norm"))
        yield said(name, RDF_TYPE, node(POL + kind))
        yield said(name, f"{POL}provision", node(f"{ID}law-{self.law}/pasal-{self.index}"))
        yield said(name, f"{POL}conduct", node(ID + self.conduct))
        yield said(name, f"{POL}matter", node(ID + self.matter))
        yield said(name, f"{POL}inForceFrom", day(self.start))
        if self.end is not None:
            yield said(name, f"{POL}inForceUntil", day(self.end))
        if self.months is not None:
            yield said(name, f"{POL}maxImprisonment", number(self.months))
        if self.body is not None:
            yield said(name, f"{POL}authority", node(f"{ID}body-{self.body}"))
        if self.amends is not None:
            yield said(name, f"{ELI}amends", node(f"{ID}norm-{self.amends}"))


def norms(count: int, *, seed: int = 7) -> Iterator[str]:
    """N-Quads of so many penalties and powers, after those of concepts and instruments."""
    yield from background(count, seed=seed)
    for made in drawn(count, seed=seed):
        yield from made.lines()


def background(count: int, *, seed: int = 7) -> Iterator[str]:
    """N-Quads of the concepts and instruments of so many norms."""
    draw = random.Random(f"laws {seed}")
    for kind in ("matter", "conduct"):
        yield from concepts(tree(kind, breadth(kind, count)))
    for law in range(laws(count)):
        yield said(f"law-{law}", f"{POL}rank", number(draw.choice((3, 3, 4))))


def drawn(count: int, *, seed: int = 7) -> Iterator[Made]:
    """The norms themselves."""
    draw = random.Random(seed)
    subjects = [chosen(kind, count, draw) for kind in ("matter", "conduct")]
    earlier: list[tuple[str, str, int]] = []
    for index, subject in enumerate(zip(*subjects, strict=True)):
        about, start, amends = subject, draw.randint(1960, 2020), None
        if index and draw.random() < 0.1:
            amends = draw.randrange(index)
            *about, before = earlier[amends]
            start = max(start, before + 1)
        matter, conduct = about
        earlier.append((matter, conduct, start))
        penal = draw.random() < 0.7
        yield Made(
            index=index,
            law=draw.randrange(laws(count)),
            matter=matter,
            conduct=conduct,
            start=start,
            end=start + draw.randint(1, 30) if draw.random() < 0.2 else None,
            months=draw.choice((12, 24, 60, 120)) if penal else None,
            body=None if penal else draw.randrange(BODIES),
            amends=amends,
        )


def laws(count: int) -> int:
    """How many instruments so many norms stand in."""
    return max(10, count // 12)


def breadth(kind: str, count: int) -> int:
    """How many concepts of a kind so many norms need: 20 norms a matter, 100 a conduct."""
    return 20 + count // 20 if kind == "matter" else 60 + count // 100


def chosen(kind: str, count: int, draw: random.Random) -> list[str]:
    """A concept for each norm, by Zipf's law: the second is drawn half as often as the first."""
    names = tree(kind, breadth(kind, count))
    draw.shuffle(names)
    weights = list(accumulate(1 / rank for rank in range(1, len(names) + 1)))
    return draw.choices(names, cum_weights=weights, k=count)


def tree(kind: str, size: int) -> list[str]:
    """Names of concepts; a name holds the way to the root: ``matter-3-1``."""
    names = [f"{kind}-{index}" for index in range(BRANCHES)]
    for name in names:
        if len(names) >= size:
            break
        names += [f"{name}-{index}" for index in range(BRANCHES)]
    return names[:size]


def concepts(names: list[str]) -> Iterator[str]:
    """What is broader, by the names themselves."""
    for name in names:
        broader = name.rpartition("-")[0]
        if "-" in broader:
            yield said(name, BROADER, node(ID + broader))


def said(subject: str, predicate: str, value: str) -> str:
    """A statement in the one graph of all that is made."""
    return f"<{ID}{subject}> <{predicate}> {value} <{ID}graph/source/made> .\n"


def node(iri: str) -> str:
    """An IRI as N-Quads write it."""
    return f"<{iri}>"


def number(value: int) -> str:
    """A whole number as N-Quads write it."""
    return f'"{value}"^^<{XSD}integer>'


def day(year: int) -> str:
    """The first day of a year as N-Quads write it."""
    return f'"{year}-01-01"^^<{XSD}date>'


def sizes(count: int, *, seed: int = 7) -> str:
    """How many norms stand on one matter and conduct: the biggest group, the median."""
    groups = Counter((made.matter, made.conduct) for made in drawn(count, seed=seed))
    held = sorted(groups.values())
    deep = max(matter.count("-") for matter, _ in groups)
    # The group in which the median norm stands, since most groups hold one norm.
    middle = next(s for s, upto in zip(held, accumulate(held), strict=True) if upto * 2 >= count)
    return (
        f"{count} norms on {len({m for m, _ in groups})} matters ({deep} levels) and "
        f"{len({c for _, c in groups})} conducts, {len(held)} groups: biggest {held[-1]}, "
        f"median {statistics.median(held):g}, median norm in one of {middle}, "
        f"{sum(size == 1 for size in held)} of one norm"
    )


def main() -> None:
    """Writes the norms and states the sizes of their groups."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("-o", "--output", type=Path)
    asked = parser.parse_args()
    if asked.output:
        with asked.output.open("w") as file:
            file.writelines(norms(asked.count, seed=asked.seed))
    print(sizes(asked.count, seed=asked.seed), file=sys.stderr)


if __name__ == "__main__":
    main()
