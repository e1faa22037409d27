"""The tree of a law: books, chapters, articles, ayat, huruf, angka."""

from __future__ import annotations

import re
from collections.abc import Sequence

from simpul.laws.model import Provision, Unread
from simpul.laws.tree.announced import with_announced
from simpul.laws.tree.apart import ayat_by_sentence
from simpul.laws.tree.closing import with_own_closing
from simpul.laws.tree.from_foot import from_foot
from simpul.laws.tree.gaps import fill_gaps
from simpul.laws.tree.headings import Division, article_candidates, divisions
from simpul.laws.tree.instructions import Instruction, instructions
from simpul.laws.tree.items import read_items, writes_half_brackets
from simpul.laws.tree.lost_units import with_lost_units
from simpul.laws.tree.named import with_named
from simpul.laws.tree.parts import Parts
from simpul.laws.tree.sequence import Article, orders_changes, sequence
from simpul.laws.tree.text import Text, squeeze

__all__ = ["Tree", "build"]

_DEPTH = {"buku": 0, "bab": 1, "bagian": 2, "paragraf": 3}


class Tree:
    """The provisions of a law while it is read, and the remarks made on the way."""

    def __init__(self, text: Text, *, half_bracketed: bool = False) -> None:
        self.text = text
        self.half_bracketed = half_bracketed
        self.provisions: list[Provision] = []
        self.instructions: list[tuple[str, Instruction]] = []
        self.unread: list[Unread] = []
        self._paths: dict[str, int] = {}

    def add(self, path: str, kind: str, number: str, start: int, span: tuple[int, int],
            **more: str | bool) -> str:  # fmt: skip
        """Add one unit; a path already taken gets a running number. Returns the path."""
        count = self._paths.get(path, 0) + 1
        self._paths[path] = count
        if count > 1:
            path = f"{path}-{count}"
            self._paths[path] = 1
        self.provisions.append(
            Provision(path, kind, number, self.text.line(start), *span, **more)  # type: ignore[arg-type]
        )
        return path

    def remark(self, kind: str, at: int, what: str) -> None:
        """Tell that something could not be read, by its offset."""
        self.unread.append(Unread(kind, self.text.line(at), what))


def build(text: Text, parts: Parts) -> Tree:
    """The tree of the body of a law."""
    start, end = parts.body
    tree = Tree(text, half_bracketed=writes_half_brackets(text.content, start, end))
    articles = _articles(text.content, start, end)
    chapters = _own_divisions(text.content, list(divisions(text.content, start, end)), articles)
    starts = [one.start for one in articles] + [one.start for one in chapters]
    first = min(starts, default=end)
    tree.add("", "diktum", "", start, (start, first))
    _walk(tree, articles, chapters, end)
    if not articles:
        tree.remark("no-article", start, "no article heading was found")
    return tree


def _articles(content: str, start: int, end: int) -> list[Article]:
    """The articles of a body of text, in the order in which they stand."""
    candidates = list(article_candidates(content, start, end))
    turned = from_foot(content, candidates, start)
    if turned is not None:
        return turned
    found = with_own_closing(content, sequence(content, candidates), end)
    filled = fill_gaps(content, found, end)
    return with_named(content, with_announced(content, filled, end), start, end)


def _own_divisions(
    text: str, found: Sequence[Division], articles: Sequence[Article]
) -> list[Division]:
    """The chapter headings of the law itself: those in turn, not those quoted."""
    quoted = [
        (one.start, following)
        for one, following in zip(
            articles, [*(later.start for later in articles[1:]), len(text)], strict=False
        )
        if one.quoted
    ]
    kept: list[Division] = []
    last: dict[str, int] = {}
    for one in found:
        inside = any(start < one.start < end for start, end in quoted)
        if one.kind == "bagian" and _OF_A_BUDGET.match(text, one.end):
            continue
        wanted = last.get(one.kind, 0) + 1
        opens_line = text[: one.start].rstrip(" \t")[-1:] in ("\n", "")
        if inside and one.value != wanted:
            continue
        if one.value == wanted or one.number[-1].isalpha() or (one.value > wanted and opens_line):
            last[one.kind] = one.value
            for kind, depth in _DEPTH.items():
                if depth > _DEPTH[one.kind]:
                    last[kind] = 0
            kept.append(one)
        elif kept and (kept[-1].kind, kept[-1].value) == (one.kind, one.value):
            kept[-1] = one
    return kept


_OF_A_BUDGET = re.compile(r"\s*(?:\([^()]{3,160}\)\s*)?dari(?:pada)?\s+[Aa]nggaran\b")
"""*Bagian I (Pemerintah Agung) dari anggaran*: a part of a budget that a law changes."""


def _walk(tree: Tree, articles: Sequence[Article], chapters: Sequence[Division], end: int) -> None:
    """Lay headings and articles down in the order of the text."""
    marks: list[Article | Division] = sorted([*articles, *chapters], key=lambda one: one.start)
    open_divisions: dict[int, str] = {}
    own = ""
    for place, mark in enumerate(marks):
        stop = _ends_before(marks[place + 1]) if place + 1 < len(marks) else end
        if isinstance(mark, Division):
            _lay_division(tree, mark, stop, open_divisions)
        else:
            within = open_divisions[max(open_divisions)] if open_divisions else ""
            own = _lay_article(tree, mark, stop, own, within)


def _ends_before(mark: Article | Division) -> int:
    """Where the text before a heading ends: at the catchword that announces it, if any."""
    if isinstance(mark, Article) and mark.catchword >= 0:
        return mark.catchword
    return mark.start


def _lay_division(tree: Tree, mark: Division, stop: int, opened: dict[int, str]) -> None:
    depth = _DEPTH[mark.kind]
    for deeper in [level for level in opened if level >= depth]:
        del opened[deeper]
    parent = opened[max(opened)] if opened else ""
    title = squeeze(tree.text.content[mark.end : min(stop, mark.end + 400)]).strip(" .:-–")
    path = f"{parent}/{mark.kind}-{mark.number.lower()}".lstrip("/")
    opened[depth] = tree.add(
        path, mark.kind, mark.number, mark.start, (mark.end, stop), parent=parent, heading=title
    )


def _lay_article(tree: Tree, mark: Article, stop: int, own: str, within: str) -> str:
    """Lay one article with its units; returns the path of the law's own article."""
    content = tree.text.content
    stop = mark.text_end if mark.text_end >= 0 else stop
    if mark.remark:
        tree.remark("sequence", mark.start, f"Pasal {mark.number}: {mark.remark}")
    orders: list[Instruction] = []
    if mark.quoted or orders_changes(content[mark.text_start : stop]):
        orders = instructions(content, mark.text_start, stop)
    inside = bool(orders) and _orders_by_ayat(content, mark, orders)
    text_end = orders[0].start if orders and not inside else stop
    name = f"pasal-{mark.number.lower()}"
    parent = own if mark.quoted else ""
    path = tree.add(
        f"{parent}/{name}".lstrip("/"), "pasal", mark.number, mark.start,
        (mark.text_start, text_end), parent=parent, within="" if mark.quoted else within,
        quoted=mark.quoted,
    )  # fmt: skip
    own = own if mark.quoted else path
    _lay_items(tree, path, mark, text_end)
    if inside:
        tree.instructions += [(path, order) for order in orders]
        return own
    for place, order in enumerate(orders):
        until = orders[place + 1].start if place + 1 < len(orders) else stop
        _lay_instruction(tree, own, order, until)
    return own


def _orders_by_ayat(content: str, mark: Article, orders: Sequence[Instruction]) -> bool:
    """Whether the ayat of an article give its orders: *(1) Pasal 7 ayat 1 ditambah dengan*."""
    opens = _FIRST_AYAT.match(content, mark.text_start, orders[0].start) is not None
    return opens and not mark.quoted and not any(one.number for one in orders)


_FIRST_AYAT = re.compile(r"\W*\(1\)\s*\Z")


def _lay_instruction(tree: Tree, own: str, order: Instruction, until: int) -> None:
    number = order.number or "tanpa-nomor"
    path = tree.add(
        f"{own}/angka-{number.lower()}", "angka", number, order.start, (order.start, until),
        parent=own,
    )  # fmt: skip
    tree.instructions.append((path, order))


def _lay_items(tree: Tree, path: str, mark: Article, end: int) -> None:
    """Lay the units of an article and shorten its own words to what precedes them."""
    content = tree.text.content
    items, broken = read_items(content, mark.text_start, end, half_bracketed=tree.half_bracketed)
    by_sentence = (
        ayat_by_sentence(content, mark.start, mark.text_start, end, items)
        if mark.number[0].isdigit()
        else None
    )
    if by_sentence:
        items, broken = by_sentence, []
        what = f"Pasal {mark.number}: numbers of ayat stand apart; each sentence is taken for one"
        tree.remark("numbering", mark.start, what)
    elif mark.number[0].isdigit():
        items, broken = with_lost_units(content, mark.text_start, items, broken)
    first = items[0].start if items else end
    own = tree.provisions[-1]
    if items:
        tree.provisions[-1] = Provision(
            own.path, own.kind, own.number, own.line, own.start, first, own.parent,
            own.within, own.heading, own.quoted,
        )  # fmt: skip
    elif not any(sign.isalnum() for sign in content[mark.text_start : end]):
        tree.remark("empty-article", mark.start, f"Pasal {mark.number} has no text")
    names: list[str] = []
    for item in items:
        parent = names[item.parent] if item.parent >= 0 else path
        names.append(
            tree.add(
                f"{parent}/{item.kind}-{item.number}",
                item.kind,
                item.number,
                item.start,
                (item.text_start, item.end),
                parent=parent,
                quoted=mark.quoted,
            )
        )
    for at, what in broken:
        tree.remark("numbering", at, f"Pasal {mark.number}: {what}")
