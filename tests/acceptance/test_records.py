"""From the wire to the record: every byte, over HTTP and HTTPS, in files that every reader accepts."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.acceptance.command import citecheck, environment
from tests.badweb.server import BadServer, answer, chunked, sends
from tests.badweb.world import Authority

BIN = Path(sys.executable).parent
HTML = ("Content-Type", "text/html; charset=utf-8")


def page(n: int) -> bytes:
    """A page like no other: the same payload twice would be recorded as a revisit."""
    return f"<title>Page {n}</title><p>{'word ' * (n * 7)}".encode()


def odd_answers() -> list[bytes]:
    """Forty responses that a careless recorder would change."""
    answers = [answer(200, page(n)) for n in range(1, 13)]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    answers += [head + chunked(page(n), size) for n, size in zip(range(13, 25), (7, 100) * 6, strict=True)]
    gzipped = [gzip.compress(page(n), mtime=0) for n in (25, 26)]
    answers += [answer(200, gzipped[0], [HTML, ("Content-Encoding", "gzip")])]
    answers += [answer(200, gzipped[1], [("CONTENT-type", "text/html"), ("cONTENT-eNCODING", "gzip")])]
    answers += [
        answer(200, page(27), [HTML, ("X-Note", "caf\xe9"), ("X-Note", "twice"), ("x-note", "thrice")])
    ]
    answers += [answer(200, b"", [HTML])]
    answers += [answer(status, page(status), [HTML]) for status in (404, 410, 403, 500, 503)]
    long_head = b"HTTP/1.1 200 \r\nContent-Type: text/html\r\nContent-Length: 3\r\nX-Long: " + b"a" * 9000
    answers += [long_head + b"\r\n\r\nabc"]
    answers += [answer(200, page(n), [HTML, ("Set-Cookie", "a=b; Path=/")]) for n in range(28, 34)]
    return answers


async def record(server: BadServer, data: Path, *options: str) -> dict[str, bytes]:
    """Serve every odd answer, check the list of URLs, and return the answers by URL."""
    served = {}
    for n, wire in enumerate(odd_answers()):
        server.serve(f"/page-{n}", sends(wire))
        served[server.url(f"/page-{n}")] = wire
    assert len(served) == 40
    stdin = "\n".join(served).encode()
    arguments = (
        "check",
        "-",
        "--allow-network",
        "127.0.0.0/8",
        "--interval",
        "0",
        "--ignore-robots",
        "--once",
    )
    ran = await citecheck(*arguments, *options, "--format", "json", env=environment(data), stdin=stdin)
    assert ran.code in {0, 2}, ran.err
    captures = {item["url"]: item["capture"] for item in ran.json["citations"]}
    for url, wire in served.items():
        assert recorded(data, captures[url]) == wire, url
    return served


def recorded(data: Path, capture: dict[str, object]) -> bytes:
    """The block of the record that the capture points to, unpacked by hand."""
    offset, length = int(str(capture["offset"])), int(str(capture["length"]))
    member = (data / str(capture["warc"])).read_bytes()[offset : offset + length]
    head, _, rest = gzip.decompress(member).partition(b"\r\n\r\n")
    size = next(
        int(line.split(b":")[1])
        for line in head.split(b"\r\n")
        if line.lower().startswith(b"content-length:")
    )
    assert b"WARC-Type: response" in head or b"WARC-Type: revisit" in head
    return rest[:size]


def accepted_by_every_reader(data: Path) -> int:
    files = sorted(data.rglob("*.warc.gz"))
    for file in files:
        for command in (
            [BIN / "warcio", "check", file],
            [BIN / "fastwarc", "check", "--quiet", "--verify-payloads", file],
            ["gzip", "--test", file],
        ):
            ran = subprocess.run(command, capture_output=True, check=False)
            assert ran.returncode == 0, (command, ran.stdout, ran.stderr)
    return len(files)


async def test_forty_urls_over_http(server: BadServer, tmp_path: Path) -> None:
    await record(server, tmp_path)
    assert accepted_by_every_reader(tmp_path) >= 1
    assert not list(tmp_path.rglob("*.open"))


async def test_forty_urls_over_https(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    authority = Authority(tmp_path_factory.mktemp("ca"))
    async with BadServer(tls=authority.context("127.0.0.1")) as server:
        await record(server, tmp_path, "--cacert", str(authority.file))
    assert accepted_by_every_reader(tmp_path) >= 1


async def test_no_cookie_reaches_the_disk(server: BadServer, tmp_path: Path) -> None:
    server.serve(
        "/first", sends(answer(302, b"", [("Location", "/second"), ("Set-Cookie", "secret=s3cr3t")]))
    )
    server.serve("/second", sends(answer(200, b"<p>here")))
    arguments = (
        "check",
        "-",
        "--allow-network",
        "127.0.0.0/8",
        "--interval",
        "0",
        "--once",
        "--format",
        "json",
    )
    ran = await citecheck(*arguments, env=environment(tmp_path), stdin=server.url("/first").encode())
    assert json.loads(ran.out)["citations"][0]["link"]["status"] == 200
    (asked,) = [seen for seen in server.log if seen.path == "/second"]
    assert asked.header("cookie") == "secret=s3cr3t"
    requests = b"".join(
        record
        for file in tmp_path.rglob("*.warc.gz")
        for record in gzip.decompress(file.read_bytes()).split(b"WARC/1.1")
        if b"WARC-Type: request" in record
    )
    assert requests
    assert b"s3cr3t" not in requests
