"""A small newsroom on fakes: two documents whose citations are flagged, fetched and judged."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

from citecheck.flows.tools import Tools
from citecheck.model import (
    Capture,
    Citation,
    DateClue,
    DateReading,
    Document,
    Evidence,
    Fetched,
    FlagCode,
    FlagFinding,
    Judged,
    LinkState,
    Precision,
    Reading,
    Span,
)
from citecheck.model.dates import ClueFamily, ClueKind
from citecheck.settings import Settings, load_settings
from citecheck.testing import (
    FakeClock,
    FakeFetcher,
    InlinePool,
    ListNotifier,
    ListQueue,
    MemoryCaptureStore,
    MemoryCatalog,
    MemoryReportBook,
    MemoryReviewBook,
    samples,
)
from citecheck.testing.support import FixedSupport

TEXT = "The council met on Monday. Claim 1 stands here, said the mayor. <script>alert(1)</script> Done."
HOSTS = ("alpha", "beta", "gamma")


@dataclass(frozen=True)
class Newsroom:
    """Everything on fakes, with what was put in."""

    tools: Tools
    clock: FakeClock
    document: Document
    citations: tuple[Citation, ...]
    captures: tuple[Capture, ...]
    web: FakeFetcher


def bare_tools(data_dir: Path) -> tuple[Tools, FakeClock, FakeFetcher]:
    """Tools over empty tables in memory."""
    clock = FakeClock()
    web = FakeFetcher(clock)
    catalog = MemoryCatalog()
    settings: Settings = replace(load_settings({}), data_dir=data_dir)
    tools = Tools(
        settings=settings,
        clock=clock,
        catalog=catalog,
        views=catalog,
        fetcher=web,
        captures=MemoryCaptureStore(clock, catalog),
        queue=ListQueue(),
        pool=InlinePool(),
        support=FixedSupport(),
        reviews=MemoryReviewBook(catalog),
        reports=MemoryReportBook(catalog),
        notifier=ListNotifier(),
    )
    return tools, clock, web


async def newsroom(data_dir: Path) -> Newsroom:
    """One document with three citations: one not supported, one not found, one that only tracks."""
    tools, clock, web = bare_tools(data_dir)
    sources = [samples.source(f"https://{host}.example/a", f"{host}.example:443") for host in HOSTS]
    document, citations = samples.document("news", *sources)
    now = clock.now()
    await tools.catalog.add_document(document, citations, now)
    fetched = [samples.page(source.url, TEXT.encode(), now) for source in sources]
    captures = [await put(tools, one) for one in fetched]
    codes = (FlagCode.CLAIM_NOT_SUPPORTED, FlagCode.LINK_NOT_FOUND, FlagCode.LINK_TRACKING)
    states = (LinkState.ALIVE, LinkState.NOT_FOUND, LinkState.ALIVE)
    for capture, citation, code, state in zip(captures, citations, codes, states, strict=True):
        await tools.catalog.record_judged(told(capture, citation, code, state))
    return Newsroom(tools, clock, document, citations, tuple(captures), web)


async def put(tools: Tools, fetched: Fetched) -> Capture:
    """A capture on record."""
    (capture,) = await tools.captures.append([fetched])
    await tools.catalog.record_captures([capture], tools.clock.now())
    return capture


def told(capture: Capture, citation: Citation, code: FlagCode, state: LinkState) -> Judged:
    """What judging gives, with evidence in the text and a date clue."""
    plain = samples.judged(capture, [citation], [], state)
    evidence = Evidence("Claim 1 stands here", "", "", capture.id, Span(27, 46), 0.9)
    clue = DateClue(
        ClueKind.BYLINE, ClueFamily.VISIBLE, capture.captured_at.date(), Precision.DAY, "<p> byline", 0.8
    )
    dates = DateReading((clue,), published=clue.day)
    judgement = plain.judgements[0]
    verdict = replace(judgement.verdict, evidence=(evidence,)) if judgement.verdict else None
    finding = FlagFinding(code, code.severity, code.explanation.capitalize() + ".", ("a <b>fact</b>",))
    return replace(
        plain,
        reading=Reading(TEXT, "A title & more", ("An Author",), "en", 14, dates),
        judgements=(replace(judgement, verdict=verdict, dates=dates),),
        findings=((citation.id, (finding,)),),
    )


def filled(data_dir: Path) -> Newsroom:
    """newsroom() for tests that are not async."""
    return asyncio.run(newsroom(data_dir))
