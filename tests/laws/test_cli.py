import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simpul.cli import cli
from simpul.errors import SimpulError


def simpul(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, texts: Path) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    shutil.copytree(texts, folder / "laws")
    result = simpul("corpus", "build", folder / "laws", "-o", folder / "s", "--workers", "1")
    assert result.exit_code == 0, result.output
    return folder / "s"


def test_read_writes_turtle_and_tells_its_remarks(texts: Path, tmp_path: Path) -> None:
    result = simpul("read", texts / "uu-7-2001.md", "-o", tmp_path / "kites.ttl")
    assert result.exit_code == 0
    assert "uu-7-2001.md:29: empty-article" in result.stderr
    assert "pol:Penalty" in (tmp_path / "kites.ttl").read_text()


def test_read_prints_triples_on_stdout_only(texts: Path) -> None:
    result = simpul("read", texts / "uu-12-1951.md", "-f", "nt")
    assert all(line.endswith(" .") for line in result.stdout.splitlines())


def test_read_refuses_what_is_no_file_and_writes_nothing(tmp_path: Path) -> None:
    result = simpul("read", tmp_path / "nothing.md", "-o", tmp_path / "out.ttl")
    assert isinstance(result.exception, SimpulError)
    assert not (tmp_path / "out.ttl").exists()


def test_a_binary_file_is_told_as_no_text(tmp_path: Path) -> None:
    (tmp_path / "uu-1-2000.md").write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8" in str(simpul("read", tmp_path / "uu-1-2000.md").exception)


def test_build_sums_up_what_it_holds(store: Path, texts: Path) -> None:
    result = simpul("corpus", "build", texts, "-o", store, "--workers", "1")
    assert "3 unchanged" in result.stderr
    assert "laws\t3" in result.stdout


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("status", "uu-7-2001/pasal-3"), "uu-3-2009 -> uu-7-2001/pasal-3"),
        (("status",), "in force"),
        (("article", "uu-7-2001/pasal-3"), "di atas jalan"),
        (("promised",), "uu-7-2001/pasal-2"),
        (("scope", "layang-layang"), "LAYANG-LAYANG"),
        (("stale",), "repealed target"),
        (("definitions",), "meaning"),
        (("penalties",), "penalty"),
        (("licences",), "issuer"),
    ],
)
def test_each_study_answers_from_the_store(store: Path, words: tuple[str, ...], shown: str) -> None:
    result = simpul(
        "--data", store, "corpus", *words, *(() if words[0] == "article" else ("-f", "tsv"))
    )
    assert result.exit_code == 0, result.output
    assert shown in result.stdout


def test_a_study_without_store_says_what_to_give() -> None:
    assert "--data" in str(getattr(simpul("corpus", "stale").exception, "problems", ""))


def test_an_article_reads_as_it_stood_on_the_day(store: Path) -> None:
    before = simpul(
        "--data", store, "--as-of", "2005-01-01", "corpus", "article", "uu-7-2001/pasal-3"
    )
    assert "di atas pasar" in before.stdout
    assert "di atas jalan" not in before.stdout


@pytest.fixture
def curated(tmp_path: Path) -> Path:
    """A graph that holds the law on kites and not the one that amends it."""
    graph = tmp_path / "curated.ttl"
    graph.write_text(
        "@prefix pol: <https://w3id.org/simpul/policy#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "<https://w3id.org/simpul/id/uu-7-2001> a pol:Statute, pol:Instrument ;\n"
        '  rdfs:label "UU 7/2001"@id, "UU 7/2001"@en .\n'
    )
    return graph


def test_the_scope_says_what_a_curated_graph_overlooks(store: Path, curated: Path) -> None:
    words = ("corpus", "scope", "layang-layang", "--curated", curated, "-f", "csv")
    result = simpul("--data", store, *words)
    assert "1 are in the curated graph" in result.stderr
    assert "1 in force touch it and are not: uu-3-2009" in result.stderr
    assert "amends uu-7-2001" in result.stdout


def test_the_scope_is_drawn_around_the_curated_graph(
    store: Path, curated: Path, tmp_path: Path
) -> None:
    page = tmp_path / "around.html"
    simpul("--data", store, "corpus", "scope", "layang-layang", "--curated", curated, "-o", page)
    content = page.read_text()
    assert "UU 3/2009" in content
    assert "law-tied" in content
