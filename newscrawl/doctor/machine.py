"""Checks of the machine: Python, packages, encoding, time, disk."""

import shutil
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from packaging.requirements import Requirement

from newscrawl.doctor.findings import Finding, ok, problem, warning

OLDEST_PYTHON = (3, 11)

_MB = 1024 * 1024


def python(found: tuple[int, int]) -> Finding:
    """:param found: major and minor version."""
    said = ".".join(map(str, found))
    if found >= OLDEST_PYTHON:
        return ok("python", said)
    oldest = ".".join(map(str, OLDEST_PYTHON))
    return problem("python", said, f"install Python {oldest} or newer and make .venv anew")


def packages(requirements: Iterable[str]) -> Finding:
    """Compare what is installed with *requirements*, as a wheel states them, without its extras."""
    wrong = []
    count = 0
    for requirement in map(Requirement, requirements):
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        count += 1
        try:
            found = version(requirement.name)
        except PackageNotFoundError:
            wrong.append(f"{requirement.name} is missing")
            continue
        if not requirement.specifier.contains(found, prereleases=True):
            wrong.append(f"{requirement.name} {found} is not {requirement.specifier}")
    if wrong:
        return problem("packages", ", ".join(wrong), "install again: `make .venv/ready`")
    return ok("packages", f"{count} as required")


def encoding(names: Sequence[str]) -> Finding:
    """:param names: the encodings of file names, files and standard output."""
    odd = sorted({name for name in names if name.lower().replace("-", "") != "utf8"})
    if odd:
        return warning("encoding", ", ".join(odd), "set PYTHONUTF8=1, or LANG=C.UTF-8")
    return ok("encoding", "UTF-8")


def clock_since(now: datetime, files: Iterable[Path]) -> Finding:
    """Compare *now*, aware, with when the newest of *files* was written."""
    written = max((file.stat().st_mtime for file in files), default=0.0)
    if now.timestamp() + timedelta(days=1).total_seconds() < written:
        return problem(
            "clock",
            f"{now:%Y-%m-%d %H:%M} UTC is before newscrawl itself was written",
            "set the clock, or let NTP do it",
        )
    return ok("clock", f"{now:%Y-%m-%d %H:%M} UTC")


def zones(names: Iterable[str]) -> Finding:
    """Look for the time zones of these IANA *names*."""
    chosen = sorted(set(names))
    missing = []
    for name in chosen:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            missing.append(name)
    if missing:
        return problem("time zones", f"none of {', '.join(missing)}", "install `tzdata` anew")
    return ok("time zones", f"{len(chosen)} of the outlets")


def disk(folder: Path, least_mb: int) -> Finding:
    """:param folder: where results go; it need not be there yet."""
    place = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    free_mb = shutil.disk_usage(place).free // _MB
    if free_mb < least_mb:
        return problem(
            "disk",
            f"{free_mb} MB free at {place}",
            f"free space; NEWSCRAWL_MIN_FREE_MB asks for {least_mb}",
        )
    return ok("disk", f"{free_mb} MB free at {place}")
