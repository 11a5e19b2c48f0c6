"""`scrapy copystore`: the store in another database."""

import argparse
import sys

from rich.console import Console
from scrapy.commands import ScrapyCommand

from newscrawl.commands.inspecting import BAD_INPUT, open_inspection
from newscrawl.errors import OperatorError
from newscrawl.storage import ArticleStore
from newscrawl.storage.copying import copy_store


class Command(ScrapyCommand):
    """Copy the store of the settings into a database that is empty; the store stays as it is.

    Exit code 2 for a wrong call or a database that cannot be used.
    """

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[options] <URL of an empty database>"

    def short_desc(self) -> str:
        return "Copy the store into another database, as from SQLite into PostgreSQL"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        counts: dict[str, int] = {}
        try:
            if len(args) != 1:
                raise OperatorError("name one database, like postgresql+psycopg://user@host/news")
            with (
                open_inspection(self.settings) as source,
                ArticleStore(args[0]) as target,
                Console(stderr=True).status("copying"),
            ):
                copy_store(source, target, counts.__setitem__)
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = BAD_INPUT
            return
        for table, count in counts.items():
            print(f"{table}: {count}")
