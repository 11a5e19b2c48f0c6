"""What a server has to say: the newsroom, behind requests."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol

from newscrawl.demo.articles import Newsroom
from newscrawl.demo.faults import Fault
from newscrawl.demo.site import Answer, Site

if TYPE_CHECKING:
    from aiohttp import web


class Content(Protocol):
    """What a server has to say."""

    seed: int
    """Of the faults."""

    methods: tuple[str, ...]

    async def answer(self, request: "web.BaseRequest") -> Answer: ...

    def truths(self) -> Iterator[Mapping[str, Any]]: ...

    def state(self) -> Mapping[str, Any]:
        """Return what of it can be told apart from without, as JSON has it."""

    def turn(self, moment: int, faults: frozenset[Fault]) -> None:
        """Show *moment*, with *faults*.

        :raises ValueError: if that cannot be.
        """


class NewsroomContent:
    """The invented newsroom."""

    methods: tuple[str, ...] = ("GET", "HEAD")

    def __init__(self, newsroom: Newsroom, faults: frozenset[Fault] = frozenset()) -> None:
        self.seed = newsroom.seed
        self.site = Site(newsroom, faults)
        self.turns = count(1)

    async def answer(self, request: "web.BaseRequest") -> Answer:
        return self.site.answer(request.path, request.query, next(self.turns))

    def truths(self) -> Iterator[Mapping[str, Any]]:
        return self.site.newsroom.truths()

    def state(self) -> Mapping[str, Any]:
        moment = self.site.newsroom.moment
        return {"moment": moment, "at": self.site.newsroom.archive.clock(moment).isoformat()}

    def turn(self, moment: int, faults: frozenset[Fault]) -> None:
        newsroom = replace(
            self.site.newsroom,
            moment=moment,
            edited=Fault.EDITED in faults,
            wire=Fault.WIRE in faults,
            stale=Fault.STALE in faults,
        )
        self.site = Site(newsroom, faults)
