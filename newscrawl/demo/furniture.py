"""What stands around an article and is another at every answer, while the article stays."""

import re
from datetime import timedelta
from html import escape

from newscrawl.demo.articles import Newsroom
from newscrawl.demo.dice import Dice, share
from newscrawl.demo.keys import LEXICONS, Key
from newscrawl.demo.lexicon import Lexicon
from newscrawl.demo.prose import ADVERTS

_RELATED = 5
_WORDS = {
    "en": ("{count} minutes ago", "Comments: {count}", "Most read", "Updated: {time}"),
    "ru": ("{count} мин. назад", "Комментарии: {count}", "Самое читаемое", "Обновлено: {time}"),
    "hy": ("{count} րոպե առաջ", "Մեկնաբանություններ՝ {count}", "Ընթերցված", "Թարմացվել է՝ {time}"),
}
"""Age, comments, the box of related links, the clock of the frame."""

_NESTS = (
    ("<div><div>", "</div></div>"),
    ('<section><div class="inner">', "</div></section>"),
    ("<table><tbody><tr><td>", "</td></tr></tbody></table>"),
    ('<div class="col"><div><div><div>', "</div></div></div></div>"),
)
_NESTED = 0.33

_BODY = re.compile(
    r'(<div class="post_body">\n)(.*?)(\n</div>\n<div class="post_signature">)', re.S
)
_PARAGRAPH = re.compile(r"\n(?=<p>)")
_HITS = re.compile(r'(<div class="post_hits">)[^<]*')
_TIME = re.compile(r'(?<=</div>\n)(?=<div class="post_cover")')
_TAG = re.compile(r'<(\w+)((?: [\w:-]+="[^"]*"){2,})>')
_ATTRIBUTE = re.compile(r' [\w:-]+="[^"]*"')
_BUILT = re.compile("(?=<description>)")


def furnished(html: str, newsroom: Newsroom, edition: str, turn: int, key: Key | None) -> str:
    """Return the page *html* of *edition* with the furniture of its *turn*-th answer.

    :param key: the article that it shows, if it shows one.
    """
    dice = Dice(newsroom.seed, newsroom.moment, turn)
    lexicon = LEXICONS[edition]
    age, comments, most_read, updated = _WORDS[edition]
    clock = newsroom.archive.clock(newsroom.moment) + timedelta(minutes=dice.below(1000))
    if key is not None:
        views = lexicon.views.format(count=dice.below(90_000))
        html = _HITS.sub(rf"\g<1>{views}", html, count=1)
        ago = age.format(count=1 + dice.below(59))
        html = _TIME.sub(f'<div class="post_ago">{ago}</div>\n', html, count=1)
        html = _BODY.sub(lambda body: body[1] + _body(body[2], newsroom, key, dice) + body[3], html)
    box = (
        f'<div class="comments">{comments.format(count=dice.below(300))}</div>\n'
        f'<aside class="related"><h3>{most_read}</h3>{_links(newsroom, edition, dice)}</aside>\n'
        f"{dice.pick(ADVERTS)}\n"
    )
    html = html.replace("</main>", f"{box}</main>", 1)
    time = f'<div class="now">{updated.format(time=f"{clock:%d.%m.%Y %H:%M}")}</div>'
    html = html.replace("</header>", f"{time}</header>", 1)
    return _TAG.sub(lambda tag: f"<{tag[1]}{''.join(_shuffled(tag[2], dice))}>", html)


def furnished_feed(xml: str, newsroom: Newsroom, turn: int) -> str:
    """Return the feed *xml* as built anew for its *turn*-th answer."""
    clock = newsroom.archive.clock(newsroom.moment) + timedelta(seconds=turn)
    return _BUILT.sub(
        f"<lastBuildDate>{clock:%a, %d %b %Y %H:%M:%S %z}</lastBuildDate>", xml, count=1
    )


def _body(body: str, newsroom: Newsroom, key: Key, dice: Dice) -> str:
    """Return *body* with boxes between its paragraphs, in a nest if it is one of those."""
    lexicon = LEXICONS[key.language]
    parts = _PARAGRAPH.split(body)
    for _ in range(1 + dice.below(3)):
        parts.insert(1 + dice.below(len(parts) - 1), _box(newsroom, key, lexicon, dice))
    if share(newsroom.seed, f"nested {key.index} {key.copied}") >= _NESTED:
        return "\n".join(parts)
    cut = 1 + dice.below(len(parts) - 1)
    halves = []
    for half in (parts[:cut], parts[cut:]):
        opening, closing = dice.pick(_NESTS)
        halves.append(f"{opening}\n{chr(10).join(half)}\n{closing}")
    return "\n".join(halves)


def _box(newsroom: Newsroom, key: Key, lexicon: Lexicon, dice: Dice) -> str:
    match dice.below(3):
        case 0:
            return dice.pick(ADVERTS)
        case 1:
            return f"<p>{escape(lexicon.views.format(count=dice.below(9000)), quote=False)}</p>"
    url, headline = _other(newsroom, key.edition, dice)
    link = f'<a href="{url}">{escape(headline, quote=False)}</a>'
    return f"<p>{lexicon.read_also.format(link=link)}</p>"


def _links(newsroom: Newsroom, edition: str, dice: Dice) -> str:
    rows = []
    for _ in range(_RELATED):
        url, headline = _other(newsroom, edition, dice)
        rows.append(f'<li><a href="{url}">{escape(headline, quote=False)}</a></li>')
    return f"<ul>{''.join(rows)}</ul>"


def _other(newsroom: Newsroom, edition: str, dice: Dice) -> tuple[str, str]:
    """Return address and headline of any article of *edition*; of the front page if it has none."""
    listing = newsroom.listing(edition)
    if not len(listing):
        return newsroom.prefixes[edition], "Caliber.Az"
    story = newsroom.story(listing[dice.below(len(listing))])
    return story.url, story.headline


def _shuffled(attributes: str, dice: Dice) -> list[str]:
    return dice.shuffled(_ATTRIBUTE.findall(attributes))
