"""Mail over SMTP (RFC 5321): an HTML report with its text twin (RFC 2046 multipart/alternative)."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime

import aiosmtplib

from citecheck.model import Delivery, Report
from citecheck.settings import MailSettings

FAREWELL = 2.0  # seconds


@dataclass(frozen=True, slots=True)
class Letter:
    """A report written out for mail."""

    subject: str
    html: str
    text: str


class SmtpNotifier:
    """Sends each report to the recipients of the settings as one message."""

    def __init__(self, settings: MailSettings, write: Callable[[Report], Letter]) -> None:
        self._settings = settings
        self._write = write

    async def send(self, report: Report) -> Delivery:
        """Send one message. 5xx answers are permanent (RFC 5321, 4.2.1); all else may be tried again."""
        mail = self._settings
        client = aiosmtplib.SMTP(
            hostname=mail.host,
            port=mail.port,
            username=mail.username,
            password=mail.password,
            start_tls=mail.start_tls,
            timeout=mail.timeout,
        )
        try:
            async with asyncio.timeout(mail.timeout):
                await client.connect()
                refused, _ = await client.send_message(self._message(report))
        except aiosmtplib.SMTPRecipientsRefused as error:
            codes = [refused.code for refused in error.recipients]
            return Delivery(False, all(code >= 500 for code in codes), f"recipients refused: {codes}")
        except aiosmtplib.SMTPResponseException as error:
            return Delivery(
                False, error.code >= 500, f"the mail server answered {error.code} {error.message}"
            )
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            why = str(error) or f"no answer within {mail.timeout:g} seconds"
            return Delivery(False, False, f"the mail server could not be reached: {why}")
        finally:
            await _part(client)
        return Delivery(delivered=True, detail=_sent(mail.recipients, refused))

    def _message(self, report: Report) -> EmailMessage:
        letter = self._write(report)
        message = EmailMessage()
        message["Subject"] = letter.subject
        message["From"] = self._settings.sender
        message["To"] = ", ".join(self._settings.recipients)
        message["Date"] = format_datetime(report.frozen_at)
        message["Message-ID"] = _message_id(report)
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no vacation notes back
        message.set_content(letter.text)
        message.add_alternative(letter.html, subtype="html")
        return message


async def _part(client: aiosmtplib.SMTP) -> None:
    """Say good-bye and close. The mail has been taken by then: a server that is slow now fails nothing."""
    try:
        async with asyncio.timeout(FAREWELL):
            await client.quit()
    except (aiosmtplib.SMTPException, OSError, TimeoutError):
        pass  # it has hung up already
    finally:
        client.close()


def _message_id(report: Report) -> str:
    """The same however often a report is sent, so that mail programs show a second copy as the first."""
    return f"<report-{report.day.isoformat()}.{report.frozen_at:%Y%m%dT%H%M%S}@citecheck.invalid>"


def _sent(recipients: Sequence[str], refused: Collection[str]) -> str:
    """Who got it. Where only some addresses were refused, the others have the mail: once is enough."""
    got = ", ".join(name for name in recipients if name not in refused)
    return f"sent to {got}" + (f"; refused: {', '.join(sorted(refused))}" if refused else "")
