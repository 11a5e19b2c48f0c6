"""Saved pages kept small."""

from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement, tostring

from newscrawl.feeds import read_feed

_KEPT_SCRIPTS = ("application/ld+json",)
_ENTRIES = ("item", "entry", "url", "sitemap")


def trimmed(root: HtmlElement) -> str:
    """Return the page *root* without styles, comments and scripts other than JSON-LD.

    >>> from lxml.html import document_fromstring
    >>> page = document_fromstring("<p>Gates<script>x()</script> close</p><style>p {}</style>")
    >>> trimmed(page)
    '<!DOCTYPE html>\\n<html><body><p>Gates close</p></body></html>\\n'
    """
    copy = deepcopy(root)
    for element in list(copy.iter()):
        if _is_dead_weight(element) and element.getparent() is not None:
            element.drop_tree()
    text: str = tostring(copy, encoding="unicode", doctype="<!DOCTYPE html>")
    lines = (line.rstrip() for line in text.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def _is_dead_weight(element: HtmlElement) -> bool:
    if element.tag is etree.Comment or element.tag in ("style", "svg", "iframe"):
        return True
    kind = (element.get("type") or "").lower() if element.tag == "script" else ""
    return element.tag == "script" and kind not in _KEPT_SCRIPTS


def shortened(body: bytes, most: int) -> bytes:
    """Return a feed or sitemap with its first *most* entries; as it is where it is no XML.

    >>> shortened(b"<urlset><url><loc>a</loc></url><url><loc>b</loc></url></urlset>", 1)
    b"<?xml version='1.0' encoding='utf-8'?>\\n<urlset><url><loc>a</loc></url></urlset>"
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, strip_cdata=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        return body
    entries = [
        element
        for element in root.iter(etree.Element)
        if etree.QName(element).localname in _ENTRIES and element is not root
    ]
    for element in entries[most:]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def is_same_feed(body: bytes, short: bytes, url: str) -> bool:
    """Tell whether *short* begins as *body* does."""
    few = read_feed(short, url)
    return read_feed(body, url)[: len(few)] == few
