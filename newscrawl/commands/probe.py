"""`scrapy probe`: what a site offers, and a draft of its spider with saved pages."""

import argparse
import json
import re
import sys
from dataclasses import asdict
from urllib.parse import urlsplit

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from scrapy.commands import ScrapyCommand
from scrapy.crawler import Crawler

from newscrawl.base_spiders.probe import Look, ProbeSpider
from newscrawl.commands.extract import BAD_INPUT, NOT_FETCHED, be_quiet, check_address, said_of
from newscrawl.commands.saving import files_of, write
from newscrawl.errors import OperatorError
from newscrawl.probing import Draft, Finding, NoDraft, Site, draft_of, findings


class Command(ScrapyCommand):
    """Look at the site of a listing and draft its spider; nothing is stored.

    Exit code 1 if the page cannot be fetched or there is nothing to draft, 2 for a call that
    cannot be used.
    """

    requires_project = True

    def syntax(self) -> str:
        return "[options] <address of a listing or a front page>"

    def short_desc(self) -> str:
        return "Show what a site offers, and draft its spider with saved pages"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("--name", default="", help="of the spider (default: after the host)")
        add("--write", action="store_true", help="write the spider and its saved pages")
        add("--force", action="store_true", help="with --write: over what is there")
        add("--json", action="store_true", help="print findings and draft as JSON")
        add("--origin", help="scheme and host to ask instead of the address's own")
        add("--sources", type=int, default=8, metavar="N",
            help="feeds and sitemaps to ask for (default: 8)")  # fmt: skip
        add("--articles", type=int, default=3, metavar="N",
            help="articles to read (default: 3)")  # fmt: skip

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        be_quiet(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        try:
            site = self.look(args, opts)
            name = opts.name or name_of(site.front.url)
            try:
                draft, why_not = draft_of(site, name), None
            except NoDraft as error:
                draft, why_not = None, str(error)
            assert self.settings is not None
            found = findings(site, draft, self.settings["ROBOTSTXT_USER_AGENT"])
            files = list(files_of(draft, self.settings)) if draft and opts.write else []
            write(files, force=opts.force)
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = NOT_FETCHED if isinstance(error, NotLooked) else BAD_INPUT
            return
        paths = [str(path) for path, _ in files]
        if opts.json:
            print(_as_json(name, found, draft, why_not, paths))
        else:
            _show(found, draft, why_not, paths)
        self.exitcode = 0 if draft else NOT_FETCHED

    def look(self, args: list[str], opts: argparse.Namespace) -> Site:
        """Return what there is at the one address of *args*.

        :raises OperatorError: for a call that cannot be used, or a page that cannot be had.
        """
        if len(args) != 1:
            raise OperatorError("name one address, of a listing or a front page")
        url: str = args[0]
        check_address(url)
        if opts.name and not re.fullmatch("[a-z][a-z0-9_]+", opts.name):
            raise OperatorError(f"--name {opts.name}: take small letters, digits and _")
        if opts.sources < 0 or opts.articles < 2:
            raise OperatorError("--sources is 0 or more, --articles 2 or more")
        look = Look()
        arguments = {
            "url": url,
            "look": look,
            "sources": opts.sources,
            "articles": opts.articles,
            "origin": opts.origin,
        }
        assert self.settings is not None
        check = Crawler(ProbeSpider, self.settings)
        check.spidercls.from_crawler(check, **arguments)
        assert self.crawler_process is not None
        self.crawler_process.crawl(ProbeSpider, **arguments)
        self.crawler_process.start()
        if look.failure:
            raise NotLooked(f"{url}: {said_of(look.failure)}")
        if look.site is None:
            raise NotLooked(f"{url}: looking failed; run it again with -L ERROR to see how")
        return look.site


class NotLooked(OperatorError):
    """The page cannot be fetched."""


def name_of(url: str) -> str:
    """Return the name of a spider for the site at *url*.

    >>> name_of("https://www.harbour-post.example/news/"), name_of("https://24.example/")
    ('harbour_post', 'outlet_24')
    """
    labels = (urlsplit(url).hostname or "").removeprefix("www.").split(".")
    stem = "_".join(labels[:-1] or labels)
    name = re.sub("[^a-z0-9]+", "_", stem.lower()).strip("_")
    return name if re.fullmatch("[a-z][a-z0-9_]+", name) else f"outlet_{name}"


def _as_json(
    name: str, found: list[Finding], draft: Draft | None, why_not: str | None, paths: list[str]
) -> str:
    record = {
        "name": name,
        "findings": [asdict(each) for each in found],
        "draft": draft.source if draft else None,
        "no_draft": why_not,
        "written": paths,
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


def _show(found: list[Finding], draft: Draft | None, why_not: str | None, paths: list[str]) -> None:
    if sys.stdout.isatty():
        table = Table("what", "found", "why", show_edge=False)
        for each in found:
            table.add_row(each.kind, escape(each.value), escape(each.reason))
        Console().print(table)
    else:
        width = max((len(each.kind) for each in found), default=0)
        for each in found:
            print(f"{each.kind:{width}}  {each.value}  ({each.reason})")
    if draft is None:
        print(f"\nNo draft: {why_not}.", flush=True)
    elif paths:
        print("\nWritten; read them:")
        print(*(f"  {path}" for path in paths), sep="\n", flush=True)
    else:
        print(f"\n{draft.source}", end="", flush=True)
