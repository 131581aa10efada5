import pytest

from citecheck.adapters.http.framing import body_end, read_head

HINT = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"


def end(wire: bytes) -> int | None:
    head = read_head(wire)
    assert head is not None
    return body_end(wire, head)


@pytest.mark.parametrize(
    ("whole", "surplus"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", b"more"),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 2, 2\r\n\r\nhi", b"\r\n"),
        (b"HTTP/1.1 204 No\r\n\r\n", b"hi"),
        (b"HTTP/1.1 304 No\r\nContent-Length: 9\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x\r\nh\r\n0\r\nA: b\r\n\r\n", b"0\r\n\r\n"),
        (b"HTTP/1.1 200 OK\nContent-Length: 1\n\nh", b"x"),
    ],
)
def test_the_response_ends_where_its_framing_says(whole: bytes, surplus: bytes) -> None:
    for before in (b"", HINT, HINT * 3):
        assert end(before + whole) == len(before + whole)
        assert end(before + whole + surplus) == len(before + whole)


def test_without_framing_only_the_connection_ends_it() -> None:
    assert end(b"HTTP/1.0 200 OK\r\n\r\nhi") is None


def test_the_head_begins_after_interim_answers() -> None:
    head = read_head(HINT + b"HTTP/1.1 404 No\r\nA: b\r\n\r\n")
    assert head is not None
    assert (head.status, head.start, head.headers) == (404, len(HINT), (("A", "b"),))


@pytest.mark.parametrize("wire", [b"", HINT, b"HTTP/1.1 200 OK\r\nA: b\r\n", b"noise\r\n\r\n"])
def test_no_head(wire: bytes) -> None:
    assert read_head(wire) is None
