"""Bringing the tables to this version of citecheck, with Alembic's scripts in migrations/."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from citecheck.adapters.sql import queue_view
from citecheck.errors import DataDirError

HEAD = "0004"
SCRIPTS = Path(__file__).with_name("migrations")


def current(connection: Connection) -> str | None:
    """The version of the tables; None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def upgrade(connection: Connection) -> None:
    """Bring the tables to HEAD within the connection's transaction."""
    version = current(connection)
    if version == HEAD:
        return
    if version is not None and version > HEAD:
        name = connection.engine.url.database
        raise DataDirError(
            f"{name}: made by a newer citecheck (tables {version}, this one knows {HEAD}); "
            "upgrade citecheck or choose another --data-dir"
        )
    run(connection, HEAD)
    queue_view.fill(connection)


def run(connection: Connection, target: str) -> None:
    """Move the tables to version `target`, up or down ("base" is empty), within the transaction."""
    # Alembic takes a fifth of a second to import, and is needed once in the life of a database.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    down = target == "base" or (current(connection) or "") > target
    (command.downgrade if down else command.upgrade)(config, target)
