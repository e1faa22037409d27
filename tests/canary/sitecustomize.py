"""Refuses and records every connection of a Python process to another machine.

Loaded by the test session itself, and by each Python it starts, because its folder
stands in PYTHONPATH. What it records makes the session fail.
"""

import ipaddress
import os
import sys
from pathlib import Path

RECORD = "SIMPUL_CANARY"
"""Variable of the environment that names the file of the record."""

_HOST_FIRST = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
_ADDRESS_SECOND = ("socket.connect", "socket.sendto", "socket.sendmsg")


def watch(event: str, arguments: tuple) -> None:
    """An audit hook: lets loopback and local sockets pass, and nothing else."""
    if event in _HOST_FIRST:
        host = arguments[0]
    elif event in _ADDRESS_SECOND and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if not _is_here(host):
        with Path(os.environ[RECORD]).open("a", encoding="utf-8") as record:
            record.write(f"{event} {host!r} by {' '.join(sys.argv)[:200]}\n")
        raise ConnectionRefusedError(f"the tests may not reach {host!r}")


def _is_here(host: object) -> bool:
    text = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if text in (None, "", "localhost", "0.0.0.0", "::"):
        return True
    try:
        return ipaddress.ip_address(str(text).partition("%")[0]).is_loopback
    except ValueError:
        return False


if os.environ.get(RECORD):
    sys.addaudithook(watch)
