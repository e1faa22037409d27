"""The dualisms of one graph: the rule book read once, asked many times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from simpul.engine import Graph
from simpul.errors import UnknownName
from simpul.findings.dualism import explanation
from simpul.findings.dualism.acts import acts, acts_of_change, acts_read
from simpul.findings.dualism.assumptions import Change, assume
from simpul.findings.dualism.canons import Canons, canons_stated
from simpul.findings.dualism.differences import KINDS
from simpul.findings.dualism.finding import Finding, findings, group
from simpul.findings.dualism.history import Moment, history
from simpul.findings.dualism.papers import AskedLabels, Lazy, evidence_of, labels
from simpul.findings.dualism.rulebook import Norm, RuleBook, read_rulebook
from simpul.findings.dualism.search import Pair, pairs_by_groups, pairs_by_rules
from simpul.findings.dualism.side import Record
from simpul.findings.dualism.versions import current
from simpul.model import Bilingual, Evidence
from simpul.terms import expand, local_name

__all__ = ["Study", "study"]

_MANY_NORMS = 300
"""Above this the pair join of the engine is the bound, and groups are the road.

Measured: at 200 norms the rules take 0.7 CPU seconds; at 1,000 crowded ones they take
12, groups 0.1 (``tests/speed/dualism.py``).
"""


@dataclass(frozen=True, slots=True)
class Study:
    """A graph's rule book with the labels and evidence needed to tell of it."""

    graph: Graph
    book: RuleBook
    labels: Mapping[str, Bilingual]
    grouped: bool = False

    def name(self, iri: str) -> Bilingual:
        """The label of anything, or its name where it has none."""
        return self.labels.get(iri) or Bilingual(local_name(iri), local_name(iri))

    def find(
        self,
        *,
        kinds: Sequence[str] = KINDS,
        status: str | None = None,
        matter: str | None = None,
        as_of: str | None = None,
    ) -> list[Finding]:
        """The dualisms of the graph, grouped; by kind, status, matter or day if asked."""
        wanted = None if matter is None else self.concept(matter)
        found = self._found(kinds, wanted, as_of)
        return found if status is None else [f for f in found if f.status == status]

    def _found(self, kinds: Sequence[str], wanted: str | None, as_of: str | None) -> list[Finding]:
        if self._by_groups:
            record = self._record(self.evidence(self.book.norms))
            return findings(self.book, record, kinds=kinds, matter=wanted, as_of=as_of)
        pairs = self.pairs(kinds)
        norms = {iri for _, a, b in pairs for iri in (a, b)}
        found = group(pairs, self.book, self._record(self.evidence(norms)), as_of=as_of)
        return [f for f in found if wanted is None or wanted in self.book.above(f.matter)]

    def _record(self, evidence: Mapping[str, tuple[Evidence, ...]]) -> Record:
        changes = Lazy(lambda: acts_of_change(self.graph))
        read = Lazy(lambda: acts_read(self.graph))
        return Record(self.name, evidence, self.canons, changes, read)

    @property
    def canons(self) -> Canons:
        """What states each canon."""
        norms = self.book.norms
        return Canons(
            Lazy(lambda: canons_stated(self.graph)),
            Lazy(lambda: {iri: norm.provision for iri, norm in norms.items()}),
        )

    @property
    def _by_groups(self) -> bool:
        return self.grouped or len(self.book.norms) > _MANY_NORMS

    def pairs(self, kinds: Sequence[str] = KINDS) -> set[Pair]:
        """The conflicting pairs: by the SPARQL rules, or by groups where those cannot serve."""
        if self._by_groups:
            return pairs_by_groups(self.book, kinds)
        return pairs_by_rules(self.graph, kinds)

    def assuming(self, changes: Sequence[Change]) -> Study:
        """The same study as if the law had been changed."""
        return replace(self, book=assume(self.book, changes), grouped=bool(changes) or self.grouped)

    def finding(self, name: str, *, as_of: str | None = None) -> Finding:
        """The finding of an id."""
        found = {finding.id: finding for finding in self.find(as_of=as_of)}
        if name not in found:
            raise UnknownName("finding", name, list(found))
        return found[name]

    def history(self, finding: Finding) -> tuple[Moment, ...]:
        """When a finding opened, changed and closed, and by what."""
        return history(finding, self.book, acts(self.graph), self.name)

    def explain(self, a: str, b: str, *, as_of: str | None = None) -> explanation.Explanation:
        """Every test on two norms, named by IRI, short name or provision.

        Of a provision that was changed the version in force on the day, or the latest.
        """
        left, right = (self.norm(name, as_of=as_of) for name in (a, b))
        told = left, right, self.book, self.name
        return explanation.explain(*told, canons=self.canons, as_of=as_of)

    def norms(self, name: str, *, as_of: str | None = None) -> list[Norm]:
        """The norms a name stands for.

        Its own; those in a provision or an instrument, of a changed one the version in
        force on the day, or the latest; the sides of a finding.
        """
        iri, book = expand(name), self.book.norms
        if iri in book:
            return [book[iri]]
        held = [norm for norm in book.values() if iri in norm.places]
        if held:
            return current(held, as_of)
        kind, dash, _ = name.rpartition("-")
        if dash and kind in KINDS:
            return [side.norm for side in self.finding(name, as_of=as_of).sides]
        return [self.norm(name, as_of=as_of)]

    def norm(self, name: str, *, as_of: str | None = None) -> Norm:
        """The norm of a name: its own, or that of the one provision that holds it."""
        iri = expand(name)
        if iri in self.book.norms:
            return self.book.norms[iri]
        held = current((one for one in self.book.norms.values() if iri == one.provision), as_of)
        if len(held) == 1:
            return held[0]
        if held:
            raise UnknownName("norm", name, [local_name(norm.iri) for norm in held])
        known = [local_name(norm) for norm in self.book.norms]
        known += [local_name(norm.provision) for norm in self.book.norms.values()]
        raise UnknownName("norm", name, known)

    def concept(self, name: str) -> str:
        """The matter of a name, given as IRI, CURIE or bare name.

        Of a field's own concept the last step is enough, where it is the only one.
        """
        known = {matter for norm in self.book.norms.values() for matter in norm.matters}
        known |= {above for matter in known for above in self.book.above(matter)}
        for iri in known:
            if name in (iri, local_name(iri)) or expand(name) == iri:
                return iri
        ends = [iri for iri in known if iri.endswith(f"/{name}")]
        if len(ends) == 1:
            return ends[0]
        raise UnknownName("matter", name, [local_name(iri) for iri in known])

    def evidence(self, norms: Iterable[str]) -> Mapping[str, tuple[Evidence, ...]]:
        """What each norm rests on: source, locator, confidence."""
        return evidence_of(self.graph, norms)


def study(graph: Graph, *, meeting: bool = False, places: Sequence[str] = ()) -> Study:
    """The dualism study of a graph.

    With ``meeting`` it knows only norms on some matter: the findings are the same, and a
    store of many machine-read norms is not read whole for them. With ``places`` it knows
    only the norms of these names, which is enough to explain them.
    """
    book = read_rulebook(graph, meeting=meeting, places=[expand(place) for place in places])
    told = AskedLabels(graph) if meeting or places else Lazy(lambda: labels(graph))
    return Study(graph, book, told, grouped=meeting or bool(places))
