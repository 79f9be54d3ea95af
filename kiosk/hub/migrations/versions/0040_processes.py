"""The hub processes that run on one database, and which tablets each holds a stream of."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "process",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column(
            "run",
            sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql"),
            nullable=False,
            comment="made anew at each start of a hub",
        ),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("tablets", sa.JSON(), nullable=False, comment="whose streams it holds open"),
        sa.PrimaryKeyConstraint("practice", "run"),
    )
