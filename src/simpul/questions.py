"""The named questions: those that come with simpul, and those a data folder brings.

simpul's stand in ``ontology/questions``, a folder's own in ``DIR/questions``; of two
with one name the folder's is meant.

A question is a plain SPARQL SELECT. Its header says it in both languages; its
parameters are ``VALUES ?name { default }`` lines, so the file runs as it is on
any engine, and another value takes the default's place when it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from simpul import resources
from simpul.engine import Graph
from simpul.errors import UnknownName, UnreadableInput, WrongUse
from simpul.model import Answers, Bilingual
from simpul.terms import expand

__all__ = ["Question", "ask", "question", "questions"]

_HEADER = re.compile(r"^#\s*([\w-]+):\s*(.+?)\s*$", re.MULTILINE)
_PARAMETER = re.compile(r"VALUES\s+\?(\w+)\s*\{\s*([^{}]*?)\s*\}\s*#\s*parameter\b")
_PREFIX = re.compile(r"^\s*PREFIX\s+([\w-]*):\s*<([^<>\s]*)>", re.IGNORECASE | re.MULTILINE)
_LANGUAGE = "lang"


@dataclass(frozen=True, slots=True)
class Question:
    """One competency question: as a person asks it, and as SPARQL."""

    name: str
    text: Bilingual
    asked_by: str
    query: str
    brought: bool = False
    """Whether a data folder brings it."""

    @property
    def parameters(self) -> dict[str, str]:
        """Default value of each parameter, as SPARQL spells it; without the language."""
        found: dict[str, str] = dict(_PARAMETER.findall(self.query))
        found.pop(_LANGUAGE, None)
        return found


def questions(folders: Iterable[Path] = ()) -> list[Question]:
    """The questions that data folders bring, then those that come with simpul; by name."""
    own = {found.name: found for folder in folders for found in _questions(folder, brought=True)}
    known = [found for found in _questions(resources.ontology()) if found.name not in own]
    return [*(own[name] for name in sorted(own)), *known]


def question(name: str, folders: Iterable[Path] = ()) -> Question:
    """The question of a name; an unknown name offers the nearest."""
    places = [*((folder, True) for folder in folders), (resources.ontology(), False)]
    for folder, brought in places:
        path = folder / "questions" / f"{name}.rq"
        if re.fullmatch(r"[\w-]+", name) and path.is_file():
            return _read(path, brought=brought)
    known = questions(folder for folder, brought in places if brought)
    raise UnknownName("question", name, [found.name for found in known])


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
    if asked.brought:
        from simpul.engine.admission import admit

        admit(asked.query, graph)
    given = dict(values or {})
    for name in given:
        if name not in asked.parameters:
            raise UnknownName("parameter of the question", name, list(asked.parameters))
    if as_of is not None and "date" in asked.parameters:
        given.setdefault("date", as_of)
    own = dict(_PREFIX.findall(asked.query))
    spelled = {name: _spell(name, given[name], asked.parameters[name], own) for name in given}
    spelled[_LANGUAGE] = f'"{lang}"'
    return graph.select(_filled(asked.query, spelled))


def _filled(query: str, values: Mapping[str, str]) -> str:
    def fill(hit: re.Match[str]) -> str:
        value = values.get(hit[1], hit[2])
        return f"VALUES ?{hit[1]} {{ {value} }} # parameter"

    return _PARAMETER.sub(fill, query)


def _spell(name: str, value: str, default: str, own: Mapping[str, str]) -> str:
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
    bare = ":" not in value and not default.startswith("id:")
    iri = _expanded(_sibling(value, default) if bare else value, own)
    if re.search(r'[\x00-\x20<>"{}|\\^`]', iri):
        raise WrongUse(f"{value!r} is not a name", todo=f"Write it as {default}.")
    return f"<{iri}>"


def _sibling(value: str, default: str) -> str:
    """A bare name stands beside the default: same prefix or namespace."""
    prefix, colon, _ = default.partition(":")
    return f"{prefix}:{value}" if colon and not default.startswith("<") else value


def _expanded(name: str, own: Mapping[str, str]) -> str:
    """The IRI of a name; prefixes that the question declares come first."""
    prefix, colon, rest = name.partition(":")
    return own[prefix] + rest if colon and prefix in own else expand(name)


def _questions(folder: Path, *, brought: bool = False) -> list[Question]:
    paths = sorted((folder / "questions").glob("*.rq"))
    return [_read(path, brought=brought) for path in paths]


def _read(path: Path, *, brought: bool = False) -> Question:
    try:
        query = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(
            "the question cannot be read", where=str(path), todo="Save it again as UTF-8."
        ) from error
    header = dict(_HEADER.findall(query))
    return Question(
        name=path.stem,
        text=Bilingual(header.get("id", path.stem), header.get("en", path.stem)),
        asked_by=header.get("asked-by", ""),
        query=query,
        brought=brought,
    )
