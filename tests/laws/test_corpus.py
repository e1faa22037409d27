import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from simpul.errors import CannotWrite, UnreadableInput
from simpul.laws.corpus import Outcome, build
from simpul.laws.store import CorpusStore, Mark


@pytest.fixture
def folder(tmp_path: Path, texts: Path) -> Path:
    root = tmp_path / "laws"
    shutil.copytree(texts, root)
    return root


def content(store: Path) -> list[str]:
    from pyoxigraph import Store

    return sorted(str(quad) for quad in Store.read_only(str(store)))


def test_a_second_build_reads_nothing_again(folder: Path, tmp_path: Path) -> None:
    assert build(folder, tmp_path / "s", workers=1).read == 3
    again = build(folder, tmp_path / "s", workers=1)
    assert (again.read, again.unchanged, again.laws) == (0, 3, 3)


def test_a_changed_text_replaces_the_old_one(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "s", workers=1)
    law = folder / "uu-3-2009.md"
    law.write_text(law.read_text().replace("Benang kaca", "Benang kawat"))
    assert build(folder, tmp_path / "s", workers=1).read == 1
    fresh = tmp_path / "fresh"
    build(folder, fresh, workers=1)
    assert content(tmp_path / "s") == content(fresh)


def test_a_removed_text_leaves_nothing_behind(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "s", workers=1)
    (folder / "uu-12-1951.md").unlink()
    assert build(folder, tmp_path / "s", workers=1).removed == 1
    assert not [
        line
        for line in content(tmp_path / "s")
        if "<https://w3id.org/simpul/id/uu-12-1951>" in line
    ]


def test_a_text_interrupted_before_its_mark_is_read_again(folder: Path, tmp_path: Path) -> None:
    def half() -> Iterator[str]:
        yield "<https://w3id.org/simpul/id/uu-7-2001> <urn:x> <urn:half> "
        yield "<https://w3id.org/simpul/id/graph/source/uu-7-2001-text> .\n"

    from pyoxigraph import RdfFormat, Store

    store = Store(str(tmp_path / "s"))
    store.bulk_load(input="".join(half()).encode(), format=RdfFormat.N_QUADS)
    del store
    build(folder, tmp_path / "s", workers=1)
    build(folder, tmp_path / "fresh", workers=1)
    assert content(tmp_path / "s") == content(tmp_path / "fresh")


def test_two_texts_of_one_law_are_told(folder: Path, tmp_path: Path) -> None:
    twin = folder / "copy"
    twin.mkdir()
    shutil.copy(folder / "uu-7-2001.md", twin / "uu-7-2001.md")
    outcome = build(folder, tmp_path / "s", workers=1)
    assert outcome.laws == 3
    assert "uu-7-2001" in str(outcome.problems[0])


def test_a_text_that_is_no_law_is_told_and_the_others_are_read(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "soup.md").write_text("Resep soto ayam.")
    outcome = build(folder, tmp_path / "s", workers=1)
    assert (outcome.read, len(outcome.problems)) == (3, 1)


def test_a_folder_with_other_files_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me")
    with pytest.raises(CannotWrite):
        CorpusStore(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput):
        build(tmp_path, tmp_path / "s")


def test_the_mark_comes_with_the_statements(tmp_path: Path) -> None:
    source, graph = "<{0}uu-1-2000-text>", "<{0}graph/source/uu-1-2000-text>"
    line = f'{source} <https://w3id.org/simpul/policy#path> "uu-1-2000.md" {graph} .'
    store = CorpusStore(tmp_path / "s")
    quad = line.format("https://w3id.org/simpul/id/").encode()
    store.add(quad, Mark("uu-1-2000", "uu-1-2000.md", "abc", (1, 2, 3, 4)))
    assert store.marks() == {}
    store.flush()
    assert store.marks()["uu-1-2000.md"].counts == (1, 2, 3, 4)


BUILDER = """
import sys
from pathlib import Path
from simpul.laws import store
from simpul.laws.corpus import Outcome, build
store._BATCH_BYTES = 20_000
build(Path(sys.argv[1]), Path(sys.argv[2]), workers=1, step=lambda: print("read", flush=True))
"""


@pytest.mark.parametrize("texts_read", [1, 12, 25])
def test_a_build_that_is_killed_goes_on_without_loss_or_doubling(
    tmp_path: Path, texts: Path, texts_read: int
) -> None:
    laws = tmp_path / "laws"
    laws.mkdir()
    words = (texts / "uu-7-2001.md").read_text()
    for number in range(1, 31):
        law = words.replace("NOMOR 7 TAHUN 2001", f"NOMOR {number} TAHUN 2001")
        (laws / f"uu-{number}-2001.md").write_text(law)
    command = [sys.executable, "-c", BUILDER, str(laws), str(tmp_path / "s")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        for _ in range(texts_read):
            assert child.stdout is not None and child.stdout.readline()
        child.send_signal(signal.SIGKILL)
    again = _until_free(laws, tmp_path / "s")
    assert again.laws == 30
    build(laws, tmp_path / "fresh", workers=1)
    assert content(tmp_path / "s") == content(tmp_path / "fresh")


def _until_free(laws: Path, store: Path) -> Outcome:
    """The next build; the killed one's reader may hold the store a moment longer."""
    for _ in range(50):
        try:
            return build(laws, store, workers=1)
        except CannotWrite:
            time.sleep(0.2)
    return build(laws, store, workers=1)


def test_two_builds_of_one_folder_hold_the_same(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "one", workers=1)
    build(folder, tmp_path / "two", workers=2)
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_a_store_killed_while_it_was_made_is_made(texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    store.mkdir()
    for name in ("LOCK", "LOG", "IDENTITY", "MANIFEST-000001", "000001.dbtmp"):
        (store / name).write_bytes(b"")
    assert build(texts, store, workers=1).read > 0
