"""The law reader: from the text of an Indonesian law to facts with their lines.

``read_law`` reads one text; ``to_quads`` and ``to_turtle`` write what was
read in the ontology of this project.
"""

from __future__ import annotations

from simpul.laws.model import Law, Unread
from simpul.laws.rdf.writing import to_quads, to_triples, to_turtle
from simpul.laws.reader import read_law

__all__ = ["Law", "Unread", "read_law", "to_quads", "to_triples", "to_turtle"]
