"""Checks of the database and of the JSON Lines file that follows it; neither is changed."""

import os
from pathlib import Path

from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from newscrawl.doctor.findings import Finding, ok, problem, warning
from newscrawl.storage import ArticleStore, StoreError, upgrading
from newscrawl.storage.lines import Text, may_be_torn, texts_in

_BATCH = 200
_DATABASE, _LINES = "database", "json lines"


def database_file(url: str) -> Path | None:
    """Return the file of an SQLite database, None if *url* names no file."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return None
    named = parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:")
    return Path(parsed.database or "") if named else None


def database(url: str) -> Finding:
    """:param url: an SQLAlchemy URL; empty for none."""
    if not url:
        return warning(
            _DATABASE,
            "none is kept: every run fetches all anew",
            "set NEWSCRAWL_DATABASE_URL, e.g. to sqlite:///output/newscrawl.db",
        )
    file = database_file(url)
    if file is not None and not file.exists():
        return ok(_DATABASE, f"{file} will be made by the first crawl")
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # without the URL, which may hold a password
        return problem(
            _DATABASE, "NEWSCRAWL_DATABASE_URL is no database URL", "sqlite:///FILE is one"
        )
    shown = file or parsed.render_as_string()
    try:
        engine = create_engine(_read_only(parsed))
        try:
            with engine.connect() as connection:
                current = upgrading.is_current(connection)
        finally:
            engine.dispose()
    except (upgrading.UnusableVersion, SQLAlchemyError, ImportError) as error:
        cause = getattr(error, "orig", None) or error
        return problem(
            _DATABASE, f"{shown}: {cause}", "name another one, or restore it from a backup"
        )
    if not current:
        return warning(
            _DATABASE,
            f"{shown} is of an older version",
            "back it up; the next crawl brings it up to date",
        )
    return ok(_DATABASE, f"{shown} is current")


def _read_only(url: URL) -> URL:
    url = url.difference_update_query(["timeout"])  # which is ours, not the driver's
    if url.get_backend_name() != "sqlite" or not url.database:
        return url
    address = Path(url.database).absolute().as_uri()
    return url.set(database=address, query={"mode": "ro", "uri": "true"})


def lines(path: Path, url: str) -> Finding:
    """Compare what the file at *path* has gained since it was last closed, and how far that is,
    with the database at *url*, which has to be current."""
    if not path.exists():
        return ok(_LINES, f"{path} will be written by the next crawl")
    try:
        with ArticleStore(url) as store, path.open("rb") as stream:
            return _compared(path, stream.fileno(), store)
    except (OSError, StoreError) as error:
        return problem(_LINES, str(error), "check the rights of the file and of its database")


def _compared(path: Path, file: int, store: ArticleStore) -> Finding:
    size = os.fstat(file).st_size
    position = store.position(str(path.absolute()))
    seq, end = (position.seq, position.bytes) if position and position.bytes <= size else (0, 0)
    lacking = {number for number, _ in store.revisions_after(seq, _BATCH)}
    batch: list[Text] = []
    before = end
    for end, text in texts_in(file, before, size):
        if text is None:
            if end == size and may_be_torn(os.pread(file, 64, before)):
                return warning(
                    _LINES, f"the last line of {path} is cut off", "the next crawl mends it"
                )
            return _foreign(f"{path}: the line at byte {before} is no article of newscrawl")
        before = end
        batch.append(text)
        if len(batch) == _BATCH or end == size:
            numbers = store.numbers(batch)
            if unknown := set(batch).difference(numbers):
                id, revision = min(unknown)
                return _foreign(
                    f"{path} holds {id} in revision {revision}, which its database does not"
                )
            lacking.difference_update(numbers.values())
            batch.clear()
    if lacking:
        return warning(
            _LINES, f"{path} lags behind its database", "the next crawl appends what it lacks"
        )
    return ok(_LINES, f"{path} agrees with its database")


def _foreign(said: str) -> Finding:
    return problem(_LINES, said, "move the file away: the next crawl writes it anew")
