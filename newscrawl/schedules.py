"""When each outlet is crawled: lines of a crontab, units of systemd."""

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from newscrawl.errors import OperatorError

_EVERY = re.compile(r"(\d{1,4})([mhd])")
_MINUTES = {"m": 1, "h": 60, "d": 24 * 60}
_DAY = 24 * 60
_TOGETHER = "newscrawl"
"""What crawls all outlets is called so, where the name of one would stand."""

_LONGEST_LINE = 990
"""Characters; cron takes no more than 998 of a command."""


@dataclass(frozen=True)
class Schedule:
    """How this installation crawls an outlet, and how often."""

    every: int
    """Minutes; see :func:`minutes_of`."""

    project: Path
    """Absolute directory of ``scrapy.cfg``."""

    command: Sequence[str]
    """What the name of an outlet is appended to, or what crawls them all; its program is an
    absolute path."""

    environment: Mapping[str, str]


def minutes_of(every: str) -> int:
    """Return the minutes of ``15m``, ``1h`` or ``1d``.

    :raises OperatorError: if they do not divide an hour, or their hours a day.

    >>> minutes_of("6h")
    360
    """
    said = _EVERY.fullmatch(every)
    minutes = int(said[1]) * _MINUTES[said[2]] if said else 0
    if minutes and (60 % minutes == 0 or (minutes % 60 == 0 and _DAY % minutes == 0)):
        return minutes
    raise OperatorError(f"--every {every}: take a part of an hour or a day, like 15m, 1h, 6h or 1d")


def first_minute(outlet: str, every: int) -> int:
    """Return the minute of the day at which *outlet* is crawled first: always the same one, and
    those of many outlets spread over *every* minutes.

    >>> first_minute("caliber", 60), first_minute("caliber", 360)
    (27, 267)
    """
    return int.from_bytes(blake2b(outlet.encode(), digest_size=4).digest()) % every


def times(outlet: str, every: int) -> tuple[str, str]:
    """Return minutes and hours at which *outlet* is crawled, as lists for cron.

    >>> times("caliber", 15), times("caliber", 720)
    (('12,27,42,57', '*'), ('27', '10,22'))
    """
    first = first_minute(outlet, every)
    if every <= 60:
        return ",".join(str(minute) for minute in range(first, 60, every)), "*"
    hours = ",".join(str(hour) for hour in range(first // 60, 24, every // 60))
    return str(first % 60), hours


def crontab(schedule: Schedule, outlets: Sequence[str]) -> str:
    """Return the lines that crawl *outlets*; each writes its log below ``output/logs``.

    :raises OperatorError: if a line could not be written so that cron takes it.
    """
    return "".join(
        f"{_line(schedule, outlet, [*schedule.command, outlet])}\n" for outlet in outlets
    )


def crontab_together(schedule: Schedule) -> str:
    """Return the line whose command crawls all outlets in one go.

    :raises OperatorError: if it could not be written so that cron takes it.
    """
    return f"{_line(schedule, _TOGETHER, schedule.command)}\n"


def _line(schedule: Schedule, name: str, words: Sequence[str]) -> str:
    minutes, hours = times(name, schedule.every)
    variables = [f"{name}={shlex.quote(value)}" for name, value in schedule.environment.items()]
    command = " ".join(
        [
            f"cd {shlex.quote(str(schedule.project))}",
            "&& mkdir -p output/logs &&",
            *variables,
            shlex.join(words),
            f">> output/logs/{shlex.quote(name)}.log 2>&1",
        ]
    )
    odd = "\n" in command or r"\%" in command
    command = command.replace("%", r"\%")  # cron's own line end, even between quotes
    if odd or len(command) > _LONGEST_LINE:
        raise OperatorError(
            f"cron cannot run what crawls {name}: its line would be too long, more than one, or "
            r"hold a \%"
        )
    return f"{minutes} {hours} * * * {command}"


def units(schedule: Schedule, outlets: Sequence[str]) -> dict[str, str]:
    """Return the files of a service that crawls an outlet and of a timer for each of *outlets*, by
    name; for the systemd of a user.

    :raises OperatorError: if a value holds a line end.
    """
    # All are due at once on a machine that was off: their delays, always the same, spread them.
    delay = f"RandomizedDelaySec={min(schedule.every, 60) // 2}min\nFixedRandomDelay=true\n"
    return {"newscrawl@.service": _service(schedule, "%i")} | {
        f"newscrawl@{outlet}.timer": _timer(outlet, schedule.every, delay) for outlet in outlets
    }


def units_together(schedule: Schedule) -> dict[str, str]:
    """Return the files of a service whose command crawls all outlets in one go, and of its timer.

    :raises OperatorError: if a value holds a line end.
    """
    return {
        f"{_TOGETHER}.service": _service(schedule, ""),
        f"{_TOGETHER}.timer": _timer(_TOGETHER, schedule.every),
    }


def _service(schedule: Schedule, outlet: str) -> str:
    values = [str(schedule.project), *schedule.command, *schedule.environment.values()]
    if any("\n" in value for value in values):
        raise OperatorError("a unit of systemd cannot hold a path or a value with a line end")
    variables = [
        f"Environment={_quoted(f'{name}={value}')}\n"
        for name, value in schedule.environment.items()
    ]
    command = " ".join(_quoted(word).replace("$", "$$") for word in schedule.command)
    project = str(schedule.project).replace("%", "%%")
    return (
        "[Unit]\n"
        f"Description=Crawl of {outlet or 'all outlets'}\n"
        "After=network-online.target\n"
        "Wants=network-online.target\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        f"WorkingDirectory={project}\n"
        f"{''.join(variables)}"
        f"EnvironmentFile=-{project}/newscrawl.env\n"
        f"ExecStart={f'{command} {outlet}'.rstrip()}\n"
        # Else all its processes are told to end, and those that it tells, too, twice.
        "KillMode=mixed\n"
        "TimeoutStopSec=5min\n"
    )


def _timer(outlet: str, every: int, delay: str = "") -> str:
    minutes, hours = times(outlet, every)
    return (
        "[Unit]\n"
        f"Description=When {outlet} is crawled\n"
        "\n"
        "[Timer]\n"
        f"OnCalendar=*-*-* {hours}:{minutes}:00\n"
        "Persistent=true\n"
        f"{delay}"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n"
    )


def _quoted(word: str) -> str:
    r"""Return *word* as systemd reads it back.

    >>> print(_quoted('a "b" 100%'))
    "a \"b\" 100%%"
    """
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'
