"""The flags of ratings are found among all events."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    of_flags = sa.text("kind = 'rating_flagged'")
    op.create_index("event_flagged", "event", ["practice", "cursor"], sqlite_where=of_flags, postgresql_where=of_flags)
