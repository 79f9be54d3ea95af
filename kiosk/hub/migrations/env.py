"""Alembic's entry: runs the migrations on the connection that `database.open_database` hands over."""

from alembic import context

from kiosk.hub.schema import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    # Everything in the one transaction of the caller: a start that is killed leaves the old schema whole.
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
