"""The pages under tests/pages: a page that was saved, and what it must yield.

A case is two files, ``<spider>/<case>.html`` (or ``.xml``, or ``.body.json`` for the answer of an
endpoint) and ``<case>.json`` beside it, with ``url``, ``fetched`` (ISO 8601), ``callback`` and
``expected``: the articles that the callback yields, and for each request ``{"follow": URL,
"callback": NAME}``, with what the listing ``said`` of an article. An article may have a
``teaser``: what the listing that led to it said, by the names of
:class:`~newscrawl.items.Teaser`, with its ``source``.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
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

IDENTITY = ("id", "url", "language", "source")
KINDS = {".html": HtmlResponse, ".xml": XmlResponse, ".json": JsonResponse}
FOLDER = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class SavedPage:
    """One case."""

    file: Path

    @property
    def spider(self) -> str:
        return self.file.parent.name

    @property
    def name(self) -> str:
        return self.file.name.removesuffix(self.file.suffix).removesuffix(".body")

    @property
    def json(self) -> Path:
        return self.file.with_name(f"{self.name}.json")

    def case(self) -> dict[str, Any]:
        case: dict[str, Any] = json.loads(self.json.read_text(encoding="utf-8"))
        return case

    def write(self, case: dict[str, Any]) -> None:
        text = json.dumps(case, indent=2, ensure_ascii=False) + "\n"
        self.json.write_text(text, encoding="utf-8")

    def response(self, spider: OutletSpider) -> TextResponse:
        case = self.case()
        url = case["url"]
        meta: dict[str, Any] = {
            FETCHED_AT: datetime.fromisoformat(case["fetched"]),
            WALK: Walk(listing=f"{self.spider}:listing:{url}", way="listing"),
        }
        if case["callback"] == "parse_sitemap":
            meta[PLAN] = Plan()
        if "teaser" in case:
            teaser = spider.teaser(url, case["teaser"]["source"])
            assert teaser is not None, f"{url} is no address of an article"
            meta[TEASER] = read_teaser({**asdict(teaser), **case["teaser"]})
        kind = KINDS[self.file.suffix]
        request = Request(url, meta=meta)
        return kind(url, body=self.file.read_bytes(), encoding="utf-8", request=request)

    def results(self, spider: OutletSpider) -> list[Any]:
        """What the case's callback yields, as the outputs would write it."""
        callback = getattr(spider, self.case()["callback"])
        return [_plain(result) for result in callback(self.response(spider))]


def _plain(result: Any) -> Any:
    if isinstance(result, Request):
        assert result.callback is not None
        followed = {"follow": result.url, "callback": result.callback.__name__}
        if teaser := teaser_of(result.meta):
            record = teaser_record(teaser)
            said = {name: record[name] for name in record if record[name] and name not in IDENTITY}
            return {**followed, "said": json.loads(json.dumps(said))} if said else followed
        return followed
    return json.loads(ScrapyJSONEncoder().encode(ItemAdapter(result).asdict()))


PAGES = [
    SavedPage(file)
    for file in sorted(FOLDER.glob("*/*"))
    if file.suffix in (".html", ".xml") or file.name.endswith(".body.json")
]
