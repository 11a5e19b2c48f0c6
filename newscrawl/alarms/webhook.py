"""Alarms to an address on the web."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException, InvalidURL
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from newscrawl.alarms.message import Message
from newscrawl.errors import OperatorError

_PAUSE_S = 2.0


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """A POST that is led elsewhere would arrive as a GET without the report."""


@dataclass(frozen=True)
class WebhookSender:
    """POST the report as JSON.

    Asked again are answers 429 and 5xx and connections that fail, after 2, 4, 8 … seconds.
    """

    url: str
    timeout_s: float
    tries: int
    sleep: Callable[[float], object] = field(default=time.sleep, compare=False)
    name = "webhook"

    def send(self, message: Message) -> None:
        """:raises OperatorError: if it was not taken; the address, maybe secret, is not in it."""
        request = Request(
            self.url,
            data=message.payload.encode(),
            headers={"Content-Type": "application/json; charset=utf-8", "User-Agent": "newscrawl"},
        )
        opener = build_opener(_NoRedirects)
        host = urlsplit(self.url).hostname
        for tried in range(1, self.tries + 1):
            try:
                with opener.open(request, timeout=self.timeout_s):
                    return
            except HTTPError as error:
                error.close()
                problem = f"{host} answers {error.code}"
                if error.code != 429 and error.code < 500:
                    break
            except InvalidURL:  # says which
                problem = f"{host}: its address is none"
                break
            except (OSError, HTTPException) as error:
                problem = f"{host}: {error or type(error).__name__}"
            if tried < self.tries:
                self.sleep(_PAUSE_S * 2 ** (tried - 1))
        raise OperatorError(problem)
