import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from fastwarc.cli import main as fastwarc
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from citecheck.adapters.warc import StoreOptions, WarcStore
from citecheck.testing import FakeClock, MemoryCatalog


def accepted(path: Path, *, revisits: bool = False) -> None:
    """warcio, fastwarc and gzip have nothing to say against the file, finished or open.

    fastwarc takes the payload digest of a revisit record, which stands for another record's payload,
    for that of its own: with revisits it looks at the blocks alone.
    """
    payloads = [] if revisits else ["--verify-payloads"]
    copy = path.with_name("copy.warc.gz")
    copy.write_bytes(path.read_bytes())
    try:
        assert Checker(SimpleNamespace(inputs=[str(copy)], verbose=False)).process_all() == 0
        checked = CliRunner().invoke(fastwarc, ["check", "--quiet", *payloads, str(copy)])
        assert checked.exit_code == 0, checked.output
        assert subprocess.run(["gzip", "--test", copy], check=False).returncode == 0
    finally:
        copy.unlink()


@pytest.fixture
def accept() -> Callable[[Path], None]:
    return accepted


class Rec:
    """One record as warcio reads it, its block verbatim."""

    def __init__(self, kind: str, headers: dict[str, list[str]], block: bytes, offset: int) -> None:
        self.kind, self.headers, self.block, self.offset = kind, headers, block, offset

    def __getitem__(self, name: str) -> str:
        (value,) = self.headers[name]
        return value


def read_all(path: Path) -> list[Rec]:
    found = []
    with path.open("rb") as file:
        records = ArchiveIterator(file, no_record_parse=True)
        for record in records:
            headers: dict[str, list[str]] = {}
            for name, value in record.rec_headers.headers:
                headers.setdefault(name, []).append(value)
            found.append(Rec(record.rec_type, headers, record.raw_stream.read(), records.get_record_offset()))
    return found


@pytest.fixture
def read() -> Callable[[Path], list[Rec]]:
    return read_all


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def catalog() -> MemoryCatalog:
    return MemoryCatalog()


@pytest.fixture
def make_store(
    tmp_path: Path, clock: FakeClock, catalog: MemoryCatalog
) -> Iterator[Callable[..., WarcStore]]:
    def make(**options: object) -> WarcStore:
        return WarcStore(tmp_path, clock, catalog, StoreOptions(hostname="desk.example", **options))

    yield make


@pytest.fixture
def files(tmp_path: Path) -> Callable[[], list[Path]]:
    return lambda: sorted(tmp_path.glob("warc/*/*/*/*"))
