"""The caliber spider with both outputs against a bare spider, on the demonstration newsroom.

The bare spider follows the same links with the same settings, and extracts and stores nothing:
what it takes is what Scrapy and the newsroom take. Both run by turns, each in a process of its
own, and the ratio of the best of each is printed, beside peak memory at two sizes.

    python -m benchmarks.crawl [--articles 1000 20000] [--rounds 3]
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks.bare import BareSpider
from benchmarks.measured import Measured, crawl_here, measured
from newscrawl.demo.process import newsroom
from newscrawl.spiders.caliber import CaliberSpider


def run(kind: str, origin: str, folder: Path) -> None:
    """Crawl in this process and print what it took."""
    settings = {
        "NEWSCRAWL_DATABASE_URL": f"sqlite:///{folder}/newscrawl.db",
        "NEWSCRAWL_JSONLINES_PATH": f"{folder}/articles.jsonl",
        "NEWSCRAWL_RUNS_PATH": f"{folder}/runs",
    }
    spider = BareSpider if kind == "bare" else CaliberSpider
    crawl_here(spider, settings, origin=origin, ways="feed,listing")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 20_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--run", nargs=3, metavar=("KIND", "ORIGIN", "FOLDER"))
    options = parser.parse_args()
    if options.run:
        kind, origin, folder = options.run
        run(kind, origin, Path(folder))
        return
    for articles in options.articles:
        rounds = options.rounds if articles <= 2000 else 1
        with newsroom(articles=articles) as origin:
            best: dict[str, Measured] = {}
            for _ in range(rounds):
                for kind in ("bare", "caliber"):
                    with tempfile.TemporaryDirectory() as folder:
                        took = measured("benchmarks.crawl", "--run", kind, origin, folder)
                    if kind not in best or took.seconds < best[kind].seconds:
                        best[kind] = took
        for kind, took in best.items():
            print(
                f"{articles:6} articles  {kind:8} {took.pages:6} pages "
                f"{took.pages_per_second:7.0f} pages/s "
                f"{took.cpu_ms_per_page:6.2f} CPU ms/page {took.peak_mb:6.0f} MB"
            )
        ratio = best["caliber"].pages_per_second / best["bare"].pages_per_second
        print(f"{articles:6} articles  caliber / bare: {ratio:.2f} of its pages per second")


if __name__ == "__main__":
    main()
