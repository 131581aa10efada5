"""Results of every sort that an output must show: built by hand, in our own words."""

from dataclasses import replace
from datetime import UTC, date, datetime

from citecheck.model import (
    Alternative,
    Backend,
    Capture,
    CaptureId,
    Citation,
    CitationId,
    CitationResult,
    Claim,
    ClueFamily,
    ClueKind,
    DateCheck,
    DateCheckResult,
    DateClue,
    DateConfidence,
    DateReading,
    DateWindow,
    Document,
    DocumentId,
    DocumentResult,
    Drift,
    Evidence,
    FactCheck,
    FactKind,
    FactResult,
    FailureKind,
    FetchFailure,
    FetchOutcome,
    Flag,
    FlagCode,
    FlagId,
    Hop,
    HostKey,
    HostResult,
    ItemError,
    LinkClass,
    LinkState,
    LinkStatus,
    Pairing,
    PairingHow,
    Precision,
    Publication,
    PublishedHow,
    ReadingSummary,
    RecordPointer,
    Source,
    SourceKey,
    Span,
    Suggestion,
    SuggestionKind,
    Unbacked,
    Verdict,
    VerdictLabel,
)

NOW = datetime(2026, 11, 20, 9, 30, 5, tzinfo=UTC)
BACKEND = Backend("builtin", "1.0")

TEXT = """The bridge that nobody ordered

When the river bridge at Arnfeld opened on 4 May 2021, 12,000 people walked across it on the first day.
The council had asked for a ferry. Its treasurer, Ida Holm, called the bridge "a gift with a bill attached".

Since then the toll has doubled twice, and the ferry company has closed its last office
in the lower town.
https://news.example.org/2021/05/05/bridge-opens?id=7
https://www.example.com/council/minutes/ferry
http://ledger.example.net/toll
https://wall.example.com/holm-interview
"""


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def claim_of(words: str) -> Claim:
    return Claim(" ".join(words.split()), (span_of(words),))


def outcome_of(url: str, status: int | None, failure: FetchFailure | None = None) -> FetchOutcome:
    hop = Hop(url, status, (), "192.0.2.7", NOW, 0.1234)
    return FetchOutcome(SourceKey(url), url, (hop,), failure, NOW, 0.1234)


def citation_of(n: int, url: str, claim: Claim | None, pairing: Pairing | None = None) -> Citation:
    host = url.split("/")[2]
    span = span_of(url) if url in TEXT else Span(0, 0)
    return Citation(
        CitationId(f"c{n:016x}"),
        DocumentId("d0123456789abcdef"),
        n,
        url,
        Source(SourceKey(url), url, HostKey(f"{host}:443"), None),
        span,
        claim,
        pairing or Pairing(PairingHow.PASTED_BLOCK, 0.83, inferred=False),
    )


def link_of(state: LinkState, link_class: LinkClass, status: int | None, url: str) -> LinkStatus:
    return LinkStatus(
        state=state,
        link_class=link_class,
        dead=False,
        drift=Drift.UNKNOWN,
        similarity=None,
        reason=f"the host answered {status}",
        rule=f"http-{status}",
        status=status,
        final_url=url,
        hops=outcome_of(url, status).hops,
        strikes=0,
        first_failed_at=None,
        checked_at=NOW,
        next_check_at=datetime(2026, 11, 27, 9, 30, tzinfo=UTC),
    )


def capture_of(n: int, url: str, status: int | None) -> Capture:
    failure = None if status else FetchFailure(FailureKind.REFUSED, "the host refused the connection")
    return Capture(
        CaptureId(f"k{n:016x}"),
        SourceKey(url),
        NOW,
        outcome_of(url, status, failure),
        RecordPointer("warc/2026-11-20-0001.warc.gz", 1024 * n, 900 + n),
        has_body=status is not None,
        payload_sha256=f"{n:02x}" * 32 if status else None,
        payload_length=4321,
    )


def flag_of(n: int, code: FlagCode, reason: str, *evidence: str) -> Flag:
    return Flag(
        FlagId(f"f{n:08x}{list(FlagCode).index(code):08x}"),
        code,
        code.severity,
        reason,
        evidence,
        NOW,
        None,
        CitationId(f"c{n:016x}"),
    )


def verdict_of(label: VerdictLabel, reason: str, *evidence: Evidence) -> Verdict:
    score = None if label is VerdictLabel.CANNOT_TELL else 0.42
    return Verdict(label, score, reason, evidence, (), (), BACKEND)


def contradicted() -> CitationResult:
    """A page that gives another number than the claim, and a URL of another day than the page."""
    url = "https://news.example.org/2021/05/05/bridge-opens?id=7"
    words = TEXT.split("\n")[2]
    quote = "Police counted 7,000 people on the new bridge at Arnfeld during its first day."
    clues = (
        DateClue(
            ClueKind.URL_PATH,
            ClueFamily.URL,
            date(2021, 5, 5),
            Precision.DAY,
            'path segments "2021/05/05"',
            0.969,
        ),
        DateClue(
            ClueKind.JSONLD_PUBLISHED,
            ClueFamily.JSONLD,
            datetime(2021, 5, 5, 6, 0, tzinfo=UTC),
            Precision.INSTANT,
            "JSON-LD datePublished",
            0.921,
        ),
        DateClue(ClueKind.META_DATE, ClueFamily.META, date(2021, 5, 1), Precision.MONTH, "meta date", 0.838),
    )
    claim = claim_of(words)
    place = claim.text.index("12,000")
    return CitationResult(
        citation_of(1, url, claim),
        link_of(LinkState.ALIVE, LinkClass.ALIVE, 200, url),
        capture_of(1, url, 200),
        ReadingSummary("A bridge opens, and Arnfeld walks", ("N. Writer",), "en", 412),
        DateReading(clues, date(2021, 5, 5), None, DateConfidence.HIGH, "two independent clues agree"),
        DateCheck(DateCheckResult.OK, "The page is a day younger than what it tells of."),
        Verdict(
            VerdictLabel.CONTRADICTED,
            0.08,
            "The claim says 12,000 people, the page says 7,000.",
            (Evidence(quote, "It rained. ", " They sang.", CaptureId("k1"), Span(10, 88), 0.7),),
            (Unbacked("12,000", Span(place, place + 6)),),
            (
                FactCheck(
                    FactKind.NUMBER,
                    "12,000 people",
                    FactResult.CONFLICT,
                    "the page has 7,000 people in the same place",
                    "7,000",
                ),
                FactCheck(FactKind.NAME, "Arnfeld", FactResult.FOUND, "named in the page", "Arnfeld"),
            ),
            BACKEND,
        ),
        None,
        (
            flag_of(
                1,
                FlagCode.CLAIM_CONTRADICTED,
                "The claim says 12,000 people, the page says 7,000.",
                "claim: 12,000 people",
                f"page: {quote}",
            ),
            flag_of(1, FlagCode.LINK_TRACKING, "The URL carries the tracking parameter id."),
        ),
    )


def not_found() -> CitationResult:
    """A 404 whose pairing is a guess."""
    url = "https://www.example.com/council/minutes/ferry"
    claim = claim_of("The council had asked for a ferry.")
    other = Alternative(claim_of("the ferry company has closed its last office\nin the lower town."), 0.31)
    pairing = Pairing(PairingHow.PASTED_BLOCK, 0.41, inferred=True, alternatives=(other,))
    return CitationResult(
        citation_of(2, url, claim, pairing),
        replace(link_of(LinkState.NOT_FOUND, LinkClass.GONE, 404, url), strikes=1, first_failed_at=NOW),
        capture_of(2, url, 404),
        None,
        DateReading(()),
        DateCheck(DateCheckResult.UNKNOWN, "No date of the source is known."),
        verdict_of(VerdictLabel.CANNOT_TELL, "the source could not be read"),
        Suggestion(
            "https://example.com/archive/minutes/ferry",
            SuggestionKind.MOVED,
            "the same slug stands there",
            0.9,
        ),
        (flag_of(2, FlagCode.LINK_NOT_FOUND, "Page not found (404), seen once."),),
    )


def dead() -> CitationResult:
    """A link that the whole history calls dead."""
    url = "http://ledger.example.net/toll"
    claim = claim_of("Since then the toll has doubled twice")
    status = replace(
        link_of(LinkState.DNS_GONE, LinkClass.GONE, None, url),
        dead=True,
        strikes=3,
        first_failed_at=datetime(2026, 11, 10, tzinfo=UTC),
        reason="the name does not exist, three times over ten days",
        rule="dns-nxdomain",
        hops=(),
    )
    return CitationResult(
        citation_of(3, url, claim),
        status,
        capture_of(3, url, None),
        None,
        DateReading(()),
        DateCheck(DateCheckResult.UNKNOWN, "No date of the source is known."),
        verdict_of(VerdictLabel.CANNOT_TELL, "the source could not be read"),
        None,
        (
            flag_of(3, FlagCode.LINK_DEAD, "The host's name is gone: 3 checks over 10 days."),
            flag_of(3, FlagCode.LINK_HTTP_ONLY, "The link is not encrypted."),
        ),
    )


def paywalled() -> CitationResult:
    """A source read in part, whose open part says what the claim says."""
    url = "https://wall.example.com/holm-interview"
    words = 'Its treasurer, Ida Holm, called the bridge "a gift with a bill attached".'
    quote = "“It is a gift with a bill attached,” Ida Holm, the treasurer, said of the bridge."
    return CitationResult(
        citation_of(4, url, claim_of(words)),
        link_of(LinkState.PAYWALLED, LinkClass.ALIVE, 200, url),
        capture_of(4, url, 200),
        ReadingSummary("“We asked for a ferry”", (), "en", 64),
        DateReading((), date(2021, 6, 1), date(2021, 6, 2), DateConfidence.MEDIUM),
        DateCheck(DateCheckResult.OK, "The dates fit."),
        verdict_of(
            VerdictLabel.SUPPORTED,
            "The page has the quoted words.",
            Evidence(quote, "", "", CaptureId("k4"), Span(0, len(quote)), 0.9),
        ),
        None,
        (),
    )


def document() -> Document:
    window = DateWindow(date(2021, 5, 4), date(2022, 5, 4))
    reason = 'The text binds "4 May 2021" to the opening and speaks of it as past.'
    return Document(
        DocumentId("d0123456789abcdef"),
        "The bridge that nobody ordered",
        "en",
        TEXT,
        "sha256:" + "ab" * 32,
        "drafts/bridge.txt",
        "text/plain",
        Publication(PublishedHow.INFERRED, window, reason),
        (),
        (Span(0, 30),),
        text_is_file=True,
    )


def bridge() -> DocumentResult:
    """One document with four citations: contradicted, not found, dead, supported by a part."""
    return DocumentResult(document(), True, (contradicted(), not_found(), dead(), paywalled()))


def listed() -> DocumentResult:
    """A list of links, none with a claim: one is not found, two are alike but for their ends."""
    start = "https://www.example.org/" + "a/long/way/down/" * 8
    urls = (f"{start}one.html", f"{start}two.html", "https://www.example.com/council/minutes/ferry")
    lost = not_found()
    known = [
        CitationResult(
            citation_of(n, url, None, Pairing(PairingHow.GIVEN, 1.0, inferred=False)),
            link_of(LinkState.ALIVE, LinkClass.ALIVE, 200, url),
            capture_of(n, url, 200),
            ReadingSummary("A page", (), "en", 40),
            DateReading((), date(2021, 6, 1), None, DateConfidence.HIGH),
            DateCheck(DateCheckResult.UNKNOWN, "Nothing dates the list."),
            verdict_of(VerdictLabel.CANNOT_TELL, "nothing is claimed of it"),
            None,
            (flag_of(n, FlagCode.LINK_HTTP_ONLY, "The link is not encrypted."),),
        )
        for n, url in enumerate(urls, start=1)
    ]
    missing = replace(known[2], link=lost.link, suggestion=lost.suggestion)
    flag = flag_of(3, FlagCode.LINK_NOT_FOUND, "Page not found (404), seen once.")
    known[2] = replace(missing, flags=(*missing.flags, flag))
    text = "".join(f"{url}\n" for url in urls)
    whole = replace(document(), title=None, text=text, publication=None, headings=(), origin="links.txt")
    return DocumentResult(replace(whole, media_type="text/uri-list"), True, tuple(known))


def outage() -> DocumentResult:
    """The same document while a host that it cites is in trouble."""
    reason = "9 of 10 links to b.example failed together: the host itself is in trouble."
    evidence = ("9 of 10 within 6:00:00",)
    code, host = FlagCode.HOST_INCIDENT, HostKey("b.example:443")
    flag = Flag(FlagId("f0000000000000042"), code, code.severity, reason, evidence, NOW, None, None, host)
    return replace(bridge(), hosts=(HostResult(host, (flag,)),))


def offline() -> DocumentResult:
    """The same document when we had no network."""
    citations = tuple(
        replace(
            result,
            link=replace(
                link_of(LinkState.NOT_CHECKED, LinkClass.POLICY, None, result.citation.url),
                hops=(),
                checked_at=None,
                final_url=None,
                reason="we are offline",
                rule="offline",
            ),
            capture=None,
            reading=None,
            dates=DateReading(()),
            date_check=DateCheck(DateCheckResult.UNKNOWN, "not checked"),
            verdict=None,
            suggestion=None,
            flags=(),
        )
        for result in bridge().citations
    )
    return DocumentResult(document(), False, citations, (ItemError("b.pdf", "not a PDF: give another"),))


HOSTILE = "</style><script>alert(1)</script>\u202egpj.exe\x1b[31m\x00 | @everyone `x` \ud800 ]]>&<b>"


def hostile() -> DocumentResult:
    """Every string that comes from outside tries to break out of the output."""
    url = "javascript:alert(document.domain)//\u202e\x1b[2J"
    honest = contradicted()
    assert honest.verdict is not None
    quote = Evidence(HOSTILE, HOSTILE, HOSTILE, CaptureId("k1"), Span(0, 5), 0.5)
    result = replace(
        honest,
        citation=replace(honest.citation, url=url, claim=Claim(HOSTILE, (Span(4, 20),)), span=Span(2, 30)),
        link=replace(
            honest.link, reason=HOSTILE, rule=HOSTILE, final_url=url, hops=outcome_of(url, 200).hops
        ),
        reading=ReadingSummary(HOSTILE, (HOSTILE,), "en", 10),
        verdict=replace(honest.verdict, reason=HOSTILE, evidence=(quote,), unbacked=()),
        suggestion=Suggestion(url, SuggestionKind.MOVED, HOSTILE, None),
        flags=(flag_of(1, FlagCode.QUOTE_NOT_FOUND, HOSTILE, HOSTILE),),
    )
    text = HOSTILE + "\n\n" + HOSTILE
    return DocumentResult(
        replace(document(), title=HOSTILE, text=text, origin=HOSTILE, headings=()),
        True,
        (result,),
        (ItemError(HOSTILE, HOSTILE),),
    )
