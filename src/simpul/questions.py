"""The named questions of ``ontology/questions``: found, described and asked.

A question is a plain SPARQL SELECT. Its header says it in both languages; its
parameters are ``VALUES ?name { default }`` lines, so the file runs as it is on
any engine, and another value takes the default's place when it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from simpul import resources
from simpul.engine import Graph
from simpul.errors import UnknownName, WrongUse
from simpul.model import Answers, Bilingual
from simpul.terms import expand

__all__ = ["Question", "ask", "question", "questions"]

_HEADER = re.compile(r"^#\s*([\w-]+):\s*(.+?)\s*$", re.MULTILINE)
_PARAMETER = re.compile(r"VALUES\s+\?(\w+)\s*\{\s*([^{}]*?)\s*\}\s*#\s*parameter\b")
_LANGUAGE = "lang"


@dataclass(frozen=True, slots=True)
class Question:
    """One competency question: as a person asks it, and as SPARQL."""

    name: str
    text: Bilingual
    asked_by: str
    query: str

    @property
    def parameters(self) -> dict[str, str]:
        """Default value of each parameter, as SPARQL spells it; without the language."""
        found = {name: value for name, value in _PARAMETER.findall(self.query)}
        found.pop(_LANGUAGE, None)
        return found


def questions() -> list[Question]:
    """All questions that come with simpul, by name."""
    return [_read(path) for path in sorted((resources.ontology() / "questions").glob("*.rq"))]


def question(name: str) -> Question:
    """The question of a name; an unknown name offers the nearest."""
    path = resources.ontology() / "questions" / f"{name}.rq"
    if not re.fullmatch(r"[\w-]+", name) or not path.exists():
        raise UnknownName("question", name, [found.name for found in questions()])
    return _read(path)


def ask(
    graph: Graph,
    asked: Question,
    *,
    values: Mapping[str, str] | None = None,
    lang: str = "en",
    as_of: str | None = None,
) -> Answers:
    """The rows of a question.

    ``values`` fills parameters by name; ``as_of`` is the value of a parameter
    called date where the question has one and ``values`` gives none.
    """
    given = dict(values or {})
    for name in given:
        if name not in asked.parameters:
            raise UnknownName("parameter of the question", name, list(asked.parameters))
    if as_of is not None and "date" in asked.parameters:
        given.setdefault("date", as_of)
    spelled = {name: _spell(name, given[name], asked.parameters[name]) for name in given}
    spelled[_LANGUAGE] = f'"{lang}"'
    return graph.select(_filled(asked.query, spelled))


def _filled(query: str, values: Mapping[str, str]) -> str:
    def fill(hit: re.Match[str]) -> str:
        value = values.get(hit[1], hit[2])
        return f"VALUES ?{hit[1]} {{ {value} }} # parameter"

    return _PARAMETER.sub(fill, query)


def _spell(name: str, value: str, default: str) -> str:
    if default.startswith('"') and "xsd:date" in default:
        try:
            return f'"{date.fromisoformat(value).isoformat()}"^^xsd:date'
        except ValueError:
            raise WrongUse(
                f"{name} is a date, {value!r} is none", todo="Write it as 2023-07-01."
            ) from None
    if default.startswith('"'):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"' + default.rpartition('"')[2]
    iri = expand(value if ":" in value or default.startswith("id:") else _sibling(value, default))
    if re.search(r'[\x00-\x20<>"{}|\\^`]', iri):
        raise WrongUse(f"{value!r} is not a name", todo=f"Write it as {default}.")
    return f"<{iri}>"


def _sibling(value: str, default: str) -> str:
    """A bare name stands beside the default: same prefix or namespace."""
    prefix, colon, _ = default.partition(":")
    return f"{prefix}:{value}" if colon and not default.startswith("<") else value


def _read(path: Path) -> Question:
    query = path.read_text("utf-8")
    header = dict(_HEADER.findall(query))
    return Question(
        name=path.stem,
        text=Bilingual(header.get("id", path.stem), header.get("en", path.stem)),
        asked_by=header.get("asked-by", ""),
        query=query,
    )
