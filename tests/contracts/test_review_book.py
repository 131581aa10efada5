"""What every ReviewBook promises: the fake and the tables."""

from dataclasses import replace
from datetime import timedelta

import pytest

from citecheck.errors import StoreError
from citecheck.model import (
    Capture,
    CaptureId,
    Claim,
    DateCheckResult,
    Decision,
    FlagCode,
    LinkClass,
    LinkState,
    Pairing,
    PairingChange,
    PairingHow,
    QueueQuery,
    RecordPointer,
    Review,
    ReviewBasis,
    ReviewId,
    Severity,
    Standing,
    VerdictLabel,
)
from citecheck.testing import samples
from citecheck.testing.clock import START

HOUR = timedelta(hours=1)
A, B, C = (samples.source(f"https://example.org/{name}") for name in "abc")
BASIS = ReviewBasis(LinkClass.ALIVE, False, DateCheckResult.OK, VerdictLabel.SUPPORTED)


def captured(n: int, source) -> Capture:
    fetched = samples.page(source.url, at=START + n * HOUR)
    where = RecordPointer("warc/2026/03/01/h-w-1.warc.gz", n * 100, 90)
    return Capture(
        CaptureId(f"k{n:04d}"), source.key, START + n * HOUR, fetched.outcome, where, True, f"{n:064x}"
    )


async def judged(store, n: int, source, citations, *codes: FlagCode, state=LinkState.ALIVE) -> None:
    await store.catalog.record_captures([captured(n, source)], START + 99 * HOUR)
    await store.catalog.record_judged(samples.judged(captured(n, source), citations, codes, state))


async def cited(store, name: str, *sources):
    document, citations = samples.document(name, *sources)
    await store.catalog.add_document(document, citations, START)
    return document, citations


def decision(citation, n: int = 1, kind: Decision = Decision.SUPPORTED, **changes) -> Review:
    basis = None if kind in (Decision.NOTE, Decision.UNDO) else BASIS
    made = Review(ReviewId(f"r{n}"), citation.id, kind, "Ana", "", START, basis)
    return replace(made, **changes)


async def ids(store, **query) -> list[str]:
    return [row.citation_id for row in (await store.reviews.queue(QueueQuery(**query))).rows]


async def test_the_queue_is_worst_first_then_longest_waiting_first(store) -> None:
    _, (a, b, c) = await cited(store, "1", A, B, C)
    await judged(store, 1, A, [a], FlagCode.LINK_MOVED)
    await judged(store, 3, B, [b], FlagCode.LINK_DEAD, FlagCode.LINK_TRACKING)
    await judged(store, 2, C, [c], FlagCode.LINK_HIJACKED)
    page = await store.reviews.queue(QueueQuery(size=2))
    assert page.total == 3
    assert [row.citation_id for row in page.rows] == [c.id, b.id]
    second = page.rows[1]
    assert (second.severity, second.codes) == (Severity.HIGH, (FlagCode.LINK_DEAD, FlagCode.LINK_TRACKING))
    assert (second.document_title, second.n, second.url, second.claim) == (
        "Document 1",
        2,
        B.url,
        b.claim.text,
    )
    assert (second.standing, second.opened_at) == (Standing.OPEN, START + 3 * HOUR)
    assert (second.reason, second.verdict) == (FlagCode.LINK_DEAD.explanation, VerdictLabel.SUPPORTED)
    assert await ids(store, size=2, page=2) == [a.id]


async def test_every_filter_narrows_the_queue_and_its_total(store) -> None:
    first, (a, b) = await cited(store, "1", A, replace(B, publisher="ft"))
    _, (c,) = await cited(store, "2", C)
    await judged(store, 1, A, [a], FlagCode.LINK_MOVED)
    await judged(store, 2, B, [b], FlagCode.LINK_NOT_FOUND, state=LinkState.NOT_FOUND)
    await judged(store, 3, C, [c], FlagCode.LINK_DEAD, FlagCode.LINK_TRACKING)
    assert await ids(store, severity=Severity.MEDIUM) == [b.id]
    assert await ids(store, code=FlagCode.LINK_TRACKING) == [c.id]
    assert await ids(store, publisher="ft") == [b.id]
    assert await ids(store, link_class=LinkClass.GONE) == [b.id]
    assert await ids(store, document_id=first.id) == [b.id, a.id]
    assert await ids(store, words="DOCUMENT org/C") == [c.id]
    assert await ids(store, words="example.org/b claim") == [b.id]
    assert await ids(store, words="100%") == []
    assert (await store.reviews.queue(QueueQuery(document_id=first.id, size=1))).total == 2


async def test_words_are_found_in_both_scripts(store) -> None:
    document, (a,) = samples.document("1", A)
    citation = replace(a, claim=Claim("Председник Вучић је говорио у Београду.", ()))
    await store.catalog.add_document(document, [citation], START)
    await judged(store, 1, A, [citation], FlagCode.LINK_MOVED)
    for words in ("Вучић", "vucic", "Vučić beograd"):
        assert await ids(store, words=words) == [a.id]


async def test_a_decision_leaves_the_queue_until_its_basis_changes(store) -> None:
    _, (a,) = await cited(store, "1", A)
    await judged(store, 1, A, [a], FlagCode.LINK_MOVED)
    for _ in range(2):
        await store.reviews.append(decision(a))
    assert await store.reviews.reviews(a.id) == [decision(a)]
    assert await store.reviews.standing(a.id) is Standing.DECIDED
    assert await ids(store) == []
    assert await ids(store, standing=Standing.DECIDED) == [a.id]
    await judged(store, 2, A, [a], FlagCode.LINK_MOVED)
    assert await ids(store) == []
    await judged(store, 3, A, [a], FlagCode.LINK_NOT_FOUND, state=LinkState.NOT_FOUND)
    assert await store.reviews.standing(a.id) is Standing.REOPENED
    assert await ids(store) == [a.id]
    assert await ids(store, standing=Standing.OPEN) == []


async def test_an_undone_decision_is_none(store) -> None:
    _, (a,) = await cited(store, "1", A)
    await judged(store, 1, A, [a], FlagCode.LINK_MOVED)
    await store.reviews.append(decision(a, 1))
    await store.reviews.append(decision(a, 2, Decision.NOTE))
    await store.reviews.append(decision(a, 3, Decision.UNDO, undoes=ReviewId("r1")))
    assert [one.id for one in await store.reviews.reviews(a.id)] == ["r1", "r2", "r3"]
    assert await store.reviews.standing(a.id) is Standing.OPEN


async def test_without_flags_a_citation_is_clear_and_in_no_queue(store) -> None:
    _, (a,) = await cited(store, "1", A)
    assert await store.reviews.standing(a.id) is Standing.CLEAR
    await judged(store, 1, A, [a], FlagCode.LINK_MOVED)
    await judged(store, 2, A, [a])
    assert await store.reviews.standing(a.id) is Standing.CLEAR
    assert await ids(store) == []
    with pytest.raises(StoreError):
        await store.reviews.standing(samples.document("9", A)[1][0].id)


async def test_a_correction_comes_with_its_decision_and_is_judged_again(store) -> None:
    document, (a,) = await cited(store, "1", A)
    await judged(store, 1, A, [a], FlagCode.LINK_MOVED)
    pairing = Pairing(PairingHow.CORRECTED, 1.0, inferred=False)
    right = replace(a, claim=Claim("The right one.", ()), pairing=pairing)
    wrong = decision(a, 1, Decision.WRONG_PAIRING, claim="The right one.")
    await store.reviews.append(wrong, PairingChange(right))
    assert await store.catalog.cited(document.id) == (document, [right])
    assert await store.catalog.unjudged(9) == ["k0001"]
    assert await ids(store, words="right one") == [a.id]
    await store.catalog.record_judged(samples.judged(captured(1, A), [right], [FlagCode.LINK_MOVED]))
    assert await store.reviews.standing(a.id) is Standing.REOPENED
    undo = decision(a, 2, Decision.UNDO, undoes=ReviewId("r1"))
    await store.reviews.append(undo, PairingChange(None))
    assert await store.catalog.cited(document.id) == (document, [a])
    assert await store.catalog.unjudged(9) == ["k0001"]


async def test_documents_are_listed_newest_first_with_what_waits(store) -> None:
    older, (a, b) = await cited(store, "1", A, B)
    newer, (c,) = samples.document("2", C)
    await store.catalog.add_document(newer, [c], START + HOUR)
    await judged(store, 1, A, [a], FlagCode.LINK_DEAD)
    await judged(store, 2, B, [b], FlagCode.LINK_MOVED)
    await store.reviews.append(decision(b))
    first, second = await store.reviews.documents(1, 9)
    assert (first.id, first.citations, first.waiting, first.worst) == (newer.id, 1, 0, None)
    assert (second.id, second.citations, second.waiting, second.worst) == (older.id, 2, 1, Severity.HIGH)
    assert (second.title, second.origin, second.added_at) == ("Document 1", "1.md", START)
    assert [row.id for row in await store.reviews.documents(2, 1)] == [older.id]


async def test_a_deleted_document_takes_its_reviews_and_queue_rows_with_it(store) -> None:
    document, (a,) = await cited(store, "1", A)
    await judged(store, 1, A, [a], FlagCode.LINK_DEAD)
    await store.reviews.append(decision(a))
    await store.catalog.delete_document(document.id)
    assert await store.reviews.reviews(a.id) == []
    assert await ids(store, standing=Standing.DECIDED) == []


async def test_words_on_a_link_are_found_from_all_its_citations_and_judge_it_again(store) -> None:
    _, (a,) = await cited(store, "1", A)
    _, (same, other) = await cited(store, "2", A, B)
    await judged(store, 1, A, [a, same], FlagCode.SOURCE_WALLED)
    await judged(store, 2, B, [other], FlagCode.SOURCE_WALLED)
    await store.reviews.append(decision(same, 1, Decision.LINK_WORKS), again=True)
    assert await store.catalog.unjudged(9) == ["k0001"]
    await store.reviews.append(decision(a, 2))
    await store.reviews.append(decision(other, 3, Decision.LINK_DEAD), again=True)
    await store.reviews.append(decision(a, 4, Decision.LINK_DEAD), again=True)
    await store.reviews.append(decision(a, 5, Decision.UNDO, undoes=ReviewId("r4")), again=True)
    assert [one.id for one in await store.reviews.of_link(A.key)] == ["r1", "r4", "r5"]
    assert [one.id for one in await store.reviews.of_link(B.key)] == ["r3"]


async def test_that_a_link_works_leaves_other_flags_waiting(store) -> None:
    _, (a,) = await cited(store, "1", A)
    await judged(store, 1, A, [a], FlagCode.LINK_TRACKING)
    await store.reviews.append(decision(a, 1, Decision.LINK_WORKS), again=True)
    assert await store.reviews.standing(a.id) is Standing.OPEN
