"""Kill a crawl at random moments, let one more run end by itself, and compare with the truth.

With --moving the newsroom moves on between the kills, and each run looks at everything again: then
the revisions are compared, too.

    python -m benchmarks.kills [--kills 20] [--articles 300] [--fault all] [--moving] [--seed 1]
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from newscrawl.demo.control import control, move_to
from newscrawl.demo.process import newsroom
from newscrawl.storage import ArticleStore
from tests.crawling import Crawls

_POLL_S = 0.05
_EVERY = 4
"""One run in so many is killed while it starts; and one moves the newsroom on before it."""


def kill(
    crawls: Crawls, origin: str, words: list[str], dice: random.Random, longest_s: float
) -> str:
    """Start a crawl, end it at a random moment, and return in words which that was."""
    before = run_id(crawls)
    begun = time.monotonic()
    process = crawls.start(origin, *words)
    starting = not dice.randrange(_EVERY)
    while not starting and process.poll() is None and run_id(crawls) == before:
        time.sleep(_POLL_S)
    moment = dice.uniform(0, longest_s)
    with suppress(subprocess.TimeoutExpired):
        process.wait(moment)
    ended = process.poll()
    process.kill()
    process.wait()
    if ended is not None:
        return f"ended with exit code {ended}"
    return f"killed {time.monotonic() - begun:.2f} s after its start"


def run_id(crawls: Crawls) -> int:
    """Return the number of the last run; 0 if there was none."""
    if not Path(crawls.database.removeprefix("sqlite:///")).exists():
        return 0
    with ArticleStore(crawls.database) as store:
        run = store.last_run("caliber")
    return run.id if run else 0


def all_kills(crawls: Crawls, origin: str, options: argparse.Namespace) -> Iterator[str]:
    """Do as *options* say, and yield how each run ended."""
    dice = random.Random(options.seed)
    words = ["-a", f"ways={options.ways}"]
    for number in range(1, options.kills + 1):
        said = kill(crawls, origin, words, dice, options.longest_s)
        lines = crawls.lines.read_bytes().count(b"\n") if crawls.lines.exists() else 0
        if options.moving:
            if not dice.randrange(_EVERY):
                said += f", moved to {move_to(origin, control(origin)['moment'] + 1)['moment']}"
            crawls.let_all_be_due()
        yield f"run {number:2}: {said}, {lines} lines in the file"
    yield f"last run: exit code {crawls.start(origin, *words).wait()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--fault", action="append", default=[])
    parser.add_argument("--ways", default="feed,listing,scroll")
    parser.add_argument("--moving", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest-s", type=float, default=4.0, help="of a run that is killed")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        newsroom(articles=options.articles, faults=options.fault) as origin,
    ):
        crawls = Crawls(Path(folder))
        for said in all_kills(crawls, origin, options):
            print(said, flush=True)
        compare = crawls.revision_problems if options.moving else crawls.problems
        problems = compare(origin)
        print(f"{len(crawls.records())} lines in the file")
        print(f"{len(problems)} differences from the truth")
        for problem in problems[:10]:
            print(problem)
        if problems:
            sys.exit(1)
        print("both outputs equal the truth")


if __name__ == "__main__":
    main()
