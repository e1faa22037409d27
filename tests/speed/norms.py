"""Synthetic norms for the benchmarks: seeded, with few large groups and many small ones.

Matters and conducts are trees of four levels, drawn by Zipf's law, so that some
matters hold very many norms; a norm in ten amends another and one in five has ended.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

POL = "https://w3id.org/simpul/policy#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
XSD = "http://www.w3.org/2001/XMLSchema#"
ID = "https://w3id.org/simpul/id/"
BRANCHES, LEVELS = 6, 4


def norms(count: int, *, seed: int = 7) -> Iterator[str]:
    """N-Quads of so many penalties and powers, their concepts and instruments."""
    draw = random.Random(seed)
    matters, conducts = tree("matter", count // 40 + 20), tree("conduct", 60)
    yield from concepts([*matters, *conducts])
    weights = [1 / (rank + 1) for rank in range(len(matters))]
    chosen = draw.choices(matters, weights, k=count)
    laws = max(10, count // 12)
    for law in range(laws):
        yield said(f"law-{law}", f"{POL}rank", number(draw.choice((3, 3, 4))))
    for index in range(count):
        yield from norm(index, chosen[index], draw.choice(conducts), draw.randrange(laws), draw)


def norm(index: int, matter: str, conduct: str, law: int, draw: random.Random) -> Iterator[str]:
    """The statements of one norm."""
    name, provision = f"norm-{index}", f"law-{law}/pasal-{index}"
    year = draw.randint(1960, 2020)
    yield said(name, RDF_TYPE, node(f"{POL}Norm"))
    yield said(name, f"{POL}provision", node(ID + provision))
    yield said(name, f"{POL}conduct", node(ID + conduct))
    yield said(name, f"{POL}matter", node(ID + matter))
    yield said(name, f"{POL}inForceFrom", day(year))
    if draw.random() < 0.2:
        yield said(name, f"{POL}inForceUntil", day(year + draw.randint(1, 30)))
    if index and draw.random() < 0.1:
        yield said(name, "http://data.europa.eu/eli/ontology#amends", node(f"{ID}norm-{draw.randrange(index)}"))
    if draw.random() < 0.7:
        yield said(name, RDF_TYPE, node(f"{POL}Penalty"))
        yield said(name, f"{POL}maxImprisonment", number(draw.choice((12, 24, 60, 120))))
    else:
        yield said(name, RDF_TYPE, node(f"{POL}Power"))
        yield said(name, f"{POL}authority", node(f"{ID}body-{draw.randrange(30)}"))


def tree(kind: str, size: int) -> list[str]:
    """Names of concepts; a name holds the way to the root: ``matter-3-1``."""
    names = [f"{kind}-{index}" for index in range(BRANCHES)]
    for name in names:
        if len(names) >= size:
            break
        if name.count("-") < LEVELS:
            names += [f"{name}-{index}" for index in range(BRANCHES)]
    return names[:size]


def concepts(names: list[str]) -> Iterator[str]:
    """What is broader, by the names themselves."""
    for name in names:
        broader = name.rpartition("-")[0]
        if broader in names:
            yield said(name, "http://www.w3.org/2004/02/skos/core#broader", node(ID + broader))


def said(subject: str, predicate: str, value: str) -> str:
    return f"<{ID}{subject}> <{predicate}> {value} <{ID}graph/source/made> .\n"


def node(iri: str) -> str:
    return f"<{iri}>"


def number(value: int) -> str:
    return f'"{value}"^^<{XSD}integer>'


def day(year: int) -> str:
    return f'"{year}-01-01"^^<{XSD}date>'
