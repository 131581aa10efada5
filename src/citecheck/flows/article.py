"""fetch_article(url): an article to ingest, fetched like any source but kept as a document."""

from datetime import date
from urllib.parse import urlsplit

from citecheck.classify import we_are_offline
from citecheck.errors import InputError, OfflineError
from citecheck.flows.submission import Submission
from citecheck.flows.tools import Tools
from citecheck.model import FetchOutcome, FetchRequest, HostKey
from citecheck.read import decode
from citecheck.urls import BadUrl, make_source


async def fetch_article(url: str, published: date | None, tools: Tools) -> Submission:
    """The article at `url`; InputError when it cannot be had, OfflineError when that is our own network."""
    source = make_source(url, tools.settings.publishers)
    if isinstance(source, BadUrl):
        raise InputError(f"{url}: {source.reason}; check the address")
    async with tools.fetcher.session(HostKey(source.host)) as session:
        fetched = await session.fetch(FetchRequest(source.key, url, tools.settings.network.obey_robots))
    outcome = fetched.outcome
    if outcome.failure is not None:
        if await _offline(outcome, tools):
            raise OfflineError(f"{url}: we are offline; try again later, or hand in a file instead")
        raise InputError(f"{url}: could not be fetched ({outcome.failure.detail}); hand in a file instead")
    if outcome.final is None or outcome.status is None or not 200 <= outcome.status < 300:
        raise InputError(f"{url}: the host answered {outcome.status}; hand in a file instead")
    body = decode(
        fetched.exchanges[-1].payload, outcome.final.headers, tools.settings.network.limits, outcome.final.url
    )
    if body.problem is not None:
        raise InputError(f"{url}: {body.problem.explanation}; hand in a file instead")
    data = body.text.encode("utf-8") if body.text is not None else body.data
    media_type = f"{body.media_type}; charset=utf-8" if body.text is not None else body.media_type
    return Submission(data, urlsplit(url).geturl(), published, media_type)


async def _offline(outcome: FetchOutcome, tools: Tools) -> bool:
    redirected = tools.settings.network.redirected_hosts
    tried = we_are_offline([outcome], canary_ok=False, redirected_hosts=redirected)
    return tried and not await tools.fetcher.online()
