"""Page templates, everything escaped, and data blocks that no browser executes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

__all__ = ["inert", "template"]

_OUTSIDE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def template(file: Path) -> Template:
    """The Jinja template in a file; an unknown name in it is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(file.parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template(file.name)


def inert(value: object) -> Markup:
    """JSON in which no character can end the block it stands in."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_OUTSIDE))
