"""What a file that follows the store asks of it."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import bindparam, select

from newscrawl.items import Article
from newscrawl.storage.backends import Upsert, newer
from newscrawl.storage.database import Database
from newscrawl.storage.records import COLUMNS, parse_article, read_article
from newscrawl.storage.schema import articles, exports, revisions


@dataclass(frozen=True)
class Position:
    """How far a file has been written."""

    seq: int
    bytes: int
    """Length of the beginning that holds every text up to ``seq``."""

    repeats: bool = False
    """Whether those of repeated articles are among them."""


_next = revisions.alias("next")
_AFTER = (
    select(revisions.c.seq, _next.c.superseded.label("superseded"), *COLUMNS)
    .join(articles, articles.c.number == revisions.c.article)
    .outerjoin(
        _next,
        (_next.c.article == revisions.c.article) & (_next.c.revision == revisions.c.revision + 1),
    )
    .where(revisions.c.seq > bindparam("after"))
    .order_by(revisions.c.seq)
    .limit(bindparam("limit"))
)
_NUMBERS = (
    select(articles.c.id, revisions.c.revision, revisions.c.seq)
    .join(revisions, revisions.c.article == articles.c.number)
    .where(articles.c.id.in_(bindparam("ids", expanding=True)))
)
_POSITION = select(exports.c.seq, exports.c.bytes, exports.c.repeats).where(
    exports.c.path == bindparam("file")
)
_RECORD = Upsert(exports, ["path"], newer("seq", "bytes", "repeats"))


class Exports(Database):
    """The part of the store that files follow."""

    def revisions_after(self, seq: int, limit: int) -> Sequence[tuple[int, Article]]:
        """Return the first *limit* stored texts after number *seq*, in the order of commits."""
        with self.reading() as connection:
            rows = connection.execute(_AFTER, {"after": seq, "limit": limit}).mappings().all()
        return [
            (
                row["seq"],
                parse_article(row["superseded"]) if row["superseded"] else read_article(row),
            )
            for row in rows
        ]

    def numbers(self, texts: Collection[tuple[str, int]]) -> dict[tuple[str, int], int]:
        """Return ``seq`` by (article id, revision); what was never stored is left out.

        :param texts: some hundreds of them, not thousands.
        """
        ids = list({id for id, _ in texts})
        with self.reading() as connection:
            rows = connection.execute(_NUMBERS, {"ids": ids}).all()
        found = {(row.id, row.revision): row.seq for row in rows}
        return {text: found[text] for text in texts if text in found}

    def position(self, path: str) -> Position | None:
        """Return how far the file at *path* was written when it was last closed."""
        with self.reading() as connection:
            row = connection.execute(_POSITION, {"file": path}).first()
        return None if row is None else Position(row.seq, row.bytes, row.repeats)

    def record_position(self, path: str, position: Position) -> None:
        """Remember how far the file at *path* is written; its bytes must be on disk by then."""
        row = {"path": path, **asdict(position)}
        with self.writing() as connection:
            _RECORD.on(connection, row)
