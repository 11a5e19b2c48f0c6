"""From the databases of before the migrations, which had version 1."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.add_column("articles", sa.Column("removed_at", sa.Text))
    op.create_index("articles_by_story", "articles", ["story", "date_utc"])
    op.create_index("articles_by_original", "articles", ["duplicate_of"])
    op.add_column("runs", sa.Column("verdict", sa.Text))
    op.add_column("runs", sa.Column("report", sa.JSON))
    op.create_index("runs_by_outlet", "runs", ["outlet", "id"])
    op.create_index("runs_by_outlet_and_time", "runs", ["outlet", "started_at"])
    _change_exports()
    _create_articles_tables()
    _create_crawls_tables()
    _create_copies_tables()
    _change_view()
    op.drop_table("schema_version")


def _change_exports() -> None:
    # Where the files end is found out anew when they are opened.
    op.drop_table("exports")
    op.create_table(
        "exports",
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("repeats", sa.Boolean, nullable=False),
    )


def _article(*, primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(
        "article",
        sa.Integer,
        sa.ForeignKey("articles.number", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


def _create_articles_tables() -> None:
    op.create_table(
        "addresses",
        sa.Column("key", sa.Text, primary_key=True),
        _article(),
        sa.Column(
            "url",
            sa.Text,
            sa.CheckConstraint("url <> ''", name="url_not_empty"),
            nullable=False,
        ),
        sa.Column("first_seen", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("addresses_by_article", "addresses", ["article"])
    op.create_table(
        "visits",
        _article(primary_key=True),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("visited_at", sa.Text, nullable=False),
        sa.Column("visits", sa.Integer, nullable=False),
        sa.Column("due_at", sa.Text),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
    )
    op.create_index("visits_by_outlet_and_due", "visits", ["outlet", "due_at"])


def _create_crawls_tables() -> None:
    op.create_table(
        "sightings",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("listing", sa.Text, primary_key=True),
        sa.Column("first_seen", sa.Text, nullable=False),
        sa.Column("last_seen", sa.Text, nullable=False),
        sa.Column("first_run", sa.Integer, nullable=False),
        sa.Column("last_run", sa.Integer, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("top_place", sa.Integer),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pages",
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("fetched_at", sa.Text, nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fetches",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("id", sa.Text),
        sa.Column("status", sa.Integer),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.Column("seconds", sa.Float),
        sa.Column("fetched_at", sa.Text, nullable=False),
    )
    op.create_index("fetches_by_run", "fetches", ["run"])
    op.create_index("fetches_by_time", "fetches", ["fetched_at"])
    op.create_table(
        "hosts",
        sa.Column("host", sa.Text, primary_key=True),
        sa.Column("blocked_since", sa.Text, nullable=False),
        sa.Column("blocked_times", sa.Integer, nullable=False),
        sa.Column("not_before", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )


def _create_copies_tables() -> None:
    op.create_table(
        "signatures",
        sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("value", sa.BigInteger, primary_key=True, autoincrement=False),
        _article(primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "clusters",
        _article(primary_key=True),
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("copy_of", sa.Text),
        sa.Column("how", sa.Text, nullable=False),
        sa.Column("score", sa.Float),
        sa.Column("joined_at", sa.Text, nullable=False),
    )
    op.create_index("clusters_by_story", "clusters", ["story"])


def _change_view() -> None:
    op.execute("DROP VIEW readable_articles")
    op.execute(
        """
        CREATE VIEW readable_articles AS
        SELECT id, outlet, language, section, date, date_precision, headline, byline,
            (SELECT group_concat(name, '; ') FROM
                (SELECT name FROM authors WHERE article = articles.number ORDER BY position)
            ) AS authors,
            agency,
            (SELECT group_concat(tag, '; ') FROM
                (SELECT tag FROM tags WHERE article = articles.number ORDER BY position)
            ) AS tags,
            1 + length(lines) - length(replace(replace(lines, char(10), ''), ' ', '')) AS words,
            url, summary, body, revision, duplicate_of, story, date_modified, removed_at,
            fetched_at
        FROM (SELECT *, replace(body, char(10) || char(10), char(10)) AS lines FROM articles)
            AS articles
        """
    )
