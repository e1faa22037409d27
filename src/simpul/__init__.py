"""simpul: a policy-response knowledge graph."""

__version__ = "0.1.0"
__all__ = ["__version__"]
