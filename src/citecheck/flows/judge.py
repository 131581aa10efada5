"""judge(capture): what the capture says, what became of the link, and what holds of each citation.

Nothing here touches the web: it starts from the bytes on record and can be run again at any time with
the same result. Time comes from the capture. A capture that cannot be judged by a fault of ours is given
up: what is on record then says so, and nothing waits for it any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from citecheck.classify import (
    Baseline,
    Latest,
    ObserveContext,
    SuggestContext,
    drift,
    not_checked,
    observe,
    overridden,
    override_of,
    should_probe,
    similarity,
    status,
    suggest,
)
from citecheck.dates import url_clues
from citecheck.flag import FlagInput, judge_flags
from citecheck.flows.known import (
    NOBODY,
    Neighbourhood,
    answers_over_https,
    ask_for_probe,
    head_of,
    known_reading,
    neighbourhood,
)
from citecheck.flows.look import Look, LookRequest, look
from citecheck.flows.tools import Tools
from citecheck.model import (
    AnchorHow,
    Backend,
    CannotTell,
    Capture,
    CaptureId,
    Citation,
    CitationId,
    DateCheck,
    DateCheckResult,
    DateReading,
    DecodeProblem,
    Document,
    Drift,
    FlagFinding,
    Job,
    JobKind,
    Judged,
    Judgement,
    LinkClass,
    LinkState,
    LinkStatus,
    Observation,
    PageFacts,
    PoolFailure,
    PreparedClaim,
    Publisher,
    Reading,
    Verdict,
)
from citecheck.verify import cannot_tell, combine

RULES_VERSION = "2"
JUDGING_FAILED = "judging-failed"  # the rule that a link names whose capture was given up
AFTER_FAULT = timedelta(days=1)  # until a page that we failed on is fetched and tried again

FAILED = frozenset({LinkClass.GONE, LinkClass.TRANSIENT})
NOT_THE_PAGE = FAILED | {LinkClass.POLICY, LinkClass.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Link:
    """What became of the link: as we saw it this time, by all its history, and by a person's word, if any."""

    observation: Observation
    seen: LinkStatus
    shown: LinkStatus


@dataclass(frozen=True, slots=True)
class Material:
    """All that judging one capture rests on."""

    capture: Capture
    publisher: Publisher
    cited: tuple[tuple[Document, Citation], ...]
    seen: Look | PoolFailure | None  # None: no body
    history: tuple[Observation, ...]  # of captures recorded before, oldest first
    base: tuple[Capture, Reading] | None
    near: Neighbourhood = NOBODY
    twin_alive: bool = False  # the same address over https

    @property
    def reading(self) -> Reading | None:
        """The main text and dates, where the body gave any."""
        return self.seen.reading if isinstance(self.seen, Look) else None

    @property
    def facts(self) -> PageFacts | None:
        """The head facts of the body, where one came; of one that we did not get through, just that."""
        if isinstance(self.seen, PoolFailure):
            final = self.capture.outcome.final
            return PageFacts(final.url if final else "", "", 0, DecodeProblem.UNREAD)
        return self.seen.facts if self.seen else None


async def judge(capture_id: str, tools: Tools) -> Judged:
    """Judge one capture for every citation of its source, and put the result on record."""
    material = await _gather(CaptureId(capture_id), tools)
    alike = _alike(material)
    context = _context(material, alike)
    observation = _observe(material, context, alike)
    alike = alike if observation.link_class is LinkClass.ALIVE else None  # of another page than the cited one
    if material.cited and should_probe(material.capture, material.facts, context):
        await ask_for_probe(material.capture, material.cited[0][1].source, tools)
    latest = Latest(material.capture.outcome, observation.drift, alike)
    seen = status([*material.history, observation], latest)
    said = await tools.reviews.of_link(material.capture.source_key)
    verdicts = await _verdicts(material, seen, tools)
    link = Link(observation, seen, overridden(seen, override_of(said, seen)))
    judged = _judged(material, link, verdicts)
    await tools.catalog.record_judged(judged)
    for document_id in sorted({document.id for document, one in material.cited if _is_pasted(one)}):
        await tools.queue.put(Job(JobKind.PAIR, document_id))
    return judged


async def give_up(capture_id: str, error: Exception, tools: Tools) -> Judged:
    """Put on record that judging a capture failed by a fault of ours, so that people see it and nothing
    tries the same again and again. Flags stay as they are: nothing new is known."""
    capture = await tools.catalog.capture(CaptureId(capture_id))
    reason = f"Not checked, because judging what came failed by a fault of ours ({type(error).__name__})."
    again = capture.captured_at + AFTER_FAULT
    outcome = capture.outcome
    link = replace(
        not_checked(reason, again),
        rule=JUDGING_FAILED,
        status=outcome.status,
        final_url=outcome.final.url if outcome.final else None,
        hops=outcome.hops,
        checked_at=capture.captured_at,
    )
    observation = Observation(
        capture.source_key, capture.id, capture.captured_at, link.state, link.link_class, link.rule, reason,
        link.status, link.final_url,
    )  # fmt: skip
    verdict = cannot_tell(
        "judging failed by a fault of ours", Backend(tools.support.name, tools.support.version)
    )
    unknown = DateCheck(DateCheckResult.UNKNOWN, "judging failed by a fault of ours")
    judgements = tuple(
        Judgement(
            capture.id,
            citation.id,
            RULES_VERSION,
            capture.captured_at,
            DateReading(()),
            unknown,
            verdict,
            None,
        )
        for _, citation in await tools.catalog.citations_of(capture.source_key)
    )
    judged = Judged(observation, link, None, judgements, ())
    await tools.catalog.record_judged(judged)
    return judged


async def _gather(capture_id: CaptureId, tools: Tools) -> Material:
    capture = await tools.catalog.capture(capture_id)
    cited = tuple(await tools.catalog.citations_of(capture.source_key))
    history = tuple(
        past for past in await tools.catalog.observations(capture.source_key) if past.capture_id < capture.id
    )
    base = await tools.catalog.baseline(capture.source_key, capture.captured_at)
    host = cited[0][1].source.host.rpartition(":")[0] if cited else ""
    publisher = tools.settings.publishers.for_host(host)
    material = Material(capture, publisher, cited, None, history, base)
    if cited:
        near = await neighbourhood(capture, cited[0][1].source, tools)
        twin_alive = await answers_over_https(cited[0][1].source, tools)
        material = replace(material, near=near, twin_alive=twin_alive)
    final = await head_of(capture, tools)
    if final is None or not capture.has_body:
        return material
    request = LookRequest(
        payload=tools.captures.payload(capture),
        final=final,
        publisher=publisher,
        limits=tools.settings.network.limits,
        claims=tuple(citation.claim for _, citation in cited),
        languages=tuple(document.language for document, _ in cited),
        cited=tuple(citation.url for _, citation in cited),
        known=await known_reading(capture, tools),
    )
    return replace(material, seen=await tools.pool.run(look, request))


def _alike(material: Material) -> float | None:
    if material.base is None or material.reading is None:
        return None
    return similarity(material.base[1].text, material.reading.text)


def _drift(material: Material, alike: float | None) -> Drift:
    if material.base is None or material.reading is None:
        return Drift.UNKNOWN
    before, now = material.base[1], material.reading
    return drift(
        alike,
        title_changed=before.title != now.title,
        date_changed=before.dates.published != now.dates.published,
    )


def _context(material: Material, alike: float | None) -> ObserveContext:
    base = _vouched(material)
    reading = material.reading
    says = material.near.says(material.facts)
    return ObserveContext(
        cited_url=material.cited[0][1].source.url if material.cited else None,
        publisher=material.publisher,
        siblings=material.near.siblings,
        probe=says,
        beside=material.near.beside(says),
        conditional=material.capture.has_body,  # an answer 304 has one where it speaks of an earlier capture
        baseline=Baseline(base.title, base.canonical_url, base.language) if base is not None else None,
        similarity=alike if base is not None else None,
        language=reading.language if reading is not None else None,
        failed_before=bool(material.history) and material.history[-1].link_class in FAILED,
    )


def _vouched(material: Material) -> Reading | None:
    """The baseline's reading, where that was the cited document. What an unverified redirect led to says
    nothing of what was cited, however often it is found there."""
    if material.base is None:
        return None
    capture, reading = material.base
    unsure = any(
        past.capture_id == capture.id and past.state is LinkState.MOVED_UNVERIFIED
        for past in material.history
    )
    return None if unsure else reading


def _observe(material: Material, context: ObserveContext, alike: float | None) -> Observation:
    reading = material.reading
    observation = observe(material.capture, material.facts, context)
    digest = reading.text_sha256 if reading is not None else None
    here = observation.link_class is LinkClass.ALIVE
    drifted = _drift(material, alike) if here else Drift.UNKNOWN
    return replace(observation, text_sha256=digest, drift=drifted)


def _lost(material: Material, link: LinkStatus, url: str) -> tuple[str, ...]:
    """What a page that is there has lost of the part or words that this cited URL names."""
    lost = material.seen.missing if isinstance(material.seen, Look) else ()
    if link.link_class is not LinkClass.ALIVE or not _is_cited_page(material, link):
        return ()
    return tuple(dict.fromkeys(words for cited, words in lost if cited == url))


async def _verdicts(material: Material, link: LinkStatus, tools: Tools) -> tuple[Verdict, ...]:
    """One verdict for each citation; the support model is asked once for all that can be judged."""
    backend = Backend(tools.support.name, tools.support.version)
    thresholds, capture_id = tools.support.thresholds, material.capture.id
    prepared = [_laid_out(material, index, link) for index in range(len(material.cited))]
    asked = [claim for claim in prepared if isinstance(claim, PreparedClaim)]
    scores = iter(await tools.support.scores(asked) if asked else ())
    return tuple(
        cannot_tell(claim.reason, backend)
        if isinstance(claim, CannotTell)
        else combine(claim, next(scores), backend, thresholds, capture_id)
        for claim in prepared
    )


def _laid_out(material: Material, index: int, link: LinkStatus) -> PreparedClaim | CannotTell:
    if isinstance(material.seen, PoolFailure):
        return CannotTell(f"reading the page was stopped: {material.seen.detail}")
    if material.seen is None or link.link_class in NOT_THE_PAGE:
        return CannotTell(f"the cited page could not be read: {link.reason}")
    if not _is_cited_page(material, link):
        return CannotTell(f"what came is not the cited page: {link.reason}")
    return material.seen.prepared[index]


def _judged(material: Material, link: Link, verdicts: Sequence[Verdict]) -> Judged:
    judgements: list[Judgement] = []
    offer = SuggestContext(material.facts, material.publisher, material.twin_alive)
    findings: list[tuple[CitationId, tuple[FlagFinding, ...]]] = []
    for (document, citation), verdict in zip(material.cited, verdicts, strict=True):
        dates = _dates(material, citation)
        given = FlagInput(
            document=document,
            citation=citation,
            publisher=material.publisher,
            link=link.seen,
            shown=link.shown,
            dates=dates,
            verdict=verdict,
            today=material.capture.captured_at.date(),
            readable=material.reading is not None,
            missing=_lost(material, link.seen, citation.url),
        )
        found, check = judge_flags(given)
        findings.append((citation.id, found))
        judgements.append(
            Judgement(
                capture_id=material.capture.id,
                citation_id=citation.id,
                rules_version=RULES_VERSION,
                at=material.capture.captured_at,
                dates=dates,
                date_check=check,
                verdict=verdict,
                suggestion=suggest(citation.url, link.seen, offer),
            )
        )
    reading = material.reading if _is_cited_page(material, link.seen) else None
    return Judged(link.observation, link.shown, reading, tuple(judgements), tuple(findings))


def _dates(material: Material, citation: Citation) -> DateReading:
    """The page's dates; where nothing was read, what the address itself says."""
    if material.reading is not None:
        return material.reading.dates
    return DateReading(url_clues(citation.url, material.publisher))


def _is_cited_page(material: Material, link: LinkStatus) -> bool:
    """Whether what was read is the page that was cited: not an error page, and not a wall's own page."""
    if link.link_class is LinkClass.WALLED:
        return material.reading is not None and material.reading.partial
    return link.link_class not in NOT_THE_PAGE


def _is_pasted(citation: Citation) -> bool:
    return citation.pairing.how is AnchorHow.PASTED_BLOCK
