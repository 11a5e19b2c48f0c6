"""XPath expressions that find elements."""

from collections.abc import Callable
from typing import cast

from lxml import etree
from lxml.html import HtmlElement


def finder(expression: str) -> Callable[[HtmlElement], list[HtmlElement]]:
    """Return a function that gives the elements, in page order, that *expression* finds."""
    compiled = etree.XPath(expression)
    return lambda root: cast("list[HtmlElement]", compiled(root))
