import random

import pytest

from citecheck.adapters.http.recorder import LARGE, PLACE, Recorder
from citecheck.testing import FakeClock

HEAD = b"HTTP/1.1 103 Early Hints\r\n\r\n"
STEP = 64 * 1024


@pytest.mark.parametrize("size", [0, 1, LARGE - len(HEAD), LARGE, LARGE + 1, 3 * LARGE, PLACE, PLACE + LARGE])
def test_all_bytes_are_kept_however_many_come(size: int) -> None:
    body = random.Random(size).randbytes(size)
    recorder = Recorder(FakeClock())
    recorder.begin(allowance=2 * PLACE, head=STEP)
    for data in (HEAD, *(body[start : start + STEP] for start in range(0, size, STEP))):
        recorder.received(data)
    assert recorder.size == len(HEAD) + size
    assert recorder.wire == HEAD + body
    assert recorder.cut(len(HEAD), len(HEAD) + size) == body


@pytest.mark.parametrize("size", [100, 2 * LARGE])
@pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 99), (7, 7), (7, 99), (60, 100)])
def test_what_is_cut_out_is_what_stood_there(size: int, start: int, end: int) -> None:
    data = random.Random(1).randbytes(size)
    recorder = Recorder(FakeClock())
    recorder.begin(allowance=PLACE, head=STEP)
    recorder.received(data)
    held = recorder.wire
    assert recorder.cut(start, end) == data[start:end]
    assert held == data  # whoever has the bytes keeps them
    recorder.begin(allowance=PLACE, head=STEP)
    recorder.received(b"next")
    assert recorder.wire == b"next"


def test_bytes_may_follow_a_look_at_what_came() -> None:
    recorder = Recorder(FakeClock())
    recorder.begin(allowance=PLACE, head=STEP)
    whole = b""
    for data in (b"a" * 10, b"b" * 2 * LARGE, b"c" * 10, b"d" * LARGE):
        recorder.received(data)
        whole += data
        assert recorder.wire == whole
