"""The files of a folder for a new field: tables, trees of concepts, a question, a guide.

Tables and their metadata are those of the bundled data, with the concepts of the
field, a table of their own, in place of simpul's; ``starter/`` holds the rest, with
``{{field}}`` where the name of the field goes.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from simpul.errors import WrongUse
from simpul.terms import DATA, GRAPHS, PREFIXES, TIP

__all__ = ["field_name", "starter"]

_HERE = Path(__file__).parent / "starter"
_EXAMPLE = "contoh-"
"""How the name of an example row begins."""

_FIXED = ("response-", "stage-", "security-", "factor-", "problem-", "unit-")
"""Beginnings of simpul's concepts that every field shares: kinds of response, of problem ..."""


def field_name(folder: str) -> str:
    """The name of a field as it stands in IRIs.

    >>> field_name("Kehutanan 2026")
    'kehutanan-2026'
    """
    plain = unicodedata.normalize("NFKD", folder).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall("[a-z0-9]+", plain))
    if not name or name in PREFIXES or name in ("graph", "key", "claim", "evidence"):
        raise WrongUse(
            f"{folder!r} gives no name to the field",
            todo="Name the folder in letters, after the field: kehutanan, narkotika.",
        )
    return name


def starter(field: str, folder: str, metadata: Path, *, examples: bool = True) -> dict[str, bytes]:
    """The files by name, for a field and the folder they go to.

    ``metadata`` is that of the bundled tables; ``examples`` are rows that show how.
    """
    spec = _metadata(metadata, field)
    files = {"tables.json": (json.dumps(spec, ensure_ascii=False, indent=2) + "\n").encode()}
    for table in spec["tables"]:
        files[table["url"]] = _table(table, field, examples)
    for path in sorted(_HERE.rglob("*")):
        if path.is_file() and path.suffix in (".md", ".rq", ".ttl"):
            text = path.read_text("utf-8").replace("{{field}}", field).replace("{{folder}}", folder)
            files[path.relative_to(_HERE).as_posix()] = text.encode()
    return files


def _metadata(path: Path, field: str) -> dict[str, Any]:
    spec: dict[str, Any] = json.loads(_for_field(path.read_text("utf-8"), field))
    spec["dc:title"]["@value"] = f"The tables of {field}"
    spec.pop("dc:license", None)
    for table in spec["tables"]:
        for described in (table, *table["tableSchema"]["columns"]):
            for text in described.get("dc:description", ()):
                text["@value"] = _by_its_editors(text["@value"], text["@language"])
    concepts = (_HERE / "concepts-table.json").read_text("utf-8").replace("{{field}}", field)
    before = [table["url"] for table in spec["tables"]].index("norms.csv")
    spec["tables"].insert(before, json.loads(concepts))
    return spec


def _for_field(text: str, field: str) -> str:
    """The metadata with the concepts, the graph and the editors of the field."""

    def moved(hit: re.Match[str]) -> str:
        return hit[0] if hit[1].startswith(_FIXED) else f"{DATA}{field}/{hit[1]}"

    text = text.replace(f"{TIP}population-{{population}}", f"{TIP}{{population}}")
    text = re.sub(re.escape(TIP) + r"([\w{][\w{}-]*)", moved, text)
    text = text.replace(GRAPHS["source/simpul"], GRAPHS[f"source/{field}"])
    return text.replace('"simpul-editors"', f'"{field}-editors"')


def _by_its_editors(text: str, language: str) -> str:
    """A description as the editors of the field give it."""
    text = text.replace("tip.ttl", "concepts.csv")
    if language == "id":
        return text.replace("penyusun simpul", "penyusun").replace("simpul", "penyusun")
    text = text.replace("the editors of simpul", "the editors").replace("simpul's", "the editors'")
    text = text.replace("or simpul contradicts it", "contradicts it, or the editors do")
    return text.replace("simpul reads", "the editors read").replace("simpul", "the editors")


def _table(table: Mapping[str, Any], field: str, examples: bool) -> bytes:
    """A table with its header and the rows it starts with, if any."""
    out = io.StringIO()
    columns = table["tableSchema"]["columns"]
    names = [column["name"] for column in columns if not column.get("virtual")]
    writer = csv.DictWriter(out, names, restval="", lineterminator="\n")
    writer.writeheader()
    rows = _rows(_HERE / "rows" / table["url"], field)
    writer.writerows(r for r in rows if examples or not r["id"].startswith(_EXAMPLE))
    return out.getvalue().encode()


def _rows(path: Path, field: str) -> Iterator[dict[str, Any]]:
    if path.exists():
        yield from csv.DictReader(io.StringIO(path.read_text("utf-8").replace("{{field}}", field)))
