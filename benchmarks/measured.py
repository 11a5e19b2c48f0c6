"""Crawls measured in processes of their own, so that none finds warm what another has left."""

import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scrapy import Spider

from benchmarks.memory import peak_mb

_REPORT = "MEASURED"


@dataclass(frozen=True)
class Measured:
    """What a crawl took, without the start of the interpreter and the imports of its spider."""

    pages: int
    """Answers, those to requests for ``robots.txt`` too."""

    seconds: float
    cpu_seconds: float
    peak_mb: float

    @property
    def pages_per_second(self) -> float:
        return self.pages / self.seconds

    @property
    def cpu_ms_per_page(self) -> float:
        return 1000 * self.cpu_seconds / self.pages


def measured(module: str, *words: str) -> Measured:
    """Run *module* with *words* and return what :func:`crawl_here` prints there."""
    command = [sys.executable, "-m", module, *words]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    line = next(line for line in output.splitlines() if line.startswith(_REPORT))
    pages, seconds, cpu, peak = map(float, line.split()[1:])
    return Measured(int(pages), seconds, cpu, peak)


def crawl_here(spider: type[Spider], settings: Mapping[str, Any], **arguments: Any) -> None:
    """Crawl in this process with the project's settings and these, and print what it took."""
    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.utils.project import get_project_settings

    all_settings = get_project_settings()
    all_settings.setdict({"LOG_LEVEL": "ERROR", **settings}, priority="cmdline")
    process = AsyncCrawlerProcess(all_settings)
    crawler = process.create_crawler(spider)
    process.crawl(crawler, **arguments)
    start, cpu = time.perf_counter(), time.process_time()
    process.start()
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    peak = peak_mb()
    print(_REPORT, crawler.stats.get_value("response_received_count"), seconds, cpu, peak)
