"""Roles, sessions that can be seen and ended, links for one account, failed sign-ins, the audit."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.String(length=36).with_variant(sa.Uuid(as_uuid=False), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("staff") as batch:
        batch.add_column(sa.Column("role", sa.String(length=20), nullable=False, server_default="receptionist"))
        batch.add_column(
            sa.Column(
                "off_at",
                sa.BigInteger(),
                nullable=True,
                comment="since when nobody can sign in by it; null while somebody can",
            )
        )
        batch.alter_column(
            "passcode",
            existing_type=sa.String(length=200),
            existing_nullable=False,
            existing_comment="argon2id",
            comment="argon2id; empty until the set-up link was used",
        )
    with op.batch_alter_table("staff") as batch:
        batch.alter_column("role", existing_type=sa.String(length=20), existing_nullable=False, server_default=None)
    # Whoever used the set-up link of the first start is who looks after the hub.
    op.execute(
        "UPDATE staff SET role = 'it' WHERE created_at = "
        "(SELECT min(s.created_at) FROM staff s WHERE s.practice = staff.practice)"
    )
    # The old sessions do not say when they began; whoever was signed in signs in once more.
    op.drop_table("session")
    op.create_table(
        "session",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("key_sha256", sa.String(length=64), nullable=False),
        sa.Column("handle", sa.String(length=160), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column(
            "active_at", sa.BigInteger(), nullable=False, comment="when the person last did something, to the minute"
        ),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("practice", "key_sha256"),
    )
    op.create_index("session_handle", "session", ["practice", "handle"], unique=False)
    with op.batch_alter_table("setup_link") as batch:
        batch.add_column(
            sa.Column(
                "handle",
                sa.String(length=160),
                nullable=True,
                comment="whose passcode it sets; null for the link that makes the first account",
            )
        )
    op.create_table(
        "failed_sign_in",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("who", sa.String(length=64), nullable=False, comment="digest of an account, an address, or both"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("practice", "who"),
    )
    op.create_index("failed_sign_in_last", "failed_sign_in", ["practice", "last_at"], unique=False)
    op.create_table(
        "audit",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.String(length=40), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("area", sa.String(length=20), nullable=False),
        sa.Column("what", sa.String(length=80), nullable=False),
        sa.Column("about", sa.String(length=80), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False, comment="[[field, old, new], …]"),
        sa.PrimaryKeyConstraint("practice", "id"),
    )
    op.create_index("audit_who", "audit", ["practice", "who", "id"], unique=False)
    op.create_index("audit_area", "audit", ["practice", "area", "id"], unique=False)
