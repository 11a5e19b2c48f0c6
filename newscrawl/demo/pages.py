"""The newsroom's pages, in the outlet's markup."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from newscrawl.demo.articles import SITE, Newsroom
from newscrawl.demo.faults import Fault
from newscrawl.demo.keys import LEXICONS, Key
from newscrawl.demo.lexicon import Lexicon, Section
from newscrawl.demo.links import Links
from newscrawl.demo.listings import Nothing, Places

CARDS_A_PAGE = 20
CARDS_MORE = 12
ENDLESS_SECTION = 0

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="{charset}">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
{head}
<link rel="stylesheet" href="/templates/Default/css/style.css">
<link rel="alternate" type="application/rss+xml" title="Caliber.Az" href="{site}/rss.xml">
</head>
<body>
<header><a class="logo" href="{site}{prefix}">Caliber.Az</a>
<nav class="menu">{menu}</nav>
<div class="languages">{languages}</div></header>
<main>
{main}
</main>
<footer><p>© Caliber.Az</p><p>{footer}</p></footer>
</body>
</html>
"""

_POST = """<article class="post">
<div class="post_categoty"><a href="{section_url}">{section}</a></div>
<h1 class="post_title">{headline}</h1>
<div class="post_time">{date}</div>
<div class="post_cover" style="background-image: url('{image}')"></div>
<div class="post_body">
{body}
</div>
<div class="post_signature">Caliber.Az</div>
<div class="post_tags">{tags}</div>
<div class="post_hits">{views}</div>
</article>"""

_POST_HEAD = """<meta name="description" content="{summary}">
<meta property="og:type" content="article">
<meta property="og:title" content="{headline}">
<meta property="og:description" content="{summary}">
<meta property="og:url" content="{url}">
<meta property="og:image" content="{image}">
<link rel="canonical" href="{url}">"""

_MODIFIED = """
<meta property="article:modified_time" content="{instant}">"""

_CARD = """<div class="float_block">
<a class="float_block_image" href="{url}" style="background-image:url({image})"></a>
<div class="float_block_category"><a href="{section_url}">{section}</a></div>
<div class="float_block_time">{date}</div>
<a class="float_block_title" href="{url}">{headline}</a>
</div>"""

_SCROLL = """<div class="loading">…</div>
<script>
(() => {{
  let offset = {offset}, busy = false;
  const loading = document.querySelector(".loading");
  addEventListener("scroll", async () => {{
    const left = document.documentElement.scrollHeight - scrollY - innerHeight;
    if (busy || left > 200 || !loading.isConnected) return;
    busy = true;
    try {{
      const answer = await fetch("{path}/more?offset=" + offset);
      const part = await answer.json();
      loading.insertAdjacentHTML("beforebegin", part.html);
      offset += part.count;
      if (!part.more) loading.remove();
    }} catch (error) {{
      console.warn("no more cards this time", error);
    }}
    busy = false;
  }});
}})();
</script>"""


@dataclass(frozen=True)
class Pages:
    """Pages as text. *charset* is what a page says of itself."""

    newsroom: Newsroom
    links: Links
    faults: frozenset[Fault] = frozenset()

    def _listing(self, edition: str, section: int | None = None) -> Places:
        empty = Fault.EMPTY_LISTINGS in self.faults
        return Nothing() if empty else self.newsroom.listing(edition, section)

    def home(self, edition: str) -> str:
        keys = self._listing(edition).part(0, CARDS_A_PAGE)
        cards = self.cards(edition, keys, f"{edition} home")
        return self._page(edition, "Caliber.Az", f'<div class="cards">\n{cards}\n</div>')

    def category(self, edition: str, number: int, page: int) -> str | None:
        """Return one page of a section, or None if there is none."""
        endless = Fault.ENDLESS in self.faults
        section = LEXICONS[edition].sections[number]
        listing = self._listing(edition, number)
        pages = max(1, -(-len(listing) // CARDS_A_PAGE))
        if page > pages and not endless:
            return None
        start = (min(page, pages) - 1) * CARDS_A_PAGE
        end = start + CARDS_A_PAGE
        cards = self.cards(edition, listing.part(start, CARDS_A_PAGE), f"{edition} {number}")
        following = page + 1 if end < len(listing) or endless else None
        if following is None and Fault.LOOP in self.faults:
            following = 1
        pager = self._pager(page, following)
        scroll = ""
        if number == ENDLESS_SECTION:
            pager = f"<noscript>{pager}</noscript>"
            if end < len(listing):
                path = f"{self.newsroom.prefixes[edition]}category/{section.slug}"
                scroll = _SCROLL.format(offset=end, path=path)
        tag_line = f"<p>{LEXICONS[edition].tag_line}</p>" if number == ENDLESS_SECTION else ""
        return self._page(
            edition,
            f"{section.name} — Caliber.Az",
            f"<h1>{section.name}</h1>{tag_line}\n"
            f'<div class="cards">\n{cards}\n{scroll}</div>\n{pager}',
        )

    def more_cards(self, edition: str, number: int, offset: int) -> tuple[str, int, bool]:
        """Return the next cards of an endless list, how many they are, and whether more follow."""
        listing = self._listing(edition, number)
        keys = listing.part(offset, CARDS_MORE)
        cards = self.cards(edition, keys, f"{edition} {number}")
        return cards, len(keys), offset + len(keys) < len(listing)

    def cards(self, edition: str, keys: Iterable[Key], place: str) -> str:
        cards = []
        for key in keys:
            story = self.newsroom.story(key)
            section = LEXICONS[edition].sections[key.section]
            cards.append(
                _CARD.format(
                    url=escape(self.links.listed(key, place)),
                    image=story.image,
                    section=section.name,
                    section_url=self._section_url(edition, section),
                    date=story.printed_date,
                    headline=escape(story.headline, quote=False),
                )
            )
        return "\n".join(cards)

    def article(self, key: Key, *, charset: str = "utf-8") -> str:
        story, text = self.newsroom.story(key), self.newsroom.text(key)
        edition = LEXICONS[key.edition]
        section = edition.sections[key.section]
        headline, summary = escape(story.headline), escape(story.summary)
        tags = " ".join(
            f'<a href="{self.newsroom.tag_url(key.edition, tag)}">{tag}</a>' for tag in story.tags
        )
        main = _POST.format(
            section=section.name,
            section_url=self._section_url(key.edition, section),
            headline=headline,
            date=story.printed_date,
            image=story.image,
            body="\n".join(block.html for block in text.blocks),
            tags=tags,
            views=edition.views.format(count=story.views),
        )
        head = _POST_HEAD.format(
            summary=summary, headline=headline, url=story.url, image=story.image
        )
        if story.modified:
            head += _MODIFIED.format(instant=story.modified.isoformat())
        title = f"{headline} | Caliber.Az"
        return self._page(key.edition, title, main, head, story.alternates, charset)

    def not_found(self, edition: str) -> str:
        words = LEXICONS[edition].not_found
        return self._page(edition, words, f"<h1>404</h1><p>{words}</p>")

    def plain(self, edition: str, title: str) -> str:
        """Return a page that holds nothing of ours."""
        return self._page(edition, escape(title), f"<h1>{escape(title)}</h1>")

    def _page(
        self,
        edition: str,
        title: str,
        main: str,
        head: str = "",
        alternates: dict[str, str] | None = None,
        charset: str = "utf-8",
    ) -> str:
        alternates = alternates or {}
        prefixes = self.newsroom.prefixes
        return _PAGE.format(
            language=edition,
            charset=charset,
            title=title,
            head=head,
            site=SITE,
            prefix=prefixes[edition],
            menu="".join(
                f'<a href="{self._section_url(edition, section)}">{section.name}</a>'
                for section in LEXICONS[edition].sections
            ),
            languages=" ".join(
                f'<a href="{alternates.get(language, SITE + prefixes[language])}">{other.label}</a>'
                for language, other in LEXICONS.items()
                if language != edition
            ),
            main=main,
            footer=LEXICONS[edition].footer,
        )

    def _section_url(self, edition: str, section: Section) -> str:
        return f"{SITE}{self.newsroom.prefixes[edition]}category/{section.slug}"

    @staticmethod
    def _pager(page: int, following: int | None) -> str:
        before = f'<a rel="prev" href="?page={page - 1}">←</a>' if page > 1 else ""
        after = f'<a rel="next" href="?page={following}">→</a>' if following else ""
        return f'<div class="pagination">{before}<b>{page}</b>{after}</div>'


def section_number(lexicon: Lexicon, slug: str) -> int | None:
    """Return the place of the section called *slug*, or None if there is none."""
    for number, section in enumerate(lexicon.sections):
        if section.slug == slug:
            return number
    return None
