"""Kill a crawl at random moments, let one more run end by itself, and compare with the truth.

python -m benchmarks.kills [--kills 20] [--articles 300] [--fault all] [--seed 1]
"""

import argparse
import random
import tempfile
import time
from pathlib import Path

from newscrawl.demo.process import newsroom
from tests.crawling import Crawls


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--fault", action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest-s", type=float, default=4.0, help="of a run that is killed")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    with (
        tempfile.TemporaryDirectory() as folder,
        newsroom(articles=options.articles, faults=options.fault) as origin,
    ):
        crawls = Crawls(Path(folder))
        for number in range(1, options.kills + 1):
            moment = dice.uniform(0.5, options.longest_s)
            process = crawls.start(origin)
            time.sleep(moment)
            ended = process.poll()
            process.kill()
            process.wait()
            lines = crawls.lines.read_bytes().count(b"\n") if crawls.lines.exists() else 0
            said = "had ended" if ended is not None else f"killed after {moment:.2f} s"
            print(f"run {number:2}: {said}, {lines} lines in the file", flush=True)
        last = crawls.run(origin)
        problems = crawls.problems(origin)
        print(f"last run: exit code {last.returncode}, {len(crawls.records())} lines in the file")
        print(f"{len(problems)} differences from the truth")
        for problem in problems[:10]:
            print(problem)


if __name__ == "__main__":
    main()
