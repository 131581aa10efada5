"""A WARC file while it is written: locked, named `.open`, and never left torn by an error."""

import fcntl
import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from citecheck.errors import NO_ROOM, DataDirError

OPEN = ".open"
TOGETHER = 128 * 1024  # bytes that are written at once


class OpenFile:
    """One file that this process writes. `name` is the final name, relative to the data directory;
    until the file is finished it lies there with the suffix `.open`, locked by its writer."""

    def __init__(self, data_dir: Path, name: str, descriptor: int) -> None:
        self.name = name
        self.size = 0
        self.sound = True  # False: the system failed us in a way that makes this file doubtful
        self._data_dir = data_dir
        self._descriptor = descriptor
        self._digest = hashlib.sha256()

    @classmethod
    def create(cls, data_dir: Path, name: str) -> Self | None:
        """A new, locked file; None when the name is taken."""
        path = data_dir / (name + OPEN)
        try:
            _make_directories(path.parent, data_dir)
        except OSError as error:
            raise explained(error, path.parent) from error
        if (data_dir / name).exists():
            return None
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o644)
        except FileExistsError:
            return None
        except OSError as error:
            raise explained(error, path) from error
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if not _still_there(descriptor, path):  # somebody's recovery took the empty file for a relic
            os.close(descriptor)
            return None
        _sync_directory(path.parent)
        return cls(data_dir, name, descriptor)

    def append(self, pieces: Iterable[bytes]) -> None:
        """Write all pieces as they are made, and fsync once. On an error, theirs who make them included,
        nothing of them remains."""
        digest, end = self._digest.copy(), self.size
        try:
            for data in _together(pieces):
                self._write(data, end)
                digest.update(data)
                end += len(data)
            os.fsync(self._descriptor)
        except OSError as error:
            self._cut_back(sound=error.errno in NO_ROOM)
            raise explained(error, self._data_dir / self.name) from error
        except BaseException:
            self._cut_back(sound=True)
            raise
        self._digest, self.size = digest, end

    @property
    def sha256(self) -> str:
        """Hex digest of all that was appended."""
        return self._digest.hexdigest()

    def finish(self) -> None:
        """Give the file its final name and let it go."""
        finish(self._data_dir, self.name)
        self.let_go()

    def discard(self) -> None:
        """Remove a file that holds nothing."""
        (self._data_dir / (self.name + OPEN)).unlink(missing_ok=True)
        self.let_go()

    def let_go(self) -> None:
        """Unlock and close; what is not finished is left to recovery."""
        os.close(self._descriptor)

    def _write(self, data: bytes, position: int) -> None:
        view = memoryview(data)
        while view:
            written = os.pwrite(self._descriptor, view, position)
            position += written
            view = view[written:]

    def _cut_back(self, *, sound: bool) -> None:
        """Leave nothing torn. After any failure of the system but a lack of room, what fsync kept is unknown:
        the file is not written again, and recovery looks at it."""
        try:
            os.ftruncate(self._descriptor, self.size)
            os.fsync(self._descriptor)
            self.sound = sound
        except OSError:
            self.sound = False


def _together(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces in blocks that are worth a write each; no more than that is held."""
    held: list[bytes] = []
    size = 0
    for data in pieces:
        held.append(data)
        size += len(data)
        if size >= TOGETHER:
            yield b"".join(held)
            held.clear()
            size = 0
    if held:
        yield b"".join(held)


def lock_if_free(path: Path) -> int | None:
    """A descriptor of an `.open` file that nobody holds, now locked by us; None otherwise."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise explained(error, path) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    if not _still_there(descriptor, path):
        os.close(descriptor)
        return None
    return descriptor


def finish(data_dir: Path, name: str) -> None:
    """Rename an `.open` file to its final name, durably."""
    path = data_dir / name
    path.with_name(path.name + OPEN).rename(path)
    _sync_directory(path.parent)


def explained(error: OSError, path: Path) -> DataDirError:
    """What a person can do about it, in one sentence."""
    if error.errno in NO_ROOM:
        return DataDirError(f"{path}: no room left to write captures; free space and run again")
    reason = os.strerror(error.errno) if error.errno else str(error)
    return DataDirError(f"{path}: captures cannot be written ({reason}); check the directory")


def _still_there(descriptor: int, path: Path) -> bool:
    try:
        return path.stat().st_ino == os.fstat(descriptor).st_ino
    except FileNotFoundError:
        return False


def _make_directories(directory: Path, data_dir: Path) -> None:
    if directory.is_dir():
        return
    if directory != data_dir:
        _make_directories(directory.parent, data_dir)
    directory.mkdir(parents=directory == data_dir, exist_ok=True)
    _sync_directory(directory.parent)


def _sync_directory(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
