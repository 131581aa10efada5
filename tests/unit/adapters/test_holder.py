"""Who holds hosts, and how a dead one is told from a living one."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from citecheck.adapters.holder import DIRECTORY, Holder, clear_away, is_dead
from citecheck.adapters.sql.catalog import SqlCatalog
from citecheck.adapters.sql.database import Database, sqlite_url
from citecheck.errors import DataDirError
from citecheck.testing import samples
from citecheck.testing.clock import START

LIFE = (
    "import sys, pathlib, time; from citecheck.adapters.holder import Holder; "
    "h = Holder.take(pathlib.Path(sys.argv[1])); print(h.name, flush=True); time.sleep(60)"
)


def test_a_living_holder_is_not_dead(tmp_path: Path) -> None:
    holder = Holder.take(tmp_path)
    assert not is_dead(tmp_path, holder.name)
    holder.let_go()
    assert is_dead(tmp_path, holder.name)
    assert list((tmp_path / DIRECTORY).iterdir()) == []


def test_a_killed_process_is_dead_at_once(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LIFE, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        name = process.stdout.readline().strip()
        assert not is_dead(tmp_path, name)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert is_dead(tmp_path, name)


def test_only_files_of_the_living_are_left(tmp_path: Path) -> None:
    living = Holder.take(tmp_path)
    dead = tmp_path / DIRECTORY / f"{living.name[:-4]}dead"
    dead.write_text("")
    clear_away(tmp_path)
    assert list((tmp_path / DIRECTORY).iterdir()) == [living.path]
    living.let_go()


def test_of_another_machine_we_cannot_tell(tmp_path: Path) -> None:
    Holder.take(tmp_path).let_go()
    assert not is_dead(tmp_path, "elsewhere.0123456789abcdef")


def test_a_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / DIRECTORY).write_text("in the way")
    with pytest.raises(DataDirError, match="holders"):
        Holder.take(tmp_path)


async def test_hosts_of_the_dead_are_free_after_their_interval_and_those_of_the_living_are_not(
    tmp_path: Path,
) -> None:
    a, b = samples.source(), samples.source("https://other.example/x", "other.example:443")
    database = Database(sqlite_url(tmp_path))
    await database.open()
    dead, living, third = (SqlCatalog(database, name) for name in ("dead", "living", "third"))
    document, citations = samples.document("1", a, b)
    await dead.add_document(document, citations, START)
    hour, second = timedelta(hours=1), timedelta(seconds=1)
    assert await dead.hold_host(a.host, START, START + hour)
    assert await living.hold_host(b.host, START, START + hour)
    assert await third.free_hosts(lambda name: name == "dead", lambda _: START + second) == 1
    assert [due.host for due in await third.due_hosts(START, 9)] == []
    assert [due.host for due in await third.due_hosts(START + second, 9)] == [a.host]
    await database.close()
