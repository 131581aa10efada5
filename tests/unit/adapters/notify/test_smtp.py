"""Mail against a real SMTP server on loopback."""

import asyncio
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from citecheck.adapters.notify import Letter, SilentNotifier, SmtpNotifier
from citecheck.model import (
    Change,
    CitationId,
    DocumentId,
    FlagCode,
    Report,
    ReportCoverage,
    ReportItem,
)
from citecheck.render import report_mail
from citecheck.settings import MailSettings
from citecheck.testing.clock import START


class Postman:
    """Takes mails, or refuses them as told."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.sizes: list[int] = []
        self.says: list[str] = []
        self.refuses: dict[str, str] = {}

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.says:
            return self.says.pop(0)
        content = envelope.content
        assert isinstance(content, bytes)
        self.sizes.append(len(content))
        self.mails.append(message_from_bytes(content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def postman() -> Iterator[tuple[Postman, MailSettings]]:
    handler = Postman()
    controller = Controller(handler, hostname="127.0.0.1", port=0)
    # The controller asks its own port whether it is up, so it must be told one that is free.
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        controller.port = free.getsockname()[1]
    controller.start()
    try:
        yield (
            handler,
            MailSettings(
                host="127.0.0.1",
                port=controller.port,
                sender="citecheck@news.example",
                recipients=("desk@news.example", "night@news.example"),
                timeout=10.0,
            ),
        )
    finally:
        controller.stop()


def item(n: int = 1, **changes) -> ReportItem:
    made = ReportItem(
        change=Change.NEW,
        citation_id=CitationId(f"c{n}"),
        document_id=DocumentId("d1"),
        document_title="Мост код Старе воденице",
        n=n,
        url=f"https://council.example/bridge/{n}",
        publisher=None,
        code=FlagCode.LINK_NOT_FOUND,
        severity=FlagCode.LINK_NOT_FOUND.severity,
        reason="The host says that there is no such page (status 404).",
        at=START,
    )
    return replace(made, **changes)


def report(*items: ReportItem) -> Report:
    coverage = ReportCoverage(1, 3, 2, 0, 1, (("not_found", 1),), len(items))
    return Report(date(2026, 3, 2), "Europe/Belgrade", START - timedelta(days=1), START, items, coverage)


def notifier(settings: MailSettings) -> SmtpNotifier:
    return SmtpNotifier(settings, lambda kept: Letter(*report_mail(kept, "https://citecheck.news.example")))


async def test_a_report_is_one_mail_with_an_html_part_and_its_text_twin(postman) -> None:
    handler, settings = postman
    delivery = await notifier(settings).send(report(item()))
    assert delivery.delivered
    (mail,) = handler.mails
    assert mail["Subject"] == "Citations, 2 March 2026: 1 new"
    assert (mail["From"], mail["To"]) == (settings.sender, "desk@news.example, night@news.example")
    assert mail["Auto-Submitted"] == "auto-generated"
    html, text = mail.get_body(("html",)), mail.get_body(("plain",))
    assert html is not None
    assert text is not None
    for part in (html.get_content(), text.get_content()):
        assert "Мост код Старе воденице" in part
        assert "https://council.example/bridge/1" in part
        assert "https://citecheck.news.example/citations/c1" in part
    assert "<style" not in html.get_content()
    assert "<script" not in html.get_content()


async def test_a_second_try_carries_the_same_message_id(postman) -> None:
    handler, settings = postman
    for _ in range(2):
        await notifier(settings).send(report(item()))
    first, second = handler.mails
    assert first["Message-ID"] == second["Message-ID"]


async def test_a_thousand_changes_stay_below_100_kb_and_say_how_many_are_left_out(postman) -> None:
    handler, settings = postman
    many = report(*(item(n, reason="Ж" * 900) for n in range(1, 1001)))
    await notifier(settings).send(many)
    assert handler.sizes[0] <= 100 * 1024
    text = handler.mails[0].get_body(("plain",))
    assert text is not None
    assert "New (1000)" in text.get_content()
    assert " more." in text.get_content()


async def test_hostile_words_are_shown_and_not_obeyed(postman) -> None:
    handler, settings = postman
    await notifier(settings).send(
        report(item(document_title="A\r\nBcc: x@evil.example <script>alert(1)</script>"))
    )
    (mail,) = handler.mails
    assert mail["Bcc"] is None
    html = mail.get_body(("html",))
    assert html is not None
    assert "<script" not in html.get_content()
    assert "&lt;script&gt;" in html.get_content()


@pytest.mark.parametrize(
    ("says", "permanent"), [("451 try later", False), ("552 over quota", True), ("554 no", True)]
)
async def test_a_refusal_says_whether_it_is_worth_another_try(postman, says: str, permanent: bool) -> None:
    handler, settings = postman
    handler.says = [says]
    delivery = await notifier(settings).send(report(item()))
    assert (delivery.delivered, delivery.permanent) == (False, permanent)
    assert says.split()[0] in delivery.detail


async def test_one_bad_address_does_not_keep_the_mail_from_the_others(postman) -> None:
    handler, settings = postman
    handler.refuses = {"night@news.example": "550 nobody of that name"}
    delivery = await notifier(settings).send(report(item()))
    assert delivery.delivered
    assert "refused: night@news.example" in delivery.detail
    assert len(handler.mails) == 1


@pytest.mark.parametrize(("says", "permanent"), [("550 unknown", True), ("450 busy", False)])
async def test_all_addresses_refused(postman, says: str, permanent: bool) -> None:
    handler, settings = postman
    handler.refuses = dict.fromkeys(settings.recipients, says)
    delivery = await notifier(settings).send(report(item()))
    assert (delivery.delivered, delivery.permanent) == (False, permanent)


async def test_no_server_is_tried_again() -> None:
    settings = MailSettings(host="127.0.0.1", port=1, recipients=("desk@news.example",), timeout=5.0)
    delivery = await notifier(settings).send(report(item()))
    assert (delivery.delivered, delivery.permanent) == (False, False)


async def test_a_server_that_says_nothing_is_not_waited_for_for_ever() -> None:
    left = asyncio.Event()

    async def mute(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        left.set()

    server = await asyncio.start_server(mute, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    settings = MailSettings(host="127.0.0.1", port=port, recipients=("desk@news.example",), timeout=0.2)
    async with server:
        delivery = await notifier(settings).send(report(item()))
        await left.wait()  # the connection was closed, not forgotten
    assert (delivery.delivered, delivery.permanent) == (False, False)
    assert delivery.detail


async def test_without_recipients_the_report_is_a_page() -> None:
    assert (await SilentNotifier().send(report(item()))).delivered
