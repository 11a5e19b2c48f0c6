"""Invented pages that are no articles, and articles that look like them."""

from collections.abc import Sequence

TEASERS = [
    ("Ferries wait for the harbour gates to open again", "The gates closed at dusk on Monday."),
    ("Council votes for a second bridge over the river", "Work is to begin in spring, it said."),
    ("Orchard owners count what the late frost took", "Half of the apricots are lost this year."),
    ("A night train returns to the coast after ten years", "Tickets are on sale from next week."),
    ("School of music moves into the old customs house", "Pupils carried the drums themselves."),
    ("Drought leaves the reservoir at a third of its depth", "Water is rationed in two towns."),
    ("Museum opens a hall for maps drawn by travellers", "The oldest is of the year 1481."),
    ("Weavers of the upper valley form a guild of their own", "They sell what they make there."),
    ("Two lighthouses are for sale and nobody wants them", "The price was halved in autumn."),
]
RUSSIAN = [
    ("Паромы ждут, пока откроются ворота гавани", "Ворота закрылись в понедельник на закате."),
    ("Совет проголосовал за второй мост через реку", "Работы, как сказано, начнутся весной."),
    ("Садоводы считают потери от поздних заморозков", "Половина абрикосов в этом году пропала."),
    ("Ночной поезд возвращается на побережье", "Билеты продаются со следующей недели."),
    ("Музыкальная школа переезжает в старую таможню", "Ученики сами несли свои барабаны."),
    ("Водохранилище обмелело на две трети глубины", "Воду в двух городах дают по часам."),
]
AZERBAIJANI = [
    ("Bərələr limanın qapılarının açılmasını gözləyir", "Qapılar bazar ertəsi axşam bağlanıb."),
    ("Şura çayın üzərində ikinci körpüyə səs verib", "İşlərin yazda başlanacağı bildirilir."),
    ("Bağbanlar gecikmiş şaxtanın zərərini sayır", "Bu il əriklərin yarısı məhv olub."),
    ("Gecə qatarı on ildən sonra sahilə qayıdır", "Biletlər gələn həftədən satışdadır."),
    ("Musiqi məktəbi köhnə gömrük binasına köçür", "Şagirdlər təbilləri özləri daşıyıb."),
    ("Su anbarının dərinliyi üç dəfə azalıb", "İki şəhərdə su saatla verilir."),
]
PERSIAN = [
    ("کشتی‌ها در انتظار باز شدن دروازه‌های بندر هستند", "دروازه‌ها دوشنبه هنگام غروب بسته شد."),
    ("شورا به پل دوم روی رودخانه رای داد", "گفته می‌شود کار در بهار آغاز خواهد شد."),
    ("باغداران خسارت سرمای دیررس را می‌شمارند", "نیمی از زردآلوها امسال از میان رفته است."),
    ("قطار شبانه پس از ده سال به ساحل بازمی‌گردد", "بلیت‌ها از هفته آینده فروخته می‌شود."),
    ("مدرسه موسیقی به گمرک قدیمی می‌رود", "شاگردان طبل‌ها را خودشان آوردند."),
    ("آب سد به یک سوم عمق خود رسیده است", "در دو شهر آب جیره‌بندی شده است."),
]
LANGUAGES = {"en": TEASERS, "ru": RUSSIAN, "az": AZERBAIJANI, "fa": PERSIAN}

PROSE = [
    "The gates of the harbour closed at dusk on Monday, and the ferries waited until morning.",
    "“We had no choice,” said the harbour master, who has kept the gates for thirty years.",
    "The next high water is expected on Thursday, when the gates are to be closed once more.",
    "Passengers slept on the benches of the upper deck and were given soup by the crew.",
    "The council is to decide in spring whether the gates are raised by a hand's breadth.",
]

Teasers = Sequence[tuple[str, str]]


def page(main: str, *, title: str = "", head: str = "", language: str = "en") -> str:
    return f"""<!DOCTYPE html><html lang={language}><head><meta charset=utf-8>
<title>{title}</title>{head}</head><body><header><a href="/">Harbour Post</a><nav><a href="/world">
World</a><a href="/region">Region</a></nav></header><main>{main}</main>
<footer><p>© Harbour Post</p></footer></body></html>"""


def article(*, paragraphs: Sequence[str] = PROSE, title: str = TEASERS[0][0], **more: str) -> str:
    text = "".join(f"<p>{text}</p>" for text in paragraphs)
    return page(f"<article><h1>{title}</h1><div>{text}</div></article>", title=title, **more)


def address(number: int) -> str:
    return f"/region/2031/story-{number}"


def cards(teasers: Teasers) -> str:
    return "".join(
        f'<div class=card><a href="{address(n)}"><img src=x.jpg></a><h3><a href="{address(n)}">'
        f"{title}</a></h3><p>{text}</p><span>4 March 2031</span></div>"
        for n, (title, text) in enumerate(teasers)
    )


def linked_cards(teasers: Teasers) -> str:
    items = "".join(
        f'<li><a href="{address(n)}"><h2>{title}</h2><p>{text}</p></a></li>'
        for n, (title, text) in enumerate(teasers)
    )
    return f"<ul>{items}</ul>"


def articles(teasers: Teasers) -> str:
    """As blog software lists its posts: an ``article`` each, longer lines, "read more"."""
    return "".join(
        f'<article class="post hentry"><h2><a href="{address(n)}">{title}</a></h2>'
        f"<time datetime=2031-03-0{n + 1}>{n + 1} March</time><div class=entry-content><p>{text} "
        f'{text} {text}</p><a href="{address(n)}">Read more</a></div></article>'
        for n, (title, text) in enumerate(teasers)
    )


def table(teasers: Teasers) -> str:
    rows = "".join(
        f'<tr><td>0{n}:15</td><td><a href="{address(n)}">{title}</a><br>{text}</td></tr>'
        for n, (title, text) in enumerate(teasers)
    )
    return f"<table>{rows}</table>"


def row(teasers: Teasers) -> str:
    return "".join(
        f'<h2><a href="{address(n)}">{title}</a></h2><p>{text} {text}</p>'
        for n, (title, text) in enumerate(teasers)
    )


def links(teasers: Teasers) -> str:
    items = "".join(
        f'<li><a href="{address(n)}">{title}</a></li>' for n, (title, _) in enumerate(teasers)
    )
    return f"<ul>{items}{items.replace('story', 'note')}</ul>"


SHAPES = {f.__name__: f for f in (cards, linked_cards, articles, table, row, links)}
