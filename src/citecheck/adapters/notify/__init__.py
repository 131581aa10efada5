"""Sending reports to people."""

from citecheck.adapters.notify.silent import SilentNotifier
from citecheck.adapters.notify.smtp import Letter, SmtpNotifier

__all__ = ["Letter", "SilentNotifier", "SmtpNotifier"]
