"""What changed between two texts, word by word."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias, TypeVar

Kind: TypeAlias = Literal["same", "gone", "new", "elided"]

_TOKENS = re.compile(r"\S+|\n+")
_BREAK = re.compile(r" ?(\n+) ?")

_JOINT = 2
"""Changes that at most so many words of one paragraph part are read as one."""

_MOST_PARTINGS = 8
"""How often a stretch is parted in ever shorter ones."""

Part = TypeVar("Part", str, tuple[str, ...])


@dataclass(frozen=True)
class Piece:
    """Words that follow one another and share a fate."""

    kind: Kind
    text: str
    """Words parted by one space, paragraphs as they were parted; of ``elided`` words, how many
    they are."""


@dataclass
class _Change:
    old: list[str]
    new: list[str]
    same: bool

    def add(self, following: "_Change") -> None:
        """Take in what follows, without a copy of what is there: a text has many changes."""
        self.old += following.old
        self.new += following.new


def word_diff(old: str, new: str, *, most_steps: int) -> list[Piece]:
    """Return the pieces of *old* and *new* in their order; of what was replaced, the old first.

    :param most_steps: bound of the work: in how many steps a stretch is compared word by word. What
        may take more is first parted at words that both texts have just once, or else at such
        paragraphs; what cannot be parted counts as replaced whole.

    >>> for piece in word_diff("The gates close at dusk.", "The gates open.", most_steps=100):
    ...     print(piece.kind, piece.text)
    same The gates
    gone close at dusk.
    new open.
    """
    changes = _compared(_TOKENS.findall(old), _TOKENS.findall(new), most_steps)
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
    old: Sequence[str], new: Sequence[str], most_steps: int, times_parted: int = 0
) -> Iterator[_Change]:
    head = _common(zip(old, new, strict=False))
    rest = min(len(old), len(new)) - head
    tail = min(rest, _common(zip(reversed(old), reversed(new), strict=False)))
    ending = old[len(old) - tail :]
    yield _Change([*old[:head]], [*old[:head]], same=True)
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if _steps(old, new) <= most_steps:
        yield from _matched(old, new)
    elif times_parted == _MOST_PARTINGS:
        yield _Change([*old], [*new], same=False)
    else:
        for change in _parted(old, new):
            if change.same:
                yield change
            else:
                yield from _compared(change.old, change.new, most_steps, times_parted + 1)
    yield _Change([*ending], [*ending], same=True)


def _parted(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    """Part two texts at the words that both have just once or, without any, at paragraphs."""
    if row := _common_row(old, new):
        for words, others, same in _at(row, old, new):
            yield _Change([*words], [*others], same)
    else:
        olds, news = list(_paragraphs(old)), list(_paragraphs(new))
        for gone, came, same in _at(_common_row(olds, news), olds, news):
            yield _Change(_flat(gone), _flat(came), same)


def _common_row(old: Sequence[Part], new: Sequence[Part]) -> list[tuple[int, int]]:
    """Return where the parts stand that both have just once: the most that have one order in
    both (B. Cohen's patience diff)."""
    once_old, once_new = _once(old), _once(new)
    ends: list[int] = []
    """Of the rows of each length found so far, the least place in *new* at which one ends."""
    steps: list[tuple[int, int, int]] = []
    """Places in *old* and *new*, and the step before in the row that it is the end of."""
    last: list[int] = []
    for part, place in once_old.items():
        if (other := once_new.get(part)) is None:
            continue
        length = bisect_left(ends, other)
        steps.append((place, other, last[length - 1] if length else -1))
        ends[length : length + 1] = [other]
        last[length : length + 1] = [len(steps) - 1]
    row = []
    at = last[-1] if last else -1
    while at >= 0:
        place, other, at = steps[at]
        row.append((place, other))
    return row[::-1]


def _at(
    row: Iterable[tuple[int, int]], old: Sequence[Part], new: Sequence[Part]
) -> Iterator[tuple[Sequence[Part], Sequence[Part], bool]]:
    """Yield what stands between the parts in *row*, and these."""
    begin = new_begin = 0
    for end, new_end in row:
        yield old[begin:end], new[new_begin:new_end], False
        begin, new_begin = end + 1, new_end + 1
        yield old[end:begin], new[new_end:new_begin], True
    yield old[begin:], new[new_begin:], False


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    # What it takes for junk are the words that a long text has most of.
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, begin, end, new_begin, new_end in matcher.get_opcodes():
        yield _Change([*old[begin:end]], [*new[new_begin:new_end]], tag == "equal")


def _steps(old: Sequence[str], new: Sequence[str]) -> int:
    """Return the most that the matcher may take: for each stretch that it finds, it goes through
    the pairs of equal words that are left."""
    counts = Counter(new)
    pairs = sum(count * counts[word] for word, count in Counter(old).items())
    return pairs * min(len(old), len(new))


def _once(parts: Sequence[Part]) -> dict[Part, int]:
    """Return the parts that stand there just once, and where."""
    counts = Counter(parts)
    return {part: place for place, part in enumerate(parts) if counts[part] == 1}


def _joined(changes: Iterable[_Change]) -> Iterator[_Change]:
    """Join what follows one another with the same fate, and changes that stand close."""
    held: list[_Change] = []
    """At most three: a change, what is the same after it, and a change that is being joined."""
    for change in changes:
        if not change.old and not change.new:
            continue
        if held and held[-1].same == change.same:
            held[-1].add(change)
        else:
            held.append(change)
        if len(held) == 3:
            first, between, second = held
            if between.same and _is_joint(first, between, second):
                first.add(between)
                first.add(second)
                held = [first]
            else:
                yield first
                held = held[1:]
    yield from held


def _is_joint(first: _Change, between: _Change, second: _Change) -> bool:
    if len(between.old) > _JOINT:
        return False
    near = [*between.old, *first.old[-1:], *first.new[-1:], *second.old[:1], *second.new[:1]]
    return not any(map(str.isspace, near))


def _pieces(changes: Iterable[_Change]) -> Iterator[Piece]:
    for change in changes:
        if change.same:
            yield Piece("same", _text(change.old))
            continue
        if change.old:
            yield Piece("gone", _text(change.old))
        if change.new:
            yield Piece("new", _text(change.new))


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
