"""ObserveContext: what is known of a link besides the capture at hand."""

from dataclasses import dataclass

from citecheck.classify.probe import ProbeSays
from citecheck.model import PageFacts, Publisher


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the first good capture of the source said."""

    title: str | None
    canonical: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ObserveContext:
    """What is known besides the capture itself. Everything may be missing."""

    cited_url: str | None = None  # None: the URL that was fetched
    publisher: Publisher | None = None
    siblings: tuple[str, ...] = ()  # where other deep URLs of this host ended up
    probe: ProbeSays = ProbeSays.NOT_ASKED
    beside: tuple[PageFacts, ...] = ()  # other pages of the host: what they show too is the site's
    conditional: bool = False  # the request carried the ETag or date of an earlier capture
    baseline: Baseline | None = None
    similarity: float | None = None  # main text against the baseline's, 0 to 1
    language: str | None = None  # of the main text now
    failed_before: bool = False  # the link was gone or unreachable before this capture
