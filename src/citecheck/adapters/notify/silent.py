"""The notifier of an installation that has no mail settings: pages only."""

from citecheck.model import Delivery, Report


class SilentNotifier:
    """Sends nothing, and says so."""

    async def send(self, report: Report) -> Delivery:
        """Nothing to send to."""
        return Delivery(delivered=True, detail="no mail recipients are set: the report is on its page")
