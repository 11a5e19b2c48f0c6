"""An archive that is read in parts, while the newsroom goes on publishing."""

from pathlib import Path

from newscrawl.demo.check import truth
from newscrawl.demo.control import move_to
from newscrawl.demo.process import newsroom
from newscrawl.demo.world import Pace
from newscrawl.storage import ArticleStore
from tests.crawling import Crawls
from tests.storage.samples import rows

REGION = ("en", "REGION")
ONE_LISTING = ("-a", "ways=listing", "-a", "editions=en", "-a", "sections=region")
QUIET = Pace(arrivals=30, edits=0, removals=0, moves=0, pins=0)


def pages_asked(crawls: Crawls) -> list[int]:
    """The numbers of the listing's pages that the last run asked for, without the front page."""
    asked = "SELECT url FROM fetches WHERE kind = 'listing' AND run = :run ORDER BY number"
    with ArticleStore(crawls.database) as store:
        found = rows(store, asked.replace(":run", str(crawls.last_run().id)))
    return [int(url.partition("page=")[2] or 1) for (url,) in found[1:]]


def test_each_run_goes_on_where_the_one_before_was_cut_short(tmp_path: Path) -> None:
    crawls = Crawls(tmp_path)
    with newsroom(articles=1500, pace=QUIET) as origin:
        assert crawls.run(origin, *ONE_LISTING, "-a", "max_articles=60").returncode == 0
        assert pages_asked(crawls) == [1, 2, 3]
        assert crawls.run(origin, *ONE_LISTING, "-a", "max_articles=60").returncode == 0
        assert pages_asked(crawls) == [1, 3, 4, 5, 6]
        move_to(origin, 8)
        assert crawls.run(origin, *ONE_LISTING).returncode == 0
        asked = pages_asked(crawls)
        region = {t["id"] for t in truth(origin) if (t["language"], t["section"]) == REGION}
    # What is new fills the first page and a part of the second; the third shows nothing new.
    assert asked == [1, 2, 3, *range(6, asked[-1] + 1)]
    assert {record["id"] for record in crawls.records()} == region
    (listing,) = [each for each in crawls.report()["listings"] if each["skipped"]]
    assert (listing["pages"], listing["skipped"]) == (len(asked), 2)
