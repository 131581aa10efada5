"""Soft-404 probes, and the captures that wait for one.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "probe",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("directory", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("probe_host", "probe", ["host", "at"], unique=False)
    op.create_table(
        "probe_wish",
        sa.Column("capture_id", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("directory", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["capture_id"],
            ["capture.id"],
        ),
        sa.PrimaryKeyConstraint("capture_id"),
    )
    op.create_index("ix_probe_wish_host", "probe_wish", ["host"], unique=False)


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_probe_wish_host", table_name="probe_wish")
    op.drop_table("probe_wish")
    op.drop_index("probe_host", table_name="probe")
    op.drop_table("probe")
