"""A saved page and what a spider yields of it: the cases under tests/pages."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from itemadapter import ItemAdapter
from scrapy import Request
from scrapy.http import HtmlResponse, JsonResponse, TextResponse, XmlResponse
from scrapy.utils.serialize import ScrapyJSONEncoder

from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.meta import FETCHED_AT, PLAN, TEASER, WALK, teaser_of
from newscrawl.sitemaps import Plan
from newscrawl.storage.records import read_teaser, teaser_record
from newscrawl.walks import Walk

KINDS: Mapping[str, type[TextResponse]] = {
    ".html": HtmlResponse,
    ".xml": XmlResponse,
    ".json": JsonResponse,
}
"""End of a file's name to what its page is."""

_IDENTITY = ("id", "url", "language", "source")


def case_response(
    spider: OutletSpider, case: Mapping[str, Any], body: bytes, suffix: str
) -> TextResponse:
    """Return the response that *spider* would have had; see tests/saved_pages.py for *case*."""
    url = case["url"]
    meta: dict[str, Any] = {
        FETCHED_AT: datetime.fromisoformat(case["fetched"]),
        WALK: Walk(listing=f"{spider.name}:listing:{url}", way="listing"),
    }
    if case["callback"] == "parse_sitemap":
        meta[PLAN] = Plan()
    if "teaser" in case:
        teaser = spider.teaser(url, case["teaser"]["source"])
        assert teaser is not None, f"{url} is no address of an article"
        meta[TEASER] = read_teaser({**asdict(teaser), **case["teaser"]})
    request = Request(url, meta=meta)
    return KINDS[suffix](url, body=body, encoding="utf-8", request=request)


def case_results(
    spider: OutletSpider, case: Mapping[str, Any], body: bytes, suffix: str
) -> list[Any]:
    """Return what the case's callback yields, as the outputs would write it."""
    callback = getattr(spider, case["callback"])
    return [_plain(result) for result in callback(case_response(spider, case, body, suffix))]


def case_text(case: Mapping[str, Any]) -> str:
    """Return *case* as its file holds it."""
    return json.dumps(case, indent=2, ensure_ascii=False) + "\n"


def _plain(result: Any) -> Any:
    if isinstance(result, Request):
        assert result.callback is not None
        followed = {"follow": result.url, "callback": result.callback.__name__}
        if teaser := teaser_of(result.meta):
            record = teaser_record(teaser)
            said = {name: record[name] for name in record if record[name] and name not in _IDENTITY}
            return {**followed, "said": json.loads(json.dumps(said))} if said else followed
        return followed
    return json.loads(ScrapyJSONEncoder().encode(ItemAdapter(result).asdict()))
