"""`scrapy schedule`: what makes cron or systemd crawl the outlets."""

import argparse
import os
import sys
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.utils.conf import closest_scrapy_cfg
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from newscrawl import settings as ours
from newscrawl.arguments import names_in
from newscrawl.catalogue import chosen_outlets
from newscrawl.errors import OperatorError
from newscrawl.schedules import (
    Schedule,
    crontab,
    crontab_together,
    minutes_of,
    units,
    units_together,
)

BAD_INPUT = 2

_SECRET = ("NEWSCRAWL_ALARM_WEBHOOK", "NEWSCRAWL_SMTP_USER", "NEWSCRAWL_SMTP_PASSWORD")
"""cron writes what it runs into the log of the system, and `ps` and systemd show it to all."""

_LEFT_FREE = 2
"""Minutes before the next time, for runs that are told to end."""

_HOW_CRON = "# Append to what `crontab -e` shows. Logs: {project}/output/logs\n"
_HOW_SYSTEMD = (
    "# Put each into ~/.config/systemd/user, then `systemctl --user enable --now` the timers and\n"
    "# `loginctl enable-linger`. Logs: journalctl --user -u 'newscrawl*'\n"
)


class Command(ScrapyCommand):
    """Print a crontab, or units of systemd, that crawl outlets with this installation.

    Each outlet has its own minutes, by its name, so that not all are crawled at once.
    """

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "--cron|--systemd [options]"

    def short_desc(self) -> str:
        return "Print what makes cron or systemd crawl the outlets"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        way = parser.add_mutually_exclusive_group(required=True)
        way.add_argument("--cron", action="store_true", help="lines of a crontab")
        way.add_argument("--systemd", action="store_true", help="a service and timers for a user")
        add("--outlet", action="extend", type=names_in, default=[], metavar="NAMES",
            help="parted by commas (default: all)")  # fmt: skip
        add("--country", action="extend", type=names_in, default=[], metavar="CODES",
            help="those of, e.g., az or az,ge")  # fmt: skip
        add("--every", default="1h", help="like 15m, 6h or 1d (default: 1h)")
        add("--together", action="store_true", help="all in one go, by `scrapy crawlall`")
        add("--jobs", type=int, metavar="N", help="with --together: how many at a time")
        add("--into", metavar="FOLDER", help="write the units there instead of printing them")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        try:
            if args:
                raise OperatorError(f"unknown argument: {args[0]}; name outlets with --outlet")
            if opts.cron and opts.into:
                raise OperatorError("--into is for --systemd; a crontab is one text")
            if opts.jobs is not None and not opts.together:
                raise OperatorError("--jobs is for --together")
            if opts.jobs is not None and opts.jobs < 1:
                raise OperatorError("--jobs is 1 or more")
            self._print(opts)
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = BAD_INPUT

    def _print(self, opts: argparse.Namespace) -> None:
        """:raises OperatorError: for a call that cannot be carried out."""
        assert self.settings is not None
        outlets = [
            spider.name for spider in chosen_outlets(self.settings, opts.outlet, opts.country)
        ]
        project = Path(closest_scrapy_cfg()).parent.absolute()
        every = minutes_of(opts.every)
        words = _together(opts, every) if opts.together else ["crawl"]
        command = [sys.executable, "-m", "scrapy", *words]
        schedule = Schedule(every, project, command, self._environment())
        if opts.cron:
            head = _HOW_CRON.format(project=project) + _hints("the head of the crontab")
            lines = crontab_together(schedule) if opts.together else crontab(schedule, outlets)
            print(head + lines, end="")
            return
        files = units_together(schedule) if opts.together else units(schedule, outlets)
        if opts.into:
            _write(Path(opts.into), files)
            print(_hints(f"{project}/newscrawl.env"), end="")
            return
        print(f"{_HOW_SYSTEMD}{_hints(f'{project}/newscrawl.env')}", end="")
        for name, text in files.items():
            print(f"\n# --- {name}\n{text}", end="")

    def _environment(self) -> dict[str, str]:
        """Return the variables without which a crawl would not be the one of this shell."""
        assert self.settings is not None
        contact = self.settings["NEWSCRAWL_CONTACT"]
        if not contact:
            raise OperatorError(
                "NEWSCRAWL_CONTACT is not set: outlets must be able to reach who crawls them; "
                "set it to an e-mail address or a page, in the environment or with -s"
            )
        others = {
            name: value
            for name, value in sorted(os.environ.items())
            if name.startswith("NEWSCRAWL_") and hasattr(ours, name) and name not in _secrets()
        }
        return {**others, "NEWSCRAWL_CONTACT": contact}


def _together(opts: argparse.Namespace, every: int) -> list[str]:
    """Return the words that crawl the outlets of *opts* and have ended when it is time again."""
    words = ["crawlall", "--quiet", "--deadline", f"{max(every - _LEFT_FREE, 1)}m"]
    if opts.outlet:
        words += ["--outlet", ",".join(opts.outlet)]
    if opts.country:
        words += ["--country", ",".join(opts.country)]
    return words if opts.jobs is None else [*words, "--jobs", str(opts.jobs)]


def _secrets() -> list[str]:
    """Return the variables of this shell that nobody but their owner may read."""
    database = "NEWSCRAWL_DATABASE_URL"
    names = [name for name in _SECRET if os.environ.get(name)]
    return [*names, database] if _has_password(os.environ.get(database, "")) else names


def _has_password(url: str) -> bool:
    try:
        return bool(make_url(url).password)
    except ArgumentError:
        return False


def _hints(place: str) -> str:
    """Return a line for each secret of this shell that the output does not hold."""
    return "".join(f"# {name} is not in here: put it into {place}.\n" for name in _secrets())


def _write(folder: Path, files: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise OperatorError(f"{folder} cannot be written: {error.strerror}") from error
    print(f"{len(files)} files in {folder}")
