"""One exchange with a server, within limits that hold whatever it sends.

The standard library's client, with what it lacks: one deadline for the whole
exchange however slowly bytes drip, a cap on the bytes of an answer, back-off when
the server is busy, and no way to another host (no proxy, no foreign redirect).
"""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit

from simpul.engine.credentials import credentials_for
from simpul.errors import EndpointFailed, LimitReached, WrongUse

__all__ = ["Bounds", "Reply", "Request", "checked_url", "exchange"]

_BUSY = (429, 502, 503, 504)
_MOVED = (301, 302, 307, 308)
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one exchange may cost: seconds in all, bytes of the answer, tries, redirects."""

    seconds: float = 60.0
    most_bytes: int = 1 << 30
    tries: int = 5
    redirects: int = 3


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a server."""

    method: str
    url: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answered, read to its end."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media(self) -> str:
        """The media type of the body, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def checked_url(url: str) -> str:
    """The URL of an endpoint; refuses other schemes, and passwords where all can read them."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise WrongUse(
            f"{url!r} is not the address of an endpoint",
            todo="Write it as http://localhost:7878/query.",
        )
    if parts.username or parts.password:
        raise WrongUse(
            "a password does not belong on the command line",
            todo="Set SIMPUL_USER and SIMPUL_PASSWORD, or use a netrc file.",
        )
    return url


def exchange(request: Request, bounds: Bounds = Bounds()) -> Reply:
    """The reply to a request, after waiting out a busy server and following redirects."""
    end = time.monotonic() + bounds.seconds
    pause, redirects, known = 0.5, bounds.redirects, False
    if len(request.body) > _CHUNK:
        request = _announced(request, end, bounds)
    for attempt in range(1, bounds.tries + bounds.redirects + 2):
        reply = _once(request, end, bounds)
        if reply.status == 401 and not known:
            header = _authorization(request, reply)
            if header is None:
                return reply
            request = replace(request, headers={**request.headers, "Authorization": header})
            known = True
        elif reply.status in _MOVED and redirects:
            redirects -= 1
            request = replace(request, url=_moved(request.url, reply))
        elif reply.status in _BUSY and attempt < bounds.tries:
            wait = min(_asked_wait(reply, pause), 30.0)
            if time.monotonic() + wait > end:
                return reply
            time.sleep(wait)
            pause *= 2
        else:
            return reply
    return reply


def _announced(request: Request, end: float, bounds: Bounds) -> Request:
    """The request with its login, if the server wants one before it reads a long body."""
    reply = _once(Request("HEAD", request.url), end, bounds)
    header = _authorization(request, reply) if reply.status == 401 else None
    return replace(
        request, headers={**request.headers, "Authorization": header} if header else request.headers
    )


def _authorization(request: Request, reply: Reply) -> str | None:
    challenge = reply.headers.get("www-authenticate", "")
    return credentials_for(request.url).answer(challenge, request.method, request.url)


def _moved(url: str, reply: Reply) -> str:
    there = urljoin(url, reply.headers.get("location", ""))
    old, new = urlsplit(url), urlsplit(there)
    if new.hostname != old.hostname or new.scheme not in (old.scheme, "https"):
        raise EndpointFailed(
            f"the endpoint sends on to {new.scheme}://{new.netloc}",
            where=url,
            todo="If you trust that address, give it as --endpoint.",
        )
    return there


def _asked_wait(reply: Reply, pause: float) -> float:
    asked = reply.headers.get("retry-after", "")
    return float(asked) if asked.isdigit() else pause


def _once(request: Request, end: float, bounds: Bounds) -> Reply:
    parts = urlsplit(request.url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    left = max(end - time.monotonic(), 0.001)
    connection = kind(parts.hostname or "", parts.port, timeout=left)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    watch = None
    try:
        connection.connect()
        watch = threading.Timer(end - time.monotonic(), _hang_up, [connection.sock])
        watch.daemon = True
        watch.start()
        with suppress(BrokenPipeError, ConnectionResetError):  # refused before it was all sent
            connection.request(request.method, path, request.body or None, dict(request.headers))
        with connection.getresponse() as response:
            body = _body(response, request.url, bounds.most_bytes)
        late = time.monotonic() >= end
        if not late:
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, headers, body)
    except (OSError, http.client.HTTPException, ValueError, AttributeError) as error:
        if time.monotonic() < end:
            raise _broken(error, request.url) from error
    finally:
        if watch:
            watch.cancel()
        connection.close()
    raise EndpointFailed(
        f"the endpoint gave no whole answer within {bounds.seconds:g} seconds",
        where=request.url,
        todo="Ask for less (a LIMIT, a narrower pattern), or raise --timeout.",
    )


def _hang_up(talking: socket.socket) -> None:
    with suppress(OSError):
        talking.shutdown(socket.SHUT_RDWR)


def _body(response: http.client.HTTPResponse, url: str, most: int) -> bytes:
    pieces, size = [], 0
    while piece := response.read(_CHUNK):
        size += len(piece)
        if size > most:
            raise LimitReached(
                f"the answer is longer than {most >> 20} MB", where=url, todo="Ask for less."
            )
        pieces.append(piece)
    if response.length:
        raise http.client.IncompleteRead(b"".join(pieces))
    return b"".join(pieces)


def _broken(error: Exception, url: str) -> EndpointFailed:
    if isinstance(error, http.client.IncompleteRead):
        what = f"the answer broke off after {len(error.partial)} bytes"
    elif isinstance(error, http.client.HTTPException):
        what = "the server does not speak HTTP as it should"
    else:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        what = f"the endpoint cannot be reached: {reason}"
    return EndpointFailed(what, where=url, todo="Check the address, and that the server runs.")
