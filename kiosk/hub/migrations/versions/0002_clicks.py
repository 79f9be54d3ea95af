"""What became of each click at the desk, and when a patient was called first."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.String(length=36).with_variant(sa.Uuid(as_uuid=False), "postgresql")


def upgrade() -> None:
    op.create_table(
        "click",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("click", _ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("handle", sa.String(length=160), nullable=False),
        sa.Column("said", sa.Text(), nullable=True, comment="none: asked for before it came, and void since"),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("practice", "click"),
    )
    op.create_index("click_at", "click", ["practice", "at"])
    op.add_column("visit", sa.Column("first_called_at", sa.BigInteger(), nullable=True))
    op.execute(
        "UPDATE visit SET first_called_at = (SELECT MIN(event.true_at) FROM event"
        " WHERE event.practice = visit.practice AND event.visit = visit.visit AND event.kind = 'called')"
    )
