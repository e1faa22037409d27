"""Colours and shapes by kind, safe for colour-blind readers in both themes.

Colour never stands alone: each kind also has its own shape. A test measures
the contrast of every colour against both backgrounds.
"""

from __future__ import annotations

from dataclasses import dataclass

from simpul.views.explorer.scene import Text

__all__ = ["KINDS", "Kind", "kind_of"]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of thing is named and drawn; shapes carry pyvis's names."""

    name: str
    label: Text
    light: str
    dark: str
    shape: str


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("actor", Text("Lembaga dan pelaku", "Actors"), "#1f6fb2", "#6cb2eb", "dot"),
        Kind("post", Text("Jabatan", "Offices"), "#2b7893", "#8fd0e3", "ring"),
        Kind("holding", Text("Pemangku jabatan", "Office-holders"), "#2b7893", "#8fd0e3", "small"),
        Kind("instrument", Text("Instrumen hukum", "Instruments"), "#0b7a69", "#4cc9b0", "square"),
        Kind("provision", Text("Pasal", "Provisions"), "#56823a", "#a3cf80", "box"),
        Kind("norm", Text("Norma", "Norms"), "#7a4bb0", "#c3a2f0", "diamond"),
        Kind("measure", Text("Tindakan", "Measures"), "#a8690a", "#e8b04a", "triangle"),
        Kind("problem", Text("Masalah", "Problems"), "#a03a6b", "#ee8fbb", "triangleDown"),
        Kind("factor", Text("Faktor", "Factors"), "#8a5a44", "#d3a58e", "pentagon"),
        Kind("case-pattern", Text("Pola kasus", "Case patterns"), "#6b6a1f", "#cfcc66", "hexagon"),
        Kind("recommendation", Text("Rekomendasi", "Proposals"), "#4c63b6", "#a3b4f5", "cross"),
        Kind("event", Text("Peristiwa", "Events"), "#5a6675", "#b3bfcc", "star"),
        Kind("observation", Text("Angka kasus", "Case figures"), "#7d5a7a", "#cdaecb", "bar"),
        Kind("source", Text("Sumber", "Sources"), "#6e6259", "#c2b6aa", "page"),
        Kind(
            "law-tied",
            Text("Terkait, di luar graf", "Tied, outside"),
            "#0f6f86",
            "#62c6dd",
            "octagon",
        ),
        Kind("law-untied", Text("Selingkup", "Same field"), "#5c6b73", "#b4c3cb", "kite"),
        Kind("concept", Text("Konsep", "Concepts"), "#63707c", "#a9b6c2", "small"),
    )
}
"""Every kind a page can tell apart, in the order of the legend."""


def kind_of(name: str) -> Kind:
    """The way to draw a kind; one not foreseen is a plain concept under its own name."""
    plain = KINDS["concept"]
    return KINDS.get(name) or Kind(name, Text.same(name), plain.light, plain.dark, plain.shape)
