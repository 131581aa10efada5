"""The review queue and decisions, over fakes and without a browser."""

from html import unescape
from pathlib import Path

import pytest
from anyio.from_thread import BlockingPortal
from tests.web.conftest import Client, Post
from tests.web.fills import Newsroom, bare_tools

from citecheck.entrypoints.web import build_app
from citecheck.model import Decision, Standing

FIRST, SECOND, THIRD = "cnews-1", "cnews-2", "cnews-3"


async def decisions(room: Newsroom, citation: str = FIRST) -> list[Decision]:
    return [one.decision for one in await room.tools.reviews.reviews(citation)]  # type: ignore[arg-type]


def test_an_empty_newsroom_says_how_to_begin(tmp_path: Path, portal: BlockingPortal) -> None:
    tools, *_ = bare_tools(tmp_path)
    client = Client(build_app(tools), portal)
    assert "Add the first one" in client.get("/").text
    assert "no documents yet" in client.get("/documents").text
    assert "No report has been frozen" in client.get("/reports").text


def test_the_worst_comes_first_with_its_reason_and_counts(client: Client) -> None:
    page = client.get("/").text
    assert "3 citations want a person" in page
    assert page.index("alpha.example") < page.index("beta.example") < page.index("gamma.example")
    assert "The page does not say it." in page


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("severity=high", ["alpha"]),
        ("code=link_not_found", ["beta"]),
        ("class=gone", ["beta"]),
        ("document=dnews", ["alpha", "beta", "gamma"]),
        ("document=dother", []),
        ("words=GAMMA", ["gamma"]),
        ("standing=decided", []),
        ("standing=open&severity=low", ["gamma"]),
    ],
)
def test_a_filtered_queue_is_a_link(client: Client, asked: str, shown: list[str]) -> None:
    page = client.get(f"/queue?{asked}").text
    rows = page[page.index('class="small" role="status"') :]
    assert [host for host in ("alpha", "beta", "gamma") if f"{host}.example</bdi>" in rows] == shown
    for host, n in (("alpha", 1), ("beta", 2), ("gamma", 3)):
        if host in shown:
            assert f"/citations/cnews-{n}?" in unescape(rows)


def test_next_and_previous_follow_the_queue_with_its_filters(client: Client) -> None:
    page = client.get(f"/citations/{SECOND}").text
    assert "2 of 3" in page
    assert f'href="/citations/{FIRST}" rel="prev"' in page and f'href="/citations/{THIRD}" rel="next"' in page
    page = client.get(f"/citations/{SECOND}?severity=medium").text
    assert "1 of 1" in page and 'rel="next"' not in page and 'rel="prev"' not in page


def test_a_citation_shows_all_that_a_decision_needs(client: Client, room: Newsroom) -> None:
    page = client.get(f"/citations/{FIRST}").text
    for words in (
        "Why it is flagged",
        "claim_not_supported",
        "rules version",
        "The claim",
        "What the page says",
        "our snapshot",
        "a &lt;b&gt;fact&lt;/b&gt;",
        f"/captures/{room.captures[0].id}",
        "Nobody has decided yet",
    ):
        assert words in page, words


async def test_a_decision_leads_to_the_next_and_can_be_undone_there(
    client: Client, room: Newsroom, post: Post
) -> None:
    answer = post(
        f"/citations/{FIRST}",
        f"/citations/{FIRST}/reviews",
        decision="not_supported",
        reviewer="Žana Ilić",
        note="Read twice.",
        once="a",
    )
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/citations/{SECOND}?decided={FIRST}"
    assert await room.tools.reviews.standing(FIRST) is Standing.DECIDED  # type: ignore[arg-type]
    after = client.get(answer.headers["location"]).text
    assert "Decided: <b>not supported</b>" in after
    assert 'value="Žana Ilić"' in after
    (kept,) = await room.tools.reviews.reviews(FIRST)  # type: ignore[arg-type]
    assert (kept.reviewer, kept.note) == ("Žana Ilić", "Read twice.")
    undone = post(
        f"/citations/{SECOND}",
        f"/citations/{FIRST}/reviews",
        decision="undo",
        undoes=kept.id,
        once="b",
    )
    assert undone.headers["location"] == f"/citations/{FIRST}"
    assert await room.tools.reviews.standing(FIRST) is Standing.OPEN  # type: ignore[arg-type]
    assert "(taken back)" in client.get(f"/citations/{FIRST}").text


async def test_a_form_sent_twice_is_one_review_and_another_choice_another(room: Newsroom, post: Post) -> None:
    for decision in ("supported", "supported", "false_alarm"):
        post(f"/citations/{FIRST}", f"/citations/{FIRST}/reviews", decision=decision, once="same")
    assert await decisions(room) == [Decision.SUPPORTED, Decision.FALSE_ALARM]


async def test_the_last_of_a_queue_stays_on_its_page(room: Newsroom, post: Post) -> None:
    answer = post(
        f"/citations/{FIRST}", f"/citations/{FIRST}/reviews?severity=high", decision="link_dead", once="z"
    )
    assert answer.headers["location"] == f"/citations/{FIRST}?severity=high"
    assert await decisions(room) == [Decision.LINK_DEAD]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"decision": "note", "note": " "}, "Write something"),
        ({"decision": "wrong_pairing", "claim": ""}, "Paste the claim"),
        ({"decision": "supported", "note": "x" * 4001}, "up to 4000"),
        ({"decision": "undo"}, "no decision to take back"),
        ({"decision": "undo", "undoes": "rnone"}, "no such decision in force"),
        ({"decision": "perhaps"}, "Choose one"),
    ],
)
async def test_a_form_that_lacks_something_says_what(
    room: Newsroom, post: Post, fields: dict[str, str], told: str
) -> None:
    answer = post(f"/citations/{FIRST}", f"/citations/{FIRST}/reviews", once="q", **fields)
    assert answer.status_code == 422
    assert told in answer.text
    assert await decisions(room) == []


def test_what_was_typed_is_not_lost(post: Post) -> None:
    answer = post(
        f"/citations/{FIRST}",
        f"/citations/{FIRST}/reviews",
        decision="undo",
        undoes="rnone",
        note="long <thought>",
    )
    assert "long &lt;thought&gt;</textarea>" in answer.text


async def test_a_note_decides_nothing(room: Newsroom, post: Post, client: Client) -> None:
    answer = post(
        f"/citations/{FIRST}", f"/citations/{FIRST}/reviews", decision="note", note="Ask Ana.", once="n"
    )
    assert answer.headers["location"] == f"/citations/{FIRST}"
    assert await room.tools.reviews.standing(FIRST) is Standing.OPEN  # type: ignore[arg-type]
    assert "Ask Ana." in client.get(f"/citations/{FIRST}").text


async def test_a_claim_can_be_set_and_removed(room: Newsroom, post: Post) -> None:
    path = f"/citations/{FIRST}/reviews"
    post(f"/citations/{FIRST}", path, decision="wrong_pairing", claim="Claim 1 stands here.", once="1")
    _, result = await room.tools.views.citation(FIRST)  # type: ignore[arg-type]
    assert result.citation.claim is not None and result.citation.claim.text == "Claim 1 stands here."
    assert result.citation.pairing.how.value == "corrected"
    post(f"/citations/{FIRST}", path, decision="wrong_pairing", claim="ignored", remove="1", once="2")
    _, result = await room.tools.views.citation(FIRST)  # type: ignore[arg-type]
    assert result.citation.claim is None


async def test_check_now_makes_the_source_due(client: Client, room: Newsroom, post: Post) -> None:
    answer = post(f"/citations/{FIRST}", f"/citations/{FIRST}/check?severity=high")
    assert answer.headers["location"] == f"/citations/{FIRST}?severity=high&asked=1"
    assert "fetched again as soon as" in client.get(answer.headers["location"]).text
    due = await room.tools.catalog.due_hosts(room.clock.now(), 10)
    assert [one.host for one in due] == ["alpha.example:443"]


def test_keys_can_be_switched_off(client: Client, post: Post) -> None:
    assert 'data-keys="off"' not in client.get("/").text
    assert post("/help", "/help", keys="off").status_code == 303
    assert 'data-keys="off"' in client.get("/").text
    post("/help", "/help", keys="on")
    assert 'data-keys="off"' not in client.get("/").text
