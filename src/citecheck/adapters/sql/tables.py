"""The tables. Results are appended; "current" is a query. Migrations build what stands here."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)

from citecheck.adapters.sql.columns import Chosen, Frozen, Instant, Kept
from citecheck.model import (
    NEEDS_EVIDENCE,
    Citation,
    DateCheckResult,
    Decision,
    Delivery,
    Document,
    FetchOutcome,
    FlagCode,
    Judgement,
    LinkClass,
    LinkState,
    LinkStatus,
    Observation,
    Probe,
    ProbeWish,
    Reading,
    Report,
    Review,
    Severity,
    Standing,
    VerdictLabel,
)

metadata = MetaData()

Serial = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts by itself in INTEGER only

document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("added_at", Instant, nullable=False, index=True),
    Column("body", Kept(Document), nullable=False),  # of every citation that is judged
)

host = Table(
    "host",
    metadata,
    Column("key", Text, primary_key=True),
    Column("next_allowed_at", Instant),
    Column("held_until", Instant),
    Column("holder", Text),
    Column("rests_until", Instant),
    Column("refusals", Integer, nullable=False, server_default="0"),
)

source = Table(
    "source",
    metadata,
    Column("key", Text, primary_key=True),
    Column("url", Text, nullable=False),
    Column("host", ForeignKey("host.key"), nullable=False),
    Column("publisher", Text),
    Column("due_at", Instant),  # NULL: never again
    Column("wanted", Boolean, nullable=False),  # asked for by a document, and not judged since
    Index("source_due", "due_at"),
    Index("source_host_due", "host", "due_at"),
)

citation = Table(
    "citation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("source_key", ForeignKey("source.key"), nullable=False, index=True),
    Column("found", Frozen(Citation), nullable=False),  # with the pairing that we found
    Column("corrected", Frozen(Citation)),  # with the pairing that a person set
    Index("citation_document", "document_id", "n"),
)

warc_file = Table(
    "warc_file",
    metadata,
    Column("file", Text, primary_key=True),  # relative to the data directory, without ".open"
    Column("state", Text, nullable=False),  # "open" or "closed"
    Column("size", BigInteger),
    Column("sha256", Text),
    Column("closed_at", Instant),
    Column("last_fixity_at", Instant),
    CheckConstraint("state = 'open' OR sha256 IS NOT NULL", name="warc_file_closed_has_digest"),
)

capture = Table(
    "capture",
    metadata,
    Column("id", Text, primary_key=True),
    Column("source_key", Text, nullable=False),
    Column("captured_at", Instant, nullable=False),
    Column("status", Integer),
    Column("file", ForeignKey("warc_file.file"), nullable=False, index=True),
    Column("offset", BigInteger, nullable=False),
    Column("length", BigInteger, nullable=False),
    Column("refers_file", Text),
    Column("refers_offset", BigInteger),
    Column("refers_length", BigInteger),
    Column("has_body", Boolean, nullable=False),
    Column("payload_sha256", Text),
    Column("payload_length", BigInteger, nullable=False),
    Column("outcome", Frozen(FetchOutcome), nullable=False),
    Column("void", Boolean, nullable=False),
    Column("judged", Boolean, nullable=False),
    Index("capture_source", "source_key", "captured_at", "id"),
    Index(
        "capture_holder",
        "payload_sha256",
        sqlite_where=text("refers_file IS NULL"),
        postgresql_where=text("refers_file IS NULL"),
    ),
    Index(
        "capture_unjudged",
        "captured_at",
        "id",
        sqlite_where=text("judged = 0 AND void = 0"),
        postgresql_where=text("NOT judged AND NOT void"),
    ),
)

probe = Table(
    "probe",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("host", Text, nullable=False),
    Column("directory", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("body", Frozen(Probe), nullable=False),
    Index("probe_host", "host", "at"),
)

# Captures that wait for a probe of their host; deleted when it is answered or given up.
probe_wish = Table(
    "probe_wish",
    metadata,
    Column("capture_id", ForeignKey("capture.id"), primary_key=True),
    Column("host", Text, nullable=False, index=True),
    Column("directory", Text, nullable=False),
    Column("body", Frozen(ProbeWish), nullable=False),
)

observation = Table(
    "observation",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("capture_id", ForeignKey("capture.id"), nullable=False, index=True),
    Column("body", Frozen(Observation), nullable=False),
)

reading = Table(
    "reading",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("capture_id", ForeignKey("capture.id"), nullable=False, index=True),
    Column("body", Frozen(Reading), nullable=False),
)

status = Table(
    "status",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("capture_id", ForeignKey("capture.id"), nullable=False, index=True),
    Column("state", Chosen(LinkState), nullable=False),
    Column("link_class", Chosen(LinkClass), nullable=False),
    Column("dead", Boolean, nullable=False),
    Column("body", Frozen(LinkStatus), nullable=False),
)

_BACKED = ", ".join(sorted(f"'{label.value}'" for label in NEEDS_EVIDENCE))

judgement = Table(
    "judgement",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("capture_id", ForeignKey("capture.id"), nullable=False),
    Column("citation_id", ForeignKey("citation.id"), nullable=False, index=True),
    Column("backend_name", Text, nullable=False),  # "" where support was not judged
    Column("backend_version", Text, nullable=False),
    Column("rules_version", Text, nullable=False),
    Column("verdict", Chosen(VerdictLabel)),
    Column("evidence", Integer, nullable=False),  # how many passages the verdict quotes
    Column("body", Frozen(Judgement), nullable=False),
    Index("judgement_capture", "capture_id", "citation_id"),
    CheckConstraint(
        f"verdict IS NULL OR verdict NOT IN ({_BACKED}) OR evidence > 0", name="judgement_has_evidence"
    ),
)

flag = Table(
    "flag",
    metadata,
    Column("id", Text, primary_key=True),
    Column("citation_id", ForeignKey("citation.id"), index=True),
    Column("host", Text, index=True),
    Column("code", Chosen(FlagCode), nullable=False),
    Column("severity", Chosen(Severity), nullable=False),
    Column("reason", Frozen(str), nullable=False),
    Column("evidence", Frozen(tuple[str, ...]), nullable=False),
    Column("opened_at", Instant, nullable=False, index=True),
    Column("opened_by", ForeignKey("capture.id")),  # NULL where no capture was judged
    Column("cleared_at", Instant, index=True),
    CheckConstraint("(citation_id IS NULL) <> (host IS NULL)", name="flag_hangs_on_one"),
    Index(
        "flag_open_on_citation",
        "citation_id",
        "code",
        unique=True,
        sqlite_where=text("cleared_at IS NULL"),
        postgresql_where=text("cleared_at IS NULL"),
    ),
    Index(
        "flag_open_on_host",
        "host",
        "code",
        unique=True,
        sqlite_where=text("cleared_at IS NULL"),
        postgresql_where=text("cleared_at IS NULL"),
    ),
)

review = Table(
    "review",
    metadata,
    Column("seq", Serial, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("citation_id", ForeignKey("citation.id"), nullable=False, index=True),
    Column("decision", Chosen(Decision), nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("body", Frozen(Review), nullable=False),
)

# What the review queue shows of each citation, kept beside the tables it is worked out from.
citation_now = Table(
    "citation_now",
    metadata,
    Column("citation_id", ForeignKey("citation.id"), primary_key=True),
    Column("document_id", Text, nullable=False, index=True),
    Column("document_title", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("url", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("publisher", Text),
    Column("claim", Text),
    Column("state", Chosen(LinkState), nullable=False),
    Column("link_class", Chosen(LinkClass), nullable=False),
    Column("dead", Boolean, nullable=False),
    Column("date_check", Chosen(DateCheckResult), nullable=False),
    Column("verdict", Chosen(VerdictLabel)),
    Column("readable", Text, nullable=False),  # "read", "partly" or "unread", as coverage counts it
    Column("rank", Integer),  # of the worst open flag, 0 the worst; NULL: none is open
    Column("codes", Frozen(tuple[FlagCode, ...]), nullable=False),  # open flags, worst first
    Column("reason", Text, nullable=False),  # of the worst open flag
    Column("opened_at", Instant),  # of the flag that has been open longest
    Column("standing", Chosen(Standing), nullable=False),
    Column("waits", Boolean, nullable=False),  # open or reopened
    Column("search", Text, nullable=False),  # folded
    Index("citation_now_queue", "waits", "rank", "opened_at", "citation_id"),
)

report = Table(
    "report",
    metadata,
    Column("day", Text, primary_key=True),  # YYYY-MM-DD in the operator's timezone
    Column("frozen_at", Instant, nullable=False),
    Column("body", Frozen(Report), nullable=False),
    Column("waiting", Boolean, nullable=False),  # to be sent
    Column("sending_until", Instant),
    Column("tried_at", Instant),
    Column("delivery", Frozen(Delivery)),
)

# What the newest report left known as open: what the next one is held against.
reported = Table(
    "reported",
    metadata,
    Column("bearer", Text, primary_key=True),  # id of a citation, or key of a host
    Column("code", Chosen(FlagCode), primary_key=True),
    Column("severity", Chosen(Severity), nullable=False),
)
