# ruff: noqa: E501 - one page a line
"""Pages that stand before or in place of the cited one, in several languages."""

import pytest
from tests.unit.classify.making import PLAIN, answered, capture, facts, hop, outcome

from citecheck.classify import observe, should_probe
from citecheck.model import LinkState

S = LinkState
URL = "https://paper.example/2019/10/harbour-plan-decided"


@pytest.mark.parametrize(
    "heading",
    [
        "Bitte bestätigen Sie, dass Sie kein Roboter sind", "Veuillez confirmer que vous n’êtes pas un robot",
        "Vérifiez que vous êtes humain", "Verifica que eres humano", "Confirme que usted no es un robot",
        "Dimostra di essere umano", "Confirme que você é humano", "Bevestig dat u geen robot bent",
        "Potwierdź, że nie jesteś robotem", "Я не робот", "Подтвердите, что запросы отправляет не робот",
        "ロボットではないことを確認します", "请确认您是真人", "人机验证", "로봇이 아님을 확인",
    ],
)  # fmt: skip
def test_a_question_whether_we_are_human_is_a_wall(heading: str) -> None:
    seen = facts(f"<title>paper.example</title><h1>{heading}</h1>", URL)
    assert observe(answered(200, URL), seen).state is S.BLOCKED_BOT


def test_a_story_about_robots_is_none() -> None:
    seen = facts(f"<title>Are you a robot?</title><h1>Are you a robot?</h1><p>{PLAIN * 12}</p>", URL)
    assert observe(answered(200, URL), seen).state is S.ALIVE


def test_a_wall_with_the_hosts_name_as_heading() -> None:
    seen = facts("<title>paper.example</title><h1>paper.example</h1><p>Verifying you are human.</p>", URL)
    assert observe(answered(200, URL), seen).state is S.BLOCKED_BOT


def test_a_wall_that_only_its_header_names() -> None:
    seen = facts('<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=1">', URL)
    assert (
        observe(capture(outcome(hop(URL, 202, [("SG-Captcha", "challenge")]))), seen).state is S.BLOCKED_BOT
    )
    assert observe(answered(202, URL), seen).state is S.BLOCKED_BOT


def test_a_host_that_blocks_countries() -> None:
    seen = facts("<title>Error</title><p>We block access from your country.</p>", URL)
    assert observe(answered(403, URL), seen).state is S.GEO_OR_LEGAL


def test_reading_with_adverts_or_a_subscription_is_a_consent_wall() -> None:
    seen = facts(
        "<title>Die Zeitung</title><h1>Lesen Sie uns mit Werbung oder im Abo</h1><button>Akzeptieren</button>",
        URL,
    )
    assert observe(answered(200, URL), seen).state is S.CONSENT_WALL


@pytest.mark.parametrize(
    "heading",
    [
        "We’ll be back soon", "Down for maintenance", "Site under maintenance", "Error establishing a database connection",
        "Wartungsarbeiten", "Site en maintenance", "En mantenimiento", "Sito in manutenzione", "Em manutenção",
        "Przerwa techniczna", "Probíhá údržba", "Ведутся технические работы", "Технички радови", "Sajt je u održavanju",
        "ただいまメンテナンス中です", "系统维护中", "시스템 점검 중",
    ],
)  # fmt: skip
def test_a_host_that_is_out_of_service_may_be_back(heading: str) -> None:
    seen = facts(f"<title>The Paper</title><h1>{heading}</h1><p>Please come again.</p>", URL)
    found = observe(answered(200, URL), seen)
    assert (found.state, found.rule) == (S.SERVER_ERROR, "out-of-service")
    assert not should_probe(answered(200, URL), seen)


@pytest.mark.parametrize(
    "heading", ["Down for maintenance: why the ferry stood still", "The paper will be back soon"]
)
def test_a_brief_about_being_out_of_service_is_alive(heading: str) -> None:
    seen = facts(f"<title>{heading}</title><h1>{heading}</h1><p>The ferry stood still on Monday.</p>", URL)
    assert observe(answered(200, URL), seen).state is S.ALIVE


def test_a_small_sites_page_that_names_its_domain_twice_is_not_parked() -> None:
    seen = facts("<title>paper.example</title><h1>paper.example</h1><p>The bridge opens in spring.</p>", URL)
    assert observe(answered(200, URL), seen).state is S.ALIVE
    lander = facts('<title>paper.example</title><script>window.location.href="/lander"</script>', URL)
    assert observe(answered(200, URL), lander).state is S.PARKED
