"""The commands. Each loads its module when it is called, so that `--help` starts fast."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from citecheck import __version__
from citecheck.entrypoints.cli.options import NetworkOptions
from citecheck.entrypoints.cli.output import (
    CannotWrite,
    flush_out,
    let_go_of_stdout,
    prepare_streams,
    say,
    write_out,
)
from citecheck.entrypoints.cli.running import Stopped
from citecheck.errors import NO_ROOM, CitecheckError, UserError

USAGE, FAULT = 3, 1
TYPER_USAGE, TYPER_STOPPED = 2, 130


class Finished(Exception):
    """A command ended with this exit code. Usage errors are typer's own, and end differently."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


app = typer.Typer(
    name="citecheck",
    help="Check whether the citations of what you publish still hold.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Targets = Annotated[
    list[str],
    typer.Argument(help="A file, - for standard input, or the URL of an article.", metavar="TARGET..."),
]
Published = Annotated[str | None, typer.Option(help="When the document was published (YYYY-MM-DD).")]
Format = Annotated[str, typer.Option("--format", help="text, json, jsonl, junit, sarif, markdown or html.")]
Output = Annotated[Path | None, typer.Option(help="Write here instead of to standard output.")]
DataDir = Annotated[Path | None, typer.Option(help="Where snapshots and the database live.")]
Config = Annotated[Path | None, typer.Option(help="Another sources.toml.")]
Resolve = Annotated[
    list[str] | None,
    typer.Option(metavar="HOST:PORT:ADDR[:PORT]", help="Connect to ADDR for HOST:PORT (repeatable)."),
]
CaCert = Annotated[Path | None, typer.Option(help="Trust the certificates in this PEM file, too.")]
AllowNetwork = Annotated[
    list[str] | None,
    typer.Option(metavar="CIDR", help="A private network that may be fetched from (repeatable)."),
]
Interval = Annotated[float | None, typer.Option(help="Seconds between requests to one host.")]
Timeout = Annotated[float | None, typer.Option(help="Seconds for one fetch, waiting its turn not counted.")]
IgnoreRobots = Annotated[bool, typer.Option("--ignore-robots", help="Fetch in spite of robots.txt (logged).")]
FailOn = Annotated[str, typer.Option(help="Exit 2 from this severity: high, medium, low or none.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress; nothing but the result.")]


@app.command()
def check(
    targets: Targets,
    published: Published = None,
    format_: Format = "text",
    output: Output = None,
    data_dir: DataDir = None,
    resolve: Resolve = None,
    cacert: CaCert = None,
    allow_network: AllowNetwork = None,
    interval: Interval = None,
    timeout: Timeout = None,
    ignore_robots: IgnoreRobots = False,
    once: Annotated[bool, typer.Option("--once", help="Do not schedule re-checks.")] = False,
    fail_on: FailOn = "medium",
    baseline: Annotated[
        Path | None, typer.Option(help="A JSON result whose open flags are accepted.")
    ] = None,
    min_read: Annotated[
        int,
        typer.Option(
            metavar="PERCENT", help="Exit 1 when less than this share of the citations could be read."
        ),
    ] = 0,
    config: Config = None,
    quiet: Quiet = False,
) -> None:
    """Fetch what a document cites, put it on record, and say what does not hold."""
    from citecheck.entrypoints.cli.check import CheckOptions, run_check

    network = _network(resolve, cacert, allow_network, interval, timeout, ignore_robots)
    raise Finished(
        run_check(
            CheckOptions(
                targets=tuple(targets),
                published=published,
                format=format_,
                output=output,
                data_dir=data_dir,
                config=config,
                network=network,
                once=once,
                fail_on=fail_on,
                baseline=baseline,
                min_read=min_read,
                quiet=quiet,
            )
        )
    )


@app.command()
def extract(
    targets: Targets,
    published: Published = None,
    format_: Format = "text",
    output: Output = None,
    config: Config = None,
) -> None:
    """Show a document's citations, date clues and flags before any fetch."""
    from citecheck.entrypoints.cli.extract import run_extract

    raise Finished(run_extract(tuple(targets), published, format_, output, config))


@app.command()
def judge(
    data_dir: DataDir = None,
    config: Config = None,
    all_: Annotated[bool, typer.Option("--all", help="Judge every capture again, offline.")] = False,
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Judge captures on record again, without any fetch."""
    from citecheck.entrypoints.cli.judge import run_judge

    raise Finished(run_judge(data_dir, config, all_, format_))


@app.command()
def pull(
    output: Annotated[Path, typer.Option(help="Write the .warc.gz file here.")],
    document: Annotated[str | None, typer.Option(metavar="ID", help="All captures of a document.")] = None,
    citation: Annotated[str | None, typer.Option(metavar="ID", help="All captures of a citation.")] = None,
    capture: Annotated[str | None, typer.Option(metavar="ID", help="One capture.")] = None,
    manifest: Annotated[Path | None, typer.Option(help="Write the manifest here (.csv or .json).")] = None,
    data_dir: DataDir = None,
    config: Config = None,
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Hand captures out as a WARC file that stands alone."""
    from citecheck.entrypoints.cli.pull import PullOptions, run_pull

    raise Finished(
        run_pull(PullOptions(document, citation, capture, output, manifest, data_dir, config, format_))
    )


@app.command("eval")
def evaluate(
    kind: Annotated[str, typer.Argument(help="support, dates, titles, text, align or links.")],
    file: Annotated[Path, typer.Argument(help="A .jsonl or .jsonl.gz file.")],
    format_: Annotated[str, typer.Option("--format", help="json (the only one).")] = "json",
    backend: Annotated[str, typer.Option(help="The support backend.")] = "built-in",
    predictions: Annotated[Path | None, typer.Option(help="Write predictions of `support` here.")] = None,
    resolve: Resolve = None,
    cacert: CaCert = None,
    allow_network: AllowNetwork = None,
    interval: Interval = None,
    timeout: Timeout = None,
    ignore_robots: IgnoreRobots = False,
) -> None:
    """Measure a part against labelled rows."""
    from citecheck.entrypoints.cli.evaluate import EvalOptions, run_eval

    network = _network(resolve, cacert, allow_network, interval, timeout, ignore_robots)
    raise Finished(run_eval(EvalOptions(kind, file, format_, backend, predictions, network)))


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="The loopback address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="The port; 0 for any free one.")] = None,
    data_dir: DataDir = None,
    resolve: Resolve = None,
    cacert: CaCert = None,
    allow_network: AllowNetwork = None,
    interval: Interval = None,
    config: Config = None,
) -> None:
    """Watch what was checked: re-check on schedule, show the review queue, send the daily report."""
    from citecheck.entrypoints.cli.serve import ServeOptions, run_serve

    network = _network(resolve, cacert, allow_network, interval, None, False)
    raise Finished(run_serve(ServeOptions(host, port, data_dir, config, network)))


@app.command()
def report(
    day: Annotated[str | None, typer.Option(help="Which day (YYYY-MM-DD); the newest by default.")] = None,
    format_: Annotated[str, typer.Option("--format", help="text, html or json.")] = "text",
    output: Output = None,
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Show a day's report: what was new, worse, resolved or working again when it was frozen."""
    from citecheck.entrypoints.cli.report import ReportOptions, run_report

    raise Finished(run_report(ReportOptions(day, format_, output, data_dir, config)))


@app.command()
def doctor(
    data_dir: DataDir = None,
    config: Config = None,
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Name what is wrong with this installation, each with its fix."""
    from citecheck.entrypoints.cli.doctor import run_doctor

    raise Finished(run_doctor(data_dir, config, format_))


@app.command()
def version() -> None:
    """Print the version."""
    write_out(f"citecheck {__version__}", None)


def _network(
    resolve: list[str] | None,
    cacert: Path | None,
    allow_network: list[str] | None,
    interval: float | None,
    timeout: float | None,
    ignore_robots: bool,
) -> NetworkOptions:
    return NetworkOptions(
        tuple(resolve or ()), cacert, tuple(allow_network or ()), interval, timeout, ignore_robots
    )


def run(arguments: list[str] | None = None) -> None:
    """The console script: runs a command and exits with the contract's codes."""
    sys.exit(main(arguments))


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code: 3 usage or configuration, 1 our own fault."""
    prepare_streams()
    try:
        code = _carried_out(arguments)
        flush_out()
    except BrokenPipeError:  # whoever read our output has had enough
        let_go_of_stdout()
        return FAULT
    except CannotWrite as error:
        let_go_of_stdout()
        say(str(error))
        return FAULT
    return code


def _carried_out(arguments: list[str] | None) -> int:
    try:
        app(args=arguments, prog_name="citecheck")
    except Finished as finished:
        return finished.code
    except UserError as error:
        say(str(error))
        return USAGE
    except CitecheckError as error:
        say(f"our own fault: {error}")
        return FAULT
    except Stopped as stopped:
        say(str(stopped))
        return FAULT
    except SystemExit as ended:  # typer's own: 0 after --help, 2 for usage, 130 for Ctrl-C
        if ended.code == TYPER_STOPPED:
            say("stopped")
            return FAULT
        return USAGE if ended.code == TYPER_USAGE else int(ended.code or 0)
    except OSError as error:  # typer prints its pages by itself
        if error.errno in NO_ROOM and error.filename is None:
            raise CannotWrite(f"standard output cannot be written ({error.strerror})") from error
        raise
    return 0
