"""Practices beside the first, their organisations, and the hub processes that serve them."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")
    op.create_table(
        "streams",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("run", run, nullable=False, comment="of the hub that holds them open"),
        sa.Column("tablets", sa.JSON(), nullable=False, comment="whose they are"),
        sa.PrimaryKeyConstraint("practice", "run"),
    )
    op.create_table(
        "organisation",
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("organisation"),
    )
    op.create_table(
        "tenant",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("organisation", sa.String(length=40), comment="null for a practice that stands alone"),
        sa.Column(
            "name", sa.String(length=80), nullable=False, comment="as IT knows it; what patients see is in its settings"
        ),
        sa.Column("host", sa.String(length=253), comment="under which it is served; null for every other name"),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("practice"),
    )
    op.create_index("tenant_host", "tenant", ["host"], unique=True)
    op.create_table(
        "process",
        sa.Column("run", run, nullable=False, comment="made anew at each start of a hub"),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("run"),
    )
