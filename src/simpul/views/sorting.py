"""Lines sorted in bounded memory: in pieces on disk, then merged."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import BinaryIO

__all__ = ["sorted_lines"]

_PIECE = 200_000
"""Lines sorted at a time: some 40 MB of N-Quads."""


def sorted_lines(lines: Iterable[bytes], *, piece: int = _PIECE) -> Iterator[bytes]:
    """The lines by their bytes, each once; every line ends in its only line feed.

    Bytes of UTF-8 sort as code points do, which is the order of RDFC-1.0.
    """
    with ExitStack() as open_files:
        pieces: list[Iterable[bytes]] = []
        last: list[bytes] = []
        waiting = iter(lines)
        while part := set(islice(waiting, piece)):
            if last:
                pieces.append(_spilled(last, open_files))
            last = sorted(part)
        before = None
        for line in heapq.merge(*pieces, last):
            if line != before:
                yield line
            before = line


def _spilled(lines: list[bytes], open_files: ExitStack) -> BinaryIO:
    file = open_files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    file.writelines(lines)
    file.seek(0)
    return file
