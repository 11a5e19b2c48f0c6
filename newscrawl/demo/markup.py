"""Paragraphs as a newsroom's editor leaves them: one text, many ways to mark it up."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from newscrawl.demo.dice import Dice

_NUMBER = re.compile(r"(?<=\d) (?=\w)")
_ENTITIES = str.maketrans(
    {"“": "&ldquo;", "”": "&rdquo;", "«": "&laquo;", "»": "&raquo;", "—": "&mdash;", "'": "&#39;"}
)


@dataclass(frozen=True)
class Block:
    """A piece of a body: its markup, and the paragraphs of text that a reader sees in it.

    Their whitespace is single spaces, a line break is ``\\n``; none for what is no part of
    the article.
    """

    html: str
    texts: tuple[str, ...] = ()


def paragraph(sentences: list[str], dice: Dice) -> Block:
    """Return *sentences* as one paragraph, marked up in a way that *dice* choose."""
    if len(sentences) > 1 and dice.one_in(12):
        return Block(f"<p>{'<br>'.join(map(plain, sentences))}</p>", ("\n".join(sentences),))
    text = " ".join(sentences)
    if dice.one_in(14):
        # Some editing tools write letters and their accents as two characters.
        return Block(f"<p>{plain(unicodedata.normalize('NFD', text))}</p>", (text,))
    mark = dice.pick(_MARKS)
    return Block(f"<p>{mark(text, dice)}</p>", (text,))


def plain(text: str) -> str:
    return escape(text, quote=False)


def _as_it_is(text: str, dice: Dice) -> str:
    return plain(text)


def _in_words(tags: str) -> Callable[[str, Dice], str]:
    """Return a mark of some words of a text.

    :param tags: the opening tag and the closing one, with a space between.
    """
    opening, closing = tags.rsplit(" ", 1)

    def marked(text: str, dice: Dice) -> str:
        words = text.split(" ")
        start = dice.below(len(words))
        end = start + 1 + dice.below(4)
        inside = f"{opening}{plain(' '.join(words[start:end]))}{closing}"
        return " ".join([*map(plain, words[:start]), inside, *map(plain, words[end:])])

    return marked


def _in_a_word(text: str, dice: Dice) -> str:
    cut = 1 + dice.below(max(1, len(text.split(" ", 1)[0]) - 1))
    return f"<strong>{plain(text[:cut])}</strong>{plain(text[cut:])}"


def _no_break_spaces(text: str, dice: Dice) -> str:
    return plain(_NUMBER.sub("\u00a0", text)).replace(" — ", "&nbsp;— ")


def _entities(text: str, dice: Dice) -> str:
    return plain(text).translate(_ENTITIES)


def _loose_spaces(text: str, dice: Dice) -> str:
    words = plain(text).split(" ")
    half = len(words) // 2
    return f"\n    {' '.join(words[:half])}\n    {'  '.join(words[half:])} "


_MARKS: tuple[Callable[[str, Dice], str], ...] = (
    *(_as_it_is,) * 8,
    _in_words("<strong> </strong>"),
    _in_words("<em> </em>"),
    _in_words('<span style="color:#333"> </span>'),
    _in_words('<a href="https://example.org/report" rel="nofollow"> </a>'),
    _in_a_word,
    _no_break_spaces,
    _no_break_spaces,
    _entities,
    _loose_spaces,
)
