"""Tables and queries; imports no Scrapy."""

from newscrawl.storage.articles import Saved
from newscrawl.storage.errors import StoreError
from newscrawl.storage.jsonlines import JsonLinesFile
from newscrawl.storage.loose import LooseArticles
from newscrawl.storage.runs import Run, Walk
from newscrawl.storage.shared import SharedStore
from newscrawl.storage.store import ArticleStore
from newscrawl.storage.verdicts import Listing, Verdict

__all__ = [
    "ArticleStore",
    "JsonLinesFile",
    "Listing",
    "LooseArticles",
    "Run",
    "Saved",
    "SharedStore",
    "StoreError",
    "Verdict",
    "Walk",
]
