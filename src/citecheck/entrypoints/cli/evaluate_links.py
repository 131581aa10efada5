"""citecheck eval links: every row checked by itself, once.

The rows of an evaluation file say nothing of one another, wherever they happen to be served: on one host
they would make an incident of that host, or share one probe. Each gets a place in the tables of its own,
while the fetcher, which knows the real hosts, keeps their pace.
"""

import hashlib
from asyncio import Semaphore
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from citecheck.classify import we_are_offline
from citecheck.entrypoints.cli.running import run
from citecheck.entrypoints.settle import settle
from citecheck.evals.links import LinkRow, LinksResult, evaluate_links, expectations
from citecheck.flows.tools import Tools
from citecheck.model import (
    Citation,
    CitationId,
    CitationResult,
    Document,
    DocumentId,
    HostKey,
    LinkClass,
    LinkState,
    LinkStatus,
    Pairing,
    PairingHow,
    Publishers,
    Source,
    Span,
)
from citecheck.ports import Fetcher, HostSession
from citecheck.settings import Settings
from citecheck.urls import BadUrl, make_source
from citecheck.wiring import open_tools

AT_ONCE = 8  # fetches from one real host; each of its answers may hang for as long as the deadline lets it


def measure_links(listed: Iterable[Mapping[str, object]], settings: Settings) -> LinksResult:
    """Fetch and judge every URL in a data directory that is thrown away, and compare. InputError for rows
    that are none."""
    expected = expectations(listed)
    with TemporaryDirectory() as scratch:
        urls = tuple(dict.fromkeys(url for url, _ in expected))
        found, online = run(_check(urls, replace(settings, data_dir=Path(scratch), database_url=None)))
    rows = [_row(url, want, found.get(url)) for url, want in expected]
    return replace(evaluate_links(rows), online=online)


async def _check(urls: Sequence[str], settings: Settings) -> tuple[Mapping[str, LinkStatus], bool]:
    """What became of each link, and whether we had a network."""
    async with open_tools(settings) as opened:
        tools = replace(opened, fetcher=ByItself(opened.fetcher))
        now = tools.clock.now()
        document, citations = listed_document(urls, settings.publishers)
        document_id = await tools.catalog.add_document(document, citations, now)
        await settle([document_id], tools)
        results = (await tools.views.document(document_id, online=True)).citations
        online = not _lost(results, tools) or await opened.fetcher.online()
    return {one.citation.url: one.link for one in results}, online


@dataclass(frozen=True, slots=True)
class ByItself:
    """A fetcher for rows that stand by themselves. That one was not reached, and no canary answers, says
    nothing of the others; not more than AT_ONCE ask the same real host."""

    fetcher: Fetcher
    _places: defaultdict[str, Semaphore] = field(
        default_factory=lambda: defaultdict(lambda: Semaphore(AT_ONCE))
    )

    @asynccontextmanager
    async def session(self, host: HostKey) -> AsyncIterator[HostSession]:
        """A session with the row's real host, when there is a place."""
        async with self._places[host.partition("/")[0]], self.fetcher.session(host) as session:
            yield session

    async def online(self) -> bool:
        """An observation counts as it is."""
        return True


def listed_document(urls: Sequence[str], publishers: Publishers) -> tuple[Document, list[Citation]]:
    """A document of these URLs as they are, whatever they look like, each a citation whose source has a host
    of its own in the tables: "host:port/number". What is no address is left out: nothing could be fetched."""
    text = ""
    citations: list[Citation] = []
    document_id = DocumentId("d-links")
    for url in urls:
        source = _source(url, publishers)
        if source is None:
            continue
        n = len(citations) + 1
        citations.append(
            Citation(
                id=CitationId(f"c-links-{n}"),
                document_id=document_id,
                n=n,
                url=url,
                source=replace(source, host=HostKey(f"{source.host}/{n}")),
                span=Span(len(text), len(text) + len(url)),
                claim=None,
                pairing=Pairing(PairingHow.GIVEN, 1.0, False, ()),
            )
        )
        text += url + "\n"
    digest = f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    document = Document(document_id, None, None, text, digest, "links", "text/uri-list", None, ())
    return document, citations


def _source(url: str, publishers: Publishers) -> Source | None:
    try:
        url.encode()
    except UnicodeEncodeError:  # JSON may hold half a character, no table can
        return None
    made = make_source(url, publishers)
    return None if isinstance(made, BadUrl) else made


def _lost(results: Sequence[CitationResult], tools: Tools) -> bool:
    """Whether nothing that lies beyond this machine was reached."""
    outcomes = [one.capture.outcome for one in results if one.capture is not None]
    redirected = tools.settings.network.redirected_hosts
    return we_are_offline(outcomes, canary_ok=False, redirected_hosts=redirected)


def _row(url: str, expected: str, status: LinkStatus | None) -> LinkRow:
    """What is no address is what check calls a bad one."""
    if status is None:
        return LinkRow(url, expected, LinkState.BAD_URL, LinkClass.POLICY)
    return LinkRow.of(url, expected, status)
