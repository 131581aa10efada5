"""Run one command and print what it cost, whole process tree: python -m benchmarks.measured COMMAND..."""

import contextlib
import json
import resource
import subprocess
import sys
import threading
import time

import psutil

LOOK_EVERY = 0.05  # seconds between two looks at the memory


def main(command: list[str]) -> None:
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    peak = 0
    watched = psutil.Process(process.pid)
    output: list[bytes] = []
    assert process.stdout is not None

    reader = threading.Thread(target=lambda: output.append(process.stdout.read()))  # type: ignore[union-attr]
    reader.start()
    while process.poll() is None:
        peak = max(peak, tree_memory(watched))
        time.sleep(LOOK_EVERY)
    reader.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = b"".join(output).decode(errors="replace").strip()
    result = {
        "cpu": round(used.ru_utime + used.ru_stime, 3),
        "wall": round(time.monotonic() - started, 2),
        "peak_mb": round(peak / 2**20, 1),
        "code": process.returncode,
        "said": said[-600:],
    }
    print(json.dumps(result))


def tree_memory(process: psutil.Process) -> int:
    """Proportional set sizes of a process and its children, in bytes: shared pages count once."""
    total = 0
    with contextlib.suppress(psutil.Error):
        for one in [process, *process.children(recursive=True)]:
            with contextlib.suppress(psutil.Error):
                total += one.memory_full_info().pss
    return total


if __name__ == "__main__":
    main(sys.argv[1:])
