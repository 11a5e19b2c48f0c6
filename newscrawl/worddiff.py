"""What changed between two texts, word by word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple, TypeAlias, TypeVar

Kind: TypeAlias = Literal["same", "gone", "new", "elided"]

_TOKENS = re.compile(r"\S+|\n+")
_BREAK = re.compile(r" ?(\n+) ?")

_JOINT = 2
"""Changes that at most so many words of one paragraph part are read as one."""

Part = TypeVar("Part", str, tuple[str, ...])


@dataclass(frozen=True)
class Piece:
    """Words that follow one another and share a fate."""

    kind: Kind
    text: str
    """Words parted by one space, paragraphs as they were parted; of ``elided`` words, how many
    they are."""


class _Change(NamedTuple):
    old: Sequence[str]
    new: Sequence[str]
    same: bool


def word_diff(old: str, new: str, *, most_pairs: int) -> list[Piece]:
    """Return the pieces of *old* and *new* in their order; of what was replaced, the old first.

    :param most_pairs: bound of the work: how many pairs of one word here and the same word there
        are looked at. Where there are more, paragraphs are compared first, and what is still too
        much counts as replaced whole.

    >>> for piece in word_diff("The gates close at dusk.", "The gates open.", most_pairs=100):
    ...     print(piece.kind, piece.text)
    same The gates
    gone close at dusk.
    new open.
    """
    changes = _compared(_TOKENS.findall(old), _TOKENS.findall(new), most_pairs)
    return list(_pieces(_joined(changes)))


def elided(pieces: Sequence[Piece], *, context: int) -> list[Piece]:
    """Return *pieces* with only *context* unchanged words left on either side of a change; fewer
    than as many more are not worth leaving out.

    >>> for piece in elided([Piece("new", "Now"), Piece("same", "a b c d e f")], context=2):
    ...     print(piece.kind, piece.text)
    new Now
    same a b
    elided 4
    """
    shown: list[Piece] = []
    for number, piece in enumerate(pieces):
        words = _TOKENS.findall(piece.text)
        head = context if number > 0 else 0
        tail = context if number < len(pieces) - 1 else 0
        left_out = len(words) - head - tail
        if piece.kind != "same" or left_out <= context:
            shown.append(piece)
            continue
        ends = words[:head], words[len(words) - tail :]
        before, after = (Piece("same", _text(end)) for end in ends)
        middle = Piece("elided", str(left_out))
        shown += [part for part in (before, middle, after) if part.text]
    return shown


def _compared(
    old: Sequence[str], new: Sequence[str], most_pairs: int, *, by_paragraph: bool = True
) -> Iterator[_Change]:
    head = _common(zip(old, new, strict=False))
    rest = min(len(old), len(new)) - head
    tail = min(rest, _common(zip(reversed(old), reversed(new), strict=False)))
    ending = old[len(old) - tail :]
    yield _Change(old[:head], old[:head], same=True)
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if _pairs(old, new) <= most_pairs:
        for olds, news, same in _matched(old, new):
            yield _Change(olds, news, same)
    elif by_paragraph:
        yield from _compared_by_paragraph(old, new, most_pairs)
    else:
        yield _Change(old, new, same=False)
    yield _Change(ending, ending, same=True)


def _compared_by_paragraph(
    old: Sequence[str], new: Sequence[str], most_pairs: int
) -> Iterator[_Change]:
    olds, news = list(_paragraphs(old)), list(_paragraphs(new))
    if _pairs(olds, news) > most_pairs:
        yield _Change(old, new, same=False)
        return
    for gone, came, same in _matched(olds, news):
        flat = _Change(_flat(gone), _flat(came), same)
        if same:
            yield flat
        else:
            yield from _compared(flat.old, flat.new, most_pairs, by_paragraph=False)


def _matched(
    old: Sequence[Part], new: Sequence[Part]
) -> Iterator[tuple[Sequence[Part], Sequence[Part], bool]]:
    # What it takes for junk are the words that a long text has most of.
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, begin, end, new_begin, new_end in matcher.get_opcodes():
        yield old[begin:end], new[new_begin:new_end], tag == "equal"


def _pairs(old: Iterable[Part], new: Iterable[Part]) -> int:
    """Return how many pairs of equal parts there are: what the matcher goes through."""
    counts = Counter(new)
    return sum(count * counts[part] for part, count in Counter(old).items())


def _joined(changes: Iterable[_Change]) -> Iterator[_Change]:
    """Join what follows one another with the same fate, and changes that stand close."""
    held: list[_Change] = []
    """At most three: a change, what is the same after it, and a change that is being joined."""
    for change in changes:
        if not change.old and not change.new:
            continue
        if held and held[-1].same == change.same:
            held[-1] = _together(held[-1], change)
        else:
            held.append(change)
        if len(held) == 3:
            first, between, second = held
            if between.same and _is_joint(first, between, second):
                held = [_together(*held)]
            else:
                yield first
                held = held[1:]
    yield from held


def _is_joint(first: _Change, between: _Change, second: _Change) -> bool:
    near = [*between.old, *first.old[-1:], *first.new[-1:], *second.old[:1], *second.new[:1]]
    return len(between.old) <= _JOINT and not any(map(str.isspace, near))


def _together(*changes: _Change) -> _Change:
    return _Change(
        [word for change in changes for word in change.old],
        [word for change in changes for word in change.new],
        all(change.same for change in changes),
    )


def _pieces(changes: Iterable[_Change]) -> Iterator[Piece]:
    for old, new, same in changes:
        if same:
            yield Piece("same", _text(old))
            continue
        if old:
            yield Piece("gone", _text(old))
        if new:
            yield Piece("new", _text(new))


def _text(words: Sequence[str]) -> str:
    return _BREAK.sub(r"\1", " ".join(words))


def _common(pairs: Iterable[tuple[str, str]]) -> int:
    """Return how many *pairs* at the beginning are of equals."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _paragraphs(words: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the paragraphs, and between them what parts them."""
    paragraph: list[str] = []
    for word in words:
        if word.isspace():
            if paragraph:
                yield tuple(paragraph)
            yield (word,)
            paragraph = []
        else:
            paragraph.append(word)
    if paragraph:
        yield tuple(paragraph)


def _flat(parts: Iterable[Sequence[str]]) -> list[str]:
    return [word for part in parts for word in part]
