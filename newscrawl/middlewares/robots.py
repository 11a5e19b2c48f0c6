"""robots.txt is obeyed by every request, and heard out as RFC 9309 has it."""

import asyncio
import logging
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware as ScrapyRobots
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.misc import build_from_crawler

from newscrawl.ai_agents import ClosedTo
from newscrawl.errors import OperatorError
from newscrawl.host_rights import HostRights
from newscrawl.manners import head_of, robots_say_nothing
from newscrawl.outcomes import LeftForLater, RobotsUnreachable

logger = logging.getLogger(__name__)


class RobotsTxtMiddleware(ScrapyRobots):
    """Scrapy's own, which lets through those who wait for an answer that another asked for.

    * An answer 4xx, or none to be had for a reason of ours, allows everything.
    * A server that fails (5xx), is busy (429) or cannot be reached, after all retries, allows
      nothing in this run, unless ``NEWSCRAWL_ROBOTS_UNREACHABLE`` says ``allow``: what was to be
      asked for is left to the next one.
    * No more than ``NEWSCRAWL_ROBOTS_MAX_KB`` of it are read. Redirects are followed to any host.

    Stat ``newscrawl/robots/unreachable/<host>``: requests that were not made.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        self.most_bytes = settings.getint("NEWSCRAWL_ROBOTS_MAX_KB") * 1024
        unreachable = settings["NEWSCRAWL_ROBOTS_UNREACHABLE"]
        if unreachable not in ("disallow", "allow"):
            raise OperatorError(
                f"NEWSCRAWL_ROBOTS_UNREACHABLE is disallow or allow, not {unreachable!r}"
            )
        self.allows_unreachable = unreachable == "allow"
        self.asked: dict[str, asyncio.Task[RobotParser | LeftForLater]] = {}
        """By host and port, what it says, or why nothing is to be asked of it."""

    async def robot_parser(self, request: Request) -> RobotParser:
        """Return the rules of the host that *request* goes to.

        :raises LeftForLater: if they cannot be had in this run.
        """
        parts = urlsplit(request.url)
        if parts.netloc not in self.asked:
            asking = self._ask(f"{parts.scheme}://{parts.netloc}/robots.txt", request)
            self.asked[parts.netloc] = asyncio.get_running_loop().create_task(asking)
        # Each waiter has its own: one that is cancelled takes the answer from nobody.
        rules = await asyncio.shield(self.asked[parts.netloc])
        if isinstance(rules, LeftForLater):
            if isinstance(rules, RobotsUnreachable):
                self._stats.inc_value(f"newscrawl/robots/unreachable/{parts.hostname}")
                raise RobotsUnreachable(rules.why)
            raise LeftForLater(str(rules))
        return rules

    async def _ask(self, url: str, on_behalf_of: Request) -> RobotParser | LeftForLater:
        assert self.crawler.engine is not None
        request = Request(
            url,
            priority=self.DOWNLOAD_PRIORITY,
            meta={"dont_obey_robotstxt": True, "allow_offsite": True},
            callback=NO_CALLBACK,
        )
        self._stats.inc_value("robotstxt/request_count")
        try:
            response = await self.crawler.engine.download_async(request)
        except LeftForLater as error:
            return error
        except IgnoreRequest as error:
            logger.info("%s cannot be had, which allows everything: %s", url, error)
            return await self._rules(b"", on_behalf_of)
        except Exception as error:
            self._stats.inc_value(f"robotstxt/exception_count/{type(error)}")
            return await self._unreachable(url, type(error).__name__, on_behalf_of)
        return await self._heard(response, on_behalf_of)

    async def _heard(self, response: Response, on_behalf_of: Request) -> RobotParser | LeftForLater:
        status = response.status
        self._stats.inc_value("robotstxt/response_count")
        self._stats.inc_value(f"robotstxt/response_status_count/{status}")
        if robots_say_nothing(status):
            return await self._unreachable(response.url, f"http {status}", on_behalf_of)
        body = head_of(response.body, self.most_bytes) if status < 300 else b""
        netloc = urlsplit(on_behalf_of.url).netloc
        # With a mark at its beginning, as Scrapy reads it.
        HostRights.of(self.crawler).robots[netloc] = ClosedTo(body.decode("utf-8-sig", "replace"))
        return await self._rules(body, on_behalf_of)

    async def _unreachable(
        self, url: str, why: str, on_behalf_of: Request
    ) -> RobotParser | LeftForLater:
        if self.allows_unreachable:
            logger.warning("%s cannot be read (%s); everything is taken for allowed", url, why)
            return await self._rules(b"", on_behalf_of)
        logger.error("%s cannot be read (%s); nothing is asked of its host in this run", url, why)
        return RobotsUnreachable(why)

    async def _rules(self, body: bytes, on_behalf_of: Request) -> RobotParser:
        rules: RobotParser = build_from_crawler(self._parserimpl, self.crawler, body)
        await self.crawler.signals.send_catch_log_async(
            signal=signals.robots_parsed, robotparser=rules, request=on_behalf_of
        )
        return rules
