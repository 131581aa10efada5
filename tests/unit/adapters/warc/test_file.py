import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from citecheck.adapters.warc.file import OPEN, TOGETHER, OpenFile

NAME = "warc/2026/03/01/a.warc.gz"


def test_pieces_of_any_size_come_to_lie_in_their_order(tmp_path: Path) -> None:
    file = OpenFile.create(tmp_path, NAME)
    assert file is not None
    pieces = [b"", b"a", os.urandom(TOGETHER), b"b", b"", os.urandom(3 * TOGETHER + 1), b"c"]
    file.append(pieces)
    file.append([b"and more"])
    whole = b"".join(pieces) + b"and more"
    assert (tmp_path / (NAME + OPEN)).read_bytes() == whole
    assert (file.size, file.sha256) == (len(whole), hashlib.sha256(whole).hexdigest())
    file.let_go()


def test_nothing_remains_where_a_piece_cannot_be_made(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield os.urandom(5 * TOGETHER)
        raise ArithmeticError("a fault of ours")

    file = OpenFile.create(tmp_path, NAME)
    assert file is not None
    file.append([b"kept"])
    with pytest.raises(ArithmeticError):
        file.append(broken())
    assert file.sound
    file.append([b" and more"])
    assert (tmp_path / (NAME + OPEN)).read_bytes() == b"kept and more"
    assert file.sha256 == hashlib.sha256(b"kept and more").hexdigest()
    file.let_go()
