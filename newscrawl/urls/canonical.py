"""Canonical form of addresses."""

import re
from functools import lru_cache
from string import ascii_letters, digits
from urllib.parse import urljoin, urlsplit

import idna
from w3lib.url import safe_url_string

from newscrawl.urls.tracking import without_tracking

_ESCAPED = r"%(?:[01][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]|[89A-F][0-9A-F])"
"""An escape as it is to be: in upper case, of what needs it."""

_PATH = rf"(?:/(?!\.)(?:[A-Za-z0-9._~-]++|{_ESCAPED})*+)++"
_REST = r"(?:\?(?P<query>[A-Za-z0-9=&._~-]++))?(?:#.*+)?"
_TIDY = re.compile(rf"(?P<page>https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+{_PATH}){_REST}")
"""Addresses whose host and path have the form: most, and to see it costs a tenth of making it."""

_ROOTED = re.compile(rf"(?P<page>(?!//){_PATH}){_REST}")
_HOST = re.compile(r"(?:[a-z0-9_-]+\.)*[a-z0-9_-]+|\[[0-9a-f:.]+\]")
_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})?")
_UNTIDY = re.compile(rf"(?!{_ESCAPED})%")
_UNRESERVED = frozenset(f"{ascii_letters}{digits}-._~".encode())
_SESSION = re.compile(r";jsessionid=[^/;]*", re.IGNORECASE)


def canonical_url(url: str, base: str = "") -> str | None:
    """Return the canonical form of *url*, or None if it is no HTTP address.

    It is one that the outlet answers as it answers *url*, and what Scrapy asks for it. Scheme and
    host are in lower case, the host in ASCII; there is no default port, no user, no fragment, no
    parameter that only tells where a reader came from, no ``.`` or ``..`` in the path; what is
    percent-encoded is so by RFC 3986: no letter that needs no escape, escapes in upper case.
    Left as they are: ``www.``, double slashes, a slash at the end, the order of parameters. What
    tells whether two addresses lead to one page is :func:`~newscrawl.urls.address_key`.

    :param base: the address that a relative *url* starts from.

    >>> canonical_url("HTTPS://Caliber.az:443/en/post/x?utm_source=a&p=2#top")
    'https://caliber.az/en/post/x?p=2'
    >>> canonical_url("../%7ey/%d0%b1", base="https://caliber.az/en/")
    'https://caliber.az/~y/%D0%B1'
    >>> canonical_url("javascript:void(0)") is None
    True
    """
    url = url.strip()
    if tidy := _TIDY.fullmatch(url):
        return _with_query(tidy["page"], without_tracking(tidy["query"] or ""))
    if base and (tidy := _ROOTED.fullmatch(url)) and (root := _root(base)):
        return _with_query(root + tidy["page"], without_tracking(tidy["query"] or ""))
    try:
        absolute = urljoin(base, url)
        parts = urlsplit(safe_url_string(absolute))
        host, port = _ascii_host(absolute) or parts.hostname or "", parts.port
    except ValueError:
        return None
    if ":" in host:
        host = f"[{host}]"
    host = host.rstrip(".")
    if parts.scheme not in _PORTS or not _HOST.fullmatch(host):
        return None
    if port and port != _PORTS[parts.scheme]:
        host = f"{host}:{port}"
    path = _without_dots(_SESSION.sub("", unescaped(parts.path)))
    query = without_tracking(unescaped(parts.query))
    return _with_query(f"{parts.scheme}://{host}{path}", query)


def _with_query(page: str, query: str) -> str:
    return f"{page}?{query}" if query else page


@lru_cache(maxsize=64)
def _root(base: str) -> str | None:
    """Return the canonical scheme and host of *base*, or None if it is no HTTP address."""
    canonical = canonical_url(base)
    return "/".join(canonical.split("/")[:3]) if canonical else None


def unescaped(text: str) -> str:
    """Return *text* without escapes of unreserved characters, which need none; all others are in
    upper case, and a ``%`` that begins none is escaped.

    >>> unescaped("%7Ea%2fb%d0%b1 100%")
    '~a%2Fb%D0%B1 100%25'
    """

    def replaced(escape: re.Match[str]) -> str:
        if not escape[1]:
            return "%25"
        code = int(escape[1], 16)
        return chr(code) if code in _UNRESERVED else escape[0].upper()

    return _ESCAPE.sub(replaced, text) if _UNTIDY.search(text) else text


def _ascii_host(absolute: str) -> str | None:
    """Return the host of *absolute* as browsers write it, if it has letters beyond ASCII.

    w3lib follows the older rules, by which ``ß`` is ``ss`` and the zero-width non-joiner of Persian
    words nothing: that is another host.
    """
    if absolute.isascii():
        return None
    host = urlsplit(absolute).hostname or ""
    if host.isascii():
        return None
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return None


def _without_dots(path: str) -> str:
    if "/." not in path:
        return path or "/"
    kept: list[str] = []
    *segments, last = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if last == "..":
        del kept[-1:]
    return "/".join(("", *kept, "" if last in (".", "..") else last))
