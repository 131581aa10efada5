"""After a crash: `.open` files that nobody holds are cut to whole captures, indexed and finished."""

import asyncio
import hashlib
import os
from datetime import datetime
from pathlib import Path

from citecheck.adapters.warc.file import OPEN, explained, finish, lock_if_free
from citecheck.adapters.warc.scan import Left, scan
from citecheck.model import Capture, WarcFile
from citecheck.ports import CaptureIndex


def unheld(data_dir: Path) -> list[Path]:
    """Every `.open` file, in order of their names; whether somebody holds it is seen when locking."""
    return sorted((data_dir / "warc").glob(f"*/*/*/*{OPEN}"))


async def recover_file(path: Path, data_dir: Path, index: CaptureIndex, now: datetime) -> list[Capture]:
    """Recover one file; its captures whose rows are missing.

    With rows missing it stays `.open`, so that a crash before they are committed loses nothing; the
    next recovery finishes it.
    """
    descriptor = await asyncio.to_thread(lock_if_free, path)
    if descriptor is None:
        return []
    try:
        name = path.relative_to(data_dir).as_posix().removesuffix(OPEN)
        recorded = await index.recorded(name)
        left = await asyncio.to_thread(scan, descriptor, name, recorded)
        if left.whole == 0:
            await asyncio.to_thread(path.unlink)
            return []
        await asyncio.to_thread(_cut, descriptor, path, left)
        if left.missing:
            return list(left.missing)
        digest = await asyncio.to_thread(_digest, path)
        await index.close_file(WarcFile(name, left.end, digest, now))
        await asyncio.to_thread(finish, data_dir, name)
        return []
    finally:
        os.close(descriptor)


def _cut(descriptor: int, path: Path, left: Left) -> None:
    """Cut off what no whole capture holds."""
    if os.fstat(descriptor).st_size <= left.end:
        return
    try:
        os.ftruncate(descriptor, left.end)
        os.fsync(descriptor)
    except OSError as error:
        raise explained(error, path) from error


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
