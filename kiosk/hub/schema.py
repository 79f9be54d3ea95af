"""The hub's tables. The log is the truth; `visit`, `rating` and `concern` are folded from it and can be rebuilt.

Every key of a practice's tables starts with `practice`, so that a larger database can be spread by it: see `layout`.
Times are ms since 1970 UTC and, unless they are called raw, true times: see `truetime`.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Uuid,
    text,
)

Id = String(36).with_variant(Uuid(as_uuid=False), "postgresql")
"""A UUID in its usual letters; PostgreSQL keeps it in 16 bytes."""

FLAGGED = text("kind = 'rating_flagged'")
"""Of events: those of the index that finds them; databases see that only where it is written out."""

metadata = MetaData()


def _practice() -> Column[str]:
    return Column("practice", String(40), primary_key=True)


practice = Table(
    "practice",
    metadata,
    _practice(),
    Column("hub_epoch", Id, nullable=False),
    Column("cursor", BigInteger, nullable=False, comment="the last one handed out"),
    Column("n", BigInteger, nullable=False, comment="the hub's own last n in hub_epoch"),
    Column("form_secret", String(64), nullable=False, comment="signs the tokens of the pages' forms"),
    Column("timezone", String(64), comment="where the weeks of `tally` begin; null is UTC"),
)

event = Table(
    "event",
    metadata,
    _practice(),
    Column("cursor", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Id, nullable=False),
    Column("visit", Id),
    Column("kind", String(40), nullable=False),
    Column("device", String(40), nullable=False),
    Column("epoch", Id, nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("body", Text, nullable=False, comment="the wire JSON, with the raw time"),
    Column("received_at", BigInteger, nullable=False),
    Column("true_at", BigInteger, nullable=False),
    Column("verified", Boolean, nullable=False, comment="whether true_at comes from a monotonic clock"),
    Index("event_id", "practice", "id", unique=True),
    Index("event_visit", "practice", "visit", "cursor"),
    Index("event_device", "practice", "device", "epoch", "n"),
    Index("event_flagged", "practice", "cursor", sqlite_where=FLAGGED, postgresql_where=FLAGGED),
)

boot = Table(
    "boot",
    metadata,
    _practice(),
    Column("device", String(40), primary_key=True),
    Column("boot", Id, primary_key=True),
    Column("zero_at", BigInteger, nullable=False, comment="true time of the boot's monotonic zero"),
    Column("offset_ms", BigInteger, nullable=False, comment="what to add to the device's wall clock"),
    Column("heard_at", BigInteger, nullable=False),
)

receipt = Table(
    "receipt",
    metadata,
    _practice(),
    Column("device", String(40), primary_key=True),
    Column("epoch", Id, primary_key=True),
    Column("last", BigInteger, nullable=False, comment="the highest n that was heard"),
    Column("stored", BigInteger, nullable=False, comment="how many"),
    Column("digest", String(32), nullable=False, comment="over all that was stored, see visits.receipt"),
)

visit = Table(
    "visit",
    metadata,
    _practice(),
    Column("visit", Id, primary_key=True),
    Column("ticket", String(8)),
    Column("name", String(24), nullable=False),
    Column("language", String(16), nullable=False),
    Column("device", String(40), nullable=False),
    Column("place", String(40), nullable=False),
    Column("link", String(64)),
    Column("arrived_at", BigInteger),
    Column("heard_at", BigInteger, comment="when the hub heard of the arrival"),
    Column("shown_at", BigInteger),
    Column("seen_by", String(40)),
    Column("seen_at", BigInteger),
    Column("quoted_at", BigInteger),
    Column("quoted_minutes", Integer),
    Column("apologised", Boolean, nullable=False),
    Column("called_by", String(40)),
    Column("called_at", BigInteger, comment="the last call"),
    Column("first_called_at", BigInteger),
    Column("called_place", String(40)),
    Column("closed_by", String(40)),
    Column("closed_at", BigInteger),
    Column("closed_how", String(40)),
    Index("visit_link", "practice", "link"),
    Index("visit_open", "practice", "closed_at", "arrived_at"),
    Index("visit_arrived", "practice", "arrived_at"),
)

rating = Table(
    "rating",
    metadata,
    _practice(),
    Column("rating", Id, primary_key=True),
    Column("visit", Id, nullable=False),
    Column("device", String(40), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("stars", Integer, nullable=False),
    Column("topics", JSON, nullable=False),
    Column("comment", Text, nullable=False),
    Column("settled_at", BigInteger),
    Column("flags", JSON, nullable=False),
    Index("rating_visit", "practice", "visit"),
    Index("rating_settled", "practice", "settled_at"),
)

tally = Table(
    "tally",
    metadata,
    _practice(),
    Column("site", String(40), primary_key=True, comment="the tablet; * is all"),
    Column("language", String(16), primary_key=True, comment="empty for who rated without an arrival; * is all"),
    Column("week", Integer, primary_key=True, autoincrement=False, comment="its Monday, as an ordinal"),
    Column("body", Text, nullable=False, comment="counts in JSON, see report.tally"),
)
"""What the report card adds up: weeks as a whole, by site, and by language, in the zone that `practice` names."""

told = Table(
    "told",
    metadata,
    _practice(),
    Column("stretch", Integer, primary_key=True, autoincrement=False, comment="its first Monday, as an ordinal"),
    Column("site", String(40), primary_key=True, comment="* is all"),
    Column("language", String(16), primary_key=True, comment="* is all"),
    Column("figures", JSON, nullable=False, comment="what may be told of it"),
)
"""What may be told of a site or a language in four weeks, decided once when these are over: see decision 0019."""

summary = Table(
    "summary",
    metadata,
    _practice(),
    Column("day", Integer, primary_key=True, autoincrement=False, comment="when it was due, as an ordinal"),
    Column("tries", Integer, nullable=False),
    Column("again_at", BigInteger, nullable=False, comment="when the claim of the last try runs out"),
    Column("fault", String(300), nullable=False, comment="what was wrong at the last try, in a sentence"),
    Column("done_at", BigInteger, comment="null until it was delivered"),
)
"""The weekly summaries: see `report.weekly`."""

concern = Table(
    "concern",
    metadata,
    _practice(),
    Column("concern", Id, primary_key=True),
    Column("visit", Id, nullable=False),
    Column("device", String(40), nullable=False),
    Column("place", String(40), nullable=False),
    Column("rating", Id),
    Column("at", BigInteger, nullable=False),
    Column("shown_at", BigInteger),
    Column("claimed_by", String(40)),
    Column("claimed_at", BigInteger),
    Column("outcome", String(40)),
    Column("resolved_by", String(40)),
    Column("resolved_at", BigInteger),
    Column("note", Text, nullable=False),
    Column("confirmed", Boolean),
    Index("concern_visit", "practice", "visit"),
    Index("concern_open", "practice", "resolved_at", "at"),
)

staff = Table(
    "staff",
    metadata,
    _practice(),
    Column("handle", String(160), primary_key=True, comment="the name, folded: what sign-in compares"),
    Column("name", String(40), nullable=False),
    Column("passcode", String(200), nullable=False, comment="argon2id; empty until the set-up link was used"),
    Column("created_at", BigInteger, nullable=False),
    Column("role", String(20), nullable=False),
    Column("off_at", BigInteger, comment="since when nobody can sign in by it; null while somebody can"),
)

session = Table(
    "session",
    metadata,
    _practice(),
    Column("key_sha256", String(64), primary_key=True),
    Column("handle", String(160), nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("active_at", BigInteger, nullable=False, comment="when the person last did something, to the minute"),
    Column("address", String(64), nullable=False),
    Index("session_handle", "practice", "handle"),
)

setup_link = Table(
    "setup_link",
    metadata,
    _practice(),
    Column("key_sha256", String(64), primary_key=True),
    Column("expires_at", BigInteger, nullable=False),
    Column("handle", String(160), comment="whose passcode it sets; null for the link that makes the first account"),
)

failed_sign_in = Table(
    "failed_sign_in",
    metadata,
    _practice(),
    Column("who", String(64), primary_key=True, comment="digest of an account, an address, or both"),
    Column("tries", Integer, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    Index("failed_sign_in_last", "practice", "last_at"),
)

audit = Table(
    "audit",
    metadata,
    _practice(),
    Column("id", Id, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("who", String(40), nullable=False),
    Column("address", String(64), nullable=False),
    Column("area", String(20), nullable=False),
    Column("what", String(80), nullable=False),
    Column("about", String(80), nullable=False),
    Column("changes", JSON, nullable=False, comment="[[field, old, new], …]"),
    Index("audit_who", "practice", "who", "id"),
    Index("audit_area", "practice", "area", "id"),
)

click = Table(
    "click",
    metadata,
    _practice(),
    Column("click", Id, primary_key=True, comment="made by the page, at the click"),
    Column("at", BigInteger, nullable=False),
    Column("handle", String(160), nullable=False, comment="whose click it was"),
    Column("said", Text, comment="none: asked for before it came, and void since"),
    Column("done", Boolean, nullable=False),
    Index("click_at", "practice", "at"),
)

tablet = Table(
    "tablet",
    metadata,
    _practice(),
    Column("device", String(40), primary_key=True),
    Column("name", String(40), nullable=False),
    Column("place", String(40), nullable=False, comment="empty where the tablet itself knows it"),
    Column("letter", String(1), nullable=False, comment="empty where the tablet itself knows it"),
    Column("token_sha256", String(64), comment="null once it was revoked"),
    Column("config_sha256", String(64), comment="the token that the settings file names; null if it is not there"),
    Column("next_sha256", String(64), comment="the token that is to follow, unused"),
    Column("token_at", BigInteger, comment="since when it has its token"),
    Column("roll_asked_at", BigInteger, comment="when IT asked for another token"),
    Column("created_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    Column("cloned_at", BigInteger, comment="when it gave a number out twice: another device has a copy of its store"),
    Column("heard_at", BigInteger, comment="of its last report"),
    Column("offset_ms", BigInteger, comment="how far its wall clock is behind, by its last report"),
    Column("health", JSON, comment="its last report"),
    Index("tablet_token", "practice", "token_sha256", unique=True),
    Index("tablet_next", "practice", "next_sha256", unique=True),
)

enrolment = Table(
    "enrolment",
    metadata,
    _practice(),
    Column("code_sha256", String(64), primary_key=True, comment="of the device code"),
    Column("user_code", String(8), nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("polled_at", BigInteger, nullable=False),
    Column("interval_s", Integer, nullable=False),
    Column("address", String(64), nullable=False),
    Column("device", String(40), comment="the tablet that it has become; null until it is approved"),
    Column("denied", Boolean, nullable=False),
    Index("enrolment_user_code", "practice", "user_code", unique=True),
)

retention = Table(
    "retention",
    metadata,
    _practice(),
    Column("cursor", BigInteger, nullable=False, comment="all before it was looked at"),
    Column("seen_at", BigInteger, nullable=False, comment="what the hub's clock said last, to the hour"),
    Column("believed_from", BigInteger, nullable=False, comment="when a clock that jumped is believed"),
)

streams = Table(
    "streams",
    metadata,
    _practice(),
    Column("run", Id, primary_key=True, comment="of the hub that holds them open"),
    Column("tablets", JSON, nullable=False, comment="whose they are"),
)

settings = Table(
    "settings",
    metadata,
    _practice(),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("who", String(40), nullable=False),
    Column("body", Text, nullable=False, comment="all settings in JSON"),
)

# What follows is no practice's own: where the rest is distributed by practice, all of it is everywhere.

organisation = Table(
    "organisation",
    metadata,
    Column("organisation", String(40), primary_key=True),
    Column("name", String(80), nullable=False),
)

tenant = Table(
    "tenant",
    metadata,
    Column("practice", String(40), primary_key=True),
    Column("organisation", String(40), comment="null for a practice that stands alone"),
    Column("name", String(80), nullable=False, comment="as IT knows it; what patients see is in its settings"),
    Column("host", String(253), comment="under which it is served; null for every other name"),
    Column("created_at", BigInteger, nullable=False),
    Index("tenant_host", "host", unique=True),
)

process = Table(
    "process",
    metadata,
    Column("run", Id, primary_key=True, comment="made anew at each start of a hub"),
    Column("seen_at", BigInteger, nullable=False),
)

OF_ALL = frozenset((organisation, tenant, process))
"""The tables that are no practice's own."""
