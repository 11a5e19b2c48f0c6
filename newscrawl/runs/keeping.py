"""Where run reports are kept."""

from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from newscrawl.files import write_whole
from newscrawl.runs.report import RunReport


def keep_report(folder: Path, report: RunReport, keep: int) -> Path:
    """Write *report* to a file of its own in *folder* and return where it is.

    :param keep: how many reports of the outlet there are afterwards, at most; the oldest go.
    :raises OSError: if it cannot be written.
    """
    name = quote(report.outlet, safe="")
    number = report.run or f"{report.started_at:%Y%m%dT%H%M%SZ}"
    path = folder / f"{name}-{number}.json"
    write_whole(path, report.to_json())
    others = sorted(folder.glob(f"{name}-[0-9]*.json"), key=_age, reverse=True)
    for old in others[max(keep, 1) :]:
        with suppress(OSError):
            old.unlink()
    return path


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:  # another run has tidied up
        return 0
