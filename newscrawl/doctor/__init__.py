"""Whether an installation can crawl: small checks, each with advice."""

from newscrawl.doctor.examination import examine
from newscrawl.doctor.findings import Finding, Level
from newscrawl.doctor.robots import RobotsSpider, addresses_of, clock, robots

__all__ = ["Finding", "Level", "RobotsSpider", "addresses_of", "clock", "examine", "robots"]
