"""Equal graphs give equal bytes, under any hash seed, locale and time zone, on any day."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simpul import resources

FORMS = (
    *("ttl", "trig", "nt", "nq", "jsonld", "rdfxml"),
    *("graphml", "gexf", "csv", "xlsx", "bib", "csl", "ris", "html"),
)
ON_A_DAY = """
import datetime, os, sys, time
moment = float(os.environ["TEST_MOMENT"])
real_local, real_utc, real_text = time.localtime, time.gmtime, time.strftime
time.time = lambda: moment
time.localtime = lambda when=None: real_local(moment if when is None else when)
time.gmtime = lambda when=None: real_utc(moment if when is None else when)
time.strftime = lambda form, when=None: real_text(form, when or time.localtime())
class Day(datetime.date):
    today = classmethod(lambda cls: cls.fromtimestamp(moment))
class Moment(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls.fromtimestamp(moment, tz))
    utcnow = today = classmethod(lambda cls: cls.fromtimestamp(moment))
datetime.date, datetime.datetime = Day, Moment
assert Day.today().year == real_local(moment).tm_year
from simpul.cli import main
main()
"""
WORLDS = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "TEST_MOMENT": "1700000000"},
    {
        "PYTHONHASHSEED": "77",
        "LC_ALL": "C.UTF-8",
        "TZ": "Asia/Jakarta",
        "TEST_MOMENT": "2000000000",
        "SOURCE_DATE_EPOCH": "1",
    },
)


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tables, so that both worlds read the same."""
    folder = tmp_path_factory.mktemp("still") / "data"
    shutil.copytree(resources.bundled_data(), folder)
    return folder


def in_world(world: dict[str, str], arguments: list[str]) -> None:
    subprocess.run(
        [sys.executable, "-c", ON_A_DAY, *arguments],
        env={**os.environ, **world},
        capture_output=True,
        check=True,
        timeout=300,
    )


def content(path: Path) -> dict[str, bytes]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize("form", FORMS)
def test_an_export_has_the_same_bytes_in_another_world(
    form: str, still: Path, tmp_path: Path
) -> None:
    made = []
    for number, world in enumerate(WORLDS):
        (tmp_path / str(number)).mkdir()
        out = tmp_path / str(number) / ("all" if form == "csv" else f"all.{form}")
        shared = ["--data", str(still), "--lang", "en"]
        in_world(world, [*shared, "export", "-f", form, "-o", str(out)])
        made.append(content(out))
    assert all(made[0].values())
    assert made[0] == made[1]
