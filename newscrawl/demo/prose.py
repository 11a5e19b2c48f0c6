"""What the newsroom writes: the body of an article, and its signature."""

from collections.abc import Iterator
from dataclasses import dataclass

from newscrawl.demo.dice import Dice
from newscrawl.demo.lexicon import Digits, Lexicon, Section, Slots, person
from newscrawl.demo.markup import Block, paragraph, plain

_LEAD, _SECOND, _BODY, _NOISE, _BYLINE, _EDIT = range(1, 7)
"""Parts of a text that have dice of their own, so that a change of one leaves the others."""

ADVERTS = (
    '<div class="ad"><p>Fly Baku — Tbilisi from 49</p></div>',
    '<div class="banner"><a href="https://example.org/bank"><img src="/media/banner/1.gif"'
    ' alt=""></a><span>Loans in an hour</span></div>',
    '<ins class="adsbygoogle" data-ad-slot="118">Sponsored</ins>',
    '<iframe src="https://example.org/frame" width="300" height="250">Frame</iframe>',
    '<div class="advert-block"><p>Buy a carpet, get a teapot</p></div>',
    '<div class="top-reklam"><p>Şirniyyat −20%</p></div>',
    '<script>window.dataLayer = window.dataLayer || []; dataLayer.push("<p>no text</p>");</script>',
    "<style>.post_body p { margin: 0 0 1em }</style>",
    '<p><img src="/templates/Default/api/zoom.png" alt=""></p>',
)
_RUBBISH = (
    '<p data-testid="conversation-turn-3"><span>Here is a shorter version of the text.</span></p>',
    '<p><span class="text-token-text-primary">Would you like another headline?</span></p>',
    '<p class="conversation-turn">Sure! This is the translated article.</p>',
    '<p><b data-testid="copy-button">Copy</b> the text below.</p>',
)


@dataclass(frozen=True)
class Text:
    """What is written of one story."""

    blocks: tuple[Block, ...]
    """With those that are no part of the article, and the signature."""

    authors: tuple[str, ...]
    byline: str | None
    """As printed, without its "By"."""

    @property
    def body(self) -> str:
        return "\n\n".join(text for block in self.blocks for text in block.texts)


@dataclass(frozen=True)
class Version:
    """Which form of a text is told.

    :param corrections: how many sentences were added after publication.
    :param signatures: how often the signature was changed.
    :param copied: another outlet's form: a word differs, and a sentence is missing.
    """

    corrections: int = 0
    signatures: int = 0
    copied: bool = False


def write(
    lexicon: Lexicon,
    section: int,
    digits: Digits,
    key: int,
    version: Version,
    also: tuple[str, str],
) -> Text:
    """Return the text about what the headline *digits* say.

    :param key: decides everything else.
    :param also: address and headline of an article to read also.
    """
    blocks = list(_body(lexicon, section, digits, key, version))
    signature, byline, authors = _signature(lexicon, Dice(key, _BYLINE))
    if version.signatures:
        if signature and not byline:
            blocks.append(signature)
        signature, byline, authors = _signed(lexicon, Dice(key, _BYLINE, version.signatures))
    if signature:
        blocks.append(signature)
    _add_noise(blocks, lexicon, Dice(key, _NOISE), also)
    return Text(tuple(blocks), authors, byline)


def _body(
    lexicon: Lexicon, section: int, digits: Digits, key: int, version: Version
) -> Iterator[Block]:
    yield _lead(lexicon, section, digits, key, version)
    dice = Dice(key, _BODY)
    slots = Slots(lexicon, dice)
    sentences = _sentences(lexicon, lexicon.sections[section], dice)
    second = [next(sentences), next(sentences), next(sentences)]
    yield paragraph(second[:-1] if version.copied else second, Dice(key, _SECOND))
    quotes, subheads = dice.shuffled(lexicon.quotes), dice.shuffled(lexicon.subheads)
    lists = dice.shuffled(lexicon.list_heads)
    for _ in range(2 + dice.below(11)):
        match dice.below(12):
            case 0 if quotes:
                text = quotes.pop().format_map(slots)
                yield Block(f"<blockquote><p>{plain(text)}</p></blockquote>", (text,))
            case 1 if lists:
                yield _list(lists.pop(), lexicon, slots)
            case 2 if subheads:
                subhead = subheads.pop()
                yield Block(f"<h2>{plain(subhead)}</h2>", (subhead,))
                yield paragraph([next(sentences)], dice)
            case _:
                yield paragraph([next(sentences) for _ in range(1 + dice.below(3))], dice)


def _lead(lexicon: Lexicon, section: int, digits: Digits, key: int, version: Version) -> Block:
    dice = Dice(key, _LEAD)
    end = dice.below(len(lexicon.lead_ends))
    if version.copied:
        end = (end + 1) % len(lexicon.lead_ends)
    lead_end = lexicon.lead_ends[end].format_map(Slots(lexicon, dice))
    sentences = [lexicon.lead(section, digits) + lead_end]
    for number in range(version.corrections):
        added = Dice(key, _EDIT, number) if number else Dice(key, _EDIT)
        sentences.append(added.pick(lexicon.corrections).format_map(Slots(lexicon, added)))
    return paragraph(sentences, dice)


def _sentences(lexicon: Lexicon, section: Section, dice: Dice) -> Iterator[str]:
    """Yield sentences that do not repeat each other until all are told."""
    slots = Slots(lexicon, dice)
    while True:
        for template in dice.shuffled((*section.clauses, *lexicon.remarks)):
            sentence = template
            if template in section.clauses:
                sentence = dice.pick(lexicon.openers) + template + dice.pick(lexicon.closers)
            sentence = sentence.format_map(slots)
            yield sentence[0].upper() + sentence[1:]


def _list(head: str, lexicon: Lexicon, slots: Slots) -> Block:
    dice = slots.dice
    items = [
        item.format_map(slots) for item in dice.shuffled(lexicon.list_items)[: 2 + dice.below(3)]
    ]
    rows = "".join(f"<li>{plain(item)}</li>" for item in items)
    return Block(f"<p>{plain(head)}</p>\n<ul>{rows}</ul>", (head, *items))


def _signature(lexicon: Lexicon, dice: Dice) -> tuple[Block | None, str | None, tuple[str, ...]]:
    """Return the last paragraph, byline and authors."""
    form = dice.pick(lexicon.bylines)
    if not form:
        trap = paragraph([dice.pick(lexicon.traps)], dice) if dice.one_in(4) else None
        return trap, None, ()
    return _signed(lexicon, dice, form)


def _signed(lexicon: Lexicon, dice: Dice, form: str = "") -> tuple[Block, str, tuple[str, ...]]:
    """Return the signature in *form*, or in any that names someone."""
    form = form or dice.pick([form for form in lexicon.bylines if form])
    first, second = person(lexicon, dice), person(lexicon, dice)
    if first == second:
        form = lexicon.bylines[0]
    printed = form.format(first, second)
    authors = (first, second) if "{1}" in form else (first,)
    byline = printed[form.index("{0}") :]
    tag = dice.pick(("{}", "{}", "<em>{}</em>", "<strong>{}</strong>"))
    return Block(f"<p>{tag.format(plain(printed))}</p>"), byline, authors


def _add_noise(blocks: list[Block], lexicon: Lexicon, dice: Dice, also: tuple[str, str]) -> None:
    """Put between *blocks* what stands in a body and is no part of the article."""
    url, headline = also
    digest = "".join(f"{dice.below(1 << 32):08x}" for _ in range(4))
    pictures = (
        f'<p><img src="/media/photos/normal/{digest}.webp" alt=""></p>',
        f'<p><img data-src="/media/photos/original/{digest}.webp" alt=""></p>',
    )
    link = f'<a href="{url}">{plain(headline)}</a>'
    kinds = (
        ("<p></p>", "<p>&nbsp;</p>", "<p><br></p>"),
        ADVERTS,
        pictures,
        _RUBBISH,
        [f"<p>{plain(line.format(count=dice.below(9000)))}</p>" for line in lexicon.noise],
        (f"<p>{lexicon.read_also.format(link=link)}</p>",),
    )
    for kind in kinds:
        if dice.one_in(3):
            blocks.insert(1 + dice.below(len(blocks)), Block(dice.pick(kind)))
