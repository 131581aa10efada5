"""TARGETs of the command line, read into Submissions."""

import sys
from datetime import date
from pathlib import Path, PurePath

from citecheck.errors import ConfigError, InputError
from citecheck.flows.submission import Submission
from citecheck.ingest import MAX_DOCUMENT_BYTES, check_size
from citecheck.model import ItemError
from citecheck.text import decode

_LISTS = frozenset({"", ".txt", ".list", ".lst", ".urls"})  # how lists of URLs are named


def is_url(target: str) -> bool:
    """Whether the target is the URL of an article rather than a file."""
    return target.startswith(("http://", "https://"))


def given_date(published: str | None) -> date | None:
    """--published as a date; ConfigError when it is not one."""
    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError as error:
        raise ConfigError(f"--published {published}: give a date as YYYY-MM-DD") from error


def read_target(target: str, published: date | None) -> Submission:
    """A file or standard input as a Submission; InputError names what is wrong and the fix."""
    if target == "-":
        data = sys.stdin.buffer.read(MAX_DOCUMENT_BYTES + 1)
        check_size(len(data), "standard input")
        return Submission(data, "-", published)
    path = Path(target)
    try:
        check_size(path.stat().st_size, target)
        if path.is_dir():
            raise InputError(f"{target}: this is a directory; name the files in it")
        return Submission(path.read_bytes(), target, published)
    except FileNotFoundError as error:
        raise InputError(f"{target}: no such file; check the path") from error
    except OSError as error:
        raise InputError(f"{target}: cannot be read ({error.strerror}); check its permissions") from error


def is_empty_list(submission: Submission) -> bool:
    """Whether it is a list of URLs in which none stands: comments and blank lines, or a file with nothing
    in it that is named like a text. Nothing on standard input is no list: something before us failed."""
    if PurePath(submission.origin).suffix.lower() not in _LISTS:
        return False
    if not submission.data:
        return submission.origin != "-"
    decoded = decode(submission.data, None)
    lines = decoded.text.split("\n") if decoded is not None else ["not text"]
    return all(not line.strip("\ufeff \t\r") or line.lstrip("\ufeff \t").startswith("#") for line in lines)


def not_taken(target: str, error: InputError) -> ItemError:
    """How results show a target that could not be taken, its name said once."""
    return ItemError(target, str(error).removeprefix(f"{target}: "))
