"""One finding as a one-page report, in Markdown and as print-ready HTML."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from simpul.findings.dualism.reform import closers
from simpul.findings.dualism.severity import severity
from simpul.findings.dualism.words import changes, cited, penalty, period
from simpul.model import Bilingual
from simpul.views.text import printable

if TYPE_CHECKING:
    from simpul.findings.dualism import Finding, Moment, Side, Study

__all__ = ["html_page", "markdown_page"]

_WORDS = {
    "sides": Bilingual("Kedua sisi", "The sides"),
    "stale": Bilingual("Berubah kemudian", "Changed later"),
    "trace": Bilingual("Asas demi asas", "Canon by canon"),
    "history": Bilingual("Riwayat", "History"),
    "stakes": Bilingual("Yang dipertaruhkan", "What is at stake"),
    "closes": Bilingual("Yang akan menutupnya", "What would close it"),
    "who": Bilingual("Subjek", "Who is bound"),
    "force": Bilingual("Berlaku", "In force"),
    "says": Bilingual("Ancaman", "Penalty"),
    "authority": Bilingual("Kewenangan", "Authority"),
    "sources": Bilingual("Sumber", "Sources"),
    "outcome": Bilingual("Hasil", "Outcome"),
    "stands": Bilingual("Keadaan", "How it stands"),
    "open": Bilingual("terbuka", "open"),
    "parallel": Bilingual("sejajar", "parallel"),
    "resolved": Bilingual("selesai", "resolved"),
    "or": Bilingual("atau", "or"),
    "try": Bilingual("Uji dengan", "Try it with"),
}
_MEASURES = {
    "gap_min_months": Bilingual("selisih pidana minimum (bulan)", "gap in minimum (months)"),
    "gap_max_months": Bilingual("selisih pidana maksimum (bulan)", "gap in maximum (months)"),
    "gap_max_fine": Bilingual("selisih denda maksimum (rupiah)", "gap in maximum fine (rupiah)"),
    "bearers": Bilingual(
        "golongan subjek yang terikat keduanya", "classes of bearers bound by both"
    ),
    "overlap_days": Bilingual("hari berlaku bersama", "days in force together"),
    "bodies": Bilingual("badan yang disebut", "bodies named"),
}


def markdown_page(
    finding: Finding,
    history: Sequence[Moment],
    study: Study,
    lang: str,
    *,
    across: int | None = None,
) -> str:
    """The finding in Markdown; ``across`` wraps paragraphs for a terminal."""
    title, status, days = _head(finding, study, lang)
    lines = [f"# {title}", "", f"{_WORDS['stands'][lang]}: **{status}**, {days}.", ""]
    lines += [finding.difference[lang], "", finding.resolution.why[lang], ""]
    lines += [f"## {_WORDS['sides'][lang]}", ""]
    for side in finding.sides:
        lines += [f"### {side.provision[lang]}", "", side.label[lang] + ".", ""]
        lines += [f"- {name}: {value}" for name, value in _facts(side, study, lang)] + [""]
    lines += _listed("trace", _trace(finding, study, lang), lang)
    lines += _listed("history", _history(history, lang), lang)
    lines += _listed("stakes", _stakes(finding, study, lang), lang)
    lines += _listed("closes", _closing(finding, study, lang), lang)
    lines.append(f"`{finding.id}`")
    clean = [printable(line) for line in lines]
    wrapped = clean if across is None else [_wrapped(line, across) for line in clean]
    return "\n".join(wrapped) + "\n"


def html_page(finding: Finding, history: Sequence[Moment], study: Study, lang: str) -> str:
    """The finding as one HTML file that prints on one page and needs no network."""
    title, status, days = _head(finding, study, lang)
    sides = "".join(_side(side, study, lang) for side in finding.sides)
    parts = [
        f"<p class=stands><strong>{_e(status)}</strong>, {_e(days)}</p>",
        f"<p>{_e(finding.difference[lang])}</p><p>{_e(finding.resolution.why[lang])}</p>",
        f"<h2>{_e(_WORDS['sides'][lang])}</h2><div class=sides>{sides}</div>",
        _section("trace", _trace(finding, study, lang), lang),
        _section("history", _history(history, lang), lang),
        _section("stakes", _stakes(finding, study, lang), lang),
        _section("closes", _closing(finding, study, lang), lang),
    ]
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_e(title)}</title>\n<style>{_STYLE}</style></head>\n<body><main>"
        f"<h1>{_e(title)}</h1>\n" + "\n".join(parts) + f"\n<footer>{_e(finding.id)}</footer>"
        "</main></body></html>\n"
    )


def _head(finding: Finding, study: Study, lang: str) -> tuple[str, str, str]:
    title = f"{study.name(finding.matter)[lang]}: {study.name(finding.conduct)[lang]}"
    status = f"{_WORDS[finding.status][lang]} ({finding.kind}, {finding.resolution.canon})"
    return title, status, period(finding.start, finding.end)[lang]


def _facts(side: Side, study: Study, lang: str) -> list[tuple[str, str]]:
    norm = side.norm
    facts = [(_WORDS["force"][lang], period(norm.start, norm.end)[lang])]
    if norm.penalty:
        facts.append((_WORDS["says"][lang], penalty(norm.penalty)[lang]))
    for word, iris in (("who", norm.bearers), ("authority", norm.authorities)):
        if iris:
            facts.append((_WORDS[word][lang], ", ".join(study.name(i)[lang] for i in sorted(iris))))
    sources = [
        f"{', '.join(filter(None, (study.name(e.source)[lang], e.locator)))} ({e.confidence})"
        for e in side.evidence
    ]
    facts.append((_WORDS["sources"][lang], "; ".join(sources) or "-"))
    if side.changed_by:
        facts.append((_WORDS["stale"][lang], changes(side.changed_by, study.name)[lang]))
    return facts


def _trace(finding: Finding, study: Study, lang: str) -> list[str]:
    steps = finding.resolution.trace
    told_of = [finding.told_of[lang]] if finding.told_of else []
    return [*told_of, *(f"{s.canon} ({s.outcome}): {cited(s, study.name)[lang]}" for s in steps)]


def _history(history: Sequence[Moment], lang: str) -> list[str]:
    return [f"{m.day}, {m.event} ({m.status}): {m.why[lang]}" for m in history]


def _stakes(finding: Finding, study: Study, lang: str) -> list[str]:
    measures = severity(finding, study.book).as_json().items()
    return [f"{_MEASURES[name][lang]}: {value}" for name, value in measures if value is not None]


def _closing(finding: Finding, study: Study, lang: str) -> list[str]:
    """The smallest sets of changes that would close an open finding, and how to try one."""
    if finding.status != "open":
        return []
    pairs = [(finding.kind, *pair) for pair in finding.pairs]
    found = [" + ".join(map(str, changes)) for changes in closers(study.book, pairs)]
    first = [f'{_WORDS["try"][lang]}: simpul dualism find --assume "{found[0]}"'] if found else []
    return [*found, *first]


def _listed(word: str, items: Sequence[str], lang: str) -> list[str]:
    return [f"## {_WORDS[word][lang]}", "", *(f"- {item}" for item in items), ""] if items else []


def _wrapped(line: str, across: int) -> str:
    if line.startswith(("#", "`")) or not line:
        return line
    indent = "  " if line.startswith("- ") else ""
    return textwrap.fill(line, max(across, 30), subsequent_indent=indent, break_on_hyphens=False)


def _side(side: Side, study: Study, lang: str) -> str:
    facts = "".join(
        f"<dt>{_e(name)}</dt><dd>{_e(value)}</dd>" for name, value in _facts(side, study, lang)
    )
    return (
        f"<section><h3>{_e(side.provision[lang])}</h3><p>{_e(side.label[lang])}.</p>"
        f"<dl>{facts}</dl></section>"
    )


def _section(word: str, items: Sequence[str], lang: str) -> str:
    if not items:
        return ""
    entries = "".join(f"<li>{_e(item)}</li>" for item in items)
    return f"<h2>{_e(_WORDS[word][lang])}</h2><ul>{entries}</ul>"


def _e(text: str) -> str:
    return html.escape(re.sub(r"\s+", " ", printable(text)))


_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;"
    "padding:0 1rem;color:#1d2330;background:#fff}h1,h2,h3{font-family:system-ui,sans-serif;"
    "line-height:1.25}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:1.6rem}h3{font-size:1rem}"
    ".sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:1rem}"
    ".sides section{border:1px solid #9aa4b5;border-radius:6px;padding:.2rem 1rem 1rem}"
    "dt{font:600 .8rem system-ui,sans-serif;color:#4a5568}dd{margin:0 0 .5rem}"
    "footer{margin-top:2rem;font:.8rem ui-monospace,monospace}"
    "@media(prefers-color-scheme:dark){body{background:#14181f;color:#e6e9ef}dt{color:#a8b3c5}}"
    "@media print{body{font-size:10pt;margin:0;color:#000;background:#fff}"
    ".sides section,li{break-inside:avoid}@page{margin:15mm}}"
)
