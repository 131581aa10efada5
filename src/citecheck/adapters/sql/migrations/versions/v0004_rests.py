"""Hosts that ask to be left alone for a time.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the columns."""
    op.add_column("host", sa.Column("rests_until", sa.DateTime(timezone=True)))
    op.add_column("host", sa.Column("refusals", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("host", "refusals")
    op.drop_column("host", "rests_until")
