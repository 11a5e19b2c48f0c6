"""What only a database on a server can do to a store."""

import random
import string
import time
from collections.abc import Iterator
from threading import Thread

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from newscrawl.storage import NO_VISIT, ArticleStore, StoreError
from newscrawl.storage.clusters import USUAL_RULES
from tests.postgres import SERVER, new_schema
from tests.storage.samples import NOW, article, rows

LONG = "".join(random.Random(1).choices(string.ascii_letters, k=20_000))
"""Too long for an index of PostgreSQL, which finds that out when the tag is stored."""


@pytest.fixture
def store() -> Iterator[ArticleStore]:
    with new_schema() as url, ArticleStore(url) as store:
        yield store


def test_what_the_server_refuses_is_a_bad_value_and_leaves_no_trace(store: ArticleStore) -> None:
    with pytest.raises(ValueError, match="harbour_post:en:1: index row"):
        store.save(article(1, tags=[LONG]), now=NOW)
    assert store.save(article(2), now=NOW).outcome == "new"
    assert rows(store, "SELECT id FROM articles") == [("harbour_post:en:2",)]
    assert rows(store, "SELECT id FROM ledger") == [("harbour_post:en:2",)]


def test_a_text_of_more_words_than_the_server_holds_is_found_by_the_first(
    store: ArticleStore,
) -> None:
    syllables = random.Random(1).choices([chr(code) for code in range(0xAC00, 0xD7A4)], k=200_000)
    body = " ".join("".join(syllables[at : at + 5]) for at in range(0, len(syllables), 5))
    store.save(article(1, body=f"gates {body}"), now=NOW)
    assert [found.id for found in store.search("gates")] == [article(1).id]


def end_connection(store: ArticleStore) -> None:
    number = rows(store, "SELECT pg_backend_pid()")[0][0]
    engine = create_engine(SERVER, poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT pg_terminate_backend(%s, 5000)", (number,))


def test_a_connection_that_the_server_has_closed_is_made_anew(store: ArticleStore) -> None:
    end_connection(store)
    assert store.save(article(1), now=NOW).outcome == "new"
    end_connection(store)
    assert store.count() == 1


def end_own_connection(store: ArticleStore) -> None:
    with store.writing() as connection, store.backend.unread(connection):
        connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
        connection.exec_driver_sql("SELECT 1")


def test_one_that_is_closed_while_something_is_stored_is_a_failure(store: ArticleStore) -> None:
    with pytest.raises(StoreError, match="the server cannot be reached"):
        end_own_connection(store)
    assert store.save(article(1), now=NOW).outcome == "new"


def test_a_lock_that_another_keeps_is_told(store: ArticleStore) -> None:
    url = store._connection.engine.url
    with (
        ArticleStore(url.render_as_string(hide_password=False), timeout_s=0.05) as other,
        store.writing(),
        pytest.raises(StoreError, match="another process keeps it locked"),
    ):
        other.save(article(1), now=NOW)


def test_a_writer_sees_what_came_while_it_waited_whatever_is_usual_on_the_server(
    store: ArticleStore,
) -> None:
    url = store._connection.engine.url
    options = f"{url.query['options']} -cdefault_transaction_isolation=serializable"
    strict = url.update_query_dict({"options": options}).render_as_string(hide_password=False)
    with ArticleStore(strict) as other:
        waiting = Thread(target=other.save, args=[article(1)], kwargs={"now": NOW})
        with store.writing() as connection:
            waiting.start()
            while not _waits_for_a_lock(connection):
                time.sleep(0.01)
            store._save(connection, article(1), NO_VISIT, USUAL_RULES, NOW)
        waiting.join()
    assert rows(store, "SELECT visits FROM visits") == [(2,)]


def _waits_for_a_lock(connection: Connection) -> bool:
    found = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted LIMIT 1"
    return connection.exec_driver_sql(found).first() is not None
