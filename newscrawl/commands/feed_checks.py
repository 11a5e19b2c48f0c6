"""Whether the feeds of a crawl can be written, before anything is fetched."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from scrapy import Spider
from scrapy.extensions.feedexport import FileFeedStorage, apply_uri_params
from scrapy.settings import BaseSettings
from scrapy.utils.conf import feed_complete_default_values_from_settings
from scrapy.utils.misc import load_object

from newscrawl.errors import OperatorError
from newscrawl.publishing import Feed
from newscrawl.publishing.appending import CLOSED_FORMATS


def check_feeds(settings: BaseSettings, spider: Spider, *, now: datetime) -> list[Path]:
    """Return the local files that no other run can share: they are replaced, or cannot be added to.

    :raises OperatorError: for a feed in a local file that could not be what was asked for.
    """
    taken: dict[Path, str] = {}
    alone = []
    for key, given in settings.getdict("FEEDS").items():
        uri = str(key.absolute()) if isinstance(key, Path) else str(key)
        if urlparse(uri).scheme not in ("", "file"):
            continue
        options = feed_complete_default_values_from_settings(given, settings, uri)
        feed = Feed.at(FileFeedStorage(_filled_in(uri, options, spider, now)).path)
        if feed.path in taken:
            raise OperatorError(
                f"the feeds {taken[feed.path]} and {uri} are one file; leave one out"
            )
        taken[feed.path] = uri
        _check(feed, options)
        if options.get("overwrite") or options["format"] in CLOSED_FORMATS:
            alone.append(feed.path)
    return alone


def _check(feed: Feed, options: dict[str, Any]) -> None:
    if feed.path.is_dir():
        raise OperatorError(f"the feed {feed.path} is a folder; name a file")
    if feed.path.exists() and not feed.path.is_file():
        return
    format = options["format"]
    if not options.get("overwrite") and format in CLOSED_FORMATS and feed.has_content:
        raise OperatorError(
            f"{feed.path} is there, and nothing can be appended to {format}; "
            "replace it with -O, or append to a .jsonl or .csv file"
        )
    folder = next(parent for parent in feed.path.parents if parent.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise OperatorError(f"the feed {feed.path} cannot be written; check the rights of {folder}")


def _filled_in(uri: str, options: dict[str, Any], spider: Spider, now: datetime) -> str:
    """Return *uri* with what Scrapy fills in for its first batch."""
    params: dict[str, Any] = {}
    for name in dir(spider):
        with suppress(RuntimeError):  # what only a crawl that goes on can tell
            params[name] = getattr(spider, name)
    params["time"] = now.astimezone(UTC).replace(microsecond=0).isoformat().replace(":", "-")
    params["batch_time"] = now.astimezone(UTC).isoformat().replace(":", "-")
    params["batch_id"] = 1
    if options["uri_params"]:
        params = load_object(options["uri_params"])(params, spider) or params
    try:
        return apply_uri_params(uri, params)
    except (KeyError, TypeError, ValueError) as error:
        raise OperatorError(f"the feed {uri}: what to fill in is not known: {error}") from None
