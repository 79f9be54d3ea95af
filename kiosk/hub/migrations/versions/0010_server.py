"""What only a server keeps: three columns' comments, and that old versions of rows, which may have names, go soon."""

from alembic import op

revision = "0010"
down_revision = "0008"
branch_labels = None
depends_on = None

_COMMENTS = {
    "click.click": "made by the page, at the click",
    "click.handle": "whose click it was",
    "visit.called_at": "the last call",
}


def upgrade() -> None:
    if op.get_context().dialect.name != "postgresql":
        return
    for column, comment in _COMMENTS.items():
        op.execute(f"COMMENT ON COLUMN {column} IS '{comment}'")
    for table in ("event", "visit"):
        op.execute(f"ALTER TABLE {table} SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500)")
