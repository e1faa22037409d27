"""Tables: CSV files described by one CSVW metadata file, read into RDF quads.

The metadata (W3C Tabular Metadata) says which columns there are, what a cell
may hold and how a row becomes RDF; nothing here knows a table by name.
"""

from simpul.tables.metadata import Column, ForeignKey, Metadata, Table, read_metadata
from simpul.tables.quads import check_rows, folder_quads, table_keys, table_quads
from simpul.tables.reading import Row, read_rows, rows_from

__all__ = [
    "Column",
    "ForeignKey",
    "Metadata",
    "Row",
    "Table",
    "check_rows",
    "folder_quads",
    "read_metadata",
    "read_rows",
    "rows_from",
    "table_keys",
    "table_quads",
]
