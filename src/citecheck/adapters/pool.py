"""The process pool: pure functions in workers with limits, so that a hostile page harms nobody.

concurrent.futures' pool breaks as a whole when one worker dies, and cannot end a single task. This one
gives each worker a pipe of its own: a worker that overstays, runs out of memory or dies is replaced,
and no other task notices.
"""

import asyncio
import contextlib
import multiprocessing
import pickle
import resource
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import TypeVar, cast

from citecheck.errors import InternalError
from citecheck.model import PoolFailure

T = TypeVar("T")

DIED = (EOFError, BrokenPipeError, ConnectionResetError)
FAREWELL = 5.0  # seconds that an idle worker gets to leave by itself
START = 60.0  # seconds that a new process gets until it listens; not counted as a task's time
READY = b"ready"
TASKS = 2000  # a worker's tasks until it is replaced: parsers leak


@dataclass(frozen=True, slots=True)
class Done:
    """What a worker answers: a value, the task's own exception, or that memory ran out."""

    value: object = None
    error: Exception | None = None
    out_of_memory: bool = False


class Worker:
    """One process and the parent's end of its pipe."""

    def __init__(self, memory: int) -> None:
        context = multiprocessing.get_context("spawn")  # no locks or sockets of ours get into it
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, memory), daemon=True)
        with _interrupts_held_off():
            self._process.start()
        theirs.close()
        self._tasks = 0

    def call(self, message: bytes, timeout: float) -> Done | PoolFailure:
        """Send one pickled task and wait for its answer. After a PoolFailure the worker is spent."""
        try:
            if self._tasks == 0 and not self._pipe.poll(START):
                return PoolFailure("timeout", f"its process did not start within {START:g} seconds")
            if self._tasks == 0:
                self._pipe.recv_bytes()
            self._tasks += 1
            self._pipe.send_bytes(message)
            if not self._pipe.poll(timeout):
                return PoolFailure("timeout", f"it took longer than {timeout:g} seconds")
            done: Done = pickle.loads(self._pipe.recv_bytes())  # noqa: S301 - from our own child
        except DIED:
            self._process.join(FAREWELL)
            return PoolFailure("killed", f"its process ended with code {self._process.exitcode}")
        if done.out_of_memory:
            return PoolFailure("memory", "it needed more memory than the limit")
        return done

    @property
    def spent(self) -> bool:
        """Whether it has done its share."""
        return self._tasks >= TASKS

    def end(self, *, kill: bool) -> None:
        """Let the process go, or end it at once."""
        self._pipe.close()  # an idle worker leaves when its pipe closes
        if kill:
            self._process.kill()
        self._process.join(FAREWELL)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


@contextmanager
def _interrupts_held_off() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal: a new one must not even hear it before it can ignore it.

    The mask of this thread goes on to its children. The tracker must run by then: starting it lifts the mask.
    """
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class ProcessPool:
    """Up to `workers` processes, started when needed, each with a memory limit in bytes; a task gets
    `timeout` seconds."""

    def __init__(self, workers: int, memory: int, timeout: float) -> None:
        self._memory = memory
        self._timeout = timeout
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="pool")  # one waits per worker
        self._lock = threading.Lock()
        self._idle: list[Worker] = []

    async def run(self, task: Callable[..., T], *arguments: object) -> T | PoolFailure:
        """`task(*arguments)` in a worker. Exceptions of the task itself are raised (our fault)."""
        message = pickle.dumps((task, arguments), pickle.HIGHEST_PROTOCOL)
        answer = await asyncio.get_running_loop().run_in_executor(self._threads, self._call, message)
        if isinstance(answer, PoolFailure):
            return answer
        if answer.error is not None:
            raise answer.error
        return cast(T, answer.value)

    async def close(self) -> None:
        """Wait for what is under way, then end the workers."""
        await asyncio.to_thread(self._threads.shutdown, cancel_futures=True)
        for worker in self._idle:
            await asyncio.to_thread(worker.end, kill=False)
        self._idle.clear()

    def _call(self, message: bytes) -> Done | PoolFailure:
        with self._lock:
            worker = self._idle.pop() if self._idle else None
        worker = worker or Worker(self._memory)
        try:
            answer = worker.call(message, self._timeout)
        except BaseException:
            worker.end(kill=True)
            raise
        if isinstance(answer, PoolFailure) or worker.spent:
            worker.end(kill=True)
        else:
            with self._lock:
                self._idle.append(worker)
        return answer


def serve(pipe: Connection, memory: int) -> None:
    """The worker's life: answer tasks until the pipe closes or memory runs out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which closes the pipe
    limit_memory(memory)
    with contextlib.suppress(*DIED), pipe:
        pipe.send_bytes(READY)
        while True:
            done = carry_out(pipe.recv_bytes())
            pipe.send_bytes(pickled(done))
            if done.out_of_memory:
                return


def limit_memory(size: int) -> None:
    """Bound what this process may allocate, in bytes."""
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    hard = resource.getrlimit(kind)[1]
    bound = size if hard == resource.RLIM_INFINITY else min(size, hard)
    with contextlib.suppress(ValueError, OSError):  # a system that cannot limit it still has the timeout
        resource.setrlimit(kind, (bound, hard))


def carry_out(message: bytes) -> Done:
    """Run one pickled task. A task's exception comes with the worker's traceback as a note."""
    try:
        task, arguments = pickle.loads(message)  # noqa: S301 - from our own parent
        return Done(task(*arguments))
    except MemoryError:
        return Done(out_of_memory=True)
    except Exception as error:  # handed over to the parent, which raises it
        error.add_note(f"In the worker:\n{traceback.format_exc()}")
        return Done(error=error)


def pickled(done: Done) -> bytes:
    """The answer as bytes, and back once: an exception that does not survive that is named instead."""
    try:
        data = pickle.dumps(done, pickle.HIGHEST_PROTOCOL)
        if done.error is not None:
            pickle.loads(data)  # noqa: S301 - just made here
        return data
    except MemoryError:
        return pickle.dumps(Done(out_of_memory=True))
    except Exception as error:  # whatever pickling raises
        return pickle.dumps(Done(error=InternalError(f"{done.error or error!r} (cannot be handed over)")))
