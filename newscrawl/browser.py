"""Finding a Chromium, and what it need not load."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

DEBIAN_CHROMIUM = Path("/usr/bin/chromium")

HOW_TO_INSTALL = "install Debian's package `chromium`, or set NEWSCRAWL_CHROMIUM to its path"

_HEAVY = frozenset(("image", "font", "media", "texttrack", "manifest"))

_ADVERTS = re.compile(
    r"(?:^|\.)(?:doubleclick\.net|googlesyndication\.com|googleadservices\.com|google-analytics\.com"
    r"|googletagmanager\.com|googletagservices\.com|adfox\.ru|an\.yandex\.ru|mc\.yandex\.(?:ru|com)"
    r"|adriver\.ru|criteo\.(?:com|net)|taboola\.com|outbrain\.com|amazon-adsystem\.com|adnxs\.com"
    r"|facebook\.net|hotjar\.com|scorecardresearch\.com|chartbeat\.com|top\.mail\.ru|liveinternet\.ru"
    r"|mgid\.com|admixer\.net|gemius\.pl|smartadserver\.com|pubmatic\.com|rubiconproject\.com)$"
)
"""Hosts that serve adverts and counters only."""


def find_chromium(setting: str | None) -> str | None:
    """Return the path of the Chromium to start, or None if there is none.

    The one that *setting* names, else Debian's, else the one Playwright downloaded.
    """
    if setting:
        return setting if Path(setting).is_file() else None
    if DEBIAN_CHROMIUM.is_file():
        return str(DEBIAN_CHROMIUM)
    return _playwrights_own()


def _playwrights_own() -> str | None:
    cache = Path.home() / ".cache" / "ms-playwright"
    found = sorted(cache.glob("chromium-*/chrome-linux*/chrome"))
    return str(found[-1]) if found else None


def is_unwanted(request: Any) -> bool:
    """Tell whether a Playwright *request* is for something no list of articles needs."""
    if request.resource_type in _HEAVY:
        return True
    return _ADVERTS.search(urlsplit(request.url).hostname or "") is not None
