"""Which weekly summaries were delivered."""

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "summary",
        sa.Column("practice", sa.String(40), nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False, comment="when it was due, as an ordinal"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("again_at", sa.BigInteger(), nullable=False, comment="when the claim of the last try runs out"),
        sa.Column("fault", sa.String(300), nullable=False, comment="what was wrong at the last try, in a sentence"),
        sa.Column("done_at", sa.BigInteger(), nullable=True, comment="null until it was delivered"),
        sa.PrimaryKeyConstraint("practice", "day"),
    )
