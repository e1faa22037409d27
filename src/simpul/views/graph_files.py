"""The network as GraphML for Gephi, igraph and yEd."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    import networkx

__all__ = ["graphml"]

_ILL_FORMED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NODE = ("label", "label_id", "label_en", "kind", "start", "end")
_EDGE = ("label", "predicate")


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
