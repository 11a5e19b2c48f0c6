"""What the hosts of one crawl say of rights, beside their pages."""

import asyncio
import logging
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http.request import NO_CALLBACK

from newscrawl.ai_agents import ClosedTo
from newscrawl.tdmrep import PATH, Rule, mining_rights, read_rules

logger = logging.getLogger(__name__)

_FOUND = 200


class HostRights:
    """Asks each host once in a crawl for its tdmrep.json, when its first article has come.

    Stat ``newscrawl/tdmrep/asked``.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.most_bytes = crawler.settings.getint("NEWSCRAWL_TDMREP_MAX_KB") * 1024
        self.robots: dict[str, ClosedTo] = {}
        """By host and port; of those whose robots.txt was read."""
        self.asked: dict[str, asyncio.Task[list[Rule]]] = {}
        """By host and port, the rules of its tdmrep.json."""

    @classmethod
    def of(cls, crawler: Crawler) -> "HostRights":
        """Return what is known in *crawler*, the same to all."""
        rights = _rights.get(crawler)
        if rights is None:
            rights = _rights[crawler] = cls(crawler)
        return rights

    async def rights_at(self, url: str) -> dict[str, str]:
        """Return what the host says of the page at *url*, as the rights of an article:
        ``ai_agents``, ``text_mining`` and ``text_mining_policy``, as far as stated."""
        found = mining_rights(await self._rules(url), url)
        closed_to = self.robots.get(urlsplit(url).netloc)
        if closed_to and (agents := closed_to(url)):
            found["ai_agents"] = ", ".join(agents)
        return found

    async def _rules(self, url: str) -> list[Rule]:
        if self.most_bytes <= 0:
            return []
        parts = urlsplit(url)
        if parts.netloc not in self.asked:
            asking = self._ask(f"{parts.scheme}://{parts.netloc}{PATH}")
            self.asked[parts.netloc] = asyncio.get_running_loop().create_task(asking)
        return await asyncio.shield(self.asked[parts.netloc])

    async def _ask(self, url: str) -> list[Rule]:
        assert self.crawler.engine is not None
        self.crawler.stats.inc_value("newscrawl/tdmrep/asked")
        request = Request(
            url,
            callback=NO_CALLBACK,
            meta={"max_retry_times": 0, "download_maxsize": self.most_bytes},
        )
        try:
            response = await self.crawler.engine.download_async(request)
        except Exception as error:
            # Whatever it is: most hosts have no such file, and nothing hangs on it.
            logger.debug("%s cannot be had: %s", url, error)
            return []
        return read_rules(response.body, response.url) if response.status == _FOUND else []


_rights: WeakKeyDictionary[Crawler, HostRights] = WeakKeyDictionary()
