"""What editors do to a wire story before they print it."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Literal

from newscrawl.demo.dice import Dice
from newscrawl.demo.wire.tongue import Tongue

_SENTENCE_END = re.compile(r"(?<=[.։!?:])\s+(?=[^\W\d_«“])")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Draft:
    """A story on its way into print."""

    tongue: Tongue
    headline: str
    paragraphs: tuple[str, ...]
    kept: Collection[str] = ()
    """Words that no editor replaces: names, in scripts that do not show them."""


def typeset(draft: Draft, dice: Dice) -> Draft:
    """Other quotation marks, dashes, spaces and code points; not a word."""
    form: Literal["NFC", "NFD"] = "NFC" if dice.one_in(2) else "NFD"
    table = str.maketrans({"“": '"', "”": '"', "«": "„", "»": "“", "—": "–", "’": "'"})
    paragraphs = tuple(
        unicodedata.normalize(form, part.translate(table)).replace(". ", ".\u00a0 ")
        for part in draft.paragraphs
    )
    return replace(draft, headline=draft.headline.upper(), paragraphs=paragraphs)


def lightly(draft: Draft, dice: Dice) -> Draft:
    """3 to 8 % of the words, and the source named in front."""
    return _credited(_reworded(draft, 3 + dice.below(6), dice), dice)


def heavily(draft: Draft, dice: Dice) -> Draft:
    """20 to 35 % of the words; sentences dropped, paragraphs in another order and one added."""
    paragraphs = _reworded(draft, 20 + dice.below(16), dice).paragraphs
    paragraphs = _thinned(paragraphs, 8, dice)
    if dice.one_in(2):
        paragraphs = (*paragraphs[:1], *dice.shuffled(paragraphs[1:]))
    elif dice.one_in(4):
        paragraphs = tuple(dice.shuffled(paragraphs))
    place = 1 + dice.below(len(paragraphs))
    added = dice.pick(draft.tongue.additions)
    paragraphs = (*paragraphs[:place], added, *paragraphs[place:])
    if dice.one_in(2):
        draft = other_headline(draft, dice)
    return replace(draft, paragraphs=paragraphs)


def other_headline(draft: Draft, dice: Dice) -> Draft:
    """A sentence of the text, or its beginning, as the headline; hardly a change elsewhere."""
    sentence = dice.pick(_SENTENCE_END.split(" ".join(draft.paragraphs)))
    words = sentence.rstrip(".։").split()[: 5 + dice.below(7)]
    return replace(_reworded(draft, dice.below(3), dice), headline=" ".join(words))


def cut(draft: Draft, dice: Dice) -> Draft:
    """40 to 70 % kept, to the end of a sentence; every other one with the source in front."""
    share = 40 + dice.below(31)
    left = sum(len(part.split()) for part in draft.paragraphs) * share // 100
    paragraphs = []
    for part in draft.paragraphs:
        kept = []
        for sentence in _SENTENCE_END.split(part):
            if left > 0:
                kept.append(sentence)
                left -= len(sentence.split())
        if kept:
            paragraphs.append(" ".join(kept))
    draft = replace(draft, paragraphs=tuple(paragraphs))
    return _credited(draft, dice) if dice.one_in(2) else draft


def mixed_edit(draft: Draft, dice: Dice) -> Draft:
    """Cut, another headline, every seventh to fourth word changed."""
    draft = other_headline(draft, dice)
    return _credited(_reworded(cut(draft, dice), 14 + dice.below(12), dice), dice)


def respelled(draft: Draft, dice: Dice) -> Draft:
    """A light edit by another house style: a name is spelt otherwise throughout."""
    text = " ".join(draft.paragraphs)
    names = sorted({word.strip(".,;:։،؛") for word in text.split()} & set(draft.kept))
    names = [name for name in names if len(name) > 5]
    draft = lightly(draft, dice)
    if not names:
        return draft
    name = dice.pick(names)
    other = name[:3] + name[4:] if dice.one_in(2) else name + name[-1]
    return replace(
        draft,
        headline=draft.headline.replace(name, other),
        paragraphs=tuple(part.replace(name, other) for part in draft.paragraphs),
    )


def framed(draft: Draft, dice: Dice) -> Draft:
    """A paragraph of the editor's in front, and another and the background behind."""
    first, last = dice.shuffled(draft.tongue.additions)[:2]
    light = _reworded(draft, 3 + dice.below(6), dice).paragraphs
    background = dice.pick(draft.tongue.backgrounds)
    return replace(draft, paragraphs=(first, *light, last, background))


def digested(draft: Draft, dice: Dice) -> Draft:
    """A third of the sentences left out, anywhere."""
    return replace(draft, paragraphs=_thinned(draft.paragraphs, 3, dice))


def corrected(draft: Draft, dice: Dice) -> Draft:
    """A light edit in which one figure is another: a later or a better count."""
    paragraphs = list(lightly(draft, dice).paragraphs)
    places = [n for n, part in enumerate(paragraphs) if _NUMBER.search(part)]
    if places:
        place = dice.pick(places)
        number = dice.pick(list(_NUMBER.finditer(paragraphs[place])))
        part = paragraphs[place]
        paragraphs[place] = f"{part[: number.start()]}{int(number[0]) + 1}{part[number.end() :]}"
    return replace(draft, paragraphs=tuple(paragraphs))


Edit = Callable[[Draft, Dice], Draft]

KINDS: dict[str, Edit] = {
    "same": typeset,
    "light": lightly,
    "heavy": heavily,
    "headline": other_headline,
    "cut": cut,
}
"""Edits after which a text is a copy still."""

HELD_OUT: dict[str, Edit] = {
    "mixed": mixed_edit,
    "respelled": respelled,
    "framed": framed,
    "digested": digested,
    "corrected": corrected,
}
"""Edits that nothing was tuned on. Of a text with one figure changed nobody can say whether it is
a copy or the next story: it is here to see what becomes of it."""


def _credited(draft: Draft, dice: Dice) -> Draft:
    first = f"{dice.pick(draft.tongue.credits)} {draft.paragraphs[0]}"
    return replace(draft, paragraphs=(first, *draft.paragraphs[1:]))


def _reworded(draft: Draft, percent: int, dice: Dice) -> Draft:
    return replace(
        draft, paragraphs=tuple(_part(draft, part, percent, dice) for part in draft.paragraphs)
    )


def _part(draft: Draft, part: str, percent: int, dice: Dice) -> str:
    """Change every so many words that are neither figures nor names: drop, replace, put one more
    in front, or change places with the next."""
    words: list[str] = []
    waiting = ""
    for word in part.split(" "):
        bare = word.strip(".,;:։،؛")
        is_fact = not bare.isalpha() or bare != bare.lower() or bare in draft.kept
        if is_fact or dice.below(100) >= percent:
            words.append(word)
        else:
            throw = dice.below(10)
            end = word[len(bare) :] if word.startswith(bare) else ""
            if throw < 5:
                words.append(dice.pick(draft.tongue.vocabulary) + end)
            elif throw < 7:
                words.extend((dice.pick(draft.tongue.vocabulary), word))
            elif throw < 9:
                if end and words:
                    words[-1] += end
            else:
                waiting, word = word, waiting
                if word:
                    words.append(word)
                continue
        if waiting:
            words.append(waiting)
            waiting = ""
    if waiting:
        words.append(waiting)
    return " ".join(words)


def _thinned(paragraphs: tuple[str, ...], one_in: int, dice: Dice) -> tuple[str, ...]:
    """Drop one sentence in so many, but never the first."""
    thinned = []
    for number, part in enumerate(paragraphs):
        sentences = _SENTENCE_END.split(part)
        kept = [
            sentence
            for place, sentence in enumerate(sentences)
            if not (number or place) or not dice.one_in(one_in)
        ]
        if kept:
            thinned.append(" ".join(kept))
    return tuple(thinned)
