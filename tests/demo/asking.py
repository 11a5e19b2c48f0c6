"""Asks the newsroom without the code that a crawl asks with."""

from collections.abc import Mapping
from http.client import HTTPConnection, HTTPResponse


def ask(
    origin: str,
    path: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: str | None = None,
) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(origin.removeprefix("http://"), timeout=60)
    try:
        connection.request(method, path, body, dict(headers or {}))
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()
