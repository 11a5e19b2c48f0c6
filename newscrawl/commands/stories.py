"""`scrapy stories`: what several outlets told, who was first, whom they credit."""

import argparse
import json
import sys
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.text import Text
from scrapy.commands import ScrapyCommand

from newscrawl.commands.inspecting import BAD_INPUT, open_inspection, period, print_table, printing
from newscrawl.errors import OperatorError
from newscrawl.storage.stories import Copy, StoryCluster

_DAY = timedelta(days=1)


class Command(ScrapyCommand):
    """Show the stories that several outlets told, the earliest article of each first.

    Exit code 2 for a wrong call or no database.
    """

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[options]"

    def short_desc(self) -> str:
        return "Show the stories that several outlets told, and who told them first"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("--since", default="7d", help="first day of publication, UTC, or 7d (default: 7d)")
        add("--until", help="last day of publication (default: today)")
        add("--outlets", type=int, default=2, metavar="N", help="at least so many (default: 2)")
        add("--json", action="store_true", help="one JSON object per story and line")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        now = datetime.now(UTC)
        most = self.settings.getint("NEWSCRAWL_STORY_MAX_ARTICLES")
        count = 0
        try:
            if args:
                raise OperatorError(f"unknown argument: {args[0]}")
            if opts.outlets < 1:
                raise OperatorError("--outlets takes a number of 1 or more")
            given = {"since": opts.since, "until": opts.until}
            since, until = period(given, zone=ZoneInfo("UTC"), now=now)
            assert since is not None
            until = until or now + _DAY
            with (
                printing() as console,
                open_inspection(self.settings) as store,
                closing(
                    store.stories(since=since, until=until, outlets=opts.outlets, most_copies=most)
                ) as clusters,
            ):
                for cluster in clusters:
                    count += 1
                    if opts.json:
                        print(json.dumps(as_record(cluster), ensure_ascii=False))
                    else:
                        show(console, cluster)
                if not opts.json:
                    print(f"{count} stories" if count != 1 else "1 story")
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = BAD_INPUT


def in_order(copies: list[Copy]) -> list[Copy]:
    """Return *copies*, the earliest first; of one day, those without a time last."""
    return sorted(copies, key=lambda copy: copy.date if _has_time(copy) else copy.date + _DAY)


def credited(copies: list[Copy]) -> str | None:
    """Return the agency that most of *copies* credit, the first of them if several are."""
    agencies = Counter(copy.agency for copy in copies if copy.agency)
    return next((agency for agency, _ in agencies.most_common(1)), None)


def after(copy: Copy, first: Copy) -> timedelta | None:
    """Return how much later *copy* appeared than *first*; None if the day is all that is known."""
    return copy.date - first.date if _has_time(copy) and _has_time(first) else None


def as_record(cluster: StoryCluster) -> dict[str, Any]:
    """Return the story as an object that JSON can hold."""
    copies = in_order(cluster.copies)
    return {
        "story": cluster.story,
        "agency": credited(copies),
        "headline": copies[0].headline,
        "outlets": _outlets(copies),
        "articles": [
            {
                "id": copy.id,
                "url": copy.url,
                "outlet": copy.outlet,
                "language": copy.language,
                "date": copy.date.isoformat(),
                "date_precision": copy.date_precision,
                "after_s": _seconds(after(copy, copies[0])),
                "agency": copy.agency,
                "duplicate_of": copy.duplicate_of,
                "headline": copy.headline,
            }
            for copy in copies
        ],
        "left_out": cluster.left_out,
    }


def show(console: Console, cluster: StoryCluster) -> None:
    """Print the story: whom it is credited to and its headline, then who told it when."""
    copies = in_order(cluster.copies)
    agency = credited(copies)
    title = f"{agency}: {copies[0].headline}" if agency else copies[0].headline
    console.print(Text(title, style="bold"), soft_wrap=True)
    rows = [
        (
            _printed(copy),
            "first" if copy is copies[0] else _later(after(copy, copies[0])),
            copy.outlet,
            copy.language,
            copy.agency or "–",
            f"repeats {copy.duplicate_of}" if copy.duplicate_of else copy.headline,
        )
        for copy in copies
    ]
    print_table(console, ("published", "after", "outlet", "language", "credits", "headline"), rows)
    if cluster.left_out:
        print(f"… and {cluster.left_out} more")
    print()


def _outlets(copies: list[Copy]) -> list[str]:
    """Return the outlets in the order in which they told the story, repeats apart."""
    return list(dict.fromkeys(copy.outlet for copy in copies if not copy.duplicate_of))


def _has_time(copy: Copy) -> bool:
    return copy.date_precision != "day"


def _printed(copy: Copy) -> str:
    return copy.date.isoformat(" ", "minutes") if _has_time(copy) else copy.date.date().isoformat()


def _seconds(later: timedelta | None) -> float | None:
    return None if later is None else later.total_seconds()


def _later(later: timedelta | None) -> str:
    """Return *later* as hours and minutes.

    >>> _later(timedelta(days=1, minutes=5))
    '+24:05'
    """
    if later is None:
        return "–"
    minutes = int(later.total_seconds()) // 60
    return f"+{minutes // 60}:{minutes % 60:02}"
