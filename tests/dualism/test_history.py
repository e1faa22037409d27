"""When a finding opened, changed and closed, and by which act."""

from __future__ import annotations

import pytest

from simpul.engine import EmbeddedGraph
from simpul.findings.dualism import Finding, Moment, Study, compare, study


@pytest.fixture(scope="module")
def record(bundled: EmbeddedGraph) -> Study:
    return study(bundled)


def finding_of(record: Study, *sides: str, kind: str) -> Finding:
    for finding in record.find(kinds=[kind]):
        norms = {norm.rpartition("/")[2] for pair in finding.pairs for norm in pair}
        if norms >= set(sides):
            return finding
    raise AssertionError(sides)


def told(moments: tuple[Moment, ...]) -> list[tuple[str, str, str | None]]:
    return [(m.day, m.event, m.by and m.by.rpartition("/")[2]) for m in moments]


def test_two_daily_chairs_from_the_order_to_the_regulation(record: Study) -> None:
    finding = finding_of(record, "n-order-chair", "n-p22-chair", kind="office")
    assert told(record.history(finding)) == [
        ("2023-05-30", "opened", "perintah-presiden-2023-05-30"),
        ("2023-08-10", "closed", "perpres-49-2023"),
    ]


def test_a_finding_that_lasts_has_no_end(record: Study) -> None:
    finding = finding_of(record, "n-pmi-49", "n-ship-31", kind="authority")
    assert told(record.history(finding)) == [("2017-11-22", "opened", "uu-18-2017")]


def test_the_special_minimums_close_on_2_january_2026(record: Study) -> None:
    """UU 1/2026 art I lifts them; what differs since is a finding of its own."""
    finding = finding_of(record, "n-tppo-4", "n-pmi-82", kind="sanction")
    assert told(record.history(finding)) == [
        ("2017-11-22", "opened", "uu-18-2017"),
        ("2026-01-02", "closed", "uu-1-2026"),
    ]
    finding = finding_of(record, "n-tppo-4-2026", "n-pmi-82-2026", kind="sanction")
    assert told(record.history(finding)) == [("2026-01-02", "opened", "uu-1-2026")]


def test_the_new_codes_of_2_january_2026_open_and_close(record: Study) -> None:
    change = compare(record.find(as_of="2026-01-01"), record.find(as_of="2026-01-02"))

    def norms(findings: tuple[Finding, ...]) -> set[str]:
        return {side.norm.iri.rpartition("/")[2] for f in findings for side in f.sides}

    assert "n-kuhp-455" in norms(change.opened) and "n-kuhp-455" not in norms(change.closed)
    assert "n-kuhap-98" in norms(change.closed) and "n-kuhap-98" not in norms(change.opened)


def test_every_finding_opens_on_its_first_day(record: Study) -> None:
    for finding in record.find():
        first = record.history(finding)[0]
        assert first.event == "opened" and first.day >= finding.start
