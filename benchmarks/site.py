"""Serving the pages: nginx where it is installed, else a small server of our own in another process."""

import asyncio
import contextlib
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.pages import HOSTS

CONFIG = """
worker_processes 1;
pid {home}/nginx.pid;
error_log {home}/error.log;
events {{ worker_connections 8192; }}
http {{
  access_log off;
  types {{ text/html html; }}
  charset utf-8;
  keepalive_requests 100000;
  client_body_temp_path {home}/body;
  proxy_temp_path {home}/proxy;
  fastcgi_temp_path {home}/fastcgi;
  uwsgi_temp_path {home}/uwsgi;
  scgi_temp_path {home}/scgi;
  server {{
    {listen}
    root {root};
  }}
}}
"""


def addresses() -> list[str]:
    return [f"127.0.1.{n + 1}" for n in range(HOSTS)]


@contextlib.contextmanager
def served(root: Path, home: Path) -> Iterator[tuple[str, int]]:
    """Serve `root` on every address; the server's name and port."""
    port = _free_port()
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx:
        listen = "\n    ".join(f"listen {address}:{port};" for address in addresses())
        config = home / "nginx.conf"
        config.write_text(CONFIG.format(home=home, listen=listen, root=root))
        command = [nginx, "-c", str(config), "-e", str(home / "error.log"), "-g", "daemon off;"]
    else:
        command = [sys.executable, "-m", "benchmarks.site", str(root), str(port)]
    server = subprocess.Popen(command)
    try:
        _wait(port)
        yield ("nginx" if nginx else "a server of our own"), port
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    end = time.monotonic() + 20
    while True:
        try:
            socket.create_connection((addresses()[-1], port), 1).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


class _Answers(asyncio.Protocol):
    def __init__(self, pages: dict[bytes, bytes]) -> None:
        self._pages = pages
        self._rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        *heads, self._rest = (self._rest + data).split(b"\r\n\r\n")
        for head in heads:
            body = self._pages.get(head.split(b" ", 2)[1])
            status = b"200 OK" if body is not None else b"404 Not Found"
            body = body or b""
            self._transport.write(
                b"HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s"
                % (status, len(body), b"" if head.startswith(b"HEAD") else body)
            )


async def _serve(root: Path, port: int) -> None:
    pages = {f"/{path.relative_to(root)}".encode(): path.read_bytes() for path in root.rglob("*.html")}
    loop = asyncio.get_running_loop()
    for address in addresses():
        await loop.create_server(lambda: _Answers(pages), address, port)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(Path(sys.argv[1]), int(sys.argv[2])))
