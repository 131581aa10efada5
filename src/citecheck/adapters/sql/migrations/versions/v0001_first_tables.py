"""The first tables: documents to flags.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "document",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_document_added_at", "document", ["added_at"], unique=False)
    op.create_table(
        "host",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("next_allowed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "warc_file",
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_fixity_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state = 'open' OR sha256 IS NOT NULL", name="warc_file_closed_has_digest"),
        sa.PrimaryKeyConstraint("file"),
    )
    op.create_table(
        "capture",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("refers_file", sa.Text(), nullable=True),
        sa.Column("refers_offset", sa.BigInteger(), nullable=True),
        sa.Column("refers_length", sa.BigInteger(), nullable=True),
        sa.Column("has_body", sa.Boolean(), nullable=False),
        sa.Column("payload_sha256", sa.Text(), nullable=True),
        sa.Column("payload_length", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("void", sa.Boolean(), nullable=False),
        sa.Column("judged", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file"],
            ["warc_file.file"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "capture_holder",
        "capture",
        ["payload_sha256"],
        unique=False,
        sqlite_where=sa.text("refers_file IS NULL"),
        postgresql_where=sa.text("refers_file IS NULL"),
    )
    op.create_index("capture_source", "capture", ["source_key", "captured_at", "id"], unique=False)
    op.create_index(
        "capture_unjudged",
        "capture",
        ["captured_at", "id"],
        unique=False,
        sqlite_where=sa.text("judged = 0 AND void = 0"),
        postgresql_where=sa.text("NOT judged AND NOT void"),
    )
    op.create_index("ix_capture_file", "capture", ["file"], unique=False)
    op.create_table(
        "source",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host"],
            ["host.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("source_due", "source", ["due_at"], unique=False)
    op.create_index("source_host_due", "source", ["host", "due_at"], unique=False)
    op.create_table(
        "citation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("corrected", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_key"],
            ["source.key"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("citation_document", "citation", ["document_id", "n"], unique=False)
    op.create_index("ix_citation_source_key", "citation", ["source_key"], unique=False)
    op.create_table(
        "observation",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("capture_id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["capture_id"],
            ["capture.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_observation_capture_id", "observation", ["capture_id"], unique=False)
    op.create_table(
        "reading",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("capture_id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["capture_id"],
            ["capture.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_reading_capture_id", "reading", ["capture_id"], unique=False)
    op.create_table(
        "status",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("capture_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("link_class", sa.Text(), nullable=False),
        sa.Column("dead", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["capture_id"],
            ["capture.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_status_capture_id", "status", ["capture_id"], unique=False)
    op.create_table(
        "flag",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("citation_id", sa.Text(), nullable=True),
        sa.Column("host", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=True),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(citation_id IS NULL) <> (host IS NULL)", name="flag_hangs_on_one"),
        sa.ForeignKeyConstraint(
            ["citation_id"],
            ["citation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["opened_by"],
            ["capture.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "flag_open_on_citation",
        "flag",
        ["citation_id", "code"],
        unique=True,
        sqlite_where=sa.text("cleared_at IS NULL"),
        postgresql_where=sa.text("cleared_at IS NULL"),
    )
    op.create_index(
        "flag_open_on_host",
        "flag",
        ["host", "code"],
        unique=True,
        sqlite_where=sa.text("cleared_at IS NULL"),
        postgresql_where=sa.text("cleared_at IS NULL"),
    )
    op.create_index("ix_flag_citation_id", "flag", ["citation_id"], unique=False)
    op.create_index("ix_flag_cleared_at", "flag", ["cleared_at"], unique=False)
    op.create_index("ix_flag_host", "flag", ["host"], unique=False)
    op.create_index("ix_flag_opened_at", "flag", ["opened_at"], unique=False)
    op.create_table(
        "judgement",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("capture_id", sa.Text(), nullable=False),
        sa.Column("citation_id", sa.Text(), nullable=False),
        sa.Column("backend_name", sa.Text(), nullable=False),
        sa.Column("backend_version", sa.Text(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "verdict IS NULL OR verdict NOT IN ('contradicted', 'partially_supported', 'supported') "
            "OR evidence > 0",
            name="judgement_has_evidence",
        ),
        sa.ForeignKeyConstraint(
            ["capture_id"],
            ["capture.id"],
        ),
        sa.ForeignKeyConstraint(
            ["citation_id"],
            ["citation.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_judgement_citation_id", "judgement", ["citation_id"], unique=False)
    op.create_index("judgement_capture", "judgement", ["capture_id", "citation_id"], unique=False)


def downgrade() -> None:
    """Drop them."""
    op.drop_index("judgement_capture", table_name="judgement")
    op.drop_index("ix_judgement_citation_id", table_name="judgement")
    op.drop_table("judgement")
    op.drop_index("ix_flag_opened_at", table_name="flag")
    op.drop_index("ix_flag_host", table_name="flag")
    op.drop_index("ix_flag_cleared_at", table_name="flag")
    op.drop_index("ix_flag_citation_id", table_name="flag")
    op.drop_index(
        "flag_open_on_host",
        table_name="flag",
        sqlite_where=sa.text("cleared_at IS NULL"),
        postgresql_where=sa.text("cleared_at IS NULL"),
    )
    op.drop_index(
        "flag_open_on_citation",
        table_name="flag",
        sqlite_where=sa.text("cleared_at IS NULL"),
        postgresql_where=sa.text("cleared_at IS NULL"),
    )
    op.drop_table("flag")
    op.drop_index("ix_status_capture_id", table_name="status")
    op.drop_table("status")
    op.drop_index("ix_reading_capture_id", table_name="reading")
    op.drop_table("reading")
    op.drop_index("ix_observation_capture_id", table_name="observation")
    op.drop_table("observation")
    op.drop_index("ix_citation_source_key", table_name="citation")
    op.drop_index("citation_document", table_name="citation")
    op.drop_table("citation")
    op.drop_index("source_host_due", table_name="source")
    op.drop_index("source_due", table_name="source")
    op.drop_table("source")
    op.drop_index("ix_capture_file", table_name="capture")
    op.drop_index(
        "capture_unjudged",
        table_name="capture",
        sqlite_where=sa.text("judged = 0 AND void = 0"),
        postgresql_where=sa.text("NOT judged AND NOT void"),
    )
    op.drop_index("capture_source", table_name="capture")
    op.drop_index(
        "capture_holder",
        table_name="capture",
        sqlite_where=sa.text("refers_file IS NULL"),
        postgresql_where=sa.text("refers_file IS NULL"),
    )
    op.drop_table("capture")
    op.drop_table("warc_file")
    op.drop_table("host")
    op.drop_index("ix_document_added_at", table_name="document")
    op.drop_table("document")
