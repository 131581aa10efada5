"""Settings: what the operator chose, as frozen values."""

from citecheck.model import Publishers
from citecheck.settings.environment import SettingRow, describe_settings, load_settings, unknown_variables
from citecheck.settings.network import parse_network, parse_override
from citecheck.settings.publishers import load_publishers
from citecheck.settings.values import (
    Address,
    FetchLimits,
    MailSettings,
    Network,
    NetworkSettings,
    Override,
    ServeSettings,
    Settings,
)

__all__ = [
    "Address",
    "FetchLimits",
    "MailSettings",
    "Network",
    "NetworkSettings",
    "Override",
    "Publishers",
    "ServeSettings",
    "SettingRow",
    "Settings",
    "describe_settings",
    "load_publishers",
    "load_settings",
    "parse_network",
    "parse_override",
    "unknown_variables",
]
