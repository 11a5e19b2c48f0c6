"""Crawls outlets from a copy of their sites in one process: ``ORIGIN FOLDER NAME=UNTIL...``."""

import sys

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.project import get_project_settings


def main(origin: str, folder: str, *outlets: str) -> None:
    settings = get_project_settings()
    settings.update(
        {
            "NEWSCRAWL_DATABASE_URL": f"sqlite:///{folder}/newscrawl.db",
            "NEWSCRAWL_JSONLINES_PATH": "",
            "NEWSCRAWL_RUNS_PATH": "",
            # The articles of a saved outlet repeat each other, as real ones do not.
            "NEWSCRAWL_FURNITURE_MAX": 0,
            "LOG_LEVEL": "WARNING",
        },
        priority="cmdline",
    )
    process = AsyncCrawlerProcess(settings)
    for outlet in outlets:
        name, until = outlet.split("=")
        process.crawl(name, origin=origin, until=until)
    process.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
