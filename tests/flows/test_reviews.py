"""A person decides: what stays, what reopens, what is taken back; across restarts and re-checks."""

from datetime import timedelta

import pytest

from citecheck.errors import InputError
from citecheck.flows.review import Decided, review
from citecheck.model import (
    Decision,
    FlagCode,
    LinkClass,
    LinkState,
    PairingHow,
    QueueQuery,
    ReviewId,
    Standing,
)

URL = "https://council.example/bridge"
ARTICLE = f"The council paid nothing for the bridge at Old Mill in 2019 ([the council says]({URL})).\n"
OTHER_CLAIM = "The council paid for the bridge."
MONTH = timedelta(days=31)


def decided(citation_id, decision, n=1, **more) -> Decided:
    return Decided(ReviewId(f"r{n}"), citation_id, decision, "Ana", **more)


async def flagged(world, page):
    """A document whose one citation is not supported."""
    world.support.score = 0.05
    world.web.page(URL, page)
    document_id = await world.add(ARTICLE)
    await world.settle()
    (result,) = await world.citations(document_id)
    assert await world.tools.reviews.standing(result.citation.id) is Standing.OPEN
    return document_id, result.citation.id


async def waiting(world) -> list[str]:
    return [row.citation_id for row in (await world.tools.reviews.queue(QueueQuery())).rows]


@pytest.mark.parametrize(
    "decision",
    [Decision.SUPPORTED, Decision.PARTIALLY_SUPPORTED, Decision.NOT_SUPPORTED, Decision.FALSE_ALARM],
)
async def test_a_decision_takes_a_citation_off_the_queue_and_names_its_reviewer(
    world, page, decision
) -> None:
    _, citation_id = await flagged(world, page)
    assert await waiting(world) == [citation_id]
    await review(decided(citation_id, decision, note="seen"), world.tools)
    assert await waiting(world) == []
    (kept,) = await world.tools.reviews.reviews(citation_id)
    assert (kept.reviewer, kept.decision, kept.note, kept.at) == ("Ana", decision, "seen", world.clock.now())


async def test_a_decision_survives_a_restart_and_a_recheck(worlds, page) -> None:
    async with worlds.life() as world:
        _, citation_id = await flagged(world, page)
        await review(decided(citation_id, Decision.FALSE_ALARM), world.tools)
    async with worlds.life() as world:
        await world.pass_time(MONTH)
        assert len(world.web.requests) == 2
        assert await world.tools.reviews.standing(citation_id) is Standing.DECIDED
        assert await waiting(world) == []


async def test_an_advertisement_reopens_nothing_another_link_class_does(world, page) -> None:
    _, citation_id = await flagged(world, page)
    await review(decided(citation_id, Decision.NOT_SUPPORTED), world.tools)
    world.web.page(URL, page.replace(b"</article>", b"</article><aside>Buy two hats today!</aside>"))
    await world.pass_time(MONTH)
    assert await world.tools.reviews.standing(citation_id) is Standing.DECIDED
    world.web.page(URL, b"<title>Not found</title>", status=404)
    await world.pass_time(MONTH)
    assert await world.tools.reviews.standing(citation_id) is Standing.REOPENED
    assert await waiting(world) == [citation_id]


async def test_another_verdict_reopens(world, page) -> None:
    _, citation_id = await flagged(world, page)
    await review(decided(citation_id, Decision.NOT_SUPPORTED), world.tools)
    world.support.score = 0.45
    await world.pass_time(MONTH)
    assert await world.tools.reviews.standing(citation_id) is Standing.REOPENED


async def test_an_undo_survives_and_can_be_told_from_no_decision(worlds, page) -> None:
    async with worlds.life() as world:
        _, citation_id = await flagged(world, page)
        await review(decided(citation_id, Decision.SUPPORTED, 1), world.tools)
        undone = await review(decided(citation_id, Decision.UNDO, 2), world.tools)
        assert undone.undoes == "r1"
    async with worlds.life() as world:
        await world.pass_time(MONTH)
        assert await world.tools.reviews.standing(citation_id) is Standing.OPEN
        past = await world.tools.reviews.reviews(citation_id)
        assert [one.decision for one in past] == [Decision.SUPPORTED, Decision.UNDO]
        with pytest.raises(InputError, match="no such decision"):
            await review(decided(citation_id, Decision.UNDO, 3), world.tools)


async def test_a_corrected_pairing_survives_and_is_judged_anew(worlds, page) -> None:
    async with worlds.life() as world:
        document_id, citation_id = await flagged(world, page)
        world.support.score = 0.95
        await review(decided(citation_id, Decision.WRONG_PAIRING, claim=OTHER_CLAIM), world.tools)
    # The process ended before its queue was worked off: the tables know that judging is due.
    async with worlds.life() as world:
        await world.settle()
        assert len(world.web.requests) == 1
        (result,) = await world.citations(document_id)
        assert result.citation.claim is not None
        assert result.citation.claim.text == OTHER_CLAIM
        assert result.citation.pairing.how is PairingHow.CORRECTED
        await world.pass_time(MONTH)
        await world.add(ARTICLE)  # handed in again
        await world.settle()
        (result,) = await world.citations(document_id)
        assert result.citation.claim is not None
        assert result.citation.claim.text == OTHER_CLAIM
        assert [flag for flag in result.flags if flag.cleared_at is None and "claim" in flag.code] == []


async def test_a_removed_claim_clears_its_flags_and_an_undo_brings_it_back(world, page) -> None:
    document_id, citation_id = await flagged(world, page)
    (before,) = await world.citations(document_id)
    await review(decided(citation_id, Decision.WRONG_PAIRING, 1), world.tools)
    await world.settle()
    (result,) = await world.citations(document_id)
    assert result.citation.claim is None
    assert await world.tools.reviews.standing(citation_id) is Standing.CLEAR
    await review(decided(citation_id, Decision.UNDO, 2), world.tools)
    await world.settle()
    (result,) = await world.citations(document_id)
    assert result.citation == before.citation
    assert await waiting(world) == [citation_id]


async def test_undoing_the_second_correction_brings_the_first_back(world, page) -> None:
    document_id, citation_id = await flagged(world, page)
    await review(decided(citation_id, Decision.WRONG_PAIRING, 1, claim="First."), world.tools)
    await review(decided(citation_id, Decision.WRONG_PAIRING, 2, claim="Second."), world.tools)
    await review(decided(citation_id, Decision.UNDO, 3), world.tools)
    (result,) = await world.citations(document_id)
    assert result.citation.claim is not None
    assert result.citation.claim.text == "First."


async def test_handing_in_twice_is_one_review_and_a_note_decides_nothing(world, page) -> None:
    _, citation_id = await flagged(world, page)
    for _ in range(2):
        await review(decided(citation_id, Decision.NOTE, note="ask the council"), world.tools)
    assert len(await world.tools.reviews.reviews(citation_id)) == 1
    assert await world.tools.reviews.standing(citation_id) is Standing.OPEN


async def test_a_confirmed_dead_link_is_not_told_again_when_the_schedule_agrees(world, page) -> None:
    world.web.page(URL, b"<title>Not found</title>", status=404)
    document_id = await world.add(ARTICLE)
    await world.settle()
    (result,) = await world.citations(document_id)
    await review(decided(result.citation.id, Decision.LINK_DEAD), world.tools)
    for _ in range(4):
        await world.pass_time(timedelta(days=3))
    (result,) = await world.citations(document_id)
    assert result.link.dead
    assert await world.tools.reviews.standing(result.citation.id) is Standing.DECIDED


async def link_of(world, document_id):
    (result,) = await world.citations(document_id)
    codes = {flag.code for flag in result.flags if flag.cleared_at is None}
    return result, result.link, {code for code in codes if code.value.startswith(("link_", "source_"))}


async def test_a_link_that_a_person_opened_works_wherever_it_is_cited(world) -> None:
    world.web.page(URL, b"<title>Forbidden</title>", status=403)
    one, other = await world.add(ARTICLE), await world.add(f"# Also\n\nSays [it]({URL}).\n", "other.md")
    await world.settle()
    result, link, codes = await link_of(world, one)
    assert (link.state, codes) == (LinkState.FORBIDDEN, {FlagCode.SOURCE_WALLED})
    await review(decided(result.citation.id, Decision.LINK_WORKS, note="opened it"), world.tools)
    await world.settle()
    for document_id in (one, other):
        result, link, codes = await link_of(world, document_id)
        assert (link.state, link.dead, codes) == (LinkState.ALIVE, False, set())
        assert "Set by Ana" in link.reason and "opened it" in link.reason
        assert result.verdict.label.value == "cannot_tell", "nobody has read the page"
        assert result.reading is None
    await world.pass_time(MONTH)
    assert (await link_of(world, one))[1].state is LinkState.ALIVE


async def test_a_word_taken_back_is_judged_without(world) -> None:
    world.web.page(URL, b"<title>Forbidden</title>", status=403)
    document_id = await world.add(ARTICLE)
    await world.settle()
    result, *_ = await link_of(world, document_id)
    await review(decided(result.citation.id, Decision.LINK_WORKS), world.tools)
    await world.settle()
    await review(decided(result.citation.id, Decision.UNDO, 2), world.tools)
    await world.settle()
    _, link, codes = await link_of(world, document_id)
    assert (link.state, codes) == (LinkState.FORBIDDEN, {FlagCode.SOURCE_WALLED})


async def test_a_working_link_that_goes_is_asked_about_anew(world) -> None:
    world.web.page(URL, b"<title>Forbidden</title>", status=403)
    document_id = await world.add(ARTICLE)
    await world.settle()
    result, *_ = await link_of(world, document_id)
    await review(decided(result.citation.id, Decision.LINK_WORKS), world.tools)
    await world.settle()
    assert await waiting(world) == []
    world.web.page(URL, b"<title>Not found</title>", status=404)
    await world.pass_time(MONTH)
    _, link, codes = await link_of(world, document_id)
    assert (link.state, codes) == (LinkState.NOT_FOUND, {FlagCode.LINK_NOT_FOUND})
    assert await waiting(world) == [result.citation.id]


async def test_a_link_said_to_be_dead_is_alive_when_it_answers_again(world, page) -> None:
    world.web.page(URL, b"<title>Forbidden</title>", status=403)
    document_id = await world.add(ARTICLE)
    await world.settle()
    result, *_ = await link_of(world, document_id)
    await review(decided(result.citation.id, Decision.LINK_DEAD), world.tools)
    await world.settle()
    _, link, codes = await link_of(world, document_id)
    assert (link.link_class, link.dead, codes) == (LinkClass.GONE, True, {FlagCode.LINK_DEAD})
    assert await waiting(world) == [], "who said so is not told so"
    world.web.page(URL, page)
    await world.pass_time(MONTH)
    _, link, codes = await link_of(world, document_id)
    assert (link.state, link.dead, codes) == (LinkState.ALIVE, False, set())
