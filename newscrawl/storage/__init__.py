"""Tables and queries; imports no Scrapy."""

from newscrawl.storage.articles import Saved
from newscrawl.storage.clusters import StoryRules
from newscrawl.storage.contemporaries import Contemporary
from newscrawl.storage.crawl_store import CrawlStore
from newscrawl.storage.decisions import Decision, Listing
from newscrawl.storage.errors import StoreError
from newscrawl.storage.fetches import Fetch
from newscrawl.storage.hosts import BlockedHost
from newscrawl.storage.jsonlines import JsonLinesFile
from newscrawl.storage.ledger import Settlement
from newscrawl.storage.loose import LooseArticles
from newscrawl.storage.pages import PageVersion
from newscrawl.storage.runs import Run, Walk
from newscrawl.storage.shared import SharedStore
from newscrawl.storage.store import ArticleStore
from newscrawl.storage.visits import NO_VISIT, Revisit, Visit

__all__ = [
    "NO_VISIT",
    "ArticleStore",
    "BlockedHost",
    "Contemporary",
    "CrawlStore",
    "Decision",
    "Fetch",
    "JsonLinesFile",
    "Listing",
    "LooseArticles",
    "PageVersion",
    "Revisit",
    "Run",
    "Saved",
    "Settlement",
    "SharedStore",
    "StoreError",
    "StoryRules",
    "Visit",
    "Walk",
]
