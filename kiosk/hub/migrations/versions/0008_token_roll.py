"""A tablet's token is renewed: the next one is let in beside it until it was used."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "tablet",
        sa.Column("next_sha256", sa.String(length=64), nullable=True, comment="the token that is to follow, unused"),
    )
    op.add_column(
        "tablet", sa.Column("token_at", sa.BigInteger(), nullable=True, comment="since when it has its token")
    )
    op.add_column(
        "tablet", sa.Column("roll_asked_at", sa.BigInteger(), nullable=True, comment="when IT asked for another token")
    )
    op.create_index("tablet_next", "tablet", ["practice", "next_sha256"], unique=True)
