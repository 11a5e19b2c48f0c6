"""All checks that need no network."""

import locale
import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from scrapy.settings import BaseSettings

import newscrawl
from newscrawl.base_spiders import OutletSpider
from newscrawl.doctor import browsers, machine, setup, stores
from newscrawl.doctor.findings import Finding, Level, problem

_BROWSER_TIMEOUT_S = 60.0
_FOLDERS = (
    "NEWSCRAWL_LOCK_PATH",
    "NEWSCRAWL_RUNS_PATH",
    "NEWSCRAWL_LOGS_PATH",
    "NEWSCRAWL_ALARM_PATH",
    "NEWSCRAWL_METRICS_PATH",
)
"""Settings; of those that can be written nothing is said."""


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
    yield _found("python", lambda: machine.python(sys.version_info[:2]))
    yield _found("packages", _packages)
    yield _found("encoding", lambda: machine.encoding(_encodings()))
    code = Path(newscrawl.__file__).parent
    yield _found("clock", lambda: machine.clock_since(now, code.glob("*.py")))
    zones = [outlet.outlet.timezone for outlet in outlets]
    yield _found("time zones", lambda: machine.zones(zones))
    yield _found("contact", lambda: setup.contact(settings["NEWSCRAWL_CONTACT"]))
    yield _found("settings", lambda: setup.settings(settings.keys(), os.environ, known, secret))
    yield _found("alarms", lambda: setup.alarms(settings))

    url, lines = settings["NEWSCRAWL_DATABASE_URL"], settings["NEWSCRAWL_JSONLINES_PATH"]
    file = stores.database_file(url) if url else None
    results = [path.parent for path in (file, Path(lines) if lines else None) if path]
    for folder in dict.fromkeys(results):
        yield _found("output", partial(setup.folder, folder))
        yield _found("disk", partial(_disk, folder, settings))
    for name in _FOLDERS:
        if settings[name]:
            found = _found("output", partial(setup.folder, Path(settings[name])))
            if found.level is not Level.OK:
                yield replace(found, said=f"{name}: {found.said}")
    database = _found("database", lambda: stores.database(url))
    yield database
    if lines and url and database.level is Level.OK and (file is None or file.exists()):
        yield _found("json lines", lambda: stores.lines(Path(lines), url))
    endless = [outlet.name for outlet in outlets if "scroll" in outlet.ways]
    chromium = settings["NEWSCRAWL_CHROMIUM"]
    yield _found("browser", lambda: browsers.browser(chromium, endless, _BROWSER_TIMEOUT_S))


def _found(check: str, look: Callable[[], Finding]) -> Finding:
    """Return what *look* finds; that it cannot look is a finding, too."""
    try:
        return look()
    except Exception as error:  # whatever it is, the other checks are to be heard
        return problem(
            check, f"cannot be looked at: {error or type(error).__name__}", "mend that first"
        )


def _packages() -> Finding:
    try:
        return machine.packages(requires("newscrawl") or ())
    except PackageNotFoundError:
        return problem("packages", "newscrawl is not installed", "install it: `make .venv/ready`")


def _encodings() -> list[str]:
    return [sys.getfilesystemencoding(), locale.getpreferredencoding(False), sys.stdout.encoding]


def _disk(folder: Path, settings: BaseSettings) -> Finding:
    return machine.disk(folder, settings.getint("NEWSCRAWL_MIN_FREE_MB"))
