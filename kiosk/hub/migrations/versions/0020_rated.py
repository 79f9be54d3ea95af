"""How many ratings there are, by quarter of an hour, site and language: what the report card adds up."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rated",
        sa.Column("practice", sa.String(length=40), nullable=False),
        sa.Column(
            "quarter", sa.BigInteger(), autoincrement=False, nullable=False, comment="when 15 minutes began, ms UTC"
        ),
        sa.Column("site", sa.String(length=40), nullable=False, comment="the tablet"),
        sa.Column("language", sa.String(length=16), nullable=False, comment="empty for who rated without an arrival"),
        *(
            sa.Column(f"stars_{n}", sa.Integer(), nullable=False, comment="settled in it, without a flag")
            for n in range(1, 6)
        ),
        *(
            sa.Column(f"flagged_{n}", sa.Integer(), nullable=False, comment="settled in it, with a flag")
            for n in range(1, 6)
        ),
        sa.PrimaryKeyConstraint("practice", "quarter", "site", "language"),
    )
    rating = sa.table("rating", *(sa.column(name) for name in ("practice", "visit", "device", "stars", "settled_at")))
    visit = sa.table("visit", *(sa.column(name) for name in ("practice", "visit", "language")))
    flagged = sa.cast(sa.literal_column("rating.flags"), sa.String(200)) != "[]"
    quarter = rating.c.settled_at - rating.c.settled_at % 900_000
    counts = [
        sa.func.sum(sa.case((sa.and_(rating.c.stars == n, wanted), 1), else_=0))
        for wanted in (sa.not_(flagged), flagged)
        for n in range(1, 6)
    ]
    there = (
        sa.select(rating.c.practice, quarter, rating.c.device, visit.c.language, *counts)
        .join(visit, sa.and_(visit.c.practice == rating.c.practice, visit.c.visit == rating.c.visit))
        .where(rating.c.settled_at.is_not(None))
        .group_by(rating.c.practice, quarter, rating.c.device, visit.c.language)
    )
    names = ["practice", "quarter", "site", "language"]
    names += [f"{kind}_{n}" for kind in ("stars", "flagged") for n in range(1, 6)]
    op.execute(sa.insert(sa.table("rated", *(sa.column(name) for name in names))).from_select(names, there))
