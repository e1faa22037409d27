"""The network as GraphML and GEXF, for Gephi, igraph, yEd and the web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    import networkx

__all__ = ["gexf", "graphml"]

_ILL_FORMED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NODE = ("label", "label_id", "label_en", "kind", "start", "end")
_EDGE = ("label", "predicate")
_GEXF_NODE = ("label_id", "label_en", "kind")


def graphml(network: networkx.MultiDiGraph, *, lang: str = "en") -> bytes:
    """GraphML 1.0 with string attributes; parallel edges keep their own ids."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ]
    lines += [_key("node", name) for name in _NODE] + [_key("edge", name) for name in _EDGE]
    lines.append('<graph id="simpul" edgedefault="directed">')
    for iri, known in network.nodes(data=True):
        values = {"label": known[f"label_{lang}"], **known}
        lines.append(f"<node id={_attribute(iri)}>{_data('node', _NODE, values)}</node>")
    for number, (source, target, key, known) in enumerate(network.edges(keys=True, data=True)):
        values = {"label": known["predicate"], "predicate": key}
        lines.append(
            f'<edge id="e{number}" source={_attribute(source)} target={_attribute(target)}>'
            f"{_data('edge', _EDGE, values)}</edge>"
        )
    lines += ["</graph>", "</graphml>", ""]
    return "\n".join(lines).encode()


def gexf(network: networkx.MultiDiGraph, *, lang: str = "en") -> bytes:
    """GEXF 1.3: days in force as Gephi's timeline, the predicate as kind of an edge.

    An end is the last day in force: GEXF intervals include it, the graph's exclude it.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
        '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">',
        '<attributes class="node">',
    ]
    lines += [f'<attribute id="{name}" title="{name}" type="string"/>' for name in _GEXF_NODE]
    lines += ["</attributes>", "<nodes>"]
    for iri, known in network.nodes(data=True):
        label = _attribute(known[f"label_{lang}"])
        lines.append(
            f"<node id={_attribute(iri)} label={label}{_spell(known)}>{_values(known)}</node>"
        )
    lines += ["</nodes>", "<edges>"]
    for number, (source, target, key, known) in enumerate(network.edges(keys=True, data=True)):
        lines.append(
            f'<edge id="e{number}" source={_attribute(source)} target={_attribute(target)} '
            f"kind={_attribute(key)} label={_attribute(known['predicate'])}/>"
        )
    lines += ["</edges>", "</graph>", "</gexf>", ""]
    return "\n".join(lines).encode()


def _spell(known: dict[str, str]) -> str:
    from datetime import date, timedelta

    spell = f" start={_attribute(known['start'])}" if known.get("start") else ""
    if known.get("end"):
        last = date.fromisoformat(known["end"]) - timedelta(days=1)
        spell += f' end="{max(last.isoformat(), known.get("start", ""))}"'
    return spell


def _values(known: dict[str, str]) -> str:
    found = "".join(
        f'<attvalue for="{name}" value={_attribute(known[name])}/>'
        for name in _GEXF_NODE
        if known.get(name)
    )
    return f"<attvalues>{found}</attvalues>"


def _key(scope: str, name: str) -> str:
    return f'<key id="{scope}_{name}" for="{scope}" attr.name="{name}" attr.type="string"/>'


def _data(scope: str, names: tuple[str, ...], values: dict[str, str]) -> str:
    return "".join(
        f'<data key="{scope}_{name}">{escape(_clean(values[name]))}</data>'
        for name in names
        if values.get(name)
    )


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    return _ILL_FORMED.sub("", text)
