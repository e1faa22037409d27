"""Runs the command line again and again, and kills it at the step it is told.

``python dying.py`` reads a JSON line ``{"arguments", "folder", "step", "room"}`` and
answers with the exit code. One process without threads forks each run, which is
quicker than a new Python and safe, as a fork of the test session would not be.
"""

import itertools
import json
import os
import resource
import signal
import sys

WATCHED = {"open", "os.rename", "os.remove", "os.chmod", "os.mkdir", "os.link", "os.rmdir"}
"""Events Python tells of before it does them (PEP 578)."""


def die_at(step: int, folder: str) -> None:
    """Kills the whole run before its ``step``-th touch of the folder."""
    left = itertools.count(step, -1)

    def count_down() -> None:
        if next(left) == 1:
            os.killpg(0, signal.SIGKILL)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in WATCHED and folder in str(arguments[0]):
            count_down()

    def synced(number: int) -> None:
        count_down()
        sync(number)

    sync, os.fsync = os.fsync, synced
    sys.addaudithook(watch)


def run(arguments: list[str], folder: str, step: int, room: int) -> None:
    """One run, in a session of its own; never returns."""
    from simpul.cli import main

    code = 70
    try:
        os.setsid()
        for number in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), number)
        sys.argv = ["simpul", *arguments]
        if step:
            die_at(step, folder)
        if room:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        main()
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        os._exit(code)


def serve() -> None:
    """Answers each line of stdin by the exit code of the run it asks for."""
    import simpul.cli.add
    import simpul.cli.export  # noqa: F401

    os.environ["SIMPUL_CACHE"] = ""
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            run(asked["arguments"], asked["folder"], asked["step"], asked["room"])
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    serve()
