"""What Alembic runs to migrate a database that :mod:`newscrawl.storage.upgrading` has opened."""

from alembic import context

from newscrawl.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by writing it anew
    transactional_ddl=False,  # the transaction is the caller's
)
context.run_migrations()
