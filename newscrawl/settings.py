"""What differs from Scrapy's defaults, and why."""

import os
from pathlib import Path

BOT_NAME = "newscrawl"
SPIDER_MODULES = ["newscrawl.spiders"]
NEWSPIDER_MODULE = "newscrawl.spiders"
COMMANDS_MODULE = "newscrawl.commands"
# For `scrapy genspider`: a template for each way in.
TEMPLATES_DIR = str(Path(__file__).parent / "templates")

# --- Ours: variables of the environment say otherwise, as the end of this file sees to ----------

# Who runs this crawl: an e-mail address or a page that outlets can turn to. Live sites are not
# crawled without it.
NEWSCRAWL_CONTACT = ""

# Where articles are stored, an SQLAlchemy URL; empty for nowhere.
NEWSCRAWL_DATABASE_URL = "sqlite:///output/newscrawl.db"

# The JSON Lines file that follows the database; empty for none.
NEWSCRAWL_JSONLINES_PATH = "output/articles.jsonl"

# A listing is read to at most this many pages, a sitemap index to this many maps, an endless list
# to this many growths.
NEWSCRAWL_MAX_PAGES = 5000

# A listing ends after this many pages in a row that show no article (archives have quiet days).
NEWSCRAWL_MAX_EMPTY_PAGES = 7

# An index of sitemaps that so many others led to is not read.
NEWSCRAWL_SITEMAP_DEPTH = 3

# How often an article that fails is tried, over all runs.
NEWSCRAWL_MAX_ATTEMPTS = 5

# When a stored article is looked at again, counted from its publication (30m, 6h, 7d, 2w): what
# was edited becomes a revision. Empty: never.
NEWSCRAWL_REVISITS = ["1h", "6h", "1d", "7d"]
# At most so many in one run, those longest due first.
NEWSCRAWL_MAX_REVISITS = 1000

# For how many days the store remembers every request; 0: it remembers none.
NEWSCRAWL_KEEP_FETCHES_DAYS = 90
# And for how many the figures and the report of each run; its verdict and its times it keeps.
NEWSCRAWL_KEEP_REPORTS_DAYS = 400

# Copies were published at most so many days from the first article of their story, and the editions
# of one outlet so many hours from each other where only a picture or a slug links them; 0: they are
# not looked for.
NEWSCRAWL_STORY_WINDOW_DAYS = 3
NEWSCRAWL_STORY_EDITION_HOURS = 24
# With how many texts that have something in common an article is compared.
NEWSCRAWL_STORY_CANDIDATES = 20

# Whether the JSON Lines file and feeds carry articles whose text the outlet has published before;
# the database always does.
NEWSCRAWL_EXPORT_REPEATS = False

# How often in one run an article is asked for again whose page is a wall or says "not found".
NEWSCRAWL_ASKED_AGAIN = 2

# Seconds that an endless list is given to grow after it was scrolled.
NEWSCRAWL_SCROLL_WAIT_S = 3.0

# The Chromium to start for endless lists; empty for Debian's, else Playwright's own.
NEWSCRAWL_CHROMIUM = ""

# Marks in addresses that a site has changed: {"caliber": {"hy": "am"}}.
NEWSCRAWL_EDITION_MARKS: dict[str, dict[str, str]] = {}

# The share of the articles of a run, beside its first three, whose pages are read a second time
# without the outlet's selectors, at most this many; and which share of the readings has to agree,
# field by field, if the log is not to warn of a redesign.
NEWSCRAWL_CANARY_SHARE = 0.05
NEWSCRAWL_CANARY_MAX = 50
NEWSCRAWL_CANARY_MIN = 0.5
# `scrapy canary` leaves an outlet alone after so many seconds.
NEWSCRAWL_CANARY_TIMEOUT_S = 300

# How many paragraphs of bodies that no selector gave are remembered, to know what the pages of an
# outlet repeat: some 200 bytes each. 0: all are kept.
NEWSCRAWL_FURNITURE_MAX = 20_000

# `scrapy gaps`: at most which share of the articles that are usual on a weekday is few; the weeks
# before and after that tell what is usual; how many times as long as usual a silence is that is
# too long; and after how many days a listing that the crawls of its outlet read no more is taken
# for abandoned.
NEWSCRAWL_GAPS_SHARE = 0.5
NEWSCRAWL_GAPS_WEEKS = 4
NEWSCRAWL_GAPS_SILENCE = 7
NEWSCRAWL_GAPS_ABANDONED_DAYS = 30

# `scrapy revisions`: in how many steps a stretch of a text is compared word by word; what may take
# more is first parted at words that the old and the new text have just once.
NEWSCRAWL_DIFF_MAX_STEPS = 2_000_000

# `scrapy stories`: at most so many articles of a story are shown.
NEWSCRAWL_STORY_MAX_ARTICLES = 50

# What a run is judged by. Compared is it with so many good ones of its outlet, of so many days: to
# what an outlet has changed for good, the verdicts get used then.
NEWSCRAWL_VERDICT_HISTORY = 20
NEWSCRAWL_VERDICT_HISTORY_DAYS = 30
# From this share of pages or articles on that fail, the run has failed; a greater share than the
# second degrades it, or a greater one than the third of pages that are no whole article.
NEWSCRAWL_VERDICT_FAILED_SHARE = 0.5
NEWSCRAWL_VERDICT_DEGRADED_SHARE = 0.0
NEWSCRAWL_VERDICT_DROPPED_SHARE = 0.1
# A field is lost that fewer articles have than this share of the usual; in fewer than so many
# articles it is not looked for.
NEWSCRAWL_VERDICT_FIELD_SHARE = 0.5
NEWSCRAWL_VERDICT_FIELD_ARTICLES = 10
# The newest article is too old after so many times the outlet's usual silence, or after so many
# days where that is not known.
NEWSCRAWL_VERDICT_STALE_TIMES = 3.0
NEWSCRAWL_VERDICT_STALE_DAYS = 7
# So many seconds between our clock and those of servers are too many.
NEWSCRAWL_VERDICT_CLOCK_S = 600
# Whether the age of the newest article and the clock count for copies (`-a origin=…`), too.
NEWSCRAWL_VERDICT_COPIES = False

# Folder for the report of each run, empty for none; so many are kept of an outlet.
NEWSCRAWL_RUNS_PATH = "output/runs"
NEWSCRAWL_RUNS_KEEP = 50

# `scrapy report`: so many runs at most; and of so many outlets, the worst, a page has plots.
NEWSCRAWL_REPORT_MAX_RUNS = 5000
NEWSCRAWL_REPORT_MAX_PLOTS = 30

# Feed exports take the place of the published files after runs with one of these verdicts.
NEWSCRAWL_PUBLISH_ON = ["ok", "quiet", "degraded"]
# Seconds that a run waits for another one that publishes the same feed.
NEWSCRAWL_FEED_LOCK_TIMEOUT_S = 60.0
# Whether a run without items empties a feed that it overwrites, as Scrapy does.
NEWSCRAWL_PUBLISH_EMPTY = False

# `auto` shows progress where standard error is a terminal; `1` and `0` decide. Elsewhere the log
# has a line of figures every so many seconds; 0: none.
NEWSCRAWL_PROGRESS = "auto"
NEWSCRAWL_PROGRESS_INTERVAL_S = 60.0
# A file that holds the figures of the run as JSON while it goes on; empty for none.
NEWSCRAWL_STATUS_PATH = ""

# Where each run of `scrapy crawl` writes its log, with {outlet} and {time} in it, like
# output/logs/{outlet}-{time}.log; empty for standard error. How many of an outlet are kept; 0: all.
NEWSCRAWL_LOG_PATH = ""
NEWSCRAWL_KEEP_LOGS = 20

# `scrapy crawlall`: the folder of the logs, a file for each outlet; and the seconds that runs get
# to end in order when they are told to stop.
NEWSCRAWL_LOGS_PATH = "output/logs"
NEWSCRAWL_STOP_GRACE_S = 60.0

# Where the lock of each outlet is, so that one run of it at a time goes on; empty for none. How
# many seconds a run waits for another one to end.
NEWSCRAWL_LOCK_PATH = "output/locks"
NEWSCRAWL_LOCK_WAIT_S = 0.0

# Who is told when the verdict on an outlet's runs changes, or after so many seconds (0: never) is
# still a bad one: a program, as a list of words or as a shell would split them; an address that
# gets the report as JSON; recipients of letters. The SMTP server's user and password are in the
# environment, as NEWSCRAWL_SMTP_USER and NEWSCRAWL_SMTP_PASSWORD.
NEWSCRAWL_ALARM_COMMAND: list[str] | str = []
NEWSCRAWL_ALARM_WEBHOOK = ""
NEWSCRAWL_ALARM_MAIL_TO: list[str] = []
NEWSCRAWL_ALARM_MAIL_FROM = ""
NEWSCRAWL_ALARM_SMTP = "smtp://localhost:25"
NEWSCRAWL_ALARM_REPEAT_S = 24 * 3600
# Of each sender, or of each of the webhook's tries.
NEWSCRAWL_ALARM_TIMEOUT_S = 30.0
NEWSCRAWL_ALARM_TRIES = 3
# Folder in which it is kept what was said last.
NEWSCRAWL_ALARM_PATH = "output/alarms"

# Folder of the node exporter's textfile collector, for the figures of runs; empty for none.
NEWSCRAWL_METRICS_PATH = ""

# `scrapy doctor` calls less free space than this a problem, and asks outlets for so many seconds.
NEWSCRAWL_MIN_FREE_MB = 500
NEWSCRAWL_DOCTOR_TIMEOUT_S = 120

# --- Manners --------------------------------------------------------------------------------

# The contact is appended when a crawl starts, as it may be set on the command line.
USER_AGENT = "newscrawl/0.1"
ROBOTSTXT_OBEY = True
# Rules for `newscrawl` are ours, and those for the name with its version, as a site's logs have it.
ROBOTSTXT_USER_AGENT = USER_AGENT
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
# The demonstration newsroom and other copies on this machine need no sparing.
DOWNLOAD_SLOTS = {"127.0.0.1": {"delay": 0, "jitter": 0}}
# Articles are read as a stranger sees them; and the first cookie with a domain would make
# Scrapy fetch the public-suffix list, without a time limit.
COOKIES_ENABLED = False

# robots.txt may ask for this many seconds between two requests; who asks for more gets this.
NEWSCRAWL_CRAWL_DELAY_MAX_S = 60.0
# What a robots.txt allows that cannot be had because its server fails or is busy: `disallow`, as
# RFC 9309 has it, leaves all pages to the next run. A robots.txt that is not there (4xx) allows
# everything.
NEWSCRAWL_ROBOTS_UNREACHABLE = "disallow"
# No more of a robots.txt is read; RFC 9309 wants no less than 500.
NEWSCRAWL_ROBOTS_MAX_KB = 500
# An answer 429 or 503 may ask for this many seconds of silence; who asks for more gets this.
NEWSCRAWL_RETRY_AFTER_MAX_S = 300.0
# Articles are left out that reserve one of these: `text_mining` (TDMRep), `ai_agents` (robots.txt
# closes them to agents of AI), or a directive for robots such as `noai`.
NEWSCRAWL_SKIP_RIGHTS: list[str] = []
# No longer tdmrep.json is read; 0: no host is asked for one.
NEWSCRAWL_TDMREP_MAX_KB = 100

# For how long the next runs leave a host alone that has refused the last one, the last two, …
# (30m, 6h, 7d, 2w), the last of them for all further ones; empty: they do not.
NEWSCRAWL_BACKOFF = ["1h", "4h", "1d"]
# A host has refused a run if more than this share of its answers were 403, 429 or a challenge.
NEWSCRAWL_BACKOFF_SHARE = 0.5
# Whether copies of outlets on this machine are left alone, too.
NEWSCRAWL_BACKOFF_LOOPBACK = False
# A host is asked this often in one run, robots.txt, redirects and retries included; 0: no bound.
NEWSCRAWL_MAX_REQUESTS_PER_HOST = 0

# --- Bounds ---------------------------------------------------------------------------------

DOWNLOAD_TIMEOUT = 60
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024
DOWNLOAD_WARNSIZE = 4 * 1024 * 1024
REDIRECT_MAX_TIMES = 5
# A flaky outlet is asked six times in all before an article counts as failed.
RETRY_TIMES = 5

# --- Parts ----------------------------------------------------------------------------------

DOWNLOAD_HANDLERS = {
    "http": "newscrawl.downloads.NewsDownloadHandler",
    "https": "newscrawl.downloads.NewsDownloadHandler",
}
# Articles in the order in which a listing shows them, the newest first.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
DUPEFILTER_CLASS = "newscrawl.dupefilter.PagesDupeFilter"
DOWNLOADER_MIDDLEWARES = {
    # In the place of Scrapy's, which says nothing of the redirects it drops.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "newscrawl.middlewares.offsite.OffsiteMiddleware": 50,
    # Before anything is asked of a host, robots.txt included; after all retries.
    "newscrawl.middlewares.backoff.BackoffMiddleware": 60,
    # In the place of Scrapy's, which lets through all but the first of those who wait for it.
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "newscrawl.middlewares.robots.RobotsTxtMiddleware": 100,
    # After decompression (590), before retries (550): what is refused is asked again.
    "newscrawl.middlewares.charset.CharsetMiddleware": 586,
    "newscrawl.middlewares.refusals.RefusalsMiddleware": 585,
    # Sees every attempt, before anybody asks again.
    "newscrawl.middlewares.fetches.FetchesMiddleware": 900,
    "newscrawl.middlewares.origin.OriginMiddleware": 950,
    # Next to the downloader: what others ignore or answer costs nothing.
    "newscrawl.middlewares.budget.BudgetMiddleware": 990,
}
SPIDER_MIDDLEWARES = {
    # Next to the spider: what is reserved goes no further.
    "newscrawl.middlewares.rights.RightsMiddleware": 700,
    "newscrawl.middlewares.identity.IdentityMiddleware": 650,
    "newscrawl.middlewares.moves.MovesMiddleware": 640,
    "newscrawl.middlewares.seen.SeenArticlesMiddleware": 600,
}
ITEM_PIPELINES = {
    "newscrawl.pipelines.validation.ValidationPipeline": 100,
    "newscrawl.pipelines.duplicates.DuplicatesPipeline": 200,
    "newscrawl.pipelines.database.DatabasePipeline": 300,
    "newscrawl.pipelines.jsonlines.JsonLinesPipeline": 400,
}
EXTENSIONS = {
    # ProgressExtension says more.
    "scrapy.extensions.logstats.LogStats": None,
    "newscrawl.extensions.outcomes.OutcomesExtension": 400,
    "newscrawl.extensions.verdict.VerdictExtension": 410,
    "newscrawl.extensions.progress.ProgressExtension": 500,
    "newscrawl.extensions.canary.CanaryExtension": 510,
    # After AutoThrottle (0), whose delays they raise.
    "newscrawl.extensions.manners.CrawlDelayExtension": 520,
    "newscrawl.extensions.manners.RetryAfterExtension": 530,
    "newscrawl.extensions.publishing.PublishingExtension": 520,
}
FEED_STORAGES = {
    "": "newscrawl.extensions.publishing.PublishedFeedStorage",
    "file": "newscrawl.extensions.publishing.PublishedFeedStorage",
}
FEED_EXPORTERS = {
    "csv": "newscrawl.exporters.CsvExporter",
}
FEED_EXPORT_ENCODING = "utf-8"

PLAYWRIGHT_BROWSER_TYPE = "chromium"
PLAYWRIGHT_ABORT_REQUEST = "newscrawl.browser.is_unwanted"
PLAYWRIGHT_LAUNCH_OPTIONS = {
    "args": [
        "--disable-gpu",
        "--disable-dev-shm-usage",  # containers give it 64 MB
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ],
    # Chromium's sandbox cannot start as root, as which containers and CI run.
    "chromium_sandbox": os.geteuid() != 0,
}
PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT = 60_000  # ms

# --- What costs more than it gives ------------------------------------------------------------

# Scrapy makes this many tasks for every response, busy or not; the default 100 takes a third
# of all CPU time.
CONCURRENT_ITEMS = 4
# Both listen on a port and run what they are told.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
LOG_LEVEL = "INFO"
# Scrapy reads the source of each callback for this; where an upgrade has put another file there
# since the run began, the article fails. The type check finds what it warns of.
WARN_ON_GENERATOR_RETURN_VALUE = False

# --- The environment --------------------------------------------------------------------------

# What is one installation's own is no change of this file: a variable with the name of a setting of
# ours takes its place, written as after -s.
globals().update(
    {
        name: os.environ[name]
        for name in list(globals())
        if name.startswith("NEWSCRAWL_") and name in os.environ
    }
)
