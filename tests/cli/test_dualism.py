"""The dualism commands: what they print and how they end."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from simpul.errors import UnknownName, WrongUse

Run = Callable[..., Result]
GRAPH = str(Path(__file__).parent.parent / "dualism" / "graphs" / "mining-in-forests.ttl")
SIDE = {
    "norm",
    "label",
    "provision",
    "instrument",
    "authority",
    "penalty",
    "from",
    "until",
    "evidence",
}


def told(result: Result) -> dict[str, object]:
    assert result.exception is None, result.exception
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def test_findings_come_under_the_keys_of_the_contract(run: Run) -> None:
    found = told(run("dualism", "find", "-f", "json", "--as-of", "2023-06-30"))
    assert found["as_of"] == "2023-06-30"
    for finding in found["findings"]:  # type: ignore[attr-defined]
        assert set(finding["sides"][0]) == SIDE
        assert len(finding["sides"]) > 1
        assert {"canon", "prevails", "why"} <= set(finding["resolution"])
        assert all(side["evidence"] for side in finding["sides"])


@pytest.mark.parametrize(
    ("day", "offices", "new_code"),
    [("2023-07-01", 1, False), ("2023-09-01", 0, False), ("2026-06-01", 0, True)],
)
def test_each_day_has_its_own_answer(run: Run, day: str, offices: int, new_code: bool) -> None:
    found = told(run("dualism", "find", "-f", "json", "--as-of", day))
    findings: list[dict[str, object]] = found["findings"]  # type: ignore[assignment]
    assert sum(finding["kind"] == "office" for finding in findings) == offices
    assert ("uu-1-2023/pasal-455" in json.dumps(findings)) is new_code
    assert ("uu-8-1981" in json.dumps(findings)) is not new_code


def test_explain_names_every_test_and_the_one_that_fails(run: Run) -> None:
    arguments = ("dualism", "explain", "uu-21-2007/pasal-4", "uu-6-2011/pasal-120/ayat-1")
    found = told(run(*arguments, "-f", "json"))
    tests = {test["test"]: test for test in found["tests"]}  # type: ignore[attr-defined]
    names = ["time", "territory", "bearer", "conduct", "matter", "instrument", "link", "difference"]
    assert list(tests) == names
    assert found["dualism"] is False and tests["conduct"]["holds"] is False
    assert set(tests["conduct"]["why"]) == {"id", "en"}


def test_an_unknown_norm_offers_the_nearest(run: Run) -> None:
    result = run("dualism", "explain", "uu-21-2007/pasal-44444", "n-tppo-4")
    assert isinstance(result.exception, UnknownName)
    assert "uu-21-2007/pasal-4" in str(result.exception)


def test_between_two_days_a_finding_closes(run: Run) -> None:
    result = run("dualism", "find", "--between", "2023-07-01", "2023-09-01", "-f", "csv")
    closed = [line for line in result.stdout.splitlines() if line.startswith("closed")]
    assert [line.split(",")[1] for line in closed] == ["office"]


def test_between_and_as_of_exclude_each_other(run: Run) -> None:
    result = run(
        "--as-of", "2023-01-01", "dualism", "find", "--between", "2023-07-01", "2023-09-01"
    )
    assert isinstance(result.exception, WrongUse)


def test_an_assumed_repeal_closes_the_finding(run: Run) -> None:
    plain = run("--data", GRAPH, "dualism", "find", "--fail-on", "open", "-f", "json")
    assert plain.return_value == 1
    assumed = run(
        *("--data", GRAPH, "dualism", "find", "--fail-on", "open", "-f", "json"),
        *("--assume", "repeal uu-4-2009/pasal-36"),
    )
    assert assumed.return_value == 0
    assert "closed: deontic" in assumed.stderr


def test_assumptions_are_read_from_a_file(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("# the plan\nsettle uu-41-1999 uu-4-2009 prevails uu-41-1999\n", "utf-8")
    result = run("--data", GRAPH, "dualism", "find", "--assume", f"@{plan}", "-f", "json")
    (finding,) = [f for f in told(result)["findings"] if f["kind"] == "deontic"]  # type: ignore[attr-defined]
    assert finding["resolution"]["canon"] == "express"


@pytest.mark.parametrize(
    "change",
    ["abolish x", "repeal nowhere-1-1900", "amend uu-4-2009/pasal-36 colour=red", "link a b"],
)
def test_a_change_that_cannot_be_read_is_refused(run: Run, change: str) -> None:
    result = run("--data", GRAPH, "dualism", "find", "--assume", change)
    assert isinstance(result.exception, (UnknownName, WrongUse))


def test_a_reform_plan_closes_what_is_open(run: Run) -> None:
    result = run("--data", GRAPH, "dualism", "reform", "-f", "json")
    plans = json.loads(result.stdout)
    assert plans and all(plan["opens"] == "nothing" for plan in plans)
    for plan in plans:
        after = run(
            *("--data", GRAPH, "dualism", "find", "--status", "open", "-f", "json"),
            *(part for change in plan["changes"].split("; ") for part in ("--assume", change)),
        )
        assert told(after)["findings"] == []


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_one_finding_is_told_on_a_page(run: Run, form: str) -> None:
    found = told(run("dualism", "find", "--kind", "office", "-f", "json"))
    name = found["findings"][0]["id"]  # type: ignore[index]
    page = run("dualism", "explain", name, "-f", form).stdout
    assert "2023-05-30" in page and "2023-08-10" in page and name in page


def test_findings_as_rdf_are_read_back(run: Run) -> None:
    from pyoxigraph import RdfFormat, parse

    text = run("dualism", "find", "--kind", "office", "-f", "ttl").stdout
    sides = [q for q in parse(text, format=RdfFormat.TURTLE) if q.predicate.value.endswith("#side")]
    assert len(sides) == 2


def test_findings_as_a_workbook_have_a_row_a_side_and_their_measures(
    run: Run, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    run("dualism", "find", "--kind", "office", "-o", str(tmp_path / "f.xlsx"))
    book = load_workbook(tmp_path / "f.xlsx")
    assert [sheet.max_row for sheet in book] == [3, 2]


def test_the_detector_scores_as_the_table_says(run: Run, root: Path) -> None:
    result = run("dualism", "score", str(root / "tests" / "dualism" / "expected.csv"))
    assert result.return_value == 0, result.stdout


def explained(run: Run, *arguments: str) -> dict[str, Any]:
    return json.loads(run("dualism", "explain", *arguments, "-f", "json").stdout)


def test_an_article_of_two_norms_is_explained_pair_by_pair(run: Run) -> None:
    told = explained(run, "uu-21-2007/pasal-4", "uu-18-2017/pasal-85")
    assert [pair["dualism"] for pair in told["pairs"]].count(True) == 1
    assert len(told["pairs"]) == 2


def test_two_laws_show_only_pairs_about_one_thing_and_count_the_rest(run: Run) -> None:
    result = run("dualism", "explain", "uu-21-2007", "uu-18-2017", "-f", "csv")
    assert "not shown" in result.stderr
    fails = [row["fails"] for row in csv.DictReader(io.StringIO(result.stdout))]
    assert fails
    assert not any("conduct" in cell or "matter" in cell for cell in fails)


def test_a_pair_of_two_findings_is_told_once(run: Run) -> None:
    findings = json.loads(run("dualism", "find", "-f", "json").stdout)["findings"]
    one = next(finding for finding in findings if len(finding["sides"]) > 2)
    told = explained(run, one["id"], one["id"])
    count = len(one["sides"])
    assert len(told["pairs"]) == count * (count - 1) / 2


def test_pairs_name_the_articles(run: Run) -> None:
    assert (
        "UU 18/2017 Article 85"
        in run(
            "dualism", "explain", "uu-21-2007/pasal-4", "uu-18-2017/pasal-85", "-f", "csv"
        ).stdout
    )
