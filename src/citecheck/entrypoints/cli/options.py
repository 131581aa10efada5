"""The options that several commands share, and how they become Settings."""

import os
import ssl
from dataclasses import dataclass, replace
from pathlib import Path

from citecheck.errors import ConfigError
from citecheck.model import Severity
from citecheck.settings import Settings, load_settings, parse_network, parse_override
from citecheck.settings.kinds import POSITIVE, SECONDS, Kind

FAIL_ON = ("high", "medium", "low", "none")
FORMATS = ("text", "json", "jsonl", "junit", "sarif", "markdown", "html")


@dataclass(frozen=True, slots=True)
class NetworkOptions:
    """The network options as typed on the command line."""

    resolve: tuple[str, ...] = ()
    cacert: Path | None = None
    allow_network: tuple[str, ...] = ()
    interval: float | None = None
    timeout: float | None = None
    ignore_robots: bool = False


def settings_from(data_dir: Path | None, config: Path | None, options: NetworkOptions) -> Settings:
    """Settings from the environment, with what the command line says on top."""
    settings = load_settings(os.environ, config)
    network = settings.network
    _check_authorities(options.cacert)
    _check_seconds("--interval", options.interval, SECONDS)
    _check_seconds("--timeout", options.timeout, POSITIVE)
    network = replace(
        network,
        overrides=network.overrides + tuple(parse_override(entry) for entry in options.resolve),
        ca_file=options.cacert or network.ca_file,
        allowed_networks=network.allowed_networks
        + tuple(parse_network(entry) for entry in options.allow_network),
        interval=network.interval if options.interval is None else options.interval,
        limits=network.limits
        if options.timeout is None
        else replace(network.limits, deadline=options.timeout),
        obey_robots=network.obey_robots and not options.ignore_robots,
    )
    return replace(settings, data_dir=data_dir or settings.data_dir, network=network)


def worst_allowed(fail_on: str) -> Severity | None:
    """The severity at which check fails; None for "none"."""
    if fail_on not in FAIL_ON:
        raise ConfigError(f"--fail-on {fail_on}: give one of {', '.join(FAIL_ON)}")
    return None if fail_on == "none" else next(level for level in Severity if level == fail_on)


def chosen_format(name: str, allowed: tuple[str, ...] = FORMATS) -> str:
    """`name` if it is a format this command can write; ConfigError otherwise."""
    if name not in allowed:
        raise ConfigError(f"--format {name}: give one of {', '.join(allowed)}")
    return name


def _check_seconds(name: str, value: float | None, kind: Kind) -> None:
    """An option may be what the setting may be."""
    if value is None:
        return
    try:
        kind.read(str(value))
    except ValueError as error:
        raise ConfigError(f"{name} {value:g}: {kind.fix}") from error


def _check_authorities(file: Path | None) -> None:
    if file is None:
        return
    if not file.is_file():
        raise ConfigError(f"--cacert {file}: no such file; give the path of a PEM file")
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(file)
    except OSError as error:
        raise ConfigError(
            f"--cacert {file}: cannot be read as certificates in PEM form ({error.strerror or error}); "
            "give another file"
        ) from error
