"""Blank nodes named by RDFC-1.0 (W3C, RDF Dataset Canonicalization), within a time.

There are datasets on which any canonicalization takes longer than one can wait
(section 5 of the specification calls them poison): nine blank nodes, each joined
with every other, took 48 seconds, ten take ten times that. So it is done in a
child that is killed at its limit.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from simpul.engine.guard import Limits, guarded
from simpul.errors import LimitReached

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["canonicalized", "has_blank_nodes"]


def canonicalized(quads: Iterable[Quad], *, seconds: float = 60.0) -> list[Quad]:
    """The quads with their blank nodes named alike in all equal datasets."""
    from pyoxigraph import RdfFormat, parse

    found = list(quads)
    if not has_blank_nodes(found):
        return found
    try:
        done = guarded(partial(_named, found), Limits(seconds, None))
    except LimitReached as error:
        raise LimitReached(
            f"the blank nodes could not be told apart: {error.problems[0].what}",
            todo="Give them names (IRIs) in the data.",
        ) from error
    return list(parse(done, format=RdfFormat.N_QUADS))


def has_blank_nodes(quads: Iterable[Quad]) -> bool:
    """Whether a blank node stands in any of the quads."""
    from pyoxigraph import BlankNode

    return any(
        isinstance(term, BlankNode)
        for quad in quads
        for term in (quad.subject, quad.object, quad.graph_name)
    )


def _named(quads: list[Quad]) -> bytes:
    from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, serialize

    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return serialize(dataset, format=RdfFormat.N_QUADS) or b""
