"""How far what is older than the practice keeps it was let go of."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "retention",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False, comment="all before it was looked at"),
        sa.Column("seen_at", sa.BigInteger(), nullable=False, comment="what the hub's clock said last, to the hour"),
        sa.Column("believed_from", sa.BigInteger(), nullable=False, comment="when a clock that jumped is believed"),
        sa.PrimaryKeyConstraint("practice"),
    )
