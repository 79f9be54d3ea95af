"""The report card's counts by week, in place of those by quarter of an hour; the hub counts anew when it starts."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "practice",
        sa.Column("timezone", sa.String(64), nullable=True, comment="where the weeks of `tally` begin; null is UTC"),
    )
    op.create_table(
        "tally",
        sa.Column("practice", sa.String(40), nullable=False),
        sa.Column("site", sa.String(40), nullable=False, comment="the tablet; * is all"),
        sa.Column(
            "language", sa.String(16), nullable=False, comment="empty for who rated without an arrival; * is all"
        ),
        sa.Column("week", sa.Integer(), autoincrement=False, nullable=False, comment="its Monday, as an ordinal"),
        sa.Column("body", sa.Text(), nullable=False, comment="counts in JSON, see report.tally"),
        sa.PrimaryKeyConstraint("practice", "site", "language", "week"),
    )
    op.create_table(
        "told",
        sa.Column("practice", sa.String(40), nullable=False),
        sa.Column(
            "stretch", sa.Integer(), autoincrement=False, nullable=False, comment="its first Monday, as an ordinal"
        ),
        sa.Column("site", sa.String(40), nullable=False, comment="* is all"),
        sa.Column("language", sa.String(16), nullable=False, comment="* is all"),
        sa.Column("figures", sa.JSON(), nullable=False, comment="what may be told of it"),
        sa.PrimaryKeyConstraint("practice", "stretch", "site", "language"),
    )
    op.drop_table("rated")
