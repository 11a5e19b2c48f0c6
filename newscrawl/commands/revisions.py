"""`scrapy revisions`: what was changed in an article, and when."""

import argparse
import json
import sys
from difflib import get_close_matches

from scrapy.commands import ScrapyCommand

from newscrawl.commands.inspecting import BAD_INPUT, open_inspection, printing
from newscrawl.commands.versions import as_record, show
from newscrawl.errors import OperatorError
from newscrawl.storage.history import Version
from newscrawl.storage.inspection import Inspection
from newscrawl.urls import address_key, canonical_url


class Command(ScrapyCommand):
    """Show all texts of an article that were stored, each with what differs from the one before.

    Exit code 2 if no such article is stored, or for a wrong call.
    """

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[options] <address or id of an article>"

    def short_desc(self) -> str:
        return "Show the versions of a stored article and the words that were changed"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        most_steps = self.settings.getint("NEWSCRAWL_DIFF_MAX_STEPS")
        try:
            if len(args) != 1:
                raise OperatorError("name one article by its address or its id")
            with open_inspection(self.settings) as store:
                versions = _versions(store, args[0])
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = BAD_INPUT
            return
        with printing() as console:
            if opts.json:
                record = as_record(versions, most_steps=most_steps)
                print(json.dumps(record, ensure_ascii=False, indent=2))
            else:
                show(console, versions, most_steps=most_steps)


def _versions(store: Inspection, name: str) -> list[Version]:
    """:raises OperatorError: if no such article is stored."""
    url = canonical_url(name) or name
    found = store.find(name, url=url, key=address_key(name))
    if found is None:
        near = get_close_matches(url, store.neighbours(url), n=1, cutoff=0.8)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise OperatorError(f"no article is stored with the id or address {name}{hint}")
    return store.versions(found)
