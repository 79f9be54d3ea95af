"""What was stored of every store of a tablet, and which tablets were cloned."""

from collections import defaultdict
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from kiosk.visits.receipt import Receipt

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.String(length=36).with_variant(sa.Uuid(as_uuid=False), "postgresql")


def upgrade() -> None:
    receipt = op.create_table(
        "receipt",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column("device", sa.String(length=40), nullable=False),
        sa.Column("epoch", ID, nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False, comment="the highest n that was heard"),
        sa.Column("stored", sa.BigInteger(), nullable=False, comment="how many"),
        sa.Column(
            "digest", sa.String(length=32), nullable=False, comment="over all that was stored, see visits.receipt"
        ),
        sa.PrimaryKeyConstraint("practice", "device", "epoch"),
    )
    op.add_column(
        "tablet",
        sa.Column(
            "cloned_at",
            sa.BigInteger(),
            nullable=True,
            comment="when it gave a number out twice: another device has a copy of its store",
        ),
    )
    stores = defaultdict(list)
    for row in op.get_bind().execute(sa.text("SELECT practice, device, epoch, n, id FROM event")):
        stores[row.practice, row.device, str(row.epoch)].append((row.n, UUID(str(row.id))))
    rows = []
    for (practice, device, epoch), facts in stores.items():
        made = Receipt().plus(facts)
        last = max(n for n, _ in facts)
        rows.append(
            {
                "practice": practice,
                "device": device,
                "epoch": epoch,
                "last": last,
                "stored": made.count,
                "digest": made.digest,
            }
        )
    if rows:
        op.bulk_insert(receipt, rows)
