"""What every Catalog promises, with its Views: the fake and the tables."""

from dataclasses import replace
from datetime import timedelta

import pytest

from citecheck.errors import StoreError
from citecheck.model import (
    Capture,
    CaptureId,
    Claim,
    DueHost,
    Fetched,
    FlagCode,
    FlagFinding,
    LinkState,
    Pairing,
    PairingHow,
    RecordPointer,
    Severity,
    SourceKey,
    VerdictLabel,
    WarcFile,
)
from citecheck.testing import samples
from citecheck.testing.clock import START

A, B = samples.source("https://example.org/a"), samples.source("https://example.org/b")
ELSEWHERE = samples.source("https://other.example/x", "other.example:443")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def captured(n: int, fetched: Fetched | None = None, **changes) -> Capture:
    fetched = fetched or samples.page(at=START + n * HOUR)
    body = fetched.exchanges[-1].payload if fetched.exchanges else b""
    capture = Capture(
        id=CaptureId(f"k{n:04d}"),
        source_key=fetched.outcome.source_key,
        captured_at=fetched.outcome.started_at,
        outcome=fetched.outcome,
        record=RecordPointer("warc/2026/03/01/h-w-1.warc.gz", n * 100, 90),
        has_body=bool(body),
        payload_sha256=f"{n:064x}" if body else None,
        payload_length=len(body),
    )
    return replace(capture, **changes)


async def test_a_document_comes_back_as_it_was_put(store) -> None:
    document, citations = samples.document("1", A, B)
    assert await store.catalog.add_document(document, citations, START) == document.id
    assert await store.catalog.cited(document.id) == (document, list(citations))
    assert await store.catalog.documents() == [document.id]
    assert await store.catalog.citations_of(B.key) == [(document, citations[1])]


async def test_adding_a_document_twice_is_adding_it_once(store) -> None:
    document, citations = samples.document("1", A)
    for _ in range(2):
        await store.catalog.add_document(document, citations, START)
    assert (await store.catalog.cited(document.id))[1] == list(citations)
    assert await store.catalog.due_hosts(START, 10) == [DueHost(A.host, 1)]


async def test_a_document_added_again_is_due_again(store) -> None:
    document, citations = samples.document("1", A)
    await store.catalog.add_document(document, citations, START)
    await store.catalog.record_captures([captured(1)], START + DAY)
    await store.catalog.record_judged(samples.judged(captured(1), citations))
    assert await store.catalog.due_hosts(START + HOUR, 10) == []
    await store.catalog.add_document(document, citations, START + 2 * HOUR)
    assert await store.catalog.due_hosts(START + 2 * HOUR, 10) == [DueHost(A.host, 1)]
    assert await store.catalog.pending([document.id]) == 1


async def test_what_a_stopped_run_fetched_is_judged_not_fetched_again(store) -> None:
    document, citations = samples.document("1", A)
    await store.catalog.add_document(document, citations, START)
    await store.catalog.record_captures([captured(1)], START + DAY)
    soon, late = START + HOUR / 2, START + 2 * HOUR
    await store.catalog.add_document(document, citations, soon)
    assert await store.catalog.due_hosts(soon, 10) == []
    assert await store.catalog.pending([document.id]) == 1
    await store.catalog.add_document(document, citations, late)
    assert await store.catalog.due_hosts(late, 10) == [DueHost(A.host, 1)]


async def test_unknown_ids_are_our_own_fault_and_loud(store) -> None:
    for asked in (
        store.catalog.cited("d0"),
        store.catalog.capture("k0"),
        store.views.document("d0", True),
        store.views.citation("c0"),
        store.catalog.record_judged(samples.judged(captured(1))),
    ):
        with pytest.raises(StoreError):
            await asked


async def test_hosts_wait_their_turn_and_the_longest_waiting_comes_first(store) -> None:
    first, second = samples.document("1", ELSEWHERE), samples.document("2", A, B)
    await store.catalog.add_document(*second, START)
    await store.catalog.add_document(*first, START - HOUR)
    assert await store.catalog.due_hosts(START - 2 * HOUR, 10) == []
    assert await store.catalog.due_hosts(START, 10) == [DueHost(ELSEWHERE.host, 1), DueHost(A.host, 2)]
    assert await store.catalog.due_hosts(START, 1) == [DueHost(ELSEWHERE.host, 1)]
    assert await store.catalog.due_sources(A.host, START, 10) == [A, B]
    assert await store.catalog.due_sources(A.host, START, 1) == [A]


async def test_a_host_has_one_holder_until_it_lets_go_or_its_time_is_over(store) -> None:
    await store.catalog.add_document(*samples.document("1", A), START)
    until = START + HOUR
    assert await store.catalog.hold_host(A.host, START, until)
    assert not await store.other.hold_host(A.host, START, until)
    assert await store.other.due_hosts(START, 10) == []
    assert await store.catalog.hold_host(A.host, START, until)  # keeps it
    assert await store.other.hold_host(A.host, until, until + HOUR)  # the first holder is gone
    await store.catalog.release_host(A.host, START)  # comes back too late: it is not its host any more
    assert not await store.catalog.hold_host(A.host, until, until + HOUR)


async def test_a_host_is_not_taken_before_its_next_turn(store) -> None:
    await store.catalog.add_document(*samples.document("1", A), START)
    assert await store.catalog.hold_host(A.host, START, START + HOUR)
    soon = START + timedelta(seconds=2)
    await store.catalog.release_host(A.host, soon)
    await store.catalog.release_host(A.host, START)  # never earlier than once said
    assert not await store.other.hold_host(A.host, START, START + HOUR)
    assert await store.other.due_hosts(START, 10) == []
    assert await store.other.hold_host(A.host, soon, START + HOUR)


async def test_a_turn_that_a_wrong_clock_gave_holds_nobody_up(store) -> None:
    await store.catalog.add_document(*samples.document("1", A), START)
    ahead = START + DAY  # the clock ran ahead, and has been set right since
    assert await store.catalog.hold_host(A.host, ahead, ahead + HOUR)
    assert await store.other.hold_host(A.host, START, START + HOUR)
    await store.other.release_host(A.host, ahead)
    assert await store.catalog.due_hosts(START, 10) == [DueHost(A.host, 1)]
    assert await store.catalog.hold_host(A.host, START, START + HOUR)
    soon = START + timedelta(seconds=2)
    await store.catalog.release_host(A.host, soon)
    assert await store.catalog.due_hosts(START, 10) == []
    assert await store.catalog.due_hosts(soon, 10) == [DueHost(A.host, 1)]
    assert await store.catalog.due_hosts(ahead - HOUR, 10) == [DueHost(A.host, 1)]


async def test_nobody_waits_for_what_was_fetched_whatever_the_clock_said(store) -> None:
    document, citations = samples.document("1", A)
    await store.catalog.add_document(document, citations, START)
    ahead, now = captured(1, samples.page(A.url, at=START + DAY)), captured(2)
    for one in (ahead, now):
        await store.catalog.add_document(document, citations, START)
        await store.catalog.record_captures([one], START + 2 * DAY)
        await store.catalog.record_judged(samples.judged(one, citations))
        assert await store.catalog.pending([document.id]) == 0


async def test_captures_are_recorded_once_and_move_the_due_time_once(store) -> None:
    await store.catalog.add_document(*samples.document("1", A), START)
    await store.catalog.record_captures([captured(1)], START + DAY)
    assert await store.catalog.capture("k0001") == captured(1)
    assert await store.catalog.due_hosts(START + HOUR, 10) == []
    await store.catalog.set_due([A.key], START)
    await store.catalog.record_captures([captured(1)], START + DAY)
    assert await store.catalog.due_hosts(START, 10) == [DueHost(A.host, 1)]


async def test_every_kind_of_capture_comes_back_as_it_was_put(store) -> None:
    failed = samples.fetched(failure=samples.FailureKind.REFUSED, key=A.key)
    captures = [
        captured(1),
        captured(2, failed),
        captured(3, refers_to=RecordPointer("warc/f.warc.gz", 7, 9)),
    ]
    await store.catalog.record_captures(captures, START + DAY)
    assert [await store.catalog.capture(one.id) for one in captures] == captures
    assert await store.catalog.captures(None, 2) == ["k0001", "k0002"]
    assert await store.catalog.captures("k0002", 2) == ["k0003"]


async def test_the_sweep_finds_what_nobody_judged_oldest_first(store) -> None:
    await store.catalog.add_document(*samples.document("1", A), START)
    await store.catalog.record_captures([captured(3), captured(1), captured(2)], START + DAY)
    assert await store.catalog.unjudged(2) == ["k0001", "k0002"]
    await store.catalog.record_judged(samples.judged(captured(1)))
    await store.catalog.void_captures(["k0002"], START)
    assert await store.catalog.unjudged(9) == ["k0003"]


async def test_a_void_batch_counts_for_nothing_and_is_due_again(store) -> None:
    document, citations = samples.document("1", A)
    await store.catalog.add_document(document, citations, START)
    await store.catalog.record_captures([captured(1)], START + DAY)
    await store.catalog.record_judged(samples.judged(captured(1), citations))
    await store.catalog.record_captures([captured(2)], START + DAY)
    await store.catalog.record_judged(samples.judged(captured(2), citations, state=LinkState.NOT_FOUND))
    await store.catalog.void_captures(["k0002"], START + 3 * HOUR)
    assert [one.capture_id for one in await store.catalog.observations(A.key)] == ["k0001"]
    assert (await store.views.document(document.id, True)).citations[0].link.state is LinkState.ALIVE
    assert await store.catalog.due_hosts(START + 3 * HOUR, 10) == [DueHost(A.host, 1)]
    assert await store.catalog.captures(None, 9) == ["k0001"]


async def test_pending_counts_what_waits_for_a_fetch_or_for_judging(store) -> None:
    document, citations = samples.document("1", A, B)
    await store.catalog.add_document(document, citations, START)
    assert await store.catalog.pending([document.id]) == 2
    await store.catalog.record_captures([captured(1)], START + DAY)
    assert await store.catalog.pending([document.id]) == 2
    await store.catalog.record_judged(samples.judged(captured(1), citations[:1]))
    assert await store.catalog.pending([document.id]) == 1
    await store.catalog.unschedule([document.id])
    assert await store.catalog.pending([document.id]) == 0
    assert await store.catalog.due_hosts(START + 9 * DAY, 10) == []


async def test_a_source_that_another_document_cites_stays_scheduled(store) -> None:
    await store.catalog.add_document(*samples.document("1", A, B), START)
    await store.catalog.add_document(*samples.document("2", B), START)
    await store.catalog.unschedule(["d1"])
    assert await store.catalog.due_sources(A.host, START, 10) == [B]


async def test_judging_sets_the_next_due_time_and_keeps_everything(store) -> None:
    document, citations = samples.document("1", A)
    await store.catalog.add_document(document, citations, START)
    await store.catalog.record_captures([captured(1)], START + DAY)
    judged = samples.judged(captured(1), citations)
    await store.catalog.record_judged(judged)
    due = judged.status.next_check_at
    assert due is not None
    assert await store.catalog.due_hosts(due - HOUR, 10) == []
    assert await store.catalog.due_hosts(due, 10) == [DueHost(A.host, 1)]
    assert await store.catalog.observations(A.key) == [judged.observation]
    assert await store.catalog.baseline(A.key, START + DAY) == (captured(1), judged.reading)
    assert await store.catalog.baseline(A.key, captured(1).captured_at) is None
    shown = (await store.views.document(document.id, online=True)).citations[0]
    assert (shown.link, shown.capture) == (judged.status, captured(1))
    assert shown.reading is not None
    assert shown.reading.title == "A title"
    assert shown.verdict == judged.judgements[0].verdict
    assert await store.views.citation(citations[0].id) == (document, shown)


async def test_judging_again_appends_only_what_differs(store) -> None:
    document, citations = samples.document("1", A)
    await store.catalog.add_document(document, citations, START)
    await store.catalog.record_captures([captured(1)], START + DAY)
    judged = samples.judged(captured(1), citations, [FlagCode.LINK_CHANGED])
    for _ in range(2):
        await store.catalog.record_judged(judged)
    before = await store.views.document(document.id, online=True)
    assert len(before.citations[0].flags) == 1
    better = replace(
        judged.judgements[0],
        rules_version="2",
        verdict=samples.verdict(captured(1), VerdictLabel.CONTRADICTED),
    )
    await store.catalog.record_judged(replace(judged, judgements=(better,)))
    after = (await store.views.document(document.id, online=True)).citations[0]
    assert after.verdict == better.verdict
    assert after.flags == before.citations[0].flags
    assert await store.catalog.observations(A.key) == [judged.observation]


async def test_what_nobody_judged_is_shown_as_not_checked(store) -> None:
    document, citations = samples.document("1", A)
    await store.catalog.add_document(document, citations, START)
    result = await store.views.document(document.id, online=False)
    assert not result.online
    assert result.citations[0].link.state is LinkState.NOT_CHECKED
    assert result.citations[0].link.next_check_at == START
    assert (result.citations[0].capture, result.citations[0].verdict) == (None, None)


async def test_flags_open_once_and_clear_when_they_no_longer_hold(store) -> None:
    document, citations = samples.document("1", A)
    key = citations[0].id
    await store.catalog.add_document(document, citations, START)
    await store.catalog.record_captures([captured(n) for n in range(1, 5)], START + DAY)
    gone = [FlagCode.LINK_NOT_FOUND]
    await store.catalog.record_judged(samples.judged(captured(1), citations, gone))
    (opened,) = await store.views.flags(key)
    await store.catalog.record_judged(samples.judged(captured(2), citations, gone))
    assert await store.views.flags(key) == [opened]
    await store.catalog.record_judged(samples.judged(captured(3), citations))
    assert await store.views.flags(key) == [replace(opened, cleared_at=captured(3).captured_at)]
    await store.catalog.record_judged(samples.judged(captured(4), citations, gone))
    again, first = await store.views.flags(key)
    assert (again.opened_at, again.cleared_at) == (captured(4).captured_at, None)
    assert first.id == opened.id != again.id


async def test_an_old_capture_judged_late_opens_and_clears_nothing(store) -> None:
    document, citations = samples.document("1", A)
    await store.catalog.add_document(document, citations, START)
    await store.catalog.record_captures([captured(1), captured(2)], START + DAY)
    newest = samples.judged(captured(2), citations, [FlagCode.LINK_NOT_FOUND], LinkState.NOT_FOUND)
    await store.catalog.record_judged(newest)
    flags = await store.views.flags(citations[0].id)
    await store.catalog.record_judged(samples.judged(captured(1), citations, [FlagCode.LINK_MOVED]))
    assert await store.views.flags(citations[0].id) == flags
    shown = (await store.views.document(document.id, online=True)).citations[0]
    assert shown.link.state is LinkState.NOT_FOUND
    assert [one.capture_id for one in await store.catalog.observations(A.key)] == ["k0001", "k0002"]


async def test_findings_without_a_fetch_never_clear_what_judging_opened(store) -> None:
    document, citations = samples.document("1", A)
    key = citations[0].id
    tracking = FlagFinding(FlagCode.LINK_TRACKING, Severity.LOW, "it tracks")
    await store.catalog.add_document(document, citations, START)
    await store.catalog.set_findings([(key, (tracking,))], START)
    await store.catalog.record_captures([captured(1)], START + DAY)
    both = [FlagCode.LINK_TRACKING, FlagCode.LINK_CHANGED]
    await store.catalog.record_judged(samples.judged(captured(1), citations, both))
    await store.catalog.set_findings([(key, (tracking,))], START + DAY)
    assert sorted(flag.code for flag in await store.views.flags(key)) == ["link_changed", "link_tracking"]
    assert all(flag.cleared_at is None for flag in await store.views.flags(key))
    await store.catalog.set_findings([(key, ())], START + DAY)
    still = [flag.code for flag in await store.views.flags(key) if flag.cleared_at is None]
    assert still == [FlagCode.LINK_CHANGED]


async def test_a_flag_takes_the_newest_words_and_the_worst_finding(store) -> None:
    document, citations = samples.document("1", A)
    key = citations[0].id
    await store.catalog.add_document(document, citations, START)
    mild = FlagFinding(FlagCode.DATE_IN_FUTURE, Severity.LOW, "a day ahead", ("clue",))
    bad = FlagFinding(FlagCode.DATE_IN_FUTURE, Severity.HIGH, "a year ahead \ud800", ("clue", "another"))
    await store.catalog.set_findings([(key, (mild,))], START)
    await store.catalog.set_findings([(key, (mild, bad))], START + HOUR)
    (flag,) = await store.views.flags(key)
    assert (flag.severity, flag.reason, flag.evidence) == (Severity.HIGH, bad.reason, bad.evidence)
    assert flag.opened_at == START


async def test_a_host_has_flags_of_its_own(store) -> None:
    finding = FlagFinding(FlagCode.HOST_INCIDENT, Severity.LOW, "most links fail")
    await store.catalog.set_host_findings(A.host, (finding,), START)
    (flag,) = await store.views.host_flags(A.host)
    assert (flag.host, flag.citation_id, flag.cleared_at) == (A.host, None, None)
    await store.catalog.set_host_findings(A.host, (), START + HOUR)
    assert [one.cleared_at for one in await store.views.host_flags(A.host)] == [START + HOUR]
    assert await store.views.host_flags(ELSEWHERE.host) == []


async def test_a_persons_correction_stays_until_it_is_taken_back(store) -> None:
    document, citations = samples.document("1", A)
    found = citations[0]
    await store.catalog.add_document(document, citations, START)
    told = Pairing(PairingHow.CORRECTED, 1.0, inferred=False)
    corrected = replace(found, claim=Claim("another claim", ()), pairing=told)
    await store.catalog.set_pairings(document.id, [corrected])
    repaired = replace(found, pairing=Pairing(PairingHow.PASTED_BLOCK, 0.7, inferred=True))
    await store.catalog.set_pairings(document.id, [repaired])
    assert (await store.catalog.cited(document.id))[1] == [corrected]
    assert await store.catalog.citations_of(A.key) == [(document, corrected)]
    assert (await store.views.citation(found.id))[1].citation == corrected
    await store.catalog.restore_pairing(found.id)
    assert (await store.catalog.cited(document.id))[1] == [repaired]


async def test_the_index_knows_who_holds_a_payload(store) -> None:
    revisit = captured(3, payload_sha256=captured(1).payload_sha256, refers_to=captured(1).record)
    later = captured(4, payload_sha256=captured(1).payload_sha256)
    await store.catalog.record_captures([captured(1), captured(2), revisit, later], START + DAY)
    digests = [captured(1).payload_sha256, captured(2).payload_sha256, "f" * 64]
    assert await store.catalog.holders(digests) == {digests[0]: captured(1), digests[1]: captured(2)}


async def test_the_last_body_is_the_newest_whole_answer(store) -> None:
    missing = samples.fetched(
        samples.exchange(A.url, samples.response(b"gone", 404), samples.Asked(START + 9 * HOUR))
    )
    await store.catalog.record_captures([captured(1), captured(2), captured(3)], START + DAY)
    await store.catalog.record_captures([captured(9, missing)], START + DAY)
    await store.catalog.void_captures(["k0003"], START)
    assert await store.catalog.last_body(A.key) == captured(2)
    assert await store.catalog.last_body(SourceKey("https://unknown.example/")) is None


async def test_files_are_known_with_their_captures(store) -> None:
    await store.catalog.record_captures([captured(1), captured(2)], START + DAY)
    await store.catalog.void_captures(["k0002"], START)
    file = captured(1).record.file
    assert await store.catalog.recorded(file) == {"k0001": captured(1).record, "k0002": captured(2).record}
    assert await store.catalog.recorded("warc/none.warc.gz") == {}
    for _ in range(2):
        await store.catalog.close_file(WarcFile(file, 400, "ab" * 32, START))


async def test_captures_of_a_drain_under_way_wait_for_its_end(store) -> None:
    document, citations = samples.document("1", A)
    await store.catalog.add_document(document, citations, START)
    assert await store.catalog.hold_host(A.host, START, START + HOUR)
    await store.catalog.record_captures([captured(1)], START + DAY)
    assert await store.catalog.unjudged(9, START) == []
    assert await store.catalog.unjudged(9) == ["k0001"]
    await store.catalog.release_host(A.host, START)
    assert await store.catalog.unjudged(9, START) == ["k0001"]


async def test_voiding_what_was_judged_has_the_rest_judged_again(store) -> None:
    document, citations = samples.document("1", A)
    await store.catalog.add_document(document, citations, START)
    for n in (1, 2):
        await store.catalog.record_captures([captured(n)], START + DAY)
        await store.catalog.record_judged(samples.judged(captured(n), citations))
    await store.catalog.void_captures(["k0002"], START)
    assert await store.catalog.unjudged(9) == ["k0001"]
    await store.catalog.record_judged(samples.judged(captured(1), citations))
    assert await store.catalog.unjudged(9) == []


async def test_a_host_is_known_by_each_sources_newest_capture_void_or_not(store) -> None:
    document, citations = samples.document("1", A, B, ELSEWHERE)
    await store.catalog.add_document(document, citations, START)
    of_b = captured(3, samples.page(B.url, at=START + 3 * HOUR))
    await store.catalog.record_captures([captured(1), captured(2), of_b], START + DAY)
    await store.catalog.void_captures(["k0003"], START)
    assert await store.catalog.host_captures(A.host, START, void=True) == [captured(2), of_b]
    assert await store.catalog.host_captures(A.host, START + 3 * HOUR, void=True) == [of_b]


async def test_what_is_put_off_is_due_later_and_waited_for_by_nobody(store) -> None:
    document, citations = samples.document("1", A, B, ELSEWHERE)
    await store.catalog.add_document(document, citations, START)
    await store.catalog.set_due([B.key], START + 2 * DAY)
    await store.catalog.put_off(A.host, START + DAY)
    assert await store.catalog.due_sources(A.host, START + HOUR, 9) == []
    assert await store.catalog.due_sources(A.host, START + DAY, 9) == [A]
    assert await store.catalog.pending([document.id]) == 2  # B, which was not due, and the other host's


async def test_a_deleted_document_takes_all_of_its_own_with_it_and_leaves_the_captures(store) -> None:
    document, citations = samples.document("1", A, B)
    other, others = samples.document("2", B)
    for one, cited in ((document, citations), (other, others)):
        await store.catalog.add_document(one, cited, START)
    await store.catalog.record_captures([captured(1)], START + DAY)
    judged = samples.judged(captured(1), citations[:1], [FlagCode.LINK_MOVED])
    await store.catalog.record_judged(judged)
    for _ in range(2):
        await store.catalog.delete_document(document.id)
    assert await store.catalog.documents() == [other.id]
    assert await store.catalog.citations_of(A.key) == []
    assert [one.id for _, one in await store.catalog.citations_of(B.key)] == [others[0].id]
    assert await store.views.flags(citations[0].id) == []
    assert await store.catalog.due_sources(A.host, START + DAY, 9) == [B]
    assert await store.catalog.capture(CaptureId("k0001")) == captured(1)
    with pytest.raises(StoreError):
        await store.views.citation(citations[0].id)
    await store.catalog.record_judged(judged)  # it was being judged meanwhile
    assert await store.views.flags(citations[0].id) == []


async def test_what_judging_cleared_may_be_opened_again_by_the_same_capture(store) -> None:
    document, citations = samples.document("1", A)
    await store.catalog.add_document(document, citations, START)
    await store.catalog.record_captures([captured(1)], START + DAY)
    for codes in ([FlagCode.LINK_MOVED], [], [FlagCode.LINK_MOVED]):
        await store.catalog.record_judged(samples.judged(captured(1), citations, codes))
    (flag,) = await store.views.flags(citations[0].id)
    assert (flag.code, flag.cleared_at) == (FlagCode.LINK_MOVED, None)


async def test_a_host_that_asks_for_rest_is_taken_by_nobody(store) -> None:
    await store.catalog.add_document(*samples.document("1", A, ELSEWHERE), START)
    assert await store.catalog.refusals(A.host) == 0
    assert await store.catalog.hold_host(A.host, START, START + HOUR)
    await store.catalog.rest_host(A.host, START + 6 * HOUR)
    await store.catalog.release_host(A.host, START)
    assert await store.catalog.refusals(A.host) == 1
    assert await store.catalog.due_hosts(START + 5 * HOUR, 10) == [DueHost(ELSEWHERE.host, 1)]
    assert not await store.other.hold_host(A.host, START + 5 * HOUR, START + 7 * HOUR)
    assert await store.other.hold_host(A.host, START + 6 * HOUR, START + 7 * HOUR)
    await store.other.release_host(A.host, START + 6 * HOUR)
    assert await store.catalog.refusals(A.host) == 0


async def test_a_rest_that_a_wrong_clock_gave_holds_nobody_up(store) -> None:
    await store.catalog.add_document(*samples.document("1", A), START)
    await store.catalog.rest_host(A.host, START + 400 * DAY)
    assert await store.catalog.due_hosts(START, 10) == [DueHost(A.host, 1)]
    assert await store.catalog.hold_host(A.host, START, START + HOUR)


async def test_what_a_resting_host_owes_is_waited_for_by_nobody(store) -> None:
    document, citations = samples.document("1", A, B, ELSEWHERE)
    await store.catalog.add_document(document, citations, START)
    await store.catalog.rest_host(A.host, START + 6 * HOUR)
    await store.catalog.put_off_resting(START, START + 7 * HOUR)  # a rest that is waited for
    assert await store.catalog.pending([document.id]) == 3
    await store.catalog.put_off_resting(START, START)
    assert await store.catalog.pending([document.id]) == 1
    results = (await store.views.document(document.id, True)).citations
    assert [one.link.next_check_at for one in results] == [START + 6 * HOUR] * 2 + [START]
    assert "asks us to slow down" in results[0].link.reason
    assert "slow down" not in results[2].link.reason


async def test_void_captures_tell_of_a_host_only_where_they_are_asked_for(store) -> None:
    await store.catalog.add_document(*samples.document("1", A, B), START)
    await store.catalog.record_captures([captured(1), captured(2)], START + DAY)
    await store.catalog.void_captures([captured(2).id], START)
    assert await store.catalog.host_captures(A.host, START, void=True) == [captured(2)]
    assert await store.catalog.host_captures(A.host, START, void=False) == [captured(1)]
