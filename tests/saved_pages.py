"""The pages under tests/pages: a page that was saved, and what it must yield.

A case is two files, ``<spider>/<case>.html`` (or ``.xml``) and ``<case>.json`` beside it, with
``url``, ``fetched`` (ISO 8601), ``callback`` and ``expected``: the articles that the callback
yields, and for each request ``{"follow": URL, "callback": NAME}``.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from itemadapter import ItemAdapter
from scrapy import Request
from scrapy.http import HtmlResponse, TextResponse, XmlResponse
from scrapy.utils.serialize import ScrapyJSONEncoder

from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.meta import FETCHED_AT, WALK
from newscrawl.walks import Walk

FOLDER = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class SavedPage:
    """One case."""

    file: Path

    @property
    def spider(self) -> str:
        return self.file.parent.name

    @property
    def json(self) -> Path:
        return self.file.with_suffix(".json")

    def case(self) -> dict[str, Any]:
        case: dict[str, Any] = json.loads(self.json.read_text(encoding="utf-8"))
        return case

    def write(self, case: dict[str, Any]) -> None:
        text = json.dumps(case, indent=2, ensure_ascii=False) + "\n"
        self.json.write_text(text, encoding="utf-8")

    def response(self) -> TextResponse:
        case = self.case()
        request = Request(
            case["url"],
            meta={
                FETCHED_AT: datetime.fromisoformat(case["fetched"]),
                WALK: Walk(listing=f"{self.spider}:listing:{case['url']}", way="listing"),
            },
        )
        kind = XmlResponse if self.file.suffix == ".xml" else HtmlResponse
        return kind(case["url"], body=self.file.read_bytes(), encoding="utf-8", request=request)

    def results(self, spider: OutletSpider) -> list[Any]:
        """What the case's callback yields, as the outputs would write it."""
        callback = getattr(spider, self.case()["callback"])
        return [_plain(result) for result in callback(self.response())]


def _plain(result: Any) -> Any:
    if isinstance(result, Request):
        assert result.callback is not None
        return {"follow": result.url, "callback": result.callback.__name__}
    return json.loads(ScrapyJSONEncoder().encode(ItemAdapter(result).asdict()))


PAGES = [
    SavedPage(file)
    for file in sorted(FOLDER.glob("*/*"))
    if file.suffix in (".html", ".xml") and not file.name.startswith(".")
]
