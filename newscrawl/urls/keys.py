"""What tells whether two addresses lead to one page."""

import re
from urllib.parse import urlsplit, urlunsplit

from newscrawl.urls.canonical import canonical_url

LONGEST_ADDRESS = 2000
"""Characters of an article's address; no newsroom's software has longer ones."""

_MAX_FORMS = 10
"""Of one page around each other: a form for telephones in a cache in a cache."""

_SUSPECT = tuple("amp print //m. //mobile. //wap. //www.m. //www.mobile. //www.wap.".split())
"""One of them is in every address that is not plain, and in few others."""

_CACHE = re.compile(
    r"https?://(?:(?:[a-z0-9-]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)/(?:c|v|wp)"
    r"|www\.google\.(?:[a-z]{2,3}|com?\.[a-z]{2})/amp)"
    r"/(?P<secure>s/)?(?P<address>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/?].*)?)"
)
_MOBILE = re.compile(r"(?:www\.)?(?:m|mobile|wap|amp)\.(?=.)")
_NO_SITE = re.compile(r"[^.]*|(?:com?|org?|net|gov|edu|info|ac)\.[a-z]{2}")
_TELLING = re.compile(r"[\d_.%-]")
"""What the path of an article has: without it, the last word may be the article's own."""

_FORM = re.compile(r"(?P<page>/.+?)(?:/(?:amp|print))+(?P<slash>/?)", re.IGNORECASE)
_AMP_SUFFIX = re.compile(r"(?<=[^./])\.amp(?=(?:\.html?)?$)")
_FORM_PARAMETER = re.compile(
    r"amp(?:=(?:1|true|amp|yes)?)?|(?:outputtype|output|view)=amp"
    r"|print(?:=(?:1|true|yes|y|print)?)?|view=print",
    re.IGNORECASE,
)
_INDEX = re.compile(r"/index\.(?:s?html?|php|aspx?)$", re.IGNORECASE)
_SLASHES = re.compile("//+")
_SAFE_IN_PATH = re.compile("%(2[146-9A-C]|3[ABD]|40)")
_SAFE_IN_QUERY = re.compile("%(2[147-9ACF]|3[ABF]|40)")
"""Escapes of what parts nothing there: ``!$'()*,:;@`` in both."""


def plain_address(url: str) -> str | None:
    """Return the address of the page that *url* leads to in some form, or None if that is no
    HTTP address.

    That of its AMP form (in a cache of Google's or Bing's, too), of that for telephones or for
    printing is the address of the page itself; any other, and any of more than
    :data:`LONGEST_ADDRESS` characters, is in canonical form.

    >>> plain_address("https://a-example.cdn.ampproject.org/c/s/a.example/gates-close/amp/")
    'https://a.example/gates-close/'
    >>> plain_address("https://m.a.example/news.php?id=5&print=1")
    'https://a.example/news.php?id=5'
    """
    address = canonical_url(url)
    for _ in range(_MAX_FORMS):
        if address is None or len(address) > LONGEST_ADDRESS or not _is_suspect(address):
            break
        form, address = address, _plainer(address)
        if form == address:
            break
    return address


def address_key(url: str) -> str:
    """Return what the addresses of one page share, and no other page's has.

    Scheme, ``www.``, host and path of a form (see :func:`plain_address`), escapes, slashes at the
    end or doubled, names of index files, the order of parameters tell no two pages apart. All
    other parameters do, and letter case beyond the host: a page with two keys is a lesser evil
    than two articles with one. What is no HTTP address is its own key.

    >>> address_key("http://www.a.example/news/?id=5&page=2")
    'a.example/news?id=5&page=2'
    >>> address_key("https://amp.a.example/news/index.php?page=2&amp=1&id=5")
    'a.example/news?id=5&page=2'
    """
    plain = plain_address(url)
    if plain is None:
        return url.strip()
    _, host, path, query, _ = urlsplit(plain)
    if host.startswith("www.") and not _NO_SITE.fullmatch(host[4:]):
        host = host[4:]
    path = _SLASHES.sub("/", _SAFE_IN_PATH.sub(_character, path))
    path = _INDEX.sub("", path).rstrip("/") or "/"
    parameters = {
        _SAFE_IN_QUERY.sub(_character, parameter).replace("+", "%20").removesuffix("=")
        for parameter in query.split("&")
    }
    return f"{host}{path}?{'&'.join(sorted(parameters))}" if query else f"{host}{path}"


def site_of(url: str) -> str:
    """Return the host of *url* without ``www.`` and what is for telephones; "" if there is none.

    >>> site_of("https://www.a.example:8080/x"), site_of("https://m.en.a.example/")
    ('a.example', 'en.a.example')
    """
    if canonical_url(url) is None:
        return ""
    return re.sub(r":\d+$", "", address_key(url).partition("/")[0])


def _is_suspect(address: str) -> bool:
    return any(map(address.lower().__contains__, _SUSPECT))


def _plainer(canonical: str) -> str | None:
    if cached := _CACHE.fullmatch(canonical):
        return canonical_url(f"http{'s' * bool(cached['secure'])}://{cached['address']}")
    scheme, host, path, query, _ = urlsplit(canonical)
    plainer = urlunsplit((scheme, _desktop(host), _page(path), _without_form(query), ""))
    return canonical_url(plainer)


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))


def _desktop(host: str) -> str:
    while (mobile := _MOBILE.match(host)) and not _NO_SITE.fullmatch(host[mobile.end() :]):
        host = host[mobile.end() :]
    return host


def _page(path: str) -> str:
    path = _AMP_SUFFIX.sub("", path)
    if (form := _FORM.fullmatch(path)) and _TELLING.search(form["page"]):
        path = form["page"] + form["slash"]
    if path[:5].lower() == "/amp/" and _TELLING.search(path[5:]):
        path = path[4:]
    return path


def _without_form(query: str) -> str:
    return "&".join(each for each in query.split("&") if not _FORM_PARAMETER.fullmatch(each))
