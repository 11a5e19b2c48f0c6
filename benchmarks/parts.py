"""What saving an article in SQLite is made of."""

from random import Random

from benchmarks.invented import moment
from benchmarks.saving import old_days, save, timed
from newscrawl.storage import ArticleStore, clusters
from newscrawl.storage.backends import sqlite

_BLOCKS = 6
_BLOCK = 60
_FIRST = 2 * 10**8

_TRIGGER = "article_texts_insert"
_CREATE_TRIGGER = next(statement for statement in sqlite.DDL if _TRIGGER in statement)


def parts(url: str, size: int, round: int) -> dict[str, float]:
    """Return the milliseconds of each part, the last of which is the whole.

    What an article's words and the sync of the disk cost is the difference to saving without; all
    three ways come by turns.
    """
    with ArticleStore(url) as store, timed(store) as clock:
        clusters.signature = clock.timing("signature", clusters.signature)
        clusters.copies = clock.timing("comparing", clusters.copies)
        run = store.begin_run("outlet_00", {}, moment(size))
        ways: list[dict[str, float]] = [{}, {}, {}]
        for block in range(1 + _BLOCKS):
            for way, found in enumerate(ways):
                first = _FIRST + (round * 100 + 10 * block + way) * _BLOCK
                articles = old_days(size, first, Random(first), _BLOCK)
                with store.reading() as connection:
                    last = connection.exec_driver_sql("SELECT max(number) FROM articles").scalar()
                _set(store, words=way == 0, synced=way < 2)
                taken = save(store, run, articles, clock)
                clock.seconds["all"] = sum(taken)
                if block:  # the first warms up
                    for part, seconds in clock.seconds.items():
                        found[part] = found.get(part, 0) + 1000 * seconds / _BLOCK / _BLOCKS
                _set(store, words=True, synced=True)
                if way:
                    _index(store, last)
    whole, unindexed, unsynced = ways
    synced = unindexed["commit"] - unsynced["commit"]
    words = sum(whole[part] - unindexed[part] for part in ("article", "commit"))
    found = {
        "signature": whole["signature"],
        "candidates": whole["candidates"],
        "comparing texts": whole["comparing"],
        "full text": words,
        "sync of the disk": synced,
        "rest of the commit": unindexed["commit"] - synced,
        "other statements": whole["statements"] + unindexed["article"],
    }
    return found | {"Python": whole["all"] - sum(found.values()), "all": whole["all"]}


def _set(store: ArticleStore, *, words: bool, synced: bool) -> None:
    with store.reading() as connection:
        driver = connection.connection.driver_connection
    driver.execute(f"PRAGMA synchronous = {'FULL' if synced else 'OFF'}")
    driver.execute(f"DROP TRIGGER IF EXISTS {_TRIGGER}")
    if words:
        driver.execute(_CREATE_TRIGGER)


def _index(store: ArticleStore, last: int) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO article_texts (rowid, headline, body)"
            " SELECT number, headline, body FROM articles WHERE number > ?",
            (last,),
        )
