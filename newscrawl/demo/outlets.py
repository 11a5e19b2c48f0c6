"""Outlets from their saved pages, told apart by the host that a crawl asks for."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawl.base_spiders import OutletSpider
from newscrawl.demo.faults import Fault
from newscrawl.demo.saved import GONE, SavedOutlet, read_cases
from newscrawl.demo.site import Answer

if TYPE_CHECKING:
    from aiohttp import web

NO_MOMENTS = "saved pages have no moment but 0"


class SavedContent:
    """Answers for *spiders* from the cases that *folder* has of each.

    :param seed: of the faults.
    :raises ValueError: if an outlet has no saved page, or one that cannot be read.
    """

    methods: tuple[str, ...] = ("GET", "HEAD", "POST")

    def __init__(self, spiders: Sequence[type[OutletSpider]], folder: Path, seed: int) -> None:
        self.seed = seed
        self.outlets = [saved_outlet(spider, folder) for spider in spiders]
        self.domains = [
            (domain, outlet)
            for spider, outlet in zip(spiders, self.outlets, strict=True)
            for domain in spider.allowed_domains
        ]

    async def answer(self, request: "web.BaseRequest") -> Answer:
        """Answer as the outlet whose host the crawl means: it says so in ``X-Forwarded-Host``."""
        host = request.headers.get("X-Forwarded-Host", "")
        form = {}
        if request.method == "POST":
            form = {name: str(value) for name, value in (await request.post()).items()}
        for domain, outlet in self.domains:
            if host == domain or host.endswith(f".{domain}"):
                return outlet.answer(f"https://{host}{request.path_qs}", form)
        return GONE

    def truths(self) -> Iterator[Mapping[str, Any]]:
        for outlet in self.outlets:
            yield from outlet.truths()

    def state(self) -> Mapping[str, Any]:
        return {"moment": 0}

    def turn(self, moment: int, faults: frozenset[Fault]) -> None:
        """:raises ValueError: for another moment than 0; faults are the server's."""
        if moment:
            raise ValueError(NO_MOMENTS)


def saved_outlet(spider: type[OutletSpider], folder: Path) -> SavedOutlet:
    """Return the outlet of *spider* as its cases below *folder* show it."""
    return SavedOutlet(spider.describe().pattern, read_cases(folder / spider.name))
