"""Turns what a scene says into plain values for JSON, and makes hidden characters visible."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass
from typing import Any

from simpul.views.explorer.scene import Text

__all__ = ["Record", "plain", "record", "visible"]

Record = dict[str, Any]


def visible(text: str) -> str:
    """The text without characters that hide or reorder what a reader sees.

    Control, bidirectional and other format characters become U+FFFD, so that a
    tampered label shows that it was tampered with.

    >>> visible("UU 21/2007" + chr(0x202E) + "7002/12")
    'UU 21/2007�7002/12'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_seen, text))


def _seen(char: str) -> str:
    if char in "\n\t\r":
        return " "
    return "\ufffd" if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} else char


def plain(value: Any) -> Any:
    """A value as JSON has it; words the same in both languages are written once."""
    if isinstance(value, Text):
        in_id, in_en = visible(value.id or value.en), visible(value.en or value.id)
        return in_id if in_id == in_en else {"id": in_id, "en": in_en}
    if is_dataclass(value):
        return record(value)
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return visible(value) if isinstance(value, str) else value


def record(thing: Any) -> Record:
    """A dataclass as a JSON object without its empty parts."""
    parts = ((part.name, getattr(thing, part.name)) for part in fields(thing))
    return {name: plain(part) for name, part in parts if _says(part)}


def _says(part: Any) -> bool:
    """Whether a part says anything: zero and ``False`` do, empty text and lists do not."""
    return part is not None and (bool(part) or isinstance(part, (int, float)))
