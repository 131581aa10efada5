"""Writes docs/reference from the code: `python -m citecheck.entrypoints.reference docs/reference`.

A test compares the pages in the repository with what this gives, so that they cannot fall behind.
"""

import inspect
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import typer.main
from fastapi.routing import APIRoute

import citecheck.model as model
from citecheck.classify import OVERRIDE, reference_rows, schedule_rows
from citecheck.entrypoints.cli.app import app
from citecheck.entrypoints.web import ROUTERS
from citecheck.flows.judge import JUDGING_FAILED
from citecheck.model import Decision, FlagCode, LinkState
from citecheck.model.words import Word
from citecheck.settings import describe_settings

MADE = "<!-- Made from the code by `make reference`. Do not edit. -->\n\n"


_PERSONS_WORD = f"""A reviewer's `{Decision.LINK_WORKS}` or `{Decision.LINK_DEAD}` wins over the tables,
wherever the link is cited: the status names the rule `{OVERRIDE}`, the person and the day, and what we see
stands beside it. It holds until it is taken back, or until we see the contrary where we had not seen that
before: a link said to work that is gone, a link said to be dead that answers. The page is still looked at
by its schedule.
"""


_HISTORY = """Observations count in the order in which they were recorded, and failures within an hour of one
another are one strike. A link once dead stays dead until it is seen alive. While the latest look met a wall,
a policy or an odd answer, we cannot know: the link shows that and is not dead, its strikes are kept, and the
next failure of their kind makes it dead again. Where a clock was set back, time shortens nothing.
"""
_FAULTS = f"""A capture that cannot be judged by a mistake in citecheck itself shows as
`{LinkState.NOT_CHECKED}` with the rule `{JUDGING_FAILED}`. It counts for nothing, flags stay as they were,
the log has the details, and the page is fetched and tried again a day later; `citecheck judge --all` tries
what is on record.
"""


def pages() -> Mapping[str, str]:
    """Every reference page by file name."""
    makers: Mapping[str, Callable[[], str]] = {
        "link-states.md": _link_states,
        "flags.md": _flags,
        "words.md": _words,
        "settings.md": _settings,
        "commands.md": _commands,
        "routes.md": _routes,
    }
    return {name: MADE + make().rstrip() + "\n" for name, make in makers.items()}


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for row in rows:
        lines.append("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |")
    return "\n".join(lines)


def _link_states() -> str:
    states = table(("state", "meaning"), ((f"`{state}`", state.explanation) for state in LinkState))
    return (
        "# Link states\n\nA state derives from the history of observations; no link is dead after one.\n\n"
        f"{states}\n\n## The decision table\n\nRead from the top: the first row that holds decides what one "
        f"observation says.\n\n{reference_rows()}\n## The schedule\n\nWhen a state becomes dead, and when a "
        f"link is looked at again.\n\n{schedule_rows()}\n{_HISTORY}\n## A person's word\n\n{_PERSONS_WORD}"
        f"\n## Faults of ours\n\n{_FAULTS}"
    )


def _flags() -> str:
    rows = ((f"`{code}`", str(code.severity), code.explanation) for code in FlagCode)
    return (
        "# Flags\n\nA flag is opened when its reason holds and cleared when it no longer does. The severity "
        "is the one it opens at; a guessed pairing lowers it.\n\n"
        + table(("code", "severity", "meaning"), rows)
    )


def _words() -> str:
    parts = ["# Words\n\nEvery enumeration of the model: the same words in code, tables, JSON and pages.\n"]
    for word in _enumerations():
        summary = (word.__doc__ or "").strip().splitlines()[0]
        rows = ((f"`{member}`", member.explanation) for member in word)
        parts.append(f"## {word.__name__}\n\n{summary}\n\n{table(('value', 'meaning'), rows)}\n")
    return "\n".join(parts)


def _enumerations() -> list[type[Word]]:
    values = (getattr(model, name) for name in model.__all__)
    found = {value for value in values if isinstance(value, type) and issubclass(value, Word)}
    return sorted(found, key=lambda word: word.__name__)


def _settings() -> str:
    rows = ((f"`{row.name}`", row.type, f"`{row.default}`", row.meaning) for row in describe_settings())
    return (
        "# Settings\n\nRead once at start from the environment; command-line options win over them. "
        "Durations are seconds, sizes are bytes.\n\n"
        + table(("variable", "type", "default", "meaning"), rows)
    )


def _commands() -> str:
    group = typer.main.get_group(app)
    parts = [
        "# Commands\n\nExit codes, the highest that applies: 3 usage or configuration, 1 we failed or are "
        "offline, 2 flags at or above `--fail-on`, 0 otherwise.\n"
    ]
    for name, command in sorted(group.commands.items()):
        rows = (
            (", ".join(f"`{option}`" for option in parameter.opts), getattr(parameter, "help", None) or "")
            for parameter in command.params
        )
        parts.append(f"## citecheck {name}\n\n{command.help}\n\n{table(('option', 'meaning'), rows)}\n")
    return "\n".join(parts)


def _routes() -> str:
    """Every address of the service: methods, path, and what its function says of itself."""
    routes = (route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute))
    rows = sorted(
        (
            f"`{route.path}`",
            ", ".join(sorted(route.methods or ())),
            (inspect.getdoc(route.endpoint) or "").partition("\n")[0],
        )
        for route in routes
    )
    return (
        "# Routes\n\nThe addresses of `citecheck serve`. Pages are HTML; every POST carries the token of its "
        "form and answers with a redirect. Only requests that name this machine in their Host header are "
        "answered.\n\n" + table(("path", "methods", "what it is"), rows)
    )


def write(directory: Path) -> None:
    """Write every page into `directory`."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (directory / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
