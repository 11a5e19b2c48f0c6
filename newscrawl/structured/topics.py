"""The topics that a page prints beside its article."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.structured.keywords import tags_of
from newscrawl.structured.xpaths import finder
from newscrawl.text import element_text

_NAMED = finder("descendant::*/@class[contains(., 'ag') or contains(., 'opic')]/..")
_REL_TAG = finder("//a/@rel[contains(., 'tag')]/..")
_ADDRESSED = finder(
    "//a/@href[contains(., '/tag') or contains(., '/topic') or contains(., '/them')"
    " or contains(., '/subject') or contains(., '/tem') or contains(., '/etiket')"
    " or contains(., '/keyword')]/.."
)
_TOPIC_PATH = re.compile(
    r"/(?:tags?|topics?|themen?|themes?|themas?|subjects?|temas?|temy?|etiketler|etiket|keywords?"
    r"|hashtags?)(?:/[^/]+){1,2}/?$"
)
_GENERATED = re.compile(r"(?:[-_]module)?[-_]+(?=\w*[A-Z0-9])\w{5,7}$|-module.*")
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+")
_TOPIC = frozenset("tag tags topic topics keyword keywords taglist hashtags".split())
_HOLDER = frozenset(
    "list lists link links item items container wrapper wrap block box content area section group "
    "inner outer row bottom news article post".split()
)
_OTHER = frozenset(
    "nav navbar navigation menu cloud header sidebar trending trend popular hot share social "
    "breadcrumb breadcrumbs ad ads gtm widget price image video mega".split()
)
_FRAME = frozenset({"nav", "footer", "aside", "header"})
_MAX_LEVELS = 4
_MAX_TOPICS = 25


def topic_links(root: HtmlElement) -> list[str]:
    """Return the topics that the page links as those of its article, in page order.

    The first list of links that is marked so: by the class of what holds it, by ``rel=tag``, or
    by where they lead; not those of the page's frame, and no cloud of all topics of the site.
    """
    for links in map(_without_categories, _groups(root)):
        if 0 < len(links) <= _MAX_TOPICS:
            topics = list(tags_of(element_text(link).rstrip(",;") for link in links))
            if topics:
                return topics
    return []


def _groups(root: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Yield the lists of links that can be topics, the likeliest first."""
    seen: set[HtmlElement] = set()
    for element in _NAMED(root):
        holder = _holder(element)
        if holder is not None and holder not in seen and not _framed(holder):
            seen.add(holder)
            yield list(islice(_links_in(holder), _MAX_TOPICS + 1))
    links = [link for link in _REL_TAG(root) if "tag" in _words_of(link, "rel")]
    yield [link for link in links if not _framed(link)]
    by_list: dict[HtmlElement, list[HtmlElement]] = {}
    for link in _ADDRESSED(root):
        if _TOPIC_PATH.search(link.get("href") or "") and _in_article(link) and not _framed(link):
            by_list.setdefault(_list_of(link), []).append(link)
    yield from by_list.values()


def _without_categories(links: list[HtmlElement]) -> list[HtmlElement]:
    """Return *links* without those that blog software marks as sections, if others remain."""
    return [link for link in links if "category" not in _words_of(link, "rel")] or links


def _links_in(holder: HtmlElement) -> Iterator[HtmlElement]:
    return (link for link in holder.iter("a") if link.get("href"))


def _holder(element: HtmlElement) -> HtmlElement | None:
    """The element that holds all topics, if the class of *element* says that it is about topics."""
    for name in _words_of(element, "class"):
        named = names_topics(name)
        if named:
            return element if named == "list" else element.getparent()
    return None


def names_topics(css_class: str) -> str | None:
    """Return ``list`` if *css_class* is that of a list of topics, ``one`` if that of one topic.

    >>> names_topics("article-tags__list"), names_topics("ArticleTags_tags__Zf6LY")
    ('list', 'list')
    >>> names_topics("post-tag"), names_topics("tag-cloud"), names_topics("image")
    ('one', None, None)
    """
    found = [word.lower() for word in _CLASS_WORD.findall(_GENERATED.sub("", css_class))]
    topics = [at for at, word in enumerate(found) if word in _TOPIC]
    if not topics or not _OTHER.isdisjoint(found):
        return None
    behind = found[topics[-1] + 1 :]
    if not _HOLDER.issuperset(behind):
        return None
    is_one = all(found[at] in ("tag", "topic", "keyword") for at in topics)
    if (is_one and not behind) or (behind and behind[-1] in ("item", "link")):
        return "one"
    return "list"


def _words_of(element: HtmlElement, attribute: str) -> list[str]:
    return (element.get(attribute) or "").split()


def _list_of(link: HtmlElement) -> HtmlElement:
    """What holds *link* and those beside it."""
    for above in islice(link.iterancestors(), _MAX_LEVELS):
        if len(list(islice(above.iter("a"), 2))) > 1:
            return above
    return link


def _in_article(element: HtmlElement) -> bool:
    return any(True for _ in element.iterancestors("article", "main"))


def _framed(element: HtmlElement) -> bool:
    """Whether *element* stands in the frame of the page: its menus, head, foot and sides."""
    if element.tag in ("footer", "header") and not _in_article(element):
        return True
    for above in element.iterancestors():
        if above.tag in ("article", "main"):
            return False
        if above.tag == "nav" or (above.tag in _FRAME and not _in_article(above)):
            return True
    return False
