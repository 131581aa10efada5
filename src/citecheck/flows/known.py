"""What the tables know besides a capture: how its host answers to made-up addresses, where its neighbours
lead, and what the same payload was read to say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from citecheck.classify import (
    KEEP_PROBE,
    PROBE_EVERY,
    ProbeSays,
    landings,
    probe_key,
    probe_says,
    probe_url,
)
from citecheck.flows.tools import Tools
from citecheck.model import (
    Capture,
    FetchRequest,
    Hop,
    HostKey,
    LinkClass,
    PageFacts,
    Probe,
    ProbeWish,
    Reading,
    Source,
    SourceKey,
)
from citecheck.read import READER

FRESH = timedelta(days=1)  # an older capture is judged by what is on record: nobody waits for it
BESIDE = timedelta(hours=6)  # neighbours captured this much later still tell
WHOLE_AGAIN = timedelta(days=30)  # a page is fetched whole at least this often, whatever its ETag says


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What is known of a source's host."""

    probe: Probe | None = None
    siblings: tuple[str, ...] = ()  # where other deep links of the host lead

    def says(self, facts: PageFacts | None) -> ProbeSays:
        """What the probe says about a page with these facts."""
        if self.probe is None:
            return ProbeSays.NOT_ASKED
        return probe_says(facts, self.probe.outcome, self.probe.facts, self.probe.front)

    def beside(self, says: ProbeSays) -> tuple[PageFacts, ...]:
        """What the host shows that is not the page, by what the probe says of it."""
        if self.probe is None or says is ProbeSays.EVERYWHERE:
            return ()
        others = (self.probe.front,) if says is ProbeSays.SAME else (self.probe.facts, self.probe.front)
        return tuple(other for other in others if other is not None)


NOBODY = Neighbourhood()


async def neighbourhood(capture: Capture, source: Source, tools: Tools) -> Neighbourhood:
    """What is known of a host around the time of a capture."""
    outcome = capture.outcome
    if outcome.failure is not None or outcome.status is None or not 200 <= outcome.status < 300:
        return NOBODY
    where = probe_key(source.url)
    window = (capture.captured_at - KEEP_PROBE, capture.captured_at + KEEP_PROBE)
    probe = await tools.catalog.probe(source.host, where[1], window) if where else None
    siblings: tuple[str, ...] = ()
    if len(outcome.hops) > 1:
        until = capture.captured_at + BESIDE
        siblings = landings(await tools.catalog.landings(source.host, source.key, until))
    return Neighbourhood(probe, siblings)


async def ask_for_probe(capture: Capture, source: Source, tools: Tools) -> bool:
    """Ask for a probe of the source's directory, unless its host has had its share or the capture is old."""
    now = tools.clock.now()
    where, url = probe_key(source.url), probe_url(source.url, f"{capture.captured_at:%Y-%m-%d}")
    if where is None or url is None or now - capture.captured_at > FRESH:
        return False
    wish = ProbeWish(HostKey(source.host), where[1], url, capture.id)
    return await tools.catalog.want_probe(wish, now - PROBE_EVERY)


async def known_reading(capture: Capture, tools: Tools) -> Reading | None:
    """What the same payload of the same source was read to say by this version; None: it is to be read."""
    if capture.payload_sha256 is None:
        return None
    latest = await tools.catalog.latest_reading(capture.source_key)
    if latest is None:
        return None
    before, reading = latest
    same = before.payload_sha256 == capture.payload_sha256 and before.id != capture.id
    final, earlier = capture.outcome.final, before.outcome.final
    at_home = final is not None and earlier is not None and final.url == earlier.url
    return reading if same and at_home and reading.reader == READER else None


async def answers_over_https(source: Source, tools: Tools) -> bool:
    """Whether the same address was last seen alive over https, as another citation's source."""
    if not source.key.startswith("http://"):
        return False
    history = await tools.catalog.observations(SourceKey("https://" + source.key[len("http://") :]))
    return bool(history) and history[-1].link_class is LinkClass.ALIVE


async def head_of(capture: Capture, tools: Tools) -> Hop | None:
    """The hop whose headers belong to the capture's payload: an answer 304 has not got them."""
    final = capture.outcome.final
    if final is None or final.status != 304 or capture.payload_sha256 is None:
        return final
    holder = (await tools.catalog.holders([capture.payload_sha256])).get(capture.payload_sha256)
    return holder.outcome.final if holder is not None else final


async def requests_for(sources: Sequence[Source], tools: Tools) -> list[FetchRequest]:
    """A request for each source; conditional where the last visit brought the page itself."""
    obey = tools.settings.network.obey_robots
    good = await tools.catalog.last_good([source.key for source in sources])
    return [_request(source, good.get(source.key), tools.clock.now(), obey) for source in sources]


def _request(source: Source, good: Capture | None, now: datetime, obey: bool) -> FetchRequest:
    final = good.outcome.final if good is not None else None
    if good is None or final is None or len(good.outcome.hops) > 1 or now - good.captured_at >= WHOLE_AGAIN:
        return FetchRequest(source.key, source.url, obey)
    return FetchRequest(
        source.key, source.url, obey, etag=final.header("etag"), last_modified=final.header("last-modified")
    )
