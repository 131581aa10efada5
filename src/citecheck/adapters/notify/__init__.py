"""Sending reports to people."""

from citecheck.adapters.notify.silent import SilentNotifier
from citecheck.adapters.notify.smtp import SmtpNotifier

__all__ = ["SilentNotifier", "SmtpNotifier"]
