"""The SPARQL engine the console starts: Oxigraph compiled to WebAssembly.

It lies in the page packed (zlib, then base64) and is unpacked only when the
console is opened. See ``assets/vendor/oxigraph`` for its version and licence.
"""

from __future__ import annotations

import base64
import re
import zlib
from functools import cache

from simpul.views.explorer.bundle import ASSETS

__all__ = ["blocks"]

_VENDOR = ASSETS / "vendor" / "oxigraph"


def blocks(nquads: str) -> dict[str, str]:
    """The three data blocks of the console: program, machine code and quads."""
    return {
        "program": _program(),
        "code": base64.b64encode((_VENDOR / "oxigraph.wasm.zlib").read_bytes()).decode("ascii"),
        "triples": base64.b64encode(zlib.compress(nquads.encode("utf-8"), 9)).decode("ascii"),
    }


@cache
def _program() -> str:
    """Oxigraph's own loader and our worker, as one classic script, packed."""
    loader = (_VENDOR / "web.js").read_text("utf-8")
    loader = re.sub(r"^export \{.*$", "", loader, flags=re.MULTILINE)
    loader = re.sub(r"^export ", "", loader, flags=re.MULTILINE)
    loader = loader.replace("import.meta.url", "''")
    worker = (ASSETS / "worker.js").read_text("utf-8")
    return base64.b64encode(zlib.compress(f"{loader}\n{worker}".encode(), 9)).decode("ascii")
