"""How well copies of wire stories are recognised, on stories of which it is known.

Articles arrive one by one, as in a crawl: each is looked up among those before it, compared with
what is found, and entered. Precision and recall are of pairs of an original and a copy, of pairs in
general, and of copies that reach their group by any of its members.

    python -m benchmarks.copies [--stories 2000] [--seed 7] [--held-out] [--errors 5]
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from time import perf_counter

from newscrawl.demo.wire import Told, Wire
from newscrawl.similarity import Text, copies, signature

Pair = tuple[Told, Told]


@dataclass
class Measured:
    """What became of the articles; seconds are sums."""

    articles: int = 0
    words: int = 0
    candidates: int = 0
    compared: int = 0
    """Candidates that were compared: those of the same language."""

    wrong: list[Pair] = field(default_factory=list)
    right: int = 0
    missed: list[Pair] = field(default_factory=list)
    """An original and its copy."""

    unseen: int = 0
    """Of those, pairs that no value led to."""

    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Copies matched with their original, by kind and language."""

    linked: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Copies matched with any text of their group."""

    total: Counter[tuple[str, str]] = field(default_factory=Counter)
    signing_s: float = 0.0
    looking_up_s: float = 0.0
    preparing_s: float = 0.0
    comparing_s: float = 0.0

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong)) if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.found.total() / self.total.total()


def measure(articles: Iterable[Told]) -> Measured:
    """Look up, compare and enter each of *articles* in turn."""
    measured = Measured()
    index: defaultdict[int, list[int]] = defaultdict(list)
    entered: list[tuple[Told, Text]] = []
    original: dict[int, int] = {}
    for number, told in enumerate(articles):
        start = perf_counter()
        values = signature(told.headline, told.body)
        signed = perf_counter()
        candidates = {other for value in values for other in index[value]}
        looked_up = perf_counter()
        text = Text(told.headline, told.body)
        text.prepare()
        prepared = perf_counter()
        matched = {
            other
            for other in candidates
            if entered[other][0].language == told.language and copies(entered[other][1], text)
        }
        measured.comparing_s += perf_counter() - prepared
        measured.signing_s += signed - start
        measured.looking_up_s += looked_up - signed
        measured.preparing_s += prepared - looked_up
        measured.articles += 1
        measured.words += len(text.words)
        measured.candidates += len(candidates)
        _judge(measured, told, entered, candidates, matched, original)
        for value in values:
            index[value].append(number)
        entered.append((told, text))
    return measured


def _judge(
    measured: Measured,
    told: Told,
    entered: list[tuple[Told, Text]],
    candidates: set[int],
    matched: set[int],
    original: dict[int, int],
) -> None:
    for other in matched:
        if entered[other][0].group == told.group:
            measured.right += 1
        else:
            measured.wrong.append((entered[other][0], told))
    if told.kind in ("original", "translated"):
        original.setdefault(told.group, len(entered))
        return
    sort = (told.kind, told.language)
    first = original[told.group]
    measured.total[sort] += 1
    measured.found[sort] += first in matched
    measured.linked[sort] += any(entered[other][0].group == told.group for other in matched)
    if first not in matched:
        measured.missed.append((entered[first][0], told))
        measured.unseen += first not in candidates


def report(measured: Measured) -> str:
    lines = [
        f"{measured.articles} articles of {measured.words / measured.articles:.0f} words",
        f"pairs: precision {measured.precision:.4f} ({measured.right} right, "
        f"{len(measured.wrong)} wrong)",
        f"copies: recall {measured.recall:.4f} with the original, "
        f"{measured.linked.total() / measured.total.total():.4f} with any of the group; "
        f"{len(measured.missed)} missed, {measured.unseen} of them for want of a shared value",
        f"wrong, by kind: {dict(Counter(b.like or '-' for _, b in measured.wrong)) or 'none'}",
    ]
    for place, name in enumerate(("kind", "language")):
        total, found = Counter[str](), Counter[str]()
        for sort, count in measured.total.items():
            total[sort[place]] += count
            found[sort[place]] += measured.found[sort]
        shares = (f"{key} {found[key] / total[key]:.4f} of {total[key]}" for key in sorted(total))
        lines.append(f"recall by {name}: {', '.join(shares)}")
    times = ", ".join(
        f"{name} {1e6 * seconds / measured.articles:.0f} us"
        for name, seconds in (
            ("signature", measured.signing_s),
            ("lookup", measured.looking_up_s),
            ("preparing", measured.preparing_s),
            ("comparing", measured.comparing_s),
        )
    )
    lines.append(f"{measured.candidates / measured.articles:.1f} candidates an article; {times}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--held-out", action="store_true", help="edits that nothing was tuned on")
    parser.add_argument("--errors", type=int, default=0, help="so many of each kind, in full")
    options = parser.parse_args()
    measured = measure(Wire(options.seed, options.stories, held_out=options.held_out))
    print(report(measured))
    for name, pairs in (("WRONG", measured.wrong), ("MISSED", measured.missed)):
        for pair in pairs[: options.errors]:
            for told in pair:
                print(f"\n{name} {told.group} {told.kind} {told.outlet}\n{told.headline}")
                print(told.body)


if __name__ == "__main__":
    main()
