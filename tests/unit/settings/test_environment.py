import dataclasses
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest

from citecheck.errors import ConfigError
from citecheck.settings import (
    FetchLimits,
    MailSettings,
    NetworkSettings,
    Override,
    ServeSettings,
    Settings,
    describe_settings,
    load_settings,
    parse_network,
    parse_override,
    unknown_variables,
)

HOME = {"HOME": "/home/desk"}


def test_defaults() -> None:
    settings = load_settings(HOME)
    assert settings.data_dir == Path("/home/desk/.local/share/citecheck")
    assert settings.network == NetworkSettings()
    assert settings.publishers.rows
    assert load_settings(HOME | {"XDG_DATA_HOME": "/data"}).data_dir == Path("/data/citecheck")
    assert load_settings(HOME | {"XDG_DATA_HOME": "relative"}).data_dir == settings.data_dir


def test_variables_are_read() -> None:
    settings = load_settings(
        HOME
        | {
            "CITECHECK_DATA_DIR": "/srv/citecheck",
            "CITECHECK_INTERVAL": "0.5",
            "CITECHECK_OBEY_ROBOTS": "No",
            "CITECHECK_MAX_WIRE": "10MB",
            "CITECHECK_TIMEOUT": "30",
            "CITECHECK_RESOLVE": "a.test:443:127.0.0.1:8443, *:80:[::1]",
            "CITECHECK_ALLOW_NETWORK": "127.0.0.0/8,::1/128",
            "CITECHECK_CANARIES": "a.test, b.test",
            "CITECHECK_TIMEZONE": "Europe/Belgrade",
            "CITECHECK_MAIL_RECIPIENTS": "desk@example.org",
            "CITECHECK_SERVE_PORT": "9000",
            "CITECHECK_CONTACT": "",
        }
    )
    assert settings.data_dir == Path("/srv/citecheck")
    assert settings.timezone == "Europe/Belgrade"
    network = settings.network
    assert (network.interval, network.obey_robots, network.contact) == (0.5, False, None)
    assert (network.limits.wire, network.limits.deadline) == (10 * 1024 * 1024, 30.0)
    assert network.canaries == ("a.test", "b.test")
    assert network.overrides == (
        Override("a.test", 443, ip_address("127.0.0.1"), 8443),
        Override("*", 80, ip_address("::1"), 80),
    )
    assert network.allowed_networks == (ip_network("127.0.0.0/8"), ip_network("::1/128"))
    assert settings.mail.recipients == ("desk@example.org",)
    assert settings.serve.port == 9000


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("CITECHECK_INTERVAL", "fast", "zero or more"),
        ("CITECHECK_INTERVAL", "-1", "zero or more"),
        ("CITECHECK_INTERVAL", "nan", "zero or more"),
        ("CITECHECK_TIMEOUT", "0", "greater than zero"),
        ("CITECHECK_OBEY_ROBOTS", "perhaps", "give yes or no"),
        ("CITECHECK_MAX_WIRE", "20 parsecs", "such as 20MB"),
        ("CITECHECK_CONCURRENT_HOSTS", "0", "1 or more"),
        ("CITECHECK_TIMEZONE", "Belgrade", "Europe/Belgrade"),
        ("CITECHECK_CACERT", "/no/such/file.pem", "a file that exists"),
        ("CITECHECK_SERVE_PORT", "70000", "1 to 65535"),
        ("CITECHECK_REPORT_HOUR", "24", "0 to 23"),
        ("CITECHECK_DATABASE_URL", "desk.db", "scheme"),
        ("CITECHECK_RESOLVE", "a.test:127.0.0.1", "HOST:PORT:ADDRESS"),
        ("CITECHECK_ALLOW_NETWORK", "everything", "not a network"),
        ("CITECHECK_CONFIG", "/no/such.toml", "cannot be read"),
    ],
)
def test_bad_values_are_one_sentence(name: str, value: str, says: str) -> None:
    with pytest.raises(ConfigError) as error:
        load_settings(HOME | {name: value})
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_bad_password_is_not_repeated() -> None:
    with pytest.raises(ConfigError) as error:
        load_settings(HOME | {"CITECHECK_MAIL_PASSWORD": "se\x01cret"})
    assert "cret" not in str(error.value).replace("CITECHECK", "")


def test_every_field_can_be_set_and_is_described() -> None:
    parts = (Settings, NetworkSettings, FetchLimits, MailSettings, ServeSettings)
    wholes = {"network", "limits", "mail", "serve"}  # parts themselves
    names = [field.name for part in parts for field in dataclasses.fields(part) if field.name not in wholes]
    rows = describe_settings()  # the publishers are set as CITECHECK_CONFIG
    assert len(rows) == len(names)
    assert len({row.name for row in rows}) == len(rows)
    assert all(row.meaning and row.type and row.name.startswith("CITECHECK_") for row in rows)


def test_typing_errors_are_told_and_stop_nothing() -> None:
    environ = HOME | {"CITECHECK_INTERVALL": "3", "CITECHECK_EVAL_DATA": "/x", "OTHER": "1"}
    assert load_settings(environ).network.interval == NetworkSettings().interval
    told = unknown_variables(environ)
    assert "CITECHECK_INTERVALL sets nothing; did you mean CITECHECK_INTERVAL?" in told


@pytest.mark.parametrize(
    ("entry", "override"),
    [
        ("A.test:443:192.0.2.1", Override("a.test", 443, ip_address("192.0.2.1"), 443)),
        ("a.test:443:192.0.2.1:8443", Override("a.test", 443, ip_address("192.0.2.1"), 8443)),
        ("*:80:[2001:db8::1]:8080", Override("*", 80, ip_address("2001:db8::1"), 8080)),
        ("[2001:db8::2]:80:[::1]", Override("2001:db8::2", 80, ip_address("::1"), 80)),
    ],
)
def test_parse_override(entry: str, override: Override) -> None:
    assert parse_override(entry) == override


@pytest.mark.parametrize(
    "entry",
    ["", "a.test", "a.test:443", "a.test:443:name.test", "a.test:0:127.0.0.1", "a:80:127.0.0.1:99999"],
)
def test_bad_overrides(entry: str) -> None:
    with pytest.raises(ConfigError, match="--resolve"):
        parse_override(entry)


def test_parse_network() -> None:
    assert parse_network("127.0.0.0/8") == ip_network("127.0.0.0/8")
    assert parse_network("192.0.2.1") == ip_network("192.0.2.1/32")
    with pytest.raises(ConfigError, match="bits beyond its prefix"):
        parse_network("127.0.0.1/8")
    with pytest.raises(ConfigError, match="not a network"):
        parse_network("loopback")
