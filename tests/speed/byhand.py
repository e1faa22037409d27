"""The practical limit: groups of conflicting norms written by hand for one kind of data.

Rows are brought out of the store by one query and put together in plain Python, Polars
or DuckDB. They know that a norm has one matter and one conduct, is a penalty or a power,
and that links join norms only; they say which norms conflict, not which prevails.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

Group = tuple[str, str, str]
Groups = dict[Group, set[str]]
Clock = Callable[[str], None]

ROWS = """
PREFIX pol: <https://w3id.org/simpul/policy#>
SELECT ?norm ?law ?matter ?conduct ?from ?until ?months ?body WHERE {
  ?norm a pol:Norm ; pol:inInstrument ?law ; pol:matter ?matter ; pol:conduct ?conduct ;
    pol:inForceFrom ?from .
  OPTIONAL { ?norm pol:inForceUntil ?until }
  OPTIONAL { ?norm pol:maxImprisonment ?months }
  OPTIONAL { ?norm pol:authority ?body }
}"""
LINKS = "SELECT ?a ?b WHERE { ?a <http://data.europa.eu/eli/ontology#amends> ?b }"
ABOVE = """
SELECT ?narrow ?broad WHERE {
  ?narrow <https://w3id.org/simpul/policy#within> ?broad .
  FILTER (STRSTARTS(STR(?narrow), "https://w3id.org/simpul/id/matter-")
    || STRSTARTS(STR(?narrow), "https://w3id.org/simpul/id/conduct-"))
}"""


class Row(NamedTuple):
    """A norm as the hand-written contenders read it."""

    norm: str
    law: str
    matter: str
    conduct: str
    start: str
    end: str
    months: str
    body: str


def stored(folder: Path) -> Any:
    from pyoxigraph import Store

    return Store.read_only(str(folder / "store"))


def _csv(store: Any, query: str) -> bytes:
    from pyoxigraph import QueryResultsFormat

    return bytes(store.query(query).serialize(format=QueryResultsFormat.CSV))


def _read(store: Any, query: str) -> Iterator[list[str]]:
    lines = csv.reader(io.TextIOWrapper(io.BytesIO(_csv(store, query)), "utf-8", newline=""))
    next(lines)
    return lines


def rows(store: Any) -> Iterator[Row]:
    return (Row(*row[:5], row[5] or "9999", *row[6:]) for row in _read(store, ROWS))


def plain(folder: Path, clock: Clock) -> tuple[Groups, dict[str, int]]:
    """Dictionaries and loops: rows out of the store by one query, then groups.

    It looks for one partner of each norm and counts no pairs.
    """
    store = stored(folder)
    clock("start")
    anchors: dict[tuple[str, str], tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for row in rows(store):
        anchors[row.matter, row.conduct][not row.months].append(row)
    above: dict[str, list[str]] = defaultdict(list)
    for narrow, broad in _read(store, ABOVE):
        above[narrow].append(broad)
    linked = {pair for a, b in _read(store, LINKS) for pair in ((a, b), (b, a))}
    clock("rows")
    groups: Groups = defaultdict(set)
    for ground, first, second in _meetings(anchors, above):
        _confirm(groups, ground, first, second, linked)
    clock("groups")
    return groups, {}


Anchors = dict[tuple[str, str], tuple[list[Row], list[Row]]]


def _meetings(anchors: Anchors, above: dict[str, list[str]]) -> Iterator[tuple[Any, Any, Any]]:
    """Norms of two subjects that meet, and the ground on which they do."""
    narrower: dict[tuple[str, str], list[str]] = defaultdict(list)
    for matter, conduct in anchors:
        for broad in above[conduct]:
            if broad != conduct:
                narrower[matter, broad].append(conduct)
    for (matter, conduct), own in anchors.items():
        for broad in above[matter]:
            for act in above[conduct]:
                if (broad, act) in anchors:
                    yield (matter, conduct), own, anchors[broad, act]
            if broad != matter:
                for act in narrower.get((broad, conduct), ()):
                    yield (matter, act), own, anchors[broad, act]


def _confirm(groups: Groups, ground: Any, first: Any, second: Any, linked: Any) -> None:
    for kind, left, right in (
        ("sanction", first[0], second[0]),
        ("authority", first[1], second[1]),
        ("deontic", first[0], second[1]),
        ("deontic", first[1], second[0]),
    ):
        if not left or not right:
            continue
        found: set[str] = set()
        for these, those in ((left, right), (right, left)):
            for a in these:
                if a.norm in found:
                    continue
                for b in those:
                    if (
                        a.law != b.law
                        and a.start < b.end
                        and b.start < a.end
                        and (kind == "deontic" or (a.months, a.body) != (b.months, b.body))
                        and (a.norm, b.norm) not in linked
                    ):
                        found |= {a.norm, b.norm}
                        break
        if found:
            groups[kind, *ground] |= found


JOIN = """
WITH met AS (
  SELECT a.matter AS matter, a.conduct AS conduct, a AS x, b AS y FROM norms a
    JOIN above m ON m.narrow = a.matter JOIN above c ON c.narrow = a.conduct
    JOIN norms b ON b.matter = m.broad AND b.conduct = c.broad
    WHERE a.matter != b.matter OR a.conduct != b.conduct OR a.norm < b.norm
  UNION ALL
  SELECT a.matter, c.narrow, a, b FROM norms a
    JOIN above m ON m.narrow = a.matter AND m.broad != a.matter
    JOIN above c ON c.broad = a.conduct AND c.narrow != a.conduct
    JOIN norms b ON b.matter = m.broad AND b.conduct = c.narrow)
SELECT matter, conduct, x.norm AS a, y.norm AS b,
  CASE WHEN (x.months IS NULL) != (y.months IS NULL) THEN 'deontic'
    WHEN x.months IS NULL THEN 'authority' ELSE 'sanction' END AS kind
FROM met LEFT JOIN links ON links.a = x.norm AND links.b = y.norm
WHERE x.law != y.law AND x.start < y.until AND y.start < x.until AND links.a IS NULL
  AND (x.months IS DISTINCT FROM y.months OR x.body IS DISTINCT FROM y.body)
"""


def duckdb(folder: Path, clock: Clock) -> tuple[Groups, dict[str, int]]:
    """One join and one grouping in DuckDB, one thread; rows out of the store by one query."""
    import duckdb as duck

    store, base = stored(folder), duck.connect(config={"threads": 1})
    clock("start")
    for name, query in (("rows", ROWS), ("above", ABOVE), ("links", LINKS)):
        (folder / f"{name}.csv").write_bytes(_csv(store, query))
    read = f"read_csv('{folder}/%s.csv', header = true, all_varchar = true)"
    base.execute(
        'CREATE TABLE norms AS SELECT norm, law, matter, conduct, "from" AS start, '
        f"coalesce(until, '9999') AS until, months, body FROM {read % 'rows'}"
    )
    base.execute(f"CREATE TABLE above AS SELECT * FROM {read % 'above'}")
    base.execute(f"CREATE TABLE half AS SELECT * FROM {read % 'links'}")
    base.execute("CREATE TABLE links AS SELECT a, b FROM half UNION SELECT b, a FROM half")
    clock("rows")
    base.execute(f"CREATE TABLE pairs AS {JOIN}")
    found = base.execute(
        "SELECT DISTINCT kind, matter, conduct, norm FROM (SELECT kind, matter, conduct, a AS norm "
        "FROM pairs UNION ALL SELECT kind, matter, conduct, b FROM pairs)"
    ).fetchall()
    clock("groups")
    count = base.execute("SELECT count(*) FROM pairs").fetchone()
    return _grouped(found), {"pairs": int(count[0]) if count else 0}


def polars(folder: Path, clock: Clock) -> tuple[Groups, dict[str, int]]:
    """Joins and one grouping in Polars; rows out of the store by one query."""
    import polars as pl

    store = stored(folder)
    clock("start")
    norms, above, half = (
        pl.read_csv(_csv(store, query), infer_schema=False) for query in (ROWS, ABOVE, LINKS)
    )
    norms = norms.with_columns(pl.col("until").fill_null("9999"))
    links = pl.concat([half, half.select(a="b", b="a")]).unique()
    strict = above.filter(pl.col("narrow") != pl.col("broad"))
    clock("rows")
    wider = norms.rename({name: f"{name}_b" for name in norms.columns})
    up = norms.join(above.rename({"broad": "m"}), left_on="matter", right_on="narrow")
    both = up.join(above.rename({"broad": "c"}), left_on="conduct", right_on="narrow")
    both = both.join(wider, left_on=["m", "c"], right_on=["matter_b", "conduct_b"], coalesce=False)
    same = (pl.col("matter") == pl.col("m")) & (pl.col("conduct") == pl.col("c"))
    both = both.filter(~same | (pl.col("norm") < pl.col("norm_b")))
    cross = up.filter(pl.col("matter") != pl.col("m")).join(
        wider.join(strict.rename({"broad": "c"}), left_on="conduct_b", right_on="narrow"),
        left_on=["m", "conduct"],
        right_on=["matter_b", "c"],
    )
    cross = cross.with_columns(conduct=pl.col("conduct_b"))
    pairs = pl.concat([_differing(both, pl), _differing(cross, pl)])
    pairs = pairs.join(links, left_on=["norm", "norm_b"], right_on=["a", "b"], how="anti")
    place = ["kind", "matter", "conduct"]
    found = pl.concat([pairs.select(*place, "norm"), pairs.select(*place, norm="norm_b")]).unique()
    clock("groups")
    return _grouped(found.iter_rows()), {"pairs": pairs.height}


def _differing(pairs: Any, pl: Any) -> Any:
    """Those of different laws, in force together, that say different things."""
    penal, other = pl.col("months").is_not_null(), pl.col("months_b").is_not_null()
    differ = pl.col("months").ne_missing(pl.col("months_b"))
    differ |= pl.col("body").ne_missing(pl.col("body_b"))
    kept = pairs.filter(
        (pl.col("law") != pl.col("law_b"))
        & (pl.col("from") < pl.col("until_b"))
        & (pl.col("from_b") < pl.col("until"))
        & differ
    )
    kind = pl.when(penal & other).then(pl.lit("sanction"))
    kind = kind.when(penal | other).then(pl.lit("deontic")).otherwise(pl.lit("authority"))
    return kept.select("matter", "conduct", "norm", "norm_b", kind=kind)


def _grouped(found: Iterable[tuple[str, str, str, str]]) -> Groups:
    groups: Groups = defaultdict(set)
    for kind, matter, conduct, norm in found:
        groups[kind, matter, conduct].add(norm)
    return groups
