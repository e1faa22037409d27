"""``simpul dualism``: find, explain, reform, accept and score."""

import click

from simpul.cli.dualism.accept import accept
from simpul.cli.dualism.explain import explain
from simpul.cli.dualism.find import find
from simpul.cli.dualism.reform import reform
from simpul.cli.dualism.score import score

__all__ = ["dualism"]


@click.group()
def dualism() -> None:
    """Find where two rules pull in different directions.

    Example: simpul dualism find --as-of 2023-07-01
    """


for _command in (find, explain, reform, accept, score):
    dualism.add_command(_command)
