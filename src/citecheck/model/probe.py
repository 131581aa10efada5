"""The soft-404 probe: what a made-up address of a host and directory answered."""

from dataclasses import dataclass
from datetime import datetime

from citecheck.model.fetch import FetchOutcome
from citecheck.model.ids import CaptureId, HostKey
from citecheck.model.page import PageFacts


@dataclass(frozen=True, slots=True)
class ProbeWish:
    """A capture that cannot be told from a soft-404 until a made-up address was asked for."""

    host: HostKey
    directory: str  # path that the address stands in, with its last slash
    url: str  # the made-up address
    capture_id: CaptureId


@dataclass(frozen=True, slots=True)
class Probe:
    """The answer to a made-up address. It speaks for every page of its host and directory."""

    host: HostKey
    directory: str
    at: datetime
    outcome: FetchOutcome
    facts: PageFacts | None  # also of the page that says that there is none; None where no page came
    front: PageFacts | None = None  # of the host's front page, where the made-up address brought a page
