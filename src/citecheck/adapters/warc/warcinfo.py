"""The first record of every file: who wrote it, with what, and when a file is full."""

import socket
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from citecheck.adapters.warc.identity import fresh_uri, warc_date
from citecheck.adapters.warc.records import Record

GB = 1024**3
SPECIFICATION = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"


@dataclass(frozen=True, slots=True)
class StoreOptions:
    """What the warcinfo record says of us, and when a file is full."""

    software: str = "citecheck"
    user_agent: str = "citecheck"
    robots: str = "classic"  # "classic" where robots.txt is obeyed, else "ignore"
    operator: str | None = None  # address or page of whoever runs this
    collection: str = "citecheck"
    hostname: str = field(default_factory=socket.gethostname)
    roll_size: int = GB
    roll_after: timedelta = timedelta(hours=24)


def warcinfo(name: str, at: datetime, options: StoreOptions) -> Record:
    """The warcinfo record of the file `name`."""
    fields = (
        ("software", options.software),
        ("format", "WARC File Format 1.1"),
        ("conformsTo", SPECIFICATION),
        ("hostname", options.hostname),
        ("isPartOf", options.collection),
        ("http-header-user-agent", options.user_agent),
        ("robots", options.robots),
        *((("operator", options.operator),) if options.operator else ()),
    )
    headers = (
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", fresh_uri()),
        ("WARC-Date", warc_date(at)),
        ("WARC-Filename", name.rpartition("/")[2]),
        ("Content-Type", "application/warc-fields"),
    )
    return Record(headers, "".join(f"{key}: {value}\r\n" for key, value in fields).encode())
