"""`scrapy genspider`: Scrapy's own, with a template for each way in."""

import argparse

from scrapy.commands.genspider import Command as ScrapyGenspider


class Command(ScrapyGenspider):
    """Write a draft of a spider: ``scrapy genspider -t feed harbour_post URL``."""

    def syntax(self) -> str:
        return "[options] <name> <address of a listing, feed, sitemap or endpoint>"

    def short_desc(self) -> str:
        return "Draft a spider from a template: listing, feed, sitemap, scroll or endpoint"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.set_defaults(template="listing")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        super().run(args, opts)
        if len(args) == 2 and not self._find_template(opts.template):
            self.exitcode = 2
