"""How fast laws are read, loaded and compared; run by hand, it asserts nothing.

    python tests/speed/laws.py CORPUS_FOLDER [SHARE ...]

Prints reading against the bare decoding of the files, and one pass of one pattern
against it too; loading against a bare bulk load of the same quads; and all at growing
shares of the corpus, in CPU seconds of all threads, so that a busy machine blurs little.
"""

from __future__ import annotations

import math
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from simpul.laws import read_law, to_quads
from simpul.laws.corpus import texts
from simpul.laws.store import CorpusStore, Mark

ONE_PASS = re.compile(r"\b(?:Pasal|ayat|huruf|angka)\s+\(?\w{1,4}\)?")
"""What a reader of laws must at least look for, once."""


def cpu(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds a piece of work takes, and what it gives."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def reading(root: Path, paths: Sequence[str]) -> tuple[float, list[bytes]]:
    """Reads some texts; prints the rate and its ratio to decoding; returns CPU and quads."""
    bare, raw = cpu(lambda: [(root / path).read_bytes().decode() for path in paths])
    read, laws = cpu(lambda: [read_law(text, path) for text, path in zip(raw, paths, strict=True)])
    once, _ = cpu(lambda: [sum(1 for _ in ONE_PASS.finditer(text)) for text in raw])
    write, quads = cpu(lambda: [to_quads(law, merged=True).encode() for law in laws])
    size = sum(map(len, raw)) / 1e6
    print(
        f"{len(paths):>6} laws {size:>7.1f} MB  decode {bare:>6.3f} s  read {read:>7.2f} s "
        f"({size / read:.2f} MB/s, {read / bare:.0f} times decode)  write {write:>6.2f} s\n"
        f"       one pass of one pattern {once:>5.2f} s ({once / bare:.0f} times decode)"
    )
    return read + write, quads


def loading(quads: Sequence[bytes]) -> None:
    """Loads quads through the corpus store and bare; prints rates and the ratio."""
    from pyoxigraph import RdfFormat, Store

    lines = sum(part.count(b"\n") for part in quads)
    with tempfile.TemporaryDirectory() as folder:
        content = b"".join(quads)

        def bare() -> None:
            store = Store(f"{folder}/bare")
            store.bulk_load(input=content, format=RdfFormat.N_QUADS)
            store.flush()

        def ours() -> None:
            store = CorpusStore(Path(folder) / "ours")
            for place, part in enumerate(quads):
                store.add(part, Mark(f"law-{place}", f"{place}.md", "digest", (1, 1, 1, 1)))
            store.flush()

        (first, _), (second, _) = cpu(bare), cpu(ours)
        size = sum(file.stat().st_size for file in (Path(folder) / "ours").rglob("*")) / 1e6
    print(
        f"       {lines} quads  bare bulk load {first:.2f} s ({lines / first:.0f}/s)  "
        f"corpus store {second:.2f} s ({second / first:.2f} times)  {size:.0f} MB on disk"
    )


def main() -> None:
    """Measure at each share of the corpus and print the growth exponent."""
    root = Path(sys.argv[1])
    shares = [int(one) for one in sys.argv[2:]] or [10, 20, 40]
    paths = texts(root)
    points = []
    for share in shares:
        chosen = paths[:: max(1, round(100 / share))]
        seconds, quads = reading(root, chosen)
        loading(quads)
        points.append((sum((root / path).stat().st_size for path in chosen), seconds))
    (size, seconds), (more, longer) = points[0], points[-1]
    if more > size:
        print(f"growth exponent {math.log(longer / seconds) / math.log(more / size):.2f}")


if __name__ == "__main__":
    main()
