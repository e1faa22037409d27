"""Two real SPARQL servers on loopback, filled with the bundled graph."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from simpul.engine import EmbeddedGraph, RemoteGraph, write_store
from simpul.engine.loading import load_into

VIRTUOSO_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 200000
"""


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def started(command: list[str], folder: Path, url: str) -> Iterator[str]:
    """A server for the time of a test run, from its first answer on."""
    with (folder / "out.txt").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        await_answer(url, server)
        yield url
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(20)
        server.kill()
        server.wait()


def await_answer(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        try:
            with urllib.request.urlopen(f"{url}?query=ASK%7B%7D", timeout=5):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.2)
    pytest.fail(f"the server did not start: {server.args!r}")


def needed(program: str) -> str:
    """The path of a server program; missing, it skips the test, and under CI fails it."""
    beside = shutil.which(program, path=f"{Path(os.sys.executable).parent}:{os.environ['PATH']}")  # type: ignore[attr-defined]
    if beside is None and os.environ.get("CI"):
        pytest.fail(f"{program} is missing")
    if beside is None:
        pytest.skip(f"{program} is not installed")
    return beside


@pytest.fixture(scope="session")
def oxigraph(bundled: EmbeddedGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """``oxigraph serve-read-only`` over a store that ``simpul load -o`` would make."""
    program, folder = needed("oxigraph"), tmp_path_factory.mktemp("oxigraph")
    write_store(folder / "store", bundled.quads)
    here = f"127.0.0.1:{free_port()}"
    command = [program, "serve-read-only", "-l", str(folder / "store"), "-b", here]
    with started(command, folder, f"http://{here}/query") as url:
        yield url


@pytest.fixture(scope="session")
def empty_oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """``oxigraph serve``, which may be loaded."""
    program, folder = needed("oxigraph"), tmp_path_factory.mktemp("oxigraph-empty")
    here = f"127.0.0.1:{free_port()}"
    with started(
        [program, "serve", "-l", "store", "-b", here], folder, f"http://{here}/query"
    ) as url:
        yield url


@pytest.fixture(scope="session")
def virtuoso(bundled: EmbeddedGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Virtuoso 7, filled by Graph Store Protocol."""
    program, folder = needed("virtuoso-t"), tmp_path_factory.mktemp("virtuoso")
    http, sql = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO_INI.format(http=http, sql=sql))
    command = [program, "+foreground", "+configfile", "virtuoso.ini"]
    with (
        started(command, folder, f"http://127.0.0.1:{http}/sparql") as url,
        pytest.MonkeyPatch.context() as env,
    ):
        env.setenv("SIMPUL_USER", "dba")
        env.setenv("SIMPUL_PASSWORD", "dba")
        list(load_into(RemoteGraph(url), bundled.quads, None))
        yield url


@pytest.fixture(params=["oxigraph", "virtuoso"])
def endpoint(request: pytest.FixtureRequest) -> str:
    """Each of the two servers in turn."""
    return str(request.getfixturevalue(request.param))


class Canned(ThreadingHTTPServer):
    """A server that answers every request by the same function, and counts them."""

    daemon_threads = True
    requests = 0
    answer = staticmethod(lambda handler: None)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/sparql"


class Handler(BaseHTTPRequestHandler):
    server: Canned

    def do_POST(self) -> None:
        self.asked = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self.server.requests += 1
        with suppress(OSError):
            self.server.answer(self)

    do_GET = do_POST

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def canned() -> Iterator[Canned]:
    """A loopback server; set ``answer`` to what it shall do."""
    server = Canned(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
