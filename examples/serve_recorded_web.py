"""Serves the recorded web of the demo over real sockets on loopback, under the real host names.

As a program it runs until it is interrupted and prints where it listens as one JSON object:

    python examples/serve_recorded_web.py [MANIFEST]

As a library:

    async with RecordedWeb() as web:
        ...  # web.http_port, web.https_port, web.ca_file, web.network_options()

The certificate authority is made at start, lives in a temporary directory and signs for the
hosts of the manifest only.
"""

import asyncio
import json
import ssl
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Self

import trustme

HERE = Path(__file__).resolve().parent
MANIFEST = HERE / "recorded_web" / "manifest.toml"
HTML = "text/html; charset=utf-8"
LINE_LIMIT = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """One response: status, headers and body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def head(self, method: str, keep: bool) -> bytes:
        """The response as bytes; a HEAD request gets no body."""
        lines = [f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        lines += [
            f"Date: {formatdate(usegmt=True)}",
            f"Content-Length: {len(self.body)}",
            f"Connection: {'keep-alive' if keep else 'close'}",
        ]
        head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        return head if method == "HEAD" else head + self.body


@dataclass(slots=True)
class Site:
    """One host: its pages by path, and what it answers for every other path."""

    not_found: Answer
    https: bool = True
    pages: dict[str, Answer] = field(default_factory=dict)


NO_ROBOTS = Answer(404, (("Content-Type", "text/plain"),), b"no robots.txt\n")
NO_SITE = Answer(404, (("Content-Type", "text/plain"),), b"this host is not in the recorded web\n")


class RecordedWeb:
    """The sites of a manifest, served over HTTP and HTTPS on two ports of 127.0.0.1."""

    http_port: int
    https_port: int
    ca_file: Path

    def __init__(self, manifest: Path = MANIFEST) -> None:
        self.sites = read_manifest(manifest)
        self.requests: list[str] = []  # "https://host/path" of every request, in order
        self._directory = tempfile.TemporaryDirectory(prefix="recorded-web-")
        self._servers: list[asyncio.Server] = []
        self._open: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        authority = trustme.CA()
        self.ca_file = Path(self._directory.name) / "ca.pem"
        authority.cert_pem.write_to_path(str(self.ca_file))
        self.http_port = await self._listen("http", None)
        self.https_port = await self._listen("https", self._tls(authority))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers:
            server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        for server in self._servers:
            await server.wait_closed()
        self._directory.cleanup()

    def network_options(self) -> list[str]:
        """The options with which `citecheck check` fetches from here and from nowhere else."""
        return [
            *("--resolve", f"*:443:127.0.0.1:{self.https_port}"),
            *("--resolve", f"*:80:127.0.0.1:{self.http_port}"),
            *("--cacert", str(self.ca_file)),
            *("--allow-network", "127.0.0.0/8"),
        ]

    def answer(self, host: str, path: str) -> Answer:
        """What `host` says to a request for `path`."""
        if path == "/robots.txt":
            return NO_ROBOTS
        site = self.sites.get(host)
        return site.pages.get(path, site.not_found) if site else NO_SITE

    async def _listen(self, scheme: str, context: ssl.SSLContext | None) -> int:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            self._open.add(task)
            try:
                await self._converse(scheme, reader, writer)
            except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
                pass  # the client has gone, or we are closing
            finally:
                self._open.discard(task)
                writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context, limit=LINE_LIMIT)
        self._servers.append(server)
        return int(server.sockets[0].getsockname()[1])

    async def _converse(
        self, scheme: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        keep = True
        while keep:
            head = await reader.readuntil(b"\r\n\r\n")
            request, *fields = head.decode("latin-1").split("\r\n")
            method, path, _ = request.split(" ", 2)
            names = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in fields)
            }
            host = names.get("host", "").partition(":")[0].lower()
            keep = names.get("connection", "").lower() != "close"
            self.requests.append(f"{scheme}://{host}{path}")
            writer.write(self.answer(host, path).head(method, keep))
            await writer.drain()

    def _tls(self, authority: trustme.CA) -> ssl.SSLContext:
        """A context that shows each host's own certificate, and none to hosts without HTTPS."""
        contexts = {}
        for host, site in self.sites.items():
            if site.https:
                contexts[host] = _context(authority.issue_cert(host))
        default = _context(authority.issue_cert("localhost"))

        def choose(session: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> int | None:
            if name not in contexts:
                return int(ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME)
            session.context = contexts[name]
            return None

        default.sni_callback = choose
        return default


def _context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.configure_cert(context)
    return context


def read_manifest(manifest: Path) -> dict[str, Site]:
    """The sites of a manifest by host; bodies stand in "pages" beside it."""
    rows = tomllib.loads(manifest.read_text(encoding="utf-8"))
    pages = manifest.parent / "pages"
    sites = {}
    headers = {}
    for row in rows["site"]:
        host = row["host"]
        headers[host] = tuple(row.get("headers", {}).items())
        body = (pages / row["not_found"]).read_bytes()
        answer = Answer(row.get("not_found_status", 404), (("Content-Type", HTML), *headers[host]), body)
        sites[host] = Site(answer, row.get("https", True))
    for row in rows["page"]:
        fields = [
            ("Content-Type", row.get("type", HTML)),
            *headers[row["host"]],
            *row.get("headers", {}).items(),
        ]
        if "location" in row:
            fields.append(("Location", row["location"]))
        body = (pages / row["body"]).read_bytes() if "body" in row else b""
        sites[row["host"]].pages[row["path"]] = Answer(row.get("status", 200), tuple(fields), body)
    return sites


async def main(manifest: Path) -> None:
    """Serve until interrupted."""
    async with RecordedWeb(manifest) as web:
        facts = {"http_port": web.http_port, "https_port": web.https_port, "ca_file": str(web.ca_file)}
        print(json.dumps(facts | {"options": web.network_options()}), flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    try:
        asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else MANIFEST))
    except KeyboardInterrupt:
        sys.exit(0)
