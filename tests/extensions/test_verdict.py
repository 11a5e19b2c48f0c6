from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.arguments import CrawlArguments
from newscrawl.extensions.verdict import VerdictExtension


def answer(minutes: int, **headers: str) -> Response:
    """A response that says that it was sent so many minutes ago."""
    date = format_datetime(datetime.now(UTC) - timedelta(minutes=minutes), usegmt=True)
    return Response("https://caliber.az/", headers={"Date": date, **headers})


@pytest.mark.parametrize(
    ("answers", "off"),
    [
        ([(20, {}), (30, {})], 20),
        ([(20, {}), (-10, {})], -10),
        ([(20, {"Age": "1200"})], None),
        ([(20, {"Age": "0"})], 20),
        ([(20, {"Date": "some day"})], None),
    ],
)
def test_the_answer_that_tells_least_of_a_wrong_clock_counts_and_none_of_a_cache(
    make_crawler: Callable[..., Crawler],
    answers: list[tuple[int, dict[str, str]]],
    off: int | None,
) -> None:
    extension = VerdictExtension(make_crawler(), CrawlArguments())
    for minutes, headers in answers:
        extension.response_received(answer(minutes, **headers))
    found = extension.clock_off
    assert (None if found is None else round(found.total_seconds() / 60)) == off
