"""Read one text of a law into facts, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from simpul.errors import Place, UnreadableInput
from simpul.laws.facts.amendments import amended_laws, enacted_laws, read_amendments
from simpul.laws.facts.commencement import read_commencement, read_transitions
from simpul.laws.facts.definitions import read_definitions
from simpul.laws.facts.elucidation import read_elucidation
from simpul.laws.facts.identity import identify
from simpul.laws.facts.legal_basis import lost_basis, read_legal_basis
from simpul.laws.facts.norms import read_delegations, read_licences, read_norms
from simpul.laws.facts.penalties import read_penalties
from simpul.laws.facts.popular import PopularNames, unresolved
from simpul.laws.facts.references import read_references
from simpul.laws.facts.repeals import read_repeals
from simpul.laws.model import Law, Note, Unread
from simpul.laws.tree.parts import Parts, split
from simpul.laws.tree.places import Places
from simpul.laws.tree.remarks import suspicions
from simpul.laws.tree.structure import build
from simpul.laws.tree.text import Text, clean, squeeze

__all__ = ["read_law"]

_LARGEST = 50_000_000


def read_law(raw: str, source: str) -> Law:
    """The facts of one law; ``source`` is its file name, which may tell which law it is.

    Raises UnreadableInput when neither the text nor the name says which law
    it is. Whatever else cannot be read is told in ``Law.unread``.
    """
    if len(raw) > _LARGEST:
        raise UnreadableInput("the text is too long to be a law", where=Place(source))
    text = clean(raw)
    parts = split(text.content)
    heading, unread = identify(text, parts, source)
    tree = build(text, parts)
    places = Places(text, tree.provisions, tree.unread)
    amended = amended_laws(places, heading)
    heads = frozenset(_heading_starts(text, places))
    popular = PopularNames(text.content)
    facts = Law(
        source=source,
        heading=heading,
        text=text.content,
        lines=len(text.breaks) + 1,
        provisions=tuple(tree.provisions[1:]),
        considerations=tuple(_considerations(text, parts)),
        based_on=tuple(read_legal_basis(text, parts, heading, popular)),
        elucidation=tuple(read_elucidation(places, parts)),
        definitions=tuple(read_definitions(places)),
        penalties=tuple(read_penalties(places)),
        norms=tuple(read_norms(places)),
        references=tuple(
            read_references(
                places, parts.body, heading.name, enacted_laws(places) | amended, heads, popular
            )
        ),
        delegations=tuple(read_delegations(places)),
        amendments=tuple(read_amendments(places, heading, tree.instructions, amended)),
        repeals=tuple(read_repeals(places, heading)),
        transitions=tuple(read_transitions(places)),
        licences=tuple(read_licences(places)),
        commencement=tuple(read_commencement(places, heading)),
        unread=(),
    )
    found = {
        *unread,
        *tree.unread,
        *suspicions(text, parts),
        *unresolved(text, *parts.body, popular),
        *lost_basis(text, parts, bool(facts.based_on)),
    }
    return replace(facts, unread=tuple(sorted(found, key=_in_order)))


def _in_order(remark: Unread) -> tuple[int, str, str]:
    return remark.line, remark.kind, remark.what


def _heading_starts(text: Text, places: Places) -> Iterator[int]:
    """Where article headings stand, so that they are not read as references."""
    for one in places.provisions:
        if one.kind == "pasal":
            at = text.content.rfind("asal", max(0, one.start - 24), one.start)
            upper = text.content.rfind("ASAL", max(0, one.start - 24), one.start)
            yield max(at, upper) - 1


def _considerations(text: Text, parts: Parts) -> Iterator[Note]:
    start, end = parts.weighing
    words = squeeze(text.content[start:end])
    if words:
        yield Note("", text.line(start), words)
