"""The machine's clock."""

import asyncio
from datetime import UTC, datetime


class SystemClock:
    """Time as the machine has it."""

    def now(self) -> datetime:
        """The current instant, aware, in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Wait; returns at once for zero or less."""
        if seconds > 0:
            await asyncio.sleep(seconds)
