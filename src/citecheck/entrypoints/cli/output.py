"""Where a command's words go: its result to a file or standard output, sentences to standard error."""

import contextlib
import errno
import io
import logging
import os
import secrets
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from citecheck.errors import ConfigError
from citecheck.render import plain

Write = Callable[[str], None]


class CannotWrite(Exception):
    """A result is there but could not be written; one sentence says where."""


class _Messages(logging.StreamHandler):  # type: ignore[type-arg] # of whatever standard error is then
    """Log records as the sentences of this command."""

    def __init__(self) -> None:
        super().__init__()
        self.setLevel(logging.WARNING)
        self.setFormatter(logging.Formatter("citecheck: %(message)s"))


def prepare_streams() -> None:
    """Make standard streams take any text, and log records carry our name.

    A stream that was closed before we began gets the null device: else the next file that we open would
    have its number, and whatever a library prints would end up in it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    sys.stdin = sys.stdin or os.fdopen(0)
    sys.stderr = sys.stderr or os.fdopen(2, "w", errors="backslashreplace")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(_Messages())


def hush() -> None:
    """From now on nothing but our own faults is said of what is logged."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, _Messages):
            handler.setLevel(logging.ERROR)


def say(sentence: str) -> None:
    """One sentence on standard error, no passwords. Where that takes nothing, nobody is there to tell."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"citecheck: {plain(sentence)}\n")
        sys.stderr.flush()


def wants_progress() -> bool:
    """Whether somebody watches standard error; that colours are forced says nothing of that."""
    return sys.stderr.isatty()


def columns(output: Path | None) -> int:
    """How wide a table may be: the terminal's width, where it goes to one."""
    return max(60, Console().width) if _to_terminal(output) else 100


def wants_colour(output: Path | None) -> bool:
    """Whether a result goes to a terminal that shows colours, and nobody asked for none (NO_COLOR)."""
    console = Console()
    return _to_terminal(output) and console.color_system is not None and not console.no_color


def error_console() -> Console:
    """Where progress goes."""
    return Console(stderr=True)


def write_out(text: str, output: Path | None) -> None:
    """Write a result, to standard output with exactly one line end after it."""
    with place_for(output) as write:
        write(text)


@contextmanager
def place_for(output: Path | None, inputs: Sequence[str] = ()) -> Iterator[Write]:
    """What writes the result: made sure of before the work begins, so that no work is lost.

    A file is written beside `output` and renamed once it is whole. Raises ConfigError where nothing can
    be written, or where `output` is one of `inputs`; CannotWrite for what goes wrong later.
    """
    if output is None:
        if sys.stdout is None:
            raise CannotWrite("standard output is closed; leave it open, or give --output FILE")
        yield _print
        return
    _refuse_inputs(output, inputs)
    try:
        beside = _beside(output)
    except OSError as error:
        raise ConfigError(
            f"--output {output}: cannot be written ({error.strerror}); name another place"
        ) from error
    try:
        yield lambda text: _fill(output, beside, text)
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def flush_out() -> None:
    """Send off what standard output still holds back; CannotWrite when it cannot be taken."""
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CannotWrite(f"standard output cannot be written ({error.strerror})") from error


def let_go_of_stdout() -> None:
    """Nobody takes our output: what is left of it goes nowhere, or Python would try again at its end."""
    with contextlib.suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print(text: str) -> None:
    try:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite(f"standard output cannot be written ({error.strerror})") from error
    flush_out()


def _refuse_inputs(output: Path, inputs: Sequence[str]) -> None:
    for name in inputs:
        with contextlib.suppress(OSError, ValueError):
            if output.samefile(name):
                raise ConfigError(f"--output {output}: this is one of the targets; name another file")


def _beside(output: Path) -> Path | None:
    """A new file in the folder of `output`; None where `output` can only be written in place."""
    if output.is_dir():
        raise ConfigError(f"--output {output}: this is a directory; name a file in it")
    there = output.exists()
    if there and not os.access(output, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if there and (not output.is_file() or (output.is_absolute() and output.parts[1] in ("dev", "proc"))):
        return None  # a pipe or a terminal: nothing could take its place
    target = Path(os.path.realpath(output))
    path = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        if there:
            path.chmod(stat.S_IMODE(target.stat().st_mode))
    except PermissionError:
        if there:
            return None  # its folder is closed to us, the file itself is not
        raise
    return path


def _fill(output: Path, beside: Path | None, text: str) -> None:
    try:
        (beside or output).write_text(text, encoding="utf-8", errors="backslashreplace")
        if beside is not None:
            _put_in_place(beside, output, text)
    except OSError as error:
        raise CannotWrite(
            f"--output {output}: cannot be written any more ({error.strerror}); name another place"
        ) from error


def _put_in_place(beside: Path, output: Path, text: str) -> None:
    try:
        beside.replace(os.path.realpath(output))
    except OSError:  # a file that is mounted by itself, as in a container, cannot be replaced
        output.write_text(text, encoding="utf-8", errors="backslashreplace")


def _to_terminal(output: Path | None) -> bool:
    return output is None and sys.stdout is not None and sys.stdout.isatty()
