"""When each host was last asked, for all processes that share a data directory.

A redirect leads a process to a host that another process is just asking, so the hold on a host's row
does not keep the two apart. The marks do: one small file, a slot of eight bytes for a host, and the
system's lock on the slot while it is looked at. Two hosts may share a slot; then they wait for each other.
"""

import fcntl
import os
import struct
import zlib
from datetime import datetime
from pathlib import Path
from typing import Self

from citecheck.errors import NO_ROOM, DataDirError
from citecheck.model import HostKey

FILE_NAME = "turns"
SLOTS = 16_384
SLOT = struct.Struct("<d")  # seconds since 1970


class Marks:
    """The marks of one data directory. Slots that nobody wrote are zero: never asked."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def open(cls, data_dir: Path) -> Self:
        """The file of `data_dir`, made where it is missing; DataDirError where it cannot be."""
        path = data_dir / FILE_NAME
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o644)
            if os.fstat(descriptor).st_size < SLOTS * SLOT.size:
                os.ftruncate(descriptor, SLOTS * SLOT.size)
        except OSError as error:
            raise _explained(error, path) from error
        return cls(path, descriptor)

    def take(self, host: HostKey, now: datetime, interval: float) -> float:
        """Mark the host as asked `now`, and 0.0; or how many seconds are left of its `interval`."""
        return self._change(host, now, interval)

    def move(self, host: HostKey, at: datetime) -> None:
        """The host was asked as late as `at`."""
        self._change(host, at, 0.0)

    def close(self) -> None:
        """Let the file go; it stays."""
        os.close(self._descriptor)

    def _change(self, host: HostKey, now: datetime, interval: float) -> float:
        place = zlib.crc32(host.encode()) % SLOTS * SLOT.size
        moment = now.timestamp()
        try:
            fcntl.lockf(self._descriptor, fcntl.LOCK_EX, SLOT.size, place)
            try:
                (last,) = SLOT.unpack(os.pread(self._descriptor, SLOT.size, place))
                # By a clock that was set back: a whole interval is enough.
                ahead = last > moment and interval > 0
                left = interval if ahead else interval - (moment - last)
                if left <= 0 or ahead:
                    os.pwrite(self._descriptor, SLOT.pack(moment if ahead else max(moment, last)), place)
                return max(left, 0.0)
            finally:
                fcntl.lockf(self._descriptor, fcntl.LOCK_UN, SLOT.size, place)
        except OSError as error:
            raise _explained(error, self._path) from error


def _explained(error: OSError, path: Path) -> DataDirError:
    if error.errno in NO_ROOM:
        return DataDirError(f"{path}: the disk is full; free space and run again")
    reason = os.strerror(error.errno) if error.errno else str(error)
    return DataDirError(f"{path}: cannot be written ({reason}); check the directory's permissions")
