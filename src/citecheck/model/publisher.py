"""Publishers: editorial policy for a group of hosts, from config/sources.toml."""

from dataclasses import dataclass, field
from datetime import date

from citecheck.model.words import Word


class Access(Word):
    """How much of a publisher's pages anyone may read."""

    FREE = "free", "everything is open"
    REGISTRATION = "registration", "an account, without payment"
    PAYWALL_METERED = "paywall-metered", "some articles are open"
    PAYWALL_HARD = "paywall-hard", "subscribers only"
    DEFUNCT = "defunct", "the publication has closed"


@dataclass(frozen=True, slots=True)
class UrlDatePattern:
    """A pattern with named groups (year, month, day), anchored to a path segment or query value."""

    pattern: str
    part: str  # "path" or "query"


@dataclass(frozen=True, slots=True)
class DomainMove:
    """A publisher's pages that moved: host `origin` is now `target`."""

    origin: str
    target: str
    mode: str  # "same_path" or "host_only"


@dataclass(frozen=True, slots=True)
class Publisher:
    """One row of config/sources.toml, or the defaults for unknown hosts."""

    id: str
    name: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...] = ()  # other names it goes by in texts
    moves: tuple[DomainMove, ...] = ()
    language: str | None = None
    timezone: str | None = None
    access: Access = Access.FREE
    bot_wall: tuple[str, ...] = ()  # hints: vendor names
    soft_404: tuple[str, ...] = ()  # hints: phrases of its not-found page
    url_dates: tuple[UrlDatePattern, ...] = ()
    url_ids: tuple[str, ...] = ()  # patterns with a named group "uuid1", "snowflake", "ulid", "objectid"
    keep_params: tuple[str, ...] = ()  # query parameters that choose the page
    date_selectors: tuple[str, ...] = ()  # CSS selectors of the visible date
    archive: str | None = None  # preferred archive
    snapshot_rights: str | None = None
    interval: float | None = None  # seconds between request starts
    owner: str | None = None
    reliability: str | None = None  # a note with its source and date
    verified_on: date | None = None  # empty until checked against the live web


@dataclass(frozen=True, slots=True)
class Publishers:
    """The rows of config/sources.toml, and the defaults for hosts that have none."""

    rows: tuple[Publisher, ...]
    defaults: Publisher
    by_domain: dict[str, Publisher] = field(default_factory=dict, repr=False)

    def for_host(self, host: str) -> Publisher:
        """The publisher of `host` (its own name or a parent domain's), else the defaults."""
        labels = host.lower().rstrip(".").split(".")
        for start in range(len(labels) - 1):
            row = self.by_domain.get(".".join(labels[start:]))
            if row is not None:
                return row
        return self.defaults
