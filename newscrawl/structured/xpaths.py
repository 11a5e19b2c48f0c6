"""XPath expressions that find elements or strings."""

from collections.abc import Callable
from typing import cast

from lxml import etree
from lxml.html import HtmlElement


def finder(expression: str) -> Callable[[HtmlElement], list[HtmlElement]]:
    """Return a function that gives the elements, in page order, that *expression* finds."""
    compiled = etree.XPath(expression)
    return lambda root: cast("list[HtmlElement]", compiled(root))


def strings_finder(expression: str) -> Callable[[HtmlElement], list[str]]:
    """Return a function that gives the strings, in page order, that *expression* finds."""
    compiled = etree.XPath(expression, smart_strings=False)
    return lambda root: cast("list[str]", compiled(root))
