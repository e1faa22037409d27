"""A name of a changed provision stands for one version of its rule."""

import pytest

from simpul.engine import EmbeddedGraph
from simpul.findings.dualism import Study, study
from simpul.terms import local_name


@pytest.fixture(scope="module")
def read(bundled: EmbeddedGraph) -> Study:
    return study(bundled)


@pytest.mark.parametrize(
    ("as_of", "version"),
    [
        (None, "n-tppo-4-2026"),
        ("2026-01-02", "n-tppo-4-2026"),
        ("2026-01-01", "n-tppo-4"),
        ("1999-01-01", "n-tppo-4-2026"),
    ],
)
def test_a_provision_is_its_version_in_force_or_the_latest(
    read: Study, as_of: str | None, version: str
) -> None:
    assert local_name(read.norm("uu-21-2007/pasal-4", as_of=as_of).iri) == version
    found = read.norms("uu-21-2007/pasal-4", as_of=as_of)
    assert [local_name(norm.iri) for norm in found] == [version]


def test_two_rules_of_one_provision_stay_two(read: Study) -> None:
    found = read.norms("uu-18-2017/pasal-85", as_of="2020-01-01")
    assert [local_name(norm.iri) for norm in found] == ["n-pmi-85ab", "n-pmi-85cd"]


def test_a_name_of_a_norm_is_that_norm(read: Study) -> None:
    assert local_name(read.norm("n-tppo-4", as_of="2026-11-27").iri) == "n-tppo-4"


def test_a_version_asked_for_alone_is_as_old_as_its_offence(bundled: EmbeddedGraph) -> None:
    """UU 21/2007 article 17 is older and narrower than UU 35/2014 article 83: they stay open."""
    pair = ("n-tppo-17-2026", "n-pa-83-2026")
    alone = study(bundled, meeting=True, places=pair)
    assert alone.explain(*pair).resolutions["sanction"].status == "open"
