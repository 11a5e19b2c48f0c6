"""Invented listings of several shapes."""

from lxml.html import HtmlElement, fromstring

from newscrawl.discovery import Link, links_of

HOST = "https://outlet.example"


def page(body: str, head: str = "") -> HtmlElement:
    return fromstring(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")


def links(body: str, path: str = "/") -> list[Link]:
    return links_of(page(body), HOST + path)


FRAME_TOP = """
<header class=site-header><a href="/">Outlet</a>
<nav><a href="/politics/">Politics</a><a href="/sport/">Sport</a><a href="/about-us">About us</a>
<a href="/search?q=">Search</a></nav></header>"""
FRAME_BOTTOM = """
<aside class=sidebar><h3>Most read</h3>
<a href="/sport/2025/10/12/rowers-win-the-regatta-in-the-rain">Rowers win the regatta in rain</a>
<a href="/sport/2025/10/11/goalkeeper-saves-four-in-a-row">Goalkeeper saves four in
a row</a></aside>
<footer><a href="/privacy">Privacy</a><a href="https://social.example/outlet-of-the-harbour">Us</a>
</footer>"""

BLOG = f"""{FRAME_TOP}<main>
<article class=teaser><h2><a href="/politics/2025/10/13/flood-gates-close-at-dusk">Flood gates
close at dusk</a></h2><time datetime="2025-10-13T10:00:00Z">13 October</time>
<a href="/politics/">Politics</a> <a href="/author/ada-quill">Ada Quill</a>
<a href="/politics/2025/10/13/flood-gates-close-at-dusk#comments">3</a></article>
<article class=teaser><h2><a href="/politics/2025/10/12/ferry-talks-go-on">Ferry talks go on for
another week</a></h2><a href="/tag/ferry-talks-of-the-year">Ferry talks of the year</a></article>
<article class=teaser><h2><a href="/politics/2025/10/11/a-new-mayor">A new mayor is
sworn in</a></h2></article></main>{FRAME_BOTTOM}"""
BLOG_ARTICLES = [
    "/politics/2025/10/13/flood-gates-close-at-dusk",
    "/politics/2025/10/12/ferry-talks-go-on",
    "/politics/2025/10/11/a-new-mayor",
]

NUMBERS = """<div class=menu><a href="/az/siyaset">Siyasət</a><a href="/az/idman">İdman</a></div>
<div class=news-list>
<div class=item><a href="/az/123401"><img src=1.jpg alt=""></a><a href="/az/123401">Liman bu gün
yenidən açıldı</a></div>
<div class=item><a href="/az/123399"><img src=2.jpg alt=""></a><a href="/az/123399">Körpünün təmiri
sona çatdı</a></div>
<div class=item><a href="/az/123388"><img src=3.jpg alt=""></a><a href="/az/123388">Yeni məktəb
tikiləcək</a></div></div>"""
NUMBERS_ARTICLES = ["/az/123401", "/az/123399", "/az/123388"]

QUERIES = """<table><tr><td><a href="index.php">Ana səhifə</a></td></tr>
<tr><td><a href="news.php?id=512">В порту открылся новый причал</a></td></tr>
<tr><td><a href="news.php?id=511">Мост через реку закрыли на ремонт</a></td></tr>
<tr><td><a href="news.php?id=498">Школьники посадили сто деревьев</a></td></tr></table>"""
QUERIES_ARTICLES = ["/news.php?id=512", "/news.php?id=511", "/news.php?id=498"]

SCRIPTS = """<ul class="tabs menu"><li><a href="/fa/politics">سیاست</a></ul><ul class=list>
<li><h3><a href="/fa/news/851/%D8%A8%D9%86%D8%AF%D8%B1">بندر پس از
طوفان باز شد و کشتی‌ها آمدند</a></h3>
<li><h3><a href="/fa/news/850/%D9%BE%D9%84">پل تازه بر روی رودخانه ساخته شد</a></h3></ul>"""
SCRIPTS_ARTICLES = ["/fa/news/851/%D8%A8%D9%86%D8%AF%D8%B1", "/fa/news/850/%D9%BE%D9%84"]

WORDS = """<div class=grid>
<div class="css-1x9kq2 card"><a href="/world/harbour"><h3>The harbour reopens after the storm</h3>
</a></div><div class="css-8ab2lm card"><a href="/world/bridge"><h3>The bridge is closed for
repairs</h3></a></div><div class="css-77hhq0 card"><a href="/world/school"><h3>A school plants a
hundred trees</h3></a></div></div>
<div class=share><a href="/world/share-this-page-with-friends">Share it with all of your
friends</a></div>"""
WORDS_ARTICLES = ["/world/harbour", "/world/bridge", "/world/school"]
