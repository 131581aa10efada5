"""Every setting that the environment can give: its name, type, default and meaning, in one table."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from citecheck.errors import ConfigError
from citecheck.settings.kinds import (
    COUNT,
    DIRECTORY,
    FILE,
    HOUR,
    LIST,
    NETWORKS,
    OVERRIDES,
    PORT,
    POSITIVE,
    SECONDS,
    SIZE,
    SWITCH,
    TEXT,
    URL,
    ZONE,
    Kind,
)
from citecheck.settings.publishers import load_publishers
from citecheck.settings.values import FetchLimits, MailSettings, NetworkSettings, ServeSettings, Settings

PREFIX = "CITECHECK_"


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting as docs/reference/settings.md shows it."""

    name: str  # environment variable
    type: str
    default: str
    meaning: str


@dataclass(frozen=True, slots=True)
class _Spec:
    part: type[Any]
    field: str
    kind: Kind
    meaning: str
    variable: str = ""  # where it is not the field's own name

    @property
    def name(self) -> str:
        return PREFIX + (self.variable or self.field).upper()


_SPECS: tuple[_Spec, ...] = (
    _Spec(Settings, "data_dir", DIRECTORY, "where captures, database and reports are kept"),
    _Spec(Settings, "database_url", URL, "the database; empty: SQLite in the data directory"),
    _Spec(Settings, "timezone", ZONE, "in whose days reports are counted"),
    _Spec(Settings, "cpu_workers", COUNT, "processes that read and judge pages"),
    _Spec(Settings, "cpu_memory", SIZE, "memory that one of them may use"),
    _Spec(Settings, "cpu_timeout", POSITIVE, "how long reading one page may take"),
    _Spec(NetworkSettings, "interval", SECONDS, "pause between request starts on one host and port"),
    _Spec(NetworkSettings, "obey_robots", SWITCH, "whether robots.txt is obeyed (RFC 9309)"),
    _Spec(NetworkSettings, "user_agent", TEXT, "how we introduce ourselves to hosts"),
    _Spec(NetworkSettings, "contact", TEXT, "your address or page, added to the User-Agent"),
    _Spec(NetworkSettings, "overrides", OVERRIDES, "HOST:PORT:ADDRESS[:PORT] entries, commas between them",
          "resolve"),
    _Spec(NetworkSettings, "ca_file", FILE, "certificate authorities to trust beside the usual ones",
          "cacert"),
    _Spec(NetworkSettings, "allowed_networks", NETWORKS, "networks that may be reached although private",
          "allow_network"),
    _Spec(NetworkSettings, "nameservers", LIST, "name servers to ask; empty: the system's"),
    _Spec(NetworkSettings, "canaries", LIST, "well-known names that resolve when we are online"),
    _Spec(NetworkSettings, "concurrent_hosts", COUNT, "hosts fetched from at the same time"),
    _Spec(NetworkSettings, "retry_after_cap", SECONDS, "longest Retry-After that we follow"),
    _Spec(FetchLimits, "connect", POSITIVE, "to open a connection", "connect_timeout"),
    _Spec(FetchLimits, "read", POSITIVE, "between two pieces of an answer", "read_timeout"),
    _Spec(FetchLimits, "deadline", POSITIVE, "one fetch with all its hops", "timeout"),
    _Spec(FetchLimits, "redirects", COUNT, "hops followed before it is called a loop"),
    _Spec(FetchLimits, "wire", SIZE, "of one answer as it crosses the wire", "max_wire"),
    _Spec(FetchLimits, "wire_pdf", SIZE, "the same for a PDF", "max_wire_pdf"),
    _Spec(FetchLimits, "decoded", SIZE, "of one body once decompressed", "max_decoded"),
    _Spec(FetchLimits, "encodings", COUNT, "layers of content encoding", "max_encodings"),
    _Spec(FetchLimits, "ratio", COUNT, "decompressed to compressed, once above the floor", "max_ratio"),
    _Spec(FetchLimits, "ratio_floor", SIZE, "size from which the ratio counts"),
    _Spec(FetchLimits, "head", SIZE, "of one response head", "max_head"),
    _Spec(MailSettings, "host", TEXT, "the SMTP server for the daily report", "mail_host"),
    _Spec(MailSettings, "port", PORT, "its port", "mail_port"),
    _Spec(MailSettings, "sender", TEXT, "the address that the report comes from", "mail_sender"),
    _Spec(MailSettings, "recipients", LIST, "who gets it; empty: it is not sent", "mail_recipients"),
    _Spec(MailSettings, "username", TEXT, "for servers that want a login", "mail_username"),
    _Spec(MailSettings, "password", TEXT, "the password that goes with it", "mail_password"),
    _Spec(MailSettings, "start_tls", SWITCH, "whether to encrypt; empty: when the server offers it",
          "mail_start_tls"),
    _Spec(MailSettings, "timeout", POSITIVE, "to deliver one mail", "mail_timeout"),
    _Spec(ServeSettings, "host", TEXT, "the address that `citecheck serve` listens on", "serve_host"),
    _Spec(ServeSettings, "port", PORT, "its port", "serve_port"),
    _Spec(ServeSettings, "report_hour", HOUR, "when the day's report is frozen, in CITECHECK_TIMEZONE"),
    _Spec(ServeSettings, "base_url", URL, "how people reach the pages, for links in mails"),
    _Spec(ServeSettings, "hosts", LIST, "further names that the Host header may carry", "serve_hosts"),
)  # fmt: skip
_CONFIG = PREFIX + "CONFIG"
_CONFIG_MEANING = "another sources.toml in place of the one that comes with citecheck"


def load_settings(environ: Mapping[str, str], config_file: Path | None = None) -> Settings:
    """Settings from CITECHECK_* variables and a sources.toml (`config_file`, else CITECHECK_CONFIG, else
    the one that comes with citecheck). ConfigError names the variable, its value and the fix."""
    config = config_file or (Path(environ[_CONFIG]) if environ.get(_CONFIG) else None)
    base = Settings(data_dir=_default_data_dir(environ), publishers=load_publishers(config))
    limits = replace(base.network.limits, **_given(FetchLimits, environ))
    return replace(
        base,
        network=replace(base.network, limits=limits, **_given(NetworkSettings, environ)),
        mail=replace(base.mail, **_given(MailSettings, environ)),
        serve=replace(base.serve, **_given(ServeSettings, environ)),
        **_given(Settings, environ),
    )


def describe_settings() -> tuple[SettingRow, ...]:
    """Every setting in the order of the table, for the reference page."""
    rows = [SettingRow(spec.name, spec.kind.name, _default(spec), spec.meaning) for spec in _SPECS]
    return (*rows, SettingRow(_CONFIG, FILE.name, "config/sources.toml", _CONFIG_MEANING))


def _given(part: type, environ: Mapping[str, str]) -> dict[str, Any]:
    """The fields of `part` that the environment sets; an empty variable is an unset one."""
    return {
        spec.field: _read(spec, environ[spec.name])
        for spec in _SPECS
        if spec.part is part and environ.get(spec.name, "").strip()
    }


def _read(spec: _Spec, text: str) -> Any:
    try:
        return spec.kind.read(text)
    except ConfigError as error:
        raise ConfigError(f"{spec.name}: {error}") from error
    except ValueError as error:
        shown = "" if spec.field == "password" else f"='{text}'"
        raise ConfigError(f"{spec.name}{shown}: {spec.kind.fix}") from error


def unknown_variables(environ: Mapping[str, str]) -> tuple[str, ...]:
    """CITECHECK_* variables that set nothing, each with the nearest setting: for `doctor` to tell."""
    known = {spec.name for spec in _SPECS} | {_CONFIG}
    told = []
    for name in sorted(name for name in environ if name.startswith(PREFIX) and name not in known):
        close = get_close_matches(name, known, n=1)
        told.append(f"{name} sets nothing" + (f"; did you mean {close[0]}?" if close else ""))
    return tuple(told)


def _default_data_dir(environ: Mapping[str, str]) -> Path:
    """The XDG data directory (freedesktop.org base directory specification)."""
    base = environ.get("XDG_DATA_HOME", "")
    if base.startswith("/"):  # a relative one is to be ignored, says the specification
        return Path(base) / "citecheck"
    home = environ.get("HOME", "")
    return (Path(home) if home else Path.home()) / ".local" / "share" / "citecheck"


def _default(spec: _Spec) -> str:
    if spec.field == "data_dir":
        return "$XDG_DATA_HOME/citecheck"
    field = next(field for field in fields(spec.part) if field.name == spec.field)
    assert field.default is not MISSING
    value = field.default
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ",".join(value)
    return f"{value:g}" if isinstance(value, float) else str(value)
