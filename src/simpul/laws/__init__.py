"""The law reader: from the text of an Indonesian law to facts with their lines.

``read_law`` reads one text; ``to_quads`` writes what was read as RDF in the
ontology of this project.
"""

from __future__ import annotations

from simpul.laws.model import Law, Unread
from simpul.laws.reader import read_law

__all__ = ["Law", "Unread", "read_law"]
