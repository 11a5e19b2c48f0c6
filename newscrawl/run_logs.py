"""A log for each run, and no more of them than are wanted."""

import re
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.errors import OperatorError

_TIME = re.compile(r"\d{8}T\d{6}Z")
_MARK = re.compile(r"\{[^{}]*\}")
_MARKS = ("{outlet}", "{time}")


def new_log(pattern: str, outlet: str, *, now: datetime, keep: int) -> Path:
    """Return the file for the log of a run that begins *now*, and remove what is older than the
    last *keep* logs of its outlet, this one included.

    :param pattern: a path with ``{outlet}`` and ``{time}`` in its last part; without ``{time}``
        older logs get numbers instead.
    :param keep: 0 for all.
    :raises OperatorError: for a pattern that is none, or a folder that cannot be written.
    """
    if unknown := [mark for mark in _MARK.findall(pattern) if mark not in _MARKS]:
        raise OperatorError(f"NEWSCRAWL_LOG_PATH knows {{outlet}} and {{time}}, not {unknown[0]}")
    named = Path(pattern.replace("{outlet}", outlet))
    if "{time}" in str(named.parent):
        raise OperatorError("NEWSCRAWL_LOG_PATH: {time} is for the name of the file, not a folder")
    time = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    path = named.with_name(named.name.replace("{time}", time))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path == named:
            rotate(path, keep=keep)
        else:
            _forget(named, but=path, keep=keep)
    except OSError as error:
        raise OperatorError(f"{path.parent} cannot hold logs: {error.strerror}") from error
    return path


def _forget(named: Path, *, but: Path, keep: int) -> None:
    before, _, after = named.name.partition("{time}")
    of_outlet = re.compile(re.escape(before) + _TIME.pattern + re.escape(after))
    old = sorted(
        file for file in named.parent.iterdir() if of_outlet.fullmatch(file.name) and file != but
    )
    for file in old[: max(len(old) - keep + 1, 0)] if keep else ():
        file.unlink(missing_ok=True)


def rotate(path: Path, *, keep: int) -> None:
    """Make room for a new file at *path*: the old one becomes ``<name>.1``, that one ``<name>.2``.

    :param keep: how many there are in all, the new one included; 0: the old one stays, to be
        appended to.
    :raises OSError: if they cannot be renamed.
    """
    if not keep or not path.exists():
        return
    for number in range(keep - 1, 0, -1):
        older = path.with_name(f"{path.name}.{number}")
        newer = path.with_name(f"{path.name}.{number - 1}") if number > 1 else path
        if newer.exists():
            newer.replace(older)
    path.unlink(missing_ok=True)
