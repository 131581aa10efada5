"""Settings: what the operator chose, as frozen values."""

from citecheck.model import Publishers
from citecheck.settings.values import (
    Address,
    FetchLimits,
    Network,
    NetworkSettings,
    Override,
    Settings,
)

__all__ = [
    "Address",
    "FetchLimits",
    "Network",
    "NetworkSettings",
    "Override",
    "Publishers",
    "Settings",
]
