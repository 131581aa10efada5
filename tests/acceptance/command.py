"""The real command in a subprocess, with an environment of its own and a name server that we run."""

import asyncio
import json
import os
import socket
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dns.flags
import dns.message
import dns.rcode

ROOT = Path(__file__).resolve().parents[2]
COMMAND = Path(sys.executable).parent / "citecheck"
LIMIT = 120.0  # seconds until a command that hangs is killed


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def environment(data_dir: Path, **more: str) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CITECHECK_", "XDG_"))}
    return {**kept, "CITECHECK_DATA_DIR": str(data_dir), "NO_COLOR": "1", **more}


async def start(*arguments: str, env: Mapping[str, str]) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        str(COMMAND),
        *arguments,
        env=dict(env),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def citecheck(*arguments: str, env: Mapping[str, str], stdin: bytes = b"") -> Ran:
    process = await start(*arguments, env=env)
    try:
        out, err = await asyncio.wait_for(process.communicate(stdin), LIMIT)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode is not None
    return Ran(process.returncode, out.decode(), err.decode())


@contextmanager
def empty_dns() -> Iterator[str]:
    """A name server on loopback that says NXDOMAIN to everything: a machine without network."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    server.settimeout(0.1)
    stop = threading.Event()

    def answer() -> None:
        while not stop.is_set():
            try:
                wire, client = server.recvfrom(4096)
            except TimeoutError:
                continue
            reply = dns.message.make_response(dns.message.from_wire(wire))
            reply.set_rcode(dns.rcode.NXDOMAIN)
            reply.flags |= dns.flags.RA
            server.sendto(reply.to_wire(), client)

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        yield f"127.0.0.1:{server.getsockname()[1]}"
    finally:
        stop.set()
        thread.join()
        server.close()
