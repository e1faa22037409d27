"""Rules by their modal words (UU 12/2011, Annex II, numbers 266 to 273)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.laws.model import Delegation, Licence, Norm
from simpul.laws.tree.places import Places
from simpul.laws.tree.text import squeeze

__all__ = ["read_delegations", "read_licences", "read_norms"]

_KINDS = {
    "wajib": "Obligation", "diwajibkan": "Obligation", "harus": "Obligation",
    "diharuskan": "Obligation", "berkewajiban": "Obligation", "dilarang": "Prohibition",
    "tidak boleh": "Prohibition", "dapat": "Permission", "boleh": "Permission",
    "berhak": "Right", "berwenang": "Power",
}  # fmt: skip
_MODAL = re.compile(
    r"\b(?P<word>wajib(?!\s+(?:pajak|belajar|militer|bayar|lapor\b))|diwajibkan|berkewajiban"
    r"|diharuskan"
    r"|dilarang|tidak\s+boleh|berwenang|berhak|harus|(?<!tidak )(?<!sedapat)(?<!belum )dapat"
    r"|boleh)\b"
)
_BEARER_WORDS = 14

_DELEGATES = re.compile(
    r"(?P<verb>diatur|ditetapkan|ditentukan)\s+(?:lebih\s+(?:lanjut|jauh)\s+)?(?:kemudian\s+)?"
    r"(?:dengan(?:\s+atau\s+berdasarkan)?|dalam|oleh|berdasarkan|melalui)\s+(?:suatu\s+)?"
    r"(?P<to>(?:Peraturan|peraturan|Keputusan|keputusan|Instruksi|Qanun|Perdasus|Perdasi"
    r"|Undang\s?-\s?[Uu]ndang|undang-undang)"
    r"(?:\s+(?:dan/atau\s+|atau\s+)?(?:[A-Z][\w/-]*|di\s+bidang|tersendiri|yang))*"
    r"|Menteri(?:\s+[A-Z]\w+)*|Pemerintah\b|Presiden)"
)
_ALREADY = re.compile(
    r"(?:sebagaimana|telah|yang|seperti|sudah|belum|tidak|hal-hal\s+lain|cukup)\s+$"
)
_NUMBERED = re.compile(r"\s*(?:Nomor|No\.?|ini\b|tersebut|sebagaimana|dimaksud)")

_NAME = (
    r"(?P<name>(?:(?:\b[Ss]urat\s+)?\b[Ii]zj?in\b|\bPerizinan\s[A-Z]\w+)(?:\s+(?!sebagaimana|yang|dari"
    r"|oleh|kepada|dan\b|atau\b|dapat|wajib|untuk\s|di(?:berikan|terbitkan|keluarkan)|dimaksud"
    r"|tidak)[\w/-]+){0,6})"
)
_ISSUER = (
    r"(?P<issuer>(?:Menteri|Gubernur|Bupati|Walikota|Wali\s?kota|Kepala|Presiden|Pemerintah"
    r"|Pejabat|Badan|Otoritas|Bank\s+Indonesia|Komisi|Direktur|Dewan|Bapepam|Panglima|Kapolri"
    r"|Lembaga|menteri|gubernur|bupati|walikota|pejabat|instansi)(?:[\s/]+(?:dan\s+|atau\s+"
    r"|dan/atau\s+)?(?:[A-Z][\w/]*|wali\s?kota|bupati|walikota"
    r"|yang\s+(?:berwenang|bertanggung\s+jawab|membidangi)|di\s+bidang(?:\s+\w+){1,3}))*)"
)
_ISSUED = re.compile(
    _NAME
    + r"(?:\s+sebagaimana\s+dimaksud\s+(?:pada|dalam)\s+[^,;.]{3,60}?)?,?\s+(?:yang\s+)?"
    + r"di(?:berikan|terbitkan|keluarkan|tetapkan)\s+oleh\s+"
    + _ISSUER
)
_ISSUES = re.compile(_ISSUER + r"\s+(?:menerbitkan|memberikan|mengeluarkan)\s+" + _NAME)
_FROM = re.compile(
    r"(?:memiliki|mendapat(?:kan)?|memperoleh|dengan|seizin|atas)\s+"
    + _NAME
    + r"(?:\s+terlebih\s+dahulu)?\s+dari\s+"
    + _ISSUER
)


def read_norms(places: Places) -> Iterator[Norm]:
    """One norm for each modal word of a sentence, with the words that name its bearer."""
    content = places.content
    first, last = _body(places)
    for found in _MODAL.finditer(content, first, last):
        unit = places.at(found.start())
        if unit.kind not in ("pasal", "ayat", "huruf", "angka"):
            continue
        word = " ".join(found["word"].split())
        before = content[max(unit.start, found.start() - 240) : found.start()]
        yield Norm(unit.path, places.line(found.start()), _KINDS[word], word, _bearer(before))


def _bearer(before: str) -> str:
    start = 0
    for cut in re.finditer(r"[.;:]\s|,\s*maka\s", before):
        start = cut.end()
    words = squeeze(before[start:]).split()
    return " ".join(words[:_BEARER_WORDS])


def _body(places: Places) -> tuple[int, int]:
    return places.provisions[0].start, max(one.end for one in places.provisions)


def read_delegations(places: Places) -> Iterator[Delegation]:
    """What a law leaves to later rules, and to which kind of rule."""
    content = places.content
    seen: set[tuple[str, str]] = set()
    for found in _DELEGATES.finditer(content, *_body(places)):
        if _ALREADY.search(content, max(0, found.start() - 20), found.start()):
            continue
        if _NUMBERED.match(content, found.end()):
            continue
        unit = places.at(found.start())
        to = squeeze(found["to"])
        if (unit.path, to) not in seen:
            seen.add((unit.path, to))
            yield Delegation(unit.path, places.line(found.start()), to)


def read_licences(places: Places) -> Iterator[Licence]:
    """Licences with the authority that issues them."""
    content = places.content
    if "zin" not in content:
        return
    seen: set[tuple[str, str, str]] = set()
    for rule in (_ISSUED, _ISSUES, _FROM):
        for found in _near_licence(rule, content, *_body(places)):
            unit = places.at(found.start())
            licence = Licence(
                unit.path,
                places.line(found.start()),
                squeeze(found["name"]),
                squeeze(found["issuer"]),
            )
            key = (licence.provision, licence.name, licence.issuer)
            if key not in seen:
                seen.add(key)
                yield licence


def _near_licence(
    rule: re.Pattern[str], content: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Matches of a rule, looked for only around the word *izin*."""
    at, seen = content.find("zin", start, end), start
    while at >= 0:
        near = rule.search(content, max(seen, at - 160), min(end, at + 260))
        found = rule.match(content, near.start(), end) if near else None
        if found:
            seen = found.end()
            yield found
        at = content.find("zin", max(at + 3, seen), end)
