"""Who holds hosts: a name in the tables, and a locked file that says whether its process still lives.

The system lets a dead process's lock go at once, however it died, so that nobody has to wait for a hold
to run out. Names carry the machine: of processes elsewhere we cannot tell, and say they live.
"""

import contextlib
import fcntl
import os
import secrets
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from citecheck.errors import DataDirError

DIRECTORY = "holders"


@dataclass(frozen=True, slots=True)
class Holder:
    """This process as a holder of hosts."""

    name: str
    path: Path
    descriptor: int

    @classmethod
    def take(cls, data_dir: Path) -> Self:
        """A new name with its locked file. The file appears under its name only once it is locked."""
        directory = data_dir / DIRECTORY
        name = f"{_machine()}.{secrets.token_hex(8)}"
        path = directory / name
        fresh = directory / f".{name}"
        try:
            directory.mkdir(exist_ok=True)
            descriptor = os.open(fresh, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            fresh.rename(path)
        except OSError as error:
            raise DataDirError(
                f"{directory}: cannot be written ({error.strerror}); check the directory's permissions"
            ) from error
        return cls(name, path, descriptor)

    def let_go(self) -> None:
        """Forget the name; the process holds nothing any more."""
        self.path.unlink(missing_ok=True)
        os.close(self.descriptor)


def is_dead(data_dir: Path, name: str) -> bool:
    """Whether the process of this name ran on this machine and runs no longer. Its file is removed."""
    if name.rpartition(".")[0] != _machine():
        return False
    path = data_dir / DIRECTORY / name
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    with contextlib.closing(os.fdopen(descriptor)) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        path.unlink(missing_ok=True)
    return True


def clear_away(data_dir: Path) -> None:
    """Remove the files of dead processes, also of those that held nothing."""
    for path in (data_dir / DIRECTORY).iterdir():
        is_dead(data_dir, path.name)


def _machine() -> str:
    return socket.gethostname() or "localhost"
