"""Way in ``endpoint``: lists of articles that a site's own pages fetch as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import jmespath
from scrapy import FormRequest, Request
from scrapy.http import TextResponse

from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.base_spiders.responses import fetched_at
from newscrawl.dates import parse_date
from newscrawl.items import Teaser
from newscrawl.meta import walk_of
from newscrawl.selectors import find_elements
from newscrawl.structured.said import line
from newscrawl.text import markup_paragraphs, plain
from newscrawl.walks import Walk


@dataclass(frozen=True)
class EndpointFields:
    """Where an answer holds what; JMESPath (https://jmespath.org)."""

    items: str = "@"
    """The list of articles in the answer; the other fields start at one of them."""

    link: str = "link"
    headline: str = ""
    date: str = ""
    """With an offset, or in the outlet's zone."""

    utc_date: str = ""
    """As ``date``, but in UTC although it does not say so."""

    summary: str = ""
    body: str = ""
    """Markup of the whole text."""

    image: str = ""
    section: str = ""


class EndpointSpider(OutletSpider):
    """Asks an endpoint for one batch of articles after the other, newest first."""

    endpoints: ClassVar[tuple[str, ...]] = ()
    """Addresses of batches; see :meth:`OutletSpider.addresses`. ``{page}`` counts batches from 1,
    ``{index}`` from 0, ``{offset}`` is the number of articles before the batch. The list ends
    with a batch that has no article, or is refused with 400 or 404."""

    endpoint_form: ClassVar[dict[str, str]] = {}
    """Form fields to POST, with the same placeholders; a GET if there are none."""

    endpoint_form_page: ClassVar[str] = ""
    """A page whose hidden fields are sent along, such as a token against forged requests."""

    endpoint_batch: ClassVar[int] = 10
    """How many articles a batch has."""

    endpoint_fields: ClassVar[EndpointFields] = EndpointFields()

    hidden_fields: dict[str, str]

    def start_endpoint(self) -> Iterator[Request]:
        self.hidden_fields = {}
        if self.arguments.sections:
            self.logger.info("endpoints are left out: they do not tell sections apart")
        elif self.endpoint_form_page:
            for (page,) in self.addresses((self.endpoint_form_page,)):
                yield Request(
                    page,
                    callback=self.parse_form_page,
                    errback=self.form_page_failed,
                    dont_filter=True,  # it may be a listing, too
                )
        else:
            yield from self.walk_requests(self.endpoints, "endpoint", self.parse_batch)

    def parse_form_page(self, response: TextResponse) -> Iterator[Request]:
        for field in find_elements(response.selector.root, "input[type=hidden][name]"):
            self.hidden_fields[field.get("name", "")] = field.get("value", "")
        yield from self.walk_requests(self.endpoints, "endpoint", self.parse_batch)

    def form_page_failed(self, failure: Any) -> Iterator[Request]:
        """Ask without the hidden fields: some endpoints answer all the same."""
        self.logger.warning("%s: no hidden fields: %s", failure.request.url, failure.value)
        yield from self.walk_requests(self.endpoints, "endpoint", self.parse_batch)

    def walk_request(self, url: str, way: str, *args: Any, **meta: Any) -> Request:
        request = super().walk_request(url, way, *args, **meta)
        if way != "endpoint":
            return request
        walk = walk_of(request.meta)
        assert walk is not None
        request = request.replace(url=self._filled(walk.address, walk))
        request.meta["handle_httpstatus_list"] = [400, 404]
        if not self.endpoint_form:
            return request
        form = {name: self._filled(value, walk) for name, value in self.endpoint_form.items()}
        return request.replace(
            cls=FormRequest, method="POST", formdata={**self.hidden_fields, **form}
        )

    def parse_batch(self, response: TextResponse) -> Iterator[Request]:
        walk = walk_of(response.meta)
        first = walk is None or walk.page == 1
        if response.status in (400, 404):
            if first:
                self.listing_failed(response.url, walk, f"http {response.status}")
            return
        try:
            items = _list(response.json(), self.endpoint_fields.items)
        except ValueError:
            self.listing_failed(response.url, walk, "no JSON")
            return
        links = 0
        for item in items:
            link = _text(item, self.endpoint_fields.link)
            links += link is not None
            teaser = link and self._teaser_of_item(response.urljoin(link), item, response)
            if teaser:
                yield self.article_request(teaser)
        if first and not links:
            self.listing_failed(response.url, walk, "no articles")
        elif links and walk is not None:
            yield self.walk_request(walk.address, walk.way, self.parse_batch, walk.next_page())

    def _filled(self, template: str, walk: Walk) -> str:
        index = walk.page - 1
        numbers = {"page": walk.page, "index": index, "offset": index * self.endpoint_batch}
        for name, number in numbers.items():
            template = template.replace(f"{{{name}}}", str(number))
        return template

    def _teaser_of_item(self, url: str, item: Any, response: TextResponse) -> Teaser | None:
        fields = self.endpoint_fields
        body, image = _text(item, fields.body), _text(item, fields.image)
        teaser = self.teaser(
            url,
            "endpoint",
            headline=_line(item, fields.headline),
            summary=_line(item, fields.summary),
            image=plain(image) if image else None,
            section=_line(item, fields.section),
            body=(body and "\n\n".join(markup_paragraphs(body))) or None,
        )
        printed = _text(item, fields.utc_date)
        printed = f"{printed}Z" if printed else _text(item, fields.date)
        if teaser is None or printed is None:
            return teaser
        languages = (teaser.language,)
        now = fetched_at(response)
        instant = parse_date(line(printed), zone=self.zone, now=now, languages=languages)
        if instant is None:
            return teaser
        return replace(
            teaser, date=instant.moment, date_precision=instant.precision, date_raw=instant.raw
        )


def _list(data: Any, path: str) -> list[Any]:
    found = jmespath.search(path, data)
    return found if isinstance(found, list) else []


def _text(item: Any, path: str) -> str | None:
    found = jmespath.search(path, item) if path else None
    return found.strip() or None if isinstance(found, str) else None


def _line(item: Any, path: str) -> str | None:
    text = _text(item, path)
    return line(text) or None if text else None
