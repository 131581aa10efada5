"""The real command serving on loopback over what it checked, for a browser."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[2]
COMMAND = Path(sys.executable).parent / "citecheck"
ARTICLE = "examples/balancing-act.txt"
LIMIT = 120.0  # seconds for one command


@dataclass(frozen=True)
class Service:
    """A running service, and the result of the check that filled it."""

    home: str
    result: dict[str, Any]

    @property
    def document(self) -> str:
        return f"{self.home}/documents/{self.result['document']['id']}"

    def citation(self, host: str) -> dict[str, Any]:
        found: dict[str, Any] = next(one for one in self.result["citations"] if host in one["url"])
        return found

    def page_of(self, host: str) -> str:
        return f"{self.home}/citations/{self.citation(host)['id']}"


@contextmanager
def service(data_dir: Path) -> Iterator[Service]:
    """Check our article against the recorded web, then serve what was found; the web stays up."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CITECHECK_", "XDG_"))}
    env = {**kept, "CITECHECK_DATA_DIR": str(data_dir), "CITECHECK_REPORT_HOUR": "0", "NO_COLOR": "1"}
    with running([sys.executable, "examples/serve_recorded_web.py"], env) as web:
        network = json.loads(first_line(web))["options"]
        options = [*network, "--interval", "0.01"]
        checked = subprocess.run(
            [COMMAND, "check", ARTICLE, *options, "--format", "json"],
            **{"cwd": ROOT, "env": env, "capture_output": True, "timeout": LIMIT, "check": False},
        )
        assert checked.returncode == 2, checked.stderr.decode()
        with running([str(COMMAND), "serve", "--port", "0", *options], env) as served:
            words = first_line(served).split()
            home = next(word for word in words if word.startswith("http"))
            yield Service(home.rstrip("/"), json.loads(checked.stdout))


@contextmanager
def running(command: list[str], env: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """A program that runs until we end it."""
    process = subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=LIMIT)


def first_line(process: "subprocess.Popen[str]") -> str:
    """What a program says once it is ready."""
    out: IO[str] | None = process.stdout
    assert out is not None
    line = out.readline()
    assert line, f"{process.args!r} ended before it was ready"
    return line
