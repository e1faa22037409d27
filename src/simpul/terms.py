"""IRIs and prefixes of the vocabularies the graph is written in.

Plain strings: nothing here imports an RDF library, so that the command line
starts quickly. The tests hold ``POL`` and ``TIP`` against ``ontology/``.
"""

from __future__ import annotations

__all__ = [
    "DATA",
    "DCTERMS",
    "ELI",
    "FOAF",
    "GRAPHS",
    "OA",
    "ORG",
    "OWL",
    "POL",
    "PREFIXES",
    "PROV",
    "QB",
    "RDF",
    "RDFS",
    "SKOS",
    "TIP",
    "XSD",
    "Namespace",
    "curie",
    "expand",
    "local_name",
]


class Namespace(str):
    """An IRI that other IRIs begin with.

    >>> Namespace("https://example.org/")["norm"]
    'https://example.org/norm'
    """

    __slots__ = ()

    def __getitem__(self, name: str) -> str:  # type: ignore[override]
        return str(self) + name


POL = Namespace("https://w3id.org/simpul/policy#")
TIP = Namespace("https://w3id.org/simpul/tip#")
DATA = Namespace("https://w3id.org/simpul/id/")
GRAPHS = Namespace("https://w3id.org/simpul/id/graph/")

DCTERMS = Namespace("http://purl.org/dc/terms/")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
PROV = Namespace("http://www.w3.org/ns/prov#")
QB = Namespace("http://purl.org/linked-data/cube#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

PREFIXES: dict[str, Namespace] = {
    "pol": POL,
    "tip": TIP,
    "id": DATA,
    "dcterms": DCTERMS,
    "eli": ELI,
    "foaf": FOAF,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "qb": QB,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "xsd": XSD,
}
"""Prefixes every query and every Turtle export knows."""


def expand(name: str) -> str:
    """The full IRI of a CURIE, of an IRI, or of a bare name of the bundled data.

    >>> expand("pol:Norm")
    'https://w3id.org/simpul/policy#Norm'
    >>> expand("polri")
    'https://w3id.org/simpul/id/polri'
    """
    prefix, colon, rest = name.partition(":")
    if colon and prefix in PREFIXES and not rest.startswith("//"):
        return PREFIXES[prefix] + rest
    return name if colon else DATA[name]


def curie(iri: str) -> str:
    """The short form of an IRI under the longest known prefix, or the IRI itself.

    >>> curie("https://w3id.org/simpul/id/uu-21-2007")
    'id:uu-21-2007'
    """
    fits = [(space, prefix) for prefix, space in PREFIXES.items() if iri.startswith(space)]
    if not fits:
        return iri
    space, prefix = max(fits, key=lambda fit: len(fit[0]))
    return f"{prefix}:{iri.removeprefix(space)}"


def local_name(iri: str) -> str:
    """The last part of an IRI, or all after the data namespace.

    >>> local_name("https://w3id.org/simpul/id/uu-21-2007/pasal-4")
    'uu-21-2007/pasal-4'
    """
    if iri.startswith(DATA):
        return iri.removeprefix(DATA)
    return iri.replace("#", "/").rstrip("/").rpartition("/")[2]
