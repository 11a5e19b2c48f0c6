"""One open store for all parts of a crawl, and the thread that talks to it."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ClassVar, Self, TypeVar

from newscrawl.storage.errors import StoreError
from newscrawl.storage.shared import SharedStore

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")


class CrawlStore:
    """A store that no part of a crawl has to wait for while others could go on.

    One thread does all that is asked of it, in the order in which it was asked. It is shared by
    all who use the database in this process, and closes when the last of them closes it.
    """

    _open: ClassVar[dict[str, Self]] = {}

    def __init__(self, url: str) -> None:
        self.url = url
        self.users = 1
        self.failure: BaseException | None = None
        """What the first of the statements that nobody waits for failed with."""
        self._store = SharedStore(url)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")

    @classmethod
    def of(cls, url: str) -> Self:
        """Return the store at *url*, opening it if nobody has.

        :raises StoreError: if it cannot be opened.
        """
        store = cls._open.get(url)
        if store is None:
            store = cls._open[url] = cls(url)
        else:
            store.users += 1
        return store

    async def ask(self, question: Callable[[SharedStore], Answer]) -> Answer:
        """Return what *question* returns of the store.

        :raises StoreError: also if a statement before it failed: what is to be answered may
            build on it.
        """
        return await asyncio.wrap_future(self._thread.submit(self._answer, question))

    def tell(self, statement: Callable[[SharedStore], object]) -> None:
        """Let *statement* be done with the store in its turn, without waiting for it.

        If it fails, the log says so at once, and whoever asks next.
        """
        self._thread.submit(self._answer, statement).add_done_callback(self._note_failure)

    async def close(self) -> None:
        """Do all that was asked, then close the store if nobody else uses it."""
        self.users -= 1
        if self.users <= 0:
            self._open.pop(self.url, None)
            await asyncio.wrap_future(self._thread.submit(self._store.close))
            self._thread.shutdown()
        else:
            await asyncio.wrap_future(self._thread.submit(lambda: None))

    def _answer(self, question: Callable[[SharedStore], Answer]) -> Answer:
        if self.failure is not None:
            raise StoreError(str(self.failure)) from self.failure
        return question(self._store)

    def _note_failure(self, done: "Future[object]") -> None:
        error = done.exception()
        if error is not None and self.failure is None:
            self.failure = error
            logger.error("the store did not take what it was told: %s", error)
