"""Whether the store stays fast as it grows: in SQLite and PostgreSQL, at three sizes.

Stores are filled with invented articles. Then articles are saved and looked up as a crawl does
it, at all sizes by turns, each time in a process of its own; of each figure the best round is
printed.

    python -m benchmarks.store [--sizes 10000 100000 1000000] [--databases sqlite postgresql]
        [--rounds 3] [--parts] [--folder FOLDER] [--url URL] [--keep]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, fields
from pathlib import Path

from sqlalchemy import create_engine, inspect, make_url

from benchmarks.filling import fill
from benchmarks.parts import parts
from benchmarks.saving import Measured, measure

_REPORT = "BENCH"
_SERVER = os.environ.get(
    "NEWSCRAWL_TEST_POSTGRES", "postgresql+psycopg://postgres@127.0.0.1:5432/postgres"
)


@contextmanager
def sqlite_store(folder: Path, size: int, keep: bool) -> Iterator[tuple[str, bool]]:
    """Give the URL of the store of that *size*, and whether it is there already."""
    file = folder / f"store-{size}.db"
    yield f"sqlite:///{file}", file.exists()
    if not keep:
        for each in folder.glob(f"{file.name}*"):
            each.unlink()


@contextmanager
def postgres_store(server: str, size: int, keep: bool) -> Iterator[tuple[str, bool]]:
    """The same: a schema of its own, dropped in the end."""
    name = f"newscrawl_bench_{size}"
    engine = create_engine(server)
    with engine.begin() as connection:
        filled = inspect(connection).has_table("articles", schema=name)
        connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {name}")
    url = make_url(server).update_query_dict({"options": f"-csearch_path={name}"})
    try:
        yield url.render_as_string(hide_password=False), filled
    finally:
        if not keep:
            with engine.begin() as connection:
                connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")
        engine.dispose()


def in_a_process(kind: str, url: str, size: int, round: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.store", "--run", kind, url, str(size), str(round)]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    line = next(line for line in output.splitlines() if line.startswith(_REPORT))
    found: dict[str, float] = json.loads(line.removeprefix(_REPORT))
    return found


def best(rounds: list[dict[str, float]]) -> Measured:
    return Measured(
        **{field.name: min(r[field.name] for r in rounds) for field in fields(Measured)}
    )


_COLUMNS = (
    "database    articles   new/s  old/s  median ms  times   CPU ms  times  statements"
    "  candidates ms  copies  page ms  identify ms  peak MB"
)


def row(database: str, size: int, found: Measured, first: Measured) -> str:
    """Return a line of the table; ``times`` compares with *first*, where less was stored."""
    cost, base = (each.new_ms + each.old_ms for each in (found, first))
    return (
        f"{database:10} {size:9,} {1000 / found.new_ms:7.0f} {1000 / found.old_ms:6.0f} "
        f"{found.median_ms:10.2f} {cost / base:6.2f} {found.cpu_ms:8.2f} "
        f"{found.cpu_ms / first.cpu_ms:6.2f} {found.statements:11.1f} "
        f"{found.candidates_ms:14.2f} {found.copies:7} {found.page_ms:8.2f} "
        f"{found.identify_ms:12.2f} {found.peak_mb:8.0f}"
    )


def print_parts(found: dict[int, dict[str, float]]) -> None:
    print(f"\n{'SQLite: ms of a save':20}" + "".join(f"{size:12,}" for size in found))
    for part in next(iter(found.values()), ()):
        print(f"{part:20}" + "".join(f"{parts[part]:12.2f}" for parts in found.values()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--parts", action="store_true", help="what a save in SQLite is made of")
    parser.add_argument("--folder", type=Path, help="where SQLite's files are made")
    parser.add_argument("--url", default=_SERVER, help="the PostgreSQL server")
    parser.add_argument("--keep", action="store_true", help="keep the stores for the next time")
    parser.add_argument("--run", nargs=4, metavar=("KIND", "URL", "SIZE", "ROUND"))
    options = parser.parse_args()
    if options.run:
        kind, url, size, round = options.run
        run = parts if kind == "parts" else lambda *a: asdict(measure(*a))
        print(_REPORT, json.dumps(run(url, int(size), int(round))))
        return
    with ExitStack() as stack:
        folder = options.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stores = {}
        for database in options.databases:
            for size in sorted(options.sizes):
                made = (
                    sqlite_store(folder, size, options.keep)
                    if database == "sqlite"
                    else postgres_store(options.url, size, options.keep)
                )
                stores[database, size] = stack.enter_context(made)
        start = time.perf_counter()
        fill({url: size for (_, size), (url, filled) in stores.items() if not filled})
        print(f"filled in {time.perf_counter() - start:.0f} s", flush=True)
        first_round = int(time.time()) % 100_000 if options.keep else 0
        found: dict[tuple[str, int], list[dict[str, float]]] = {key: [] for key in stores}
        for round in range(first_round, first_round + options.rounds):
            for (database, size), (url, _) in stores.items():
                found[database, size].append(in_a_process("store", url, size, round))
        print(_COLUMNS)
        for (database, size), rounds in found.items():
            first = best(found[database, min(options.sizes)])
            print(row(database, size, best(rounds), first))
        if options.parts:
            print_parts(
                {
                    size: in_a_process("parts", url, size, first_round)
                    for (database, size), (url, _) in stores.items()
                    if database == "sqlite"
                }
            )


if __name__ == "__main__":
    main()
