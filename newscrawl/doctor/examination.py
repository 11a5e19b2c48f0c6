"""All checks that need no network."""

import locale
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from scrapy.settings import BaseSettings

import newscrawl
from newscrawl.base_spiders import OutletSpider
from newscrawl.doctor import browsers, machine, setup, stores
from newscrawl.doctor.findings import Finding, Level, problem

_BROWSER_TIMEOUT_S = 60.0


def examine(
    settings: BaseSettings,
    outlets: Sequence[type[OutletSpider]],
    now: datetime,
    known: Collection[str],
    secret: Collection[str],
) -> Iterator[Finding]:
    """Yield what each check finds.

    :param now: aware, UTC.
    :param known: the names of the settings there are.
    :param secret: what is set by variables of the environment alone.
    """
    yield machine.python(sys.version_info[:2])
    try:
        yield machine.packages(requires("newscrawl") or ())
    except PackageNotFoundError:
        yield problem("packages", "newscrawl is not installed", "install it: `make .venv/ready`")
    yield machine.encoding(
        [sys.getfilesystemencoding(), locale.getpreferredencoding(False), sys.stdout.encoding]
    )
    yield machine.clock_since(now, Path(newscrawl.__file__).parent.glob("*.py"))
    yield machine.zones(outlet.outlet.timezone for outlet in outlets)
    yield setup.contact(settings["NEWSCRAWL_CONTACT"])
    yield setup.settings(settings.keys(), os.environ, known, secret)

    url, lines = settings["NEWSCRAWL_DATABASE_URL"], settings["NEWSCRAWL_JSONLINES_PATH"]
    files = [stores.database_file(url) if url else None, Path(lines) if lines else None]
    for folder in dict.fromkeys(file.parent for file in files if file):
        yield setup.folder(folder)
        yield machine.disk(folder, settings.getint("NEWSCRAWL_MIN_FREE_MB"))
    database = stores.database(url)
    yield database
    if lines and url and database.level is Level.OK and (files[0] is None or files[0].exists()):
        yield stores.lines(Path(lines), url)
    endless = [outlet.name for outlet in outlets if "scroll" in outlet.ways]
    yield browsers.browser(settings["NEWSCRAWL_CHROMIUM"], endless, _BROWSER_TIMEOUT_S)
