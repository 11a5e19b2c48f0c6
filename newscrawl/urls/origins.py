"""Other places that an address may be asked at."""

import re
from urllib.parse import urlsplit, urlunsplit


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
