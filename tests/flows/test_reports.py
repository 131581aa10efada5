"""The daily report: sent once, however many clocks fire, and again only after a passing failure."""

import asyncio
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from aiosmtpd.controller import Controller

from citecheck.adapters.notify import Letter, SmtpNotifier
from citecheck.flows.report import day_of, report, resend
from citecheck.model import Delivery
from citecheck.render import report_mail
from citecheck.settings import MailSettings
from citecheck.testing import ListNotifier

ARTICLE = "- https://gone.example/page\n"
LATER = Delivery(delivered=False, detail="busy")


class Mailbox:
    """Counts mails."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []

    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:
        self.mails.append(getattr(envelope, "content", b""))
        return "250 OK"


@pytest.fixture
def mail() -> Iterator[tuple[Mailbox, MailSettings]]:
    mailbox = Mailbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield mailbox, MailSettings(host="127.0.0.1", port=port, recipients=("desk@news.example",))
    finally:
        controller.stop()


async def with_news(world) -> None:
    await world.add(ARTICLE)
    await world.settle()


async def test_two_clocks_firing_at_once_send_one_mail(worlds, mail) -> None:
    mailbox, settings = mail
    sender = SmtpNotifier(settings, lambda kept: Letter(*report_mail(kept)))
    async with worlds.life() as one, worlds.life() as other:
        await with_news(one)
        both = [replace(world.tools, notifier=sender) for world in (one, other)]
        kept = await asyncio.gather(*(report("2026-03-02", tools) for tools in both for _ in range(3)))
        await asyncio.gather(*(resend(tools) for tools in both))
    assert len(mailbox.mails) == 1
    assert all(one == kept[0] for one in kept)


async def test_a_quiet_day_is_frozen_and_not_sent(world) -> None:
    quiet = await report("2026-03-02", world.tools)
    assert quiet.quiet
    assert world.notifier.tried == []
    assert await world.tools.reports.undelivered() == []


async def test_a_passing_failure_is_tried_again_until_it_is_old_news(worlds) -> None:
    worlds.notifier = ListNotifier(LATER, LATER, Delivery(delivered=True))
    async with worlds.life() as world:
        await with_news(world)
        await report("2026-03-02", world.tools)
        assert await resend(world.tools) == 0
        assert await resend(world.tools) == 1
        assert await resend(world.tools) == 0
        assert len(world.notifier.sent) == 1


async def test_old_news_is_not_sent_any_more(worlds) -> None:
    worlds.notifier = ListNotifier(LATER)
    async with worlds.life() as world:
        await with_news(world)
        await report("2026-03-02", world.tools)
        world.clock.set(world.clock.now() + timedelta(days=4))
        assert await resend(world.tools) == 0
        assert await world.tools.reports.undelivered() == []
        delivery = await world.tools.reports.delivery(day_of(datetime(2026, 3, 2, tzinfo=UTC), "UTC"))
        assert delivery is not None
        assert delivery.permanent


async def test_a_sender_that_died_is_replaced(world) -> None:
    await with_news(world)
    now = world.clock.now()
    day = day_of(now, "UTC")
    await world.tools.reports.freeze(day, "UTC", now)
    assert await world.tools.reports.take_delivery(day, now, now + timedelta(minutes=10))
    assert await resend(world.tools) == 0  # somebody is sending it, as far as we know
    world.clock.set(now + timedelta(minutes=11))
    assert await resend(world.tools) == 1


@pytest.mark.parametrize(
    ("instant", "timezone", "day"),
    [
        (datetime(2026, 3, 1, 23, 30, tzinfo=UTC), "Europe/Belgrade", "2026-03-02"),
        (datetime(2026, 3, 2, 3, 0, tzinfo=UTC), "America/New_York", "2026-03-01"),
    ],
)
def test_a_day_is_the_operators(instant: datetime, timezone: str, day: str) -> None:
    assert day_of(instant, timezone).isoformat() == day
