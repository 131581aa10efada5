"""judge(capture): what the capture says, what became of the link, and what holds of each citation.

Nothing here touches the web: it starts from the bytes on record and can be run again at any time with
the same result. Time comes from the capture.
"""

from dataclasses import dataclass

from citecheck.classify import ObserveContext, Subject, drift, observe, similarity, status, suggest
from citecheck.dates import url_clues
from citecheck.flag import FlagInput, judge_flags
from citecheck.flows.look import Look, LookRequest, look
from citecheck.flows.tools import Tools
from citecheck.model import (
    Backend,
    CannotTell,
    Capture,
    CaptureId,
    Citation,
    CitationId,
    DateReading,
    Document,
    Drift,
    FlagFinding,
    Job,
    JobKind,
    Judgement,
    LinkClass,
    LinkStatus,
    Observation,
    PairingHow,
    PreparedClaim,
    Publisher,
    Reading,
    Verdict,
)
from citecheck.ports import Judged, PoolFailure
from citecheck.verify import cannot_tell, combine

RULES_VERSION = "1"

UNSEEN = CannotTell("the page could not be read")


@dataclass(frozen=True, slots=True)
class Material:
    """All that judging one capture rests on."""

    capture: Capture
    publisher: Publisher
    cited: tuple[tuple[Document, Citation], ...]
    seen: Look | PoolFailure | None  # None: no body


async def judge(capture_id: str, tools: Tools) -> Judged:
    """Judge one capture for every citation of its source, and put the result on record."""
    material = await _gather(CaptureId(capture_id), tools)
    capture = material.capture
    history = list(await tools.catalog.observations(capture.source_key))
    observation = _observe(material)
    earlier = [past for past in history if past.capture_id != capture.id and past.at <= observation.at]
    reading = _reading(material)
    base = await tools.catalog.baseline(capture.source_key, capture.captured_at)
    likeness = similarity(base[1].text, reading.text) if base is not None and reading is not None else None
    link = status([*earlier, observation], capture.outcome.hops, likeness)
    verdicts = await _verdicts(material, link, tools)
    judged = _judged(material, observation, link, verdicts)
    await tools.catalog.record_judged(judged)
    await _ask_for_pairing(material, tools)
    return judged


async def _gather(capture_id: CaptureId, tools: Tools) -> Material:
    capture = await tools.catalog.capture(capture_id)
    cited = tuple(await tools.catalog.citations_of(capture.source_key))
    host = cited[0][1].source.host.rpartition(":")[0] if cited else ""
    publisher = tools.settings.publishers.for_host(host)
    final = capture.outcome.final
    if final is None or not capture.has_body:
        return Material(capture, publisher, cited, None)
    request = LookRequest(
        payload=await tools.captures.payload(capture),
        final=final,
        publisher=publisher,
        limits=tools.settings.network.limits,
        claims=tuple(citation.claim for _, citation in cited),
        languages=tuple(document.language for document, _ in cited),
    )
    return Material(capture, publisher, cited, await tools.pool.run(look, request))


def _observe(material: Material) -> Observation:
    facts = material.seen.facts if isinstance(material.seen, Look) else None
    cited_url = material.cited[0][1].url if material.cited else material.capture.outcome.url
    return observe(material.capture, facts, ObserveContext(material.publisher, cited_url))


def _reading(material: Material) -> Reading | None:
    return material.seen.reading if isinstance(material.seen, Look) else None


async def _verdicts(material: Material, link: LinkStatus, tools: Tools) -> tuple[Verdict, ...]:
    """One verdict for each citation; the support model is asked once for all that can be judged."""
    backend = Backend(tools.support.name, tools.support.version)
    prepared = tuple(_laid_out(material, index, link) for index in range(len(material.cited)))
    asked = [claim for claim in prepared if isinstance(claim, PreparedClaim)]
    scores = iter(await tools.support.scores(asked) if asked else ())
    return tuple(
        cannot_tell(claim.reason, backend)
        if isinstance(claim, CannotTell)
        else combine(claim, next(scores), Subject_of(material, backend, tools))
        for claim in prepared
    )


def _laid_out(material: Material, index: int, link: LinkStatus) -> PreparedClaim | CannotTell:
    if not isinstance(material.seen, Look):
        reason = material.seen.detail if isinstance(material.seen, PoolFailure) else link.reason
        return CannotTell(f"the page could not be read: {reason}")
    if link.link_class in (LinkClass.GONE, LinkClass.TRANSIENT, LinkClass.POLICY):
        return CannotTell(f"what came is not the cited page: {link.reason}")
    return material.seen.prepared[index]
