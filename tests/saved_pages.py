"""The pages under tests/pages: a page that was saved, and what it must yield.

A case is two files, ``<spider>/<case>.html`` (or ``.xml``, or ``.body.json`` for the answer of an
endpoint) and ``<case>.json`` beside it, with ``url``, ``fetched`` (ISO 8601), ``callback`` and
``expected``: the articles that the callback yields, and for each request ``{"follow": URL,
"callback": NAME}``, with what the listing ``said`` of an article. An article may have a
``teaser``: what the listing that led to it said, by the names of
:class:`~newscrawl.items.Teaser`, with its ``source``.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapy.http import TextResponse

from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.cases import case_response, case_results, case_text

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
        self.json.write_text(case_text(case), encoding="utf-8")

    def response(self, spider: OutletSpider) -> TextResponse:
        return case_response(spider, self.case(), self.file.read_bytes(), self.file.suffix)

    def results(self, spider: OutletSpider) -> list[Any]:
        """What the case's callback yields, as the outputs would write it."""
        return case_results(spider, self.case(), self.file.read_bytes(), self.file.suffix)


PAGES = [
    SavedPage(file)
    for file in sorted(FOLDER.glob("*/*"))
    if file.suffix in (".html", ".xml") or file.name.endswith(".body.json")
]
