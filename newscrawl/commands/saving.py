"""What `scrapy probe` writes: a spider, saved pages, and what the spider reads in them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings, Settings
from scrapy.statscollectors import MemoryStatsCollector

from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.cases import case_results, case_text
from newscrawl.dates import parse_machine_date
from newscrawl.errors import OperatorError
from newscrawl.probing import Draft, Page, ReadPage, shortened, trimmed
from newscrawl.probing.drafting import Way
from newscrawl.probing.trimming import is_same_feed
from newscrawl.probing.writing import class_name

_MOST_ENTRIES = 10
_CALLBACKS = {"feed": "parse_feed", "listing": "parse_listing", "sitemap": "parse_sitemap"}


def files_of(draft: Draft, settings: BaseSettings) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of *draft* below the project's folder: the spider, then page and case."""
    spider = _spider(draft, settings)
    pages = Path("tests", "pages", draft.name)
    yield Path("newscrawl", "spiders", f"{draft.name}.py"), draft.source.encode()
    for way in draft.ways:
        case = {
            "url": way.page.url,
            "fetched": way.page.fetched.isoformat(),
            "callback": _CALLBACKS[way.name],
        }
        body, suffix = _kept_list(spider, way, case)
        yield from _case(spider, pages / way.name, case, body, suffix)
    for number, each in enumerate(draft.articles, 1):
        case = {
            "url": each.address,
            "fetched": each.page.fetched.isoformat(),
            "callback": "parse_article",
            **_teaser(draft, each, spider),
        }
        body = _kept_page(spider, each.page, case)
        yield from _case(spider, pages / f"article-{number}", case, body, ".html")


def write(files: list[tuple[Path, bytes]], *, force: bool) -> None:
    """Write *files*.

    :raises OperatorError: if one of them is there already and *force* does not say otherwise.
    """
    there = [str(path) for path, _ in files if path.exists()]
    if there and not force:
        raise OperatorError(f"{there[0]} is there already; --force writes over it")
    for path, content in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _spider(draft: Draft, settings: BaseSettings) -> OutletSpider:
    """Return the drafted spider as a crawl of a copy on this machine would have it."""
    module = ModuleType(f"newscrawl_draft_{draft.name}")
    sys.modules[module.__name__] = module
    exec(compile(draft.source, f"{draft.name}.py", "exec"), vars(module))
    spidercls = cast("type[OutletSpider]", vars(module)[class_name(draft.name)])
    crawler = Crawler(spidercls, Settings(settings.copy_to_dict()))
    crawler.stats = MemoryStatsCollector(crawler)
    spider = spidercls.from_crawler(crawler, origin="http://127.0.0.1")
    crawler.spider = spider
    return spider


def _case(
    spider: OutletSpider, stem: Path, case: dict[str, Any], body: bytes, suffix: str
) -> Iterator[tuple[Path, bytes]]:
    expected = case_results(spider, case, body, suffix)
    end = ".body.json" if suffix == ".json" else suffix
    yield stem.with_name(f"{stem.name}{end}"), body
    text = case_text({**case, "expected": expected})
    yield stem.with_name(f"{stem.name}.json"), text.encode()


def _kept_page(spider: OutletSpider, page: Page, case: dict[str, Any]) -> bytes:
    """Return the page trimmed, or whole where the spider would read it otherwise then."""
    whole, short = page.text.encode(errors="replace"), trimmed(page.root).encode(errors="replace")
    same = case_results(spider, case, whole, ".html") == case_results(spider, case, short, ".html")
    return short if same else whole


def _kept_list(spider: OutletSpider, way: Way, case: dict[str, Any]) -> tuple[bytes, str]:
    if way.name == "listing":
        return _kept_page(spider, way.page, case), ".html"
    body = way.page.body
    if body.lstrip().startswith(b"{"):
        return body, ".json"
    short = shortened(body, _MOST_ENTRIES)
    if way.name == "feed" and not is_same_feed(body, short, way.page.url):
        return body, ".xml"
    return short, ".xml"


def _teaser(draft: Draft, each: ReadPage, spider: OutletSpider) -> dict[str, Any]:
    """Return what the feed says of an article whose page does not tell its date."""
    said = draft.said.get(each.page.url) or draft.said.get(each.address)
    if each.article.date is not None or said is None or not said.published:
        return {}
    instant = parse_machine_date(said.published, zone=spider.zone, now=each.page.fetched)
    if instant is None:
        return {}
    source = next((way.name for way in draft.ways if way.name != "listing"), "listing")
    said_of = {"date_precision": instant.precision, "date_raw": instant.raw}
    return {"teaser": {"source": source, "date": instant.moment.isoformat(), **said_of}}
