"""What a graph is made of: tables, RDF files, and what follows from them.

``gather`` reads the ontology and the data named into one list of quads; the
projection adds what every question may rely on: provisions with their place
and label, concepts with all that is broader, and the keys on which norms meet.
"""

from simpul.sources.files import gather, read_source
from simpul.sources.projection import project
from simpul.sources.rdf import PLAIN, STDIN, Reading, apart

__all__ = ["PLAIN", "STDIN", "Reading", "apart", "gather", "project", "read_source"]
