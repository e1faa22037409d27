"""Who asks: credentials for an endpoint, from the environment or the user's netrc.

Never from the command line, where other users of the machine could read them,
and never sent before the server asks for them.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlsplit

__all__ = ["Credentials", "credentials_for"]

USER, PASSWORD, TOKEN = "SIMPUL_USER", "SIMPUL_PASSWORD", "SIMPUL_TOKEN"

_FIELD = re.compile(r'(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))')
_HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name and password, or a token; not shown when printed."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    def answer(self, challenge: str, method: str, url: str) -> str | None:
        """The Authorization header that meets a WWW-Authenticate challenge, or None."""
        scheme = challenge.partition(" ")[0].lower()
        if scheme == "bearer" and self.token:
            return f"Bearer {self.token}"
        if scheme == "basic" and self.user:
            pair = f"{self.user}:{self.password}".encode()
            return f"Basic {base64.b64encode(pair).decode()}"
        if scheme == "digest" and self.user:
            return self._digest(challenge, method, url)
        return None

    def _digest(self, challenge: str, method: str, url: str) -> str | None:
        """RFC 7616, quality of protection ``auth``."""
        asked = {name.lower(): a or b for name, a, b in _FIELD.findall(challenge)}
        algorithm = asked.get("algorithm", "MD5").upper()
        if algorithm not in _HASHES or "auth" not in asked.get("qop", "auth").split(","):
            return None

        def digest(*parts: str) -> str:
            return _HASHES[algorithm](":".join(parts).encode()).hexdigest()

        split = urlsplit(url)
        path = split.path + (f"?{split.query}" if split.query else "")
        realm, nonce, once = asked.get("realm", ""), asked.get("nonce", ""), secrets.token_hex(8)
        secret = digest(self.user, realm, self.password)
        response = digest(secret, nonce, "00000001", once, "auth", digest(method, path))
        said = f'Digest username="{self.user}", realm="{realm}", nonce="{nonce}", uri="{path}", '
        said += f'algorithm={algorithm}, qop=auth, nc=00000001, cnonce="{once}", '
        opaque = f', opaque="{asked["opaque"]}"' if "opaque" in asked else ""
        return f'{said}response="{response}"{opaque}'


def credentials_for(url: str) -> Credentials:
    """What the environment, or else the netrc file, holds for a server."""
    token, user = os.environ.get(TOKEN, ""), os.environ.get(USER, "")
    if token or user:
        return Credentials(user, os.environ.get(PASSWORD, ""), token)
    import netrc

    try:
        known = netrc.netrc(os.environ.get("NETRC")).authenticators(urlsplit(url).hostname or "")
    except (OSError, netrc.NetrcParseError):
        return Credentials()
    return Credentials(known[0], known[2] or "") if known else Credentials()
