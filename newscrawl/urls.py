"""Canonical form of addresses."""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

_SAFE = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9/._~-]*)?(?:\?[A-Za-z0-9=&._~-]*)?")
"""Addresses that need no encoding: nearly all, and checking is much cheaper than encoding."""

_TRACKING = re.compile(
    r"utm_\w+|at_(?:medium|campaign|custom\d?)|(?:fb|g|y|ms|dc|tw|wbr)clid|gbraid|wbraid|fbrefresh"
    r"|mc_[ce]id|_ga|_gl|_openstat|igshid|yadclid|gad_source|mkt_tok|cmpid|ncid|wt_mc|share_source",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from, never what is shown: those of Google,
Facebook, Microsoft, Yandex, Mailchimp, Piano and AT Internet campaigns."""


def canonical_url(url: str, base: str = "") -> str | None:
    """Return the canonical form of *url*, or None if it is no HTTP address.

    Lower-case scheme and host, no default port, no user, no fragment, no tracking
    parameters, safely percent-encoded; the path is left as it is.

    :param base: the address that a relative *url* starts from.

    >>> canonical_url("HTTPS://Caliber.az:443/en/post/x?utm_source=a&p=2#top")
    'https://caliber.az/en/post/x?p=2'
    >>> canonical_url("/post/y", base="https://caliber.az/en/")
    'https://caliber.az/post/y'
    >>> canonical_url("javascript:void(0)") is None
    True
    """
    try:
        absolute = urljoin(base, url.strip())
        parts = urlsplit(absolute if _SAFE.fullmatch(absolute) else safe_url_string(absolute))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https") or not host:
        return None
    if ":" in host:
        host = f"[{host}]"
    if port and port != {"http": 80, "https": 443}[scheme]:
        host = f"{host}:{port}"
    query = parts.query
    if query:
        pairs = parse_qsl(query, keep_blank_values=True)
        kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
        if len(kept) < len(pairs):
            query = urlencode(kept)
    return urlunsplit((scheme, host, parts.path or "/", query, ""))


def at_origin(url: str, origin: str) -> str:
    """Return *url* with the scheme and host of *origin*.

    >>> at_origin("https://caliber.az/en/post/x?p=2", "http://127.0.0.1:8000")
    'http://127.0.0.1:8000/en/post/x?p=2'
    """
    scheme, host, *_ = urlsplit(origin)
    return urlunsplit((scheme, host, *urlsplit(url)[2:]))


def is_loopback(url: str) -> bool:
    """Tell whether *url* leads to this machine.

    >>> is_loopback("http://127.0.0.1:8000/"), is_loopback("https://caliber.az/")
    (True, False)
    """
    host = urlsplit(url).hostname or ""
    return (
        host == "localhost" or host == "::1" or re.fullmatch(r"127(?:\.\d+){3}", host) is not None
    )
