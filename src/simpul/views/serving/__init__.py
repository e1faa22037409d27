"""The local server: a read-only SPARQL endpoint, a query page and the explorer."""

from __future__ import annotations

from simpul.views.serving.protocol import Access, Served, Server, server

__all__ = ["Access", "Served", "Server", "server"]
