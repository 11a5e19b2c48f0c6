"""Scrolling a list in a browser until it has shown all there is to see."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Page, Request, Response
from playwright.async_api import TimeoutError as PlaywrightTimeout

_TRIES = 3
"""How often a list is scrolled that does not grow: its request may have failed."""

_CARDS_FROM = (
    "([card, from]) => [...document.querySelectorAll(card)].slice(from).map(e => e.outerHTML)"
)

_MORE_OR_END = """([card, shown, endless]) =>
    document.querySelectorAll(card).length > shown
    || (endless && !document.querySelector(endless))"""

_TO_THE_END = """() => {
    window.scrollBy(0, -window.innerHeight);
    window.scrollTo(0, document.documentElement.scrollHeight);
}"""


@dataclass(frozen=True)
class Scroll:
    """How a list is scrolled, and when that ends."""

    card: str
    """CSS of an element of the list."""

    endless: str
    """CSS of the element that stands at its end while there is more; may be empty."""

    seen: Callable[[Sequence[str]], Awaitable[str | None]]
    """Is given the markup of the cards that came, and says why no more are needed, or None."""

    wait_s: float
    """How long one step waits for new cards."""

    max_steps: int

    async def __call__(self, page: Page) -> str:
        """Scroll *page* and return why it ended: ``end``, ``stalled`` (more was promised, but a
        request for it failed), ``bound``, or what ``seen`` said."""
        failures = _Failures(page)
        shown = 0
        for _ in range(self.max_steps):
            cards: list[str] = await page.evaluate(_CARDS_FROM, [self.card, shown])
            shown += len(cards)
            if cards and (reason := await self.seen(cards)):
                return reason
            if self.endless and not await page.query_selector(self.endless):
                return "end"
            failures.count = 0
            if not await self._grows(page, shown):
                return "stalled" if failures.count else "end"
        return "bound"

    async def _grows(self, page: Page, shown: int) -> bool:
        for _ in range(_TRIES):
            await page.evaluate(_TO_THE_END)
            try:
                await page.wait_for_function(
                    _MORE_OR_END,
                    arg=[self.card, shown, self.endless],
                    timeout=self.wait_s * 1000,
                )
            except PlaywrightTimeout:
                continue
            return True
        return False


class _Failures:
    """Counts the requests of *page* that failed."""

    def __init__(self, page: Page) -> None:
        self.count = 0
        page.on("response", self._answered)
        page.on("requestfailed", self._failed)

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.count += 1

    def _failed(self, request: Request) -> Any:
        if request.resource_type in ("xhr", "fetch"):
            self.count += 1
