"""The ground: the log, what is folded from it, staff and their sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.String(length=36).with_variant(sa.Uuid(as_uuid=False), "postgresql")


def upgrade() -> None:
    op.create_table(
        "boot",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("device", sa.String(length=40), nullable=False),
        sa.Column("boot", ID, nullable=False),
        sa.Column("zero_at", sa.BigInteger(), nullable=False, comment="true time of the boot's monotonic zero"),
        sa.Column("offset_ms", sa.BigInteger(), nullable=False, comment="what to add to the device's wall clock"),
        sa.Column("heard_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("practice", "device", "boot"),
    )
    op.create_table(
        "concern",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("concern", ID, nullable=False),
        sa.Column("visit", ID, nullable=False),
        sa.Column("device", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("rating", ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("shown_at", sa.BigInteger(), nullable=True),
        sa.Column("claimed_by", sa.String(length=40), nullable=True),
        sa.Column("claimed_at", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("resolved_by", sa.String(length=40), nullable=True),
        sa.Column("resolved_at", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("practice", "concern"),
    )
    op.create_index("concern_open", "concern", ["practice", "resolved_at", "at"], unique=False)
    op.create_index("concern_visit", "concern", ["practice", "visit"], unique=False)
    op.create_table(
        "event",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("cursor", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("visit", ID, nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("device", sa.String(length=40), nullable=False),
        sa.Column("epoch", ID, nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False, comment="the wire JSON, with the raw time"),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("true_at", sa.BigInteger(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False, comment="whether true_at comes from a monotonic clock"),
        sa.PrimaryKeyConstraint("practice", "cursor"),
    )
    op.create_index("event_device", "event", ["practice", "device", "epoch", "n"], unique=False)
    op.create_index("event_id", "event", ["practice", "id"], unique=True)
    op.create_index("event_visit", "event", ["practice", "visit"], unique=False)
    op.create_table(
        "practice",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("hub_epoch", ID, nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False, comment="the last one handed out"),
        sa.Column("n", sa.BigInteger(), nullable=False, comment="the hub's own last n in hub_epoch"),
        sa.Column(
            "form_secret",
            sa.String(length=64),
            nullable=False,
            comment="signs the tokens of the pages' forms",
        ),
        sa.PrimaryKeyConstraint("practice"),
    )
    op.create_table(
        "rating",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("rating", ID, nullable=False),
        sa.Column("visit", ID, nullable=False),
        sa.Column("device", sa.String(length=40), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("practice", "rating"),
    )
    op.create_index("rating_settled", "rating", ["practice", "settled_at"], unique=False)
    op.create_index("rating_visit", "rating", ["practice", "visit"], unique=False)
    op.create_table(
        "session",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("key_sha256", sa.String(length=64), nullable=False),
        sa.Column("handle", sa.String(length=160), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("practice", "key_sha256"),
    )
    op.create_table(
        "setup_link",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("key_sha256", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("practice", "key_sha256"),
    )
    op.create_table(
        "staff",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("handle", sa.String(length=160), nullable=False, comment="the name, folded: what sign-in compares"),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("passcode", sa.String(length=200), nullable=False, comment="argon2id"),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("practice", "handle"),
    )
    op.create_table(
        "visit",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("visit", ID, nullable=False),
        sa.Column("ticket", sa.String(length=8), nullable=True),
        sa.Column("name", sa.String(length=24), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("device", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("link", sa.String(length=64), nullable=True),
        sa.Column("arrived_at", sa.BigInteger(), nullable=True),
        sa.Column("heard_at", sa.BigInteger(), nullable=True, comment="when the hub heard of the arrival"),
        sa.Column("shown_at", sa.BigInteger(), nullable=True),
        sa.Column("seen_by", sa.String(length=40), nullable=True),
        sa.Column("seen_at", sa.BigInteger(), nullable=True),
        sa.Column("quoted_at", sa.BigInteger(), nullable=True),
        sa.Column("quoted_minutes", sa.Integer(), nullable=True),
        sa.Column("apologised", sa.Boolean(), nullable=False),
        sa.Column("called_by", sa.String(length=40), nullable=True),
        sa.Column("called_at", sa.BigInteger(), nullable=True),
        sa.Column("called_place", sa.String(length=40), nullable=True),
        sa.Column("closed_by", sa.String(length=40), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_how", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("practice", "visit"),
    )
    op.create_index("visit_arrived", "visit", ["practice", "arrived_at"], unique=False)
    op.create_index("visit_link", "visit", ["practice", "link"], unique=False)
    op.create_index("visit_open", "visit", ["practice", "closed_at", "arrived_at"], unique=False)
