"""Whether there was anything of a visit before some cursor is told by the index alone."""

from alembic import op

revision = "0030"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("event_visit", "event")
    op.create_index("event_visit", "event", ["practice", "visit", "cursor"])
