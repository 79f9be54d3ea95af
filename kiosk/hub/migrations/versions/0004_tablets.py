"""Tablets as rows, with how they are doing, and the codes by which new ones come in."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tablet",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("device", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False, comment="empty where the tablet itself knows it"),
        sa.Column("letter", sa.String(length=1), nullable=False, comment="empty where the tablet itself knows it"),
        sa.Column("token_sha256", sa.String(length=64), nullable=True, comment="null once it was revoked"),
        sa.Column(
            "config_sha256",
            sa.String(length=64),
            nullable=True,
            comment="the token that the settings file names; null if it is not there",
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.Column("heard_at", sa.BigInteger(), nullable=True, comment="of its last report"),
        sa.Column(
            "offset_ms", sa.BigInteger(), nullable=True, comment="how far its wall clock is behind, by its last report"
        ),
        sa.Column("health", sa.JSON(), nullable=True, comment="its last report"),
        sa.PrimaryKeyConstraint("practice", "device"),
    )
    op.create_index("tablet_token", "tablet", ["practice", "token_sha256"], unique=True)
    op.create_table(
        "enrolment",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("code_sha256", sa.String(length=64), nullable=False, comment="of the device code"),
        sa.Column("user_code", sa.String(length=8), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("polled_at", sa.BigInteger(), nullable=False),
        sa.Column("interval_s", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column(
            "device",
            sa.String(length=40),
            nullable=True,
            comment="the tablet that it has become; null until it is approved",
        ),
        sa.Column("denied", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("practice", "code_sha256"),
    )
    op.create_index("enrolment_user_code", "enrolment", ["practice", "user_code"], unique=True)
