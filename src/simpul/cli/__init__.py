"""The command line: one module a group of commands, each imported when it is called.

``simpul --help`` reads the table of verbs below and imports none of them, so it
costs no RDF library.
"""

from simpul.cli.frame import cli, main

__all__ = ["cli", "main"]
