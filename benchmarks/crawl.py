"""The caliber spider with both outputs against a bare spider, on the demonstration newsroom.

The bare spider follows the same links with the same settings, and extracts and stores nothing:
what it takes is what Scrapy and the newsroom take. Both run by turns, each in a process of its
own, and the ratio of the best of each is printed, beside peak memory at two sizes.

    python -m benchmarks.crawl [--articles 1000 20000] [--rounds 3]
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from newscrawl.demo.process import newsroom

_REPORT = "BENCH"


@dataclass(frozen=True)
class Measured:
    pages: int
    seconds: float
    cpu_seconds: float
    peak_mb: float

    @property
    def pages_per_second(self) -> float:
        return self.pages / self.seconds

    @property
    def cpu_ms_per_page(self) -> float:
        return 1000 * self.cpu_seconds / self.pages


def crawl(kind: str, origin: str, folder: Path) -> Measured:
    """Run one crawl in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.crawl", "--run", kind, origin, str(folder)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    line = next(line for line in output.splitlines() if line.startswith(_REPORT))
    pages, seconds, cpu, peak = map(float, line.split()[1:])
    return Measured(int(pages), seconds, cpu, peak)


def run(kind: str, origin: str, folder: Path) -> None:
    """Crawl in this process and print what it took."""
    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.utils.project import get_project_settings

    from benchmarks.bare import BareSpider
    from newscrawl.spiders.caliber import CaliberSpider

    settings = get_project_settings()
    settings.setdict(
        {
            "LOG_LEVEL": "ERROR",
            "NEWSCRAWL_DATABASE_URL": f"sqlite:///{folder}/newscrawl.db",
            "NEWSCRAWL_JSONLINES_PATH": f"{folder}/articles.jsonl",
        },
        priority="cmdline",
    )
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(BareSpider if kind == "bare" else CaliberSpider)
    process.crawl(crawler, origin=origin, ways="feed,listing")
    start, cpu = time.perf_counter(), time.process_time()
    process.start()
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = crawler.stats.get_value("response_received_count")
    print(_REPORT, pages, seconds, cpu, peak_mb)


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
                        measured = crawl(kind, origin, Path(folder))
                    if kind not in best or measured.seconds < best[kind].seconds:
                        best[kind] = measured
        for kind, measured in best.items():
            print(
                f"{articles:6} articles  {kind:8} {measured.pages:6} pages "
                f"{measured.pages_per_second:7.0f} pages/s "
                f"{measured.cpu_ms_per_page:6.2f} CPU ms/page {measured.peak_mb:6.0f} MB"
            )
        ratio = best["caliber"].pages_per_second / best["bare"].pages_per_second
        print(f"{articles:6} articles  caliber / bare: {ratio:.2f} of its pages per second")


if __name__ == "__main__":
    main()
