"""An invented outlet that nobody has described: pages by path, for :func:`static_site`."""

import json
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from html import escape

HOST = "https://lekebaqi.example"
ARTICLES = 8
FIRST = datetime(2026, 11, 13, 18, 40, tzinfo=timezone(timedelta(hours=4)))

_TOPICS = (
    "ნავსადგურში ახალი ამწე დაამონტაჟეს",
    "ქალაქის ბიბლიოთეკა ღამითაც იმუშავებს",
    "მთის გზაზე ხიდი გაზაფხულამდე გაიხსნება",
    "თხილის ქარხანა მეორე ხაზს უშვებს",
    "სკოლის ეზოში ბავშვებმა ასი ხე დარგეს",
    "ძველი ფოსტის შენობა მუზეუმად გადაკეთდება",
    "მეთევზეები ნავმისადგომის შეკეთებას ელიან",
    "ორკესტრმა სეზონი სახალხო კონცერტით გახსნა",
)
_PROSE = (
    "სამუშაოები გუშინ დილით დაიწყო და, როგორც ადგილობრივი საბჭო ამბობს, თვის ბოლომდე გაგრძელდება.",
    "„ამ დღეს დიდხანს ველოდით“, - თქვა უბნის მკვიდრმა, რომელიც იქვე, ორ სახლში ცხოვრობს.",
    "ხარჯის ნახევარს ქალაქი იხდის, დანარჩენს კი მეწარმეები, რომლებიც ზაფხულში შეთანხმდნენ.",
)  # fmt: skip


def path_of(number: int) -> str:
    return f"/ambebi/{4100 + number}-akhali-ambavi-{number}"


def title_of(number: int) -> str:
    return _TOPICS[number - 1]


def day_of(number: int) -> datetime:
    return FIRST - timedelta(hours=7 * number)


def outlet() -> dict[str, str]:
    """Listing of two pages, feed, JSON-LD on the articles, another edition, a Crawl-delay."""
    pages = {"/robots.txt": "User-agent: *\nCrawl-delay: 2\nDisallow: /admin/\n"}
    for page, numbers in ((1, range(1, 6)), (2, range(6, ARTICLES + 1))):
        cards = "".join(
            f"<li class=news-item><a href='{path_of(n)}'>{title_of(n)}</a></li>" for n in numbers
        )
        on = "<a href='/ambebi/?page=2'>2</a>" if page == 1 else "<a href='/ambebi/'>1</a>"
        body = f"<main><ul class=news-list>{cards}</ul><div class=pager>{on}</div></main>"
        feed = "<link rel=alternate type='application/rss+xml' href='/rss.xml'>"
        pages["/ambebi/" if page == 1 else "/ambebi/?page=2"] = _framed("ამბები", body, feed)
    for number in range(1, ARTICLES + 1):
        pages[path_of(number)] = article(number)
    pages["/rss.xml"] = feed_of(range(1, 5))
    return pages


def mapped() -> dict[str, str]:
    """The same articles, and nothing that leads to them but a news sitemap."""
    pages = {path: page for path, page in outlet().items() if path.startswith("/ambebi/4")}
    pages["/ambebi/"] = _framed("ამბები", "<main><p>გვერდი მალე განახლდება.</p></main>")
    pages["/robots.txt"] = f"User-agent: *\nSitemap: {HOST}/news-map.xml\n"
    entries = "".join(
        f"<url><loc>{HOST}{path_of(n)}</loc><n:news><n:publication_date>{day_of(n).isoformat()}"
        f"</n:publication_date><n:title>{title_of(n)}</n:title></n:news></url>"
        for n in range(1, 5)
    )
    pages["/news-map.xml"] = (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">{entries}</urlset>'
    )
    return pages


def feed_of(numbers: range) -> str:
    items = "".join(
        f"<item><title>{title_of(n)}</title><link>{HOST}{path_of(n)}</link>"
        f"<pubDate>{format_datetime(day_of(n))}</pubDate></item>"
        for n in numbers
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>ლეკებაქი</title>{items}'
        "</channel></rss>"
    )


def article(number: int) -> str:
    stated = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title_of(number),
        "datePublished": day_of(number).isoformat(),
        "author": {"@type": "Person", "name": "ნინო ქარჩხაძე"},
    }
    script = f'<script type="application/ld+json">{json.dumps(stated, ensure_ascii=False)}</script>'
    prose = "".join(f"<p>{text} [{number}]</p>" for text in _PROSE)
    body = (
        f"<main><article><h1>{escape(title_of(number))}</h1><!-- advert --><div class=story-text>"
        f"{prose}</div></article></main><script>track({number})</script>"
    )
    head = f"<link rel=canonical href='{HOST}{path_of(number)}'>{script}<style>p {{}}</style>"
    return _framed(title_of(number), body, head)


def _framed(title: str, body: str, head: str = "") -> str:
    menu = (
        "<header class=site-header><nav class=menu><a href='/ambebi/'>ამბები</a>"
        "<a href='/sporti/'>სპორტი</a><a href='/en/'>English</a></nav></header>"
    )
    return (
        f"<!DOCTYPE html><html lang=ka><head><title>{title}</title>"
        f"<meta property='og:site_name' content='ლეკებაქი'>{head}</head>"
        f"<body>{menu}{body}<footer>© ლეკებაქი</footer></body></html>"
    )
