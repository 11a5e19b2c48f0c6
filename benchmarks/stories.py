"""How well the store puts copies into one story, on an invented wire of which it is known.

Articles are stored one by one, as a crawl does, some stories on each day; what counts is whether
two of them have one ``story``. Translations are left out: nothing but words links them here.

    python -m benchmarks.stories [--stories 600] [--copies 2] [--per-day 60] [--seed 7]
        [--url sqlite://]
"""

import argparse
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import combinations
from time import perf_counter

from newscrawl.demo.wire import Told, Wire
from newscrawl.items import Article
from newscrawl.storage import ArticleStore
from newscrawl.text import content_hash

_BEGINNING = datetime(2025, 3, 1, 8, tzinfo=UTC)


def as_article(told: Told, number: int, date: datetime) -> Article:
    return Article(
        id=f"{told.outlet}:{told.language}:{number}",
        url=f"https://{told.outlet}.example/{number}",
        outlet=told.outlet,
        country="ZZ",
        language=told.language,
        headline=told.headline,
        body=told.body,
        date=date,
        date_precision="minute",
        content_hash=content_hash(told.headline, told.body),
        fetched_at=date,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=600)
    parser.add_argument("--copies", type=int, default=2, help="of each: many make chains")
    parser.add_argument("--per-day", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--url", default="sqlite://")
    options = parser.parse_args()
    clusters: defaultdict[str, list[Told]] = defaultdict(list)
    story_of: dict[int, str] = {}
    total, found, seconds, stored = Counter[str](), Counter[str](), 0.0, 0
    with ArticleStore(options.url) as store:
        wire = Wire(options.seed, options.stories, options.copies)
        for number, told in enumerate(wire):
            if told.kind == "translated":
                continue
            day, rest = divmod(told.group, options.per_day)
            date = _BEGINNING + timedelta(days=day, minutes=10 * rest + number % 10)
            article = as_article(told, number, date)
            start = perf_counter()
            store.save(article, now=date)
            seconds += perf_counter() - start
            stored += 1
            story = article.story or article.id
            clusters[story].append(told)
            if told.kind == "original":
                story_of[told.group] = story
            else:
                total[told.kind] += 1
                found[told.kind] += story == story_of[told.group]
    pairs = Counter(
        one.group == other.group
        for members in clusters.values()
        for one, other in combinations(members, 2)
    )
    print(f"{stored} articles, {len(clusters)} stories, {1000 * seconds / stored:.2f} ms each")
    print(f"pairs in one story: {pairs[True]} right, {pairs[False]} wrong, precision "
          f"{pairs[True] / pairs.total():.4f}")  # fmt: skip
    kinds = ", ".join(f"{kind} {found[kind] / total[kind]:.3f}" for kind in sorted(total))
    print(f"copies in the story of their original: {found.total() / total.total():.4f} ({kinds})")


if __name__ == "__main__":
    main()
